import { sql } from 'drizzle-orm';
import {
  boolean,
  foreignKey,
  index,
  integer,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
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
