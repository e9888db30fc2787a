import { retrievabilityBounds, retrievabilityDecay, stabilityBoundsDays } from '../domain/memory-buckets.js';
import { z } from 'zod';
import { learnerCards } from './learner-cards.js';
import { numeric, type Query } from './run-query.js';

const row = z.object({
  user_id: z.string(),
  stability_bucket: numeric,
  retrievability_bucket: numeric,
  cards: numeric,
  stability_sum: numeric,
  retrievability_sum: numeric,
});

/** The forgetting curve of FSRS-6: it passes 90 % when as many days have passed as the stability says. */
const retrievability = `pow(1 + (pow(0.9, 1 / -${String(retrievabilityDecay)}) - 1)
          * greatest(0, {now:Int64} - toUnixTimestamp64Milli(reviewed_at)) / 86400000 / greatest(stability, 0.001),
          -${String(retrievabilityDecay)})`;

/** A value's bucket, from 0: how many bounds it has reached. */
const bucketOf = (value: string, bounds: readonly number[]) =>
  `arrayCount(bound -> ${value} >= bound, [${bounds.join(', ')}])`;

/** Cards that learners have reviewed, by stability and by the probability that they are remembered now. */
export const learnerMemory = {
  name: 'learner-memory',
  row,
  sql: `
    WITH ${learnerCards},
      known AS (SELECT user_id, stability, ${retrievability} AS chance FROM cards)
    SELECT
      user_id,
      ${bucketOf('stability', stabilityBoundsDays)} AS stability_bucket,
      ${bucketOf('chance', retrievabilityBounds)} AS retrievability_bucket,
      count() AS cards,
      sum(stability) AS stability_sum,
      sum(chance) AS retrievability_sum
    FROM known
    GROUP BY user_id, stability_bucket, retrievability_bucket
    ORDER BY user_id, stability_bucket, retrievability_bucket`,
} satisfies Query<typeof row>;
