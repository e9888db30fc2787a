import type { ClickHouseClient } from '@clickhouse/client';
import DataLoader from 'dataloader';
import type { DayRange } from '../domain/day-range.js';
import { loaderKeysMax } from './grouped-loader.js';
import { learnerSpans, type SpanList, type SpanRow } from './learner-spans.js';
import { runQuery } from './run-query.js';

/** A span of days of a learner, and what is listed of it. */
export interface SpanKey extends DayRange {
  /** The learner. */
  id: string;
  list: SpanList;
}

const spanText = ({ from, to, list }: Omit<SpanKey, 'id'>) => `${from} ${to} ${list}`;

/**
 * A per-request loader of spans: learners of whom the same spans are asked share one statement. So the dashboard of a learner is one
 * statement, and a class of which a teacher asks the same is one, too.
 */
export function createSpanLoader(reader: ClickHouseClient): DataLoader<SpanKey, SpanRow | undefined, string> {
  const keyText = (key: SpanKey) => `${key.id} ${spanText(key)}`;
  return new DataLoader<SpanKey, SpanRow | undefined, string>(
    async (keys) => {
      const found = new Map<string, SpanRow>();
      await Promise.all(
        statementsOf(keys).map(async ({ userIds, spans }) => {
          const rows = await runQuery(reader, learnerSpans, {
            userIds,
            froms: spans.map(({ from }) => from),
            tos: spans.map(({ to }) => to),
            lists: spans.map(({ list }) => list),
          });
          for (const row of rows) found.set(keyText({ ...row, id: row.user_id }), row);
        }),
      );
      return keys.map((key) => found.get(keyText(key)));
    },
    { cacheKeyFn: keyText },
  );
}

/** Learners with the same spans together, and no more of them in one statement than its parameters may carry. */
function statementsOf(keys: readonly SpanKey[]): { userIds: string[]; spans: SpanKey[] }[] {
  const ofLearners = new Map<string, SpanKey[]>();
  for (const key of keys) {
    const spans = ofLearners.get(key.id);
    if (spans) spans.push(key);
    else ofLearners.set(key.id, [key]);
  }
  const groups = new Map<string, { userIds: string[]; spans: SpanKey[] }>();
  for (const [userId, spans] of ofLearners) {
    const text = spans.map(spanText).sort().join();
    const group = groups.get(text);
    if (group) group.userIds.push(userId);
    else groups.set(text, { userIds: [userId], spans });
  }
  return [...groups.values()].flatMap(({ userIds, spans }) =>
    Array.from({ length: Math.ceil(userIds.length / loaderKeysMax) }, (_, portion) => ({
      userIds: userIds.slice(portion * loaderKeysMax, (portion + 1) * loaderKeysMax),
      spans,
    })),
  );
}
