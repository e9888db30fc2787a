import type { Database, Db } from '@ruzlet/platform/postgres/database';
import type * as tables from './tables.js';

type Schema = typeof tables;

/** What repository functions take: the database and a transaction both fit. */
export type DecksDb = Db<Schema>;
/** The connected database of this subgraph. */
export type DecksDatabase = Database<Schema>;
