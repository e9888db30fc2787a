import { sql } from 'drizzle-orm';
import {
  boolean,
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { assignmentKinds, submissionStates, type CriterionGrade, type RubricCriterion } from '../domain/assignment.js';
import { courseRoles, courseStates } from '../domain/course.js';

/**
 * The private database of teaching. Times have milliseconds, so that a cursor made of one finds its row again.
 * Lists with the newest first read their index backwards.
 */

export { inbox, outbox } from '@ruzlet/platform/outbox/tables';
export { erasedSubjects, subjectRequests } from '@ruzlet/platform/subject-data/tables';

const time = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });

export const courseRole = pgEnum('course_role', courseRoles);
export const courseState = pgEnum('course_state', courseStates);
export const assignmentKind = pgEnum('assignment_kind', assignmentKinds);
export const submissionState = pgEnum('submission_state', submissionStates);
export const deckVisibility = pgEnum('deck_visibility', ['PRIVATE', 'UNLISTED', 'PUBLIC']);

export const courses = pgTable(
  'courses',
  {
    id: uuid('id').primaryKey(),
    /** Whose course it is now; `createdBy` stays when it is handed over. */
    ownerId: uuid('owner_id').notNull(),
    createdBy: uuid('created_by').notNull(),
    title: text('title').notNull(),
    description: text('description'),
    state: courseState('state').notNull().default('DRAFT'),
    listed: boolean('listed').notNull().default(false),
    joinCode: text('join_code').notNull().unique('courses_join_code_unique'),
    createdAt: time('created_at').notNull(),
    updatedAt: time('updated_at').notNull(),
    publishedAt: time('published_at'),
  },
  (table) => [
    index('courses_public_idx')
      .on(table.publishedAt, table.id)
      .where(sql`state = 'PUBLISHED' and listed`),
    index('courses_words_idx').using(
      'gin',
      sql`(${table.title} || ' ' || coalesce(${table.description}, '')) gin_trgm_ops`,
    ),
  ],
);

export const modules = pgTable(
  'modules',
  {
    id: uuid('id').primaryKey(),
    courseId: uuid('course_id')
      .notNull()
      .references(() => courses.id, { onDelete: 'cascade' }),
    createdBy: uuid('created_by').notNull(),
    title: text('title').notNull(),
    position: integer('position').notNull(),
    unlockAfterModuleId: uuid('unlock_after_module_id'),
    unlockAt: time('unlock_at'),
    createdAt: time('created_at').notNull(),
    updatedAt: time('updated_at').notNull(),
  },
  (table) => [
    index('modules_course_idx').on(table.courseId, table.position),
    // A module that waits for a deleted one is open.
    foreignKey({
      name: 'modules_unlock_after_fk',
      columns: [table.unlockAfterModuleId],
      foreignColumns: [table.id],
    }).onDelete('set null'),
  ],
);

export const lessons = pgTable(
  'lessons',
  {
    id: uuid('id').primaryKey(),
    courseId: uuid('course_id')
      .notNull()
      .references(() => courses.id, { onDelete: 'cascade' }),
    moduleId: uuid('module_id')
      .notNull()
      .references(() => modules.id, { onDelete: 'cascade' }),
    createdBy: uuid('created_by').notNull(),
    title: text('title').notNull(),
    body: text('body').notNull(),
    position: integer('position').notNull(),
    createdAt: time('created_at').notNull(),
    updatedAt: time('updated_at').notNull(),
  },
  (table) => [
    index('lessons_module_idx').on(table.moduleId, table.position),
    index('lessons_course_idx').on(table.courseId),
  ],
);

export const lessonDecks = pgTable(
  'lesson_decks',
  {
    lessonId: uuid('lesson_id')
      .notNull()
      .references(() => lessons.id, { onDelete: 'cascade' }),
    deckId: uuid('deck_id').notNull(),
    /** The grant to the course's members is worth what this user may do with the deck. */
    attachedBy: uuid('attached_by').notNull(),
    attachedAt: time('attached_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.lessonId, table.deckId] })],
);

export const enrollments = pgTable(
  'enrollments',
  {
    id: uuid('id').primaryKey(),
    courseId: uuid('course_id')
      .notNull()
      .references(() => courses.id, { onDelete: 'cascade' }),
    userId: uuid('user_id').notNull(),
    role: courseRole('role').notNull(),
    joinedAt: time('joined_at').notNull(),
  },
  (table) => [
    unique('enrollments_course_user_unique').on(table.courseId, table.userId),
    index('enrollments_course_joined_idx').on(table.courseId, table.joinedAt, table.id),
    index('enrollments_user_joined_idx').on(table.userId, table.joinedAt, table.id),
  ],
);

export const lessonCompletions = pgTable(
  'lesson_completions',
  {
    lessonId: uuid('lesson_id')
      .notNull()
      .references(() => lessons.id, { onDelete: 'cascade' }),
    userId: uuid('user_id').notNull(),
    courseId: uuid('course_id')
      .notNull()
      .references(() => courses.id, { onDelete: 'cascade' }),
    completedAt: time('completed_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.lessonId, table.userId] }),
    index('lesson_completions_course_user_idx').on(table.courseId, table.userId),
  ],
);

export const announcements = pgTable(
  'announcements',
  {
    id: uuid('id').primaryKey(),
    courseId: uuid('course_id')
      .notNull()
      .references(() => courses.id, { onDelete: 'cascade' }),
    authorId: uuid('author_id').notNull(),
    title: text('title').notNull(),
    body: text('body').notNull(),
    postedAt: time('posted_at').notNull(),
  },
  (table) => [index('announcements_course_idx').on(table.courseId, table.postedAt, table.id)],
);

export const assignments = pgTable(
  'assignments',
  {
    id: uuid('id').primaryKey(),
    courseId: uuid('course_id')
      .notNull()
      .references(() => courses.id, { onDelete: 'cascade' }),
    createdBy: uuid('created_by').notNull(),
    kind: assignmentKind('kind').notNull(),
    title: text('title').notNull(),
    instructions: text('instructions'),
    deckId: uuid('deck_id'),
    /** The grant to the course's members is worth what this user may do with the deck. */
    attachedBy: uuid('attached_by'),
    opensAt: time('opens_at'),
    dueAt: time('due_at'),
    closesAt: time('closes_at'),
    /** The due date, or the end of time: what lists are ordered by. */
    orderAt: time('order_at').notNull(),
    points: doublePrecision('points').notNull(),
    goalRetrievability: doublePrecision('goal_retrievability'),
    goalTestScore: doublePrecision('goal_test_score'),
    goalQuestionsMin: integer('goal_questions_min'),
    attemptsMax: integer('attempts_max'),
    lateAccepted: boolean('late_accepted').notNull(),
    graceMinutes: integer('grace_minutes').notNull(),
    penaltyPercentPerDay: doublePrecision('penalty_percent_per_day').notNull(),
    penaltyPercentMax: doublePrecision('penalty_percent_max').notNull(),
    rubric: jsonb('rubric').$type<RubricCriterion[]>().notNull(),
    published: boolean('published').notNull(),
    gradesPosted: boolean('grades_posted').notNull(),
    version: integer('version').notNull().default(1),
    createdAt: time('created_at').notNull(),
    updatedAt: time('updated_at').notNull(),
  },
  (table) => [
    index('assignments_course_idx').on(table.courseId, table.orderAt, table.id),
    // Which assignments a review or a practice test may be for.
    index('assignments_deck_idx')
      .on(table.deckId, table.kind)
      .where(sql`published and deck_id is not null`),
  ],
);

/** Other dates or attempts for one student; null keeps what holds for all. */
export const assignmentOverrides = pgTable(
  'assignment_overrides',
  {
    assignmentId: uuid('assignment_id')
      .notNull()
      .references(() => assignments.id, { onDelete: 'cascade' }),
    studentId: uuid('student_id').notNull(),
    opensAt: time('opens_at'),
    dueAt: time('due_at'),
    closesAt: time('closes_at'),
    attemptsMax: integer('attempts_max'),
  },
  (table) => [
    primaryKey({ columns: [table.assignmentId, table.studentId] }),
    index('assignment_overrides_student_idx').on(table.studentId),
  ],
);

/** Where one student stands with one assignment: the latest attempt and its grade. */
export const submissions = pgTable(
  'submissions',
  {
    id: uuid('id').primaryKey(),
    assignmentId: uuid('assignment_id')
      .notNull()
      .references(() => assignments.id, { onDelete: 'cascade' }),
    courseId: uuid('course_id')
      .notNull()
      .references(() => courses.id, { onDelete: 'cascade' }),
    studentId: uuid('student_id').notNull(),
    state: submissionState('state').notNull(),
    draft: text('draft'),
    text: text('text'),
    attempts: integer('attempts').notNull().default(0),
    submittedAt: time('submitted_at'),
    late: boolean('late').notNull().default(false),
    penaltyPercent: doublePrecision('penalty_percent').notNull().default(0),
    /** How near the goal is, 0 to 1; null for what is written. */
    progress: doublePrecision('progress'),
    scoreBeforePenalty: doublePrecision('score_before_penalty'),
    score: doublePrecision('score'),
    feedback: text('feedback'),
    criteria: jsonb('criteria').$type<CriterionGrade[]>().notNull(),
    gradedBy: uuid('graded_by'),
    gradedAt: time('graded_at'),
    excusedBy: uuid('excused_by'),
    createdAt: time('created_at').notNull(),
    updatedAt: time('updated_at').notNull(),
  },
  (table) => [
    unique('submissions_assignment_student_unique').on(table.assignmentId, table.studentId),
    index('submissions_assignment_idx').on(table.assignmentId, table.createdAt, table.id),
    index('submissions_course_student_idx').on(table.courseId, table.studentId),
    index('submissions_student_idx').on(table.studentId),
  ],
);

/** Everything that was ever handed in. */
export const submissionAttempts = pgTable(
  'submission_attempts',
  {
    /** Made by the client, or the practice test: so that the same attempt counts once. */
    id: uuid('id').notNull(),
    submissionId: uuid('submission_id')
      .notNull()
      .references(() => submissions.id, { onDelete: 'cascade' }),
    studentId: uuid('student_id').notNull(),
    number: integer('number').notNull(),
    text: text('text'),
    submittedAt: time('submitted_at').notNull(),
    late: boolean('late').notNull(),
    score: doublePrecision('score'),
    feedback: text('feedback'),
  },
  (table) => [
    primaryKey({ columns: [table.submissionId, table.id] }),
    unique('submission_attempts_number_unique').on(table.submissionId, table.number),
    index('submission_attempts_student_idx').on(table.studentId),
  ],
);

/** What learners remember, as learning.events told it: for assignments that are done by studying. */
export const memoryCopies = pgTable(
  'memory_copies',
  {
    userId: uuid('user_id').notNull(),
    deckId: uuid('deck_id').notNull(),
    cardId: uuid('card_id').notNull(),
    /** Days until recall falls to 90 %. */
    stability: doublePrecision('stability').notNull(),
    reviewedAt: time('reviewed_at').notNull(),
    /** The last review, and what it found: for when it is taken back. */
    reviewId: uuid('review_id').notNull(),
    stabilityBefore: doublePrecision('stability_before'),
    reviewedBefore: time('reviewed_before'),
  },
  (table) => [
    primaryKey({ columns: [table.userId, table.deckId, table.cardId] }),
    index('memory_copies_card_idx').on(table.cardId),
  ],
);

/** How many cards decks have, as content.events told it. */
export const deckCardCounts = pgTable('deck_card_counts', {
  deckId: uuid('deck_id').primaryKey(),
  cardCount: integer('card_count').notNull(),
  /** Time of the event that this comes from: an older one that comes late changes nothing. */
  changedAt: time('changed_at').notNull(),
});

/** What teaching must know of decks, as content.events told it. */
export const deckCopies = pgTable('deck_copies', {
  deckId: uuid('deck_id').primaryKey(),
  ownerId: uuid('owner_id').notNull(),
  title: text('title').notNull(),
  visibility: deckVisibility('visibility').notNull(),
  editorIds: uuid('editor_ids').array().notNull(),
  viewerIds: uuid('viewer_ids').array().notNull(),
  deleted: boolean('deleted').notNull().default(false),
  /** Time of the event that this row comes from: an older one that comes late changes nothing. */
  changedAt: time('changed_at').notNull(),
});

/** Which users there are, as user.events told it. */
export const userCopies = pgTable('user_copies', {
  userId: uuid('user_id').primaryKey(),
  registeredAt: time('registered_at').notNull(),
});
