-- A card that is moved to another deck leaves its deck as a deleted one does, and is still remembered and due. So only what says nothing of
-- another deck is deleted, and the deck that a card was moved to last is kept.
DROP VIEW IF EXISTS deck_contents_from_content;

CREATE MATERIALIZED VIEW IF NOT EXISTS deck_contents_from_content TO deck_contents AS
WITH arrayJoin(if(
  type = 'ruzlet.content.cards.deleted.v1', JSONExtract(data, 'cardIds', 'Array(UUID)'), [toUUID('00000000-0000-0000-0000-000000000000')]
)) AS card
SELECT
  deck_id,
  card AS card_id,
  type != 'ruzlet.content.deck.restored.v1' AS deleted,
  toUInt64(toUnixTimestamp64Milli(time)) AS version
FROM content_feed
WHERE type IN ('ruzlet.content.cards.deleted.v1', 'ruzlet.content.deck.deleted.v1', 'ruzlet.content.deck.restored.v1')
  AND NOT JSONHas(data, 'movedToDeckId');

-- Of each card the newest move by the time of the event. Read with FINAL.
CREATE TABLE IF NOT EXISTS card_moves (
  card_id UUID,
  deck_id UUID,
  moved_at DateTime64(3, 'UTC'),
  version UInt64
)
ENGINE = ReplacingMergeTree(version)
ORDER BY card_id
SETTINGS index_granularity = 128;

CREATE MATERIALIZED VIEW IF NOT EXISTS card_moves_from_content TO card_moves AS
SELECT
  arrayJoin(JSONExtract(data, 'cardIds', 'Array(UUID)')) AS card_id,
  JSONExtract(data, 'movedToDeckId', 'UUID') AS deck_id,
  time AS moved_at,
  toUInt64(toUnixTimestamp64Milli(time)) AS version
FROM content_feed
WHERE type = 'ruzlet.content.cards.deleted.v1' AND JSONHas(data, 'movedToDeckId');
