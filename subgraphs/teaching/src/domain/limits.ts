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
