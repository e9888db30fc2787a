import { sql } from 'drizzle-orm';
import { boolean, index, pgTable, smallint, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { profileVisibilities } from '../domain/visibility.js';

export { inbox, outbox } from '@ruzlet/platform/outbox/tables';

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
