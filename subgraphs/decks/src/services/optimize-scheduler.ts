import { AppError, badInput, conflict } from '@ruzlet/platform/errors';
import { newId } from '@ruzlet/platform/ids';
import { appendEvents } from '@ruzlet/platform/outbox/append-events';
import { parseInput } from '@ruzlet/platform/validation';
import type { DeckRecord } from '../domain/deck.js';
import { countTellingReviews, type FitReviews, FitReviewsGatherer } from '../domain/fit-reviews.js';
import { defaultScheduler, migratedWeights } from '../domain/scheduling.js';
import { FitError } from '../fitting/weight-fitter.js';
import { lockStudy } from '../storage/memory.js';
import {
  appendWeights,
  findLogPage,
  findWeights,
  type LogPlace,
  type WeightsRecord,
} from '../storage/scheduler-weights.js';
import type { DecksContext } from './context.js';
import { requireDeck, requireSignIn } from './deck-access.js';
import { schedulerFittedEvent } from './learning-events.js';
import type { ReviewContext } from './review-cards.js';
import { optimizeSchedulerInput, schedulerWeightsInput } from './study-inputs.js';

/** The weights of FSRS-6 for a learner: fitted to their log, given by hand, or the defaults. */

/** Reviews on a later day than the one before that a fit needs (count): fewer say more about chance than about the learner. */
export const fitReviewsMin = 100;
/** Entries of the log that a fit reads (count); a learner with more has told enough. */
const fitEntriesMax = 400_000;
const fitPageEntriesMax = 10_000;
/** Versions that are listed (count). */
const weightsListedMax = 50;

export type FitOutcome = 'APPLIED' | 'NOT_BETTER' | 'TOO_FEW_REVIEWS';

export interface FitResult {
  outcome: FitOutcome;
  deck: DeckRecord | null;
  /** What was stored; null when there were too few reviews. */
  fitted: WeightsRecord | null;
  reviewCount: number;
}

export type FitContext = ReviewContext & Pick<DecksContext, 'fitter'>;

/** Learners whose fit is running in this process: a second one would reckon the same again. */
const running = new Set<string>();

/**
 * Fits the weights to the viewer's log: of one deck, or of all. They count from then on where they predict the log better
 * than those in use; due dates stay until the next review, or `rescheduleDeck`.
 *
 * @throws AppError CONFLICT while another fit of the viewer runs; SERVICE_UNAVAILABLE when the reckoning failed.
 */
export async function optimizeScheduler(ctx: FitContext, args: unknown): Promise<FitResult> {
  const { userId } = requireSignIn(ctx);
  const { deckId = null } = parseInput(optimizeSchedulerInput, args, []);
  const deck = deckId === null ? null : (await requireDeck(ctx, deckId, 'VIEW')).deck;
  if (running.has(userId)) throw conflict('A fit of yours is running already: wait for it.');
  running.add(userId);
  try {
    return await fit(ctx, userId, deck);
  } finally {
    running.delete(userId);
  }
}

async function fit(ctx: FitContext, userId: string, deck: DeckRecord | null): Promise<FitResult> {
  const { reviews, cardCount } = await readLog(ctx, userId, deck?.id ?? null);
  const reviewCount = countTellingReviews(reviews);
  if (reviewCount < fitReviewsMin) return { outcome: 'TOO_FEW_REVIEWS', deck, fitted: null, reviewCount };
  const weightsBefore = await weightsInUse(ctx, userId, deck?.id ?? null);
  // More than one relearning step narrows what the weights of a day's later reviews may be.
  const relearningStepCount = deck ? (await ctx.study.settings.load(deck.id)).relearningStepsMinutes.length : 1;
  const { weights, ...figures } = await ctx.fitter
    .fit({ ...reviews, weightsBefore: [...weightsBefore], relearningStepCount })
    .catch((error: unknown) => {
      if (!(error instanceof FitError)) throw error;
      throw new AppError('SERVICE_UNAVAILABLE', `The weights could not be fitted: ${error.message}.`);
    });
  const counts = figures.logLossAfter < figures.logLossBefore;
  const fitted = await store(ctx, userId, deck?.id ?? null, {
    source: 'FIT',
    weights,
    counts,
    reviewCount,
    cardCount,
    ...figures,
  });
  return { outcome: counts ? 'APPLIED' : 'NOT_BETTER', deck, fitted, reviewCount };
}

/**
 * Sets the weights by hand, for those who had them fitted elsewhere; 17 and 19 weights of older versions of FSRS are carried
 * over to the 21 of FSRS-6. Without weights the defaults count again.
 */
export async function setSchedulerWeights(ctx: ReviewContext, input: unknown): Promise<WeightsRecord> {
  const { userId } = requireSignIn(ctx);
  const { deckId = null, weights } = parseInput(schedulerWeightsInput, input);
  if (deckId !== null) await requireDeck(ctx, deckId, 'VIEW');
  const given = weights ? migratedWeights(weights) : defaultScheduler.weights;
  if (!given) {
    throw badInput([
      { path: ['input', 'weights'], message: 'are no weights of FSRS: a value is outside of its bounds' },
    ]);
  }
  return store(ctx, userId, deckId, {
    source: weights ? 'MANUAL' : 'DEFAULT',
    weights: [...given],
    counts: true,
    reviewCount: 0,
    cardCount: 0,
    logLossBefore: null,
    logLossAfter: null,
    rmseBefore: null,
    rmseAfter: null,
  });
}

/** The viewer's versions, the newest first. */
export async function listSchedulerWeights(
  ctx: ReviewContext,
  args: { deckId?: string | null | undefined },
): Promise<WeightsRecord[]> {
  const { userId } = requireSignIn(ctx);
  const { deckId = null } = parseInput(optimizeSchedulerInput, args, []);
  if (deckId !== null) await requireDeck(ctx, deckId, 'VIEW');
  return findWeights(ctx.db, userId, deckId, weightsListedMax);
}

async function store(
  ctx: ReviewContext,
  userId: string,
  deckId: string | null,
  row: Omit<WeightsRecord, 'id' | 'userId' | 'deckId' | 'version' | 'createdAt'>,
): Promise<WeightsRecord> {
  const now = ctx.clock.now();
  const record = await ctx.db.transaction(async (tx) => {
    await lockStudy(tx, userId);
    const stored = await appendWeights(tx, { ...row, id: newId(now), userId, deckId, createdAt: now });
    await appendEvents(tx, [schedulerFittedEvent(eventData(stored), { requestId: ctx.requestId, now })]);
    return stored;
  });
  ctx.study.clear();
  return record;
}

function eventData(stored: WeightsRecord) {
  const { logLossBefore, logLossAfter, rmseBefore, rmseAfter } = stored;
  return {
    userId: stored.userId,
    ...(stored.deckId !== null && { deckId: stored.deckId }),
    version: stored.version,
    source: stored.source,
    weights: stored.weights,
    counts: stored.counts,
    reviewCount: stored.reviewCount,
    ...(logLossBefore !== null && { logLossBefore }),
    ...(logLossAfter !== null && { logLossAfter }),
    ...(rmseBefore !== null && { rmseBefore }),
    ...(rmseAfter !== null && { rmseAfter }),
    fittedAt: stored.createdAt.toISOString(),
  };
}

/** The weights that a deck is studied with now; for all decks those that have no deck. */
async function weightsInUse(ctx: ReviewContext, userId: string, deckId: string | null): Promise<readonly number[]> {
  if (deckId !== null) return (await ctx.study.settings.load(deckId)).weights;
  const versions = await findWeights(ctx.db, userId, null, weightsListedMax);
  return versions.find(({ counts }) => counts)?.weights ?? defaultScheduler.weights;
}

async function readLog(
  ctx: Pick<ReviewContext, 'db'>,
  userId: string,
  deckId: string | null,
): Promise<{ reviews: FitReviews; cardCount: number }> {
  const gatherer = new FitReviewsGatherer();
  let after: LogPlace | null = null;
  let entries = 0;
  let cardCount = 0;
  let lastCard = '';
  do {
    const page: Awaited<ReturnType<typeof findLogPage>> = await findLogPage(ctx.db, userId, deckId, {
      after,
      limit: fitPageEntriesMax,
    });
    for (const entry of page.entries) {
      if (entry.cardId !== lastCard) cardCount += 1;
      lastCard = entry.cardId;
      gatherer.add(entry);
    }
    entries += page.entries.length;
    after = page.end;
  } while (after !== null && entries < fitEntriesMax);
  return { reviews: gatherer.finish(), cardCount };
}
