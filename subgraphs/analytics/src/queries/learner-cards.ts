import { noId } from '../storage/event-row.js';

const ofLearners = 'user_id IN {userIds:Array(UUID)}';

/**
 * What statements on a learner's present cards begin with: of each card how well it is remembered, since when, when it is due, and
 * whether it is out of study. Begins at its latest review; undone reviews do not count. A card lies in the deck where it was reviewed last, or in the
 * one that it was moved to since. Left out are deleted cards, cards of deleted decks, and cards that were made new again.
 *
 * What changed a card beside reviews counts from the moment when the server did it, so it is compared with when the review arrived.
 * A merge tells the memory after `later_reviews` reviews that followed the late one. It holds while exactly these follow it; of several
 * that hold the one with most of them was reckoned last.
 */
export const learnerCards = `
    reviewed AS (
      SELECT
        user_id, card_id,
        argMax(tuple(deck_id, stability_after, due_after, reviewed_at, received_at), (reviewed_at, review_id)) AS latest,
        groupArray((reviewed_at, review_id)) AS places
      FROM reviews FINAL
      PREWHERE ${ofLearners}
      GROUP BY user_id, card_id
    ),
    moves AS (
      SELECT card_id, deck_id, moved_at FROM card_moves FINAL
      WHERE card_id IN (SELECT card_id FROM reviews WHERE ${ofLearners})
    ),
    gone AS (
      SELECT deck_id, card_id FROM deck_contents FINAL
      WHERE deck_id IN (SELECT deck_id FROM reviews WHERE ${ofLearners} UNION DISTINCT SELECT deck_id FROM moves) AND deleted = 1
    ),
    changed AS (
      SELECT
        user_id, card_id,
        maxIf((at, due_at), kind = 'RESCHEDULED') AS moved,
        maxIf(at, kind = 'RESET') AS reset_at,
        maxIf(suspended, kind = 'SUSPENDED') AS suspended,
        groupArrayIf((later_reviews, review_id, at, due_at, stability), kind = 'MERGED') AS merges
      FROM card_changes FINAL
      WHERE ${ofLearners}
      GROUP BY user_id, card_id
    ),
    cards AS (
      SELECT
        reviewed.user_id AS user_id,
        if(move.moved_at > latest.5, move.deck_id, latest.1) AS lies_in,
        arraySort(merge -> merge.1, arrayFilter(
          merge -> arrayExists(place -> place.2 = merge.2, places)
            AND merge.1 = arrayCount(place -> place > arrayFirst(late -> late.2 = merge.2, places), places),
          merges
        )) AS holding,
        -- With nothing in it all of these are zeros.
        holding[-1] AS merge,
        if(empty(holding), latest.2, merge.5) AS stability,
        latest.4 AS reviewed_at,
        if(moved.1 > greatest(latest.5, merge.3), moved.2, if(empty(holding), latest.3, merge.4)) AS due_at,
        suspended
      FROM reviewed
      LEFT JOIN changed ON changed.user_id = reviewed.user_id AND changed.card_id = reviewed.card_id
      LEFT JOIN moves AS move ON move.card_id = reviewed.card_id
      WHERE (lies_in, reviewed.card_id) NOT IN (SELECT deck_id, card_id FROM gone)
        AND (lies_in, toUUID('${noId}')) NOT IN (SELECT deck_id, card_id FROM gone)
        AND reset_at <= latest.5
    )`;
