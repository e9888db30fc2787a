-- Reviews again, in granules of 1024 rows instead of 8192. Almost every read is of one learner, one card or one deck, and a
-- granule is the least that ClickHouse reads: measured in bench/analytics, a learner's dashboard reads eight times less.
-- The granularity of a table cannot be changed, so both tables are made anew and filled from the raw events.
DROP VIEW IF EXISTS deck_reviews_from_reviews;
DROP VIEW IF EXISTS reviews_from_reviewed;
DROP VIEW IF EXISTS reviews_from_undone;
DROP TABLE IF EXISTS deck_reviews;
DROP TABLE IF EXISTS reviews;

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
ORDER BY (user_id, review_id)
SETTINGS index_granularity = 1024;

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
ORDER BY (deck_id, card_id, user_id, review_id)
SETTINGS index_granularity = 1024;

CREATE MATERIALIZED VIEW IF NOT EXISTS deck_reviews_from_reviews TO deck_reviews AS
SELECT deck_id, card_id, user_id, review_id, rating, duration_ms, reviewed_at, local_day, version, undone
FROM reviews;

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

INSERT INTO reviews
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

INSERT INTO reviews (user_id, review_id, deck_id, card_id, event_id, version, undone)
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

-- What learners did in days, weeks, months and at all, over everything and by deck: what leaderboards, decks, courses and the
-- platform are reckoned from, so that none of them reads reviews one by one.
--
-- A row is never added to: after each batch the collector reckons the cells that the batch touched from `reviews`, duplicates
-- and undone reviews taken out, and writes them anew (src/storage/reckon-totals.ts). So the figures stay exact, whatever
-- comes twice. `version` is the moment of reckoning: of two that run at once, the one that began later has seen more.
-- A cell whose reviews were all undone stays as a row of zeros. Read with FINAL.
CREATE TABLE IF NOT EXISTS totals (
  scope Enum8('EVERYONE' = 1, 'DECK' = 2),
  -- The deck; all zeros for EVERYONE.
  scope_id UUID,
  period Enum8('DAY' = 1, 'WEEK' = 2, 'MONTH' = 3, 'ALL_TIME' = 4),
  -- The first of the learner's days that count; 1970-01-01 for ALL_TIME.
  start Date,
  user_id UUID,
  reviews UInt32,
  correct UInt32,
  study_time_ms UInt64,
  last_reviewed_at DateTime64(3, 'UTC'),
  version UInt64
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (scope, scope_id, period, start, user_id)
SETTINGS index_granularity = 2048;
