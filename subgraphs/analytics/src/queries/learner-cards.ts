/**
 * What statements on a learner's present cards begin with: of each card the state that its latest review left, and when it is due,
 * which may have been reckoned anew since. Undone reviews do not count; deleted cards and cards of deleted decks are left out.
 */
export const learnerCards = `
    reviewed AS (
      SELECT
        user_id, card_id,
        argMax(tuple(deck_id, stability_after, due_after, reviewed_at), (reviewed_at, review_id)) AS latest
      FROM reviews FINAL
      WHERE user_id IN {userIds:Array(UUID)}
      GROUP BY user_id, card_id
    ),
    gone AS (
      SELECT deck_id, card_id FROM deck_contents FINAL
      WHERE deck_id IN (SELECT latest.1 FROM reviewed) AND deleted = 1
    ),
    cards AS (
      SELECT
        reviewed.user_id AS user_id,
        latest.2 AS stability,
        latest.4 AS reviewed_at,
        if(moved.rescheduled_at > latest.4, moved.due_at, latest.3) AS due_at
      FROM reviewed
      LEFT JOIN (
        SELECT user_id, card_id, due_at, rescheduled_at FROM reschedules FINAL WHERE user_id IN {userIds:Array(UUID)}
      ) AS moved ON moved.user_id = reviewed.user_id AND moved.card_id = reviewed.card_id
      WHERE (latest.1, reviewed.card_id) NOT IN (SELECT deck_id, card_id FROM gone)
        AND (latest.1, toUUID('00000000-0000-0000-0000-000000000000')) NOT IN (SELECT deck_id, card_id FROM gone)
    )`;
