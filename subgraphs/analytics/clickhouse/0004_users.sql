-- When users registered, and who does not want to appear on leaderboards. Read with FINAL.
CREATE TABLE IF NOT EXISTS registrations (
  user_id UUID,
  registered_at DateTime64(3, 'UTC')
)
ENGINE = ReplacingMergeTree
ORDER BY user_id;

CREATE MATERIALIZED VIEW IF NOT EXISTS registrations_from_registered TO registrations AS
SELECT user_id, parseDateTime64BestEffortOrZero(JSONExtractString(data, 'registeredAt'), 3, 'UTC') AS registered_at
FROM events
WHERE type = 'ruzlet.user.registered.v1';

-- The latest choice by the time of the event wins, not the latest to arrive: a replay brings back no old choice.
CREATE TABLE IF NOT EXISTS leaderboard_choices (
  user_id UUID,
  shown UInt8,
  version UInt64
)
ENGINE = ReplacingMergeTree(version)
ORDER BY user_id;

CREATE MATERIALIZED VIEW IF NOT EXISTS leaderboard_choices_from_preferences TO leaderboard_choices AS
SELECT
  user_id,
  toUInt8(JSONExtractBool(data, 'showOnLeaderboards')) AS shown,
  toUInt64(toUnixTimestamp64Milli(time)) AS version
FROM events
WHERE type = 'ruzlet.user.preferences.updated.v1';
