import type { ClickHouseClient } from '@clickhouse/client';
import { dataErased, type DataRequest } from '@ruzlet/contracts/personal-data';
import type { Clock } from '@ruzlet/platform/clock';
import type { EncodedEvent } from '@ruzlet/platform/outbox/events';
import { countLearnerRows } from '../storage/learner-rows.js';
import type { AnalyticsDb } from '../storage/database.js';
import { eraseLearner } from '../storage/erase-learner.js';

/** What courses, decks and the platform go on counting, of nobody. */
const kept = ['reviews', 'tests', 'lesson_completions', 'course_members', 'registrations'];

/** Erases the raw events and figures of a user; what courses and decks count stays, under an id that leads back to nobody. */
export async function eraseUser(
  { db, writer, clock }: { db: AnalyticsDb; writer: ClickHouseClient; clock: Clock },
  request: DataRequest,
): Promise<() => Promise<EncodedEvent[]>> {
  const { subjectId } = request;
  const rows = await countLearnerRows(writer, subjectId);
  await eraseLearner({ db, writer }, subjectId, clock.now());
  const result = {
    erased: rows.filter(({ kind }) => !kept.includes(kind)),
    anonymised: rows.filter(({ kind }) => kept.includes(kind)),
    objects: 0,
  };
  return () => Promise.resolve([dataErased('analytics', request, result, clock.now())]);
}
