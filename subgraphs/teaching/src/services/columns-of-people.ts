/** Names of columns whose rows are about a person, and go with them. */
export const columnsOfPeople = ['user_id', 'student_id', 'learner_id', 'submitted_by'] as const;

/** Names of columns that say who made something that others use: the thing stays, the person goes. */
export const columnsOfAuthors = [
  'owner_id',
  'created_by',
  'author_id',
  'attached_by',
  'posted_by',
  'graded_by',
  'added_by',
  'updated_by',
  'excused_by',
  'uploaded_by',
] as const;
