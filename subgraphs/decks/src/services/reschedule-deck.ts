import type { EventData } from '@ruzlet/contracts/registry';
import { newId } from '@ruzlet/platform/ids';
import { appendEvents } from '@ruzlet/platform/outbox/append-events';
import { parseInput } from '@ruzlet/platform/validation';
import { emptyDays, type EmptyDays } from '../domain/day-load.js';
import type { DeckRecord } from '../domain/deck.js';
import { fuzzSeed, manualRating, memoryIn } from '../domain/memory.js';
import { balancedReschedule, rescheduleMemory, type Scheduler, schedulerKey } from '../domain/scheduling.js';
import { isBalanced, schedulerOf } from '../domain/study-settings.js';
import { findReviewMemories, lockStudy, saveMemories, type StoredCardStudy } from '../storage/memory.js';
import { appendLogEntries } from '../storage/reviews.js';
import { schedulerIds } from '../storage/schedulers.js';
import { requireDeck, requireSignIn } from './deck-access.js';
import { cardsRescheduledEvent } from './learning-events.js';
import type { ReviewContext } from './review-cards.js';
import { rescheduleDeckInput } from './study-inputs.js';

/** Cards of one step, and of one event (count). */
const rescheduleBatchCardsMax = 1_000;

export interface RescheduleOutcome {
  deck: DeckRecord;
  dryRun: boolean;
  rescheduledCount: number;
  /** Learned cards due by the end of today, before and after. */
  dueBefore: number;
  dueAfter: number;
}

/**
 * Gives every learned card of a deck the interval that the settings of today give to its stability. What is known stays;
 * the log notes the change, so that memories can still be rebuilt from it. Where days are balanced, the cards are spread
 * over them anew. Doing it again changes nothing.
 */
export async function rescheduleDeck(ctx: ReviewContext, input: unknown): Promise<RescheduleOutcome> {
  const viewer = requireSignIn(ctx);
  const { deckId, dryRun } = parseInput(rescheduleDeckInput, input);
  const { deck } = await requireDeck(ctx, deckId, 'VIEW');
  const { now, today, dayEnd } = await ctx.study.moment();
  const settings = await ctx.study.settings.load(deckId);
  const scheduler = schedulerOf(settings);
  const schedulerId = (await schedulerIds(ctx.db, [scheduler])).get(schedulerKey(scheduler));
  if (schedulerId === undefined) throw new Error('a scheduler has no row though it was just written');
  const report = { deck, dryRun, rescheduledCount: 0, dueBefore: 0, dueAfter: 0 };
  const isDue = ({ due, suspended }: StoredCardStudy) => !suspended && due !== null && due < dayEnd;

  await ctx.db.transaction(async (tx) => {
    await lockStudy(tx, viewer.userId);
    // All that the days are filled with is placed anew, so what was there before does not count.
    const days = isBalanced(settings) ? emptyDays(settings) : null;
    let after: string | null = null;
    for (;;) {
      const page: StoredCardStudy[] = await findReviewMemories(tx, viewer.userId, deckId, {
        after,
        limit: rescheduleBatchCardsMax,
      });
      const rescheduled = page.map((study) => rescheduleStudy(study, viewer.userId, scheduler, days));
      report.dueBefore += page.filter(isDue).length;
      report.dueAfter += rescheduled.filter(({ study }) => isDue(study)).length;
      const changed = rescheduled.filter(({ before, study }) => before.due?.getTime() !== study.due?.getTime());
      report.rescheduledCount += changed.length;
      if (!dryRun && changed.length > 0) {
        await appendLogEntries(
          tx,
          changed.map(({ before, intervalDays }) => ({
            ...memoryIn(before),
            cardId: before.cardId,
            deckId: before.deckId,
            id: newId(now),
            userId: viewer.userId,
            rating: manualRating,
            change: 'RESCHEDULE' as const,
            reviewedAt: now,
            replayAt: now,
            receivedAt: now,
            localDay: today,
            durationMs: 0,
            intervalDays,
            schedulerId,
            clientId: viewer.sessionId,
          })),
        );
        const studies = changed.map(({ study }) => study);
        await saveMemories(tx, viewer.userId, studies);
        const data = eventData(viewer.userId, deckId, studies, now);
        await appendEvents(tx, [cardsRescheduledEvent(data, { requestId: ctx.requestId, now })]);
      }
      const last = page.at(-1);
      if (!last || page.length < rescheduleBatchCardsMax) break;
      after = last.cardId;
    }
  });
  ctx.study.clear();
  return report;
}

interface Rescheduled {
  before: StoredCardStudy;
  study: StoredCardStudy;
  /** The interval, when it was chosen by how full the days are (days); the log keeps it. */
  intervalDays: number | null;
}

/** @param days where balanced days count: those that the cards before this one were given. */
function rescheduleStudy(
  before: StoredCardStudy,
  userId: string,
  scheduler: Scheduler,
  days: EmptyDays | null,
): Rescheduled {
  const memory = memoryIn(before);
  const seed = fuzzSeed(userId, before.cardId);
  const intervalDays = days && balancedReschedule(memory, scheduler, seed, days);
  if (intervalDays !== null && memory.lastReviewDay !== null && !before.suspended) {
    days?.add(memory.lastReviewDay, intervalDays);
  }
  return { before, study: { ...before, ...rescheduleMemory(memory, scheduler, seed, intervalDays) }, intervalDays };
}

function eventData(
  userId: string,
  deckId: string,
  studies: readonly StoredCardStudy[],
  now: Date,
): EventData<'ruzlet.learning.cards.rescheduled.v1'> {
  return {
    userId,
    deckId,
    cards: studies.map(({ cardId, due, scheduledDays }) => ({
      cardId,
      scheduledDays,
      dueAfter: (due ?? now).toISOString(),
    })),
    rescheduledAt: now.toISOString(),
  };
}
