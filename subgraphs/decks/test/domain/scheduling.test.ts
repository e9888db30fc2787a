import fc from 'fast-check';
import { FSRS, GenSeedStrategyWithCardId, Rating, StrategyMode, createEmptyCard, type Card, type Grade } from 'ts-fsrs';
import { describe, expect, it } from 'vitest';
import { isLeechLapse, newMemory, type Memory, type RatingCode } from '../../src/domain/memory.js';
import {
  defaultScheduler,
  elapsedDays,
  forgettingCurve,
  previewRatings,
  rebuildMemory,
  retrievability,
  reviewMemory,
  type LoggedReview,
  type Scheduler,
} from '../../src/domain/scheduling.js';

const grades: Record<RatingCode, Grade> = { 1: Rating.Again, 2: Rating.Hard, 3: Rating.Good, 4: Rating.Easy };
const start = Date.parse('2026-01-05T12:00:00.000Z');
const dayMs = 86_400_000;
const utcDay = (at: Date) => at.toISOString().slice(0, 10);
const momentAt = (at: Date) => ({ reviewedAt: at, localDay: utcDay(at) });

const rating = fc.constantFrom<RatingCode>(1, 2, 3, 4);
const scheduler: fc.Arbitrary<Scheduler> = fc.record({
  desiredRetention: fc.constantFrom(0.7, 0.85, 0.9, 0.97, 0.99),
  weights: fc.constant(defaultScheduler.weights),
  learningStepsMinutes: fc.constantFrom([1, 10], [], [5], [1, 10, 1_440]),
  relearningStepsMinutes: fc.constantFrom([10], [], [5, 30]),
  maximumIntervalDays: fc.constantFrom(36_500, 365, 7),
  fuzz: fc.boolean(),
  leechLapses: fc.constantFrom(8, 3),
});
/** Ratings with the minutes before each: most reviews are days apart, some minutes. */
const history = fc.array(
  fc.record({ rating, gapMinutes: fc.oneof(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 400_000 })) }),
  { minLength: 1, maxLength: 30 },
);

function studied(reviews: readonly { rating: RatingCode; gapMinutes: number }[], settings: Scheduler, seed: string) {
  let memory: Memory = newMemory;
  let at = start;
  const log: LoggedReview[] = [];
  for (const review of reviews) {
    at += review.gapMinutes * 60_000;
    const moment = momentAt(new Date(at));
    memory = reviewMemory(memory, review.rating, moment, settings, seed);
    log.push({ ...moment, rating: review.rating, scheduler: settings });
  }
  return { memory, log, at: new Date(at) };
}

describe('a review', () => {
  it('does what ts-fsrs does, for any history and settings, when days are UTC days', () => {
    fc.assert(
      fc.property(history, scheduler, (reviews, settings) => {
        const oracle = new FSRS({
          request_retention: settings.desiredRetention,
          maximum_interval: settings.maximumIntervalDays,
          w: settings.weights,
          enable_fuzz: settings.fuzz,
          learning_steps: settings.learningStepsMinutes.map((minutes): `${number}m` => `${minutes}m`),
          relearning_steps: settings.relearningStepsMinutes.map((minutes): `${number}m` => `${minutes}m`),
        }).useStrategy(StrategyMode.SEED, GenSeedStrategyWithCardId('seed'));
        let card: Card & { seed: string } = { ...createEmptyCard(new Date(start)), seed: 'learner:card#' };
        let memory: Memory = newMemory;
        let at = start;
        for (const review of reviews) {
          at += review.gapMinutes * 60_000;
          const now = new Date(at);
          card = { ...oracle.next(card, now, grades[review.rating]).card, seed: 'learner:card#' };
          memory = reviewMemory(memory, review.rating, momentAt(now), settings, 'learner:card');
          expect(memory).toMatchObject({
            state: card.state,
            due: card.due,
            stability: card.stability,
            difficulty: card.difficulty,
            scheduledDays: card.scheduled_days,
            learningSteps: card.learning_steps,
            reps: card.reps,
            lapses: card.lapses,
            lastReview: card.last_review,
          });
        }
      }),
    );
  });

  it.each<{ sequence: RatingCode[] }>([
    { sequence: [3, 3, 3, 3] },
    { sequence: [1, 3, 3, 1, 3] },
    { sequence: [4, 4, 2, 1, 4] },
  ])(
    'a day late, in the sequence $sequence, makes memories more stable by success and less by failure',
    ({ sequence }) => {
      let memory: Memory = newMemory;
      for (const given of sequence) {
        const at = new Date((memory.due?.getTime() ?? start) + dayMs);
        const before = memory.stability;
        memory = reviewMemory(memory, given, momentAt(at), defaultScheduler, 's');
        if (before !== null && given > 1) expect(memory.stability).toBeGreaterThan(before);
        if (before !== null && given === 1) expect(memory.stability).toBeLessThan(before);
      }
    },
  );

  it('counts learner’s days: 30 minutes across the day’s start are one day, 20 hours within it none', () => {
    const evening = { reviewedAt: new Date('2026-01-05T03:50:00Z'), localDay: '2026-01-04' };
    const memory = reviewMemory(newMemory, 4, evening, defaultScheduler, 's');
    expect(elapsedDays(memory, '2026-01-05')).toBe(1);
    expect(elapsedDays(memory, '2026-01-04')).toBe(0);
    // Flying west may bring yesterday back.
    expect(elapsedDays(memory, '2026-01-03')).toBe(0);
  });

  it('promises in the preview what it gives, fuzz included', () => {
    fc.assert(
      fc.property(history, scheduler, rating, fc.nat(400_000), (reviews, settings, next, gapMinutes) => {
        const { memory, at } = studied(reviews, settings, 'seed');
        const moment = momentAt(new Date(at.getTime() + gapMinutes * 60_000));
        const promised = previewRatings(memory, moment, settings, 'seed').find((one) => one.rating === next);
        const given = reviewMemory(memory, next, moment, settings, 'seed');
        expect(promised?.memory).toEqual(given);
        expect(promised?.intervalSeconds).toBe(((given.due?.getTime() ?? 0) - moment.reviewedAt.getTime()) / 1_000);
      }),
    );
  });

  it('leads with a better rating to no earlier a date', () => {
    fc.assert(
      fc.property(history, scheduler, (reviews, settings) => {
        const { memory, at } = studied(reviews, { ...settings, fuzz: false }, 'seed');
        const moment = momentAt(new Date((memory.due ?? at).getTime()));
        const intervals = previewRatings(memory, moment, { ...settings, fuzz: false }, 'seed').map(
          (one) => one.intervalSeconds,
        );
        if (memory.state === 2) expect([...intervals].sort((a, b) => a - b)).toEqual(intervals);
        for (const interval of intervals) expect(interval).toBeGreaterThan(0);
      }),
    );
  });

  it('starts a new card with the default steps: 1 minute, 6 minutes, 10 minutes, days', () => {
    const intervals = previewRatings(newMemory, momentAt(new Date(start)), { ...defaultScheduler, fuzz: false }, 's');
    expect(intervals.map((one) => one.intervalSeconds)).toEqual([60, 360, 600, 8 * 86_400]);
  });

  it('fuzzes differently for different learners and the same for the same', () => {
    const dues = (seed: string) =>
      studied(
        [
          { rating: 4, gapMinutes: 0 },
          { rating: 4, gapMinutes: 20_000 },
        ],
        defaultScheduler,
        seed,
      ).memory.scheduledDays;
    const seeds = Array.from({ length: 40 }, (_, index) => `learner-${String(index)}:card`);
    expect(new Set(seeds.map(dues)).size).toBeGreaterThan(1);
    expect(seeds.map(dues)).toEqual(seeds.map(dues));
  });
});

describe('a memory', () => {
  it('can be rebuilt from its log, whatever happened and however settings changed', () => {
    const step = fc.oneof(
      { weight: 9, arbitrary: fc.record({ rating, gapMinutes: fc.nat(100_000), settings: scheduler }) },
      {
        weight: 1,
        arbitrary: fc.record({ rating: fc.constant(0 as const), gapMinutes: fc.nat(100_000), settings: scheduler }),
      },
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), fc.uuid(), (steps, seed) => {
        let memory: Memory = newMemory;
        let at = start;
        const log = steps.map((one): LoggedReview => {
          at += one.gapMinutes * 60_000;
          const entry = { ...momentAt(new Date(at)), rating: one.rating, scheduler: one.settings };
          memory = one.rating === 0 ? newMemory : reviewMemory(memory, one.rating, entry, one.settings, seed);
          return entry;
        });
        expect(rebuildMemory(log, seed)).toEqual(memory);
      }),
    );
  });

  it('is recalled for certain right after a review, at 90 % when its stability has passed, and fades', () => {
    const memory = reviewMemory(newMemory, 4, momentAt(new Date(start)), defaultScheduler, 's');
    const after = (days: number) =>
      retrievability(memory, new Date(start + days * dayMs), defaultScheduler.weights) ?? 0;
    expect(after(0)).toBe(1);
    expect(after(memory.stability ?? 0)).toBeCloseTo(0.9, 6);
    expect(after(10)).toBeGreaterThan(after(20));
    expect(retrievability(newMemory, new Date(start), defaultScheduler.weights)).toBeNull();
  });

  it('fades by the curve whose constants a query can use', () => {
    const { decay, factor } = forgettingCurve(defaultScheduler.weights);
    const memory = reviewMemory(newMemory, 4, momentAt(new Date(start)), defaultScheduler, 's');
    const byHand = (1 + (factor * 12) / (memory.stability ?? 1)) ** decay;
    expect(retrievability(memory, new Date(start + 12 * dayMs), defaultScheduler.weights)).toBeCloseTo(byHand, 7);
  });

  it('counts as a leech at 8 lapses and at every fourth after', () => {
    const leeches = Array.from({ length: 20 }, (_, index) => index + 1).filter((lapses) => isLeechLapse(lapses));
    expect(leeches).toEqual([8, 12, 16, 20]);
  });

  it('becomes a leech by lapsing 8 times', () => {
    let memory: Memory = newMemory;
    let at = start;
    while (memory.lapses < 8) {
      expect(memory.leech).toBe(false);
      memory = reviewMemory(memory, memory.state === 2 ? 1 : 4, momentAt(new Date(at)), defaultScheduler, 's');
      at += dayMs;
    }
    expect(memory.leech).toBe(true);
  });
});
