-- One row per practice test that was handed in, read with FINAL: a test is handed in once, so its id is the key.
CREATE TABLE IF NOT EXISTS tests (
  user_id UUID,
  test_id UUID,
  deck_id UUID,
  score Float64,
  correct UInt32,
  question_count UInt32,
  duration_ms UInt64,
  submitted_at DateTime64(3, 'UTC'),
  local_day Date
)
ENGINE = ReplacingMergeTree
ORDER BY (user_id, test_id);

CREATE MATERIALIZED VIEW IF NOT EXISTS tests_from_submitted TO tests AS
WITH JSONExtract(data, 'Tuple(testId UUID, userId UUID, deckId UUID, score Float64, correct UInt32, questionCount UInt32, durationMs UInt64, submittedAt String, localDay String)') AS test
SELECT
  test.userId AS user_id,
  test.testId AS test_id,
  test.deckId AS deck_id,
  test.score AS score,
  test.correct AS correct,
  test.questionCount AS question_count,
  test.durationMs AS duration_ms,
  parseDateTime64BestEffortOrZero(test.submittedAt, 3, 'UTC') AS submitted_at,
  toDateOrZero(test.localDay) AS local_day
FROM events
WHERE type = 'ruzlet.learning.test.submitted.v1';
