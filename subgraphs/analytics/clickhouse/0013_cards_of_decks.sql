-- Which cards left a deck: 1 when they were deleted, 2 when they were moved to another, where they then lie (0). A deck itself is a row with no
-- card. So what is listed of a deck lists no card that is not there, and what is remembered leaves out only what is gone.
DROP VIEW IF EXISTS deck_contents_from_content;

CREATE MATERIALIZED VIEW IF NOT EXISTS deck_contents_from_content TO deck_contents AS
SELECT
  content.1 AS deck_id,
  content.2 AS card_id,
  content.3 AS deleted,
  toUInt64(toUnixTimestamp64Milli(time)) AS version
FROM (
  WITH
    JSONExtract(data, 'Tuple(cardIds Array(UUID), movedToDeckId UUID)') AS left,
    toUUID('00000000-0000-0000-0000-000000000000') AS none
  SELECT
    time,
    arrayJoin(multiIf(
      type != 'ruzlet.content.cards.deleted.v1', [(deck_id, none, toUInt8(type = 'ruzlet.content.deck.deleted.v1'))],
      left.movedToDeckId = none, arrayMap(card -> (deck_id, card, toUInt8(1)), left.cardIds),
      arrayConcat(
        arrayMap(card -> (deck_id, card, toUInt8(2)), left.cardIds),
        arrayMap(card -> (left.movedToDeckId, card, toUInt8(0)), left.cardIds)
      )
    )) AS content
  FROM content_feed
  WHERE type IN ('ruzlet.content.cards.deleted.v1', 'ruzlet.content.deck.deleted.v1', 'ruzlet.content.deck.restored.v1')
);

INSERT INTO deck_contents (deck_id, card_id, deleted, version)
SELECT
  content.1 AS deck_id,
  content.2 AS card_id,
  content.3 AS deleted,
  toUInt64(toUnixTimestamp64Milli(time)) AS version
FROM (
  WITH JSONExtract(data, 'Tuple(cardIds Array(UUID), movedToDeckId UUID)') AS left
  SELECT
    time,
    arrayJoin(arrayConcat(
      arrayMap(card -> (deck_id, card, toUInt8(2)), left.cardIds),
      arrayMap(card -> (left.movedToDeckId, card, toUInt8(0)), left.cardIds)
    )) AS content
  FROM events
  WHERE type = 'ruzlet.content.cards.deleted.v1' AND JSONHas(data, 'movedToDeckId')
);
