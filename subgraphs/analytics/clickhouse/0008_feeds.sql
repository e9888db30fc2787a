-- Raw events come in through feeds, tables that keep nothing, instead of `events` itself: a materialized view costs an insert
-- about a millisecond of processor time even when it finds no row for itself, and there were twelve. Now an insert pays for the views of its own
-- kind only. One view of each feed keeps the raw events; a rebuild runs the others over `events` (storage/feeding-views.ts).
DROP VIEW IF EXISTS deck_reviews_from_reviews;
DROP VIEW IF EXISTS reviews_from_reviewed;
DROP VIEW IF EXISTS reviews_from_undone;
DROP VIEW IF EXISTS tests_from_submitted;
DROP VIEW IF EXISTS registrations_from_registered;
DROP VIEW IF EXISTS leaderboard_choices_from_preferences;
DROP VIEW IF EXISTS course_members_from_enrollments;
DROP VIEW IF EXISTS course_lessons_from_lessons;
DROP VIEW IF EXISTS course_lesson_additions_from_lessons;
DROP VIEW IF EXISTS course_decks_from_attachments;
DROP VIEW IF EXISTS lesson_completions_from_completed;
DROP VIEW IF EXISTS reschedules_from_rescheduled;
DROP VIEW IF EXISTS deck_contents_from_content;
DROP TABLE IF EXISTS reschedules;

CREATE TABLE IF NOT EXISTS user_feed AS events ENGINE = Null;
CREATE TABLE IF NOT EXISTS content_feed AS events ENGINE = Null;
CREATE TABLE IF NOT EXISTS course_feed AS events ENGINE = Null;
-- Of `learning.events` everything but reviews and their undoings, which are nearly all events there are.
CREATE TABLE IF NOT EXISTS learning_feed AS events ENGINE = Null;
CREATE TABLE IF NOT EXISTS review_feed AS events ENGINE = Null;

CREATE MATERIALIZED VIEW IF NOT EXISTS events_from_user TO events AS SELECT * FROM user_feed;
CREATE MATERIALIZED VIEW IF NOT EXISTS events_from_content TO events AS SELECT * FROM content_feed;
CREATE MATERIALIZED VIEW IF NOT EXISTS events_from_course TO events AS SELECT * FROM course_feed;
CREATE MATERIALIZED VIEW IF NOT EXISTS events_from_learning TO events AS SELECT * FROM learning_feed;
CREATE MATERIALIZED VIEW IF NOT EXISTS events_from_review TO events AS SELECT * FROM review_feed;

-- Reviews once more, in granules of 256 rows. A learner's rows lie in every part of the table, and of each part at least a granule is
-- read: what a dashboard read grew with the parts. The copy is made beside and put into place, so that a migration that breaks off
-- can begin again, and reviews whose raw events are gone stay.
CREATE OR REPLACE TABLE reviews_next (
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
SETTINGS index_granularity = 256;

INSERT INTO reviews_next SELECT * FROM reviews;
EXCHANGE TABLES reviews AND reviews_next;
DROP TABLE reviews_next;

-- The same rows by deck, card and day, so that what was answered on a day of a card is read by key. A review has one day for ever, so
-- duplicates meet. An undoing does not know the day of its review: it is a mark of its own, on the day 1970-01-01, and whoever
-- reads leaves out the reviews that are marked (queries/deck-answers.ts). Read with FINAL.
CREATE OR REPLACE TABLE deck_reviews (
  deck_id UUID,
  card_id UUID,
  local_day Date,
  user_id UUID,
  review_id UUID,
  rating UInt8,
  duration_ms UInt32,
  reviewed_at DateTime64(3, 'UTC')
)
ENGINE = ReplacingMergeTree
ORDER BY (deck_id, card_id, local_day, user_id, review_id)
SETTINGS index_granularity = 1024;

INSERT INTO deck_reviews SELECT deck_id, card_id, local_day, user_id, review_id, rating, duration_ms, reviewed_at FROM reviews;

CREATE MATERIALIZED VIEW IF NOT EXISTS deck_reviews_from_reviews TO deck_reviews AS
SELECT deck_id, card_id, local_day, user_id, review_id, rating, duration_ms, reviewed_at
FROM reviews;

-- An undone review has none of the fields that follow its deck and card: zeros, 1970-01-01 for the day.
CREATE MATERIALIZED VIEW IF NOT EXISTS reviews_from_review TO reviews AS
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
  if(type = 'ruzlet.learning.review.undone.v1', 2, 1) AS version,
  type = 'ruzlet.learning.review.undone.v1' AS undone
FROM review_feed
WHERE type IN ('ruzlet.learning.card.reviewed.v1', 'ruzlet.learning.review.undone.v1');

-- The totals also by card: what all learners together did with a card of a deck on a day. `user_id` is zeros there, `card_id`
-- everywhere else. (What 0006 says of decks is too much: they have days and all time, neither weeks nor months.)
ALTER TABLE totals MODIFY COLUMN scope Enum8('EVERYONE' = 1, 'DECK' = 2, 'CARD' = 3);
ALTER TABLE totals
  ADD COLUMN IF NOT EXISTS card_id UUID AFTER user_id,
  MODIFY ORDER BY (scope, scope_id, period, start, user_id, card_id);

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
FROM learning_feed
WHERE type = 'ruzlet.learning.test.submitted.v1';

CREATE MATERIALIZED VIEW IF NOT EXISTS registrations_from_registered TO registrations AS
SELECT user_id, parseDateTime64BestEffortOrZero(JSONExtractString(data, 'registeredAt'), 3, 'UTC') AS registered_at
FROM user_feed
WHERE type = 'ruzlet.user.registered.v1';

CREATE MATERIALIZED VIEW IF NOT EXISTS leaderboard_choices_from_preferences TO leaderboard_choices AS
SELECT
  user_id,
  toUInt8(JSONExtractBool(data, 'showOnLeaderboards')) AS shown,
  toUInt64(toUnixTimestamp64Milli(time)) AS version
FROM user_feed
WHERE type = 'ruzlet.user.preferences.updated.v1';

CREATE MATERIALIZED VIEW IF NOT EXISTS course_members_from_enrollments TO course_members AS
SELECT
  course_id,
  user_id,
  JSONExtractString(data, 'role') AS role,
  time AS changed_at,
  toUInt64(toUnixTimestamp64Milli(time)) AS version,
  type = 'ruzlet.course.enrollment.removed.v1' AS removed
FROM course_feed
WHERE type IN ('ruzlet.course.enrollment.added.v1', 'ruzlet.course.enrollment.role_changed.v1', 'ruzlet.course.enrollment.removed.v1');

CREATE MATERIALIZED VIEW IF NOT EXISTS course_lessons_from_lessons TO course_lessons AS
SELECT
  course_id,
  JSONExtract(data, 'lessonId', 'UUID') AS lesson_id,
  JSONExtractString(data, 'title') AS title,
  toUInt64(toUnixTimestamp64Milli(time)) AS version,
  type = 'ruzlet.course.lesson.deleted.v1' AS removed
FROM course_feed
WHERE type IN ('ruzlet.course.lesson.added.v1', 'ruzlet.course.lesson.updated.v1', 'ruzlet.course.lesson.deleted.v1');

CREATE MATERIALIZED VIEW IF NOT EXISTS course_lesson_additions_from_lessons TO course_lesson_additions AS
SELECT course_id, JSONExtract(data, 'lessonId', 'UUID') AS lesson_id, time AS added_at
FROM course_feed
WHERE type = 'ruzlet.course.lesson.added.v1';

CREATE MATERIALIZED VIEW IF NOT EXISTS course_decks_from_attachments TO course_decks AS
SELECT
  course_id,
  JSONExtract(data, 'lessonId', 'UUID') AS lesson_id,
  deck_id,
  toUInt64(toUnixTimestamp64Milli(time)) AS version,
  type = 'ruzlet.course.deck.detached.v1' AS removed
FROM course_feed
WHERE type IN ('ruzlet.course.deck.attached.v1', 'ruzlet.course.deck.detached.v1');

CREATE MATERIALIZED VIEW IF NOT EXISTS lesson_completions_from_completed TO lesson_completions AS
WITH JSONExtract(data, 'Tuple(lessonId UUID, completedAt String)') AS completion
SELECT
  course_id,
  completion.lessonId AS lesson_id,
  user_id,
  parseDateTime64BestEffortOrZero(completion.completedAt, 3, 'UTC') AS completed_at,
  18446744073709551615 - toUInt64(toUnixTimestamp64Milli(completed_at)) AS version
FROM course_feed
WHERE type = 'ruzlet.course.lesson.completed.v1';

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
WHERE type IN ('ruzlet.content.cards.deleted.v1', 'ruzlet.content.deck.deleted.v1', 'ruzlet.content.deck.restored.v1');
