-- What changes a learner's cards beside reviews. Of each kind the newest by the time of the event; of merges one for each
-- review that came late, because it holds only while the reviews after it are those that it was reckoned with (queries/learner-cards.ts).
-- Takes the place of `reschedules`. Read with FINAL.
CREATE TABLE IF NOT EXISTS card_changes (
  user_id UUID,
  card_id UUID,
  kind Enum8('RESCHEDULED' = 1, 'MERGED' = 2, 'SUSPENDED' = 3, 'RESET' = 4),
  -- Of MERGED the review that came late, else zeros.
  review_id UUID,
  at DateTime64(3, 'UTC'),
  -- Of RESCHEDULED and MERGED.
  due_at DateTime64(3, 'UTC'),
  -- Of MERGED.
  stability Float64,
  later_reviews UInt32,
  -- Of SUSPENDED; 0 when the card was put back.
  suspended UInt8,
  version UInt64
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (user_id, card_id, kind, review_id)
SETTINGS index_granularity = 256;

-- A card that turned into a leech may have been taken out of study for it.
CREATE MATERIALIZED VIEW IF NOT EXISTS card_changes_from_learning TO card_changes AS
WITH
  JSONExtract(data, 'Tuple(cardId UUID, reviewId UUID, due String, stability Float64, laterReviews UInt32, suspended Bool, cards Array(Tuple(cardId UUID, dueAfter String)))') AS change,
  arrayJoin(if(empty(change.cards), [(change.cardId, change.due)], change.cards)) AS card
SELECT
  user_id,
  card.1 AS card_id,
  multiIf(
    type = 'ruzlet.learning.cards.rescheduled.v1', 'RESCHEDULED',
    type = 'ruzlet.learning.memory.merged.v1', 'MERGED',
    type = 'ruzlet.learning.cards.reset.v1', 'RESET',
    'SUSPENDED'
  ) AS kind,
  if(type = 'ruzlet.learning.memory.merged.v1', change.reviewId, toUUID('00000000-0000-0000-0000-000000000000')) AS review_id,
  time AS at,
  parseDateTime64BestEffortOrZero(card.2, 3, 'UTC') AS due_at,
  change.stability AS stability,
  change.laterReviews AS later_reviews,
  change.suspended AS suspended,
  toUInt64(toUnixTimestamp64Milli(time)) AS version
FROM learning_feed
WHERE type IN (
    'ruzlet.learning.cards.rescheduled.v1', 'ruzlet.learning.memory.merged.v1', 'ruzlet.learning.cards.reset.v1',
    'ruzlet.learning.cards.suspended.v1', 'ruzlet.learning.card.leeched.v1'
  )
  AND (type != 'ruzlet.learning.card.leeched.v1' OR JSONExtractBool(data, 'suspended'));

INSERT INTO card_changes
WITH
  JSONExtract(data, 'Tuple(cardId UUID, reviewId UUID, due String, stability Float64, laterReviews UInt32, suspended Bool, cards Array(Tuple(cardId UUID, dueAfter String)))') AS change,
  arrayJoin(if(empty(change.cards), [(change.cardId, change.due)], change.cards)) AS card
SELECT
  user_id,
  card.1 AS card_id,
  multiIf(
    type = 'ruzlet.learning.cards.rescheduled.v1', 'RESCHEDULED',
    type = 'ruzlet.learning.memory.merged.v1', 'MERGED',
    type = 'ruzlet.learning.cards.reset.v1', 'RESET',
    'SUSPENDED'
  ) AS kind,
  if(type = 'ruzlet.learning.memory.merged.v1', change.reviewId, toUUID('00000000-0000-0000-0000-000000000000')) AS review_id,
  time AS at,
  parseDateTime64BestEffortOrZero(card.2, 3, 'UTC') AS due_at,
  change.stability AS stability,
  change.laterReviews AS later_reviews,
  change.suspended AS suspended,
  toUInt64(toUnixTimestamp64Milli(time)) AS version
FROM events
WHERE type IN (
    'ruzlet.learning.cards.rescheduled.v1', 'ruzlet.learning.memory.merged.v1', 'ruzlet.learning.cards.reset.v1',
    'ruzlet.learning.cards.suspended.v1', 'ruzlet.learning.card.leeched.v1'
  )
  AND (type != 'ruzlet.learning.card.leeched.v1' OR JSONExtractBool(data, 'suspended'));

-- How fast a learner forgets, by the weights that schedule the cards of a deck; zeros for decks without weights of their own. Of each
-- the newest by the time of the event that counts. Read with FINAL.
CREATE TABLE IF NOT EXISTS scheduler_weights (
  user_id UUID,
  deck_id UUID,
  -- The last of the 21 weights of FSRS-6.
  decay Float64,
  version UInt64
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (user_id, deck_id);

CREATE MATERIALIZED VIEW IF NOT EXISTS scheduler_weights_from_fitted TO scheduler_weights AS
SELECT
  user_id,
  deck_id,
  JSONExtract(data, 'weights', 'Array(Float64)')[21] AS decay,
  toUInt64(toUnixTimestamp64Milli(time)) AS version
FROM learning_feed
WHERE type = 'ruzlet.learning.scheduler.fitted.v1' AND JSONExtractBool(data, 'counts');

INSERT INTO scheduler_weights
SELECT
  user_id,
  deck_id,
  JSONExtract(data, 'weights', 'Array(Float64)')[21] AS decay,
  toUInt64(toUnixTimestamp64Milli(time)) AS version
FROM events
WHERE type = 'ruzlet.learning.scheduler.fitted.v1' AND JSONExtractBool(data, 'counts');
