-- Smaller granules. Of each part of a table ClickHouse reads at least a granule, and a learner, a course or a deck has a few rows in every
-- part: what a dashboard read was its granules, and grew with the parts. Measured in bench/analytics. The granularity of a table cannot
-- be changed, so each is copied beside and put into place: a migration that breaks off can begin again, and rows whose raw events
-- are gone stay. A collector of the version before may still be writing: what came into a part after the copy began is copied once
-- the new table is in place; a row that is copied twice replaces itself.

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
SETTINGS index_granularity = 64;

CREATE OR REPLACE TABLE copied_parts ENGINE = Memory AS
  SELECT DISTINCT _part AS name FROM reviews;
INSERT INTO reviews_next SELECT * FROM reviews;
EXCHANGE TABLES reviews AND reviews_next;
INSERT INTO reviews SELECT * FROM reviews_next WHERE _part NOT IN (SELECT name FROM copied_parts);
DROP TABLE reviews_next;

CREATE OR REPLACE TABLE totals_next (
  scope Enum8('EVERYONE' = 1, 'DECK' = 2, 'CARD' = 3),
  scope_id UUID,
  period Enum8('DAY' = 1, 'WEEK' = 2, 'MONTH' = 3, 'ALL_TIME' = 4),
  start Date,
  user_id UUID,
  card_id UUID,
  reviews UInt32,
  correct UInt32,
  study_time_ms UInt64,
  last_reviewed_at DateTime64(3, 'UTC'),
  version UInt64
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (scope, scope_id, period, start, user_id, card_id)
SETTINGS index_granularity = 256;

CREATE OR REPLACE TABLE copied_parts ENGINE = Memory AS
  SELECT DISTINCT _part AS name FROM totals;
INSERT INTO totals_next SELECT * FROM totals;
EXCHANGE TABLES totals AND totals_next;
INSERT INTO totals SELECT * FROM totals_next WHERE _part NOT IN (SELECT name FROM copied_parts);
DROP TABLE totals_next;

CREATE OR REPLACE TABLE course_members_next (
  course_id UUID,
  user_id UUID,
  role LowCardinality(String),
  changed_at DateTime64(3, 'UTC'),
  version UInt64,
  removed UInt8
)
ENGINE = ReplacingMergeTree(version, removed)
ORDER BY (course_id, user_id)
SETTINGS index_granularity = 128;

CREATE OR REPLACE TABLE copied_parts ENGINE = Memory AS
  SELECT DISTINCT _part AS name FROM course_members;
INSERT INTO course_members_next SELECT * FROM course_members;
EXCHANGE TABLES course_members AND course_members_next;
INSERT INTO course_members SELECT * FROM course_members_next WHERE _part NOT IN (SELECT name FROM copied_parts);
DROP TABLE course_members_next;

CREATE OR REPLACE TABLE course_lessons_next (
  course_id UUID,
  lesson_id UUID,
  title String,
  version UInt64,
  removed UInt8
)
ENGINE = ReplacingMergeTree(version, removed)
ORDER BY (course_id, lesson_id)
SETTINGS index_granularity = 128;

CREATE OR REPLACE TABLE copied_parts ENGINE = Memory AS
  SELECT DISTINCT _part AS name FROM course_lessons;
INSERT INTO course_lessons_next SELECT * FROM course_lessons;
EXCHANGE TABLES course_lessons AND course_lessons_next;
INSERT INTO course_lessons SELECT * FROM course_lessons_next WHERE _part NOT IN (SELECT name FROM copied_parts);
DROP TABLE course_lessons_next;

CREATE OR REPLACE TABLE course_lesson_additions_next (
  course_id UUID,
  lesson_id UUID,
  added_at DateTime64(3, 'UTC')
)
ENGINE = ReplacingMergeTree
ORDER BY (course_id, lesson_id)
SETTINGS index_granularity = 128;

CREATE OR REPLACE TABLE copied_parts ENGINE = Memory AS
  SELECT DISTINCT _part AS name FROM course_lesson_additions;
INSERT INTO course_lesson_additions_next SELECT * FROM course_lesson_additions;
EXCHANGE TABLES course_lesson_additions AND course_lesson_additions_next;
INSERT INTO course_lesson_additions SELECT * FROM course_lesson_additions_next WHERE _part NOT IN (SELECT name FROM copied_parts);
DROP TABLE course_lesson_additions_next;

CREATE OR REPLACE TABLE course_decks_next (
  course_id UUID,
  lesson_id UUID,
  deck_id UUID,
  version UInt64,
  removed UInt8
)
ENGINE = ReplacingMergeTree(version, removed)
ORDER BY (course_id, lesson_id, deck_id)
SETTINGS index_granularity = 128;

CREATE OR REPLACE TABLE copied_parts ENGINE = Memory AS
  SELECT DISTINCT _part AS name FROM course_decks;
INSERT INTO course_decks_next SELECT * FROM course_decks;
EXCHANGE TABLES course_decks AND course_decks_next;
INSERT INTO course_decks SELECT * FROM course_decks_next WHERE _part NOT IN (SELECT name FROM copied_parts);
DROP TABLE course_decks_next;

CREATE OR REPLACE TABLE lesson_completions_next (
  course_id UUID,
  lesson_id UUID,
  user_id UUID,
  completed_at DateTime64(3, 'UTC'),
  version UInt64
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (course_id, lesson_id, user_id)
SETTINGS index_granularity = 128;

CREATE OR REPLACE TABLE copied_parts ENGINE = Memory AS
  SELECT DISTINCT _part AS name FROM lesson_completions;
INSERT INTO lesson_completions_next SELECT * FROM lesson_completions;
EXCHANGE TABLES lesson_completions AND lesson_completions_next;
INSERT INTO lesson_completions SELECT * FROM lesson_completions_next WHERE _part NOT IN (SELECT name FROM copied_parts);
DROP TABLE lesson_completions_next;

DROP TABLE copied_parts;
