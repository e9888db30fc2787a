import { type AnyColumn, type SQL, sql } from 'drizzle-orm';

/**
 * Text in the order in which people look it up: by the Unicode collation, whatever locale the database was made with. By
 * bytes Zebra would stand before apple, and ё behind я.
 */
export function alphabetical(text: AnyColumn | string): SQL {
  return sql`${text} collate "und-x-icu"`;
}
