-- What courses consist of, and what their students completed. Read with FINAL: of each thing the newest state by the time
-- of the event, and nothing when that state is `removed`, in whatever order and however often the events arrive.
CREATE TABLE IF NOT EXISTS course_members (
  course_id UUID,
  user_id UUID,
  role LowCardinality(String),
  changed_at DateTime64(3, 'UTC'),
  version UInt64,
  removed UInt8
)
ENGINE = ReplacingMergeTree(version, removed)
ORDER BY (course_id, user_id);

CREATE MATERIALIZED VIEW IF NOT EXISTS course_members_from_enrollments TO course_members AS
SELECT
  course_id,
  user_id,
  JSONExtractString(data, 'role') AS role,
  time AS changed_at,
  toUInt64(toUnixTimestamp64Milli(time)) AS version,
  type = 'ruzlet.course.enrollment.removed.v1' AS removed
FROM events
WHERE type IN ('ruzlet.course.enrollment.added.v1', 'ruzlet.course.enrollment.role_changed.v1', 'ruzlet.course.enrollment.removed.v1');

CREATE TABLE IF NOT EXISTS course_lessons (
  course_id UUID,
  lesson_id UUID,
  title String,
  version UInt64,
  removed UInt8
)
ENGINE = ReplacingMergeTree(version, removed)
ORDER BY (course_id, lesson_id);

CREATE MATERIALIZED VIEW IF NOT EXISTS course_lessons_from_lessons TO course_lessons AS
SELECT
  course_id,
  JSONExtract(data, 'lessonId', 'UUID') AS lesson_id,
  JSONExtractString(data, 'title') AS title,
  toUInt64(toUnixTimestamp64Milli(time)) AS version,
  type = 'ruzlet.course.lesson.deleted.v1' AS removed
FROM events
WHERE type IN ('ruzlet.course.lesson.added.v1', 'ruzlet.course.lesson.updated.v1', 'ruzlet.course.lesson.deleted.v1');

-- When each lesson was added, for the order of the funnel; updates above overwrite, this does not.
CREATE TABLE IF NOT EXISTS course_lesson_additions (
  course_id UUID,
  lesson_id UUID,
  added_at DateTime64(3, 'UTC')
)
ENGINE = ReplacingMergeTree
ORDER BY (course_id, lesson_id);

CREATE MATERIALIZED VIEW IF NOT EXISTS course_lesson_additions_from_lessons TO course_lesson_additions AS
SELECT course_id, JSONExtract(data, 'lessonId', 'UUID') AS lesson_id, time AS added_at
FROM events
WHERE type = 'ruzlet.course.lesson.added.v1';

CREATE TABLE IF NOT EXISTS course_decks (
  course_id UUID,
  lesson_id UUID,
  deck_id UUID,
  version UInt64,
  removed UInt8
)
ENGINE = ReplacingMergeTree(version, removed)
ORDER BY (course_id, lesson_id, deck_id);

CREATE MATERIALIZED VIEW IF NOT EXISTS course_decks_from_attachments TO course_decks AS
SELECT
  course_id,
  JSONExtract(data, 'lessonId', 'UUID') AS lesson_id,
  deck_id,
  toUInt64(toUnixTimestamp64Milli(time)) AS version,
  type = 'ruzlet.course.deck.detached.v1' AS removed
FROM events
WHERE type IN ('ruzlet.course.deck.attached.v1', 'ruzlet.course.deck.detached.v1');

-- A lesson is completed once by a member: the three ids are the key. Should it be told twice, the first time counts: the
-- version falls as time goes on.
CREATE TABLE IF NOT EXISTS lesson_completions (
  course_id UUID,
  lesson_id UUID,
  user_id UUID,
  completed_at DateTime64(3, 'UTC'),
  version UInt64
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (course_id, lesson_id, user_id);

CREATE MATERIALIZED VIEW IF NOT EXISTS lesson_completions_from_completed TO lesson_completions AS
WITH JSONExtract(data, 'Tuple(lessonId UUID, completedAt String)') AS completion
SELECT
  course_id,
  completion.lessonId AS lesson_id,
  user_id,
  parseDateTime64BestEffortOrZero(completion.completedAt, 3, 'UTC') AS completed_at,
  18446744073709551615 - toUInt64(toUnixTimestamp64Milli(completed_at)) AS version
FROM events
WHERE type = 'ruzlet.course.lesson.completed.v1';
