import type { Database, Db } from '@ruzlet/platform/postgres/database';
import type * as tables from './tables.js';

export type AnalyticsSchema = typeof tables;
export type AnalyticsDatabase = Database<AnalyticsSchema>;
/** The database or a transaction on it. */
export type AnalyticsDb = Db<AnalyticsSchema>;
