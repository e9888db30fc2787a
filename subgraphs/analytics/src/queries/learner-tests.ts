import { z } from 'zod';
import { numeric, type Query } from './run-query.js';

const row = z.object({ user_id: z.string(), tests: numeric, average_score: numeric });

/** Practice tests that learners handed in during a range of their days. */
export const learnerTests = {
  name: 'learner-tests',
  row,
  sql: `
    SELECT user_id, count() AS tests, avg(score) AS average_score
    FROM tests FINAL
    WHERE user_id IN {userIds:Array(UUID)} AND local_day BETWEEN {from:Date} AND {to:Date}
    GROUP BY user_id`,
} satisfies Query<typeof row>;
