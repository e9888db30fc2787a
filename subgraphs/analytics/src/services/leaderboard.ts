import { badInput, notFound } from '@ruzlet/platform/errors';
import { isUuid } from '@ruzlet/platform/ids';
import { pageArgs } from '@ruzlet/platform/pagination';
import { localDay } from '@ruzlet/platform/localtime';
import { allDays } from '../domain/day-range.js';
import { periodRange, type Period } from '../domain/period.js';
import { leaderboards } from '../queries/leaderboard.js';
import { periodOfRange } from '../queries/period-of-range.js';
import { runQuery } from '../queries/run-query.js';
import { dayStartsAtDefault } from '../storage/copies.js';
import { learnerToday } from './learner-today.js';
import type { Scope } from './scope.js';

export type LeaderboardScope = keyof typeof leaderboards;

export interface LeaderboardArgs {
  scope: LeaderboardScope;
  period: Period;
  id?: string | null | undefined;
  first?: number | null | undefined;
}

/** Stands for an anonymous viewer in a query; nobody has this id. */
const nobody = '00000000-0000-0000-0000-000000000000';

/**
 * Who reviewed most.
 *
 * @throws AppError NOT_FOUND for a course that the viewer is no member of, or a deck that the viewer may not see;
 * BAD_USER_INPUT when `id` is missing, or is given for EVERYONE.
 */
export async function leaderboardOf(scope: Scope, args: LeaderboardArgs) {
  const { first } = pageArgs(args);
  await requireScope(scope, args);
  const { viewer, clock } = scope;
  const today = viewer ? await learnerToday(scope, viewer.userId) : localDay(clock.now(), 'UTC', dayStartsAtDefault);
  const range = periodRange(args.period, today);
  const rows = await runQuery(scope.reader, leaderboards[args.scope], {
    ...range,
    // Decks have no rows for weeks and months: their days are summed.
    ...(args.scope === 'EVERYONE' && { period: args.period }),
    first,
    viewerId: viewer?.userId ?? nobody,
    ...(args.scope === 'DECK' && { deckId: args.id, period: periodOfRange(range) }),
    ...(args.scope === 'COURSE' && { courseIds: [args.id], periods: [periodOfRange(range)] }),
  });
  const entries = rows.map(({ position, user_id, rank, reviews, correct, study_time_ms }) => ({
    position,
    userId: user_id,
    entry: { rank, user: { id: user_id }, reviews, correct, studyTimeMs: study_time_ms },
  }));
  return {
    scope: args.scope,
    period: args.period,
    from: range.from === allDays.from ? null : range.from,
    entries: entries.filter(({ position }) => position <= first).map(({ entry }) => entry),
    viewerEntry: entries.find(({ userId }) => userId === viewer?.userId)?.entry ?? null,
  };
}

async function requireScope({ access }: Scope, { scope, id }: LeaderboardArgs): Promise<void> {
  if (scope === 'EVERYONE') {
    if (id) throw badInput([{ path: ['id'], message: 'must be left out for the scope EVERYONE' }]);
    return;
  }
  if (!id) throw badInput([{ path: ['id'], message: `must be the id of a ${scope.toLowerCase()} for this scope` }]);
  const allowed = scope === 'DECK' ? access.deck : access.courseMember;
  if (!isUuid(id) || !(await allowed.load(id))) throw notFound(scope.toLowerCase());
}
