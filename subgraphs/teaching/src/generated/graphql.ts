import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { CourseModel, ModuleModel, LessonModel, EnrollmentModel, CourseProgressModel, AnnouncementModel, AssignmentModel, DatesModel, OverrideModel, SubmissionModel, SubmissionAttemptModel, GradebookRowModel, GradeModel } from '../services/models.js';
import type { GradeNews } from '../services/watch-grades.js';
import type { AnnouncementNews, ProgressNews } from '../services/watch-course.js';
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

/** What a lesson starts with. */
export type AddLessonInput = {
  /** The text in Markdown, at most 100,000 characters; empty by default. */
  body?: InputMaybe<Scalars['Markdown']['input']>;
  /** The course's id. */
  courseId: Scalars['ID']['input'];
  /** A UUID made by the client, so that sending this twice makes one lesson; `CONFLICT` for other content. */
  id?: InputMaybe<Scalars['ID']['input']>;
  /** The module's id; by default the course's first. */
  moduleId?: InputMaybe<Scalars['ID']['input']>;
  /** The name of the lesson, 1 to 200 characters. */
  title: Scalars['String']['input'];
};

/** What a module starts with. */
export type AddModuleInput = {
  /** The course's id. */
  courseId: Scalars['ID']['input'];
  /** A UUID made by the client, so that sending this twice makes one module; `CONFLICT` for other content. */
  id?: InputMaybe<Scalars['ID']['input']>;
  /** The name of the module, 1 to 200 characters. */
  title: Scalars['String']['input'];
  /** When the module opens to students; at once by default. */
  unlock?: InputMaybe<UnlockRuleInput>;
};

/** Something that staff told the whole course. */
export type Announcement = {
  __typename?: 'Announcement';
  /** Who posted it. */
  author?: Maybe<User>;
  /** The text. */
  body: Scalars['Markdown']['output'];
  /** The announcement's id. */
  id: Scalars['ID']['output'];
  /** When it was posted. */
  postedAt: Scalars['DateTime']['output'];
  /** What it is about. */
  title: Scalars['String']['output'];
};

/** A page of announcements. */
export type AnnouncementConnection = {
  __typename?: 'AnnouncementConnection';
  /** The announcements of this page. */
  edges: Array<AnnouncementEdge>;
  /** Where the page lies. */
  pageInfo: PageInfo;
};

/** An announcement in a page. */
export type AnnouncementEdge = {
  __typename?: 'AnnouncementEdge';
  /** Where the announcement stands in the list. */
  cursor: Scalars['String']['output'];
  /** The announcement. */
  node: Announcement;
};

/** An announcement as it is posted. */
export type AnnouncementEvent = {
  __typename?: 'AnnouncementEvent';
  /** The announcement; null for CURRENT, and when it was deleted since. */
  announcement?: Maybe<Announcement>;
  /** The course as it is now. */
  course?: Maybe<Course>;
  /** Names the event; one that is delivered again has the same id. Null for CURRENT. */
  eventId?: Maybe<Scalars['ID']['output']>;
  /** What happened. */
  kind: AnnouncementEventKind;
  /** When it happened. */
  occurredAt: Scalars['DateTime']['output'];
};

/** Why a message about announcements comes. */
export type AnnouncementEventKind =
  /** Nothing was posted: the subscription begins. */
  | 'CURRENT'
  /** Something was posted. */
  | 'POSTED';

/** The announcement that was posted. */
export type AnnouncementPayload = {
  __typename?: 'AnnouncementPayload';
  /** The announcement. */
  announcement: Announcement;
};

/** Something that students have to do, for points. */
export type Assignment = {
  __typename?: 'Assignment';
  /** Attempts that a student has; null without a limit. */
  attemptsMax?: Maybe<Scalars['Int']['output']>;
  /** When nothing is taken any more; null when it stays open. */
  closesAt?: Maybe<Scalars['DateTime']['output']>;
  /** The course that it belongs to. */
  course: Course;
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** The deck that it is about. Null without one, and when the viewer may not read it. */
  deck?: Maybe<Deck>;
  /** When it is due; what comes later is late. Null without a date. */
  dueAt?: Maybe<Scalars['DateTime']['output']>;
  /** What `STUDY` and `TEST` ask for; null for `WRITTEN`. */
  goal?: Maybe<AssignmentGoal>;
  /** Whether students see their grades. */
  gradesPosted: Scalars['Boolean']['output'];
  /** The assignment's id. */
  id: Scalars['ID']['output'];
  /** What is to be done. Null when there is nothing to say, and for a student before the assignment opens. */
  instructions?: Maybe<Scalars['Markdown']['output']>;
  /** How it is done. */
  kind: AssignmentKind;
  /** What happens to what comes late. */
  latePolicy: LatePolicy;
  /** When it opens; null when it is open from the start. */
  opensAt?: Maybe<Scalars['DateTime']['output']>;
  /** Students with other dates or attempts, in the order of their ids. For staff; empty for everybody else. */
  overrides: AssignmentOverrideConnection;
  /** Points that it is worth. */
  points: Scalars['Float']['output'];
  /** Whether students see it. */
  published: Scalars['Boolean']['output'];
  /** By what it is graded; empty without a rubric. */
  rubric: Array<RubricCriterion>;
  /** How many students have done what. For staff; null for everybody else. */
  submissionCounts?: Maybe<SubmissionCounts>;
  /** What students have handed in, in the order in which they began. For staff; empty for everybody else. */
  submissions: SubmissionConnection;
  /** The name of the assignment. */
  title: Scalars['String']['output'];
  /** When it last changed. */
  updatedAt: Scalars['DateTime']['output'];
  /** Grows by one with each change of the assignment: for `expectedVersion`. */
  version: Scalars['Int']['output'];
  /** The dates and attempts that hold for the viewer. */
  viewerDates: AssignmentDates;
  /** What the viewer, a student, has done; null when that is nothing. */
  viewerSubmission?: Maybe<Submission>;
};


/** Something that students have to do, for points. */
export type AssignmentOverridesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** Something that students have to do, for points. */
export type AssignmentSubmissionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  state?: InputMaybe<SubmissionState>;
};

/** A page of assignments. */
export type AssignmentConnection = {
  __typename?: 'AssignmentConnection';
  /** The assignments of this page. */
  edges: Array<AssignmentEdge>;
  /** Where the page lies. */
  pageInfo: PageInfo;
};

/** The dates and attempts that hold for one student. */
export type AssignmentDates = {
  __typename?: 'AssignmentDates';
  /** Attempts; null without a limit. */
  attemptsMax?: Maybe<Scalars['Int']['output']>;
  /** When nothing is taken any more; null when it stays open. */
  closesAt?: Maybe<Scalars['DateTime']['output']>;
  /** When it is due; null without a date. */
  dueAt?: Maybe<Scalars['DateTime']['output']>;
  /** Whether something can be handed in now. */
  open: Scalars['Boolean']['output'];
  /** When it opens; null when it is open from the start. */
  opensAt?: Maybe<Scalars['DateTime']['output']>;
};

/** An assignment in a page. */
export type AssignmentEdge = {
  __typename?: 'AssignmentEdge';
  /** Where the assignment stands in the list. */
  cursor: Scalars['String']['output'];
  /** The assignment. */
  node: Assignment;
};

/** What an assignment asks for. */
export type AssignmentGoal = {
  __typename?: 'AssignmentGoal';
  /** `TEST`: a practice test with fewer questions does not count. */
  questionsMin?: Maybe<Scalars['Int']['output']>;
  /** `STUDY`: mean probability of recall over the deck's cards, 0 to 1; a card never studied counts as 0. */
  retrievability?: Maybe<Scalars['Float']['output']>;
  /** `TEST`: share of the points of a practice test that counts as reaching the goal, 0 to 1. */
  testScore?: Maybe<Scalars['Float']['output']>;
};

/** What an assignment asks for. */
export type AssignmentGoalInput = {
  /** `TEST`: a practice test with fewer questions does not count, 1 to 200; 5 by default. */
  questionsMin?: InputMaybe<Scalars['Int']['input']>;
  /** `STUDY`, required: mean probability of recall over the deck's cards, 0.5 to 0.99. */
  retrievability?: InputMaybe<Scalars['Float']['input']>;
  /** `TEST`: share of the points of a practice test, 0 to 1; 0.6 by default. */
  testScore?: InputMaybe<Scalars['Float']['input']>;
};

/** A grade as it is given. */
export type AssignmentGradedEvent = {
  __typename?: 'AssignmentGradedEvent';
  /** The assignment; null for CURRENT, and when it was deleted since. */
  assignment?: Maybe<Assignment>;
  /** The course as it is now. */
  course?: Maybe<Course>;
  /** Names the event; one that is delivered again has the same id. Null for CURRENT. */
  eventId?: Maybe<Scalars['ID']['output']>;
  /** What happened. */
  kind: AssignmentGradedEventKind;
  /** When it happened. */
  occurredAt: Scalars['DateTime']['output'];
  /** The submission; of POSTED, a student gets their own and staff none. Null for CURRENT, and when it is gone since. */
  submission?: Maybe<Submission>;
};

/** Why a message about grades comes. */
export type AssignmentGradedEventKind =
  /** Nothing was graded: the subscription begins. */
  | 'CURRENT'
  /** A submission was graded, or graded anew. */
  | 'GRADED'
  /** The grades of an assignment were shown to the students. */
  | 'POSTED';

/** How an assignment is done. */
export type AssignmentKind =
  /** By studying a deck until a mean retrievability is reached; completes itself. */
  | 'STUDY'
  /** By a practice test of a deck; graded by its score. */
  | 'TEST'
  /** In writing; graded by hand. */
  | 'WRITTEN';

/** Other dates or attempts for one student. */
export type AssignmentOverride = {
  __typename?: 'AssignmentOverride';
  /** What holds for them. */
  dates: AssignmentDates;
  /** The student. */
  student?: Maybe<User>;
};

/** A page of overrides. */
export type AssignmentOverrideConnection = {
  __typename?: 'AssignmentOverrideConnection';
  /** The overrides of this page. */
  edges: Array<AssignmentOverrideEdge>;
  /** Where the page lies. */
  pageInfo: PageInfo;
};

/** An override in a page. */
export type AssignmentOverrideEdge = {
  __typename?: 'AssignmentOverrideEdge';
  /** Where the override stands in the list. */
  cursor: Scalars['String']['output'];
  /** The override. */
  node: AssignmentOverride;
};

/** Other dates or attempts for one student. */
export type AssignmentOverrideInput = {
  /** The assignment's id. */
  assignmentId: Scalars['ID']['input'];
  /** Attempts that they have, 1 to 100; the assignment's number by default. */
  attemptsMax?: InputMaybe<Scalars['Int']['input']>;
  /** When nothing of theirs is taken any more; the assignment's date by default. */
  closesAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** When it is due for them; the assignment's date by default. */
  dueAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** When it opens for them; the assignment's date by default. */
  opensAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** The student's user id. */
  studentId: Scalars['ID']['input'];
};

/** The assignment that changed. */
export type AssignmentPayload = {
  __typename?: 'AssignmentPayload';
  /** The assignment as it is now. */
  assignment: Assignment;
};

/** One student and one assignment. */
export type AssignmentStudentInput = {
  /** The assignment's id. */
  assignmentId: Scalars['ID']['input'];
  /** The student's user id. */
  studentId: Scalars['ID']['input'];
};

/** Which deck is attached to which lesson. */
export type AttachDeckInput = {
  /** The deck's id. */
  deckId: Scalars['ID']['input'];
  /** The lesson's id. */
  lessonId: Scalars['ID']['input'];
};

/** Modules of lessons with decks, and the people who teach and learn them. */
export type Course = {
  __typename?: 'Course';
  /** What staff told the course, the newest first. Empty for who is not a member. */
  announcements: AnnouncementConnection;
  /**
   * The assignments in the order in which they are due; those without a due date come last. Students see the published
   * ones; empty for who is not a member.
   */
  assignments: AssignmentConnection;
  /** When the course was made. */
  createdAt: Scalars['DateTime']['output'];
  /** What the course is about. */
  description?: Maybe<Scalars['String']['output']>;
  /** The members, in the order in which they joined. Staff see all, a student only themself, others nobody. */
  enrollments: EnrollmentConnection;
  /** Everybody's grades. For staff; null for everybody else. */
  gradebook?: Maybe<Gradebook>;
  /** The course's id. */
  id: Scalars['ID']['output'];
  /** The code that enrols whoever has it. For staff; null for everybody else. */
  joinCode?: Maybe<Scalars['String']['output']>;
  /** How many lessons the course has. */
  lessonCount: Scalars['Int']['output'];
  /** The lessons in their order, across modules; a student's locked modules are left out. Empty for who is not a member. */
  lessons: LessonConnection;
  /** True when everybody finds the course in `publicCourses` and may join it without a code, once it is published. */
  listed: Scalars['Boolean']['output'];
  /** The modules in their order. Empty for who is not a member. */
  modules: Array<Module>;
  /** When the course was last published; null before that. */
  publishedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Draft, published or archived. */
  state: CourseState;
  /** How many students are enrolled. */
  studentCount: Scalars['Int']['output'];
  /** The owner. */
  teacher?: Maybe<User>;
  /** The name of the course. */
  title: Scalars['String']['output'];
  /** When the course or its structure last changed. */
  updatedAt: Scalars['DateTime']['output'];
  /** The viewer's own grades, as far as they are posted; null for who is no student of the course. */
  viewerGrades?: Maybe<GradebookRow>;
  /** How far the viewer has come; null for who is not a member. */
  viewerProgress?: Maybe<CourseProgress>;
  /** The viewer's role; null for who is not a member. */
  viewerRole?: Maybe<CourseRole>;
};


/** Modules of lessons with decks, and the people who teach and learn them. */
export type CourseAnnouncementsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** Modules of lessons with decks, and the people who teach and learn them. */
export type CourseAssignmentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** Modules of lessons with decks, and the people who teach and learn them. */
export type CourseEnrollmentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  role?: InputMaybe<CourseRole>;
};


/** Modules of lessons with decks, and the people who teach and learn them. */
export type CourseLessonsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of courses. */
export type CourseConnection = {
  __typename?: 'CourseConnection';
  /** The courses of this page. */
  edges: Array<CourseEdge>;
  /** Where the page lies. */
  pageInfo: PageInfo;
};

/** A course in a page. */
export type CourseEdge = {
  __typename?: 'CourseEdge';
  /** Where the course stands in the list. */
  cursor: Scalars['String']['output'];
  /** The course. */
  node: Course;
};

/** The course that changed. */
export type CoursePayload = {
  __typename?: 'CoursePayload';
  /** The course as it is now. */
  course: Course;
};

/** How far somebody has come in a course. */
export type CourseProgress = {
  __typename?: 'CourseProgress';
  /** The course; null when the viewer may not see it (any more). */
  course?: Maybe<Course>;
  /** Lessons that they have completed. */
  lessonsCompleted: Scalars['Int']['output'];
  /** Lessons that the course has now. */
  lessonsTotal: Scalars['Int']['output'];
  /** The completed part in percent, 0 to 100; 0 for a course without lessons. */
  percent: Scalars['Float']['output'];
};

/** A member getting on in a course. */
export type CourseProgressEvent = {
  __typename?: 'CourseProgressEvent';
  /** The course as it is now. */
  course?: Maybe<Course>;
  /** The member, with how far they have come by now; null for CURRENT, and when they left since. */
  enrollment?: Maybe<Enrollment>;
  /** Names the event; one that is delivered again has the same id. Null for CURRENT. */
  eventId?: Maybe<Scalars['ID']['output']>;
  /** What happened. */
  kind: CourseProgressEventKind;
  /** The lesson that was completed; null for CURRENT, and when it was deleted since. */
  lesson?: Maybe<Lesson>;
  /** When it happened. */
  occurredAt: Scalars['DateTime']['output'];
};

/** Why a message about progress comes. */
export type CourseProgressEventKind =
  /** Nothing was completed: the subscription begins. */
  | 'CURRENT'
  /** A member completed a lesson. */
  | 'LESSON_COMPLETED';

/** What a member is in a course. */
export type CourseRole =
  /** Sees everything that staff see and posts announcements. */
  | 'ASSISTANT'
  /** Whose course it is: one person, who may do everything. */
  | 'OWNER'
  /** Learns. */
  | 'STUDENT'
  /** Writes the course and looks after assistants and students. */
  | 'TEACHER';

/** How far a course is. */
export type CourseState =
  /** Over: members can read it, nothing changes any more. */
  | 'ARCHIVED'
  /** Being written: only staff see it. */
  | 'DRAFT'
  /** Open to its members, and to new ones. */
  | 'PUBLISHED';

/** What an assignment starts with. */
export type CreateAssignmentInput = {
  /** Attempts that a student has, 1 to 100; no limit but 100 by default. */
  attemptsMax?: InputMaybe<Scalars['Int']['input']>;
  /** When nothing is taken any more; never by default. */
  closesAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** The course's id. */
  courseId: Scalars['ID']['input'];
  /**
   * The deck, for `STUDY` and `TEST` required; cannot be changed later. It must be public or unlisted, or the viewer's to
   * edit: then the course's members can read and study it although it is private.
   */
  deckId?: InputMaybe<Scalars['ID']['input']>;
  /** When it is due; no date by default. */
  dueAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** What `STUDY` and `TEST` ask for. */
  goal?: InputMaybe<AssignmentGoalInput>;
  /** Whether students see a grade as soon as it is given; true by default. */
  gradesPosted?: InputMaybe<Scalars['Boolean']['input']>;
  /** A UUID made by the client, so that sending this twice makes one assignment; `CONFLICT` for other content. */
  id?: InputMaybe<Scalars['ID']['input']>;
  /** What is to be done, at most 50,000 characters. */
  instructions?: InputMaybe<Scalars['Markdown']['input']>;
  /** How it is done; cannot be changed later. */
  kind: AssignmentKind;
  /** What happens to what comes late; it is taken without a penalty by default. */
  latePolicy?: InputMaybe<LatePolicyInput>;
  /** When it opens; at once by default. */
  opensAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Points that it is worth, 0 to 10,000. With a rubric, the sum of its points. */
  points: Scalars['Float']['input'];
  /** True to publish it at once; false by default. */
  publish?: InputMaybe<Scalars['Boolean']['input']>;
  /** By what it is graded, at most 20 criteria; for `WRITTEN`. */
  rubric?: InputMaybe<Array<RubricCriterionInput>>;
  /** The name of the assignment, 1 to 200 characters. */
  title: Scalars['String']['input'];
};

/** What a course starts with. */
export type CreateCourseInput = {
  /** What the course is about, at most 5,000 characters. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** A UUID made by the client, so that sending this twice makes one course; `CONFLICT` for other content. */
  id?: InputMaybe<Scalars['ID']['input']>;
  /** True to list the course in `publicCourses` and let everybody join, once it is published. False by default. */
  listed?: InputMaybe<Scalars['Boolean']['input']>;
  /** The name of the course, 1 to 200 characters. */
  title: Scalars['String']['input'];
};

/** The grade for one thing of a rubric. */
export type CriterionGrade = {
  __typename?: 'CriterionGrade';
  /** What was said about it. */
  comment?: Maybe<Scalars['String']['output']>;
  /** Which. */
  criterionId: Scalars['ID']['output'];
  /** Points given. */
  points: Scalars['Float']['output'];
};

/** The grade for one thing of a rubric. */
export type CriterionGradeInput = {
  /** What to say about it, at most 2,000 characters. */
  comment?: InputMaybe<Scalars['String']['input']>;
  /** Which. */
  criterionId: Scalars['ID']['input'];
  /** Points given, 0 to what it is worth. */
  points: Scalars['Float']['input'];
};

/** A deck, as far as courses are concerned. */
export type Deck = {
  __typename?: 'Deck';
  /** The deck's id. */
  id: Scalars['ID']['output'];
};

/** Which deck is taken off which lesson. */
export type DetachDeckInput = {
  /** The deck's id. */
  deckId: Scalars['ID']['input'];
  /** The lesson's id. */
  lessonId: Scalars['ID']['input'];
};

/** Who becomes a member of a course, and as what. */
export type EnrollUserInput = {
  /** The course's id. */
  courseId: Scalars['ID']['input'];
  /** What the user becomes; not `OWNER`. */
  role?: CourseRole;
  /** The user's id. */
  userId: Scalars['ID']['input'];
};

/** Somebody's membership of a course. */
export type Enrollment = {
  __typename?: 'Enrollment';
  /** The course; null when the viewer may not see it (any more). */
  course?: Maybe<Course>;
  /** The enrolment's id. */
  id: Scalars['ID']['output'];
  /** When the membership began. */
  joinedAt: Scalars['DateTime']['output'];
  /** How far the member has come. */
  progress: CourseProgress;
  /** What the member is in the course. */
  role: CourseRole;
  /** The member. */
  user?: Maybe<User>;
};

/** A page of members. */
export type EnrollmentConnection = {
  __typename?: 'EnrollmentConnection';
  /** The members of this page. */
  edges: Array<EnrollmentEdge>;
  /** Where the page lies. */
  pageInfo: PageInfo;
};

/** A member in a page. */
export type EnrollmentEdge = {
  __typename?: 'EnrollmentEdge';
  /** Where the member stands in the list. */
  cursor: Scalars['String']['output'];
  /** The membership. */
  node: Enrollment;
};

/** The enrolment that changed. */
export type EnrollmentPayload = {
  __typename?: 'EnrollmentPayload';
  /** The enrolment as it is now. */
  enrollment: Enrollment;
};

/** Who is excused, and from what. */
export type ExcuseInput = {
  /** The assignment's id. */
  assignmentId: Scalars['ID']['input'];
  /** False to take it back. */
  excused?: Scalars['Boolean']['input'];
  /** The student's user id. */
  studentId: Scalars['ID']['input'];
};

/** What stands in a gradebook for one student and assignment. */
export type Grade = {
  __typename?: 'Grade';
  /** The assignment. */
  assignment: Assignment;
  /** Whether it was handed in late. */
  late: Scalars['Boolean']['output'];
  /** Points given; null without a grade. */
  score?: Maybe<Scalars['Float']['output']>;
  /** How it stands. */
  state: GradeState;
  /** What was handed in; null when that is nothing. */
  submission?: Maybe<Submission>;
};

/** What a gradebook says of one student and assignment. */
export type GradeState =
  /** Not to be done; counts in no total. */
  | 'EXCUSED'
  /** Graded. */
  | 'GRADED'
  /** Nothing was handed in by the due date. */
  | 'MISSING'
  /** Nothing was handed in, and there is still time. */
  | 'OPEN'
  /** Handed in, and waiting for its grade. */
  | 'SUBMITTED';

/** A grade. */
export type GradeSubmissionInput = {
  /** With `studentId`: the assignment, also where nothing was handed in. */
  assignmentId?: InputMaybe<Scalars['ID']['input']>;
  /** The attempt that was read: `CONFLICT` when the student has handed in another since. Not checked by default. */
  attempt?: InputMaybe<Scalars['Int']['input']>;
  /** Points by rubric, each criterion at most once. */
  criteria?: InputMaybe<Array<CriterionGradeInput>>;
  /** What to say to it, at most 20,000 characters. */
  feedback?: InputMaybe<Scalars['String']['input']>;
  /** Points before lateness, 0 to 10,000: more than the assignment's are extra. By default the sum over the criteria. */
  score?: InputMaybe<Scalars['Float']['input']>;
  /** With `assignmentId`: the student. */
  studentId?: InputMaybe<Scalars['ID']['input']>;
  /** Which submission; or a student and an assignment. */
  submissionId?: InputMaybe<Scalars['ID']['input']>;
  /** True to leave out what lateness costs; false by default. */
  waivePenalty?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Everybody's grades in a course. */
export type Gradebook = {
  __typename?: 'Gradebook';
  /** The columns: every assignment of the course in the order in which they are due; at most 200. */
  assignments: Array<Assignment>;
  /** The rows: every student, in the order in which they joined. */
  rows: GradebookRowConnection;
};


/** Everybody's grades in a course. */
export type GradebookRowsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** The grades of one student. */
export type GradebookRow = {
  __typename?: 'GradebookRow';
  /** One for each published assignment, in the order in which they are due. */
  grades: Array<Grade>;
  /** `score` in percent of `points`; null when nothing is graded. */
  percent?: Maybe<Scalars['Float']['output']>;
  /** Points that what is graded is worth. */
  points: Scalars['Float']['output'];
  /** Points given, in all that is graded. */
  score: Scalars['Float']['output'];
  /** The student. */
  student?: Maybe<User>;
};

/** A page of students. */
export type GradebookRowConnection = {
  __typename?: 'GradebookRowConnection';
  /** The students of this page. */
  edges: Array<GradebookRowEdge>;
  /** Where the page lies. */
  pageInfo: PageInfo;
};

/** A student in a page. */
export type GradebookRowEdge = {
  __typename?: 'GradebookRowEdge';
  /** Where the student stands in the list. */
  cursor: Scalars['String']['output'];
  /** The student. */
  node: GradebookRow;
};

/** What happens to what comes after the due date. */
export type LatePolicy = {
  __typename?: 'LatePolicy';
  /** False when nothing is taken after the due date and its grace. */
  accepted: Scalars['Boolean']['output'];
  /** Minutes after the due date that do not count as late. */
  graceMinutes: Scalars['Int']['output'];
  /** Percent that lateness costs at most. */
  penaltyPercentMax: Scalars['Float']['output'];
  /** Percent of the given points that each day begun costs. */
  penaltyPercentPerDay: Scalars['Float']['output'];
};

/** What happens to what comes after the due date. */
export type LatePolicyInput = {
  /** False to take nothing after the due date and its grace. */
  accepted?: Scalars['Boolean']['input'];
  /** Minutes after the due date that do not count as late, 0 to 10,080. */
  graceMinutes?: Scalars['Int']['input'];
  /** Percent that lateness costs at most, 0 to 100. */
  penaltyPercentMax?: Scalars['Float']['input'];
  /** Percent of the given points that each day begun costs, 0 to 100. */
  penaltyPercentPerDay?: Scalars['Float']['input'];
};

/** The course that the viewer left. */
export type LeaveCoursePayload = {
  __typename?: 'LeaveCoursePayload';
  /** The course's id. */
  courseId: Scalars['ID']['output'];
};

/** A page of text with the decks to study. */
export type Lesson = {
  __typename?: 'Lesson';
  /** The text. */
  body: Scalars['Markdown']['output'];
  /** True when the viewer has completed the lesson. */
  completedByViewer: Scalars['Boolean']['output'];
  /** The course that the lesson belongs to. */
  course: Course;
  /** When the lesson was made. */
  createdAt: Scalars['DateTime']['output'];
  /**
   * The decks to study, in the order in which they were attached, without those that the viewer may not read. An item is
   * null when the decks subgraph does not answer.
   */
  decks: Array<Maybe<Deck>>;
  /** The lesson's id. */
  id: Scalars['ID']['output'];
  /** The module that the lesson belongs to. */
  module: Module;
  /** The place in the module, from 0. */
  position: Scalars['Int']['output'];
  /** The name of the lesson. */
  title: Scalars['String']['output'];
  /** When the lesson last changed. */
  updatedAt: Scalars['DateTime']['output'];
};

/** A page of lessons. */
export type LessonConnection = {
  __typename?: 'LessonConnection';
  /** The lessons of this page. */
  edges: Array<LessonEdge>;
  /** Where the page lies. */
  pageInfo: PageInfo;
};

/** A lesson in a page. */
export type LessonEdge = {
  __typename?: 'LessonEdge';
  /** Where the lesson stands in the list. */
  cursor: Scalars['String']['output'];
  /** The lesson. */
  node: Lesson;
};

/** The lessons of one module, in the new order. */
export type LessonOrderInput = {
  /** The lessons that the module shall have, in this order. */
  lessonIds: Array<Scalars['ID']['input']>;
  /** The module's id. */
  moduleId: Scalars['ID']['input'];
};

/** The lesson that changed. */
export type LessonPayload = {
  __typename?: 'LessonPayload';
  /** The lesson as it is now. */
  lesson: Lesson;
};

/** A part of a course: lessons that belong together. */
export type Module = {
  __typename?: 'Module';
  /** The module's id. */
  id: Scalars['ID']['output'];
  /** How many lessons the module has, locked or not. */
  lessonCount: Scalars['Int']['output'];
  /** The lessons in their order. Empty for a student while the module is locked. */
  lessons: Array<Lesson>;
  /** The place in the course, from 0. */
  position: Scalars['Int']['output'];
  /** The name of the module. */
  title: Scalars['String']['output'];
  /** When the module opens to students; null when it is open from the start. */
  unlock?: Maybe<UnlockRule>;
  /** True when the viewer may read the lessons now; always for staff. */
  unlocked: Scalars['Boolean']['output'];
};

/** The module that changed. */
export type ModulePayload = {
  __typename?: 'ModulePayload';
  /** The module as it is now. */
  module: Module;
};

export type Mutation = {
  __typename?: 'Mutation';
  /**
   * Adds a lesson at the end of a module; without a module at the end of the course's first, which is made when there is
   * none. For the course's owner and teachers.
   */
  addLesson: LessonPayload;
  /** Adds a module at the end of a course. For its owner and teachers. */
  addModule: ModulePayload;
  /** Closes a course: members can still read it, nobody can join, change or complete anything. For its owner. */
  archiveCourse: CoursePayload;
  /**
   * Attaches a deck to a lesson. The deck must be public or unlisted, or the viewer's to edit: then the course's members
   * can read and study it although it is private. For the course's owner and teachers.
   */
  attachDeck: LessonPayload;
  /** Marks a lesson as completed by the viewer, who must be a member of the published course. A second time changes nothing. */
  completeLesson: CourseProgress;
  /** Makes an assignment; students see it once it is published. For the course's owner and teachers. */
  createAssignment: AssignmentPayload;
  /** Makes a course in state `DRAFT`, owned by the viewer. */
  createCourse: CoursePayload;
  /** Deletes an announcement: the viewer's own, or any for the owner and teachers. */
  deleteAnnouncement: CoursePayload;
  /** Deletes an assignment with all that was handed in for it. For the course's owner and teachers. */
  deleteAssignment: CoursePayload;
  /** Deletes a lesson; completions of it no longer count. For the course's owner and teachers. */
  deleteLesson: CoursePayload;
  /** Deletes a module with its lessons. For the course's owner and teachers. */
  deleteModule: CoursePayload;
  /** Takes a deck off a lesson. For the course's owner and teachers. */
  detachDeck: LessonPayload;
  /**
   * Makes a user a member. The owner may enrol staff and students, a teacher assistants and students. `CONFLICT` when the
   * user belongs to the course with another role already.
   */
  enrollUser: EnrollmentPayload;
  /** Excuses a student from an assignment, or takes that back: excused, it counts in no total. For all staff. */
  excuse: SubmissionPayload;
  /** Grades the latest attempt of a student, or grades it anew; also where nothing was handed in. For all staff. */
  gradeSubmission: SubmissionPayload;
  /** Hides an assignment's grades from the students until they are posted. For all staff. */
  hideGrades: AssignmentPayload;
  /**
   * Enrols the viewer as a student by the code that the staff gave out. Somebody who belongs to the course already keeps
   * the role they have. `RATE_LIMITED` after 10 attempts within a minute.
   */
  joinCourse: EnrollmentPayload;
  /** Enrols the viewer as a student in a course that is published and listed; no code is needed. */
  joinPublicCourse: EnrollmentPayload;
  /** Ends the viewer's membership; does nothing when there is none. The owner cannot leave. */
  leaveCourse: LeaveCoursePayload;
  /** Tells something to the whole course. For all staff. */
  postAnnouncement: AnnouncementPayload;
  /** Shows an assignment's grades to the students, those to come as well. For all staff. */
  postGrades: AssignmentPayload;
  /** Shows an assignment to the students. A second time changes nothing. For the course's owner and teachers. */
  publishAssignment: AssignmentPayload;
  /** Opens a draft to its students, or an archived course again. For its owner and teachers. */
  publishCourse: CoursePayload;
  /**
   * Takes back the dates and attempts of one student; does nothing when there are none. For the course's owner and
   * teachers.
   */
  removeAssignmentOverride: AssignmentPayload;
  /** Ends somebody's membership. The owner may remove everybody else, a teacher assistants and students. */
  removeEnrollment: CoursePayload;
  /**
   * Puts modules and lessons in a new order; a lesson may move to another module of its course. All or nothing. For the
   * course's owner and teachers.
   */
  reorder: CoursePayload;
  /** Replaces the join code; the old one stops working at once. For the owner and teachers. */
  rotateJoinCode: CoursePayload;
  /** Keeps what the viewer has written so far for a `WRITTEN` assignment; nobody else sees it. */
  saveSubmissionDraft: SubmissionPayload;
  /** Gives one student other dates or attempts, in place of those that they had. For the course's owner and teachers. */
  setAssignmentOverride: AssignmentPayload;
  /**
   * Gives a member another role. The owner may set every role, and `OWNER` hands the course over: the owner becomes a
   * teacher. A teacher may change assistants and students.
   */
  setCourseRole: EnrollmentPayload;
  /**
   * Hands in an attempt at a `WRITTEN` assignment. For `STUDY` it reckons whether the goal is reached now; a `TEST`
   * assignment is handed in by a practice test of its deck. For students, while it is open to them.
   */
  submitAssignment: SubmissionPayload;
  /** Changes an assignment; grades that were given stay as they are. For the course's owner and teachers. */
  updateAssignment: AssignmentPayload;
  /** Changes a course's own texts and whether it is listed. For its owner and teachers. */
  updateCourse: CoursePayload;
  /** Changes a lesson, or moves it to the end of another module of its course. For the course's owner and teachers. */
  updateLesson: LessonPayload;
  /** Changes a module's title or its unlock rule. For the course's owner and teachers. */
  updateModule: ModulePayload;
};


export type MutationAddLessonArgs = {
  input: AddLessonInput;
};


export type MutationAddModuleArgs = {
  input: AddModuleInput;
};


export type MutationArchiveCourseArgs = {
  id: Scalars['ID']['input'];
};


export type MutationAttachDeckArgs = {
  input: AttachDeckInput;
};


export type MutationCompleteLessonArgs = {
  id: Scalars['ID']['input'];
};


export type MutationCreateAssignmentArgs = {
  input: CreateAssignmentInput;
};


export type MutationCreateCourseArgs = {
  input: CreateCourseInput;
};


export type MutationDeleteAnnouncementArgs = {
  id: Scalars['ID']['input'];
};


export type MutationDeleteAssignmentArgs = {
  id: Scalars['ID']['input'];
};


export type MutationDeleteLessonArgs = {
  id: Scalars['ID']['input'];
};


export type MutationDeleteModuleArgs = {
  id: Scalars['ID']['input'];
};


export type MutationDetachDeckArgs = {
  input: DetachDeckInput;
};


export type MutationEnrollUserArgs = {
  input: EnrollUserInput;
};


export type MutationExcuseArgs = {
  input: ExcuseInput;
};


export type MutationGradeSubmissionArgs = {
  input: GradeSubmissionInput;
};


export type MutationHideGradesArgs = {
  id: Scalars['ID']['input'];
};


export type MutationJoinCourseArgs = {
  joinCode: Scalars['String']['input'];
};


export type MutationJoinPublicCourseArgs = {
  id: Scalars['ID']['input'];
};


export type MutationLeaveCourseArgs = {
  id: Scalars['ID']['input'];
};


export type MutationPostAnnouncementArgs = {
  input: PostAnnouncementInput;
};


export type MutationPostGradesArgs = {
  id: Scalars['ID']['input'];
};


export type MutationPublishAssignmentArgs = {
  id: Scalars['ID']['input'];
};


export type MutationPublishCourseArgs = {
  id: Scalars['ID']['input'];
};


export type MutationRemoveAssignmentOverrideArgs = {
  input: AssignmentStudentInput;
};


export type MutationRemoveEnrollmentArgs = {
  input: RemoveEnrollmentInput;
};


export type MutationReorderArgs = {
  input: ReorderInput;
};


export type MutationRotateJoinCodeArgs = {
  id: Scalars['ID']['input'];
};


export type MutationSaveSubmissionDraftArgs = {
  input: SaveSubmissionDraftInput;
};


export type MutationSetAssignmentOverrideArgs = {
  input: AssignmentOverrideInput;
};


export type MutationSetCourseRoleArgs = {
  input: SetCourseRoleInput;
};


export type MutationSubmitAssignmentArgs = {
  input: SubmitAssignmentInput;
};


export type MutationUpdateAssignmentArgs = {
  input: UpdateAssignmentInput;
};


export type MutationUpdateCourseArgs = {
  input: UpdateCourseInput;
};


export type MutationUpdateLessonArgs = {
  input: UpdateLessonInput;
};


export type MutationUpdateModuleArgs = {
  input: UpdateModuleInput;
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

/** What is told to a course. */
export type PostAnnouncementInput = {
  /** The text in Markdown, 1 to 20,000 characters. */
  body: Scalars['Markdown']['input'];
  /** The course's id. */
  courseId: Scalars['ID']['input'];
  /** A UUID made by the client, so that sending this twice posts one announcement; `CONFLICT` for other content. */
  id?: InputMaybe<Scalars['ID']['input']>;
  /** What it is about, 1 to 200 characters. */
  title: Scalars['String']['input'];
};

export type Query = {
  __typename?: 'Query';
  /** One assignment. Staff see every assignment of their course, students those that are published. `NOT_FOUND` otherwise. */
  assignment?: Maybe<Assignment>;
  /**
   * One course. Staff see it in every state, students once it is published, everybody else its card (title, description,
   * teacher) when it is published and listed. `NOT_FOUND` otherwise.
   */
  course?: Maybe<Course>;
  /**
   * What the viewer has to do as a student: published assignments of all their published courses, in the order in which
   * they are due; those without a due date come last.
   */
  myAssignments: AssignmentConnection;
  /** The courses that the viewer belongs to, the newest membership first. A student's drafts are left out. */
  myCourses: CourseConnection;
  /** Published courses that are listed for everybody, the newest first. */
  publicCourses: CourseConnection;
};


export type QueryAssignmentArgs = {
  id: Scalars['ID']['input'];
};


export type QueryCourseArgs = {
  id: Scalars['ID']['input'];
};


export type QueryMyAssignmentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  onlyOpen?: Scalars['Boolean']['input'];
};


export type QueryMyCoursesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  role?: InputMaybe<CourseRole>;
};


export type QueryPublicCoursesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  query?: InputMaybe<Scalars['String']['input']>;
};

/** Whose membership ends. */
export type RemoveEnrollmentInput = {
  /** The course's id. */
  courseId: Scalars['ID']['input'];
  /** The member's user id. */
  userId: Scalars['ID']['input'];
};

/** A new order of a course's parts. What is left out keeps its order. */
export type ReorderInput = {
  /** The course's id. */
  courseId: Scalars['ID']['input'];
  /** New contents of modules. A lesson that is in one of these modules now must be in one of them afterwards. */
  lessons?: InputMaybe<Array<LessonOrderInput>>;
  /** Every module of the course, in the new order. */
  moduleIds?: InputMaybe<Array<Scalars['ID']['input']>>;
};

/** One thing that is graded for itself. */
export type RubricCriterion = {
  __typename?: 'RubricCriterion';
  /** What makes it good. */
  description?: Maybe<Scalars['String']['output']>;
  /** Names it within its assignment. */
  id: Scalars['ID']['output'];
  /** Points that it is worth. */
  points: Scalars['Float']['output'];
  /** What is looked at. */
  title: Scalars['String']['output'];
};

/** One thing that is graded for itself. */
export type RubricCriterionInput = {
  /** What makes it good, at most 2,000 characters. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** A UUID, to keep a criterion when the rubric changes; a new one by default. */
  id?: InputMaybe<Scalars['ID']['input']>;
  /** Points that it is worth, 0 to 10,000. */
  points: Scalars['Float']['input'];
  /** What is looked at, 1 to 200 characters. */
  title: Scalars['String']['input'];
};

/** What is kept of a student's writing. */
export type SaveSubmissionDraftInput = {
  /** The assignment's id. */
  assignmentId: Scalars['ID']['input'];
  /** The text, at most 100,000 characters. */
  text: Scalars['Markdown']['input'];
};

/** Which role a member gets. */
export type SetCourseRoleInput = {
  /** The course's id. */
  courseId: Scalars['ID']['input'];
  /** The new role. */
  role: CourseRole;
  /** The member's user id. */
  userId: Scalars['ID']['input'];
};

/** What a student has done for an assignment. A student sees the grade once it is posted. */
export type Submission = {
  __typename?: 'Submission';
  /** The assignment. */
  assignment: Assignment;
  /** Attempts handed in. */
  attempts: Scalars['Int']['output'];
  /** Attempts that are left; null without a limit. */
  attemptsLeft?: Maybe<Scalars['Int']['output']>;
  /** The grades by rubric; empty without. */
  criteria: Array<CriterionGrade>;
  /** What the student has written since and not handed in. For the student alone; null for everybody else. */
  draft?: Maybe<Scalars['Markdown']['output']>;
  /** What the staff say to it; null without. */
  feedback?: Maybe<Scalars['String']['output']>;
  /** Whether the goal is reached; null for `WRITTEN`. */
  goalReached?: Maybe<Scalars['Boolean']['output']>;
  /** When it was graded; null before that. */
  gradedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Who graded it; null when nobody did, or it graded itself. */
  gradedBy?: Maybe<User>;
  /** Every attempt, the first one first; at most 100. */
  history: Array<SubmissionAttempt>;
  /** The submission's id. */
  id: Scalars['ID']['output'];
  /** Whether the latest attempt came after the due date and its grace. */
  late: Scalars['Boolean']['output'];
  /** Percent that lateness costs. */
  penaltyPercent: Scalars['Float']['output'];
  /** How near the goal is, 0 to 1; null for `WRITTEN`. */
  progress?: Maybe<Scalars['Float']['output']>;
  /** Points given, after what lateness costs; null without a grade. */
  score?: Maybe<Scalars['Float']['output']>;
  /** Points given before lateness; null without a grade. */
  scoreBeforePenalty?: Maybe<Scalars['Float']['output']>;
  /** How far the student is. */
  state: SubmissionState;
  /** The student. */
  student?: Maybe<User>;
  /** When the latest attempt was handed in; null before that. */
  submittedAt?: Maybe<Scalars['DateTime']['output']>;
  /** What the latest attempt says; null for what is not written. */
  text?: Maybe<Scalars['Markdown']['output']>;
};

/** Something handed in once, with its grade. */
export type SubmissionAttempt = {
  __typename?: 'SubmissionAttempt';
  /** What the staff said to it; null without. */
  feedback?: Maybe<Scalars['String']['output']>;
  /** Whether it came after the due date and its grace. */
  late: Scalars['Boolean']['output'];
  /** Which attempt, from 1. */
  number: Scalars['Int']['output'];
  /** Points given, after what lateness costs; null without a grade. */
  score?: Maybe<Scalars['Float']['output']>;
  /** When it was handed in. */
  submittedAt: Scalars['DateTime']['output'];
  /** What it says; null for what is not written. */
  text?: Maybe<Scalars['Markdown']['output']>;
};

/** A page of submissions. */
export type SubmissionConnection = {
  __typename?: 'SubmissionConnection';
  /** The submissions of this page. */
  edges: Array<SubmissionEdge>;
  /** Where the page lies. */
  pageInfo: PageInfo;
};

/** How many of the students who are in the course now have done what. */
export type SubmissionCounts = {
  __typename?: 'SubmissionCounts';
  /** Excused. */
  excused: Scalars['Int']['output'];
  /** Graded. */
  graded: Scalars['Int']['output'];
  /** Handed in late, graded or not. */
  late: Scalars['Int']['output'];
  /** Students of the course. */
  students: Scalars['Int']['output'];
  /** Handed in and waiting for a grade. */
  submitted: Scalars['Int']['output'];
};

/** A submission in a page. */
export type SubmissionEdge = {
  __typename?: 'SubmissionEdge';
  /** Where the submission stands in the list. */
  cursor: Scalars['String']['output'];
  /** The submission. */
  node: Submission;
};

/** The submission that changed. */
export type SubmissionPayload = {
  __typename?: 'SubmissionPayload';
  /** The submission as it is now. */
  submission: Submission;
};

/** How far a student is with an assignment. */
export type SubmissionState =
  /** Not to be done; counts in no total. */
  | 'EXCUSED'
  /** Graded. */
  | 'GRADED'
  /** Begun, not handed in: a draft, or studying. */
  | 'OPEN'
  /** Handed in, and not graded, or the grade is not posted yet. */
  | 'SUBMITTED';

/** What is handed in. */
export type SubmitAssignmentInput = {
  /** The assignment's id. */
  assignmentId: Scalars['ID']['input'];
  /** A UUID made by the client, so that sending this twice makes one attempt; `CONFLICT` for another text. */
  id?: InputMaybe<Scalars['ID']['input']>;
  /** The text, 1 to 100,000 characters; by default the draft. */
  text?: InputMaybe<Scalars['Markdown']['input']>;
};

/** What is told while it happens. Served over WebSocket (graphql-transport-ws) and Server-Sent Events. */
export type Subscription = {
  __typename?: 'Subscription';
  /**
   * What staff tell a course, to its members; whether the viewer is one is asked for each announcement again, and the
   * stream ends with an error when not.
   */
  announcementPosted: AnnouncementEvent;
  /** Grades as they are given or posted: all of them to staff, to a student their own as far as they are posted. */
  assignmentGraded: AssignmentGradedEvent;
  /** How members get on in a course, as they complete lessons: of everybody to staff, to a student their own. */
  courseProgressed: CourseProgressEvent;
};


/** What is told while it happens. Served over WebSocket (graphql-transport-ws) and Server-Sent Events. */
export type SubscriptionAnnouncementPostedArgs = {
  courseId: Scalars['ID']['input'];
  withCurrent?: Scalars['Boolean']['input'];
};


/** What is told while it happens. Served over WebSocket (graphql-transport-ws) and Server-Sent Events. */
export type SubscriptionAssignmentGradedArgs = {
  courseId: Scalars['ID']['input'];
  withCurrent?: Scalars['Boolean']['input'];
};


/** What is told while it happens. Served over WebSocket (graphql-transport-ws) and Server-Sent Events. */
export type SubscriptionCourseProgressedArgs = {
  courseId: Scalars['ID']['input'];
  withCurrent?: Scalars['Boolean']['input'];
};

/** When a module opens to students. With both conditions, both have to be met. */
export type UnlockRule = {
  __typename?: 'UnlockRule';
  /** Opens when the student has completed every lesson of this module. */
  afterModule?: Maybe<Module>;
  /** Opens at this time. */
  at?: Maybe<Scalars['DateTime']['output']>;
};

/** When a module opens to students. With both conditions, both have to be met. */
export type UnlockRuleInput = {
  /** Opens when the student has completed every lesson of this module, which must be another of the same course. */
  afterModuleId?: InputMaybe<Scalars['ID']['input']>;
  /** Opens at this time. */
  at?: InputMaybe<Scalars['DateTime']['input']>;
};

/** What changes in an assignment. */
export type UpdateAssignmentInput = {
  /** Attempts that a student has, 1 to 100; null for no limit but 100. */
  attemptsMax?: InputMaybe<Scalars['Int']['input']>;
  /** When nothing is taken any more; null for never. */
  closesAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** When it is due; null for no date. */
  dueAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** The version that the change is made to: `CONFLICT` when it has changed since. Not checked by default. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** What it asks for, in place of the goal so far. */
  goal?: InputMaybe<AssignmentGoalInput>;
  /** The assignment's id. */
  id: Scalars['ID']['input'];
  /** What is to be done, at most 50,000 characters; null for nothing. */
  instructions?: InputMaybe<Scalars['Markdown']['input']>;
  /** What happens to what comes late, in place of the policy so far. */
  latePolicy?: InputMaybe<LatePolicyInput>;
  /** When it opens; null for from the start. */
  opensAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Points that it is worth, 0 to 10,000. */
  points?: InputMaybe<Scalars['Float']['input']>;
  /** By what it is graded, in place of the rubric so far; at most 20 criteria. */
  rubric?: InputMaybe<Array<RubricCriterionInput>>;
  /** The name of the assignment, 1 to 200 characters. */
  title?: InputMaybe<Scalars['String']['input']>;
};

/** What changes in a course. */
export type UpdateCourseInput = {
  /** What the course is about, at most 5,000 characters; null for nothing. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** The course's id. */
  id: Scalars['ID']['input'];
  /** Whether the course is listed in `publicCourses` and open for everybody to join, once it is published. */
  listed?: InputMaybe<Scalars['Boolean']['input']>;
  /** The name of the course, 1 to 200 characters. */
  title?: InputMaybe<Scalars['String']['input']>;
};

/** What changes in a lesson. */
export type UpdateLessonInput = {
  /** The text in Markdown, at most 100,000 characters. */
  body?: InputMaybe<Scalars['Markdown']['input']>;
  /** The lesson's id. */
  id: Scalars['ID']['input'];
  /** A module of the same course, to whose end the lesson moves. */
  moduleId?: InputMaybe<Scalars['ID']['input']>;
  /** The name of the lesson, 1 to 200 characters. */
  title?: InputMaybe<Scalars['String']['input']>;
};

/** What changes in a module. */
export type UpdateModuleInput = {
  /** The module's id. */
  id: Scalars['ID']['input'];
  /** The name of the module, 1 to 200 characters. */
  title?: InputMaybe<Scalars['String']['input']>;
  /** When the module opens to students, in place of the rule so far; null opens it. */
  unlock?: InputMaybe<UnlockRuleInput>;
};

/** A user, as far as courses are concerned. */
export type User = {
  __typename?: 'User';
  /** The user's id. */
  id: Scalars['ID']['output'];
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
  Assignment: Assignment;
  Course: Course;
  Lesson: Lesson;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Assignment:
    ( { __typename: 'Assignment' }
    & GraphQLRecursivePick<FederationTypes['Assignment'], {"id":true}> );
  Course:
    ( { __typename: 'Course' }
    & GraphQLRecursivePick<FederationTypes['Course'], {"id":true}> );
  Lesson:
    ( { __typename: 'Lesson' }
    & GraphQLRecursivePick<FederationTypes['Lesson'], {"id":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  AddLessonInput: AddLessonInput;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  AddModuleInput: AddModuleInput;
  Announcement: ResolverTypeWrapper<AnnouncementModel>;
  AnnouncementConnection: ResolverTypeWrapper<Omit<AnnouncementConnection, 'edges'> & { edges: Array<ResolversTypes['AnnouncementEdge']> }>;
  AnnouncementEdge: ResolverTypeWrapper<Omit<AnnouncementEdge, 'node'> & { node: ResolversTypes['Announcement'] }>;
  AnnouncementEvent: ResolverTypeWrapper<AnnouncementNews>;
  AnnouncementEventKind: AnnouncementEventKind;
  AnnouncementPayload: ResolverTypeWrapper<Omit<AnnouncementPayload, 'announcement'> & { announcement: ResolversTypes['Announcement'] }>;
  Assignment: ResolverTypeWrapper<AssignmentModel>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  AssignmentConnection: ResolverTypeWrapper<Omit<AssignmentConnection, 'edges'> & { edges: Array<ResolversTypes['AssignmentEdge']> }>;
  AssignmentDates: ResolverTypeWrapper<DatesModel>;
  AssignmentEdge: ResolverTypeWrapper<Omit<AssignmentEdge, 'node'> & { node: ResolversTypes['Assignment'] }>;
  AssignmentGoal: ResolverTypeWrapper<AssignmentGoal>;
  AssignmentGoalInput: AssignmentGoalInput;
  AssignmentGradedEvent: ResolverTypeWrapper<GradeNews>;
  AssignmentGradedEventKind: AssignmentGradedEventKind;
  AssignmentKind: AssignmentKind;
  AssignmentOverride: ResolverTypeWrapper<OverrideModel>;
  AssignmentOverrideConnection: ResolverTypeWrapper<Omit<AssignmentOverrideConnection, 'edges'> & { edges: Array<ResolversTypes['AssignmentOverrideEdge']> }>;
  AssignmentOverrideEdge: ResolverTypeWrapper<Omit<AssignmentOverrideEdge, 'node'> & { node: ResolversTypes['AssignmentOverride'] }>;
  AssignmentOverrideInput: AssignmentOverrideInput;
  AssignmentPayload: ResolverTypeWrapper<Omit<AssignmentPayload, 'assignment'> & { assignment: ResolversTypes['Assignment'] }>;
  AssignmentStudentInput: AssignmentStudentInput;
  AttachDeckInput: AttachDeckInput;
  Course: ResolverTypeWrapper<CourseModel>;
  CourseConnection: ResolverTypeWrapper<Omit<CourseConnection, 'edges'> & { edges: Array<ResolversTypes['CourseEdge']> }>;
  CourseEdge: ResolverTypeWrapper<Omit<CourseEdge, 'node'> & { node: ResolversTypes['Course'] }>;
  CoursePayload: ResolverTypeWrapper<Omit<CoursePayload, 'course'> & { course: ResolversTypes['Course'] }>;
  CourseProgress: ResolverTypeWrapper<CourseProgressModel>;
  CourseProgressEvent: ResolverTypeWrapper<ProgressNews>;
  CourseProgressEventKind: CourseProgressEventKind;
  CourseRole: CourseRole;
  CourseState: CourseState;
  CreateAssignmentInput: CreateAssignmentInput;
  CreateCourseInput: CreateCourseInput;
  CriterionGrade: ResolverTypeWrapper<CriterionGrade>;
  CriterionGradeInput: CriterionGradeInput;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Deck: ResolverTypeWrapper<Deck>;
  DetachDeckInput: DetachDeckInput;
  EmailAddress: ResolverTypeWrapper<Scalars['EmailAddress']['output']>;
  EnrollUserInput: EnrollUserInput;
  Enrollment: ResolverTypeWrapper<EnrollmentModel>;
  EnrollmentConnection: ResolverTypeWrapper<Omit<EnrollmentConnection, 'edges'> & { edges: Array<ResolversTypes['EnrollmentEdge']> }>;
  EnrollmentEdge: ResolverTypeWrapper<Omit<EnrollmentEdge, 'node'> & { node: ResolversTypes['Enrollment'] }>;
  EnrollmentPayload: ResolverTypeWrapper<Omit<EnrollmentPayload, 'enrollment'> & { enrollment: ResolversTypes['Enrollment'] }>;
  ExcuseInput: ExcuseInput;
  Grade: ResolverTypeWrapper<GradeModel>;
  GradeState: GradeState;
  GradeSubmissionInput: GradeSubmissionInput;
  Gradebook: ResolverTypeWrapper<CourseModel>;
  GradebookRow: ResolverTypeWrapper<GradebookRowModel>;
  GradebookRowConnection: ResolverTypeWrapper<Omit<GradebookRowConnection, 'edges'> & { edges: Array<ResolversTypes['GradebookRowEdge']> }>;
  GradebookRowEdge: ResolverTypeWrapper<Omit<GradebookRowEdge, 'node'> & { node: ResolversTypes['GradebookRow'] }>;
  LatePolicy: ResolverTypeWrapper<LatePolicy>;
  LatePolicyInput: LatePolicyInput;
  LeaveCoursePayload: ResolverTypeWrapper<LeaveCoursePayload>;
  Lesson: ResolverTypeWrapper<LessonModel>;
  LessonConnection: ResolverTypeWrapper<Omit<LessonConnection, 'edges'> & { edges: Array<ResolversTypes['LessonEdge']> }>;
  LessonEdge: ResolverTypeWrapper<Omit<LessonEdge, 'node'> & { node: ResolversTypes['Lesson'] }>;
  LessonOrderInput: LessonOrderInput;
  LessonPayload: ResolverTypeWrapper<Omit<LessonPayload, 'lesson'> & { lesson: ResolversTypes['Lesson'] }>;
  LocalDate: ResolverTypeWrapper<Scalars['LocalDate']['output']>;
  Markdown: ResolverTypeWrapper<Scalars['Markdown']['output']>;
  Module: ResolverTypeWrapper<ModuleModel>;
  ModulePayload: ResolverTypeWrapper<Omit<ModulePayload, 'module'> & { module: ResolversTypes['Module'] }>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  PostAnnouncementInput: PostAnnouncementInput;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RemoveEnrollmentInput: RemoveEnrollmentInput;
  ReorderInput: ReorderInput;
  RubricCriterion: ResolverTypeWrapper<RubricCriterion>;
  RubricCriterionInput: RubricCriterionInput;
  SaveSubmissionDraftInput: SaveSubmissionDraftInput;
  SetCourseRoleInput: SetCourseRoleInput;
  Submission: ResolverTypeWrapper<SubmissionModel>;
  SubmissionAttempt: ResolverTypeWrapper<SubmissionAttemptModel>;
  SubmissionConnection: ResolverTypeWrapper<Omit<SubmissionConnection, 'edges'> & { edges: Array<ResolversTypes['SubmissionEdge']> }>;
  SubmissionCounts: ResolverTypeWrapper<SubmissionCounts>;
  SubmissionEdge: ResolverTypeWrapper<Omit<SubmissionEdge, 'node'> & { node: ResolversTypes['Submission'] }>;
  SubmissionPayload: ResolverTypeWrapper<Omit<SubmissionPayload, 'submission'> & { submission: ResolversTypes['Submission'] }>;
  SubmissionState: SubmissionState;
  SubmitAssignmentInput: SubmitAssignmentInput;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  URL: ResolverTypeWrapper<Scalars['URL']['output']>;
  UnlockRule: ResolverTypeWrapper<ModuleModel>;
  UnlockRuleInput: UnlockRuleInput;
  UpdateAssignmentInput: UpdateAssignmentInput;
  UpdateCourseInput: UpdateCourseInput;
  UpdateLessonInput: UpdateLessonInput;
  UpdateModuleInput: UpdateModuleInput;
  User: ResolverTypeWrapper<User>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AddLessonInput: AddLessonInput;
  ID: Scalars['ID']['output'];
  String: Scalars['String']['output'];
  AddModuleInput: AddModuleInput;
  Announcement: AnnouncementModel;
  AnnouncementConnection: Omit<AnnouncementConnection, 'edges'> & { edges: Array<ResolversParentTypes['AnnouncementEdge']> };
  AnnouncementEdge: Omit<AnnouncementEdge, 'node'> & { node: ResolversParentTypes['Announcement'] };
  AnnouncementEvent: AnnouncementNews;
  AnnouncementPayload: Omit<AnnouncementPayload, 'announcement'> & { announcement: ResolversParentTypes['Announcement'] };
  Assignment: AssignmentModel;
  Int: Scalars['Int']['output'];
  Boolean: Scalars['Boolean']['output'];
  Float: Scalars['Float']['output'];
  AssignmentConnection: Omit<AssignmentConnection, 'edges'> & { edges: Array<ResolversParentTypes['AssignmentEdge']> };
  AssignmentDates: DatesModel;
  AssignmentEdge: Omit<AssignmentEdge, 'node'> & { node: ResolversParentTypes['Assignment'] };
  AssignmentGoal: AssignmentGoal;
  AssignmentGoalInput: AssignmentGoalInput;
  AssignmentGradedEvent: GradeNews;
  AssignmentOverride: OverrideModel;
  AssignmentOverrideConnection: Omit<AssignmentOverrideConnection, 'edges'> & { edges: Array<ResolversParentTypes['AssignmentOverrideEdge']> };
  AssignmentOverrideEdge: Omit<AssignmentOverrideEdge, 'node'> & { node: ResolversParentTypes['AssignmentOverride'] };
  AssignmentOverrideInput: AssignmentOverrideInput;
  AssignmentPayload: Omit<AssignmentPayload, 'assignment'> & { assignment: ResolversParentTypes['Assignment'] };
  AssignmentStudentInput: AssignmentStudentInput;
  AttachDeckInput: AttachDeckInput;
  Course: CourseModel;
  CourseConnection: Omit<CourseConnection, 'edges'> & { edges: Array<ResolversParentTypes['CourseEdge']> };
  CourseEdge: Omit<CourseEdge, 'node'> & { node: ResolversParentTypes['Course'] };
  CoursePayload: Omit<CoursePayload, 'course'> & { course: ResolversParentTypes['Course'] };
  CourseProgress: CourseProgressModel;
  CourseProgressEvent: ProgressNews;
  CreateAssignmentInput: CreateAssignmentInput;
  CreateCourseInput: CreateCourseInput;
  CriterionGrade: CriterionGrade;
  CriterionGradeInput: CriterionGradeInput;
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  Deck: Deck;
  DetachDeckInput: DetachDeckInput;
  EmailAddress: Scalars['EmailAddress']['output'];
  EnrollUserInput: EnrollUserInput;
  Enrollment: EnrollmentModel;
  EnrollmentConnection: Omit<EnrollmentConnection, 'edges'> & { edges: Array<ResolversParentTypes['EnrollmentEdge']> };
  EnrollmentEdge: Omit<EnrollmentEdge, 'node'> & { node: ResolversParentTypes['Enrollment'] };
  EnrollmentPayload: Omit<EnrollmentPayload, 'enrollment'> & { enrollment: ResolversParentTypes['Enrollment'] };
  ExcuseInput: ExcuseInput;
  Grade: GradeModel;
  GradeSubmissionInput: GradeSubmissionInput;
  Gradebook: CourseModel;
  GradebookRow: GradebookRowModel;
  GradebookRowConnection: Omit<GradebookRowConnection, 'edges'> & { edges: Array<ResolversParentTypes['GradebookRowEdge']> };
  GradebookRowEdge: Omit<GradebookRowEdge, 'node'> & { node: ResolversParentTypes['GradebookRow'] };
  LatePolicy: LatePolicy;
  LatePolicyInput: LatePolicyInput;
  LeaveCoursePayload: LeaveCoursePayload;
  Lesson: LessonModel;
  LessonConnection: Omit<LessonConnection, 'edges'> & { edges: Array<ResolversParentTypes['LessonEdge']> };
  LessonEdge: Omit<LessonEdge, 'node'> & { node: ResolversParentTypes['Lesson'] };
  LessonOrderInput: LessonOrderInput;
  LessonPayload: Omit<LessonPayload, 'lesson'> & { lesson: ResolversParentTypes['Lesson'] };
  LocalDate: Scalars['LocalDate']['output'];
  Markdown: Scalars['Markdown']['output'];
  Module: ModuleModel;
  ModulePayload: Omit<ModulePayload, 'module'> & { module: ResolversParentTypes['Module'] };
  Mutation: Record<PropertyKey, never>;
  PageInfo: PageInfo;
  PostAnnouncementInput: PostAnnouncementInput;
  Query: Record<PropertyKey, never>;
  RemoveEnrollmentInput: RemoveEnrollmentInput;
  ReorderInput: ReorderInput;
  RubricCriterion: RubricCriterion;
  RubricCriterionInput: RubricCriterionInput;
  SaveSubmissionDraftInput: SaveSubmissionDraftInput;
  SetCourseRoleInput: SetCourseRoleInput;
  Submission: SubmissionModel;
  SubmissionAttempt: SubmissionAttemptModel;
  SubmissionConnection: Omit<SubmissionConnection, 'edges'> & { edges: Array<ResolversParentTypes['SubmissionEdge']> };
  SubmissionCounts: SubmissionCounts;
  SubmissionEdge: Omit<SubmissionEdge, 'node'> & { node: ResolversParentTypes['Submission'] };
  SubmissionPayload: Omit<SubmissionPayload, 'submission'> & { submission: ResolversParentTypes['Submission'] };
  SubmitAssignmentInput: SubmitAssignmentInput;
  Subscription: Record<PropertyKey, never>;
  URL: Scalars['URL']['output'];
  UnlockRule: ModuleModel;
  UnlockRuleInput: UnlockRuleInput;
  UpdateAssignmentInput: UpdateAssignmentInput;
  UpdateCourseInput: UpdateCourseInput;
  UpdateLessonInput: UpdateLessonInput;
  UpdateModuleInput: UpdateModuleInput;
  User: User;
};

export type AnnouncementResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Announcement'] = ResolversParentTypes['Announcement']> = {
  author?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  body?: Resolver<ResolversTypes['Markdown'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  postedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type AnnouncementConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AnnouncementConnection'] = ResolversParentTypes['AnnouncementConnection']> = {
  edges?: Resolver<Array<ResolversTypes['AnnouncementEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type AnnouncementEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AnnouncementEdge'] = ResolversParentTypes['AnnouncementEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Announcement'], ParentType, ContextType>;
};

export type AnnouncementEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AnnouncementEvent'] = ResolversParentTypes['AnnouncementEvent']> = {
  announcement?: Resolver<Maybe<ResolversTypes['Announcement']>, ParentType, ContextType>;
  course?: Resolver<Maybe<ResolversTypes['Course']>, ParentType, ContextType>;
  eventId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['AnnouncementEventKind'], ParentType, ContextType>;
  occurredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type AnnouncementPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AnnouncementPayload'] = ResolversParentTypes['AnnouncementPayload']> = {
  announcement?: Resolver<ResolversTypes['Announcement'], ParentType, ContextType>;
};

export type AssignmentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Assignment'] = ResolversParentTypes['Assignment'], FederationReferenceType extends FederationReferenceTypes['Assignment'] = FederationReferenceTypes['Assignment']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Assignment']> | FederationReferenceType, FederationReferenceType, ContextType>;
  attemptsMax?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  closesAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  course?: Resolver<ResolversTypes['Course'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  deck?: Resolver<Maybe<ResolversTypes['Deck']>, ParentType, ContextType>;
  dueAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  goal?: Resolver<Maybe<ResolversTypes['AssignmentGoal']>, ParentType, ContextType>;
  gradesPosted?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  instructions?: Resolver<Maybe<ResolversTypes['Markdown']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['AssignmentKind'], ParentType, ContextType>;
  latePolicy?: Resolver<ResolversTypes['LatePolicy'], ParentType, ContextType>;
  opensAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  overrides?: Resolver<ResolversTypes['AssignmentOverrideConnection'], ParentType, ContextType, Partial<AssignmentOverridesArgs>>;
  points?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  published?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  rubric?: Resolver<Array<ResolversTypes['RubricCriterion']>, ParentType, ContextType>;
  submissionCounts?: Resolver<Maybe<ResolversTypes['SubmissionCounts']>, ParentType, ContextType>;
  submissions?: Resolver<ResolversTypes['SubmissionConnection'], ParentType, ContextType, Partial<AssignmentSubmissionsArgs>>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  viewerDates?: Resolver<ResolversTypes['AssignmentDates'], ParentType, ContextType>;
  viewerSubmission?: Resolver<Maybe<ResolversTypes['Submission']>, ParentType, ContextType>;
};

export type AssignmentConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AssignmentConnection'] = ResolversParentTypes['AssignmentConnection']> = {
  edges?: Resolver<Array<ResolversTypes['AssignmentEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type AssignmentDatesResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AssignmentDates'] = ResolversParentTypes['AssignmentDates']> = {
  attemptsMax?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  closesAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  dueAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  open?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  opensAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type AssignmentEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AssignmentEdge'] = ResolversParentTypes['AssignmentEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Assignment'], ParentType, ContextType>;
};

export type AssignmentGoalResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AssignmentGoal'] = ResolversParentTypes['AssignmentGoal']> = {
  questionsMin?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  retrievability?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  testScore?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type AssignmentGradedEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AssignmentGradedEvent'] = ResolversParentTypes['AssignmentGradedEvent']> = {
  assignment?: Resolver<Maybe<ResolversTypes['Assignment']>, ParentType, ContextType>;
  course?: Resolver<Maybe<ResolversTypes['Course']>, ParentType, ContextType>;
  eventId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['AssignmentGradedEventKind'], ParentType, ContextType>;
  occurredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  submission?: Resolver<Maybe<ResolversTypes['Submission']>, ParentType, ContextType>;
};

export type AssignmentOverrideResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AssignmentOverride'] = ResolversParentTypes['AssignmentOverride']> = {
  dates?: Resolver<ResolversTypes['AssignmentDates'], ParentType, ContextType>;
  student?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
};

export type AssignmentOverrideConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AssignmentOverrideConnection'] = ResolversParentTypes['AssignmentOverrideConnection']> = {
  edges?: Resolver<Array<ResolversTypes['AssignmentOverrideEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type AssignmentOverrideEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AssignmentOverrideEdge'] = ResolversParentTypes['AssignmentOverrideEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['AssignmentOverride'], ParentType, ContextType>;
};

export type AssignmentPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AssignmentPayload'] = ResolversParentTypes['AssignmentPayload']> = {
  assignment?: Resolver<ResolversTypes['Assignment'], ParentType, ContextType>;
};

export type CourseResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Course'] = ResolversParentTypes['Course'], FederationReferenceType extends FederationReferenceTypes['Course'] = FederationReferenceTypes['Course']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Course']> | FederationReferenceType, FederationReferenceType, ContextType>;
  announcements?: Resolver<ResolversTypes['AnnouncementConnection'], ParentType, ContextType, Partial<CourseAnnouncementsArgs>>;
  assignments?: Resolver<ResolversTypes['AssignmentConnection'], ParentType, ContextType, Partial<CourseAssignmentsArgs>>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  enrollments?: Resolver<ResolversTypes['EnrollmentConnection'], ParentType, ContextType, Partial<CourseEnrollmentsArgs>>;
  gradebook?: Resolver<Maybe<ResolversTypes['Gradebook']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  joinCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  lessonCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  lessons?: Resolver<ResolversTypes['LessonConnection'], ParentType, ContextType, Partial<CourseLessonsArgs>>;
  listed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  modules?: Resolver<Array<ResolversTypes['Module']>, ParentType, ContextType>;
  publishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['CourseState'], ParentType, ContextType>;
  studentCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  teacher?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  viewerGrades?: Resolver<Maybe<ResolversTypes['GradebookRow']>, ParentType, ContextType>;
  viewerProgress?: Resolver<Maybe<ResolversTypes['CourseProgress']>, ParentType, ContextType>;
  viewerRole?: Resolver<Maybe<ResolversTypes['CourseRole']>, ParentType, ContextType>;
};

export type CourseConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CourseConnection'] = ResolversParentTypes['CourseConnection']> = {
  edges?: Resolver<Array<ResolversTypes['CourseEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type CourseEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CourseEdge'] = ResolversParentTypes['CourseEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Course'], ParentType, ContextType>;
};

export type CoursePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CoursePayload'] = ResolversParentTypes['CoursePayload']> = {
  course?: Resolver<ResolversTypes['Course'], ParentType, ContextType>;
};

export type CourseProgressResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CourseProgress'] = ResolversParentTypes['CourseProgress']> = {
  course?: Resolver<Maybe<ResolversTypes['Course']>, ParentType, ContextType>;
  lessonsCompleted?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  lessonsTotal?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  percent?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type CourseProgressEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CourseProgressEvent'] = ResolversParentTypes['CourseProgressEvent']> = {
  course?: Resolver<Maybe<ResolversTypes['Course']>, ParentType, ContextType>;
  enrollment?: Resolver<Maybe<ResolversTypes['Enrollment']>, ParentType, ContextType>;
  eventId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['CourseProgressEventKind'], ParentType, ContextType>;
  lesson?: Resolver<Maybe<ResolversTypes['Lesson']>, ParentType, ContextType>;
  occurredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type CriterionGradeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CriterionGrade'] = ResolversParentTypes['CriterionGrade']> = {
  comment?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  criterionId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  points?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DeckResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Deck'] = ResolversParentTypes['Deck']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export interface EmailAddressScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['EmailAddress'], any> {
  name: 'EmailAddress';
}

export type EnrollmentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Enrollment'] = ResolversParentTypes['Enrollment']> = {
  course?: Resolver<Maybe<ResolversTypes['Course']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  joinedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  progress?: Resolver<ResolversTypes['CourseProgress'], ParentType, ContextType>;
  role?: Resolver<ResolversTypes['CourseRole'], ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
};

export type EnrollmentConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EnrollmentConnection'] = ResolversParentTypes['EnrollmentConnection']> = {
  edges?: Resolver<Array<ResolversTypes['EnrollmentEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type EnrollmentEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EnrollmentEdge'] = ResolversParentTypes['EnrollmentEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Enrollment'], ParentType, ContextType>;
};

export type EnrollmentPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EnrollmentPayload'] = ResolversParentTypes['EnrollmentPayload']> = {
  enrollment?: Resolver<ResolversTypes['Enrollment'], ParentType, ContextType>;
};

export type GradeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Grade'] = ResolversParentTypes['Grade']> = {
  assignment?: Resolver<ResolversTypes['Assignment'], ParentType, ContextType>;
  late?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  score?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['GradeState'], ParentType, ContextType>;
  submission?: Resolver<Maybe<ResolversTypes['Submission']>, ParentType, ContextType>;
};

export type GradebookResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Gradebook'] = ResolversParentTypes['Gradebook']> = {
  assignments?: Resolver<Array<ResolversTypes['Assignment']>, ParentType, ContextType>;
  rows?: Resolver<ResolversTypes['GradebookRowConnection'], ParentType, ContextType, Partial<GradebookRowsArgs>>;
};

export type GradebookRowResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GradebookRow'] = ResolversParentTypes['GradebookRow']> = {
  grades?: Resolver<Array<ResolversTypes['Grade']>, ParentType, ContextType>;
  percent?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  points?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  score?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  student?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
};

export type GradebookRowConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GradebookRowConnection'] = ResolversParentTypes['GradebookRowConnection']> = {
  edges?: Resolver<Array<ResolversTypes['GradebookRowEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type GradebookRowEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GradebookRowEdge'] = ResolversParentTypes['GradebookRowEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['GradebookRow'], ParentType, ContextType>;
};

export type LatePolicyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LatePolicy'] = ResolversParentTypes['LatePolicy']> = {
  accepted?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  graceMinutes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  penaltyPercentMax?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  penaltyPercentPerDay?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type LeaveCoursePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LeaveCoursePayload'] = ResolversParentTypes['LeaveCoursePayload']> = {
  courseId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type LessonResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Lesson'] = ResolversParentTypes['Lesson'], FederationReferenceType extends FederationReferenceTypes['Lesson'] = FederationReferenceTypes['Lesson']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Lesson']> | FederationReferenceType, FederationReferenceType, ContextType>;
  body?: Resolver<ResolversTypes['Markdown'], ParentType, ContextType>;
  completedByViewer?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  course?: Resolver<ResolversTypes['Course'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  decks?: Resolver<Array<Maybe<ResolversTypes['Deck']>>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  module?: Resolver<ResolversTypes['Module'], ParentType, ContextType>;
  position?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type LessonConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LessonConnection'] = ResolversParentTypes['LessonConnection']> = {
  edges?: Resolver<Array<ResolversTypes['LessonEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type LessonEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LessonEdge'] = ResolversParentTypes['LessonEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Lesson'], ParentType, ContextType>;
};

export type LessonPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LessonPayload'] = ResolversParentTypes['LessonPayload']> = {
  lesson?: Resolver<ResolversTypes['Lesson'], ParentType, ContextType>;
};

export interface LocalDateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['LocalDate'], any> {
  name: 'LocalDate';
}

export interface MarkdownScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Markdown'], any> {
  name: 'Markdown';
}

export type ModuleResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Module'] = ResolversParentTypes['Module']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lessonCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  lessons?: Resolver<Array<ResolversTypes['Lesson']>, ParentType, ContextType>;
  position?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  unlock?: Resolver<Maybe<ResolversTypes['UnlockRule']>, ParentType, ContextType>;
  unlocked?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type ModulePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ModulePayload'] = ResolversParentTypes['ModulePayload']> = {
  module?: Resolver<ResolversTypes['Module'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  addLesson?: Resolver<ResolversTypes['LessonPayload'], ParentType, ContextType, RequireFields<MutationAddLessonArgs, 'input'>>;
  addModule?: Resolver<ResolversTypes['ModulePayload'], ParentType, ContextType, RequireFields<MutationAddModuleArgs, 'input'>>;
  archiveCourse?: Resolver<ResolversTypes['CoursePayload'], ParentType, ContextType, RequireFields<MutationArchiveCourseArgs, 'id'>>;
  attachDeck?: Resolver<ResolversTypes['LessonPayload'], ParentType, ContextType, RequireFields<MutationAttachDeckArgs, 'input'>>;
  completeLesson?: Resolver<ResolversTypes['CourseProgress'], ParentType, ContextType, RequireFields<MutationCompleteLessonArgs, 'id'>>;
  createAssignment?: Resolver<ResolversTypes['AssignmentPayload'], ParentType, ContextType, RequireFields<MutationCreateAssignmentArgs, 'input'>>;
  createCourse?: Resolver<ResolversTypes['CoursePayload'], ParentType, ContextType, RequireFields<MutationCreateCourseArgs, 'input'>>;
  deleteAnnouncement?: Resolver<ResolversTypes['CoursePayload'], ParentType, ContextType, RequireFields<MutationDeleteAnnouncementArgs, 'id'>>;
  deleteAssignment?: Resolver<ResolversTypes['CoursePayload'], ParentType, ContextType, RequireFields<MutationDeleteAssignmentArgs, 'id'>>;
  deleteLesson?: Resolver<ResolversTypes['CoursePayload'], ParentType, ContextType, RequireFields<MutationDeleteLessonArgs, 'id'>>;
  deleteModule?: Resolver<ResolversTypes['CoursePayload'], ParentType, ContextType, RequireFields<MutationDeleteModuleArgs, 'id'>>;
  detachDeck?: Resolver<ResolversTypes['LessonPayload'], ParentType, ContextType, RequireFields<MutationDetachDeckArgs, 'input'>>;
  enrollUser?: Resolver<ResolversTypes['EnrollmentPayload'], ParentType, ContextType, RequireFields<MutationEnrollUserArgs, 'input'>>;
  excuse?: Resolver<ResolversTypes['SubmissionPayload'], ParentType, ContextType, RequireFields<MutationExcuseArgs, 'input'>>;
  gradeSubmission?: Resolver<ResolversTypes['SubmissionPayload'], ParentType, ContextType, RequireFields<MutationGradeSubmissionArgs, 'input'>>;
  hideGrades?: Resolver<ResolversTypes['AssignmentPayload'], ParentType, ContextType, RequireFields<MutationHideGradesArgs, 'id'>>;
  joinCourse?: Resolver<ResolversTypes['EnrollmentPayload'], ParentType, ContextType, RequireFields<MutationJoinCourseArgs, 'joinCode'>>;
  joinPublicCourse?: Resolver<ResolversTypes['EnrollmentPayload'], ParentType, ContextType, RequireFields<MutationJoinPublicCourseArgs, 'id'>>;
  leaveCourse?: Resolver<ResolversTypes['LeaveCoursePayload'], ParentType, ContextType, RequireFields<MutationLeaveCourseArgs, 'id'>>;
  postAnnouncement?: Resolver<ResolversTypes['AnnouncementPayload'], ParentType, ContextType, RequireFields<MutationPostAnnouncementArgs, 'input'>>;
  postGrades?: Resolver<ResolversTypes['AssignmentPayload'], ParentType, ContextType, RequireFields<MutationPostGradesArgs, 'id'>>;
  publishAssignment?: Resolver<ResolversTypes['AssignmentPayload'], ParentType, ContextType, RequireFields<MutationPublishAssignmentArgs, 'id'>>;
  publishCourse?: Resolver<ResolversTypes['CoursePayload'], ParentType, ContextType, RequireFields<MutationPublishCourseArgs, 'id'>>;
  removeAssignmentOverride?: Resolver<ResolversTypes['AssignmentPayload'], ParentType, ContextType, RequireFields<MutationRemoveAssignmentOverrideArgs, 'input'>>;
  removeEnrollment?: Resolver<ResolversTypes['CoursePayload'], ParentType, ContextType, RequireFields<MutationRemoveEnrollmentArgs, 'input'>>;
  reorder?: Resolver<ResolversTypes['CoursePayload'], ParentType, ContextType, RequireFields<MutationReorderArgs, 'input'>>;
  rotateJoinCode?: Resolver<ResolversTypes['CoursePayload'], ParentType, ContextType, RequireFields<MutationRotateJoinCodeArgs, 'id'>>;
  saveSubmissionDraft?: Resolver<ResolversTypes['SubmissionPayload'], ParentType, ContextType, RequireFields<MutationSaveSubmissionDraftArgs, 'input'>>;
  setAssignmentOverride?: Resolver<ResolversTypes['AssignmentPayload'], ParentType, ContextType, RequireFields<MutationSetAssignmentOverrideArgs, 'input'>>;
  setCourseRole?: Resolver<ResolversTypes['EnrollmentPayload'], ParentType, ContextType, RequireFields<MutationSetCourseRoleArgs, 'input'>>;
  submitAssignment?: Resolver<ResolversTypes['SubmissionPayload'], ParentType, ContextType, RequireFields<MutationSubmitAssignmentArgs, 'input'>>;
  updateAssignment?: Resolver<ResolversTypes['AssignmentPayload'], ParentType, ContextType, RequireFields<MutationUpdateAssignmentArgs, 'input'>>;
  updateCourse?: Resolver<ResolversTypes['CoursePayload'], ParentType, ContextType, RequireFields<MutationUpdateCourseArgs, 'input'>>;
  updateLesson?: Resolver<ResolversTypes['LessonPayload'], ParentType, ContextType, RequireFields<MutationUpdateLessonArgs, 'input'>>;
  updateModule?: Resolver<ResolversTypes['ModulePayload'], ParentType, ContextType, RequireFields<MutationUpdateModuleArgs, 'input'>>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  assignment?: Resolver<Maybe<ResolversTypes['Assignment']>, ParentType, ContextType, RequireFields<QueryAssignmentArgs, 'id'>>;
  course?: Resolver<Maybe<ResolversTypes['Course']>, ParentType, ContextType, RequireFields<QueryCourseArgs, 'id'>>;
  myAssignments?: Resolver<ResolversTypes['AssignmentConnection'], ParentType, ContextType, RequireFields<QueryMyAssignmentsArgs, 'onlyOpen'>>;
  myCourses?: Resolver<ResolversTypes['CourseConnection'], ParentType, ContextType, Partial<QueryMyCoursesArgs>>;
  publicCourses?: Resolver<ResolversTypes['CourseConnection'], ParentType, ContextType, Partial<QueryPublicCoursesArgs>>;
};

export type RubricCriterionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RubricCriterion'] = ResolversParentTypes['RubricCriterion']> = {
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  points?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SubmissionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Submission'] = ResolversParentTypes['Submission']> = {
  assignment?: Resolver<ResolversTypes['Assignment'], ParentType, ContextType>;
  attempts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  attemptsLeft?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  criteria?: Resolver<Array<ResolversTypes['CriterionGrade']>, ParentType, ContextType>;
  draft?: Resolver<Maybe<ResolversTypes['Markdown']>, ParentType, ContextType>;
  feedback?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  goalReached?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  gradedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  gradedBy?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  history?: Resolver<Array<ResolversTypes['SubmissionAttempt']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  late?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  penaltyPercent?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  progress?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  score?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  scoreBeforePenalty?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['SubmissionState'], ParentType, ContextType>;
  student?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  submittedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  text?: Resolver<Maybe<ResolversTypes['Markdown']>, ParentType, ContextType>;
};

export type SubmissionAttemptResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SubmissionAttempt'] = ResolversParentTypes['SubmissionAttempt']> = {
  feedback?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  late?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  score?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  submittedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  text?: Resolver<Maybe<ResolversTypes['Markdown']>, ParentType, ContextType>;
};

export type SubmissionConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SubmissionConnection'] = ResolversParentTypes['SubmissionConnection']> = {
  edges?: Resolver<Array<ResolversTypes['SubmissionEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type SubmissionCountsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SubmissionCounts'] = ResolversParentTypes['SubmissionCounts']> = {
  excused?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  graded?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  late?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  students?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  submitted?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SubmissionEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SubmissionEdge'] = ResolversParentTypes['SubmissionEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Submission'], ParentType, ContextType>;
};

export type SubmissionPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SubmissionPayload'] = ResolversParentTypes['SubmissionPayload']> = {
  submission?: Resolver<ResolversTypes['Submission'], ParentType, ContextType>;
};

export type SubscriptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  announcementPosted?: SubscriptionResolver<ResolversTypes['AnnouncementEvent'], "announcementPosted", ParentType, ContextType, RequireFields<SubscriptionAnnouncementPostedArgs, 'courseId' | 'withCurrent'>>;
  assignmentGraded?: SubscriptionResolver<ResolversTypes['AssignmentGradedEvent'], "assignmentGraded", ParentType, ContextType, RequireFields<SubscriptionAssignmentGradedArgs, 'courseId' | 'withCurrent'>>;
  courseProgressed?: SubscriptionResolver<ResolversTypes['CourseProgressEvent'], "courseProgressed", ParentType, ContextType, RequireFields<SubscriptionCourseProgressedArgs, 'courseId' | 'withCurrent'>>;
};

export interface UrlScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['URL'], any> {
  name: 'URL';
}

export type UnlockRuleResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UnlockRule'] = ResolversParentTypes['UnlockRule']> = {
  afterModule?: Resolver<Maybe<ResolversTypes['Module']>, ParentType, ContextType>;
  at?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type UserResolvers<ContextType = Context, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  Announcement?: AnnouncementResolvers<ContextType>;
  AnnouncementConnection?: AnnouncementConnectionResolvers<ContextType>;
  AnnouncementEdge?: AnnouncementEdgeResolvers<ContextType>;
  AnnouncementEvent?: AnnouncementEventResolvers<ContextType>;
  AnnouncementPayload?: AnnouncementPayloadResolvers<ContextType>;
  Assignment?: AssignmentResolvers<ContextType>;
  AssignmentConnection?: AssignmentConnectionResolvers<ContextType>;
  AssignmentDates?: AssignmentDatesResolvers<ContextType>;
  AssignmentEdge?: AssignmentEdgeResolvers<ContextType>;
  AssignmentGoal?: AssignmentGoalResolvers<ContextType>;
  AssignmentGradedEvent?: AssignmentGradedEventResolvers<ContextType>;
  AssignmentOverride?: AssignmentOverrideResolvers<ContextType>;
  AssignmentOverrideConnection?: AssignmentOverrideConnectionResolvers<ContextType>;
  AssignmentOverrideEdge?: AssignmentOverrideEdgeResolvers<ContextType>;
  AssignmentPayload?: AssignmentPayloadResolvers<ContextType>;
  Course?: CourseResolvers<ContextType>;
  CourseConnection?: CourseConnectionResolvers<ContextType>;
  CourseEdge?: CourseEdgeResolvers<ContextType>;
  CoursePayload?: CoursePayloadResolvers<ContextType>;
  CourseProgress?: CourseProgressResolvers<ContextType>;
  CourseProgressEvent?: CourseProgressEventResolvers<ContextType>;
  CriterionGrade?: CriterionGradeResolvers<ContextType>;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  Deck?: DeckResolvers<ContextType>;
  EmailAddress?: GraphQLScalarType;
  Enrollment?: EnrollmentResolvers<ContextType>;
  EnrollmentConnection?: EnrollmentConnectionResolvers<ContextType>;
  EnrollmentEdge?: EnrollmentEdgeResolvers<ContextType>;
  EnrollmentPayload?: EnrollmentPayloadResolvers<ContextType>;
  Grade?: GradeResolvers<ContextType>;
  Gradebook?: GradebookResolvers<ContextType>;
  GradebookRow?: GradebookRowResolvers<ContextType>;
  GradebookRowConnection?: GradebookRowConnectionResolvers<ContextType>;
  GradebookRowEdge?: GradebookRowEdgeResolvers<ContextType>;
  LatePolicy?: LatePolicyResolvers<ContextType>;
  LeaveCoursePayload?: LeaveCoursePayloadResolvers<ContextType>;
  Lesson?: LessonResolvers<ContextType>;
  LessonConnection?: LessonConnectionResolvers<ContextType>;
  LessonEdge?: LessonEdgeResolvers<ContextType>;
  LessonPayload?: LessonPayloadResolvers<ContextType>;
  LocalDate?: GraphQLScalarType;
  Markdown?: GraphQLScalarType;
  Module?: ModuleResolvers<ContextType>;
  ModulePayload?: ModulePayloadResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  RubricCriterion?: RubricCriterionResolvers<ContextType>;
  Submission?: SubmissionResolvers<ContextType>;
  SubmissionAttempt?: SubmissionAttemptResolvers<ContextType>;
  SubmissionConnection?: SubmissionConnectionResolvers<ContextType>;
  SubmissionCounts?: SubmissionCountsResolvers<ContextType>;
  SubmissionEdge?: SubmissionEdgeResolvers<ContextType>;
  SubmissionPayload?: SubmissionPayloadResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  URL?: GraphQLScalarType;
  UnlockRule?: UnlockRuleResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
};

