import { sql } from 'drizzle-orm';
import {
  boolean,
  customType,
  index,
  integer,
  pgTable,
  primaryKey,
  serial,
  smallint,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';

/**
 * What analytics must know of the other domains to decide who may see which figures: copies, fed by events. Each row carries
 * the time of the event that it shows, and an older event never overwrites a newer one, so a replay changes nothing.
 */

export { inbox, outbox } from '@ruzlet/platform/outbox/tables';
export { erasedSubjects, subjectRequests } from '@ruzlet/platform/subject-data/tables';

/** When the event happened that the row shows. */
const changedAt = () => timestamp('changed_at', { withTimezone: true, precision: 3 }).notNull();

const bytea = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => 'bytea' });

export const decks = pgTable('decks', {
  deckId: uuid('deck_id').primaryKey(),
  ownerId: uuid('owner_id').notNull(),
  visibility: text('visibility', { enum: ['PRIVATE', 'UNLISTED', 'PUBLIC'] }).notNull(),
  editorIds: uuid('editor_ids').array().notNull(),
  viewerIds: uuid('viewer_ids').array().notNull(),
  deleted: boolean('deleted').notNull(),
  changedAt: changedAt(),
});

export const courses = pgTable('courses', {
  courseId: uuid('course_id').primaryKey(),
  ownerId: uuid('owner_id').notNull(),
  changedAt: changedAt(),
});

export const courseMembers = pgTable(
  'course_members',
  {
    courseId: uuid('course_id').notNull(),
    userId: uuid('user_id').notNull(),
    role: text('role', { enum: ['OWNER', 'TEACHER', 'ASSISTANT', 'STUDENT'] }).notNull(),
    removed: boolean('removed').notNull(),
    changedAt: changedAt(),
  },
  (table) => [
    primaryKey({ columns: [table.courseId, table.userId] }),
    index('course_members_user').on(table.userId, table.courseId),
  ],
);

export const courseDecks = pgTable(
  'course_decks',
  {
    courseId: uuid('course_id').notNull(),
    lessonId: uuid('lesson_id').notNull(),
    deckId: uuid('deck_id').notNull(),
    attachedBy: uuid('attached_by').notNull(),
    removed: boolean('removed').notNull(),
    changedAt: changedAt(),
  },
  (table) => [
    primaryKey({ columns: [table.courseId, table.lessonId, table.deckId] }),
    index('course_decks_deck').on(table.deckId),
  ],
);

export const learners = pgTable('learners', {
  userId: uuid('user_id').primaryKey(),
  timeZone: text('time_zone').notNull(),
  /** Hour of the local clock, 0 to 23. */
  dayStartsAt: smallint('day_starts_at').notNull(),
  /** 0 for no goal. */
  dailyGoalReviews: integer('daily_goal_reviews').notNull(),
  changedAt: changedAt(),
});

/**
 * Learners who were erased: events of theirs that come later, or come again, are dropped. The anonymous id is known here only
 * while the erasure is under way, so that it can be repeated after a crash; afterwards nothing leads from one to the other.
 */
export const erasures = pgTable('erasures', {
  /** Of the user's id: it leads back to nobody. */
  fingerprint: uuid('fingerprint').primaryKey(),
  /** Known while the erasure or a rebuild of the figures is under way, to be erased from those as well. */
  userId: uuid('user_id'),
  anonymousId: uuid('anonymous_id'),
  requestedAt: timestamp('requested_at', { withTimezone: true, precision: 3 }).notNull(),
  erasedAt: timestamp('erased_at', { withTimezone: true, precision: 3 }),
});

/** Rebuilds of the figures from the raw events, in the order in which they began. */
export const rebuilds = pgTable('rebuilds', {
  id: serial('id').primaryKey(),
  state: text('state', { enum: ['RUNNING', 'DONE', 'FAILED'] }).notNull(),
  /** What it is doing, or what went wrong. */
  detail: text('detail').notNull(),
  startedAt: timestamp('started_at', { withTimezone: true, precision: 3 }).notNull(),
  finishedAt: timestamp('finished_at', { withTimezone: true, precision: 3 }),
});

/** Messages that a consumer could not take. Keys and values are bytes: a broken message may hold what text may not. */
export const deadLetters = pgTable(
  'dead_letters',
  {
    id: uuid('id').primaryKey(),
    /** SHA-256 of topic, group, key and value: the same message put aside again is the same letter. */
    fingerprint: text('fingerprint').notNull().unique(),
    topic: text('topic').notNull(),
    consumerGroup: text('consumer_group'),
    key: bytea('key').notNull(),
    value: bytea('value').notNull(),
    error: text('error').notNull(),
    position: text('position'),
    times: integer('times').notNull(),
    firstSeenAt: timestamp('first_seen_at', { withTimezone: true, precision: 3 }).notNull(),
    lastSeenAt: timestamp('last_seen_at', { withTimezone: true, precision: 3 }).notNull(),
    replayedAt: timestamp('replayed_at', { withTimezone: true, precision: 3 }),
  },
  (table) => [
    index('dead_letters_waiting')
      .on(table.topic, table.id)
      .where(sql`replayed_at is null`),
    index('dead_letters_topic').on(table.topic, table.id),
  ],
);
