/** Every limit of a course, named with its unit. */

export const courseTitleCharactersMax = 200;
export const courseDescriptionCharactersMax = 5_000;
export const moduleTitleCharactersMax = 200;
export const lessonTitleCharactersMax = 200;
export const lessonBodyCharactersMax = 100_000;
export const announcementTitleCharactersMax = 200;
export const announcementBodyCharactersMax = 20_000;

/** Lists without pages stay bounded by these (counts). */
export const modulesPerCourseMax = 200;
export const lessonsPerCourseMax = 1_000;
export const decksPerLessonMax = 50;

/** Characters and words of a search in `publicCourses`; what is beyond is refused. */
export const courseQueryCharactersMax = 200;
export const courseQueryWordsMax = 10;

/** Guesses of join codes by one viewer: `joinAttemptsMax` within `joinWindowMs`. */
export const joinAttemptsMax = 10;
export const joinWindowMs = 60_000;

/** How long attaching waits for a new deck's event to arrive. */
export const deckArrivalWaitMs = 2_000;
/** How long enrolling waits for a new user's event to arrive. */
export const userArrivalWaitMs = 2_000;
/** An id younger than this may belong to something whose event is still on its way. */
export const freshIdMs = 60_000;

/** Assignments. */
export const assignmentTitleCharactersMax = 200;
export const assignmentInstructionsCharactersMax = 50_000;
export const assignmentsPerCourseMax = 200;
export const assignmentPointsMax = 10_000;
/** Attempts of one student, also where the assignment sets no limit (count). */
export const attemptsMax = 100;
export const rubricCriteriaMax = 20;
export const criterionTitleCharactersMax = 200;
export const criterionDescriptionCharactersMax = 2_000;
export const criterionCommentCharactersMax = 2_000;
export const graceMinutesMax = 10_080;
export const submissionTextCharactersMax = 100_000;
export const feedbackCharactersMax = 20_000;
/** A goal of study (share). At 1 a card would have to be reviewed at the very moment. */
export const goalRetrievabilityMin = 0.5;
export const goalRetrievabilityMax = 0.99;
export const goalQuestionsMax = 200;
export const goalTestScoreDefault = 0.6;
export const goalQuestionsDefault = 5;
