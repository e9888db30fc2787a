-- The raw events, kept as they came: everything else here can be rebuilt from them.
--
-- An event may arrive twice, or a whole topic again. Rows of the same event have the same sorting key, so a read with FINAL
-- (or a merge) keeps one of them: figures do not depend on when merges run. The sorting key begins with the user, so
-- that a learner's log is read, exported or erased by key.
CREATE TABLE IF NOT EXISTS events (
  event_id UUID,
  type LowCardinality(String),
  topic LowCardinality(String),
  source LowCardinality(String),
  key String,
  subject String,
  -- When it happened, by the publisher.
  time DateTime64(3, 'UTC'),
  -- When the collector took it.
  received_at DateTime64(3, 'UTC'),
  -- What the event is about; all zeros where it names no such thing.
  user_id UUID,
  deck_id UUID,
  course_id UUID,
  card_id UUID,
  data String CODEC(ZSTD(1)),
  INDEX received_at_range received_at TYPE minmax GRANULARITY 1
)
ENGINE = ReplacingMergeTree(received_at)
PARTITION BY toYYYYMM(time)
ORDER BY (user_id, type, event_id);
