/** Every table of this subgraph's database, for drizzle and drizzle-kit. */
export { inbox, outbox } from '@ruzlet/platform/outbox/tables';
export { erasedSubjects, subjectRequests } from '@ruzlet/platform/subject-data/tables';
export * from './account-tables.js';
export * from './mail-tables.js';
export * from './session-tables.js';
export * from './second-factor-tables.js';
export * from './identity-tables.js';
export * from './personal-data-tables.js';
