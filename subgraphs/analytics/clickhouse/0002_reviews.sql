-- One row per review, read with FINAL. The key is the review, not the event, so a review that was published twice under
-- two event ids counts once too. An undone review is a second row of the same key with a higher version and the sign
-- `undone`: FINAL then leaves the review out, whichever of the two came first and however often either comes again.
--
-- Not partitioned, because an undoing does not know the day of its review, and both must meet in one partition.
-- Queries must not push conditions before FINAL (`optimize_move_to_prewhere_if_final` stays 0): the undoing row carries no day.
CREATE TABLE IF NOT EXISTS reviews (
  user_id UUID,
  review_id UUID,
  deck_id UUID,
  card_id UUID,
  event_id UUID,
  rating UInt8,
  duration_ms UInt32,
  reviewed_at DateTime64(3, 'UTC'),
  received_at DateTime64(3, 'UTC'),
  local_day Date,
  local_hour UInt8,
  time_zone LowCardinality(String),
  state_before UInt8,
  stability_before Nullable(Float64),
  difficulty_before Nullable(Float64),
  retrievability_before Nullable(Float64),
  elapsed_days Float64,
  scheduled_days_before UInt32,
  state_after UInt8,
  stability_after Float64,
  difficulty_after Float64,
  scheduled_days_after UInt32,
  due_after DateTime64(3, 'UTC'),
  version UInt8,
  undone UInt8
)
ENGINE = ReplacingMergeTree(version, undone)
ORDER BY (user_id, review_id);

CREATE MATERIALIZED VIEW IF NOT EXISTS reviews_from_reviewed TO reviews AS
WITH JSONExtract(data, 'Tuple(reviewId UUID, userId UUID, deckId UUID, cardId UUID, rating UInt8, durationMs UInt32, reviewedAt String, receivedAt String, localDay String, localHour UInt8, timeZone String, stateBefore UInt8, stabilityBefore Nullable(Float64), difficultyBefore Nullable(Float64), retrievabilityBefore Nullable(Float64), elapsedDays Float64, scheduledDaysBefore UInt32, stateAfter UInt8, stabilityAfter Float64, difficultyAfter Float64, scheduledDaysAfter UInt32, dueAfter String)') AS review
SELECT
  review.userId AS user_id,
  review.reviewId AS review_id,
  review.deckId AS deck_id,
  review.cardId AS card_id,
  event_id,
  review.rating AS rating,
  review.durationMs AS duration_ms,
  parseDateTime64BestEffortOrZero(review.reviewedAt, 3, 'UTC') AS reviewed_at,
  parseDateTime64BestEffortOrZero(review.receivedAt, 3, 'UTC') AS received_at,
  toDateOrZero(review.localDay) AS local_day,
  review.localHour AS local_hour,
  review.timeZone AS time_zone,
  review.stateBefore AS state_before,
  review.stabilityBefore AS stability_before,
  review.difficultyBefore AS difficulty_before,
  review.retrievabilityBefore AS retrievability_before,
  review.elapsedDays AS elapsed_days,
  review.scheduledDaysBefore AS scheduled_days_before,
  review.stateAfter AS state_after,
  review.stabilityAfter AS stability_after,
  review.difficultyAfter AS difficulty_after,
  review.scheduledDaysAfter AS scheduled_days_after,
  parseDateTime64BestEffortOrZero(review.dueAfter, 3, 'UTC') AS due_after,
  1 AS version,
  0 AS undone
FROM events
WHERE type = 'ruzlet.learning.card.reviewed.v1';

CREATE MATERIALIZED VIEW IF NOT EXISTS reviews_from_undone TO reviews AS
WITH JSONExtract(data, 'Tuple(reviewId UUID, userId UUID, deckId UUID, cardId UUID)') AS review
SELECT
  review.userId AS user_id,
  review.reviewId AS review_id,
  review.deckId AS deck_id,
  review.cardId AS card_id,
  event_id,
  2 AS version,
  1 AS undone
FROM events
WHERE type = 'ruzlet.learning.review.undone.v1';

-- The same rows by deck and card, for what is asked of decks, cards and courses. Fed from `reviews`, undoings included,
-- and exact for the same reason.
CREATE TABLE IF NOT EXISTS deck_reviews (
  deck_id UUID,
  card_id UUID,
  user_id UUID,
  review_id UUID,
  rating UInt8,
  duration_ms UInt32,
  reviewed_at DateTime64(3, 'UTC'),
  local_day Date,
  version UInt8,
  undone UInt8
)
ENGINE = ReplacingMergeTree(version, undone)
ORDER BY (deck_id, card_id, user_id, review_id);

CREATE MATERIALIZED VIEW IF NOT EXISTS deck_reviews_from_reviews TO deck_reviews AS
SELECT deck_id, card_id, user_id, review_id, rating, duration_ms, reviewed_at, local_day, version, undone
FROM reviews;
