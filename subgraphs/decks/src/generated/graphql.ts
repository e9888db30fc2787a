import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { DeckRecord, CardRecord, FolderRecord, CollaboratorRecord } from '../domain/deck.js';
import type { UserStub, CourseStub } from '../resolvers/models.js';
import type { CardStudy } from '../domain/memory.js';
import type { DeckStudySettings } from '../domain/study-settings.js';
import type { QueuedCard } from '../services/study-queue.js';
import type { RatingOutcome } from '../domain/scheduling.js';
import type { ReviewOutcome } from '../services/review-rules.js';
import type { PracticeTestRecord, TestQuestionRecord, GradedQuestion } from '../domain/practice-test.js';
import type { PaperAnswer } from '../domain/test-grading.js';
import type { LearnSessionRecord } from '../domain/learn-session.js';
import type { LearnAnswerResult } from '../services/learn.js';
import type { MatchGameRecord } from '../storage/match-games.js';
import type { RescheduleOutcome } from '../services/reschedule-deck.js';
import type { DeckExamPlan } from '../services/forecast-study.js';
import type { DeckChangeEvent } from '../services/watch-deck.js';
import type { StudyProgressEvent } from '../services/watch-study.js';
import type { StudyPresetRecord } from '../storage/study-presets.js';
import type { WeightsRecord } from '../storage/scheduler-weights.js';
import type { FitResult } from '../services/optimize-scheduler.js';
import type { CourseExamPlanResult } from '../services/course-exam.js';
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

/** Cards to add at the end of a deck. */
export type AddCardsInput = {
  /** 1 to 1000 cards. */
  cards: Array<CardInput>;
  /** The deck's id. */
  deckId: Scalars['ID']['input'];
};

/** The answer to the question that a Learn session asks. With neither text nor option it means "I don't know". */
export type AnswerLearnInput = {
  /** Id of the answer, made by the client (a UUID); makes retries safe. */
  id?: InputMaybe<Scalars['ID']['input']>;
  /** MULTIPLE_CHOICE: the chosen option. */
  optionId?: InputMaybe<Scalars['ID']['input']>;
  /** The question that is being asked. */
  questionId: Scalars['ID']['input'];
  /** The session. */
  sessionId: Scalars['ID']['input'];
  /** WRITTEN: the answer. */
  text?: InputMaybe<Scalars['String']['input']>;
  /** Time spent on the question (milliseconds). */
  timeMs?: InputMaybe<Scalars['Int']['input']>;
};

/** Which side of the cards answers are given with. */
export type AnswerSide =
  /** Terms are shown, definitions are answered. */
  | 'DEFINITION'
  /** Definitions are shown, terms are answered. */
  | 'TERM';

/** Why an answer counts as right or wrong. */
export type AnswerVerdict =
  /** One of the alternatives or accepted answers. */
  | 'ALTERNATIVE'
  /** Right but for accents, or with е for ё. */
  | 'DIACRITIC'
  /** Not answered. */
  | 'EMPTY'
  /** Right as it stands (up to case, space, punctuation and remarks in brackets). */
  | 'EXACT'
  /** Some parts right, some not. */
  | 'PARTIAL'
  /** Right but for a typing error. */
  | 'TYPO'
  /** Not right. */
  | 'WRONG';

/** Decks, and the preset that they shall follow. */
export type ApplyStudyPresetInput = {
  /** 1 to 100 decks. */
  deckIds: Array<Scalars['ID']['input']>;
  /** The preset; none when left out: the decks go on with the values that they have, on their own. */
  presetId?: InputMaybe<Scalars['ID']['input']>;
};

/** Cards to put off. */
export type BuryCardsInput = {
  /** True hides them until the learner's next day, false shows them again. */
  buried?: Scalars['Boolean']['input'];
  /** The cards, up to 1000. */
  cardIds: Array<Scalars['ID']['input']>;
};

/** A term and its definition: two sides to learn. */
export type Card = {
  __typename?: 'Card';
  /** Answers that count as right besides the definition. */
  acceptedAnswers: Array<Scalars['String']['output']>;
  /** When the card was created. */
  createdAt: Scalars['DateTime']['output'];
  /** The deck that holds the card. */
  deck: Deck;
  /** What is to be known. */
  definition: Scalars['String']['output'];
  /** The author's own wrong options for multiple choice. */
  distractors: Array<Scalars['String']['output']>;
  /** Help that can be shown before the answer. */
  hint?: Maybe<Scalars['String']['output']>;
  /** UUID of the card. */
  id: Scalars['ID']['output'];
  /** What the viewer remembers of the card; null for an anonymous viewer. */
  memory?: Maybe<CardMemory>;
  /** Place of the card in its deck, counted from 0. */
  position: Scalars['Int']['output'];
  /** Cards of a deck with the same key are siblings: sides of one note. Null for a card that stands alone. */
  siblingKey?: Maybe<Scalars['String']['output']>;
  /** Whether the viewer marked the card with a star. */
  starred: Scalars['Boolean']['output'];
  /** Labels of the card. */
  tags: Array<Scalars['String']['output']>;
  /** What is asked. */
  term: Scalars['String']['output'];
  /** When its content last changed. */
  updatedAt: Scalars['DateTime']['output'];
};

/** Changes of a card: what is absent stays, what is null is emptied. */
export type CardChangeInput = {
  /** The answers instead of those there were. */
  acceptedAnswers?: InputMaybe<Array<Scalars['String']['input']>>;
  /** 1 to 10000 characters. */
  definition?: InputMaybe<Scalars['String']['input']>;
  /** The wrong options instead of those there were. */
  distractors?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Up to 1000 characters. */
  hint?: InputMaybe<Scalars['String']['input']>;
  /** The card's id. */
  id: Scalars['ID']['input'];
  /** Up to 100 characters; cards of the deck with the same key are siblings, of which one a day is shown (`burySiblings`). */
  siblingKey?: InputMaybe<Scalars['String']['input']>;
  /** The tags instead of those there were. */
  tags?: InputMaybe<Array<Scalars['String']['input']>>;
  /** 1 to 2000 characters. */
  term?: InputMaybe<Scalars['String']['input']>;
};

/** A page of cards. */
export type CardConnection = {
  __typename?: 'CardConnection';
  /** Cards with their cursors. */
  edges: Array<CardEdge>;
  /** Where this page lies. */
  pageInfo: PageInfo;
};

/** A card in a page. */
export type CardEdge = {
  __typename?: 'CardEdge';
  /** Place in the list, to send as `after`. */
  cursor: Scalars['String']['output'];
  /** The card. */
  node: Card;
};

/** Which cards of a deck are wanted; all given conditions hold. */
export type CardFilter = {
  /** A query as in `searchCards`: words, `tag:`, `is:due`, `prop:lapses>3` and so on. */
  query?: InputMaybe<Scalars['String']['input']>;
  /** Cards that the viewer marked with a star, or did not. */
  starred?: InputMaybe<Scalars['Boolean']['input']>;
  /** Cards with this tag. */
  tag?: InputMaybe<Scalars['String']['input']>;
};

/** A new card. */
export type CardInput = {
  /** Up to 20 answers of up to 500 characters that count as right besides the definition. */
  acceptedAnswers?: InputMaybe<Array<Scalars['String']['input']>>;
  /** 1 to 10000 characters. */
  definition: Scalars['String']['input'];
  /** Up to 20 wrong options of up to 500 characters for multiple choice. */
  distractors?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Up to 1000 characters. */
  hint?: InputMaybe<Scalars['String']['input']>;
  /** Client-made UUID; sending the same again answers the same card. Made here when absent. */
  id?: InputMaybe<Scalars['ID']['input']>;
  /** Up to 100 characters; cards of the deck with the same key are siblings, of which one a day is shown (`burySiblings`). */
  siblingKey?: InputMaybe<Scalars['String']['input']>;
  /** Up to 30 tags of up to 50 characters. */
  tags?: InputMaybe<Array<Scalars['String']['input']>>;
  /** 1 to 2000 characters. */
  term: Scalars['String']['input'];
};

/** What the viewer remembers of a card, as the FSRS-6 scheduler estimates it. */
export type CardMemory = {
  __typename?: 'CardMemory';
  /** From 1 (easy) to 10 (hard); null while the card is new. */
  difficulty?: Maybe<Scalars['Float']['output']>;
  /** When the card comes back; null while it is new. */
  due?: Maybe<Scalars['DateTime']['output']>;
  /** How often the card was forgotten after it had been learned. */
  lapses: Scalars['Int']['output'];
  /** When the card was last reviewed. */
  lastReviewedAt?: Maybe<Scalars['DateTime']['output']>;
  /** True when the card was forgotten so often (8 lapses, then every 4) that it wants to be reworded or split. */
  leech: Scalars['Boolean']['output'];
  /** Reviews so far. */
  reps: Scalars['Int']['output'];
  /** Probability of recall right now, 0 to 1; null while the card is new. */
  retrievability?: Maybe<Scalars['Float']['output']>;
  /** Days until the probability of recall has fallen to 90 %; null while the card is new. */
  stability?: Maybe<Scalars['Float']['output']>;
  /** Where the memory stands. */
  state: MemoryState;
  /** True when the viewer has taken the card out of study. */
  suspended: Scalars['Boolean']['output'];
};

/** A text of a card, before and after. */
export type CardTextChange = {
  __typename?: 'CardTextChange';
  /** The text as it is now, or would be. */
  after: Scalars['String']['output'];
  /** The text as it was; of a list one entry. */
  before: Scalars['String']['output'];
  /** The card. */
  card: Card;
  /** Which of its texts. */
  field: CardTextField;
};

/** A text of a card. */
export type CardTextField =
  /** Each of `Card.acceptedAnswers`; one that is empty afterwards, or there twice, goes. */
  | 'ACCEPTED_ANSWERS'
  /** `Card.definition`. */
  | 'DEFINITION'
  /** Each of `Card.distractors`; one that is empty afterwards, or there twice, goes. */
  | 'DISTRACTORS'
  /** `Card.hint`; empty afterwards, it is none. */
  | 'HINT'
  /** Each of `Card.tags`; one that is empty afterwards, or there twice, goes. */
  | 'TAGS'
  /** `Card.term`. */
  | 'TERM';

/** A text that cannot be replaced. */
export type CardTextProblem = {
  __typename?: 'CardTextProblem';
  /** The card. */
  card: Card;
  /** Which of its texts. */
  field: CardTextField;
  /** Why not. */
  message: Scalars['String']['output'];
};

/** The cards that were created or changed. */
export type CardsPayload = {
  __typename?: 'CardsPayload';
  /** The cards, in the order of the input. */
  cards: Array<Card>;
  /** The deck that holds them; null when they are of several. */
  deck?: Maybe<Deck>;
};

/** A course, known here by id only. */
export type Course = {
  __typename?: 'Course';
  /** The course's id. */
  id: Scalars['ID']['output'];
};

/** The exam of a course, as the viewer sets it for themselves. */
export type CourseExamInput = {
  /** The course; the viewer is one of its members. */
  courseId: Scalars['ID']['input'];
  /** The learner's day of the exam; null takes it away. */
  examDate?: InputMaybe<Scalars['LocalDate']['input']>;
  /** Minutes of study that the viewer has on a day for all decks of the course, 1 to 1440; 30 by default. */
  minutesPerDay?: InputMaybe<Scalars['Int']['input']>;
  /** Mean probability of recall wanted on that day, 0.5 to 0.99; 0.9 by default. */
  targetRetention?: InputMaybe<Scalars['Float']['input']>;
};

/** How to get all decks of a course ready for its exam, from where the viewer stands now. Made anew at each reading, so every review changes it. */
export type CourseExamPlan = {
  __typename?: 'CourseExamPlan';
  /** The course. */
  course?: Maybe<Course>;
  /** What to study each day, up to 365 days. */
  days: Array<ExamPlanDay>;
  /** Days of study left, today included. */
  daysLeft: Scalars['Int']['output'];
  /** The decks that are planned: those of the course that the viewer may see. */
  decks: Array<Deck>;
  /** The desired retention to study with until then. */
  desiredRetention: Scalars['Float']['output'];
  /** The day of the exam. */
  examDate: Scalars['LocalDate']['output'];
  /** Mean probability of recall to expect on the day of the exam if the plan is kept; cards never studied count as 0. */
  expectedRetention: Scalars['Float']['output'];
  /** Whether the target can be met within the minutes. */
  feasible: Scalars['Boolean']['output'];
  /** Minutes a day that would meet the target; null when the plan meets it, and when eight times the minutes are not enough. */
  minutesNeeded?: Maybe<Scalars['Int']['output']>;
  /** Minutes that the viewer has on a day. */
  minutesPerDay: Scalars['Int']['output'];
  /** New cards to begin with on a day. */
  newCardsPerDay: Scalars['Int']['output'];
  /** Mean probability of recall wanted on that day. */
  targetRetention: Scalars['Float']['output'];
};

/** A new deck. */
export type CreateDeckInput = {
  /** Language of the definitions (BCP 47). */
  definitionLanguage?: InputMaybe<Scalars['String']['input']>;
  /** Up to 5000 characters. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** Client-made UUID; sending the same again answers the same deck. Made here when absent. */
  id?: InputMaybe<Scalars['ID']['input']>;
  /** Up to 20 tags of up to 50 characters. */
  tags?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Language of the terms (BCP 47). */
  termLanguage?: InputMaybe<Scalars['String']['input']>;
  /** 1 to 200 characters. */
  title: Scalars['String']['input'];
  /** Who may open it; `PRIVATE` by default. */
  visibility?: InputMaybe<DeckVisibility>;
};

/** A new folder. */
export type CreateFolderInput = {
  /** Client-made UUID; sending the same again answers the same folder. Made here when absent. */
  id?: InputMaybe<Scalars['ID']['input']>;
  /** 1 to 100 characters. */
  name: Scalars['String']['input'];
  /** The folder around it; at the top when absent. */
  parentId?: InputMaybe<Scalars['ID']['input']>;
};

/** A new preset; what is left out has its default. */
export type CreateStudyPresetInput = {
  /** Whether of the cards of one note (`siblingKey`) only one a day is shown. */
  burySiblings?: InputMaybe<Scalars['Boolean']['input']>;
  /** Probability of recall at which a card comes back, 0.7 to 0.99. */
  desiredRetention?: InputMaybe<Scalars['Float']['input']>;
  /** Share of the usual load on each weekday from Monday to Sunday, 0 to 1: the variation avoids days with little; needs `fuzz`. */
  easyDays?: InputMaybe<Array<Scalars['Float']['input']>>;
  /** Whether intervals are varied a little, so that cards learned together part. */
  fuzz?: InputMaybe<Scalars['Boolean']['input']>;
  /** Client-made UUID; sending the same again answers the same preset. Made here when absent. */
  id?: InputMaybe<Scalars['ID']['input']>;
  /** How long before its time a learning card may be shown when nothing else is left (minutes), 0 to 1440. */
  learnAheadMinutes?: InputMaybe<Scalars['Int']['input']>;
  /** Steps of a new card, up to 10, such as `1m`, `10m`, `1d`; none leaves it to FSRS. */
  learningSteps?: InputMaybe<Array<Scalars['String']['input']>>;
  /** What becomes of a leech. */
  leechAction?: InputMaybe<LeechAction>;
  /** Lapses from which a card counts as a leech, 1 to 100; again each time half of it is added. */
  leechLapses?: InputMaybe<Scalars['Int']['input']>;
  /** Whether the variation prefers days on which less is due; needs `fuzz`. */
  loadBalance?: InputMaybe<Scalars['Boolean']['input']>;
  /** Longest interval (days), 1 to 36500. */
  maximumIntervalDays?: InputMaybe<Scalars['Int']['input']>;
  /** 1 to 100 characters. */
  name: Scalars['String']['input'];
  /** How new cards stand among due reviews. */
  newCardMix?: InputMaybe<NewCardMix>;
  /** Whether new cards are limited by `newCardsPerDay` alone; by default they take their room from the reviews. */
  newCardsIgnoreReviewLimit?: InputMaybe<Scalars['Boolean']['input']>;
  /** New cards a day at most, 0 to 9999. */
  newCardsPerDay?: InputMaybe<Scalars['Int']['input']>;
  /** In which order due reviews are shown. */
  order?: InputMaybe<ReviewOrder>;
  /** Steps of a forgotten card, up to 10. */
  relearningSteps?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Reviews a day at most, 0 to 9999; new cards count too unless `newCardsIgnoreReviewLimit`. */
  reviewsPerDay?: InputMaybe<Scalars['Int']['input']>;
};

/** What test to make. */
export type CreateTestInput = {
  /** Whether written answers with a typing error count as right. */
  allowTypos?: Scalars['Boolean']['input'];
  /** Which side of the cards answers are given with. */
  answerWith?: AnswerSide;
  /** The deck to ask about. */
  deckId: Scalars['ID']['input'];
  /** Id of the test, made by the client (a UUID); sending the same test twice gives the same test. */
  id?: InputMaybe<Scalars['ID']['input']>;
  /** Kinds of questions; the count is split evenly. */
  kinds?: Array<QuestionKind>;
  /** Whether written answers without their accents count as right (the letters that a language counts as its own never do without). */
  lenientDiacritics?: Scalars['Boolean']['input'];
  /** Number of questions, 1 to 100; fewer when the deck has fewer cards. */
  questionCount?: Scalars['Int']['input'];
  /** Whether one of several answers divided by `,` `;` `/` is enough in written questions. */
  splitAlternatives?: Scalars['Boolean']['input'];
  /** Only cards that carry the viewer's star. */
  starredOnly?: Scalars['Boolean']['input'];
  /** Time limit (seconds), 10 to 86400; no limit when left out. The server enforces it: what comes later is not graded. */
  timeLimitSeconds?: InputMaybe<Scalars['Int']['input']>;
};

/** A set of cards under one title. */
export type Deck = {
  __typename?: 'Deck';
  /** The viewer's best games of Match on this deck, the fastest first. */
  bestMatches: Array<MatchResult>;
  /** One card of this deck; null when it is not in it. */
  card?: Maybe<Card>;
  /** Number of cards. */
  cardCount: Scalars['Int']['output'];
  /** The cards in their order. */
  cards: CardConnection;
  /** With whom the owner shares the deck. Empty for viewers who are neither its owner nor one of its collaborators. */
  collaborators: Array<DeckCollaborator>;
  /** When the deck was created. */
  createdAt: Scalars['DateTime']['output'];
  /** Language of the definitions, as a BCP 47 tag. */
  definitionLanguage?: Maybe<Scalars['String']['output']>;
  /** When the deck was deleted; null for a deck that is not. A deleted deck can be restored for 30 days. */
  deletedAt?: Maybe<Scalars['DateTime']['output']>;
  /** What the deck is about; plain text. */
  description?: Maybe<Scalars['String']['output']>;
  /** The deck that this one was copied from; null when the viewer may not see it, or when this is no copy. */
  forkedFrom?: Maybe<Deck>;
  /** UUID of the deck. */
  id: Scalars['ID']['output'];
  /** Whose deck it is. */
  owner?: Maybe<User>;
  /** How far the viewer is with the deck; null for an anonymous viewer. */
  progress?: Maybe<DeckProgress>;
  /** How the viewer studies the deck; null for an anonymous viewer. */
  studySettings?: Maybe<StudySettings>;
  /** Subjects of the deck, in the order in which they were given. */
  tags: Array<Scalars['String']['output']>;
  /** Language of the terms, as a BCP 47 tag (`ru`, `en-GB`). */
  termLanguage?: Maybe<Scalars['String']['output']>;
  /** What the deck is called. */
  title: Scalars['String']['output'];
  /** When the deck or one of its cards last changed. */
  updatedAt: Scalars['DateTime']['output'];
  /** What the viewer may do with the deck. */
  viewerPermission: DeckPermission;
  /** Who may open it besides its owner, its collaborators and the courses that use it. */
  visibility: DeckVisibility;
};


/** A set of cards under one title. */
export type DeckBestMatchesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A set of cards under one title. */
export type DeckCardArgs = {
  id: Scalars['ID']['input'];
};


/** A set of cards under one title. */
export type DeckCardsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<CardFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** A change of a deck. Everything but the first three fields is read when it is delivered, so it may be newer than the change. */
export type DeckChange = {
  __typename?: 'DeckChange';
  /** The cards that were added, changed or deleted; a change of more than 1000 comes in several messages. */
  cardIds: Array<Scalars['ID']['output']>;
  /** Those of these cards that are still there, as they are now. */
  cards: Array<Card>;
  /** The deck as it is now; null when it is deleted. */
  deck?: Maybe<Deck>;
  /** Names the change; one that is delivered again has the same id. Null for CURRENT. */
  eventId?: Maybe<Scalars['ID']['output']>;
  /** What happened. */
  kind: DeckChangeKind;
  /** When it happened. */
  occurredAt: Scalars['DateTime']['output'];
};


/** A change of a deck. Everything but the first three fields is read when it is delivered, so it may be newer than the change. */
export type DeckChangeCardsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** What happened to a deck. */
export type DeckChangeKind =
  /** Cards came in. */
  | 'CARDS_ADDED'
  /** Cards were taken out; `cards` is empty. */
  | 'CARDS_DELETED'
  /** Cards changed. */
  | 'CARDS_UPDATED'
  /** Nothing: this is how the deck stands when the subscription begins. */
  | 'CURRENT'
  /** The deck was deleted; `deck` is null. */
  | 'DELETED'
  /** A file was imported; the cards are told by CARDS_ADDED and CARDS_UPDATED. */
  | 'IMPORTED'
  /** The deck was brought back. */
  | 'RESTORED'
  /** Title, description, visibility, tags, languages, cover or collaborators changed. */
  | 'UPDATED';

/** A person with whom a deck is shared. */
export type DeckCollaborator = {
  __typename?: 'DeckCollaborator';
  /** Since when. */
  addedAt: Scalars['DateTime']['output'];
  /** `VIEW` or `EDIT`. */
  permission: DeckPermission;
  /** The person. */
  user?: Maybe<User>;
};

/** A page of decks. */
export type DeckConnection = {
  __typename?: 'DeckConnection';
  /** Decks with their cursors. */
  edges: Array<DeckEdge>;
  /** Where this page lies. */
  pageInfo: PageInfo;
};

/** A deck in a page. */
export type DeckEdge = {
  __typename?: 'DeckEdge';
  /** Place in the list, to send as `after`. */
  cursor: Scalars['String']['output'];
  /** The deck. */
  node: Deck;
};

/** Which of the viewer's decks are wanted; all given conditions hold. */
export type DeckFilter = {
  /** True for the viewer's own deleted decks, which can be restored for 30 days, instead of the others. */
  deleted?: InputMaybe<Scalars['Boolean']['input']>;
  /** Decks in this folder of the viewer. */
  folderId?: InputMaybe<Scalars['ID']['input']>;
  /** Decks that came to the viewer in one of these ways; `[OWNED, SHARED]` by default. */
  relations?: InputMaybe<Array<DeckRelation>>;
  /** Decks with this tag. */
  tag?: InputMaybe<Scalars['String']['input']>;
  /** Part of the title. */
  title?: InputMaybe<Scalars['String']['input']>;
  /** Decks of this visibility. */
  visibility?: InputMaybe<DeckVisibility>;
};

/** File formats of decks. */
export type DeckFormat =
  /**
   * Comma-separated values (RFC 4180); semicolon, tab and bar are recognised too. A header row names the columns. A cell that
   * a spreadsheet would take for a formula is written with an apostrophe in front, which an import takes away again.
   */
  | 'CSV'
  /** A JSON object with the deck's fields and `cards`, or an array of cards. */
  | 'JSON'
  /** Quizlet's export: a tab between term and definition, a line per card; both separators can be set. */
  | 'QUIZLET_TEXT'
  /** Tab-separated values; formulas as in `CSV`. */
  | 'TSV';

/** Order of the viewer's decks. */
export type DeckOrder =
  /** Created last first. */
  | 'CREATED'
  /** By title, from A. */
  | 'TITLE'
  /** Changed last first. A deck that changes while a client turns pages moves to the front. */
  | 'UPDATED';

/** The deck that was created or changed. */
export type DeckPayload = {
  __typename?: 'DeckPayload';
  /** The deck. */
  deck: Deck;
};

/** What a person may do with a deck; each level includes those before it. */
export type DeckPermission =
  /** Change the deck and its cards. */
  | 'EDIT'
  /** Nothing. */
  | 'NONE'
  /** Share and delete. */
  | 'OWN'
  /** Read, study and copy. */
  | 'VIEW';

/** How far the viewer is with a deck. Suspended cards count only as `suspended`. */
export type DeckProgress = {
  __typename?: 'DeckProgress';
  /** Mean probability of recall of the studied cards, 0 to 1; null before the first review. */
  averageRetrievability?: Maybe<Scalars['Float']['output']>;
  /** Learned cards that are due today or overdue, whatever the day's limits. */
  due: Scalars['Int']['output'];
  /** Cards in learning or relearning steps. */
  learning: Scalars['Int']['output'];
  /** Learned cards whose interval is 21 days or more. */
  mastered: Scalars['Int']['output'];
  /** Cards never studied. */
  new: Scalars['Int']['output'];
  /** Cards that the viewer has taken out of study. */
  suspended: Scalars['Int']['output'];
};

/** How the viewer came to a deck. */
export type DeckRelation =
  /** A course uses it in which the viewer is enrolled. */
  | 'COURSE'
  /** It is the viewer's own. */
  | 'OWNED'
  /** Its owner shared it with the viewer. */
  | 'SHARED';

/** A page of found decks, best first. */
export type DeckSearchConnection = {
  __typename?: 'DeckSearchConnection';
  /** Decks with their cursors. */
  edges: Array<DeckSearchEdge>;
  /** Where this page lies. */
  pageInfo: PageInfo;
};

/** A found deck. */
export type DeckSearchEdge = {
  __typename?: 'DeckSearchEdge';
  /** Place in the list, to send as `after`. */
  cursor: Scalars['String']['output'];
  /** The deck. */
  node: Deck;
  /** How well the deck fits; comparable within one search only. */
  score: Scalars['Float']['output'];
};

/** Which public decks are wanted; all given conditions hold. */
export type DeckSearchFilter = {
  /** Decks whose definitions are in this language (BCP 47). */
  definitionLanguage?: InputMaybe<Scalars['String']['input']>;
  /** Decks with at least this many cards. */
  minCards?: InputMaybe<Scalars['Int']['input']>;
  /** Decks of this user. */
  ownerId?: InputMaybe<Scalars['ID']['input']>;
  /** Decks with every one of these tags. */
  tags?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Decks whose terms are in this language (BCP 47); `en` includes `en-GB`. */
  termLanguage?: InputMaybe<Scalars['String']['input']>;
};

/** Who may open a deck besides its owner, its collaborators, and everybody enrolled in a course that uses it. */
export type DeckVisibility =
  /** Nobody else. */
  | 'PRIVATE'
  /** Everybody; searches find it. */
  | 'PUBLIC'
  /** Everybody who knows the id; searches do not find it. */
  | 'UNLISTED';

/** Cards that were deleted. */
export type DeletedCardsPayload = {
  __typename?: 'DeletedCardsPayload';
  /** Their ids. */
  ids: Array<Scalars['ID']['output']>;
};

/** What was deleted. */
export type DeletedPayload = {
  __typename?: 'DeletedPayload';
  /** Its id. */
  id: Scalars['ID']['output'];
};

/** How to get a deck ready for its exam, from where the viewer stands now. Made anew at each reading, so every review changes it. */
export type ExamPlan = {
  __typename?: 'ExamPlan';
  /** What to study each day, up to 365 days. */
  days: Array<ExamPlanDay>;
  /** Days of study left, today included. */
  daysLeft: Scalars['Int']['output'];
  /** The deck. */
  deck: Deck;
  /** The desired retention to study with until then. */
  desiredRetention: Scalars['Float']['output'];
  /** The day of the exam. */
  examDate: Scalars['LocalDate']['output'];
  /** Mean probability of recall to expect on the day of the exam if the plan is kept; cards never studied count as 0. */
  expectedRetention: Scalars['Float']['output'];
  /** Whether the target can be met within the minutes. */
  feasible: Scalars['Boolean']['output'];
  /** Minutes a day that would meet the target; null when the plan meets it, and when eight times the minutes are not enough. */
  minutesNeeded?: Maybe<Scalars['Int']['output']>;
  /** Minutes that the viewer has on a day. */
  minutesPerDay: Scalars['Int']['output'];
  /** New cards to begin with on a day. */
  newCardsPerDay: Scalars['Int']['output'];
  /** Mean probability of recall wanted on that day. */
  targetRetention: Scalars['Float']['output'];
};

/** A day of a plan. */
export type ExamPlanDay = {
  __typename?: 'ExamPlanDay';
  /** The learner's day. */
  day: Scalars['LocalDate']['output'];
  /** On the last day: cards to look at again though they are not due, the least certain first. */
  extra: Scalars['Int']['output'];
  /** Minutes that it takes at the viewer's pace. */
  minutes: Scalars['Int']['output'];
  /** New cards. */
  newCards: Scalars['Int']['output'];
  /** Reviews that are due. */
  reviews: Scalars['Int']['output'];
};

/** Which deck to export, and how. */
export type ExportDeckInput = {
  /** QUIZLET_TEXT: what to write between cards; a line break when absent. */
  cardSeparator?: InputMaybe<Scalars['String']['input']>;
  /** The deck's id. */
  deckId: Scalars['ID']['input'];
  /** The file's format. */
  format: DeckFormat;
  /** QUIZLET_TEXT: what to write between term and definition; a tab when absent. */
  termSeparator?: InputMaybe<Scalars['String']['input']>;
};

/** An exported file. */
export type ExportFile = {
  __typename?: 'ExportFile';
  /** Its text. */
  content: Scalars['String']['output'];
  /** Its media type. */
  contentType: Scalars['String']['output'];
  /** A name for the file, from the deck's title. */
  fileName: Scalars['String']['output'];
};

/** Text to replace in the cards of a deck. */
export type FindAndReplaceInput = {
  /** The deck's id. */
  deckId: Scalars['ID']['input'];
  /** True changes nothing, and tells what would be changed. */
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** Where to look: terms and definitions when absent. */
  fields?: InputMaybe<Array<CardTextField>>;
  /** What to look for, as it is written: 1 to 500 characters, white space counts. */
  find: Scalars['String']['input'];
  /** False finds capital for small letters too. */
  matchCase?: InputMaybe<Scalars['Boolean']['input']>;
  /** What to put in its place, at most 2000 characters; empty takes it out. */
  replace: Scalars['String']['input'];
  /** True finds no part of a longer word. */
  wholeWord?: InputMaybe<Scalars['Boolean']['input']>;
};

/** What was replaced, or would be. */
export type FindAndReplacePayload = {
  __typename?: 'FindAndReplacePayload';
  /** Cards that were changed. */
  changed: Scalars['Int']['output'];
  /** The first 100 changes, in the order of the cards. */
  changes: Array<CardTextChange>;
  /** The deck. */
  deck: Deck;
  /** True when nothing was changed. */
  dryRun: Scalars['Boolean']['output'];
  /** Places that were replaced. */
  occurrences: Scalars['Int']['output'];
  /** The first 100 texts because of which a card stays as it is. */
  problems: Array<CardTextProblem>;
};

/** How a game of Match was played. */
export type FinishMatchInput = {
  /** The game. */
  gameId: Scalars['ID']['input'];
  /** Every pair that was tried, right or wrong, in order; together they clear the board. Up to 200. */
  moves: Array<MatchMoveInput>;
};

/** A user's own shelf for decks. Folders can stand in folders. */
export type Folder = {
  __typename?: 'Folder';
  /** When the folder was created. */
  createdAt: Scalars['DateTime']['output'];
  /** The decks in it that the viewer may still see, those added last first. */
  decks: DeckConnection;
  /** UUID of the folder. */
  id: Scalars['ID']['output'];
  /** What the folder is called. */
  name: Scalars['String']['output'];
  /** The folder around this one; null at the top. */
  parent?: Maybe<Folder>;
};


/** A user's own shelf for decks. Folders can stand in folders. */
export type FolderDecksArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** Decks and the folder that they go into or out of. */
export type FolderDecksInput = {
  /** 1 to 100 decks. */
  deckIds: Array<Scalars['ID']['input']>;
  /** The folder's id. */
  folderId: Scalars['ID']['input'];
};

/** The folder that was created or changed. */
export type FolderPayload = {
  __typename?: 'FolderPayload';
  /** The folder. */
  folder: Folder;
};

/** A file to import, into a new deck or into one that exists. */
export type ImportDeckInput = {
  /** QUIZLET_TEXT: what stands between cards; a line break when absent. */
  cardSeparator?: InputMaybe<Scalars['String']['input']>;
  /** The file's text, up to 10 MB and 50000 cards. */
  content: Scalars['String']['input'];
  /** The deck to import into; a new deck is made when absent. */
  deckId?: InputMaybe<Scalars['ID']['input']>;
  /** Language of the new deck's definitions (BCP 47). */
  definitionLanguage?: InputMaybe<Scalars['String']['input']>;
  /** CSV: one of `,` `;` tab `|`; recognised when absent. */
  delimiter?: InputMaybe<Scalars['String']['input']>;
  /** Description of the new deck. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** True to see the report and write nothing. */
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** The file's format. */
  format: DeckFormat;
  /** CSV and TSV: whether the first row names the columns; recognised when absent. */
  header?: InputMaybe<Scalars['Boolean']['input']>;
  /** Client-made UUID of this import, and of the deck when a new one is made; sending the same again answers the first report. */
  id?: InputMaybe<Scalars['ID']['input']>;
  /** What happens to cards that are there already; `UPDATE` by default. */
  onDuplicate?: InputMaybe<ImportDuplicatePolicy>;
  /** Tags of the new deck. */
  tags?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Language of the new deck's terms (BCP 47). */
  termLanguage?: InputMaybe<Scalars['String']['input']>;
  /** QUIZLET_TEXT: what stands between term and definition; a tab when absent. */
  termSeparator?: InputMaybe<Scalars['String']['input']>;
  /** Title of the new deck; what the file says, or `Imported deck`, when absent. */
  title?: InputMaybe<Scalars['String']['input']>;
  /** Who may open the new deck; `PRIVATE` by default. */
  visibility?: InputMaybe<DeckVisibility>;
};

/** What happens to a card of the file whose term the deck has already. */
export type ImportDuplicatePolicy =
  /** Another card is created, also when the file itself repeats a card. */
  | 'ADD'
  /** The card in the deck stays as it is. */
  | 'SKIP'
  /** The card in the deck takes over what the file says. */
  | 'UPDATE';

/** Something in the file that could not be taken as it is. */
export type ImportProblem = {
  __typename?: 'ImportProblem';
  /** What kind of problem. */
  code: ImportProblemCode;
  /** Line where the row begins, counted from 1; null for formats without lines. */
  line?: Maybe<Scalars['Int']['output']>;
  /** The problem in words, with the value where that helps. */
  message: Scalars['String']['output'];
  /** Which card of the file, counted from 1, in formats without lines. */
  note?: Maybe<Scalars['Int']['output']>;
};

/** Kinds of problems of an import. */
export type ImportProblemCode =
  /** The row has no definition. */
  | 'DEFINITION_MISSING'
  /** The file says the same letter by letter before; the row is left out. */
  | 'DUPLICATE'
  /** The file holds no cards. */
  | 'EMPTY'
  /** The row holds characters that text cannot hold. */
  | 'INVALID_CHARACTER'
  /** QUIZLET_TEXT: the line has no separator and was taken as part of the definition above it. */
  | 'LINE_JOINED'
  /** A quoted field has no end; the row is left out. */
  | 'QUOTE_NOT_CLOSED'
  /** The row has no term. */
  | 'TERM_MISSING'
  /** A field is longer than cards allow. */
  | 'TOO_LONG'
  /** A list has more entries than cards allow. */
  | 'TOO_MANY_VALUES'
  /** The whole file is not in the given format. */
  | 'UNREADABLE'
  /** The entry does not have the shape of a card. */
  | 'WRONG_SHAPE';

/** What an import did, or would do in a dry run. */
export type ImportReport = {
  __typename?: 'ImportReport';
  /** Cards created. */
  created: Scalars['Int']['output'];
  /** The deck; null when a new one was not made: in a dry run, or when no card of the file could be read. */
  deck?: Maybe<Deck>;
  /** True when nothing was written. */
  dryRun: Scalars['Boolean']['output'];
  /** What was wrong, in the order of the file; at most 1000 are listed. */
  problems: Array<ImportProblem>;
  /** Rows that changed nothing: faulty ones, repeated ones, and those whose card is there already. */
  skipped: Scalars['Int']['output'];
  /** Cards updated. */
  updated: Scalars['Int']['output'];
};

/** An answer in a Learn session, graded. */
export type LearnAnswer = {
  __typename?: 'LearnAnswer';
  /** When it was given. */
  answeredAt: Scalars['DateTime']['output'];
  /** Id of the card that was asked. */
  cardId: Scalars['ID']['output'];
  /** Whether it counts as right, by verdict or by override. */
  correct: Scalars['Boolean']['output'];
  /** Its id, for `overrideLearnAnswer`. */
  id: Scalars['ID']['output'];
  /** The card's level after the answer, or after the override. */
  levelAfter: LearnLevel;
  /** The card's level before the answer. */
  levelBefore: LearnLevel;
  /** Whether the learner said "I was right". */
  overridden: Scalars['Boolean']['output'];
  /** The question with its `result`: the verdict, and what was expected. */
  question: TestQuestion;
  /** The session as it stands, with the next question. */
  session: LearnSession;
  /** Why the answer was judged as it was; an override leaves it. */
  verdict: AnswerVerdict;
};

/** A card in a Learn session. */
export type LearnCard = {
  __typename?: 'LearnCard';
  /** The card's id. */
  cardId: Scalars['ID']['output'];
  /** How well it is known. */
  level: LearnLevel;
};

/** Cards of a Learn session by level. */
export type LearnCounts = {
  __typename?: 'LearnCounts';
  /** Cards answered right once. */
  familiar: Scalars['Int']['output'];
  /** Cards mastered. */
  mastered: Scalars['Int']['output'];
  /** Cards missed the last time. */
  missed: Scalars['Int']['output'];
  /** Cards not asked yet. */
  unseen: Scalars['Int']['output'];
};

/** How well a card is known in a Learn session. */
export type LearnLevel =
  /** Answered right once. */
  | 'FAMILIAR'
  /** Answered right once more, in writing. */
  | 'MASTERED'
  /** Answered wrongly the last time. */
  | 'MISSED'
  /** Not asked yet. */
  | 'UNSEEN';

/** A way through a deck in rounds of 7 cards: first a choice, later in writing; a miss comes back in the same round. Kept on the server, so it goes on after a closed tab and on another device. The cards are as they were when it began. Leaves the schedule of `studyQueue` alone. */
export type LearnSession = {
  __typename?: 'LearnSession';
  /** Which side of the cards answers are given with. */
  answerWith: AnswerSide;
  /** The cards, in the order in which they are introduced, with their levels. */
  cards: Array<LearnCard>;
  /** How many cards are at each level. */
  counts: LearnCounts;
  /** The deck; null when the viewer can no longer see it. */
  deck?: Maybe<Deck>;
  /** When the last card was mastered. */
  finishedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Its id. */
  id: Scalars['ID']['output'];
  /** What is being asked; null once every card is mastered. Its `result` is null: answers are told by `answerLearn`. */
  question?: Maybe<TestQuestion>;
  /** The round, counted from 1. */
  round: Scalars['Int']['output'];
  /** Questions left in this round, unless more are missed. */
  roundRemaining: Scalars['Int']['output'];
  /** When it began. */
  startedAt: Scalars['DateTime']['output'];
  /** Whether there are cards left to master. */
  state: LearnSessionState;
  /** When it was last answered. */
  updatedAt: Scalars['DateTime']['output'];
};

/** Whether a Learn session still has cards to master. */
export type LearnSessionState =
  /** Every card is mastered. */
  | 'FINISHED'
  /** A question is being asked. */
  | 'OPEN';

/** What becomes of a card that turns into a leech. */
export type LeechAction =
  /** It is marked (`CardMemory.leech`). */
  | 'MARK'
  /** It is marked and suspended. */
  | 'SUSPEND';

/** Why a finished game of Match does not count. */
export type MatchFault =
  /** The moves claim more time than has passed. */
  | 'STOPWATCH'
  /** Faster than tiles can be read and tapped. */
  | 'TOO_FAST'
  /** The game was left lying for more than half an hour. */
  | 'TOO_LATE';

/** A game of Match: tiles to pair, against the clock. */
export type MatchGame = {
  __typename?: 'MatchGame';
  /** Its id, for `finishMatch`. */
  id: Scalars['ID']['output'];
  /** Pairs on the board. */
  pairCount: Scalars['Int']['output'];
  /** When the clock started. */
  startedAt: Scalars['DateTime']['output'];
  /** The tiles, mixed: terms and definitions of up to 6 cards. Which belong together is for the player to find. */
  tiles: Array<MatchTile>;
};

/** Two tiles that were put together. */
export type MatchMoveInput = {
  /** Milliseconds from the start, by the client's stopwatch; checked against the server's clock, which gives the score. */
  atMs: Scalars['Int']['input'];
  /** The two tiles. */
  tileIds: Array<Scalars['ID']['input']>;
};

/** The result of a finished game of Match. */
export type MatchResult = {
  __typename?: 'MatchResult';
  /** Whether it is the viewer's best on the deck. */
  best: Scalars['Boolean']['output'];
  /** Whether the game may stand among the best. */
  counts: Scalars['Boolean']['output'];
  /** Why it may not; null when it may. */
  fault?: Maybe<MatchFault>;
  /** When it was cleared. */
  finishedAt: Scalars['DateTime']['output'];
  /** The game's id. */
  id: Scalars['ID']['output'];
  /** Milliseconds by the server's clock, and one second more for each wrong pair. */
  scoreMs: Scalars['Float']['output'];
  /** When the board was dealt. */
  startedAt: Scalars['DateTime']['output'];
  /** Tiles that were paired wrongly. */
  wrongMoves: Scalars['Int']['output'];
};

/** A tile of a Match board. */
export type MatchTile = {
  __typename?: 'MatchTile';
  /** Its id within the game. */
  id: Scalars['ID']['output'];
  /** A card's term or definition. */
  text: Scalars['String']['output'];
};

/** Where a learner's memory of a card stands. */
export type MemoryState =
  /** In the first steps, minutes apart. */
  | 'LEARNING'
  /** Never studied, or forgotten on request. */
  | 'NEW'
  /** Forgotten in a review and in the relearning steps. */
  | 'RELEARNING'
  /** Learned; comes back after days. */
  | 'REVIEW';

/** Cards to put somewhere else. */
export type MoveCardsInput = {
  /** The card after which they shall stand; at the beginning when absent. */
  afterCardId?: InputMaybe<Scalars['ID']['input']>;
  /** 1 to 1000 cards, in the order in which they shall stand. */
  cardIds: Array<Scalars['ID']['input']>;
  /** The deck to move them to; the one they are in when absent (they are then all of one deck). */
  deckId?: InputMaybe<Scalars['ID']['input']>;
};

export type Mutation = {
  __typename?: 'Mutation';
  /** Adds up to 1000 cards at the end of a deck: all of them, or none. Needs permission to edit. */
  addCards: CardsPayload;
  /** Puts decks that the viewer may see into a folder. */
  addToFolder: FolderPayload;
  /** Grades the answer to the question that is being asked, and asks the next. */
  answerLearn: LearnAnswer;
  /** Lets decks follow a preset, or none any more. */
  applyStudyPreset: Array<Deck>;
  /** Puts cards off until the learner's next day, or shows them again. */
  buryCards: CardsPayload;
  /** Creates a deck of the viewer's own. */
  createDeck: DeckPayload;
  /** Creates a folder of the viewer's. */
  createFolder: FolderPayload;
  /** Makes a preset of study settings. */
  createStudyPreset: StudyPreset;
  /** Makes a practice test from a deck. */
  createTest: PracticeTest;
  /** Deletes up to 1000 cards: all of them, or none. Cards that are deleted already count as deleted. Needs permission to edit. */
  deleteCards: DeletedCardsPayload;
  /** Deletes a deck; its owner can restore it for 30 days. */
  deleteDeck: DeletedPayload;
  /** Deletes a folder and the folders in it. The decks stay. */
  deleteFolder: DeletedPayload;
  /** Deletes a preset; decks that followed it keep its values as their own. */
  deleteStudyPreset: DeletedPayload;
  /** Writes a deck's cards as a file that `importDeck` reads back without loss (QUIZLET_TEXT holds terms and definitions only). */
  exportDeck: ExportFile;
  /**
   * Replaces text in all cards of a deck, or says what would be replaced (`dryRun`). A card whose term or definition would be empty, or
   * of which a text would be too long, stays as it is and is among the `problems`. Needs permission to edit.
   */
  findAndReplace: FindAndReplacePayload;
  /** Ends a game of Match. The same moves again give the same result; other moves are a CONFLICT. */
  finishMatch: MatchResult;
  /** Copies a deck with its cards into a private deck of the viewer's own. */
  forkDeck: DeckPayload;
  /** Imports a file into a new deck or one that exists. A faulty row is reported and never costs the others; what is good is written at once. */
  importDeck: ImportReport;
  /** Puts cards in another place of their deck, or into another deck. Needs permission to edit both. */
  moveCards: CardsPayload;
  /** Fits the scheduler's weights to the viewer's own log of reviews, in a process of its own, and uses them from then on where they predict better. Due dates change with the next review, or by `rescheduleDeck`. */
  optimizeScheduler: SchedulerFit;
  /** "I was right": the latest answer to a card counts as right, whatever the verdict. */
  overrideLearnAnswer: LearnAnswer;
  /** Takes decks out of a folder. */
  removeFromFolder: FolderPayload;
  /** Gives every learned card of a deck the due date that the settings of now give to it: after a change of desired retention, for example. Where days are balanced (`loadBalance`, `easyDays`), the cards are spread over them anew. */
  rescheduleDeck: RescheduleReport;
  /** Makes cards new again for the viewer. The log of reviews stays. */
  resetCards: CardsPayload;
  /** Brings back a deck that its owner deleted less than 30 days ago. */
  restoreDeck: DeckPayload;
  /** Records one answer and schedules the card. */
  reviewCard: ReviewPayload;
  /** Records up to 500 answers of an offline client, each on its own, in the order of their review times. One that is older than the card's last review, because another device was used meanwhile, takes its place before it, and the memory is reckoned anew. Results stand in the order of the inputs. */
  reviewCards: Array<ReviewResult>;
  /** Keeps answers of an open test without grading it: to go on on another device, and as what counts when the time runs out. They take the place of those saved before. */
  saveTestAnswers: PracticeTest;
  /** Sets the exam of a course for the viewer; answers the plan, or null when the exam was taken away or is today or past. */
  setCourseExam?: Maybe<CourseExamPlan>;
  /** Sets the scheduler's weights by hand, or brings the defaults back. */
  setSchedulerWeights: SchedulerWeights;
  /** Shares a deck with somebody, changes what they may do, or takes it away again. For the deck's owner. */
  shareDeck: DeckPayload;
  /** Marks a card with the viewer's star, or takes it away. */
  starCard: Card;
  /** Begins a Learn session, or goes on with the unfinished one. */
  startLearn: LearnSession;
  /** Deals a board of Match and starts the clock. */
  startMatch: MatchGame;
  /** Grades a test. The same answers again give the same result; other answers are a CONFLICT. */
  submitTest: PracticeTest;
  /** Takes cards out of the viewer's study, or puts them back. */
  suspendCards: CardsPayload;
  /** Takes back the latest review of a card: memory and the day's counts are what they were before it. */
  undoReview: ReviewPayload;
  /** Changes up to 1000 cards: all of them, or none. Needs permission to edit. */
  updateCards: CardsPayload;
  /** Changes a deck. Needs permission to edit. */
  updateDeck: DeckPayload;
  /** Renames a folder or puts it into another. */
  updateFolder: FolderPayload;
  /** Changes a preset, and with it how every deck that follows it is studied. */
  updateStudyPreset: StudyPreset;
  /** Changes how the viewer studies a deck. */
  updateStudySettings: Deck;
};


export type MutationAddCardsArgs = {
  input: AddCardsInput;
};


export type MutationAddToFolderArgs = {
  input: FolderDecksInput;
};


export type MutationAnswerLearnArgs = {
  input: AnswerLearnInput;
};


export type MutationApplyStudyPresetArgs = {
  input: ApplyStudyPresetInput;
};


export type MutationBuryCardsArgs = {
  input: BuryCardsInput;
};


export type MutationCreateDeckArgs = {
  input: CreateDeckInput;
};


export type MutationCreateFolderArgs = {
  input: CreateFolderInput;
};


export type MutationCreateStudyPresetArgs = {
  input: CreateStudyPresetInput;
};


export type MutationCreateTestArgs = {
  input: CreateTestInput;
};


export type MutationDeleteCardsArgs = {
  ids: Array<Scalars['ID']['input']>;
};


export type MutationDeleteDeckArgs = {
  id: Scalars['ID']['input'];
};


export type MutationDeleteFolderArgs = {
  id: Scalars['ID']['input'];
};


export type MutationDeleteStudyPresetArgs = {
  id: Scalars['ID']['input'];
};


export type MutationExportDeckArgs = {
  input: ExportDeckInput;
};


export type MutationFindAndReplaceArgs = {
  input: FindAndReplaceInput;
};


export type MutationFinishMatchArgs = {
  input: FinishMatchInput;
};


export type MutationForkDeckArgs = {
  id: Scalars['ID']['input'];
  newDeckId?: InputMaybe<Scalars['ID']['input']>;
};


export type MutationImportDeckArgs = {
  input: ImportDeckInput;
};


export type MutationMoveCardsArgs = {
  input: MoveCardsInput;
};


export type MutationOptimizeSchedulerArgs = {
  deckId?: InputMaybe<Scalars['ID']['input']>;
};


export type MutationOverrideLearnAnswerArgs = {
  id: Scalars['ID']['input'];
};


export type MutationRemoveFromFolderArgs = {
  input: FolderDecksInput;
};


export type MutationRescheduleDeckArgs = {
  input: RescheduleDeckInput;
};


export type MutationResetCardsArgs = {
  input: ResetCardsInput;
};


export type MutationRestoreDeckArgs = {
  id: Scalars['ID']['input'];
};


export type MutationReviewCardArgs = {
  input: ReviewInput;
};


export type MutationReviewCardsArgs = {
  inputs: Array<ReviewInput>;
};


export type MutationSaveTestAnswersArgs = {
  input: SubmitTestInput;
};


export type MutationSetCourseExamArgs = {
  input: CourseExamInput;
};


export type MutationSetSchedulerWeightsArgs = {
  input: SetSchedulerWeightsInput;
};


export type MutationShareDeckArgs = {
  input: ShareDeckInput;
};


export type MutationStarCardArgs = {
  id: Scalars['ID']['input'];
  starred: Scalars['Boolean']['input'];
};


export type MutationStartLearnArgs = {
  input: StartLearnInput;
};


export type MutationStartMatchArgs = {
  deckId: Scalars['ID']['input'];
  id?: InputMaybe<Scalars['ID']['input']>;
};


export type MutationSubmitTestArgs = {
  input: SubmitTestInput;
};


export type MutationSuspendCardsArgs = {
  input: SuspendCardsInput;
};


export type MutationUndoReviewArgs = {
  id: Scalars['ID']['input'];
};


export type MutationUpdateCardsArgs = {
  input: UpdateCardsInput;
};


export type MutationUpdateDeckArgs = {
  input: UpdateDeckInput;
};


export type MutationUpdateFolderArgs = {
  input: UpdateFolderInput;
};


export type MutationUpdateStudyPresetArgs = {
  input: UpdateStudyPresetInput;
};


export type MutationUpdateStudySettingsArgs = {
  input: UpdateStudySettingsInput;
};

/** How new cards stand among due reviews. */
export type NewCardMix =
  /** Spread evenly among them. */
  | 'MIXED'
  /** Before them. */
  | 'NEW_FIRST'
  /** After them. */
  | 'REVIEWS_FIRST';

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

/** A practice test. Questions and right answers are fixed when it is made; the right answers are shown once it is submitted. */
export type PracticeTest = {
  __typename?: 'PracticeTest';
  /** Which side of the cards answers are given with. */
  answerWith: AnswerSide;
  /** Questions answered right; null until submitted. */
  correctCount?: Maybe<Scalars['Int']['output']>;
  /** The deck; null when the viewer can no longer see it. */
  deck?: Maybe<Deck>;
  /** When answers are no longer taken, but for a grace of 5 seconds; null without a time limit. */
  endsAt?: Maybe<Scalars['DateTime']['output']>;
  /** Its id. */
  id: Scalars['ID']['output'];
  /** Number of questions. */
  questionCount: Scalars['Int']['output'];
  /** The questions, in order. */
  questions: Array<TestQuestion>;
  /** Answers saved so far, to go on with on another device; empty once the test is submitted. */
  savedAnswers: Array<TestAnswer>;
  /** Share of points reached, 0 to 1; null until submitted. */
  score?: Maybe<Scalars['Float']['output']>;
  /** When it was made. */
  startedAt: Scalars['DateTime']['output'];
  /** Whether it can still be answered. */
  state: PracticeTestState;
  /** When it was submitted. */
  submittedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Time limit (seconds); null without one. */
  timeLimitSeconds?: Maybe<Scalars['Int']['output']>;
  /** Whether the time was up before the test was submitted: then what counts is what was saved in time. */
  timedOut: Scalars['Boolean']['output'];
};

/** A page of practice tests. */
export type PracticeTestConnection = {
  __typename?: 'PracticeTestConnection';
  /** The tests with their cursors, the newest first. */
  edges: Array<PracticeTestEdge>;
  /** Where this page lies. */
  pageInfo: PageInfo;
};

/** A practice test in a list. */
export type PracticeTestEdge = {
  __typename?: 'PracticeTestEdge';
  /** Its cursor, to send as `after`. */
  cursor: Scalars['String']['output'];
  /** The test. */
  node: PracticeTest;
};

/** Whether a test can still be answered. */
export type PracticeTestState =
  /** Not submitted yet. */
  | 'OPEN'
  /** Submitted and graded. */
  | 'SUBMITTED';

/** How the viewer's tests on a deck went. */
export type PracticeTestSummary = {
  __typename?: 'PracticeTestSummary';
  /** The mean score, 0 to 1. */
  average?: Maybe<Scalars['Float']['output']>;
  /** The best score, 0 to 1; null before the first test. */
  best?: Maybe<Scalars['Float']['output']>;
  /** The score of the latest test, 0 to 1. */
  latest?: Maybe<Scalars['Float']['output']>;
  /** When the latest test was submitted. */
  latestAt?: Maybe<Scalars['DateTime']['output']>;
  /** Tests submitted. */
  submittedCount: Scalars['Int']['output'];
};

export type Query = {
  __typename?: 'Query';
  /** The plan for the exam of a course (`setCourseExam`); null without one, and from the day of the exam on. */
  courseExamPlan?: Maybe<CourseExamPlan>;
  /** Cards to go through outside the schedule: those that fit a query, shuffled. Reads only; what is due stays due. */
  cram: CardConnection;
  /** A deck by id; `NOT_FOUND` when there is none that the viewer may see. Public and unlisted decks need no sign-in. */
  deck?: Maybe<Deck>;
  /** The plan for the exam of a deck (`updateStudySettings`: `examDate`, `targetRetention`, `minutesPerDay`); null without an exam date, and from the day of the exam on. */
  examPlan?: Maybe<ExamPlan>;
  /** All of the viewer's folders, by name. Needs sign-in. */
  folders: Array<Folder>;
  /** One of the viewer's Learn sessions; null when there is no such session. */
  learnSession?: Maybe<LearnSession>;
  /** The viewer's decks: own ones and those that others share with the viewer. Needs sign-in. */
  myDecks: DeckConnection;
  /** The viewer's practice tests, the newest first. */
  myTests: PracticeTestConnection;
  /** One of the viewer's practice tests; null when there is no such test. */
  practiceTest?: Maybe<PracticeTest>;
  /** The versions of the scheduler's weights, the newest first, up to 50. */
  schedulerWeights: Array<SchedulerWeights>;
  /**
   * Cards of the viewer's decks: own, shared, and of courses. Needs sign-in.
   *
   * Words and `"phrases"` are looked for on both sides (`term:word`, `definition:word` on one). Conditions: `tag:name`, `deck:title`,
   * `is:new`, `is:learning`, `is:review`, `is:due`, `is:suspended`, `is:leech`, `is:starred`,
   * `prop:lapses>3` (`lapses`, `reps`, `stability`, `difficulty` with `=`, `!=`, `<`, `<=`, `>`, `>=`; a new card
   * has 0 lapses and reps, and neither stability nor difficulty). `-` negates, `OR` and parentheses group, a space means and.
   */
  searchCards: CardConnection;
  /**
   * Public decks by words of title, tags and description, best first. Knows the word forms of Russian and English, takes ё
   * and е for the same letter, and forgives typing errors. An empty query lists those that changed last.
   */
  searchDecks: DeckSearchConnection;
  /** How many reviews a day a desired retention would cost, and what it would bring: one answer for each retention that is asked about. */
  simulateWorkload: Array<WorkloadPoint>;
  /** All of the viewer's presets of study settings, by name. */
  studyPresets: Array<StudyPreset>;
  /** The cards to study now, in order, within the day's limits, with what each rating would lead to. */
  studyQueue: StudyQueue;
  /** How the viewer's tests on a deck went: count, best, average, latest. */
  testSummary: PracticeTestSummary;
};


export type QueryCourseExamPlanArgs = {
  courseId: Scalars['ID']['input'];
};


export type QueryCramArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  deckId?: InputMaybe<Scalars['ID']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  query?: Scalars['String']['input'];
  seed?: Scalars['String']['input'];
};


export type QueryDeckArgs = {
  id: Scalars['ID']['input'];
};


export type QueryExamPlanArgs = {
  deckId: Scalars['ID']['input'];
};


export type QueryLearnSessionArgs = {
  id: Scalars['ID']['input'];
};


export type QueryMyDecksArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<DeckFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<DeckOrder>;
};


export type QueryMyTestsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  deckId?: InputMaybe<Scalars['ID']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryPracticeTestArgs = {
  id: Scalars['ID']['input'];
};


export type QuerySchedulerWeightsArgs = {
  deckId?: InputMaybe<Scalars['ID']['input']>;
};


export type QuerySearchCardsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  query: Scalars['String']['input'];
};


export type QuerySearchDecksArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<DeckSearchFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  query: Scalars['String']['input'];
};


export type QuerySimulateWorkloadArgs = {
  input: SimulateWorkloadInput;
};


export type QueryStudyQueueArgs = {
  deckId?: InputMaybe<Scalars['ID']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryTestSummaryArgs = {
  deckId: Scalars['ID']['input'];
};

/** Kinds of questions. */
export type QuestionKind =
  /** Pair prompts with answers. */
  | 'MATCHING'
  /** Choose the right answer of up to four. */
  | 'MULTIPLE_CHOICE'
  /** Say whether a statement is right. */
  | 'TRUE_FALSE'
  /** Write the answer. */
  | 'WRITTEN';

/** How many cards wait, within the day's limits. */
export type QueueCounts = {
  __typename?: 'QueueCounts';
  /** Learning cards, due now or within 20 minutes. */
  learning: Scalars['Int']['output'];
  /** New cards. */
  new: Scalars['Int']['output'];
  /** Due reviews. */
  review: Scalars['Int']['output'];
};

/** How well a card was remembered. */
export type Rating =
  /** Not remembered. */
  | 'AGAIN'
  /** Remembered without effort. */
  | 'EASY'
  /** Remembered. */
  | 'GOOD'
  /** Remembered with difficulty. */
  | 'HARD';

/** What a rating would lead to if it were given now. */
export type RatingPreview = {
  __typename?: 'RatingPreview';
  /** When the card would come back. */
  due: Scalars['DateTime']['output'];
  /** Seconds until then. */
  interval: Scalars['Int']['output'];
  /** The rating. */
  rating: Rating;
};

/** Cards whose due dates are to be reckoned anew. */
export type RescheduleDeckInput = {
  /** The deck. */
  deckId: Scalars['ID']['input'];
  /** Only tell what would change. */
  dryRun?: Scalars['Boolean']['input'];
};

/** What came of reckoning due dates anew. */
export type RescheduleReport = {
  __typename?: 'RescheduleReport';
  /** The deck. */
  deck: Deck;
  /** Whether nothing was changed, only looked at. */
  dryRun: Scalars['Boolean']['output'];
  /** Learned cards that are due by the end of today now, or would be. */
  dueAfter: Scalars['Int']['output'];
  /** Learned cards that were due by the end of today. */
  dueBefore: Scalars['Int']['output'];
  /** Cards whose due date changed, or would. */
  rescheduledCount: Scalars['Int']['output'];
};

/** Cards to forget. */
export type ResetCardsInput = {
  /** The cards, up to 1000. */
  cardIds: Array<Scalars['ID']['input']>;
};

/** Why a review of a batch was refused. */
export type ReviewError = {
  __typename?: 'ReviewError';
  /** The same codes as in errors: NOT_FOUND, BAD_USER_INPUT, CONFLICT. */
  code: Scalars['String']['output'];
  /** What is wrong with it. */
  message: Scalars['String']['output'];
};

/** One answer of a learner. Sending it twice changes nothing the second time. */
export type ReviewInput = {
  /** The card. */
  cardId: Scalars['ID']['input'];
  /** Time from question to rating (milliseconds); more than a minute counts as a minute. */
  durationMs?: InputMaybe<Scalars['Int']['input']>;
  /** Id of the review, made by the client (a UUID, best a UUIDv7); makes retries safe and names the review for `undoReview`. */
  id?: InputMaybe<Scalars['ID']['input']>;
  /** How well it was remembered. */
  rating: Rating;
  /** When the answer was given; now by default. Not in the future, not before the card's last review. */
  reviewedAt?: InputMaybe<Scalars['DateTime']['input']>;
};

/** In which order due reviews are shown. */
export type ReviewOrder =
  /** In the deck's order. */
  | 'ADDED'
  /** The longest due first. */
  | 'DUE'
  /** Shuffled, anew each day. */
  | 'RANDOM'
  /** The most likely forgotten first. */
  | 'RETRIEVABILITY';

/** What a review led to. */
export type ReviewPayload = {
  __typename?: 'ReviewPayload';
  /** The card. */
  card: Card;
  /** The memory right after the review. */
  memory: CardMemory;
  /** The review's id, for `undoReview`. */
  reviewId: Scalars['ID']['output'];
};

/** What became of one review of a batch. */
export type ReviewResult = {
  __typename?: 'ReviewResult';
  /** The card; null when the review was refused. */
  card?: Maybe<Card>;
  /** Why the review was refused; null when it counts. */
  error?: Maybe<ReviewError>;
  /** The review's id. */
  id: Scalars['ID']['output'];
  /** The memory right after the review; null when it was refused. */
  memory?: Maybe<CardMemory>;
};

/** A fit of the scheduler's weights to the viewer's own log of reviews. */
export type SchedulerFit = {
  __typename?: 'SchedulerFit';
  /** The deck that was fitted; null for all decks. */
  deck?: Maybe<Deck>;
  /** Log-loss of the fitted weights: lower predicts better. */
  logLossAfter?: Maybe<Scalars['Float']['output']>;
  /** Log-loss of the weights in use before. */
  logLossBefore?: Maybe<Scalars['Float']['output']>;
  /** What came of it. */
  outcome: SchedulerFitOutcome;
  /** Reviews in the log on a later day than the one before. */
  reviewCount: Scalars['Int']['output'];
  /** Root mean square error of calibration of the fitted weights. */
  rmseAfter?: Maybe<Scalars['Float']['output']>;
  /** Root mean square error of calibration of the weights in use before. */
  rmseBefore?: Maybe<Scalars['Float']['output']>;
  /** Version of the weights; null when there were too few reviews. */
  version?: Maybe<Scalars['Int']['output']>;
  /** The weights, as they were stored; null when there were too few reviews. */
  weights?: Maybe<Array<Scalars['Float']['output']>>;
};

/** What came of a fit. */
export type SchedulerFitOutcome =
  /** The new weights predict the log better: they count from now on. */
  | 'APPLIED'
  /** The new weights predict the log no better than those in use, which stay. */
  | 'NOT_BETTER'
  /** There are fewer than 100 reviews on a later day than the one before: too few to fit anything to. */
  | 'TOO_FEW_REVIEWS';

/** A version of the weights of FSRS-6 that a learner's cards are scheduled with. */
export type SchedulerWeights = {
  __typename?: 'SchedulerWeights';
  /** Whether cards may be scheduled with them; the newest version that counts is in use. */
  counts: Scalars['Boolean']['output'];
  /** When they were stored. */
  createdAt: Scalars['DateTime']['output'];
  /** Log-loss of these weights: lower predicts better. */
  logLossAfter?: Maybe<Scalars['Float']['output']>;
  /** Log-loss of the weights in use before, on the same reviews; null without a fit. */
  logLossBefore?: Maybe<Scalars['Float']['output']>;
  /** Reviews that they were fitted to. */
  reviewCount: Scalars['Int']['output'];
  /** The same error of these weights: how far predicted and real retention lie apart. */
  rmseAfter?: Maybe<Scalars['Float']['output']>;
  /** Root mean square error of calibration, in bins of like reviews, of the weights in use before; null without a fit. */
  rmseBefore?: Maybe<Scalars['Float']['output']>;
  /** Where they come from. */
  source: WeightsSource;
  /** Counted from 1, per deck and for all decks together. */
  version: Scalars['Int']['output'];
  /** The 21 weights of FSRS-6. */
  weights: Array<Scalars['Float']['output']>;
};

/** Weights to schedule with. */
export type SetSchedulerWeightsInput = {
  /** The deck; all decks without weights of their own when left out. */
  deckId?: InputMaybe<Scalars['ID']['input']>;
  /** 21 weights of FSRS-6, or 19 of FSRS-5 or 17 of FSRS-4.5, which are carried over; the defaults count again when left out. */
  weights?: InputMaybe<Array<Scalars['Float']['input']>>;
};

/** With whom to share a deck. */
export type ShareDeckInput = {
  /** The deck's id. */
  deckId: Scalars['ID']['input'];
  /** `VIEW` or `EDIT`; `NONE` takes the deck away again. Collaborators may take it away from themselves. */
  permission: DeckPermission;
  /** The person's user id. */
  userId: Scalars['ID']['input'];
};

/** What to simulate. */
export type SimulateWorkloadInput = {
  /** Days to look ahead, 1 to 365. */
  days?: Scalars['Int']['input'];
  /** The deck. */
  deckId: Scalars['ID']['input'];
  /** Desired retentions to compare, 0.7 to 0.99, up to 8. */
  desiredRetentions?: Array<Scalars['Float']['input']>;
};

/** What Learn session to begin. */
export type StartLearnInput = {
  /** Whether written answers with a typing error count as right. */
  allowTypos?: Scalars['Boolean']['input'];
  /** Which side of the cards answers are given with. */
  answerWith?: AnswerSide;
  /** The deck; its first 500 cards are learned. */
  deckId: Scalars['ID']['input'];
  /** Id of a new session, made by the client (a UUID); sending it twice gives the same session. Left out: the viewer's unfinished session of the deck goes on, or a new one begins when there is none. */
  id?: InputMaybe<Scalars['ID']['input']>;
  /** Whether written answers without their accents count as right. */
  lenientDiacritics?: Scalars['Boolean']['input'];
  /** Introduce the cards shuffled, not in the deck's order. */
  shuffle?: Scalars['Boolean']['input'];
  /** Whether one of several answers divided by `,` `;` `/` is enough in written questions. */
  splitAlternatives?: Scalars['Boolean']['input'];
  /** Only cards that carry the viewer's star. */
  starredOnly?: Scalars['Boolean']['input'];
};

/** A card in the queue. */
export type StudyCard = {
  __typename?: 'StudyCard';
  /** The card. */
  card: Card;
  /** What each rating would lead to, from AGAIN to EASY. */
  intervals: Array<RatingPreview>;
  /** What the viewer remembers of it. */
  memory: CardMemory;
};

/** Settings under a name that decks can follow: a change of the preset changes how they all are studied. */
export type StudyPreset = {
  __typename?: 'StudyPreset';
  /** Whether of the cards of one note (`siblingKey`) only one a day is shown. */
  burySiblings: Scalars['Boolean']['output'];
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** Probability of recall at which a card comes back, 0.7 to 0.99. */
  desiredRetention: Scalars['Float']['output'];
  /** Share of the usual load on each weekday from Monday to Sunday, 0 to 1: the variation avoids days with little; needs `fuzz`. */
  easyDays: Array<Scalars['Float']['output']>;
  /** Whether intervals are varied a little, so that cards learned together part. */
  fuzz: Scalars['Boolean']['output'];
  /** Its id. */
  id: Scalars['ID']['output'];
  /** How long before its time a learning card may be shown when nothing else is left (minutes), 0 to 1440. */
  learnAheadMinutes: Scalars['Int']['output'];
  /** Steps of a new card, up to 10, such as `1m`, `10m`, `1d`; none leaves it to FSRS. */
  learningSteps: Array<Scalars['String']['output']>;
  /** What becomes of a leech. */
  leechAction: LeechAction;
  /** Lapses from which a card counts as a leech, 1 to 100; again each time half of it is added. */
  leechLapses: Scalars['Int']['output'];
  /** Whether the variation prefers days on which less is due; needs `fuzz`. */
  loadBalance: Scalars['Boolean']['output'];
  /** Longest interval (days), 1 to 36500. */
  maximumIntervalDays: Scalars['Int']['output'];
  /** What it is called. */
  name: Scalars['String']['output'];
  /** How new cards stand among due reviews. */
  newCardMix: NewCardMix;
  /** Whether new cards are limited by `newCardsPerDay` alone; by default they take their room from the reviews. */
  newCardsIgnoreReviewLimit: Scalars['Boolean']['output'];
  /** New cards a day at most, 0 to 9999. */
  newCardsPerDay: Scalars['Int']['output'];
  /** In which order due reviews are shown. */
  order: ReviewOrder;
  /** Steps of a forgotten card, up to 10. */
  relearningSteps: Array<Scalars['String']['output']>;
  /** Reviews a day at most, 0 to 9999; new cards count too unless `newCardsIgnoreReviewLimit`. */
  reviewsPerDay: Scalars['Int']['output'];
  /** When it last changed. */
  updatedAt: Scalars['DateTime']['output'];
};

/** The viewer's study after a review. Everything but the first five fields is read when it is delivered, so it may be newer. */
export type StudyProgress = {
  __typename?: 'StudyProgress';
  /** The card; null for CURRENT, and when the viewer may not see it any more. */
  card?: Maybe<Card>;
  /** What waits to be studied there now, within the day's limits. */
  counts: QueueCounts;
  /** The deck of the card, or the one that was subscribed to. */
  deck?: Maybe<Deck>;
  /** Names the event; one that is delivered again has the same id. Null for CURRENT. */
  eventId?: Maybe<Scalars['ID']['output']>;
  /** What happened. */
  kind: StudyProgressKind;
  /** New cards that were begun on the learner's today, in the deck or decks that were subscribed to. */
  newCardsToday: Scalars['Int']['output'];
  /** When it happened, by the server's clock. */
  occurredAt: Scalars['DateTime']['output'];
  /** How the card was rated; null unless a card was reviewed. */
  rating?: Maybe<Rating>;
  /** The review, as `undoReview` takes it; null for CURRENT. */
  reviewId?: Maybe<Scalars['ID']['output']>;
  /** Reviews on the learner's today, in the deck or decks that were subscribed to, without those of new cards. */
  reviewsToday: Scalars['Int']['output'];
};

/** What moved the viewer's study on. */
export type StudyProgressKind =
  /** Nothing: these are the counters when the subscription begins. */
  | 'CURRENT'
  /** A card was reviewed. */
  | 'REVIEWED'
  /** A review was taken back. */
  | 'UNDONE';

/** Cards to study now. */
export type StudyQueue = {
  __typename?: 'StudyQueue';
  /** The next cards, in the order in which to show them. */
  cards: Array<StudyCard>;
  /** What the whole queue holds, within the day's limits. */
  counts: QueueCounts;
  /** When there is something to study beyond this queue; null when nothing is scheduled. */
  nextDueAt?: Maybe<Scalars['DateTime']['output']>;
};

/** How the viewer studies a deck. */
export type StudySettings = {
  __typename?: 'StudySettings';
  /** Whether of the cards of one note (`siblingKey`) only one a day is shown. */
  burySiblings: Scalars['Boolean']['output'];
  /** Probability of recall at which a card comes back, 0.7 to 0.99. */
  desiredRetention: Scalars['Float']['output'];
  /** Share of the usual load on each weekday from Monday to Sunday, 0 to 1: the variation avoids days with little; needs `fuzz`. */
  easyDays: Array<Scalars['Float']['output']>;
  /** The learner's day by which the deck is to be known; null without an exam. `examPlan` makes the plan. */
  examDate?: Maybe<Scalars['LocalDate']['output']>;
  /** Whether intervals are varied a little, so that cards learned together part. */
  fuzz: Scalars['Boolean']['output'];
  /** How long before its time a learning card may be shown when nothing else is left (minutes), 0 to 1440. */
  learnAheadMinutes: Scalars['Int']['output'];
  /** Steps of a new card, up to 10, such as `1m`, `10m`, `1d`; none leaves it to FSRS. */
  learningSteps: Array<Scalars['String']['output']>;
  /** What becomes of a leech. */
  leechAction: LeechAction;
  /** Lapses from which a card counts as a leech, 1 to 100; again each time half of it is added. */
  leechLapses: Scalars['Int']['output'];
  /** Whether the variation prefers days on which less is due; needs `fuzz`. */
  loadBalance: Scalars['Boolean']['output'];
  /** Longest interval (days), 1 to 36500. */
  maximumIntervalDays: Scalars['Int']['output'];
  /** Minutes of study that the viewer has on a day. */
  minutesPerDay: Scalars['Int']['output'];
  /** How new cards stand among due reviews. */
  newCardMix: NewCardMix;
  /** Whether new cards are limited by `newCardsPerDay` alone; by default they take their room from the reviews. */
  newCardsIgnoreReviewLimit: Scalars['Boolean']['output'];
  /** New cards a day at most, 0 to 9999. */
  newCardsPerDay: Scalars['Int']['output'];
  /** In which order due reviews are shown. */
  order: ReviewOrder;
  /** The preset that the deck follows; null for settings of its own. */
  presetId?: Maybe<Scalars['ID']['output']>;
  /** Steps of a forgotten card, up to 10. */
  relearningSteps: Array<Scalars['String']['output']>;
  /** Reviews a day at most, 0 to 9999; new cards count too unless `newCardsIgnoreReviewLimit`. */
  reviewsPerDay: Scalars['Int']['output'];
  /** Mean probability of recall wanted on the day of the exam, 0.5 to 0.99. */
  targetRetention: Scalars['Float']['output'];
  /** Limits that hold today only; null when the usual ones do. */
  today?: Maybe<TodayLimits>;
  /** The 21 weights of FSRS-6 that schedule the deck's cards: fitted to the viewer's log (`optimizeScheduler`), given by hand, or the defaults. */
  weights: Array<Scalars['Float']['output']>;
  /** Version of the weights; 0 are the defaults of FSRS-6. */
  weightsVersion: Scalars['Int']['output'];
};

/** A finished test. */
export type SubmitTestInput = {
  /** The answers; a question without one counts as empty. */
  answers: Array<TestAnswerInput>;
  /** The test. */
  testId: Scalars['ID']['input'];
};

/** What is told while it happens. Served over WebSocket (graphql-transport-ws) and Server-Sent Events. */
export type Subscription = {
  __typename?: 'Subscription';
  /**
   * Changes of a deck, to whoever may see it; each is checked when it is delivered. The stream ends with NOT_FOUND when the
   * viewer may not see the deck any more.
   */
  deckChanged: DeckChange;
  /** The viewer's own study as it goes, on whatever device: a message for each review, and for each that is taken back. */
  studyProgressed: StudyProgress;
};


/** What is told while it happens. Served over WebSocket (graphql-transport-ws) and Server-Sent Events. */
export type SubscriptionDeckChangedArgs = {
  id: Scalars['ID']['input'];
  withCurrent?: Scalars['Boolean']['input'];
};


/** What is told while it happens. Served over WebSocket (graphql-transport-ws) and Server-Sent Events. */
export type SubscriptionStudyProgressedArgs = {
  deckId?: InputMaybe<Scalars['ID']['input']>;
  withCurrent?: Scalars['Boolean']['input'];
};

/** Cards whose study state is to change. */
export type SuspendCardsInput = {
  /** The cards, up to 1000. */
  cardIds: Array<Scalars['ID']['input']>;
  /** True takes them out of study, false puts them back. */
  suspended?: Scalars['Boolean']['input'];
};

/** An answer as it was given. */
export type TestAnswer = {
  __typename?: 'TestAnswer';
  /** TRUE_FALSE: whether the statement was called right. */
  isTrue?: Maybe<Scalars['Boolean']['output']>;
  /** MULTIPLE_CHOICE: the option. */
  optionId?: Maybe<Scalars['ID']['output']>;
  /** MATCHING: the pairs. */
  pairs: Array<TestPair>;
  /** The question that it answers. */
  questionId: Scalars['ID']['output'];
  /** WRITTEN: the text. */
  text?: Maybe<Scalars['String']['output']>;
};

/** The answer to one question: the field that fits the question's kind. */
export type TestAnswerInput = {
  /** TRUE_FALSE: whether the statement is right. */
  isTrue?: InputMaybe<Scalars['Boolean']['input']>;
  /** MULTIPLE_CHOICE: the chosen option. */
  optionId?: InputMaybe<Scalars['ID']['input']>;
  /** MATCHING: the pairs. */
  pairs?: InputMaybe<Array<TestPairInput>>;
  /** The question. */
  questionId: Scalars['ID']['input'];
  /** WRITTEN: the answer. */
  text?: InputMaybe<Scalars['String']['input']>;
  /** Time spent on the question (milliseconds). */
  timeMs?: InputMaybe<Scalars['Int']['input']>;
};

/** A text to choose or to pair. */
export type TestOption = {
  __typename?: 'TestOption';
  /** Its id within the question. */
  id: Scalars['ID']['output'];
  /** The text. */
  text: Scalars['String']['output'];
};

/** A prompt and the option that belongs to it. */
export type TestPair = {
  __typename?: 'TestPair';
  /** The option. */
  optionId: Scalars['ID']['output'];
  /** The prompt. */
  promptId: Scalars['ID']['output'];
};

/** A prompt and the option it is paired with. */
export type TestPairInput = {
  /** The option. */
  optionId: Scalars['ID']['input'];
  /** The prompt. */
  promptId: Scalars['ID']['input'];
};

/** A question of a practice test. */
export type TestQuestion = {
  __typename?: 'TestQuestion';
  /** Its id within the test. */
  id: Scalars['ID']['output'];
  /** Its kind. */
  kind: QuestionKind;
  /** MULTIPLE_CHOICE and MATCHING: the answers to choose from. */
  options: Array<TestOption>;
  /** What is asked: a card's term or definition. Null in a MATCHING question, which has `prompts`. */
  prompt?: Maybe<Scalars['String']['output']>;
  /** MATCHING: what to pair with the options. */
  prompts: Array<TestOption>;
  /** The outcome; null until the test is submitted. */
  result?: Maybe<TestQuestionResult>;
  /** TRUE_FALSE: the answer that is claimed. */
  statement?: Maybe<Scalars['String']['output']>;
};

/** How a question was answered and what was expected. */
export type TestQuestionResult = {
  __typename?: 'TestQuestionResult';
  /** WRITTEN: further answers that count as right. */
  accepted: Array<Scalars['String']['output']>;
  /** The answer as it was given; null when there was none. */
  answer?: Maybe<TestAnswer>;
  /** The cards that were asked; without those that are gone. */
  cards: Array<Card>;
  /** True when the question counts as right. */
  correct: Scalars['Boolean']['output'];
  /** The right answer as the card has it; null for MATCHING. */
  expected?: Maybe<Scalars['String']['output']>;
  /** TRUE_FALSE: whether the statement is right. */
  expectedIsTrue?: Maybe<Scalars['Boolean']['output']>;
  /** MULTIPLE_CHOICE: the right option. */
  expectedOptionId?: Maybe<Scalars['ID']['output']>;
  /** MATCHING: the right pairs. */
  expectedPairs: Array<TestPair>;
  /** Points, 0 to 1. */
  score: Scalars['Float']['output'];
  /** Why it counts as it does. */
  verdict: AnswerVerdict;
};

/** Limits of one day. */
export type TodayLimits = {
  __typename?: 'TodayLimits';
  /** The learner's day on which they hold. */
  day: Scalars['LocalDate']['output'];
  /** New cards at most; null for the usual limit. */
  newCards?: Maybe<Scalars['Int']['output']>;
  /** Reviews at most; null for the usual limit. */
  reviews?: Maybe<Scalars['Int']['output']>;
};

/** Limits for today; the usual ones count again tomorrow. */
export type TodayLimitsInput = {
  /** New cards at most, 0 to 9999; left out: the usual limit. */
  newCards?: InputMaybe<Scalars['Int']['input']>;
  /** Reviews at most, 0 to 9999; left out: the usual limit. */
  reviews?: InputMaybe<Scalars['Int']['input']>;
};

/** Changes of cards; they may be of several decks. */
export type UpdateCardsInput = {
  /** 1 to 1000 changes. */
  cards: Array<CardChangeInput>;
};

/** Changes of a deck: what is absent stays, what is null is emptied. */
export type UpdateDeckInput = {
  /** Language of the definitions (BCP 47). */
  definitionLanguage?: InputMaybe<Scalars['String']['input']>;
  /** Up to 5000 characters. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** The deck's id. */
  id: Scalars['ID']['input'];
  /** The tags instead of those there were. */
  tags?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Language of the terms (BCP 47). */
  termLanguage?: InputMaybe<Scalars['String']['input']>;
  /** 1 to 200 characters. */
  title?: InputMaybe<Scalars['String']['input']>;
  /** Who may open it; only its owner changes that. */
  visibility?: InputMaybe<DeckVisibility>;
};

/** Changes of a folder: what is absent stays. */
export type UpdateFolderInput = {
  /** The folder's id. */
  id: Scalars['ID']['input'];
  /** 1 to 100 characters. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** The folder around it; null moves it to the top. */
  parentId?: InputMaybe<Scalars['ID']['input']>;
};

/** Changes of a preset; what is left out stays. */
export type UpdateStudyPresetInput = {
  /** Whether of the cards of one note (`siblingKey`) only one a day is shown. */
  burySiblings?: InputMaybe<Scalars['Boolean']['input']>;
  /** Probability of recall at which a card comes back, 0.7 to 0.99. */
  desiredRetention?: InputMaybe<Scalars['Float']['input']>;
  /** Share of the usual load on each weekday from Monday to Sunday, 0 to 1: the variation avoids days with little; needs `fuzz`. */
  easyDays?: InputMaybe<Array<Scalars['Float']['input']>>;
  /** Whether intervals are varied a little, so that cards learned together part. */
  fuzz?: InputMaybe<Scalars['Boolean']['input']>;
  /** The preset. */
  id: Scalars['ID']['input'];
  /** How long before its time a learning card may be shown when nothing else is left (minutes), 0 to 1440. */
  learnAheadMinutes?: InputMaybe<Scalars['Int']['input']>;
  /** Steps of a new card, up to 10, such as `1m`, `10m`, `1d`; none leaves it to FSRS. */
  learningSteps?: InputMaybe<Array<Scalars['String']['input']>>;
  /** What becomes of a leech. */
  leechAction?: InputMaybe<LeechAction>;
  /** Lapses from which a card counts as a leech, 1 to 100; again each time half of it is added. */
  leechLapses?: InputMaybe<Scalars['Int']['input']>;
  /** Whether the variation prefers days on which less is due; needs `fuzz`. */
  loadBalance?: InputMaybe<Scalars['Boolean']['input']>;
  /** Longest interval (days), 1 to 36500. */
  maximumIntervalDays?: InputMaybe<Scalars['Int']['input']>;
  /** 1 to 100 characters. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** How new cards stand among due reviews. */
  newCardMix?: InputMaybe<NewCardMix>;
  /** Whether new cards are limited by `newCardsPerDay` alone; by default they take their room from the reviews. */
  newCardsIgnoreReviewLimit?: InputMaybe<Scalars['Boolean']['input']>;
  /** New cards a day at most, 0 to 9999. */
  newCardsPerDay?: InputMaybe<Scalars['Int']['input']>;
  /** In which order due reviews are shown. */
  order?: InputMaybe<ReviewOrder>;
  /** Steps of a forgotten card, up to 10. */
  relearningSteps?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Reviews a day at most, 0 to 9999; new cards count too unless `newCardsIgnoreReviewLimit`. */
  reviewsPerDay?: InputMaybe<Scalars['Int']['input']>;
};

/** New settings; what is left out stays. */
export type UpdateStudySettingsInput = {
  /** Whether of the cards of one note (`siblingKey`) only one a day is shown. */
  burySiblings?: InputMaybe<Scalars['Boolean']['input']>;
  /** The deck. When it follows a preset, it goes on with the preset's values and these changes on its own. */
  deckId: Scalars['ID']['input'];
  /** Probability of recall at which a card comes back, 0.7 to 0.99. */
  desiredRetention?: InputMaybe<Scalars['Float']['input']>;
  /** Share of the usual load on each weekday from Monday to Sunday, 0 to 1: the variation avoids days with little; needs `fuzz`. */
  easyDays?: InputMaybe<Array<Scalars['Float']['input']>>;
  /** The learner's day by which the deck is to be known; null takes the exam away. */
  examDate?: InputMaybe<Scalars['LocalDate']['input']>;
  /** Whether intervals are varied a little, so that cards learned together part. */
  fuzz?: InputMaybe<Scalars['Boolean']['input']>;
  /** How long before its time a learning card may be shown when nothing else is left (minutes), 0 to 1440. */
  learnAheadMinutes?: InputMaybe<Scalars['Int']['input']>;
  /** Steps of a new card, up to 10, such as `1m`, `10m`, `1d`; none leaves it to FSRS. */
  learningSteps?: InputMaybe<Array<Scalars['String']['input']>>;
  /** What becomes of a leech. */
  leechAction?: InputMaybe<LeechAction>;
  /** Lapses from which a card counts as a leech, 1 to 100; again each time half of it is added. */
  leechLapses?: InputMaybe<Scalars['Int']['input']>;
  /** Whether the variation prefers days on which less is due; needs `fuzz`. */
  loadBalance?: InputMaybe<Scalars['Boolean']['input']>;
  /** Longest interval (days), 1 to 36500. */
  maximumIntervalDays?: InputMaybe<Scalars['Int']['input']>;
  /** Minutes of study that the viewer has on a day, 1 to 1440. */
  minutesPerDay?: InputMaybe<Scalars['Int']['input']>;
  /** How new cards stand among due reviews. */
  newCardMix?: InputMaybe<NewCardMix>;
  /** Whether new cards are limited by `newCardsPerDay` alone; by default they take their room from the reviews. */
  newCardsIgnoreReviewLimit?: InputMaybe<Scalars['Boolean']['input']>;
  /** New cards a day at most, 0 to 9999. */
  newCardsPerDay?: InputMaybe<Scalars['Int']['input']>;
  /** In which order due reviews are shown. */
  order?: InputMaybe<ReviewOrder>;
  /** Steps of a forgotten card, up to 10. */
  relearningSteps?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Reviews a day at most, 0 to 9999; new cards count too unless `newCardsIgnoreReviewLimit`. */
  reviewsPerDay?: InputMaybe<Scalars['Int']['input']>;
  /** Mean probability of recall wanted on the day of the exam, 0.5 to 0.99. */
  targetRetention?: InputMaybe<Scalars['Float']['input']>;
  /** Limits for today only; null brings the usual ones back. */
  today?: InputMaybe<TodayLimitsInput>;
};

/** A user, known here by id only. */
export type User = {
  __typename?: 'User';
  /** The user's id. */
  id: Scalars['ID']['output'];
};

/** Where weights come from. */
export type WeightsSource =
  /** The defaults of FSRS-6, by the learner's wish. */
  | 'DEFAULT'
  /** Fitted to the log of reviews. */
  | 'FIT'
  /** Given by the learner. */
  | 'MANUAL';

/** A day of a simulation. */
export type WorkloadDay = {
  __typename?: 'WorkloadDay';
  /** The learner's day. */
  day: Scalars['LocalDate']['output'];
  /** New cards. */
  newCards: Scalars['Int']['output'];
  /** Reviews. */
  reviews: Scalars['Int']['output'];
};

/** What studying with a desired retention would cost and bring: a simulation, with the viewer's cards, limits and pace. */
export type WorkloadPoint = {
  __typename?: 'WorkloadPoint';
  /** Answers a day, on average: reviews, new cards, and their steps. */
  answersPerDay: Scalars['Float']['output'];
  /** Day by day. */
  days: Array<WorkloadDay>;
  /** The desired retention. */
  desiredRetention: Scalars['Float']['output'];
  /** Cards known at the end: the sum of the probabilities of recall. */
  knownCards: Scalars['Float']['output'];
  /** Minutes a day, on average, at the viewer's pace. */
  minutesPerDay: Scalars['Float']['output'];
  /** Reviews a day, on average; new cards and steps within a day not counted. */
  reviewsPerDay: Scalars['Float']['output'];
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
  Deck: Deck;
  Folder: Folder;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Card:
    ( { __typename: 'Card' }
    & GraphQLRecursivePick<FederationTypes['Card'], {"id":true}> );
  Deck:
    ( { __typename: 'Deck' }
    & GraphQLRecursivePick<FederationTypes['Deck'], {"id":true}> );
  Folder:
    ( { __typename: 'Folder' }
    & GraphQLRecursivePick<FederationTypes['Folder'], {"id":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  AddCardsInput: AddCardsInput;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  AnswerLearnInput: AnswerLearnInput;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  AnswerSide: AnswerSide;
  AnswerVerdict: AnswerVerdict;
  ApplyStudyPresetInput: ApplyStudyPresetInput;
  BuryCardsInput: BuryCardsInput;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Card: ResolverTypeWrapper<CardRecord>;
  CardChangeInput: CardChangeInput;
  CardConnection: ResolverTypeWrapper<Omit<CardConnection, 'edges'> & { edges: Array<ResolversTypes['CardEdge']> }>;
  CardEdge: ResolverTypeWrapper<Omit<CardEdge, 'node'> & { node: ResolversTypes['Card'] }>;
  CardFilter: CardFilter;
  CardInput: CardInput;
  CardMemory: ResolverTypeWrapper<CardStudy>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  CardTextChange: ResolverTypeWrapper<Omit<CardTextChange, 'card'> & { card: ResolversTypes['Card'] }>;
  CardTextField: CardTextField;
  CardTextProblem: ResolverTypeWrapper<Omit<CardTextProblem, 'card'> & { card: ResolversTypes['Card'] }>;
  CardsPayload: ResolverTypeWrapper<Omit<CardsPayload, 'cards' | 'deck'> & { cards: Array<ResolversTypes['Card']>, deck?: Maybe<ResolversTypes['Deck']> }>;
  Course: ResolverTypeWrapper<CourseStub>;
  CourseExamInput: CourseExamInput;
  CourseExamPlan: ResolverTypeWrapper<CourseExamPlanResult>;
  CreateDeckInput: CreateDeckInput;
  CreateFolderInput: CreateFolderInput;
  CreateStudyPresetInput: CreateStudyPresetInput;
  CreateTestInput: CreateTestInput;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Deck: ResolverTypeWrapper<DeckRecord>;
  DeckChange: ResolverTypeWrapper<DeckChangeEvent>;
  DeckChangeKind: DeckChangeKind;
  DeckCollaborator: ResolverTypeWrapper<CollaboratorRecord>;
  DeckConnection: ResolverTypeWrapper<Omit<DeckConnection, 'edges'> & { edges: Array<ResolversTypes['DeckEdge']> }>;
  DeckEdge: ResolverTypeWrapper<Omit<DeckEdge, 'node'> & { node: ResolversTypes['Deck'] }>;
  DeckFilter: DeckFilter;
  DeckFormat: DeckFormat;
  DeckOrder: DeckOrder;
  DeckPayload: ResolverTypeWrapper<Omit<DeckPayload, 'deck'> & { deck: ResolversTypes['Deck'] }>;
  DeckPermission: DeckPermission;
  DeckProgress: ResolverTypeWrapper<DeckProgress>;
  DeckRelation: DeckRelation;
  DeckSearchConnection: ResolverTypeWrapper<Omit<DeckSearchConnection, 'edges'> & { edges: Array<ResolversTypes['DeckSearchEdge']> }>;
  DeckSearchEdge: ResolverTypeWrapper<Omit<DeckSearchEdge, 'node'> & { node: ResolversTypes['Deck'] }>;
  DeckSearchFilter: DeckSearchFilter;
  DeckVisibility: DeckVisibility;
  DeletedCardsPayload: ResolverTypeWrapper<DeletedCardsPayload>;
  DeletedPayload: ResolverTypeWrapper<DeletedPayload>;
  EmailAddress: ResolverTypeWrapper<Scalars['EmailAddress']['output']>;
  ExamPlan: ResolverTypeWrapper<DeckExamPlan>;
  ExamPlanDay: ResolverTypeWrapper<ExamPlanDay>;
  ExportDeckInput: ExportDeckInput;
  ExportFile: ResolverTypeWrapper<ExportFile>;
  FindAndReplaceInput: FindAndReplaceInput;
  FindAndReplacePayload: ResolverTypeWrapper<Omit<FindAndReplacePayload, 'changes' | 'deck' | 'problems'> & { changes: Array<ResolversTypes['CardTextChange']>, deck: ResolversTypes['Deck'], problems: Array<ResolversTypes['CardTextProblem']> }>;
  FinishMatchInput: FinishMatchInput;
  Folder: ResolverTypeWrapper<FolderRecord>;
  FolderDecksInput: FolderDecksInput;
  FolderPayload: ResolverTypeWrapper<Omit<FolderPayload, 'folder'> & { folder: ResolversTypes['Folder'] }>;
  ImportDeckInput: ImportDeckInput;
  ImportDuplicatePolicy: ImportDuplicatePolicy;
  ImportProblem: ResolverTypeWrapper<ImportProblem>;
  ImportProblemCode: ImportProblemCode;
  ImportReport: ResolverTypeWrapper<Omit<ImportReport, 'deck'> & { deck?: Maybe<ResolversTypes['Deck']> }>;
  LearnAnswer: ResolverTypeWrapper<LearnAnswerResult>;
  LearnCard: ResolverTypeWrapper<LearnCard>;
  LearnCounts: ResolverTypeWrapper<LearnCounts>;
  LearnLevel: LearnLevel;
  LearnSession: ResolverTypeWrapper<LearnSessionRecord>;
  LearnSessionState: LearnSessionState;
  LeechAction: LeechAction;
  LocalDate: ResolverTypeWrapper<Scalars['LocalDate']['output']>;
  Markdown: ResolverTypeWrapper<Scalars['Markdown']['output']>;
  MatchFault: MatchFault;
  MatchGame: ResolverTypeWrapper<MatchGameRecord>;
  MatchMoveInput: MatchMoveInput;
  MatchResult: ResolverTypeWrapper<MatchGameRecord>;
  MatchTile: ResolverTypeWrapper<MatchTile>;
  MemoryState: MemoryState;
  MoveCardsInput: MoveCardsInput;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  NewCardMix: NewCardMix;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  PracticeTest: ResolverTypeWrapper<PracticeTestRecord>;
  PracticeTestConnection: ResolverTypeWrapper<Omit<PracticeTestConnection, 'edges'> & { edges: Array<ResolversTypes['PracticeTestEdge']> }>;
  PracticeTestEdge: ResolverTypeWrapper<Omit<PracticeTestEdge, 'node'> & { node: ResolversTypes['PracticeTest'] }>;
  PracticeTestState: PracticeTestState;
  PracticeTestSummary: ResolverTypeWrapper<PracticeTestSummary>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  QuestionKind: QuestionKind;
  QueueCounts: ResolverTypeWrapper<QueueCounts>;
  Rating: Rating;
  RatingPreview: ResolverTypeWrapper<RatingOutcome>;
  RescheduleDeckInput: RescheduleDeckInput;
  RescheduleReport: ResolverTypeWrapper<RescheduleOutcome>;
  ResetCardsInput: ResetCardsInput;
  ReviewError: ResolverTypeWrapper<ReviewError>;
  ReviewInput: ReviewInput;
  ReviewOrder: ReviewOrder;
  ReviewPayload: ResolverTypeWrapper<Omit<ReviewPayload, 'card' | 'memory'> & { card: ResolversTypes['Card'], memory: ResolversTypes['CardMemory'] }>;
  ReviewResult: ResolverTypeWrapper<ReviewOutcome>;
  SchedulerFit: ResolverTypeWrapper<FitResult>;
  SchedulerFitOutcome: SchedulerFitOutcome;
  SchedulerWeights: ResolverTypeWrapper<WeightsRecord>;
  SetSchedulerWeightsInput: SetSchedulerWeightsInput;
  ShareDeckInput: ShareDeckInput;
  SimulateWorkloadInput: SimulateWorkloadInput;
  StartLearnInput: StartLearnInput;
  StudyCard: ResolverTypeWrapper<QueuedCard>;
  StudyPreset: ResolverTypeWrapper<StudyPresetRecord>;
  StudyProgress: ResolverTypeWrapper<StudyProgressEvent>;
  StudyProgressKind: StudyProgressKind;
  StudyQueue: ResolverTypeWrapper<Omit<StudyQueue, 'cards'> & { cards: Array<ResolversTypes['StudyCard']> }>;
  StudySettings: ResolverTypeWrapper<DeckStudySettings>;
  SubmitTestInput: SubmitTestInput;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  SuspendCardsInput: SuspendCardsInput;
  TestAnswer: ResolverTypeWrapper<PaperAnswer>;
  TestAnswerInput: TestAnswerInput;
  TestOption: ResolverTypeWrapper<TestOption>;
  TestPair: ResolverTypeWrapper<TestPair>;
  TestPairInput: TestPairInput;
  TestQuestion: ResolverTypeWrapper<TestQuestionRecord>;
  TestQuestionResult: ResolverTypeWrapper<GradedQuestion>;
  TodayLimits: ResolverTypeWrapper<TodayLimits>;
  TodayLimitsInput: TodayLimitsInput;
  URL: ResolverTypeWrapper<Scalars['URL']['output']>;
  UpdateCardsInput: UpdateCardsInput;
  UpdateDeckInput: UpdateDeckInput;
  UpdateFolderInput: UpdateFolderInput;
  UpdateStudyPresetInput: UpdateStudyPresetInput;
  UpdateStudySettingsInput: UpdateStudySettingsInput;
  User: ResolverTypeWrapper<UserStub>;
  WeightsSource: WeightsSource;
  WorkloadDay: ResolverTypeWrapper<WorkloadDay>;
  WorkloadPoint: ResolverTypeWrapper<WorkloadPoint>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AddCardsInput: AddCardsInput;
  ID: Scalars['ID']['output'];
  AnswerLearnInput: AnswerLearnInput;
  String: Scalars['String']['output'];
  Int: Scalars['Int']['output'];
  ApplyStudyPresetInput: ApplyStudyPresetInput;
  BuryCardsInput: BuryCardsInput;
  Boolean: Scalars['Boolean']['output'];
  Card: CardRecord;
  CardChangeInput: CardChangeInput;
  CardConnection: Omit<CardConnection, 'edges'> & { edges: Array<ResolversParentTypes['CardEdge']> };
  CardEdge: Omit<CardEdge, 'node'> & { node: ResolversParentTypes['Card'] };
  CardFilter: CardFilter;
  CardInput: CardInput;
  CardMemory: CardStudy;
  Float: Scalars['Float']['output'];
  CardTextChange: Omit<CardTextChange, 'card'> & { card: ResolversParentTypes['Card'] };
  CardTextProblem: Omit<CardTextProblem, 'card'> & { card: ResolversParentTypes['Card'] };
  CardsPayload: Omit<CardsPayload, 'cards' | 'deck'> & { cards: Array<ResolversParentTypes['Card']>, deck?: Maybe<ResolversParentTypes['Deck']> };
  Course: CourseStub;
  CourseExamInput: CourseExamInput;
  CourseExamPlan: CourseExamPlanResult;
  CreateDeckInput: CreateDeckInput;
  CreateFolderInput: CreateFolderInput;
  CreateStudyPresetInput: CreateStudyPresetInput;
  CreateTestInput: CreateTestInput;
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  Deck: DeckRecord;
  DeckChange: DeckChangeEvent;
  DeckCollaborator: CollaboratorRecord;
  DeckConnection: Omit<DeckConnection, 'edges'> & { edges: Array<ResolversParentTypes['DeckEdge']> };
  DeckEdge: Omit<DeckEdge, 'node'> & { node: ResolversParentTypes['Deck'] };
  DeckFilter: DeckFilter;
  DeckPayload: Omit<DeckPayload, 'deck'> & { deck: ResolversParentTypes['Deck'] };
  DeckProgress: DeckProgress;
  DeckSearchConnection: Omit<DeckSearchConnection, 'edges'> & { edges: Array<ResolversParentTypes['DeckSearchEdge']> };
  DeckSearchEdge: Omit<DeckSearchEdge, 'node'> & { node: ResolversParentTypes['Deck'] };
  DeckSearchFilter: DeckSearchFilter;
  DeletedCardsPayload: DeletedCardsPayload;
  DeletedPayload: DeletedPayload;
  EmailAddress: Scalars['EmailAddress']['output'];
  ExamPlan: DeckExamPlan;
  ExamPlanDay: ExamPlanDay;
  ExportDeckInput: ExportDeckInput;
  ExportFile: ExportFile;
  FindAndReplaceInput: FindAndReplaceInput;
  FindAndReplacePayload: Omit<FindAndReplacePayload, 'changes' | 'deck' | 'problems'> & { changes: Array<ResolversParentTypes['CardTextChange']>, deck: ResolversParentTypes['Deck'], problems: Array<ResolversParentTypes['CardTextProblem']> };
  FinishMatchInput: FinishMatchInput;
  Folder: FolderRecord;
  FolderDecksInput: FolderDecksInput;
  FolderPayload: Omit<FolderPayload, 'folder'> & { folder: ResolversParentTypes['Folder'] };
  ImportDeckInput: ImportDeckInput;
  ImportProblem: ImportProblem;
  ImportReport: Omit<ImportReport, 'deck'> & { deck?: Maybe<ResolversParentTypes['Deck']> };
  LearnAnswer: LearnAnswerResult;
  LearnCard: LearnCard;
  LearnCounts: LearnCounts;
  LearnSession: LearnSessionRecord;
  LocalDate: Scalars['LocalDate']['output'];
  Markdown: Scalars['Markdown']['output'];
  MatchGame: MatchGameRecord;
  MatchMoveInput: MatchMoveInput;
  MatchResult: MatchGameRecord;
  MatchTile: MatchTile;
  MoveCardsInput: MoveCardsInput;
  Mutation: Record<PropertyKey, never>;
  PageInfo: PageInfo;
  PracticeTest: PracticeTestRecord;
  PracticeTestConnection: Omit<PracticeTestConnection, 'edges'> & { edges: Array<ResolversParentTypes['PracticeTestEdge']> };
  PracticeTestEdge: Omit<PracticeTestEdge, 'node'> & { node: ResolversParentTypes['PracticeTest'] };
  PracticeTestSummary: PracticeTestSummary;
  Query: Record<PropertyKey, never>;
  QueueCounts: QueueCounts;
  RatingPreview: RatingOutcome;
  RescheduleDeckInput: RescheduleDeckInput;
  RescheduleReport: RescheduleOutcome;
  ResetCardsInput: ResetCardsInput;
  ReviewError: ReviewError;
  ReviewInput: ReviewInput;
  ReviewPayload: Omit<ReviewPayload, 'card' | 'memory'> & { card: ResolversParentTypes['Card'], memory: ResolversParentTypes['CardMemory'] };
  ReviewResult: ReviewOutcome;
  SchedulerFit: FitResult;
  SchedulerWeights: WeightsRecord;
  SetSchedulerWeightsInput: SetSchedulerWeightsInput;
  ShareDeckInput: ShareDeckInput;
  SimulateWorkloadInput: SimulateWorkloadInput;
  StartLearnInput: StartLearnInput;
  StudyCard: QueuedCard;
  StudyPreset: StudyPresetRecord;
  StudyProgress: StudyProgressEvent;
  StudyQueue: Omit<StudyQueue, 'cards'> & { cards: Array<ResolversParentTypes['StudyCard']> };
  StudySettings: DeckStudySettings;
  SubmitTestInput: SubmitTestInput;
  Subscription: Record<PropertyKey, never>;
  SuspendCardsInput: SuspendCardsInput;
  TestAnswer: PaperAnswer;
  TestAnswerInput: TestAnswerInput;
  TestOption: TestOption;
  TestPair: TestPair;
  TestPairInput: TestPairInput;
  TestQuestion: TestQuestionRecord;
  TestQuestionResult: GradedQuestion;
  TodayLimits: TodayLimits;
  TodayLimitsInput: TodayLimitsInput;
  URL: Scalars['URL']['output'];
  UpdateCardsInput: UpdateCardsInput;
  UpdateDeckInput: UpdateDeckInput;
  UpdateFolderInput: UpdateFolderInput;
  UpdateStudyPresetInput: UpdateStudyPresetInput;
  UpdateStudySettingsInput: UpdateStudySettingsInput;
  User: UserStub;
  WorkloadDay: WorkloadDay;
  WorkloadPoint: WorkloadPoint;
};

export type CardResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Card'] = ResolversParentTypes['Card'], FederationReferenceType extends FederationReferenceTypes['Card'] = FederationReferenceTypes['Card']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Card']> | FederationReferenceType, FederationReferenceType, ContextType>;
  acceptedAnswers?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  deck?: Resolver<ResolversTypes['Deck'], ParentType, ContextType>;
  definition?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  distractors?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  hint?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  memory?: Resolver<Maybe<ResolversTypes['CardMemory']>, ParentType, ContextType>;
  position?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  siblingKey?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  starred?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  tags?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  term?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type CardConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CardConnection'] = ResolversParentTypes['CardConnection']> = {
  edges?: Resolver<Array<ResolversTypes['CardEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type CardEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CardEdge'] = ResolversParentTypes['CardEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Card'], ParentType, ContextType>;
};

export type CardMemoryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CardMemory'] = ResolversParentTypes['CardMemory']> = {
  difficulty?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  due?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  lapses?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  lastReviewedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  leech?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  reps?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  retrievability?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  stability?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['MemoryState'], ParentType, ContextType>;
  suspended?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type CardTextChangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CardTextChange'] = ResolversParentTypes['CardTextChange']> = {
  after?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  before?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  card?: Resolver<ResolversTypes['Card'], ParentType, ContextType>;
  field?: Resolver<ResolversTypes['CardTextField'], ParentType, ContextType>;
};

export type CardTextProblemResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CardTextProblem'] = ResolversParentTypes['CardTextProblem']> = {
  card?: Resolver<ResolversTypes['Card'], ParentType, ContextType>;
  field?: Resolver<ResolversTypes['CardTextField'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CardsPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CardsPayload'] = ResolversParentTypes['CardsPayload']> = {
  cards?: Resolver<Array<ResolversTypes['Card']>, ParentType, ContextType>;
  deck?: Resolver<Maybe<ResolversTypes['Deck']>, ParentType, ContextType>;
};

export type CourseResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Course'] = ResolversParentTypes['Course']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type CourseExamPlanResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CourseExamPlan'] = ResolversParentTypes['CourseExamPlan']> = {
  course?: Resolver<Maybe<ResolversTypes['Course']>, ParentType, ContextType>;
  days?: Resolver<Array<ResolversTypes['ExamPlanDay']>, ParentType, ContextType>;
  daysLeft?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  decks?: Resolver<Array<ResolversTypes['Deck']>, ParentType, ContextType>;
  desiredRetention?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  examDate?: Resolver<ResolversTypes['LocalDate'], ParentType, ContextType>;
  expectedRetention?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  feasible?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  minutesNeeded?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  minutesPerDay?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  newCardsPerDay?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  targetRetention?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DeckResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Deck'] = ResolversParentTypes['Deck'], FederationReferenceType extends FederationReferenceTypes['Deck'] = FederationReferenceTypes['Deck']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Deck']> | FederationReferenceType, FederationReferenceType, ContextType>;
  bestMatches?: Resolver<Array<ResolversTypes['MatchResult']>, ParentType, ContextType, RequireFields<DeckBestMatchesArgs, 'first'>>;
  card?: Resolver<Maybe<ResolversTypes['Card']>, ParentType, ContextType, RequireFields<DeckCardArgs, 'id'>>;
  cardCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  cards?: Resolver<ResolversTypes['CardConnection'], ParentType, ContextType, Partial<DeckCardsArgs>>;
  collaborators?: Resolver<Array<ResolversTypes['DeckCollaborator']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  definitionLanguage?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  deletedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  forkedFrom?: Resolver<Maybe<ResolversTypes['Deck']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  owner?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  progress?: Resolver<Maybe<ResolversTypes['DeckProgress']>, ParentType, ContextType>;
  studySettings?: Resolver<Maybe<ResolversTypes['StudySettings']>, ParentType, ContextType>;
  tags?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  termLanguage?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  viewerPermission?: Resolver<ResolversTypes['DeckPermission'], ParentType, ContextType>;
  visibility?: Resolver<ResolversTypes['DeckVisibility'], ParentType, ContextType>;
};

export type DeckChangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeckChange'] = ResolversParentTypes['DeckChange']> = {
  cardIds?: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType>;
  cards?: Resolver<Array<ResolversTypes['Card']>, ParentType, ContextType, RequireFields<DeckChangeCardsArgs, 'first'>>;
  deck?: Resolver<Maybe<ResolversTypes['Deck']>, ParentType, ContextType>;
  eventId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['DeckChangeKind'], ParentType, ContextType>;
  occurredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type DeckCollaboratorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeckCollaborator'] = ResolversParentTypes['DeckCollaborator']> = {
  addedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  permission?: Resolver<ResolversTypes['DeckPermission'], ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
};

export type DeckConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeckConnection'] = ResolversParentTypes['DeckConnection']> = {
  edges?: Resolver<Array<ResolversTypes['DeckEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type DeckEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeckEdge'] = ResolversParentTypes['DeckEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Deck'], ParentType, ContextType>;
};

export type DeckPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeckPayload'] = ResolversParentTypes['DeckPayload']> = {
  deck?: Resolver<ResolversTypes['Deck'], ParentType, ContextType>;
};

export type DeckProgressResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeckProgress'] = ResolversParentTypes['DeckProgress']> = {
  averageRetrievability?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  due?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  learning?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  mastered?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  new?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  suspended?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type DeckSearchConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeckSearchConnection'] = ResolversParentTypes['DeckSearchConnection']> = {
  edges?: Resolver<Array<ResolversTypes['DeckSearchEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type DeckSearchEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeckSearchEdge'] = ResolversParentTypes['DeckSearchEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Deck'], ParentType, ContextType>;
  score?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type DeletedCardsPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeletedCardsPayload'] = ResolversParentTypes['DeletedCardsPayload']> = {
  ids?: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type DeletedPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeletedPayload'] = ResolversParentTypes['DeletedPayload']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export interface EmailAddressScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['EmailAddress'], any> {
  name: 'EmailAddress';
}

export type ExamPlanResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ExamPlan'] = ResolversParentTypes['ExamPlan']> = {
  days?: Resolver<Array<ResolversTypes['ExamPlanDay']>, ParentType, ContextType>;
  daysLeft?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  deck?: Resolver<ResolversTypes['Deck'], ParentType, ContextType>;
  desiredRetention?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  examDate?: Resolver<ResolversTypes['LocalDate'], ParentType, ContextType>;
  expectedRetention?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  feasible?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  minutesNeeded?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  minutesPerDay?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  newCardsPerDay?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  targetRetention?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type ExamPlanDayResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ExamPlanDay'] = ResolversParentTypes['ExamPlanDay']> = {
  day?: Resolver<ResolversTypes['LocalDate'], ParentType, ContextType>;
  extra?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  minutes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  newCards?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reviews?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ExportFileResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ExportFile'] = ResolversParentTypes['ExportFile']> = {
  content?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  contentType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  fileName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type FindAndReplacePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FindAndReplacePayload'] = ResolversParentTypes['FindAndReplacePayload']> = {
  changed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  changes?: Resolver<Array<ResolversTypes['CardTextChange']>, ParentType, ContextType>;
  deck?: Resolver<ResolversTypes['Deck'], ParentType, ContextType>;
  dryRun?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  occurrences?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  problems?: Resolver<Array<ResolversTypes['CardTextProblem']>, ParentType, ContextType>;
};

export type FolderResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Folder'] = ResolversParentTypes['Folder'], FederationReferenceType extends FederationReferenceTypes['Folder'] = FederationReferenceTypes['Folder']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Folder']> | FederationReferenceType, FederationReferenceType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  decks?: Resolver<ResolversTypes['DeckConnection'], ParentType, ContextType, Partial<FolderDecksArgs>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  parent?: Resolver<Maybe<ResolversTypes['Folder']>, ParentType, ContextType>;
};

export type FolderPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FolderPayload'] = ResolversParentTypes['FolderPayload']> = {
  folder?: Resolver<ResolversTypes['Folder'], ParentType, ContextType>;
};

export type ImportProblemResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ImportProblem'] = ResolversParentTypes['ImportProblem']> = {
  code?: Resolver<ResolversTypes['ImportProblemCode'], ParentType, ContextType>;
  line?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type ImportReportResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ImportReport'] = ResolversParentTypes['ImportReport']> = {
  created?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  deck?: Resolver<Maybe<ResolversTypes['Deck']>, ParentType, ContextType>;
  dryRun?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  problems?: Resolver<Array<ResolversTypes['ImportProblem']>, ParentType, ContextType>;
  skipped?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  updated?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type LearnAnswerResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LearnAnswer'] = ResolversParentTypes['LearnAnswer']> = {
  answeredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  cardId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  correct?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  levelAfter?: Resolver<ResolversTypes['LearnLevel'], ParentType, ContextType>;
  levelBefore?: Resolver<ResolversTypes['LearnLevel'], ParentType, ContextType>;
  overridden?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  question?: Resolver<ResolversTypes['TestQuestion'], ParentType, ContextType>;
  session?: Resolver<ResolversTypes['LearnSession'], ParentType, ContextType>;
  verdict?: Resolver<ResolversTypes['AnswerVerdict'], ParentType, ContextType>;
};

export type LearnCardResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LearnCard'] = ResolversParentTypes['LearnCard']> = {
  cardId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  level?: Resolver<ResolversTypes['LearnLevel'], ParentType, ContextType>;
};

export type LearnCountsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LearnCounts'] = ResolversParentTypes['LearnCounts']> = {
  familiar?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  mastered?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  missed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  unseen?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type LearnSessionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LearnSession'] = ResolversParentTypes['LearnSession']> = {
  answerWith?: Resolver<ResolversTypes['AnswerSide'], ParentType, ContextType>;
  cards?: Resolver<Array<ResolversTypes['LearnCard']>, ParentType, ContextType>;
  counts?: Resolver<ResolversTypes['LearnCounts'], ParentType, ContextType>;
  deck?: Resolver<Maybe<ResolversTypes['Deck']>, ParentType, ContextType>;
  finishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  question?: Resolver<Maybe<ResolversTypes['TestQuestion']>, ParentType, ContextType>;
  round?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  roundRemaining?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  startedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['LearnSessionState'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export interface LocalDateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['LocalDate'], any> {
  name: 'LocalDate';
}

export interface MarkdownScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Markdown'], any> {
  name: 'Markdown';
}

export type MatchGameResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MatchGame'] = ResolversParentTypes['MatchGame']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  pairCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  startedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  tiles?: Resolver<Array<ResolversTypes['MatchTile']>, ParentType, ContextType>;
};

export type MatchResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MatchResult'] = ResolversParentTypes['MatchResult']> = {
  best?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  counts?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  fault?: Resolver<Maybe<ResolversTypes['MatchFault']>, ParentType, ContextType>;
  finishedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  scoreMs?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  startedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  wrongMoves?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type MatchTileResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MatchTile'] = ResolversParentTypes['MatchTile']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  addCards?: Resolver<ResolversTypes['CardsPayload'], ParentType, ContextType, RequireFields<MutationAddCardsArgs, 'input'>>;
  addToFolder?: Resolver<ResolversTypes['FolderPayload'], ParentType, ContextType, RequireFields<MutationAddToFolderArgs, 'input'>>;
  answerLearn?: Resolver<ResolversTypes['LearnAnswer'], ParentType, ContextType, RequireFields<MutationAnswerLearnArgs, 'input'>>;
  applyStudyPreset?: Resolver<Array<ResolversTypes['Deck']>, ParentType, ContextType, RequireFields<MutationApplyStudyPresetArgs, 'input'>>;
  buryCards?: Resolver<ResolversTypes['CardsPayload'], ParentType, ContextType, RequireFields<MutationBuryCardsArgs, 'input'>>;
  createDeck?: Resolver<ResolversTypes['DeckPayload'], ParentType, ContextType, RequireFields<MutationCreateDeckArgs, 'input'>>;
  createFolder?: Resolver<ResolversTypes['FolderPayload'], ParentType, ContextType, RequireFields<MutationCreateFolderArgs, 'input'>>;
  createStudyPreset?: Resolver<ResolversTypes['StudyPreset'], ParentType, ContextType, RequireFields<MutationCreateStudyPresetArgs, 'input'>>;
  createTest?: Resolver<ResolversTypes['PracticeTest'], ParentType, ContextType, RequireFields<MutationCreateTestArgs, 'input'>>;
  deleteCards?: Resolver<ResolversTypes['DeletedCardsPayload'], ParentType, ContextType, RequireFields<MutationDeleteCardsArgs, 'ids'>>;
  deleteDeck?: Resolver<ResolversTypes['DeletedPayload'], ParentType, ContextType, RequireFields<MutationDeleteDeckArgs, 'id'>>;
  deleteFolder?: Resolver<ResolversTypes['DeletedPayload'], ParentType, ContextType, RequireFields<MutationDeleteFolderArgs, 'id'>>;
  deleteStudyPreset?: Resolver<ResolversTypes['DeletedPayload'], ParentType, ContextType, RequireFields<MutationDeleteStudyPresetArgs, 'id'>>;
  exportDeck?: Resolver<ResolversTypes['ExportFile'], ParentType, ContextType, RequireFields<MutationExportDeckArgs, 'input'>>;
  findAndReplace?: Resolver<ResolversTypes['FindAndReplacePayload'], ParentType, ContextType, RequireFields<MutationFindAndReplaceArgs, 'input'>>;
  finishMatch?: Resolver<ResolversTypes['MatchResult'], ParentType, ContextType, RequireFields<MutationFinishMatchArgs, 'input'>>;
  forkDeck?: Resolver<ResolversTypes['DeckPayload'], ParentType, ContextType, RequireFields<MutationForkDeckArgs, 'id'>>;
  importDeck?: Resolver<ResolversTypes['ImportReport'], ParentType, ContextType, RequireFields<MutationImportDeckArgs, 'input'>>;
  moveCards?: Resolver<ResolversTypes['CardsPayload'], ParentType, ContextType, RequireFields<MutationMoveCardsArgs, 'input'>>;
  optimizeScheduler?: Resolver<ResolversTypes['SchedulerFit'], ParentType, ContextType, Partial<MutationOptimizeSchedulerArgs>>;
  overrideLearnAnswer?: Resolver<ResolversTypes['LearnAnswer'], ParentType, ContextType, RequireFields<MutationOverrideLearnAnswerArgs, 'id'>>;
  removeFromFolder?: Resolver<ResolversTypes['FolderPayload'], ParentType, ContextType, RequireFields<MutationRemoveFromFolderArgs, 'input'>>;
  rescheduleDeck?: Resolver<ResolversTypes['RescheduleReport'], ParentType, ContextType, RequireFields<MutationRescheduleDeckArgs, 'input'>>;
  resetCards?: Resolver<ResolversTypes['CardsPayload'], ParentType, ContextType, RequireFields<MutationResetCardsArgs, 'input'>>;
  restoreDeck?: Resolver<ResolversTypes['DeckPayload'], ParentType, ContextType, RequireFields<MutationRestoreDeckArgs, 'id'>>;
  reviewCard?: Resolver<ResolversTypes['ReviewPayload'], ParentType, ContextType, RequireFields<MutationReviewCardArgs, 'input'>>;
  reviewCards?: Resolver<Array<ResolversTypes['ReviewResult']>, ParentType, ContextType, RequireFields<MutationReviewCardsArgs, 'inputs'>>;
  saveTestAnswers?: Resolver<ResolversTypes['PracticeTest'], ParentType, ContextType, RequireFields<MutationSaveTestAnswersArgs, 'input'>>;
  setCourseExam?: Resolver<Maybe<ResolversTypes['CourseExamPlan']>, ParentType, ContextType, RequireFields<MutationSetCourseExamArgs, 'input'>>;
  setSchedulerWeights?: Resolver<ResolversTypes['SchedulerWeights'], ParentType, ContextType, RequireFields<MutationSetSchedulerWeightsArgs, 'input'>>;
  shareDeck?: Resolver<ResolversTypes['DeckPayload'], ParentType, ContextType, RequireFields<MutationShareDeckArgs, 'input'>>;
  starCard?: Resolver<ResolversTypes['Card'], ParentType, ContextType, RequireFields<MutationStarCardArgs, 'id' | 'starred'>>;
  startLearn?: Resolver<ResolversTypes['LearnSession'], ParentType, ContextType, RequireFields<MutationStartLearnArgs, 'input'>>;
  startMatch?: Resolver<ResolversTypes['MatchGame'], ParentType, ContextType, RequireFields<MutationStartMatchArgs, 'deckId'>>;
  submitTest?: Resolver<ResolversTypes['PracticeTest'], ParentType, ContextType, RequireFields<MutationSubmitTestArgs, 'input'>>;
  suspendCards?: Resolver<ResolversTypes['CardsPayload'], ParentType, ContextType, RequireFields<MutationSuspendCardsArgs, 'input'>>;
  undoReview?: Resolver<ResolversTypes['ReviewPayload'], ParentType, ContextType, RequireFields<MutationUndoReviewArgs, 'id'>>;
  updateCards?: Resolver<ResolversTypes['CardsPayload'], ParentType, ContextType, RequireFields<MutationUpdateCardsArgs, 'input'>>;
  updateDeck?: Resolver<ResolversTypes['DeckPayload'], ParentType, ContextType, RequireFields<MutationUpdateDeckArgs, 'input'>>;
  updateFolder?: Resolver<ResolversTypes['FolderPayload'], ParentType, ContextType, RequireFields<MutationUpdateFolderArgs, 'input'>>;
  updateStudyPreset?: Resolver<ResolversTypes['StudyPreset'], ParentType, ContextType, RequireFields<MutationUpdateStudyPresetArgs, 'input'>>;
  updateStudySettings?: Resolver<ResolversTypes['Deck'], ParentType, ContextType, RequireFields<MutationUpdateStudySettingsArgs, 'input'>>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PracticeTestResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PracticeTest'] = ResolversParentTypes['PracticeTest']> = {
  answerWith?: Resolver<ResolversTypes['AnswerSide'], ParentType, ContextType>;
  correctCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  deck?: Resolver<Maybe<ResolversTypes['Deck']>, ParentType, ContextType>;
  endsAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  questionCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  questions?: Resolver<Array<ResolversTypes['TestQuestion']>, ParentType, ContextType>;
  savedAnswers?: Resolver<Array<ResolversTypes['TestAnswer']>, ParentType, ContextType>;
  score?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  startedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['PracticeTestState'], ParentType, ContextType>;
  submittedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  timeLimitSeconds?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  timedOut?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type PracticeTestConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PracticeTestConnection'] = ResolversParentTypes['PracticeTestConnection']> = {
  edges?: Resolver<Array<ResolversTypes['PracticeTestEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type PracticeTestEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PracticeTestEdge'] = ResolversParentTypes['PracticeTestEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['PracticeTest'], ParentType, ContextType>;
};

export type PracticeTestSummaryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PracticeTestSummary'] = ResolversParentTypes['PracticeTestSummary']> = {
  average?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  best?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  latest?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  latestAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  submittedCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  courseExamPlan?: Resolver<Maybe<ResolversTypes['CourseExamPlan']>, ParentType, ContextType, RequireFields<QueryCourseExamPlanArgs, 'courseId'>>;
  cram?: Resolver<ResolversTypes['CardConnection'], ParentType, ContextType, RequireFields<QueryCramArgs, 'first' | 'query' | 'seed'>>;
  deck?: Resolver<Maybe<ResolversTypes['Deck']>, ParentType, ContextType, RequireFields<QueryDeckArgs, 'id'>>;
  examPlan?: Resolver<Maybe<ResolversTypes['ExamPlan']>, ParentType, ContextType, RequireFields<QueryExamPlanArgs, 'deckId'>>;
  folders?: Resolver<Array<ResolversTypes['Folder']>, ParentType, ContextType>;
  learnSession?: Resolver<Maybe<ResolversTypes['LearnSession']>, ParentType, ContextType, RequireFields<QueryLearnSessionArgs, 'id'>>;
  myDecks?: Resolver<ResolversTypes['DeckConnection'], ParentType, ContextType, RequireFields<QueryMyDecksArgs, 'orderBy'>>;
  myTests?: Resolver<ResolversTypes['PracticeTestConnection'], ParentType, ContextType, RequireFields<QueryMyTestsArgs, 'first'>>;
  practiceTest?: Resolver<Maybe<ResolversTypes['PracticeTest']>, ParentType, ContextType, RequireFields<QueryPracticeTestArgs, 'id'>>;
  schedulerWeights?: Resolver<Array<ResolversTypes['SchedulerWeights']>, ParentType, ContextType, Partial<QuerySchedulerWeightsArgs>>;
  searchCards?: Resolver<ResolversTypes['CardConnection'], ParentType, ContextType, RequireFields<QuerySearchCardsArgs, 'query'>>;
  searchDecks?: Resolver<ResolversTypes['DeckSearchConnection'], ParentType, ContextType, RequireFields<QuerySearchDecksArgs, 'query'>>;
  simulateWorkload?: Resolver<Array<ResolversTypes['WorkloadPoint']>, ParentType, ContextType, RequireFields<QuerySimulateWorkloadArgs, 'input'>>;
  studyPresets?: Resolver<Array<ResolversTypes['StudyPreset']>, ParentType, ContextType>;
  studyQueue?: Resolver<ResolversTypes['StudyQueue'], ParentType, ContextType, RequireFields<QueryStudyQueueArgs, 'first'>>;
  testSummary?: Resolver<ResolversTypes['PracticeTestSummary'], ParentType, ContextType, RequireFields<QueryTestSummaryArgs, 'deckId'>>;
};

export type QueueCountsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['QueueCounts'] = ResolversParentTypes['QueueCounts']> = {
  learning?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  new?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  review?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type RatingPreviewResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RatingPreview'] = ResolversParentTypes['RatingPreview']> = {
  due?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  interval?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  rating?: Resolver<ResolversTypes['Rating'], ParentType, ContextType>;
};

export type RescheduleReportResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RescheduleReport'] = ResolversParentTypes['RescheduleReport']> = {
  deck?: Resolver<ResolversTypes['Deck'], ParentType, ContextType>;
  dryRun?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  dueAfter?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  dueBefore?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  rescheduledCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ReviewErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReviewError'] = ResolversParentTypes['ReviewError']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ReviewPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReviewPayload'] = ResolversParentTypes['ReviewPayload']> = {
  card?: Resolver<ResolversTypes['Card'], ParentType, ContextType>;
  memory?: Resolver<ResolversTypes['CardMemory'], ParentType, ContextType>;
  reviewId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type ReviewResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReviewResult'] = ResolversParentTypes['ReviewResult']> = {
  card?: Resolver<Maybe<ResolversTypes['Card']>, ParentType, ContextType>;
  error?: Resolver<Maybe<ResolversTypes['ReviewError']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  memory?: Resolver<Maybe<ResolversTypes['CardMemory']>, ParentType, ContextType>;
};

export type SchedulerFitResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SchedulerFit'] = ResolversParentTypes['SchedulerFit']> = {
  deck?: Resolver<Maybe<ResolversTypes['Deck']>, ParentType, ContextType>;
  logLossAfter?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  logLossBefore?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['SchedulerFitOutcome'], ParentType, ContextType>;
  reviewCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  rmseAfter?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  rmseBefore?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  version?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  weights?: Resolver<Maybe<Array<ResolversTypes['Float']>>, ParentType, ContextType>;
};

export type SchedulerWeightsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SchedulerWeights'] = ResolversParentTypes['SchedulerWeights']> = {
  counts?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  logLossAfter?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  logLossBefore?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  reviewCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  rmseAfter?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  rmseBefore?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['WeightsSource'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  weights?: Resolver<Array<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type StudyCardResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StudyCard'] = ResolversParentTypes['StudyCard']> = {
  card?: Resolver<ResolversTypes['Card'], ParentType, ContextType>;
  intervals?: Resolver<Array<ResolversTypes['RatingPreview']>, ParentType, ContextType>;
  memory?: Resolver<ResolversTypes['CardMemory'], ParentType, ContextType>;
};

export type StudyPresetResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StudyPreset'] = ResolversParentTypes['StudyPreset']> = {
  burySiblings?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  desiredRetention?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  easyDays?: Resolver<Array<ResolversTypes['Float']>, ParentType, ContextType>;
  fuzz?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  learnAheadMinutes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  learningSteps?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  leechAction?: Resolver<ResolversTypes['LeechAction'], ParentType, ContextType>;
  leechLapses?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  loadBalance?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  maximumIntervalDays?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  newCardMix?: Resolver<ResolversTypes['NewCardMix'], ParentType, ContextType>;
  newCardsIgnoreReviewLimit?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  newCardsPerDay?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  order?: Resolver<ResolversTypes['ReviewOrder'], ParentType, ContextType>;
  relearningSteps?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  reviewsPerDay?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type StudyProgressResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StudyProgress'] = ResolversParentTypes['StudyProgress']> = {
  card?: Resolver<Maybe<ResolversTypes['Card']>, ParentType, ContextType>;
  counts?: Resolver<ResolversTypes['QueueCounts'], ParentType, ContextType>;
  deck?: Resolver<Maybe<ResolversTypes['Deck']>, ParentType, ContextType>;
  eventId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['StudyProgressKind'], ParentType, ContextType>;
  newCardsToday?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  occurredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  rating?: Resolver<Maybe<ResolversTypes['Rating']>, ParentType, ContextType>;
  reviewId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  reviewsToday?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type StudyQueueResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StudyQueue'] = ResolversParentTypes['StudyQueue']> = {
  cards?: Resolver<Array<ResolversTypes['StudyCard']>, ParentType, ContextType>;
  counts?: Resolver<ResolversTypes['QueueCounts'], ParentType, ContextType>;
  nextDueAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type StudySettingsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StudySettings'] = ResolversParentTypes['StudySettings']> = {
  burySiblings?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  desiredRetention?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  easyDays?: Resolver<Array<ResolversTypes['Float']>, ParentType, ContextType>;
  examDate?: Resolver<Maybe<ResolversTypes['LocalDate']>, ParentType, ContextType>;
  fuzz?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  learnAheadMinutes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  learningSteps?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  leechAction?: Resolver<ResolversTypes['LeechAction'], ParentType, ContextType>;
  leechLapses?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  loadBalance?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  maximumIntervalDays?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  minutesPerDay?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  newCardMix?: Resolver<ResolversTypes['NewCardMix'], ParentType, ContextType>;
  newCardsIgnoreReviewLimit?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  newCardsPerDay?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  order?: Resolver<ResolversTypes['ReviewOrder'], ParentType, ContextType>;
  presetId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  relearningSteps?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  reviewsPerDay?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  targetRetention?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  today?: Resolver<Maybe<ResolversTypes['TodayLimits']>, ParentType, ContextType>;
  weights?: Resolver<Array<ResolversTypes['Float']>, ParentType, ContextType>;
  weightsVersion?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SubscriptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  deckChanged?: SubscriptionResolver<ResolversTypes['DeckChange'], "deckChanged", ParentType, ContextType, RequireFields<SubscriptionDeckChangedArgs, 'id' | 'withCurrent'>>;
  studyProgressed?: SubscriptionResolver<ResolversTypes['StudyProgress'], "studyProgressed", ParentType, ContextType, RequireFields<SubscriptionStudyProgressedArgs, 'withCurrent'>>;
};

export type TestAnswerResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TestAnswer'] = ResolversParentTypes['TestAnswer']> = {
  isTrue?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  optionId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  pairs?: Resolver<Array<ResolversTypes['TestPair']>, ParentType, ContextType>;
  questionId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type TestOptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TestOption'] = ResolversParentTypes['TestOption']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type TestPairResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TestPair'] = ResolversParentTypes['TestPair']> = {
  optionId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  promptId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type TestQuestionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TestQuestion'] = ResolversParentTypes['TestQuestion']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['QuestionKind'], ParentType, ContextType>;
  options?: Resolver<Array<ResolversTypes['TestOption']>, ParentType, ContextType>;
  prompt?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  prompts?: Resolver<Array<ResolversTypes['TestOption']>, ParentType, ContextType>;
  result?: Resolver<Maybe<ResolversTypes['TestQuestionResult']>, ParentType, ContextType>;
  statement?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type TestQuestionResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TestQuestionResult'] = ResolversParentTypes['TestQuestionResult']> = {
  accepted?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  answer?: Resolver<Maybe<ResolversTypes['TestAnswer']>, ParentType, ContextType>;
  cards?: Resolver<Array<ResolversTypes['Card']>, ParentType, ContextType>;
  correct?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  expected?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  expectedIsTrue?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  expectedOptionId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  expectedPairs?: Resolver<Array<ResolversTypes['TestPair']>, ParentType, ContextType>;
  score?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  verdict?: Resolver<ResolversTypes['AnswerVerdict'], ParentType, ContextType>;
};

export type TodayLimitsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TodayLimits'] = ResolversParentTypes['TodayLimits']> = {
  day?: Resolver<ResolversTypes['LocalDate'], ParentType, ContextType>;
  newCards?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  reviews?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export interface UrlScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['URL'], any> {
  name: 'URL';
}

export type UserResolvers<ContextType = Context, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type WorkloadDayResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WorkloadDay'] = ResolversParentTypes['WorkloadDay']> = {
  day?: Resolver<ResolversTypes['LocalDate'], ParentType, ContextType>;
  newCards?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reviews?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type WorkloadPointResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WorkloadPoint'] = ResolversParentTypes['WorkloadPoint']> = {
  answersPerDay?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  days?: Resolver<Array<ResolversTypes['WorkloadDay']>, ParentType, ContextType>;
  desiredRetention?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  knownCards?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  minutesPerDay?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  reviewsPerDay?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  Card?: CardResolvers<ContextType>;
  CardConnection?: CardConnectionResolvers<ContextType>;
  CardEdge?: CardEdgeResolvers<ContextType>;
  CardMemory?: CardMemoryResolvers<ContextType>;
  CardTextChange?: CardTextChangeResolvers<ContextType>;
  CardTextProblem?: CardTextProblemResolvers<ContextType>;
  CardsPayload?: CardsPayloadResolvers<ContextType>;
  Course?: CourseResolvers<ContextType>;
  CourseExamPlan?: CourseExamPlanResolvers<ContextType>;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  Deck?: DeckResolvers<ContextType>;
  DeckChange?: DeckChangeResolvers<ContextType>;
  DeckCollaborator?: DeckCollaboratorResolvers<ContextType>;
  DeckConnection?: DeckConnectionResolvers<ContextType>;
  DeckEdge?: DeckEdgeResolvers<ContextType>;
  DeckPayload?: DeckPayloadResolvers<ContextType>;
  DeckProgress?: DeckProgressResolvers<ContextType>;
  DeckSearchConnection?: DeckSearchConnectionResolvers<ContextType>;
  DeckSearchEdge?: DeckSearchEdgeResolvers<ContextType>;
  DeletedCardsPayload?: DeletedCardsPayloadResolvers<ContextType>;
  DeletedPayload?: DeletedPayloadResolvers<ContextType>;
  EmailAddress?: GraphQLScalarType;
  ExamPlan?: ExamPlanResolvers<ContextType>;
  ExamPlanDay?: ExamPlanDayResolvers<ContextType>;
  ExportFile?: ExportFileResolvers<ContextType>;
  FindAndReplacePayload?: FindAndReplacePayloadResolvers<ContextType>;
  Folder?: FolderResolvers<ContextType>;
  FolderPayload?: FolderPayloadResolvers<ContextType>;
  ImportProblem?: ImportProblemResolvers<ContextType>;
  ImportReport?: ImportReportResolvers<ContextType>;
  LearnAnswer?: LearnAnswerResolvers<ContextType>;
  LearnCard?: LearnCardResolvers<ContextType>;
  LearnCounts?: LearnCountsResolvers<ContextType>;
  LearnSession?: LearnSessionResolvers<ContextType>;
  LocalDate?: GraphQLScalarType;
  Markdown?: GraphQLScalarType;
  MatchGame?: MatchGameResolvers<ContextType>;
  MatchResult?: MatchResultResolvers<ContextType>;
  MatchTile?: MatchTileResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  PracticeTest?: PracticeTestResolvers<ContextType>;
  PracticeTestConnection?: PracticeTestConnectionResolvers<ContextType>;
  PracticeTestEdge?: PracticeTestEdgeResolvers<ContextType>;
  PracticeTestSummary?: PracticeTestSummaryResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  QueueCounts?: QueueCountsResolvers<ContextType>;
  RatingPreview?: RatingPreviewResolvers<ContextType>;
  RescheduleReport?: RescheduleReportResolvers<ContextType>;
  ReviewError?: ReviewErrorResolvers<ContextType>;
  ReviewPayload?: ReviewPayloadResolvers<ContextType>;
  ReviewResult?: ReviewResultResolvers<ContextType>;
  SchedulerFit?: SchedulerFitResolvers<ContextType>;
  SchedulerWeights?: SchedulerWeightsResolvers<ContextType>;
  StudyCard?: StudyCardResolvers<ContextType>;
  StudyPreset?: StudyPresetResolvers<ContextType>;
  StudyProgress?: StudyProgressResolvers<ContextType>;
  StudyQueue?: StudyQueueResolvers<ContextType>;
  StudySettings?: StudySettingsResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  TestAnswer?: TestAnswerResolvers<ContextType>;
  TestOption?: TestOptionResolvers<ContextType>;
  TestPair?: TestPairResolvers<ContextType>;
  TestQuestion?: TestQuestionResolvers<ContextType>;
  TestQuestionResult?: TestQuestionResultResolvers<ContextType>;
  TodayLimits?: TodayLimitsResolvers<ContextType>;
  URL?: GraphQLScalarType;
  User?: UserResolvers<ContextType>;
  WorkloadDay?: WorkloadDayResolvers<ContextType>;
  WorkloadPoint?: WorkloadPointResolvers<ContextType>;
};

