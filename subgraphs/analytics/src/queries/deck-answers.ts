/**
 * For statements on `deck_reviews`: leaves out the reviews of these decks that were undone. An undoing is a mark on the day 1970-01-01,
 * which is no day of a review.
 *
 * @param decks an expression that limits the marks, the same that limits the reviews.
 */
export const counted = (decks: string) => `local_day > toDate('1970-01-01') AND (user_id, review_id) NOT IN (
          SELECT user_id, review_id FROM deck_reviews WHERE ${decks} AND local_day = toDate('1970-01-01')
        )`;
