-- What changes when cards are due beside reviews: due dates that were reckoned anew, cards and decks that are gone. Read with
-- FINAL; of each thing the newest state by the time of the event.
CREATE TABLE IF NOT EXISTS reschedules (
  user_id UUID,
  card_id UUID,
  due_at DateTime64(3, 'UTC'),
  rescheduled_at DateTime64(3, 'UTC'),
  version UInt64
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (user_id, card_id)
SETTINGS index_granularity = 1024;

CREATE MATERIALIZED VIEW IF NOT EXISTS reschedules_from_rescheduled TO reschedules AS
WITH
  JSONExtract(data, 'Tuple(rescheduledAt String, cards Array(Tuple(cardId UUID, dueAfter String)))') AS change,
  arrayJoin(change.cards) AS card
SELECT
  user_id,
  card.cardId AS card_id,
  parseDateTime64BestEffortOrZero(card.dueAfter, 3, 'UTC') AS due_at,
  parseDateTime64BestEffortOrZero(change.rescheduledAt, 3, 'UTC') AS rescheduled_at,
  toUInt64(toUnixTimestamp64Milli(rescheduled_at)) AS version
FROM events
WHERE type = 'ruzlet.learning.cards.rescheduled.v1';

INSERT INTO reschedules
WITH
  JSONExtract(data, 'Tuple(rescheduledAt String, cards Array(Tuple(cardId UUID, dueAfter String)))') AS change,
  arrayJoin(change.cards) AS card
SELECT
  user_id,
  card.cardId AS card_id,
  parseDateTime64BestEffortOrZero(card.dueAfter, 3, 'UTC') AS due_at,
  parseDateTime64BestEffortOrZero(change.rescheduledAt, 3, 'UTC') AS rescheduled_at,
  toUInt64(toUnixTimestamp64Milli(rescheduled_at)) AS version
FROM events
WHERE type = 'ruzlet.learning.cards.rescheduled.v1';

-- A deck that was deleted may come back; a deleted card does not. A deck is a row with no card.
CREATE TABLE IF NOT EXISTS deck_contents (
  deck_id UUID,
  card_id UUID,
  deleted UInt8,
  version UInt64
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (deck_id, card_id)
SETTINGS index_granularity = 1024;

CREATE MATERIALIZED VIEW IF NOT EXISTS deck_contents_from_content TO deck_contents AS
WITH arrayJoin(if(
  type = 'ruzlet.content.cards.deleted.v1', JSONExtract(data, 'cardIds', 'Array(UUID)'), [toUUID('00000000-0000-0000-0000-000000000000')]
)) AS card
SELECT
  deck_id,
  card AS card_id,
  type != 'ruzlet.content.deck.restored.v1' AS deleted,
  toUInt64(toUnixTimestamp64Milli(time)) AS version
FROM events
WHERE type IN ('ruzlet.content.cards.deleted.v1', 'ruzlet.content.deck.deleted.v1', 'ruzlet.content.deck.restored.v1');

INSERT INTO deck_contents
WITH arrayJoin(if(
  type = 'ruzlet.content.cards.deleted.v1', JSONExtract(data, 'cardIds', 'Array(UUID)'), [toUUID('00000000-0000-0000-0000-000000000000')]
)) AS card
SELECT
  deck_id,
  card AS card_id,
  type != 'ruzlet.content.deck.restored.v1' AS deleted,
  toUInt64(toUnixTimestamp64Milli(time)) AS version
FROM events
WHERE type IN ('ruzlet.content.cards.deleted.v1', 'ruzlet.content.deck.deleted.v1', 'ruzlet.content.deck.restored.v1');
