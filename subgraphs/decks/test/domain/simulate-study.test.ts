import { describe, expect, it } from 'vitest';
import { type ExamQuestion, planExam } from '../../src/domain/exam-plan.js';
import { seededRandom } from '../../src/domain/random.js';
import { defaultScheduler } from '../../src/domain/scheduling.js';
import { type SimulatedCard, simulateStudy, type SimulatedStudy } from '../../src/domain/simulate-study.js';

const known = (count: number, stability = 30): SimulatedCard[] =>
  Array.from({ length: count }, (_, index) => ({
    stability,
    difficulty: 5,
    elapsedDays: index % 20,
    dueInDays: 30 - (index % 20),
  }));

const study: SimulatedStudy = {
  cards: known(200),
  newCards: 0,
  days: 120,
  newCardsPerDay: 10,
  cardsPerDay: 1_000,
  answersPerDay: Number.POSITIVE_INFINITY,
  desiredRetention: 0.9,
  weights: defaultScheduler.weights,
  maximumIntervalDays: 36_500,
  towardsExam: false,
};
const run = (changes: Partial<SimulatedStudy>, seed = 'seed') =>
  simulateStudy({ ...study, ...changes }, seededRandom(seed));
const total = (outcome: ReturnType<typeof run>, field: 'reviews' | 'newCards' | 'extra' | 'answers') =>
  outcome.days.reduce((sum, day) => sum + day[field], 0);

describe('a simulation of study', () => {
  it('is the same for the same chance', () => {
    expect(run({})).toEqual(run({}));
    expect(run({}, 'other')).not.toEqual(run({}));
  });

  it('costs more reviews and keeps more, the higher the desired retention', () => {
    const outcomes = [0.75, 0.85, 0.95].map((desiredRetention) => run({ desiredRetention }));
    const reviews = outcomes.map((outcome) => total(outcome, 'reviews'));
    expect(reviews[0]).toBeLessThan(reviews[1] ?? 0);
    expect(reviews[1]).toBeLessThan(reviews[2] ?? 0);
    expect(outcomes[0]?.known).toBeLessThan(outcomes[2]?.known ?? 0);
  });

  it('keeps what is known near the desired retention: above it, since cards are between their reviews', () => {
    const { retention } = run({ desiredRetention: 0.9, days: 200 });
    expect(retention).toBeGreaterThan(0.9);
    expect(retention).toBeLessThan(0.97);
  });

  it('begins new cards at the rate that is set, fractions included, and no more than there are', () => {
    const outcome = run({ cards: [], newCards: 20, newCardsPerDay: 0.5, days: 60 });
    expect(outcome.days.slice(0, 4).map(({ newCards }) => newCards)).toEqual([0, 1, 0, 1]);
    expect(total(outcome, 'newCards')).toBe(20);
  });

  it('keeps to the cards and to the answers of a day', () => {
    for (const limit of [{ cardsPerDay: 3 }, { answersPerDay: 3 }]) {
      const outcome = run({ ...limit, newCards: 50 });
      // One more now and then: what is left of a day's fraction is carried over.
      expect(Math.max(...outcome.days.map(({ reviews, newCards }) => reviews + newCards))).toBeLessThanOrEqual(4);
    }
    const nothing = run({ answersPerDay: 0, newCards: 50 });
    expect(total(nothing, 'answers')).toBe(0);
  });

  it('counts cards that are never studied as not known', () => {
    expect(run({ cards: [], newCards: 10, newCardsPerDay: 0 })).toMatchObject({ retention: 0, known: 0 });
    expect(run({ cards: [], newCards: 0 }).retention).toBe(0);
  });
});

const question: ExamQuestion = {
  seed: 'seed',
  cards: [],
  scale: 1,
  newCards: 100,
  days: 20,
  targetRetention: 0.9,
  minutesPerDay: 60,
  secondsPerAnswer: 10,
  weights: defaultScheduler.weights,
  maximumIntervalDays: 36_500,
};

describe('an exam plan', () => {
  it('reaches the target when there is time, with every card begun', () => {
    const plan = planExam(question);
    expect(plan).toMatchObject({ feasible: true, minutesNeeded: null });
    expect(plan.expectedRetention).toBeGreaterThanOrEqual(0.9);
    expect(plan.days).toHaveLength(20);
    expect(plan.days.reduce((sum, day) => sum + day.newCards, 0)).toBe(100);
    for (const day of plan.days) expect(day.minutes).toBeLessThanOrEqual(61);
  });

  it('tells what is reached otherwise, and how many minutes it would take', () => {
    const plan = planExam({ ...question, minutesPerDay: 2 });
    expect(plan.feasible).toBe(false);
    expect(plan.expectedRetention).toBeLessThan(0.9);
    expect(plan.expectedRetention).toBeGreaterThan(0);
    expect(plan.minutesNeeded).toBeGreaterThan(2);
    expect(planExam({ ...question, minutesPerDay: plan.minutesNeeded ?? 0 }).feasible).toBe(true);
  });

  it('comes to about the same from a sample as from the whole deck', () => {
    const whole = {
      ...question,
      cards: known(400, 20),
      newCards: 200,
      days: 120,
      minutesPerDay: 4,
      targetRetention: 0.99,
    };
    const sampled = planExam({ ...whole, cards: known(20, 20), scale: 20 });
    expect(Math.abs(sampled.expectedRetention - planExam(whole).expectedRetention)).toBeLessThan(0.08);
    expect(sampled.days.reduce((sum, day) => sum + day.newCards, 0)).toBeGreaterThan(100);
  });

  it('says so when no number of minutes is enough', () => {
    const plan = planExam({ ...question, newCards: 5_000, scale: 25, days: 1, minutesPerDay: 1 });
    expect(plan).toMatchObject({ feasible: false, minutesNeeded: null });
  });

  it('asks for less work the more is known, and uses the last day for a last look', () => {
    const minutes = (plan: ReturnType<typeof planExam>) => plan.days.reduce((sum, day) => sum + day.minutes, 0);
    const halfway = planExam({ ...question, cards: known(50, 60), newCards: 50 });
    expect(minutes(halfway)).toBeLessThan(minutes(planExam(question)));
    const late = planExam({ ...question, cards: known(100, 5), newCards: 0, days: 1 });
    expect(late.days[0]?.extra ?? 0).toBeGreaterThan(0);
    expect(late.expectedRetention).toBeGreaterThan(0.9);
  });
});
