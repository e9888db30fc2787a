import { addDays, daysBetween } from '@ruzlet/platform/localtime';
import { parseInput } from '@ruzlet/platform/validation';
import type { DeckRecord } from '../domain/deck.js';
import { planExam, type PlannedDay } from '../domain/exam-plan.js';
import { seededRandom } from '../domain/random.js';
import { elapsedDays } from '../domain/scheduling.js';
import { simulateStudy, type SimulatedCard } from '../domain/simulate-study.js';
import { type DeckStudySettings, schedulerOf } from '../domain/study-settings.js';
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

interface Standing {
  deck: DeckRecord;
  settings: DeckStudySettings;
  today: string;
  cards: SimulatedCard[];
  newCards: number;
  scale: number;
  answerMs: number;
}

/** Where the viewer stands with a deck today. */
async function standingOf(ctx: ReviewContext, userId: string, deckId: string, days: number): Promise<Standing> {
  const cardsMax = Math.min(simulatedCardsMax, Math.max(simulatedCardsMin, Math.floor(simulatedCardDaysMax / days)));
  const { deck } = await requireDeck(ctx, deckId, 'VIEW');
  const [{ today, now }, settings, progress, pace, { sample, total }] = await Promise.all([
    ctx.study.moment(),
    ctx.study.settings.load(deckId),
    ctx.study.progress.load(deckId),
    findAnswerPace(ctx.db, userId, deckId),
    sampleMemories(ctx.db, userId, deckId, cardsMax),
  ]);
  const scale = Math.max(1, (total + progress.new) / cardsMax);
  // As many of the sample as the studied cards' share of the whole, so that one scale fits both.
  const cards = sample.slice(0, Math.ceil(total / scale)).flatMap((study): SimulatedCard[] => {
    const { stability, difficulty, due } = study;
    if (stability === null || difficulty === null) return [];
    const dueInDays = due ? Math.ceil((due.getTime() - now.getTime()) / 86_400_000) : 0;
    return [{ stability, difficulty, elapsedDays: elapsedDays(study, today), dueInDays }];
  });
  return { deck, settings, today, cards, newCards: progress.new, scale, answerMs: pace ?? answerMsDefault };
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
  const { settings, today, cards, newCards, scale, answerMs } = await standingOf(ctx, userId, deckId, days);
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

export interface DeckExamPlan {
  deck: DeckRecord;
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

/**
 * The way from where the viewer stands to the exam of a deck, made anew at each reading: reviews that came in meanwhile
 * are in it. Null without an exam date, and from the day of the exam on.
 */
export async function examPlan(ctx: ReviewContext, id: string): Promise<DeckExamPlan | null> {
  const { userId } = requireSignIn(ctx);
  const deckId = parseInput(idInput, id, ['deckId']);
  await requireDeck(ctx, deckId, 'VIEW');
  const [{ today }, settings] = await Promise.all([ctx.study.moment(), ctx.study.settings.load(deckId)]);
  const { examDate, targetRetention, minutesPerDay } = settings;
  const daysLeft = examDate === null ? 0 : daysBetween(today, examDate);
  if (examDate === null || daysLeft < 1) return null;
  const days = Math.min(daysLeft, planDaysMax);
  const { deck, cards, newCards, scale, answerMs } = await standingOf(ctx, userId, deckId, days);
  const { weights, maximumIntervalDays } = schedulerOf(settings);
  const plan = planExam({
    seed: `${userId} ${deckId}`,
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
    deck,
    examDate,
    targetRetention,
    minutesPerDay,
    daysLeft,
    days: plan.days.map((day, index) => ({ ...day, day: addDays(today, index) })),
  };
}
