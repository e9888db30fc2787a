import type { EventData } from '@ruzlet/contracts/registry';
import { and, eq, lte } from 'drizzle-orm';
import type { AnalyticsDb } from './database.js';
import { courseDecks, courseMembers, courses, decks, learners } from './tables.js';

/** How copies change: each function applies one event, and nothing when the copy already shows a newer one. */

/** A deck, as events carry it. */
export type DeckState = EventData<'ruzlet.content.deck.created.v1'>;

export async function putDeck(db: AnalyticsDb, deck: DeckState, at: Date): Promise<void> {
  const { ownerId, visibility, editorIds, viewerIds } = deck;
  const state = { ownerId, visibility, editorIds, viewerIds, deleted: false, changedAt: at };
  await db
    .insert(decks)
    .values({ deckId: deck.deckId, ...state })
    .onConflictDoUpdate({ target: decks.deckId, set: state, setWhere: lte(decks.changedAt, at) });
}

export async function markDeckDeleted(
  db: AnalyticsDb,
  deck: EventData<'ruzlet.content.deck.deleted.v1'>,
  at: Date,
): Promise<void> {
  const gone = { deleted: true, changedAt: at };
  await db
    .insert(decks)
    .values({ ...deck, visibility: 'PRIVATE', editorIds: [], viewerIds: [], ...gone })
    .onConflictDoUpdate({ target: decks.deckId, set: gone, setWhere: lte(decks.changedAt, at) });
}

export async function putCourse(
  db: AnalyticsDb,
  { courseId, ownerId }: EventData<'ruzlet.course.created.v1'>,
  at: Date,
): Promise<void> {
  const state = { ownerId, changedAt: at };
  await db
    .insert(courses)
    .values({ courseId, ...state })
    .onConflictDoUpdate({ target: courses.courseId, set: state, setWhere: lte(courses.changedAt, at) });
}

export async function putCourseMember(
  db: AnalyticsDb,
  { courseId, userId, role }: EventData<'ruzlet.course.enrollment.added.v1'>,
  removed: boolean,
  at: Date,
): Promise<void> {
  const state = { role, removed, changedAt: at };
  await db
    .insert(courseMembers)
    .values({ courseId, userId, ...state })
    .onConflictDoUpdate({
      target: [courseMembers.courseId, courseMembers.userId],
      set: state,
      setWhere: lte(courseMembers.changedAt, at),
    });
}

export async function putCourseDeck(
  db: AnalyticsDb,
  { courseId, lessonId, deckId, attachedBy }: EventData<'ruzlet.course.deck.attached.v1'>,
  removed: boolean,
  at: Date,
): Promise<void> {
  const state = { attachedBy, removed, changedAt: at };
  await db
    .insert(courseDecks)
    .values({ courseId, lessonId, deckId, ...state })
    .onConflictDoUpdate({
      target: [courseDecks.courseId, courseDecks.lessonId, courseDecks.deckId],
      set: state,
      setWhere: lte(courseDecks.changedAt, at),
    });
}

/** The decks of a deleted lesson are detached with it. */
export async function detachLessonDecks(
  db: AnalyticsDb,
  { courseId, lessonId }: Pick<EventData<'ruzlet.course.lesson.deleted.v1'>, 'courseId' | 'lessonId'>,
  at: Date,
): Promise<void> {
  await db
    .update(courseDecks)
    .set({ removed: true, changedAt: at })
    .where(and(eq(courseDecks.courseId, courseId), eq(courseDecks.lessonId, lessonId), lte(courseDecks.changedAt, at)));
}

/** Hour at which a learner's day begins, until the learner says otherwise. */
export const dayStartsAtDefault = 4;
/** Reviews a day that the users subgraph sets as everybody's goal, until the learner says otherwise (count). */
const dailyGoalReviewsDefault = 50;

/**
 * The account's time zone, until preferences say more. Account and preferences come from two publishers, so either may
 * arrive first: registration never overwrites.
 */
export async function addLearner(
  db: AnalyticsDb,
  { userId, timeZone }: EventData<'ruzlet.user.registered.v1'>,
  at: Date,
): Promise<void> {
  await db
    .insert(learners)
    .values({
      userId,
      timeZone,
      dayStartsAt: dayStartsAtDefault,
      dailyGoalReviews: dailyGoalReviewsDefault,
      changedAt: at,
    })
    .onConflictDoNothing();
}

export async function putPreferences(
  db: AnalyticsDb,
  preferences: EventData<'ruzlet.user.preferences.updated.v1'>,
  at: Date,
): Promise<void> {
  const { timeZone, dayStartsAt, dailyGoalReviews } = preferences;
  const state = { timeZone, dayStartsAt, dailyGoalReviews, changedAt: at };
  await db
    .insert(learners)
    .values({ userId: preferences.userId, ...state })
    .onConflictDoUpdate({ target: learners.userId, set: state, setWhere: lte(learners.changedAt, at) });
}
