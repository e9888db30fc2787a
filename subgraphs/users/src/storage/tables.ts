import { sql } from 'drizzle-orm';
import { boolean, index, integer, pgTable, primaryKey, smallint, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { profileVisibilities } from '../domain/visibility.js';

export { inbox, outbox } from '@ruzlet/platform/outbox/tables';
export { erasedSubjects, subjectRequests } from '@ruzlet/platform/subject-data/tables';

const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'date' });

/** One row per user; the id is that of the account in auth. */
export const profiles = pgTable(
  'profiles',
  {
    id: uuid('id').primaryKey(),
    /** Unique by auth's word; here it is only looked up, so a late event can never be refused. */
    username: text('username').notNull(),
    usernameKey: text('username_key').notNull(),
    displayName: text('display_name').notNull(),
    /** What the search looks through: both names, caseless. */
    searchText: text('search_text').notNull(),
    bio: text('bio'),
    /** The upload that the picture was made of; its objects are named by it. Null without a picture. */
    avatarId: uuid('avatar_id'),
    locale: text('locale').notNull(),
    timeZone: text('time_zone').notNull(),
    dayStartsAt: smallint('day_starts_at').notNull().default(4),
    dailyGoalReviews: smallint('daily_goal_reviews').notNull().default(50),
    visibility: text('visibility', { enum: profileVisibilities }).notNull().default('PUBLIC'),
    showOnLeaderboards: boolean('show_on_leaderboards').notNull().default(true),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [
    index('profiles_username_key').on(table.usernameKey),
    index('profiles_search').using('gin', sql`${table.searchText} gin_trgm_ops`),
  ],
);

/** Uploads of pictures that were asked for and not confirmed yet. */
export const avatarUploads = pgTable(
  'avatar_uploads',
  {
    id: uuid('id').primaryKey(),
    userId: uuid('user_id').notNull(),
    contentType: text('content_type').notNull(),
    sizeBytes: integer('size_bytes').notNull(),
    expiresAt: instant('expires_at').notNull(),
  },
  (table) => [
    index('avatar_uploads_user').on(table.userId, table.expiresAt),
    index('avatar_uploads_expiry').on(table.expiresAt),
  ],
);

/** Names that users had before: they lead to them still, as long as nobody else has the name. */
export const usernameHistory = pgTable(
  'username_history',
  {
    userId: uuid('user_id').notNull(),
    username: text('username').notNull(),
    usernameKey: text('username_key').notNull(),
    until: instant('until').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.userId, table.until] }),
    index('username_history_key').on(table.usernameKey, table.until),
  ],
);
