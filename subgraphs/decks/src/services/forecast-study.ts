import { addDays, daysBetween } from '@ruzlet/platform/localtime';
import { parseInput } from '@ruzlet/platform/validation';
import type { DeckRecord } from '../domain/deck.js';
import { planExam, type PlannedDay } from '../domain/exam-plan.js';
import { seededRandom } from '../domain/random.js';
import { elapsedDays } from '../domain/scheduling.js';
import { simulateStudy, type SimulatedCard } from '../domain/simulate-study.js';
import { schedulerOf } from '../domain/study-settings.js';
import { sampleMemories } from '../storage/memory.js';
import { findAnswerPace } from '../storage/reviews.js';
import { requireDeck, requireSignIn } from './deck-access.js';
import { idInput } from './inputs.js';
import type { ReviewContext } from './review-cards.js';
import { simulateWorkloadInput } from './study-inputs.js';

/** What lies before a learner: the work that a desired retention costs, and the way to an exam. Reads only. */

/** Cards that are simulated (count); larger decks are sampled. */
const simulatedCardsMax = 200;
const simulatedCardsMin = 40;
/** Cards times days of one simulation (count): bounds the time that a request takes, whatever the horizon. */
const simulatedCardDaysMax = 16_000;
/** Time of an answer before any was measured (milliseconds). */
const answerMsDefault = 8_000;
/** Days that a plan looks ahead (count); an exam further away is planned to there. */
const planDaysMax = 365;

export interface Standing {
  today: string;
  cards: SimulatedCard[];
  newCards: number;
  scale: number;
  answerMs: number;
}

/** Where the viewer stands with decks today, all of them together. Callers check access. */
export async function standingOf(
  ctx: ReviewContext,
  userId: string,
  deckIds: readonly string[],
  days: number,
): Promise<Standing> {
  const cardsMax = Math.min(simulatedCardsMax, Math.max(simulatedCardsMin, Math.floor(simulatedCardDaysMax / days)));
  const [{ today, now }, progress, pace, { sample, total }] = await Promise.all([
    ctx.study.moment(),
    Promise.all(deckIds.map((deckId) => ctx.study.progress.load(deckId))),
    findAnswerPace(ctx.db, userId, deckIds),
    sampleMemories(ctx.db, userId, deckIds, cardsMax),
  ]);
  const newCards = progress.reduce((sum, one) => sum + one.new, 0);
  const scale = Math.max(1, (total + newCards) / cardsMax);
  // As many of the sample as the studied cards' share of the whole, so that one scale fits both.
  const cards = sample.slice(0, Math.ceil(total / scale)).flatMap((study): SimulatedCard[] => {
    const { stability, difficulty, due } = study;
    if (stability === null || difficulty === null) return [];
    const dueInDays = due ? Math.ceil((due.getTime() - now.getTime()) / 86_400_000) : 0;
    return [{ stability, difficulty, elapsedDays: elapsedDays(study, today), dueInDays }];
  });
  return { today, cards, newCards, scale, answerMs: pace ?? answerMsDefault };
}

export interface WorkloadPoint {
  desiredRetention: number;
  reviewsPerDay: number;
  answersPerDay: number;
  minutesPerDay: number;
  knownCards: number;
  days: { day: string; reviews: number; newCards: number }[];
}

/** What each desired retention would cost and bring, with the viewer's cards, limits and pace. */
export async function simulateWorkload(ctx: ReviewContext, input: unknown): Promise<WorkloadPoint[]> {
  const { userId } = requireSignIn(ctx);
  const { deckId, days, desiredRetentions } = parseInput(simulateWorkloadInput, input);
  await requireDeck(ctx, deckId, 'VIEW');
  const settings = await ctx.study.settings.load(deckId);
  const { today, cards, newCards, scale, answerMs } = await standingOf(ctx, userId, [deckId], days);
  const { weights, maximumIntervalDays } = schedulerOf(settings);
  return desiredRetentions.map((desiredRetention) => {
    const outcome = simulateStudy(
      {
        cards,
        newCards: Math.round(newCards / scale),
        days,
        newCardsPerDay: settings.newCardsPerDay / scale,
        cardsPerDay: settings.reviewsPerDay / scale,
        answersPerDay: Number.POSITIVE_INFINITY,
        desiredRetention,
        weights,
        maximumIntervalDays,
        towardsExam: false,
      },
      seededRandom(`${userId} ${deckId}`),
    );
    const perDay = (of: (day: (typeof outcome.days)[number]) => number) =>
      (outcome.days.reduce((sum, day) => sum + of(day), 0) * scale) / days;
    const answersPerDay = perDay(({ answers }) => answers);
    return {
      desiredRetention,
      reviewsPerDay: perDay(({ reviews }) => reviews),
      answersPerDay,
      minutesPerDay: (answersPerDay * answerMs) / 60_000,
      knownCards: outcome.known * scale,
      days: outcome.days.map((day, index) => ({
        day: addDays(today, index),
        reviews: Math.round(day.reviews * scale),
        newCards: Math.round(day.newCards * scale),
      })),
    };
  });
}

/** A plan, and the exam that it is for. */
export interface DatedPlan {
  examDate: string;
  targetRetention: number;
  minutesPerDay: number;
  daysLeft: number;
  feasible: boolean;
  expectedRetention: number;
  desiredRetention: number;
  newCardsPerDay: number;
  minutesNeeded: number | null;
  days: (PlannedDay & { day: string })[];
}

export interface DeckExamPlan extends DatedPlan {
  deck: DeckRecord;
}

/**
 * The way from where the viewer stands to the exam of a deck, made anew at each reading: reviews that came in meanwhile
 * are in it. Null without an exam date, and from the day of the exam on.
 */
export async function examPlan(ctx: ReviewContext, id: string): Promise<DeckExamPlan | null> {
  requireSignIn(ctx);
  const deckId = parseInput(idInput, id, ['deckId']);
  const { deck } = await requireDeck(ctx, deckId, 'VIEW');
  const { examDate, targetRetention, minutesPerDay } = await ctx.study.settings.load(deckId);
  if (examDate === null) return null;
  const plan = await planFor(ctx, [deckId], { examDate, targetRetention, minutesPerDay });
  return plan && { ...plan, deck };
}

/** A plan for decks that the viewer may see, studied together; null from the day of the exam on. The weights are those of the first. */
export async function planFor(
  ctx: ReviewContext,
  deckIds: readonly string[],
  exam: { examDate: string; targetRetention: number; minutesPerDay: number },
): Promise<DatedPlan | null> {
  const { userId } = requireSignIn(ctx);
  const { today } = await ctx.study.moment();
  const daysLeft = daysBetween(today, exam.examDate);
  const [first] = deckIds;
  if (daysLeft < 1 || first === undefined) return null;
  const days = Math.min(daysLeft, planDaysMax);
  const { cards, newCards, scale, answerMs } = await standingOf(ctx, userId, deckIds, days);
  const { weights, maximumIntervalDays } = schedulerOf(await ctx.study.settings.load(first));
  const { targetRetention, minutesPerDay } = exam;
  const plan = planExam({
    seed: `${userId} ${deckIds.join(' ')}`,
    cards,
    scale,
    newCards,
    days,
    targetRetention,
    minutesPerDay,
    secondsPerAnswer: answerMs / 1_000,
    weights,
    maximumIntervalDays,
  });
  return {
    ...plan,
    ...exam,
    daysLeft,
    days: plan.days.map((day, index) => ({ ...day, day: addDays(today, index) })),
  };
}
