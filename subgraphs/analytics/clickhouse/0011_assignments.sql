-- The decks that assignments are about: a published one uses its deck as a lesson does. Of each assignment the newest state by the time of
-- the event. Read with FINAL.
CREATE TABLE IF NOT EXISTS course_assignments (
  course_id UUID,
  assignment_id UUID,
  -- All zeros without a deck.
  deck_id UUID,
  published UInt8,
  version UInt64,
  removed UInt8
)
ENGINE = ReplacingMergeTree(version, removed)
ORDER BY (course_id, assignment_id)
SETTINGS index_granularity = 128;

CREATE MATERIALIZED VIEW IF NOT EXISTS course_assignments_from_assignments TO course_assignments AS
SELECT
  course_id,
  JSONExtract(data, 'assignmentId', 'UUID') AS assignment_id,
  deck_id,
  toUInt8(JSONExtractBool(data, 'published')) AS published,
  toUInt64(toUnixTimestamp64Milli(time)) AS version,
  type = 'ruzlet.course.assignment.deleted.v1' AS removed
FROM course_feed
WHERE type IN ('ruzlet.course.assignment.created.v1', 'ruzlet.course.assignment.updated.v1', 'ruzlet.course.assignment.deleted.v1');

INSERT INTO course_assignments
SELECT
  course_id,
  JSONExtract(data, 'assignmentId', 'UUID') AS assignment_id,
  deck_id,
  toUInt8(JSONExtractBool(data, 'published')) AS published,
  toUInt64(toUnixTimestamp64Milli(time)) AS version,
  type = 'ruzlet.course.assignment.deleted.v1' AS removed
FROM events
WHERE type IN ('ruzlet.course.assignment.created.v1', 'ruzlet.course.assignment.updated.v1', 'ruzlet.course.assignment.deleted.v1');

-- What students handed in, by course. Until now this was read from the raw events: of each student everything that ever happened. Read with
-- FINAL.
CREATE TABLE IF NOT EXISTS course_submissions (
  course_id UUID,
  user_id UUID,
  submission_id UUID,
  attempt UInt32,
  submitted_at DateTime64(3, 'UTC')
)
ENGINE = ReplacingMergeTree
ORDER BY (course_id, user_id, submission_id, attempt)
SETTINGS index_granularity = 128;

CREATE MATERIALIZED VIEW IF NOT EXISTS course_submissions_from_submitted TO course_submissions AS
WITH JSONExtract(data, 'Tuple(submissionId UUID, attempt UInt32, submittedAt String)') AS submission
SELECT
  course_id,
  user_id,
  submission.submissionId AS submission_id,
  submission.attempt AS attempt,
  parseDateTime64BestEffortOrZero(submission.submittedAt, 3, 'UTC') AS submitted_at
FROM course_feed
WHERE type = 'ruzlet.course.assignment.submitted.v1';

INSERT INTO course_submissions
WITH JSONExtract(data, 'Tuple(submissionId UUID, attempt UInt32, submittedAt String)') AS submission
SELECT
  course_id,
  user_id,
  submission.submissionId AS submission_id,
  submission.attempt AS attempt,
  parseDateTime64BestEffortOrZero(submission.submittedAt, 3, 'UTC') AS submitted_at
FROM events
WHERE type = 'ruzlet.course.assignment.submitted.v1';

-- Small granules also for what else a learner's dashboard reads, see 0010.
CREATE OR REPLACE TABLE tests_next (
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
ORDER BY (user_id, test_id)
SETTINGS index_granularity = 64;

INSERT INTO tests_next SELECT * FROM tests;
EXCHANGE TABLES tests AND tests_next;
DROP TABLE tests_next;

CREATE OR REPLACE TABLE scheduler_weights_next (
  user_id UUID,
  deck_id UUID,
  -- The last of the 21 weights of FSRS-6.
  decay Float64,
  version UInt64
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (user_id, deck_id)
SETTINGS index_granularity = 128;

INSERT INTO scheduler_weights_next SELECT * FROM scheduler_weights;
EXCHANGE TABLES scheduler_weights AND scheduler_weights_next;
DROP TABLE scheduler_weights_next;
