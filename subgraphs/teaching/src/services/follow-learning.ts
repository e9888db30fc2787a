import { on, type EventHandlers } from '@ruzlet/contracts/dispatch';
import type { EventOf, RuzletEvent } from '@ruzlet/contracts/registry';
import type { Clock } from '@ruzlet/platform/clock';
import type { AssignmentKind } from '../domain/assignment.js';
import {
  findAssignmentsOnDeck,
  findAwaitedDecks,
  findCardCount,
  forgetCards,
  forgetMemory,
  mergeMemory,
  putCardCount,
  nameOf,
  putMemories,
  undoMemory,
} from '../storage/memory-copies.js';
import type { AssignmentRow, MemoryCopyRow, TeachingDb } from '../storage/teaching-db.js';
import { completeByStudy, completeByTest } from './complete-assignment.js';
import { tellingOf, type CourseTransaction } from './course-transaction.js';

const dayMs = 86_400_000;

type CardCountEvent = EventOf<
  | 'ruzlet.content.deck.created.v1'
  | 'ruzlet.content.deck.updated.v1'
  | 'ruzlet.content.deck.restored.v1'
  | 'ruzlet.content.cards.added.v1'
  | 'ruzlet.content.cards.deleted.v1'
>;

/** How many cards a deck has: what a goal of study is a mean over. */
export async function countCards(tx: TeachingDb, { data, time }: CardCountEvent): Promise<void> {
  await putCardCount(tx, { deckId: data.deckId, cardCount: data.cardCount, changedAt: new Date(time) });
}

/** What learners do with decks, as far as assignments wait for it. */
export function learningHandlers(clock: Clock): EventHandlers<TeachingDb> {
  /** Does something for each assignment of the learner on this deck. */
  async function forAssignments(
    tx: TeachingDb,
    of: { userId: string; deckId: string; kind: AssignmentKind },
    work: (transaction: CourseTransaction, assignment: AssignmentRow) => Promise<unknown>,
  ): Promise<void> {
    const assignments = await findAssignmentsOnDeck(tx, of);
    if (assignments.length === 0) return;
    await tellingOf(tx, clock.now(), async (transaction) => {
      for (const assignment of assignments) await work(transaction, assignment);
    });
  }

  return {
    'ruzlet.content.cards.added.v1': countCards,
    'ruzlet.content.cards.deleted.v1': async (tx, event) => {
      await countCards(tx, event);
      await forgetCards(tx, event.data.cardIds);
    },
    'ruzlet.learning.card.reviewed.v1': async (tx, event) => {
      await putMemories(tx, [memoryAfter(event)]);
      const { userId, deckId, reviewId, receivedAt } = event.data;
      await forAssignments(tx, { userId, deckId, kind: 'STUDY' }, (transaction, assignment) =>
        completeByStudy(transaction, assignment, { studentId: userId, attemptId: reviewId, at: new Date(receivedAt) }),
      );
    },
    'ruzlet.learning.memory.merged.v1': (tx, { data }) => mergeMemory(tx, data),
    'ruzlet.learning.review.undone.v1': (tx, { data }) => undoMemory(tx, data),
    'ruzlet.learning.cards.reset.v1': (tx, { data }) =>
      forgetMemory(
        tx,
        data.userId,
        data.cards.map(({ cardId }) => cardId),
      ),
    'ruzlet.learning.test.submitted.v1': async (tx, { data }) => {
      const { userId, deckId, testId, score: share } = data;
      await forAssignments(tx, { userId, deckId, kind: 'TEST' }, async (transaction, assignment) => {
        // A deck with fewer cards than that asks of each of them.
        const cards = (await findCardCount(tx, deckId)) ?? Number.POSITIVE_INFINITY;
        if (data.questionCount < Math.min(assignment.goalQuestionsMin ?? 1, cards)) return;
        const at = new Date(data.submittedAt);
        await completeByTest(transaction, assignment, { studentId: userId, attemptId: testId, at, share });
      });
    },
  };
}

/**
 * Reviews as a set. Where an assignment waits for them they are followed one after another, for each of them may be the one that reaches the goal; all
 * others only leave what is remembered, in one statement.
 */
export function followReviews(clock: Clock): (tx: TeachingDb, events: RuzletEvent[]) => Promise<void> {
  const follow = on<TeachingDb>(learningHandlers(clock));
  return async (tx, events) => {
    const reviews = events.filter(isReview);
    const awaited = await findAwaitedDecks(
      tx,
      reviews.map(({ data }) => data),
    );
    const isAwaited = ({ data }: ReviewEvent) => awaited.has(nameOf(data));
    await putMemories(tx, reviews.filter((event) => !isAwaited(event)).map(memoryAfter));
    for (const event of reviews.filter(isAwaited)) await follow(tx, event);
  };
}

type ReviewEvent = EventOf<'ruzlet.learning.card.reviewed.v1'>;

export function isReview(event: RuzletEvent): event is ReviewEvent {
  return event.type === 'ruzlet.learning.card.reviewed.v1';
}

function memoryAfter({ data }: ReviewEvent): MemoryCopyRow {
  const { userId, deckId, cardId, reviewId, stabilityAfter, stabilityBefore, elapsedDays } = data;
  const reviewedAt = new Date(data.reviewedAt);
  const reviewedBefore = stabilityBefore === undefined ? null : new Date(reviewedAt.getTime() - elapsedDays * dayMs);
  return {
    userId,
    deckId,
    cardId,
    stability: stabilityAfter,
    reviewedAt,
    reviewId,
    stabilityBefore: stabilityBefore ?? null,
    reviewedBefore,
  };
}

/** True for the events that the handlers above take. */
export function isFollowed(event: RuzletEvent): boolean {
  return followed.has(event.type);
}

const followed = new Set(Object.keys(learningHandlers({ now: () => new Date(0) })));
