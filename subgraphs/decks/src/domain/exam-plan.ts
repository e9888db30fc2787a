import { seededRandom } from './random.js';
import { simulateStudy, type SimulatedCard, type SimulatedOutcome } from './simulate-study.js';

/** A plan to know a deck by a date, within the minutes that a learner has on a day. Pure. */

export interface ExamQuestion {
  /** Seed of the chance: the same question has the same answer. */
  seed: string;
  /** A sample of the studied cards. */
  cards: readonly SimulatedCard[];
  /** How many cards each one of the sample stands for, 1 or more. */
  scale: number;
  newCards: number;
  /** Days of study, today included, the exam's own day not (count, 1 or more). */
  days: number;
  targetRetention: number;
  minutesPerDay: number;
  secondsPerAnswer: number;
  weights: readonly number[];
  maximumIntervalDays: number;
}

export interface ExamPlan {
  /** Whether the target is reached. */
  feasible: boolean;
  /** Mean probability of recall on the exam's day, cards never studied counted as 0. */
  expectedRetention: number;
  /** The desired retention to study with until then. */
  desiredRetention: number;
  newCardsPerDay: number;
  days: PlannedDay[];
  /** Minutes a day with which the target would be reached; null when it is, or when none is enough. */
  minutesNeeded: number | null;
}

export interface PlannedDay {
  newCards: number;
  reviews: number;
  /** Early reviews of the last day, the least certain cards first. */
  extra: number;
  minutes: number;
}

const retentionsTried = [0.8, 0.88, 0.93, 0.97] as const;
/** A plan may leave this many days at the end without new cards, so that these are seen again (count). */
const restDays = [0, 3] as const;
/** Minutes a day are tried up to this many times what the learner has, doubling (count). */
const doublingsMax = 3;

/** The least work that reaches the target, or what comes nearest to it. */
export function planExam(question: ExamQuestion): ExamPlan {
  const best = bestTry(question, question.minutesPerDay);
  const feasible = best.outcome.retention >= question.targetRetention;
  return {
    feasible,
    expectedRetention: best.outcome.retention,
    desiredRetention: best.desiredRetention,
    newCardsPerDay: Math.ceil(best.newCardsPerDay),
    days: best.outcome.days.map((day) => ({
      newCards: Math.round(day.newCards * question.scale),
      reviews: Math.round(day.reviews * question.scale),
      extra: Math.round(day.extra * question.scale),
      minutes: minutesOf(day.answers * question.scale, question.secondsPerAnswer),
    })),
    minutesNeeded: feasible ? null : minutesNeeded(question),
  };
}

interface Try {
  outcome: SimulatedOutcome;
  answers: number;
  desiredRetention: number;
  newCardsPerDay: number;
}

function bestTry(question: ExamQuestion, minutesPerDay: number): Try {
  const tries = restDays.flatMap((rest) => {
    const introductionDays = question.days - rest;
    if (introductionDays < 1) return [];
    const newCardsPerDay = question.newCards / introductionDays;
    return retentionsTried.map((desiredRetention) =>
      attempt(question, minutesPerDay, desiredRetention, newCardsPerDay),
    );
  });
  const reaching = tries.filter(({ outcome }) => outcome.retention >= question.targetRetention);
  const [best] =
    reaching.length > 0
      ? reaching.sort((a, b) => a.answers - b.answers)
      : tries.sort((a, b) => b.outcome.retention - a.outcome.retention);
  if (!best) throw new Error('a plan needs at least one day');
  return best;
}

function attempt(question: ExamQuestion, minutesPerDay: number, desiredRetention: number, newCardsPerDay: number): Try {
  const { scale, secondsPerAnswer } = question;
  const outcome = simulateStudy(
    {
      ...question,
      desiredRetention,
      newCards: Math.round(question.newCards / scale),
      newCardsPerDay: newCardsPerDay / scale,
      answersPerDay: (minutesPerDay * 60) / secondsPerAnswer / scale,
      cardsPerDay: Number.POSITIVE_INFINITY,
      towardsExam: true,
    },
    seededRandom(question.seed),
  );
  const answers = outcome.days.reduce((sum, day) => sum + day.answers, 0);
  return { outcome, answers, desiredRetention, newCardsPerDay };
}

/** By doubling, then halving the gap twice: near enough for advice. */
function minutesNeeded(question: ExamQuestion): number | null {
  const reaches = (minutes: number) => bestTry(question, minutes).outcome.retention >= question.targetRetention;
  let low = question.minutesPerDay;
  let high = low;
  for (let doubling = 0; doubling < doublingsMax; doubling += 1) {
    high *= 2;
    if (reaches(high)) break;
    low = high;
  }
  if (low === high) return null;
  for (let halving = 0; halving < 2; halving += 1) {
    const middle = (low + high) / 2;
    if (reaches(middle)) high = middle;
    else low = middle;
  }
  return Math.ceil(high);
}

function minutesOf(answers: number, secondsPerAnswer: number): number {
  return Math.round((answers * secondsPerAnswer) / 60);
}
