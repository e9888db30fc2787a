import { newId } from '@ruzlet/platform/ids';
import { waitFor } from '@ruzlet/testkit/wait';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Person } from '../decks-world.js';
import { fuzzSeed, memoryIn } from '../../src/domain/memory.js';
import { rebuildMemory } from '../../src/domain/scheduling.js';
import { connectDatabase } from '@ruzlet/platform/postgres/database';
import { findMemories } from '../../src/storage/memory.js';
import { findReviewHistories } from '../../src/storage/reviews.js';
import * as tables from '../../src/storage/tables.js';
import { type Learner, openStudyWorld, type StudyWorld } from './study-world.js';

let world: StudyWorld;
let learner: Learner;

beforeAll(async () => {
  world = await openStudyWorld();
});
afterAll(async () => {
  await world.close();
});
beforeEach(async () => {
  world.clock.set('2026-03-02T09:00:00Z');
  learner = await world.learner(6);
});

/** Makes cards learned: EASY leads straight to Review. */
async function learnAll(): Promise<void> {
  for (const cardId of learner.cardIds) await world.review(learner, { cardId, rating: 'EASY' });
}

const reschedule = (person: Person | null, deckId: string, dryRun = false) =>
  world.as(person)(
    `mutation ($input: RescheduleDeckInput!) { rescheduleDeck(input: $input) {
      deck { id cards(first: 100) { edges { node { id memory { due stability } } } } } dryRun rescheduledCount dueBefore dueAfter } }`,
    { input: { deckId, dryRun } },
  );

interface CardEdge {
  node: { id: string; memory: { due: string; stability: number } };
}
const duesOf = (response: Awaited<ReturnType<typeof reschedule>>): number[] =>
  response.data.rescheduleDeck.deck.cards.edges.map(({ node }: CardEdge) => Date.parse(node.memory.due));

/** The log holds all that decided the memories of the learner. */
async function expectRebuiltFromLog(): Promise<void> {
  const database = connectDatabase({ url: world.url, schema: tables, applicationName: 'test' });
  try {
    const memories = await findMemories(database.db, learner.id, learner.cardIds);
    expect(memories.size).toBe(learner.cardIds.length);
    for (const [cardId, study] of memories) {
      const log = (await findReviewHistories(database.db, learner.id, [cardId])).get(cardId) ?? [];
      expect(rebuildMemory(log, fuzzSeed(learner.id, cardId))).toEqual(memoryIn(study));
    }
  } finally {
    await database.close();
  }
}

describe('rescheduleDeck', () => {
  it('brings cards forward after a higher desired retention, and tells first what would change', async () => {
    await learnAll();
    const before = duesOf(await reschedule(learner, learner.deckId, true));
    await world.settings(learner, learner.deckId, { desiredRetention: 0.97 });
    const dry = await reschedule(learner, learner.deckId, true);
    expect(dry.data.rescheduleDeck).toMatchObject({ dryRun: true, rescheduledCount: 6, dueBefore: 0 });
    expect(duesOf(dry)).toEqual(before);
    const done = await reschedule(learner, learner.deckId);
    expect(done.data.rescheduleDeck).toMatchObject({ dryRun: false, rescheduledCount: 6 });
    for (const [index, due] of duesOf(done).entries()) expect(due).toBeLessThan(before[index] ?? 0);
    const again = await reschedule(learner, learner.deckId);
    expect(again.data.rescheduleDeck.rescheduledCount).toBe(0);
    const event = await world.event('ruzlet.learning.cards.rescheduled.v1', (one) => one.data.userId === learner.id);
    expect(event.data.cards).toHaveLength(6);
  });

  it('leaves memories that the log still rebuilds, also after further reviews', async () => {
    await learnAll();
    await world.settings(learner, learner.deckId, { desiredRetention: 0.8 });
    await reschedule(learner, learner.deckId);
    world.clock.advance(5 * 86_400_000);
    const person = await world.signIn(learner);
    await world.review(person, { cardId: learner.cardIds[0], rating: 'GOOD' });
    await expectRebuiltFromLog();
  });

  it('spreads the cards over days as balanced settings say, the same way again, and the log keeps how', async () => {
    learner = await world.learner(40);
    await learnAll();
    const days = (response: Awaited<ReturnType<typeof reschedule>>) =>
      duesOf(response).map((due) => new Date(due).getUTCDay());
    expect(days(await reschedule(learner, learner.deckId, true))).toEqual(expect.arrayContaining([1, 2]));
    const easyDays = [0, 1, 1, 1, 1, 1, 1];
    await world.settings(learner, learner.deckId, { loadBalance: true, easyDays, desiredRetention: 0.8 });
    const done = await reschedule(learner, learner.deckId);
    // Nothing on Mondays, and on no other day of the fuzz a heap.
    expect(days(done)).not.toContain(1);
    const dues = duesOf(done);
    const byDay = [...new Set(dues)].map((day) => dues.filter((due) => due === day).length);
    expect(byDay.length).toBeGreaterThan(3);
    expect(Math.max(...byDay) - Math.min(...byDay)).toBeLessThan(8);
    world.clock.advance(3 * 86_400_000);
    const person = await world.signIn(learner);
    expect((await reschedule(person, learner.deckId)).data.rescheduleDeck.rescheduledCount).toBe(0);
    await expectRebuiltFromLog();
  });

  it('is not undone behind its back, and touches nobody else', async () => {
    const id = newId();
    await world.review(learner, { cardId: learner.cardIds[0], rating: 'EASY', id });
    await world.settings(learner, learner.deckId, { desiredRetention: 0.97 });
    await reschedule(learner, learner.deckId);
    const undo = await world.as(learner)('mutation ($id: ID!) { undoReview(id: $id) { reviewId } }', { id });
    expect(undo.code).toBe('CONFLICT');
    expect((await reschedule(await world.person(), learner.deckId)).code).toBe('NOT_FOUND');
    expect((await reschedule(null, learner.deckId)).code).toBe('UNAUTHENTICATED');
  });
});

describe('cram', () => {
  const cram = (person: Person | null, args: object) =>
    world.as(person)(
      `query ($query: String! = "", $deckId: ID, $seed: String! = "", $first: Int, $after: String) {
        cram(query: $query, deckId: $deckId, seed: $seed, first: $first, after: $after) {
          edges { node { id } } pageInfo { hasNextPage endCursor } } }`,
      args,
    );
  const idsOf = (response: Awaited<ReturnType<typeof cram>>): string[] =>
    response.data.cram.edges.map(({ node }: { node: { id: string } }) => node.id);

  it('goes through the cards of a deck once, shuffled, page by page, and leaves the schedule alone', async () => {
    const whole = idsOf(await cram(learner, { deckId: learner.deckId }));
    expect([...whole].sort()).toEqual([...learner.cardIds].sort());
    const first = await cram(learner, { deckId: learner.deckId, first: 4 });
    const rest = await cram(learner, { deckId: learner.deckId, first: 4, after: first.data.cram.pageInfo.endCursor });
    expect([...idsOf(first), ...idsOf(rest)]).toEqual(whole);
    const orders = await Promise.all(
      ['1', '2', '3', '4'].map((seed) => cram(learner, { deckId: learner.deckId, seed })),
    );
    expect(new Set(orders.map((order) => idsOf(order).join())).size).toBeGreaterThan(1);
    expect(await world.sql`select 1 from card_memory where user_id = ${learner.id}`).toHaveLength(0);
  });

  it('takes the cards that fit a query, from one deck or from all', async () => {
    await world.review(learner, { cardId: learner.cardIds[2], rating: 'AGAIN' });
    world.clock.advance(2 * 60_000);
    expect(idsOf(await cram(learner, { query: 'is:due' }))).toEqual([learner.cardIds[2]]);
    expect(idsOf(await cram(learner, { query: 'is:new', deckId: learner.deckId }))).toHaveLength(5);
    expect((await cram(learner, { query: 'prop:nothing>3' })).code).toBe('BAD_USER_INPUT');
    expect((await cram(learner, { after: 'x' })).code).toBe('BAD_USER_INPUT');
  });

  it('shows nothing of decks out of sight', async () => {
    const other = await world.person();
    expect((await cram(other, { deckId: learner.deckId })).code).toBe('NOT_FOUND');
    expect(idsOf(await cram(other, {}))).toEqual([]);
    expect((await cram(null, {})).code).toBe('UNAUTHENTICATED');
  });
});

describe('simulateWorkload', () => {
  const simulate = (person: Person | null, input: object) =>
    world.as(person)(
      `query ($input: SimulateWorkloadInput!) { simulateWorkload(input: $input) {
        desiredRetention reviewsPerDay answersPerDay minutesPerDay knownCards days { day reviews newCards } } }`,
      { input },
    );

  it('shows what each retention costs a day, from the cards as they are', async () => {
    await learnAll();
    const { data } = await simulate(learner, { deckId: learner.deckId, days: 60, desiredRetentions: [0.8, 0.95] });
    const [low, high] = data.simulateWorkload;
    expect(low.days).toHaveLength(60);
    expect(low.days[0].day).toBe('2026-03-02');
    expect(low.reviewsPerDay).toBeLessThan(high.reviewsPerDay);
    // Answers took 4 seconds each.
    expect(high.minutesPerDay).toBeCloseTo((high.answersPerDay * 4) / 60, 5);
    expect(high.knownCards).toBeGreaterThan(4);
    expect(high.knownCards).toBeLessThanOrEqual(6);
  });

  it('refuses what cannot be simulated, and decks out of sight', async () => {
    for (const input of [{ days: 0 }, { days: 366 }, { desiredRetentions: [] }, { desiredRetentions: [1] }]) {
      expect((await simulate(learner, { deckId: learner.deckId, ...input })).code).toBe('BAD_USER_INPUT');
    }
    expect((await simulate(await world.person(), { deckId: learner.deckId })).code).toBe('NOT_FOUND');
    expect((await simulate(null, { deckId: learner.deckId })).code).toBe('UNAUTHENTICATED');
  });
});

describe('examPlan', () => {
  const plan = (person: Person | null, deckId: string) =>
    world.as(person)(
      `query ($deckId: ID!) { examPlan(deckId: $deckId) { deck { id } examDate targetRetention minutesPerDay daysLeft feasible
        expectedRetention desiredRetention newCardsPerDay minutesNeeded days { day newCards reviews extra minutes } } }`,
      { deckId },
    );

  it('needs an exam date, and ends with it', async () => {
    expect((await plan(learner, learner.deckId)).data.examPlan).toBeNull();
    const set = await world.settings(learner, learner.deckId, { examDate: '2026-03-12' });
    expect(set.code).toBeUndefined();
    expect((await plan(learner, learner.deckId)).data.examPlan).toMatchObject({ examDate: '2026-03-12', daysLeft: 10 });
    await world.settings(learner, learner.deckId, { desiredRetention: 0.85 });
    expect((await plan(learner, learner.deckId)).data.examPlan).not.toBeNull();
    await world.settings(learner, learner.deckId, { examDate: null });
    expect((await plan(learner, learner.deckId)).data.examPlan).toBeNull();
    await world.settings(learner, learner.deckId, { examDate: '2026-03-02' });
    expect((await plan(learner, learner.deckId)).data.examPlan).toBeNull();
  });

  it('says what to study each day, and plans anew when reviews come in', async () => {
    await world.settings(learner, learner.deckId, { examDate: '2026-03-12', targetRetention: 0.9, minutesPerDay: 20 });
    const first = (await plan(learner, learner.deckId)).data.examPlan;
    expect(first).toMatchObject({ feasible: true, minutesNeeded: null, targetRetention: 0.9, minutesPerDay: 20 });
    expect(first.days.map(({ day }: { day: string }) => day)).toEqual(
      Array.from({ length: 10 }, (_, index) => `2026-03-${String(index + 2).padStart(2, '0')}`),
    );
    const newCards = (one: typeof first) =>
      one.days.reduce((sum: number, day: { newCards: number }) => sum + day.newCards, 0);
    expect(newCards(first)).toBe(6);
    await learnAll();
    const second = (await plan(learner, learner.deckId)).data.examPlan;
    expect(newCards(second)).toBe(0);
    expect(second.feasible).toBe(true);
  });

  it('tells what is reached when the minutes do not suffice', async () => {
    const busy = await world.learner(80);
    await world.settings(busy, busy.deckId, { examDate: '2026-03-04', targetRetention: 0.95, minutesPerDay: 1 });
    const { data } = await plan(busy, busy.deckId);
    expect(data.examPlan.feasible).toBe(false);
    expect(data.examPlan.expectedRetention).toBeLessThan(0.95);
    expect(data.examPlan.expectedRetention).toBeGreaterThan(0);
  });

  it('is for those who see the deck', async () => {
    expect((await plan(await world.person(), learner.deckId)).code).toBe('NOT_FOUND');
    expect((await plan(null, learner.deckId)).code).toBe('UNAUTHENTICATED');
    const bad = await world.settings(learner, learner.deckId, { minutesPerDay: 0 });
    expect(bad.code).toBe('BAD_USER_INPUT');
  });
});

describe('courseExamPlan', () => {
  const fields = `course { id } decks { id } examDate targetRetention minutesPerDay daysLeft feasible expectedRetention days { day newCards reviews extra minutes }`;
  const setExam = (person: Person | null, input: object) =>
    world.as(person)(`mutation ($input: CourseExamInput!) { setCourseExam(input: $input) { ${fields} } }`, { input });
  const plan = (person: Person | null, courseId: string) =>
    world.as(person)(`query ($courseId: ID!) { courseExamPlan(courseId: $courseId) { ${fields} } }`, { courseId });

  it('is one plan over the decks of a course, made anew as reviews come in, for its members', async () => {
    const courseId = newId();
    const second = await world.learner(4);
    await world.publish('ruzlet.course.enrollment.added.v1', '/teaching', {
      courseId,
      userId: learner.id,
      role: 'STUDENT',
    });
    for (const [deckId, attachedBy] of [
      [learner.deckId, learner.id],
      [second.deckId, second.id],
    ] as const) {
      await world.publish('ruzlet.course.deck.attached.v1', '/teaching', {
        courseId,
        lessonId: newId(),
        deckId,
        attachedBy,
      });
    }
    await waitFor(
      async () => (await world.sql`select 1 from course_decks where course_id = ${courseId}`).length === 2,
      { what: 'the decks of the course' },
    );
    expect((await plan(learner, courseId)).data.courseExamPlan).toBeNull();
    const input = { courseId, examDate: '2026-03-12', targetRetention: 0.9, minutesPerDay: 20 };
    const { data } = await setExam(learner, input);
    expect(data.setCourseExam).toMatchObject({
      course: { id: courseId },
      examDate: '2026-03-12',
      targetRetention: 0.9,
      minutesPerDay: 20,
      daysLeft: 10,
      feasible: true,
    });
    expect(new Set(data.setCourseExam.decks.map(({ id }: { id: string }) => id))).toEqual(
      new Set([learner.deckId, second.deckId]),
    );
    const newCards = (days: { newCards: number }[]) => days.reduce((sum, day) => sum + day.newCards, 0);
    expect(newCards(data.setCourseExam.days)).toBe(10);
    await learnAll();
    expect(newCards((await plan(learner, courseId)).data.courseExamPlan.days)).toBe(4);
    const kept = await setExam(learner, { courseId, minutesPerDay: 5 });
    expect(kept.data.setCourseExam).toMatchObject({ examDate: '2026-03-12', minutesPerDay: 5 });
    expect((await setExam(learner, { courseId, examDate: null })).data.setCourseExam).toBeNull();
    expect((await plan(learner, courseId)).data.courseExamPlan).toBeNull();
    const gone = await world.event(
      'ruzlet.learning.course.exam.updated.v1',
      (event) => event.data.courseId === courseId && event.data.examDate === undefined,
    );
    expect(gone.data).toMatchObject({ userId: learner.id, minutesPerDay: 5 });
    await world.event(
      'ruzlet.learning.course.exam.updated.v1',
      (event) => event.data.examDate === '2026-03-12' && event.data.minutesPerDay === 20,
    );
    expect((await plan(second, courseId)).code).toBe('NOT_FOUND');
    expect((await setExam(second, input)).code).toBe('NOT_FOUND');
    expect((await setExam(null, input)).code).toBe('UNAUTHENTICATED');
    expect((await setExam(learner, { courseId, examDate: '2026-03-12', minutesPerDay: 0 })).code).toBe(
      'BAD_USER_INPUT',
    );
  });
});
