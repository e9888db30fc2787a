/** Every table of this subgraph's database, for drizzle and drizzle-kit. */
export * from './deck-tables.js';
export * from './study-tables.js';
export { inbox, outbox } from '@ruzlet/platform/outbox/tables';
export * from './session-tables.js';
export { erasedSubjects, subjectRequests } from '@ruzlet/platform/subject-data/tables';
