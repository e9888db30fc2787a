import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Reference, CardReference } from '../resolvers/references.js';
import type { Learning } from '../services/learning.js';
import type { DeckFigures } from '../services/deck-stats.js';
import type { CourseFigures } from '../services/course-analytics.js';
import type { PlatformFigures } from '../services/platform-stats.js';
import type { Context } from '../resolvers/context.js';
export type Maybe<T> = T | null | undefined;
export type InputMaybe<T> = T | null | undefined;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A calendar day without a time (`2026-03-01`). */
  Date: { input: string; output: string; }
  /** A point in time: RFC 3339 with an offset, answered in UTC with milliseconds (`2026-03-01T09:30:00.000Z`). */
  DateTime: { input: Date; output: Date; }
  /** An e-mail address (RFC 5322, without display name). */
  EmailAddress: { input: string; output: string; }
  /** A learner's day (`2026-03-01`): it begins at the hour `preferences.dayStartsAt` in the learner's time zone. */
  LocalDate: { input: string; output: string; }
  /** Text in CommonMark. */
  Markdown: { input: string; output: string; }
  /** An absolute URL (RFC 3986). */
  URL: { input: string; output: string; }
  _FieldSet: { input: string; output: string; }
};

/** How the activity of a course is written. */
export type ActivityFormat =
  /** A Caliper Analytics 1.2 envelope in JSON. A review that has been taken back is left out. */
  | 'CALIPER'
  /**
   * A JSON array of xAPI 1.0.3 statements, as `POST statements` of a learning record store takes it. A review that is taken back
   * is voided.
   */
  | 'XAPI';

/** A page of the activity of a course. */
export type ActivityPage = {
  __typename?: 'ActivityPage';
  /** The statements or the envelope, to be sent on as it is. */
  body: Scalars['String']['output'];
  /** The media type of `body`. */
  contentType: Scalars['String']['output'];
  /** How many statements or events the body holds. */
  count: Scalars['Int']['output'];
  /** Where the page lies. `endCursor` stays what was sent as `after` while nothing new has arrived. */
  pageInfo: PageInfo;
};

/** A card of a deck. */
export type Card = {
  __typename?: 'Card';
  /** The deck that the card lies in; the decks subgraph knows it. */
  deck: Deck;
  /** The card's id. */
  id: Scalars['ID']['output'];
  /** How the card is answered, by all learners of its deck and at all times; null for a viewer who may not see the deck. */
  stats?: Maybe<CardStats>;
};

/** How a card is answered. */
export type CardStats = {
  __typename?: 'CardStats';
  /** Share of the reviews rated AGAIN, 0 to 1; null without reviews. */
  errorRate?: Maybe<Scalars['Float']['output']>;
  /** Share of the learners whose first review of the card was rated AGAIN; null without reviews. */
  firstErrorRate?: Maybe<Scalars['Float']['output']>;
  /** Share of the learners whose latest review of the card was rated AGAIN; null without reviews. */
  lastErrorRate?: Maybe<Scalars['Float']['output']>;
  /** Learners with at least one review of the card. */
  learners: Scalars['Int']['output'];
  /** Median time of an answer in milliseconds (of an even number, the upper of the middle two); null without reviews. */
  medianAnswerTimeMs?: Maybe<Scalars['Float']['output']>;
  /** Reviews of the card. */
  reviews: Scalars['Int']['output'];
};

/** How the collector keeps up, topic by topic. */
export type CollectorStatus = {
  __typename?: 'CollectorStatus';
  /** The latest rebuild of the figures; null when there was none. */
  rebuild?: Maybe<FiguresRebuild>;
  /** One entry for each topic. */
  topics: Array<TopicStatus>;
};

/** A course. */
export type Course = {
  __typename?: 'Course';
  /** How the students of the course do. For its staff and for administrators; null for anybody else. */
  analytics?: Maybe<CourseAnalytics>;
  /** The course's id. */
  id: Scalars['ID']['output'];
};


/** A course. */
export type CourseAnalyticsArgs = {
  range?: InputMaybe<DateRange>;
};

/** How the students of a course do. The course's decks are those of its lessons and of its published assignments. */
export type CourseAnalytics = {
  __typename?: 'CourseAnalytics';
  /** Share of these reviews not rated AGAIN, 0 to 1; null without reviews. */
  accuracy?: Maybe<Scalars['Float']['output']>;
  /** Students who reviewed a card of the course's decks, completed a lesson or handed something in during the range. */
  activeStudents: Scalars['Int']['output'];
  /**
   * What happened in the course, written for another system such as a learning record store: its students of today joining and
   * leaving, completing lessons, answering cards of its decks and handing in practice tests. In the order in which it arrived here,
   * so that who asks again from the last `endCursor` misses nothing. The same fact has the same id each time. Learners are
   * named by their ids alone. Does not depend on `range`.
   */
  activity: ActivityPage;
  /**
   * The lessons in the order in which they were added, with how many of the students completed each, up to now; at most
   * 1000 lessons.
   */
  completionFunnel: Array<LessonCompletion>;
  /**
   * How the students answer the cards of the course's decks in the range, the hardest cards first: by the lower end of the 95 %
   * confidence interval of the error rate (Wilson). Without cards that were deleted or moved away.
   */
  itemAnalysis: Array<CourseItem>;
  /** The days of the range on which students were active, in order; of more than 3660 such days, the latest. */
  participation: Array<ParticipationDay>;
  /** Reviews of cards of the course's decks by its students, in the range. */
  reviews: Scalars['Int']['output'];
  /** Students of the course. */
  students: Scalars['Int']['output'];
  /** Students who give reason to worry, those with most reasons first. Does not depend on `range`. */
  studentsAtRisk: Array<StudentAtRisk>;
  /** Time that the students spent on these reviews, in milliseconds. */
  studyTimeMs: Scalars['Float']['output'];
};


/** How the students of a course do. The course's decks are those of its lessons and of its published assignments. */
export type CourseAnalyticsActivityArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  format: ActivityFormat;
};


/** How the students of a course do. The course's decks are those of its lessons and of its published assignments. */
export type CourseAnalyticsItemAnalysisArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** How the students of a course do. The course's decks are those of its lessons and of its published assignments. */
export type CourseAnalyticsStudentsAtRiskArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** How the students of a course answer one card. */
export type CourseItem = {
  __typename?: 'CourseItem';
  /** The card. */
  card?: Maybe<Card>;
  /** Share of the reviews rated AGAIN, 0 to 1. */
  errorRate: Scalars['Float']['output'];
  /** Share of the students whose first review in the range was rated AGAIN. */
  firstErrorRate: Scalars['Float']['output'];
  /** Share of the students whose latest review in the range was rated AGAIN. */
  lastErrorRate: Scalars['Float']['output'];
  /** Students with at least one review of it in the range. */
  learners: Scalars['Int']['output'];
  /** Median time of an answer in milliseconds (of an even number, the upper of the middle two). */
  medianAnswerTimeMs: Scalars['Float']['output'];
  /** Their reviews. */
  reviews: Scalars['Int']['output'];
};

/** What was done on one of the learner's days. */
export type DailyActivity = {
  __typename?: 'DailyActivity';
  /** Reviews not rated AGAIN. */
  correct: Scalars['Int']['output'];
  /** The learner's day. */
  day: Scalars['LocalDate']['output'];
  /** Cards that were seen for the first time. */
  newCards: Scalars['Int']['output'];
  /** Reviews. */
  reviews: Scalars['Int']['output'];
  /** Time spent on answers, in milliseconds. */
  studyTimeMs: Scalars['Float']['output'];
};

/** Whole days, both ends included, at most 3660 of them. */
export type DateRange = {
  /** The first day. */
  from: Scalars['LocalDate']['input'];
  /** The last day. */
  to: Scalars['LocalDate']['input'];
};

/** A message that a consumer could not take, put aside so that the rest could go on. */
export type DeadLetter = {
  __typename?: 'DeadLetter';
  /** What was wrong with it. */
  error: Scalars['String']['output'];
  /** When it was put aside first. */
  firstSeenAt: Scalars['DateTime']['output'];
  /** The consumer group that put it aside; null when it did not say. */
  group?: Maybe<Scalars['String']['output']>;
  /** The dead letter's id. */
  id: Scalars['ID']['output'];
  /** The message's key. */
  key: Scalars['String']['output'];
  /** When it was put aside last. */
  lastSeenAt: Scalars['DateTime']['output'];
  /** Where it was read (`partition:offset`); null when the consumer did not say. */
  position?: Maybe<Scalars['String']['output']>;
  /** When it was sent again and has not come back since; null while it waits. */
  replayedAt?: Maybe<Scalars['DateTime']['output']>;
  /** How often the same message was put aside by the same group. */
  times: Scalars['Int']['output'];
  /** The topic that the message came from. */
  topic: Scalars['String']['output'];
  /** The message, its first 10 000 characters. */
  value: Scalars['String']['output'];
};

/** A page of dead letters, the newest first. */
export type DeadLetterConnection = {
  __typename?: 'DeadLetterConnection';
  /** The letters of this page, each with its cursor. */
  edges: Array<DeadLetterEdge>;
  /** Where this page lies. */
  pageInfo: PageInfo;
};

/** A dead letter in a page. */
export type DeadLetterEdge = {
  __typename?: 'DeadLetterEdge';
  /** To send as `after` for what follows. */
  cursor: Scalars['String']['output'];
  /** The dead letter. */
  node: DeadLetter;
};

/** A deck of cards, as its learners see it. */
export type Deck = {
  __typename?: 'Deck';
  /** The deck's id. */
  id: Scalars['ID']['output'];
  /** How the deck is studied; null for a viewer who may not see the deck. */
  stats?: Maybe<DeckStats>;
};


/** A deck of cards, as its learners see it. */
export type DeckStatsArgs = {
  range?: InputMaybe<DateRange>;
};

/** How a deck is studied. */
export type DeckStats = {
  __typename?: 'DeckStats';
  /** Share of them not rated AGAIN, 0 to 1; null without reviews. */
  accuracy?: Maybe<Scalars['Float']['output']>;
  /**
   * The cards of the deck that are forgotten most, without those that were deleted or moved away. A high rate of few reviews stands
   * behind a nearly as high rate of many: the order is by the lower end of the 95 % confidence interval of the error rate (Wilson).
   */
  hardestCards: Array<HardCard>;
  /** Learners with at least one review in the range. */
  learners: Scalars['Int']['output'];
  /** Reviews in the range. */
  reviews: Scalars['Int']['output'];
  /** Time spent on answers in the range, in milliseconds. */
  studyTimeMs: Scalars['Float']['output'];
};


/** How a deck is studied. */
export type DeckStatsHardestCardsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** When reviewed cards are due again, if nothing is reviewed meanwhile. Deleted cards do not count; suspended ones do. */
export type DueForecast = {
  __typename?: 'DueForecast';
  /** The coming days in order, those without due cards included. */
  days: Array<ForecastDay>;
  /** Cards that are due after these days. */
  later: Scalars['Int']['output'];
  /** Cards that were due on days before the present one. */
  overdue: Scalars['Int']['output'];
};

/** All figures made anew from the raw events. The present ones are shown until the new ones are whole. */
export type FiguresRebuild = {
  __typename?: 'FiguresRebuild';
  /** What it is doing, or what went wrong. */
  detail: Scalars['String']['output'];
  /** When it ended; null while it runs. */
  finishedAt?: Maybe<Scalars['DateTime']['output']>;
  /** When it began. */
  startedAt: Scalars['DateTime']['output'];
  /** How far it is. */
  state: RebuildState;
};

/** The cards that are due on one day. */
export type ForecastDay = {
  __typename?: 'ForecastDay';
  /** The learner's day. */
  day: Scalars['LocalDate']['output'];
  /** Cards that are due on it. */
  due: Scalars['Int']['output'];
};

/** A card that is often forgotten. */
export type HardCard = {
  __typename?: 'HardCard';
  /** The card. */
  card?: Maybe<Card>;
  /** Share of them rated AGAIN, 0 to 1. */
  errorRate: Scalars['Float']['output'];
  /** Its reviews in the range. */
  reviews: Scalars['Int']['output'];
};

/** One field of a year's heatmap. */
export type HeatmapDay = {
  __typename?: 'HeatmapDay';
  /** The learner's day. */
  day: Scalars['LocalDate']['output'];
  /** Reviews. */
  reviews: Scalars['Int']['output'];
  /** Time spent on answers, in milliseconds. */
  studyTimeMs: Scalars['Float']['output'];
};

/** What was done in one hour of the learner's clock. */
export type HourlyActivity = {
  __typename?: 'HourlyActivity';
  /** Share of them not rated AGAIN, 0 to 1; null without reviews. */
  accuracy?: Maybe<Scalars['Float']['output']>;
  /** The hour, 0 to 23. */
  hour: Scalars['Int']['output'];
  /** Reviews. */
  reviews: Scalars['Int']['output'];
};

/**
 * Learners by their number of reviews. Whoever has set `showOnLeaderboards` to false does not appear, and ranks are counted
 * without them.
 */
export type Leaderboard = {
  __typename?: 'Leaderboard';
  /** The best, in order of rank. */
  entries: Array<LeaderboardEntry>;
  /** The first day that counts; null for all time. */
  from?: Maybe<Scalars['LocalDate']['output']>;
  /** Over which span. */
  period: Period;
  /** Whose reviews are compared. */
  scope: LeaderboardScope;
  /** The viewer's own entry, wherever it stands; null without reviews, when signed out, or opted out. */
  viewerEntry?: Maybe<LeaderboardEntry>;
};

/** A learner's place on a leaderboard. */
export type LeaderboardEntry = {
  __typename?: 'LeaderboardEntry';
  /** Those not rated AGAIN. */
  correct: Scalars['Int']['output'];
  /** The place, from 1. Learners with equal numbers of reviews share a place, and the next places stay empty. */
  rank: Scalars['Int']['output'];
  /** Reviews in the period. */
  reviews: Scalars['Int']['output'];
  /** Time spent on answers, in milliseconds. */
  studyTimeMs: Scalars['Float']['output'];
  /** The learner. */
  user?: Maybe<User>;
};

/** Whose reviews a leaderboard compares. */
export type LeaderboardScope =
  /** The students of a course, by their reviews of its decks. For members of the course. */
  | 'COURSE'
  /** The learners of a deck. For those who may see the deck. */
  | 'DECK'
  /** All learners, by all their reviews. */
  | 'EVERYONE';

/** How somebody learns. Reviews that were undone do not count. An event that arrives twice counts once. */
export type LearningStats = {
  __typename?: 'LearningStats';
  /** Share of the reviews in the range that were not rated AGAIN, 0 to 1; null without reviews. */
  accuracy?: Maybe<Scalars['Float']['output']>;
  /** Mean score of these tests, 0 to 1; null without tests. */
  averageTestScore?: Maybe<Scalars['Float']['output']>;
  /** The days of the range that have reviews, in order; of more than 3660 such days, the latest. */
  daily: Array<DailyActivity>;
  /** How many cards are due on the coming days. Does not depend on `range`. */
  forecast: DueForecast;
  /**
   * Reviews of the learner's present day as a share of `preferences.dailyGoalReviews`; above 1 when there were more. Null
   * when the learner has set no goal.
   */
  goalProgress?: Maybe<Scalars['Float']['output']>;
  /** The days of a calendar year that have reviews, in order. Does not depend on `range`. */
  heatmap: Array<HeatmapDay>;
  /** Reviews in the range by the hour of the learner's clock: 24 entries, from 0 to 23. */
  hourly: Array<HourlyActivity>;
  /** What is remembered now of the cards that were reviewed. Does not depend on `range`. */
  memory: MemoryDistribution;
  /** Reviews in the range by rating. */
  ratings: RatingCounts;
  /** The reviews of the range one by one, as a file. For the learner and for administrators; null for anybody else. */
  reviewLog?: Maybe<ReviewLogFile>;
  /** Reviews in the range. */
  reviews: Scalars['Int']['output'];
  /** Days in a row with at least one review. Does not depend on `range`. */
  streak: Streak;
  /** Time spent on answers in the range, in milliseconds. */
  studyTimeMs: Scalars['Float']['output'];
  /** Practice tests that were handed in during the range. */
  testsSubmitted: Scalars['Int']['output'];
  /**
   * How often cards that were due were remembered. Its windows end with the learner's present day; only the window RANGE
   * follows `range`.
   */
  trueRetention: RetentionTable;
};


/** How somebody learns. Reviews that were undone do not count. An event that arrives twice counts once. */
export type LearningStatsForecastArgs = {
  days?: Scalars['Int']['input'];
};


/** How somebody learns. Reviews that were undone do not count. An event that arrives twice counts once. */
export type LearningStatsHeatmapArgs = {
  year: Scalars['Int']['input'];
};


/** How somebody learns. Reviews that were undone do not count. An event that arrives twice counts once. */
export type LearningStatsReviewLogArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
  format: ReviewLogFormat;
};

/** A lesson of a course. */
export type Lesson = {
  __typename?: 'Lesson';
  /** The lesson's id. */
  id: Scalars['ID']['output'];
};

/** How many students completed a lesson. */
export type LessonCompletion = {
  __typename?: 'LessonCompletion';
  /** Students who completed it. */
  completed: Scalars['Int']['output'];
  /** The lesson. */
  lesson?: Maybe<Lesson>;
  /** The same as a share of the course's students, 0 to 1; null when there are none. */
  share?: Maybe<Scalars['Float']['output']>;
  /** The lesson's title, as the latest event has it. */
  title: Scalars['String']['output'];
};

/** The cards that a learner has reviewed, by how well they are remembered now. Deleted cards do not count. */
export type MemoryDistribution = {
  __typename?: 'MemoryDistribution';
  /** Mean probability of recall now, 0 to 1; null without cards. By the forgetting curve of FSRS-6 with its default decay. */
  averageRetrievability?: Maybe<Scalars['Float']['output']>;
  /** Mean stability in days; null without cards. */
  averageStabilityDays?: Maybe<Scalars['Float']['output']>;
  /** The cards. */
  cards: Scalars['Int']['output'];
  /** How many of them are likely to be remembered now: the sum of their probabilities. */
  remembered: Scalars['Float']['output'];
  /** The cards by probability of recall now, in tenths. */
  retrievability: Array<RetrievabilityBucket>;
  /** The cards by stability: the days until the probability of recall falls to 90 %. */
  stability: Array<StabilityBucket>;
};

export type Mutation = {
  __typename?: 'Mutation';
  /**
   * Begins to make all figures anew from the raw events, and returns at once; `collectorStatus.rebuild` tells how far it is. CONFLICT
   * when raw events are kept for a limited time, since what is gone would be lost to the figures. Administrators only.
   */
  rebuildFigures: FiguresRebuild;
  /** Sends dead letters to their topic again, the oldest first, for instance after a consumer was mended. Administrators only. */
  replayDeadLetters: ReplayReport;
};


export type MutationReplayDeadLettersArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  topic: Scalars['String']['input'];
};

/** Where a page of a connection lies among all its items. */
export type PageInfo = {
  __typename?: 'PageInfo';
  /** The cursor of the last item, to send as `after`; null for an empty page. */
  endCursor?: Maybe<Scalars['String']['output']>;
  /** True when more items follow this page. */
  hasNextPage: Scalars['Boolean']['output'];
  /** True when items precede this page. */
  hasPreviousPage: Scalars['Boolean']['output'];
  /** The cursor of the first item; null for an empty page. */
  startCursor?: Maybe<Scalars['String']['output']>;
};

/** What the students of a course did on one day. */
export type ParticipationDay = {
  __typename?: 'ParticipationDay';
  /** Students who reviewed a card of the course's decks, completed a lesson or handed something in. */
  activeStudents: Scalars['Int']['output'];
  /** The day: of the students for reviews, in UTC for completed lessons and for what was handed in. */
  day: Scalars['LocalDate']['output'];
  /** Lessons that they completed. */
  lessonsCompleted: Scalars['Int']['output'];
  /** Their reviews of these cards. */
  reviews: Scalars['Int']['output'];
  /** The same as a share of the course's students, 0 to 1; null when there are none. */
  share?: Maybe<Scalars['Float']['output']>;
  /** Time spent on these reviews, in milliseconds. */
  studyTimeMs: Scalars['Float']['output'];
};

/** A span of days around the viewer's present day. Each learner's reviews count by the learner's own days. */
export type Period =
  /** All days. */
  | 'ALL_TIME'
  /** The viewer's present day. */
  | 'DAY'
  /** Its calendar month. */
  | 'MONTH'
  /** The week of this day, from Monday to Sunday. */
  | 'WEEK';

/** One day of the platform. */
export type PlatformDay = {
  __typename?: 'PlatformDay';
  /** The learners' day. */
  day: Scalars['LocalDate']['output'];
  /** Learners with at least one review. */
  learners: Scalars['Int']['output'];
  /** Reviews. */
  reviews: Scalars['Int']['output'];
};

/** The whole platform in figures. */
export type PlatformStats = {
  __typename?: 'PlatformStats';
  /** Learners with at least one review in the range. */
  activeLearners: Scalars['Int']['output'];
  /** The days of the range that have reviews, in order. */
  daily: Array<PlatformDay>;
  /** Lessons that were completed in the range (by days in UTC). */
  lessonsCompleted: Scalars['Int']['output'];
  /** Users who registered in the range (by days in UTC). */
  newUsers: Scalars['Int']['output'];
  /** Reviews in the range. */
  reviews: Scalars['Int']['output'];
  /** Time spent on answers in the range, in milliseconds. */
  studyTimeMs: Scalars['Float']['output'];
  /** Practice tests that were handed in during the range. */
  testsSubmitted: Scalars['Int']['output'];
};

export type Query = {
  __typename?: 'Query';
  /** How the collector keeps up. Administrators only. */
  collectorStatus: CollectorStatus;
  /** Messages that were put aside. Administrators only. */
  deadLetters: DeadLetterConnection;
  /** Who reviewed most. A course's or deck's leaderboard is NOT_FOUND for viewers who may not see it. */
  leaderboard: Leaderboard;
  /** Figures of the whole platform. Administrators only. */
  platformStats: PlatformStats;
};


export type QueryDeadLettersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  topic?: InputMaybe<Scalars['String']['input']>;
};


export type QueryLeaderboardArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  id?: InputMaybe<Scalars['ID']['input']>;
  period: Period;
  scope: LeaderboardScope;
};


export type QueryPlatformStatsArgs = {
  range: DateRange;
};

/** Reviews by rating. */
export type RatingCounts = {
  __typename?: 'RatingCounts';
  /** Rated AGAIN. */
  again: Scalars['Int']['output'];
  /** Rated EASY. */
  easy: Scalars['Int']['output'];
  /** Rated GOOD. */
  good: Scalars['Int']['output'];
  /** Rated HARD. */
  hard: Scalars['Int']['output'];
};

/** How far a rebuild is. */
export type RebuildState =
  /** The new figures are in place. */
  | 'DONE'
  /** It broke off; the figures are what they were before, or new already. It can be begun again. */
  | 'FAILED'
  /** It works. */
  | 'RUNNING';

/** What a replay of dead letters did. */
export type ReplayReport = {
  __typename?: 'ReplayReport';
  /** Dead letters of the topic that still wait. */
  remaining: Scalars['Int']['output'];
  /** Dead letters that were sent again. Those that still cannot be taken come back and wait. */
  replayed: Scalars['Int']['output'];
  /** The topic that the messages were sent to. */
  topic: Scalars['String']['output'];
};

/** Due cards remembered and forgotten. */
export type RetentionCounts = {
  __typename?: 'RetentionCounts';
  /** Reviews rated AGAIN. */
  failed: Scalars['Int']['output'];
  /** Reviews rated HARD, GOOD or EASY. */
  passed: Scalars['Int']['output'];
  /** `passed` as a share of both, 0 to 1; null when there is neither. */
  rate?: Maybe<Scalars['Float']['output']>;
};

/** True retention in one window of time. */
export type RetentionRow = {
  __typename?: 'RetentionRow';
  /** Cards that had been scheduled 21 days or more ahead. */
  mature: RetentionCounts;
  /** Young and mature together. */
  total: RetentionCounts;
  /** The window. */
  window: RetentionWindow;
  /** Cards that had been scheduled fewer than 21 days ahead. */
  young: RetentionCounts;
};

/**
 * True retention: of the reviews of cards in the state REVIEW, scheduled a day or more ahead, the share that was not rated
 * AGAIN.
 */
export type RetentionTable = {
  __typename?: 'RetentionTable';
  /** One row for each window, in the order of the enum. */
  rows: Array<RetentionRow>;
};

/** A window of the learner's days. */
export type RetentionWindow =
  /** All days. */
  | 'ALL_TIME'
  /** Seven days, with today. */
  | 'LAST_7_DAYS'
  /** 30 days, with today. */
  | 'LAST_30_DAYS'
  /** 365 days, with today. */
  | 'LAST_365_DAYS'
  /** The `range` of the field `learning`; without one, all days. */
  | 'RANGE'
  /** The learner's present day. */
  | 'TODAY'
  /** The day before it. */
  | 'YESTERDAY';

/** Cards of like probability of recall. */
export type RetrievabilityBucket = {
  __typename?: 'RetrievabilityBucket';
  /** Cards in between. */
  cards: Scalars['Int']['output'];
  /** The least probability. */
  from: Scalars['Float']['output'];
  /** The probability that belongs to the next bucket; 1 belongs to the last. */
  to: Scalars['Float']['output'];
};

/** A page of a learner's reviews in the order in which they were made, as a file. Undone reviews are left out. */
export type ReviewLogFile = {
  __typename?: 'ReviewLogFile';
  /** Its bytes, in Base64. */
  base64: Scalars['String']['output'];
  /** Its media type. */
  contentType: Scalars['String']['output'];
  /** To send as `after` for what follows; null when the page is empty. */
  endCursor?: Maybe<Scalars['String']['output']>;
  /** A name for the file. */
  fileName: Scalars['String']['output'];
  /** True when there are more behind it. */
  hasNextPage: Scalars['Boolean']['output'];
  /** Reviews in this page. */
  reviews: Scalars['Int']['output'];
};

/** A format for raw reviews. Columns have the names of the fields of the event `ruzlet.learning.card.reviewed.v1`. */
export type ReviewLogFormat =
  /** Comma-separated, UTF-8, with a line of names (RFC 4180); a value that is missing is empty. Moments are in UTC (RFC 3339). */
  | 'CSV'
  /** Apache Parquet. */
  | 'PARQUET';

/** Why a student is at risk. */
export type RiskReason =
  /** Has begun, and did nothing for seven days, with lessons left to do. */
  | 'INACTIVE'
  /** Fewer than 60 % of 20 or more reviews in the last 30 days were right. */
  | 'LOW_ACCURACY'
  /** Enrolled seven days ago or longer, and has not begun. */
  | 'NEVER_STARTED';

/** Cards of like stability. */
export type StabilityBucket = {
  __typename?: 'StabilityBucket';
  /** Cards in between. */
  cards: Scalars['Int']['output'];
  /** The least stability, in days. */
  fromDays: Scalars['Float']['output'];
  /** The stability that belongs to the next bucket, in days; null for the last. */
  toDays?: Maybe<Scalars['Float']['output']>;
};

/**
 * Days in a row with at least one review. A missed day spends a freeze, if there is one, and the streak goes on without
 * counting that day. Every tenth day that counts in a streak earns a freeze; a learner keeps two at most.
 */
export type Streak = {
  __typename?: 'Streak';
  /** Days with reviews in the present streak; 0 when it is broken. Today breaks nothing before it is over. */
  current: Scalars['Int']['output'];
  /** Freezes that are left, 0 to 2. */
  freezesLeft: Scalars['Int']['output'];
  /** The latest day with a review; null without any. */
  lastDay?: Maybe<Scalars['LocalDate']['output']>;
  /** Days with reviews in the longest streak so far. */
  longest: Scalars['Int']['output'];
};

/** A student who may drop out. */
export type StudentAtRisk = {
  __typename?: 'StudentAtRisk';
  /** Share of the student's reviews in the course not rated AGAIN, over the last 30 days; null without reviews. */
  accuracy?: Maybe<Scalars['Float']['output']>;
  /** The latest moment at which the student reviewed, completed a lesson or handed something in; null when there is none. */
  lastActiveAt?: Maybe<Scalars['DateTime']['output']>;
  /** Lessons of the course that the student completed. */
  lessonsCompleted: Scalars['Int']['output'];
  /** Why, at least one reason. */
  reasons: Array<RiskReason>;
  /** The student. */
  student?: Maybe<User>;
};

/** How the collector keeps up with one topic. */
export type TopicStatus = {
  __typename?: 'TopicStatus';
  /** Messages that were put aside and wait for a replay. */
  deadLetters: Scalars['Int']['output'];
  /** Events that arrived in the last hour, each counted once. */
  eventsLastHour: Scalars['Int']['output'];
  /** Events per second over the last minute. */
  eventsPerSecond: Scalars['Float']['output'];
  /**
   * From the event's own time to its arrival in ClickHouse: the 99th percentile of the last hour, in milliseconds; null
   * without events.
   */
  lagMs?: Maybe<Scalars['Float']['output']>;
  /** When the newest event arrived; null when none did in the last 31 days. */
  lastReceivedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The topic's name. */
  topic: Scalars['String']['output'];
};

/** Somebody with an account, as a learner. */
export type User = {
  __typename?: 'User';
  /** The user's id: the same in every subgraph. */
  id: Scalars['ID']['output'];
  /**
   * How the user learns. For the user, for the staff of a course where the user is a student, and for administrators; null
   * for anybody else.
   */
  learning?: Maybe<LearningStats>;
};


/** Somebody with an account, as a learner. */
export type UserLearningArgs = {
  range?: InputMaybe<DateRange>;
};



export type ResolverTypeWrapper<T> = Promise<T> | T;

export type ReferenceResolver<TResult, TReference, TContext> = (
      reference: TReference,
      context: TContext,
      info: GraphQLResolveInfo
    ) => Promise<TResult> | TResult;

      type ScalarCheck<T, S> = S extends true ? T : NullableCheck<T, S>;
      type NullableCheck<T, S> = Maybe<T> extends T ? Maybe<ListCheck<NonNullable<T>, S>> : ListCheck<T, S>;
      type ListCheck<T, S> = T extends (infer U)[] ? NullableCheck<U, S>[] : GraphQLRecursivePick<T, S>;
      export type GraphQLRecursivePick<T, S> = { [K in keyof T & keyof S]: ScalarCheck<T[K], S[K]> };
    

export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

/** Mapping of federation types */
export type FederationTypes = {
  Card: Card;
  Course: Course;
  Deck: Deck;
  User: User;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Card:
    ( { __typename: 'Card' }
    & GraphQLRecursivePick<FederationTypes['Card'], {"id":true}>
    & ( Record<PropertyKey, never>
        | GraphQLRecursivePick<FederationTypes['Card'], {"deck":{"id":true}}> ) );
  Course:
    ( { __typename: 'Course' }
    & GraphQLRecursivePick<FederationTypes['Course'], {"id":true}> );
  Deck:
    ( { __typename: 'Deck' }
    & GraphQLRecursivePick<FederationTypes['Deck'], {"id":true}> );
  User:
    ( { __typename: 'User' }
    & GraphQLRecursivePick<FederationTypes['User'], {"id":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  ActivityFormat: ActivityFormat;
  ActivityPage: ResolverTypeWrapper<ActivityPage>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  Card: ResolverTypeWrapper<CardReference>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  CardStats: ResolverTypeWrapper<CardStats>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  CollectorStatus: ResolverTypeWrapper<CollectorStatus>;
  Course: ResolverTypeWrapper<Reference>;
  CourseAnalytics: ResolverTypeWrapper<CourseFigures>;
  CourseItem: ResolverTypeWrapper<Omit<CourseItem, 'card'> & { card?: Maybe<ResolversTypes['Card']> }>;
  DailyActivity: ResolverTypeWrapper<DailyActivity>;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateRange: DateRange;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DeadLetter: ResolverTypeWrapper<DeadLetter>;
  DeadLetterConnection: ResolverTypeWrapper<DeadLetterConnection>;
  DeadLetterEdge: ResolverTypeWrapper<DeadLetterEdge>;
  Deck: ResolverTypeWrapper<Reference>;
  DeckStats: ResolverTypeWrapper<DeckFigures>;
  DueForecast: ResolverTypeWrapper<DueForecast>;
  EmailAddress: ResolverTypeWrapper<Scalars['EmailAddress']['output']>;
  FiguresRebuild: ResolverTypeWrapper<FiguresRebuild>;
  ForecastDay: ResolverTypeWrapper<ForecastDay>;
  HardCard: ResolverTypeWrapper<Omit<HardCard, 'card'> & { card?: Maybe<ResolversTypes['Card']> }>;
  HeatmapDay: ResolverTypeWrapper<HeatmapDay>;
  HourlyActivity: ResolverTypeWrapper<HourlyActivity>;
  Leaderboard: ResolverTypeWrapper<Omit<Leaderboard, 'entries' | 'viewerEntry'> & { entries: Array<ResolversTypes['LeaderboardEntry']>, viewerEntry?: Maybe<ResolversTypes['LeaderboardEntry']> }>;
  LeaderboardEntry: ResolverTypeWrapper<Omit<LeaderboardEntry, 'user'> & { user?: Maybe<ResolversTypes['User']> }>;
  LeaderboardScope: LeaderboardScope;
  LearningStats: ResolverTypeWrapper<Learning>;
  Lesson: ResolverTypeWrapper<Reference>;
  LessonCompletion: ResolverTypeWrapper<Omit<LessonCompletion, 'lesson'> & { lesson?: Maybe<ResolversTypes['Lesson']> }>;
  LocalDate: ResolverTypeWrapper<Scalars['LocalDate']['output']>;
  Markdown: ResolverTypeWrapper<Scalars['Markdown']['output']>;
  MemoryDistribution: ResolverTypeWrapper<MemoryDistribution>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  ParticipationDay: ResolverTypeWrapper<ParticipationDay>;
  Period: Period;
  PlatformDay: ResolverTypeWrapper<PlatformDay>;
  PlatformStats: ResolverTypeWrapper<PlatformFigures>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RatingCounts: ResolverTypeWrapper<RatingCounts>;
  RebuildState: RebuildState;
  ReplayReport: ResolverTypeWrapper<ReplayReport>;
  RetentionCounts: ResolverTypeWrapper<RetentionCounts>;
  RetentionRow: ResolverTypeWrapper<RetentionRow>;
  RetentionTable: ResolverTypeWrapper<RetentionTable>;
  RetentionWindow: RetentionWindow;
  RetrievabilityBucket: ResolverTypeWrapper<RetrievabilityBucket>;
  ReviewLogFile: ResolverTypeWrapper<ReviewLogFile>;
  ReviewLogFormat: ReviewLogFormat;
  RiskReason: RiskReason;
  StabilityBucket: ResolverTypeWrapper<StabilityBucket>;
  Streak: ResolverTypeWrapper<Streak>;
  StudentAtRisk: ResolverTypeWrapper<Omit<StudentAtRisk, 'student'> & { student?: Maybe<ResolversTypes['User']> }>;
  TopicStatus: ResolverTypeWrapper<TopicStatus>;
  URL: ResolverTypeWrapper<Scalars['URL']['output']>;
  User: ResolverTypeWrapper<Reference>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  ActivityPage: ActivityPage;
  String: Scalars['String']['output'];
  Int: Scalars['Int']['output'];
  Card: CardReference;
  ID: Scalars['ID']['output'];
  CardStats: CardStats;
  Float: Scalars['Float']['output'];
  CollectorStatus: CollectorStatus;
  Course: Reference;
  CourseAnalytics: CourseFigures;
  CourseItem: Omit<CourseItem, 'card'> & { card?: Maybe<ResolversParentTypes['Card']> };
  DailyActivity: DailyActivity;
  Date: Scalars['Date']['output'];
  DateRange: DateRange;
  DateTime: Scalars['DateTime']['output'];
  DeadLetter: DeadLetter;
  DeadLetterConnection: DeadLetterConnection;
  DeadLetterEdge: DeadLetterEdge;
  Deck: Reference;
  DeckStats: DeckFigures;
  DueForecast: DueForecast;
  EmailAddress: Scalars['EmailAddress']['output'];
  FiguresRebuild: FiguresRebuild;
  ForecastDay: ForecastDay;
  HardCard: Omit<HardCard, 'card'> & { card?: Maybe<ResolversParentTypes['Card']> };
  HeatmapDay: HeatmapDay;
  HourlyActivity: HourlyActivity;
  Leaderboard: Omit<Leaderboard, 'entries' | 'viewerEntry'> & { entries: Array<ResolversParentTypes['LeaderboardEntry']>, viewerEntry?: Maybe<ResolversParentTypes['LeaderboardEntry']> };
  LeaderboardEntry: Omit<LeaderboardEntry, 'user'> & { user?: Maybe<ResolversParentTypes['User']> };
  LearningStats: Learning;
  Lesson: Reference;
  LessonCompletion: Omit<LessonCompletion, 'lesson'> & { lesson?: Maybe<ResolversParentTypes['Lesson']> };
  LocalDate: Scalars['LocalDate']['output'];
  Markdown: Scalars['Markdown']['output'];
  MemoryDistribution: MemoryDistribution;
  Mutation: Record<PropertyKey, never>;
  PageInfo: PageInfo;
  Boolean: Scalars['Boolean']['output'];
  ParticipationDay: ParticipationDay;
  PlatformDay: PlatformDay;
  PlatformStats: PlatformFigures;
  Query: Record<PropertyKey, never>;
  RatingCounts: RatingCounts;
  ReplayReport: ReplayReport;
  RetentionCounts: RetentionCounts;
  RetentionRow: RetentionRow;
  RetentionTable: RetentionTable;
  RetrievabilityBucket: RetrievabilityBucket;
  ReviewLogFile: ReviewLogFile;
  StabilityBucket: StabilityBucket;
  Streak: Streak;
  StudentAtRisk: Omit<StudentAtRisk, 'student'> & { student?: Maybe<ResolversParentTypes['User']> };
  TopicStatus: TopicStatus;
  URL: Scalars['URL']['output'];
  User: Reference;
};

export type ActivityPageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ActivityPage'] = ResolversParentTypes['ActivityPage']> = {
  body?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  contentType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type CardResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Card'] = ResolversParentTypes['Card'], FederationReferenceType extends FederationReferenceTypes['Card'] = FederationReferenceTypes['Card']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Card']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  stats?: Resolver<Maybe<ResolversTypes['CardStats']>, ParentType, ContextType>;
};

export type CardStatsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CardStats'] = ResolversParentTypes['CardStats']> = {
  errorRate?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  firstErrorRate?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  lastErrorRate?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  learners?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  medianAnswerTimeMs?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  reviews?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CollectorStatusResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CollectorStatus'] = ResolversParentTypes['CollectorStatus']> = {
  rebuild?: Resolver<Maybe<ResolversTypes['FiguresRebuild']>, ParentType, ContextType>;
  topics?: Resolver<Array<ResolversTypes['TopicStatus']>, ParentType, ContextType>;
};

export type CourseResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Course'] = ResolversParentTypes['Course'], FederationReferenceType extends FederationReferenceTypes['Course'] = FederationReferenceTypes['Course']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Course']> | FederationReferenceType, FederationReferenceType, ContextType>;
  analytics?: Resolver<Maybe<ResolversTypes['CourseAnalytics']>, ParentType, ContextType, Partial<CourseAnalyticsArgs>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type CourseAnalyticsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CourseAnalytics'] = ResolversParentTypes['CourseAnalytics']> = {
  accuracy?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  activeStudents?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  activity?: Resolver<ResolversTypes['ActivityPage'], ParentType, ContextType, RequireFields<CourseAnalyticsActivityArgs, 'format'>>;
  completionFunnel?: Resolver<Array<ResolversTypes['LessonCompletion']>, ParentType, ContextType>;
  itemAnalysis?: Resolver<Array<ResolversTypes['CourseItem']>, ParentType, ContextType, RequireFields<CourseAnalyticsItemAnalysisArgs, 'first'>>;
  participation?: Resolver<Array<ResolversTypes['ParticipationDay']>, ParentType, ContextType>;
  reviews?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  students?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  studentsAtRisk?: Resolver<Array<ResolversTypes['StudentAtRisk']>, ParentType, ContextType, RequireFields<CourseAnalyticsStudentsAtRiskArgs, 'first'>>;
  studyTimeMs?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type CourseItemResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CourseItem'] = ResolversParentTypes['CourseItem']> = {
  card?: Resolver<Maybe<ResolversTypes['Card']>, ParentType, ContextType>;
  errorRate?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  firstErrorRate?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  lastErrorRate?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  learners?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  medianAnswerTimeMs?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  reviews?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type DailyActivityResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DailyActivity'] = ResolversParentTypes['DailyActivity']> = {
  correct?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  day?: Resolver<ResolversTypes['LocalDate'], ParentType, ContextType>;
  newCards?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reviews?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  studyTimeMs?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DeadLetterResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeadLetter'] = ResolversParentTypes['DeadLetter']> = {
  error?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  firstSeenAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  group?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  lastSeenAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  position?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  replayedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  times?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  topic?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type DeadLetterConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeadLetterConnection'] = ResolversParentTypes['DeadLetterConnection']> = {
  edges?: Resolver<Array<ResolversTypes['DeadLetterEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type DeadLetterEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeadLetterEdge'] = ResolversParentTypes['DeadLetterEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['DeadLetter'], ParentType, ContextType>;
};

export type DeckResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Deck'] = ResolversParentTypes['Deck'], FederationReferenceType extends FederationReferenceTypes['Deck'] = FederationReferenceTypes['Deck']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Deck']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  stats?: Resolver<Maybe<ResolversTypes['DeckStats']>, ParentType, ContextType, Partial<DeckStatsArgs>>;
};

export type DeckStatsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeckStats'] = ResolversParentTypes['DeckStats']> = {
  accuracy?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  hardestCards?: Resolver<Array<ResolversTypes['HardCard']>, ParentType, ContextType, RequireFields<DeckStatsHardestCardsArgs, 'first'>>;
  learners?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reviews?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  studyTimeMs?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type DueForecastResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DueForecast'] = ResolversParentTypes['DueForecast']> = {
  days?: Resolver<Array<ResolversTypes['ForecastDay']>, ParentType, ContextType>;
  later?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  overdue?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export interface EmailAddressScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['EmailAddress'], any> {
  name: 'EmailAddress';
}

export type FiguresRebuildResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FiguresRebuild'] = ResolversParentTypes['FiguresRebuild']> = {
  detail?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  finishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  startedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['RebuildState'], ParentType, ContextType>;
};

export type ForecastDayResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ForecastDay'] = ResolversParentTypes['ForecastDay']> = {
  day?: Resolver<ResolversTypes['LocalDate'], ParentType, ContextType>;
  due?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type HardCardResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HardCard'] = ResolversParentTypes['HardCard']> = {
  card?: Resolver<Maybe<ResolversTypes['Card']>, ParentType, ContextType>;
  errorRate?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  reviews?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type HeatmapDayResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HeatmapDay'] = ResolversParentTypes['HeatmapDay']> = {
  day?: Resolver<ResolversTypes['LocalDate'], ParentType, ContextType>;
  reviews?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  studyTimeMs?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type HourlyActivityResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HourlyActivity'] = ResolversParentTypes['HourlyActivity']> = {
  accuracy?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  hour?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reviews?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type LeaderboardResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Leaderboard'] = ResolversParentTypes['Leaderboard']> = {
  entries?: Resolver<Array<ResolversTypes['LeaderboardEntry']>, ParentType, ContextType>;
  from?: Resolver<Maybe<ResolversTypes['LocalDate']>, ParentType, ContextType>;
  period?: Resolver<ResolversTypes['Period'], ParentType, ContextType>;
  scope?: Resolver<ResolversTypes['LeaderboardScope'], ParentType, ContextType>;
  viewerEntry?: Resolver<Maybe<ResolversTypes['LeaderboardEntry']>, ParentType, ContextType>;
};

export type LeaderboardEntryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LeaderboardEntry'] = ResolversParentTypes['LeaderboardEntry']> = {
  correct?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  rank?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reviews?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  studyTimeMs?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
};

export type LearningStatsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LearningStats'] = ResolversParentTypes['LearningStats']> = {
  accuracy?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  averageTestScore?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  daily?: Resolver<Array<ResolversTypes['DailyActivity']>, ParentType, ContextType>;
  forecast?: Resolver<ResolversTypes['DueForecast'], ParentType, ContextType, RequireFields<LearningStatsForecastArgs, 'days'>>;
  goalProgress?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  heatmap?: Resolver<Array<ResolversTypes['HeatmapDay']>, ParentType, ContextType, RequireFields<LearningStatsHeatmapArgs, 'year'>>;
  hourly?: Resolver<Array<ResolversTypes['HourlyActivity']>, ParentType, ContextType>;
  memory?: Resolver<ResolversTypes['MemoryDistribution'], ParentType, ContextType>;
  ratings?: Resolver<ResolversTypes['RatingCounts'], ParentType, ContextType>;
  reviewLog?: Resolver<Maybe<ResolversTypes['ReviewLogFile']>, ParentType, ContextType, RequireFields<LearningStatsReviewLogArgs, 'first' | 'format'>>;
  reviews?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  streak?: Resolver<ResolversTypes['Streak'], ParentType, ContextType>;
  studyTimeMs?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  testsSubmitted?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  trueRetention?: Resolver<ResolversTypes['RetentionTable'], ParentType, ContextType>;
};

export type LessonResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Lesson'] = ResolversParentTypes['Lesson']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type LessonCompletionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LessonCompletion'] = ResolversParentTypes['LessonCompletion']> = {
  completed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  lesson?: Resolver<Maybe<ResolversTypes['Lesson']>, ParentType, ContextType>;
  share?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export interface LocalDateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['LocalDate'], any> {
  name: 'LocalDate';
}

export interface MarkdownScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Markdown'], any> {
  name: 'Markdown';
}

export type MemoryDistributionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MemoryDistribution'] = ResolversParentTypes['MemoryDistribution']> = {
  averageRetrievability?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  averageStabilityDays?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  cards?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  remembered?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  retrievability?: Resolver<Array<ResolversTypes['RetrievabilityBucket']>, ParentType, ContextType>;
  stability?: Resolver<Array<ResolversTypes['StabilityBucket']>, ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  rebuildFigures?: Resolver<ResolversTypes['FiguresRebuild'], ParentType, ContextType>;
  replayDeadLetters?: Resolver<ResolversTypes['ReplayReport'], ParentType, ContextType, RequireFields<MutationReplayDeadLettersArgs, 'first' | 'topic'>>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ParticipationDayResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ParticipationDay'] = ResolversParentTypes['ParticipationDay']> = {
  activeStudents?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  day?: Resolver<ResolversTypes['LocalDate'], ParentType, ContextType>;
  lessonsCompleted?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reviews?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  share?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  studyTimeMs?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type PlatformDayResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PlatformDay'] = ResolversParentTypes['PlatformDay']> = {
  day?: Resolver<ResolversTypes['LocalDate'], ParentType, ContextType>;
  learners?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reviews?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PlatformStatsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PlatformStats'] = ResolversParentTypes['PlatformStats']> = {
  activeLearners?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  daily?: Resolver<Array<ResolversTypes['PlatformDay']>, ParentType, ContextType>;
  lessonsCompleted?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  newUsers?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reviews?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  studyTimeMs?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  testsSubmitted?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  collectorStatus?: Resolver<ResolversTypes['CollectorStatus'], ParentType, ContextType>;
  deadLetters?: Resolver<ResolversTypes['DeadLetterConnection'], ParentType, ContextType, RequireFields<QueryDeadLettersArgs, 'first'>>;
  leaderboard?: Resolver<ResolversTypes['Leaderboard'], ParentType, ContextType, RequireFields<QueryLeaderboardArgs, 'first' | 'period' | 'scope'>>;
  platformStats?: Resolver<ResolversTypes['PlatformStats'], ParentType, ContextType, RequireFields<QueryPlatformStatsArgs, 'range'>>;
};

export type RatingCountsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RatingCounts'] = ResolversParentTypes['RatingCounts']> = {
  again?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  easy?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  good?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  hard?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ReplayReportResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReplayReport'] = ResolversParentTypes['ReplayReport']> = {
  remaining?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  replayed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  topic?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type RetentionCountsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RetentionCounts'] = ResolversParentTypes['RetentionCounts']> = {
  failed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  passed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  rate?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type RetentionRowResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RetentionRow'] = ResolversParentTypes['RetentionRow']> = {
  mature?: Resolver<ResolversTypes['RetentionCounts'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['RetentionCounts'], ParentType, ContextType>;
  window?: Resolver<ResolversTypes['RetentionWindow'], ParentType, ContextType>;
  young?: Resolver<ResolversTypes['RetentionCounts'], ParentType, ContextType>;
};

export type RetentionTableResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RetentionTable'] = ResolversParentTypes['RetentionTable']> = {
  rows?: Resolver<Array<ResolversTypes['RetentionRow']>, ParentType, ContextType>;
};

export type RetrievabilityBucketResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RetrievabilityBucket'] = ResolversParentTypes['RetrievabilityBucket']> = {
  cards?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type ReviewLogFileResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReviewLogFile'] = ResolversParentTypes['ReviewLogFile']> = {
  base64?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  contentType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  fileName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  reviews?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type StabilityBucketResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StabilityBucket'] = ResolversParentTypes['StabilityBucket']> = {
  cards?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  fromDays?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  toDays?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type StreakResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Streak'] = ResolversParentTypes['Streak']> = {
  current?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  freezesLeft?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  lastDay?: Resolver<Maybe<ResolversTypes['LocalDate']>, ParentType, ContextType>;
  longest?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type StudentAtRiskResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StudentAtRisk'] = ResolversParentTypes['StudentAtRisk']> = {
  accuracy?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  lastActiveAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  lessonsCompleted?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reasons?: Resolver<Array<ResolversTypes['RiskReason']>, ParentType, ContextType>;
  student?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
};

export type TopicStatusResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TopicStatus'] = ResolversParentTypes['TopicStatus']> = {
  deadLetters?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  eventsLastHour?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  eventsPerSecond?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  lagMs?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  lastReceivedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  topic?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export interface UrlScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['URL'], any> {
  name: 'URL';
}

export type UserResolvers<ContextType = Context, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User'], FederationReferenceType extends FederationReferenceTypes['User'] = FederationReferenceTypes['User']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['User']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  learning?: Resolver<Maybe<ResolversTypes['LearningStats']>, ParentType, ContextType, Partial<UserLearningArgs>>;
};

export type Resolvers<ContextType = Context> = {
  ActivityPage?: ActivityPageResolvers<ContextType>;
  Card?: CardResolvers<ContextType>;
  CardStats?: CardStatsResolvers<ContextType>;
  CollectorStatus?: CollectorStatusResolvers<ContextType>;
  Course?: CourseResolvers<ContextType>;
  CourseAnalytics?: CourseAnalyticsResolvers<ContextType>;
  CourseItem?: CourseItemResolvers<ContextType>;
  DailyActivity?: DailyActivityResolvers<ContextType>;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  DeadLetter?: DeadLetterResolvers<ContextType>;
  DeadLetterConnection?: DeadLetterConnectionResolvers<ContextType>;
  DeadLetterEdge?: DeadLetterEdgeResolvers<ContextType>;
  Deck?: DeckResolvers<ContextType>;
  DeckStats?: DeckStatsResolvers<ContextType>;
  DueForecast?: DueForecastResolvers<ContextType>;
  EmailAddress?: GraphQLScalarType;
  FiguresRebuild?: FiguresRebuildResolvers<ContextType>;
  ForecastDay?: ForecastDayResolvers<ContextType>;
  HardCard?: HardCardResolvers<ContextType>;
  HeatmapDay?: HeatmapDayResolvers<ContextType>;
  HourlyActivity?: HourlyActivityResolvers<ContextType>;
  Leaderboard?: LeaderboardResolvers<ContextType>;
  LeaderboardEntry?: LeaderboardEntryResolvers<ContextType>;
  LearningStats?: LearningStatsResolvers<ContextType>;
  Lesson?: LessonResolvers<ContextType>;
  LessonCompletion?: LessonCompletionResolvers<ContextType>;
  LocalDate?: GraphQLScalarType;
  Markdown?: GraphQLScalarType;
  MemoryDistribution?: MemoryDistributionResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  ParticipationDay?: ParticipationDayResolvers<ContextType>;
  PlatformDay?: PlatformDayResolvers<ContextType>;
  PlatformStats?: PlatformStatsResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  RatingCounts?: RatingCountsResolvers<ContextType>;
  ReplayReport?: ReplayReportResolvers<ContextType>;
  RetentionCounts?: RetentionCountsResolvers<ContextType>;
  RetentionRow?: RetentionRowResolvers<ContextType>;
  RetentionTable?: RetentionTableResolvers<ContextType>;
  RetrievabilityBucket?: RetrievabilityBucketResolvers<ContextType>;
  ReviewLogFile?: ReviewLogFileResolvers<ContextType>;
  StabilityBucket?: StabilityBucketResolvers<ContextType>;
  Streak?: StreakResolvers<ContextType>;
  StudentAtRisk?: StudentAtRiskResolvers<ContextType>;
  TopicStatus?: TopicStatusResolvers<ContextType>;
  URL?: GraphQLScalarType;
  User?: UserResolvers<ContextType>;
};

