import { newId } from '@ruzlet/platform/ids';
import { forgetting_curve, FSRS, type Grade, Rating } from 'ts-fsrs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seededRandom } from '../../src/domain/random.js';
import { defaultScheduler } from '../../src/domain/scheduling.js';
import { type Learner, openStudyWorld, type StudyWorld } from './study-world.js';

let world: StudyWorld;
let learner: Learner;

/** Somebody who forgets otherwise than the defaults predict. */
const truth = defaultScheduler.weights.map((weight, index) => (index < 4 ? weight * 2.5 : index === 20 ? 0.3 : weight));

beforeAll(async () => {
  world = await openStudyWorld();
  learner = await world.learner(2);
  await world.review(learner, { cardId: learner.cardIds[0], rating: 'GOOD' });
  await writeLog(learner, 400);
});
afterAll(async () => {
  await world.close();
});

/** Puts a log into the database as somebody would leave it who studies by the defaults and remembers by the truth. */
async function writeLog(person: Learner, cards: number) {
  const random = seededRandom('log');
  const planner = new FSRS({ w: defaultScheduler.weights, enable_fuzz: false });
  const memory = new FSRS({ w: truth, enable_fuzz: false });
  const grade = (recalled: boolean): Grade => (recalled ? (random() < 0.8 ? Rating.Good : Rating.Easy) : Rating.Again);
  const rows = Array.from({ length: cards }, () => {
    const cardId = newId();
    let planned = planner.next_state(null, 0, 3);
    let real = memory.next_state(null, 0, 3);
    let day = 0;
    return [3, ...Array.from({ length: 7 }, () => 0)].map((first, place) => {
      let rating: number = first;
      if (place > 0) {
        const gap = Math.max(1, planner.next_interval(planned.stability, 0));
        day += gap;
        const given = grade(random() < forgetting_curve(truth, gap, real.stability));
        planned = planner.next_state(planned, gap, given);
        real = memory.next_state(real, gap, given);
        rating = given;
      }
      const reviewedAt = new Date(Date.parse('2016-01-01T12:00:00Z') + day * 86_400_000).toISOString();
      return { id: newId(), card_id: cardId, rating, at: reviewedAt, day: reviewedAt.slice(0, 10) };
    });
  }).flat();
  await world.sql`
    insert into review_log (id, user_id, card_id, deck_id, rating, reviewed_at, replay_at, received_at, local_day, duration_ms, scheduler_id, client_id)
    select row.id, ${person.id}, row.card_id, ${person.deckId}, row.rating, row.at, row.at, row.at, row.day, 3000, (select min(id) from schedulers), 'test'
    from json_to_recordset(${JSON.stringify(rows)}::text::json) as row(id uuid, card_id uuid, rating smallint, at timestamptz, day date)`;
}

const fields = `outcome deck { id } reviewCount weights version logLossBefore logLossAfter rmseBefore rmseAfter`;
const optimize = (person: Learner, deckId: string | null) =>
  world.as(person)(`mutation ($deckId: ID) { optimizeScheduler(deckId: $deckId) { ${fields} } }`, { deckId });
const setWeights = (person: Learner, input: object) =>
  world.as(person)(
    `mutation ($input: SetSchedulerWeightsInput!) { setSchedulerWeights(input: $input) { version source weights counts } }`,
    { input },
  );
const inUse = async (person: Learner) =>
  (
    await world.as(person)(`query ($id: ID!) { deck(id: $id) { studySettings { weights weightsVersion } } }`, {
      id: person.deckId,
    })
  ).data.deck.studySettings;

describe('optimizeScheduler', () => {
  it('fits weights that predict the log better, uses them, and lets no other request wait', async () => {
    const order: string[] = [];
    const fit = optimize(learner, null).then((response) => {
      order.push('fit');
      return response;
    });
    await world.queue(learner, learner.deckId);
    order.push('queue');
    const second = await optimize(learner, null);
    const { data, code } = await fit;
    expect(code).toBeUndefined();
    expect(order).toEqual(['queue', 'fit']);
    expect(second.code).toBe('CONFLICT');
    const report = data.optimizeScheduler;
    expect(report).toMatchObject({ outcome: 'APPLIED', deck: null, version: 1 });
    expect(report.reviewCount).toBeGreaterThan(2_500);
    expect(report.logLossAfter).toBeLessThan(report.logLossBefore);
    expect(report.rmseAfter).toBeLessThan(report.rmseBefore);
    expect(await inUse(learner)).toEqual({ weights: report.weights, weightsVersion: 1 });
    const event = await world.event('ruzlet.learning.scheduler.fitted.v1', (one) => one.data.userId === learner.id);
    expect(event.data).toMatchObject({ version: 1, source: 'FIT', counts: true, weights: report.weights });
    expect(event.data).not.toHaveProperty('deckId');
  });

  it('schedules by the new weights from then on, and the log names them', async () => {
    await world.settings(learner, learner.deckId, { fuzz: false });
    const { data } = await world.review(learner, { cardId: learner.cardIds[1], rating: 'EASY' });
    const [easy] = [(await inUse(learner)).weights[3]];
    expect(data.reviewCard.memory.stability).toBeCloseTo(easy, 4);
    const [row] = await world.sql`select weights from review_log join schedulers on schedulers.id = scheduler_id
      where card_id = ${learner.cardIds[1] ?? ''}`;
    expect(row?.weights[3]).toBe(easy);
  });

  it('stores a fit that is no better without using it, version by version', async () => {
    const { data } = await optimize(learner, null);
    const { outcome, version } = data.optimizeScheduler;
    expect(version).toBe(2);
    expect(['NOT_BETTER', 'APPLIED']).toContain(outcome);
    expect((await inUse(learner)).weightsVersion).toBe(outcome === 'APPLIED' ? 2 : 1);
    const { data: listed } = await world.as(learner)(`query { schedulerWeights { version source counts } }`);
    expect(listed.schedulerWeights.map(({ version: one }: { version: number }) => one)).toEqual([2, 1]);
  });

  it('says so when there is too little to fit to, and is for those who see the deck', async () => {
    const beginner = await world.learner(1);
    const { data } = await optimize(beginner, beginner.deckId);
    expect(data.optimizeScheduler).toMatchObject({
      outcome: 'TOO_FEW_REVIEWS',
      deck: { id: beginner.deckId },
      reviewCount: 0,
      weights: null,
      logLossAfter: null,
    });
    expect((await optimize(beginner, learner.deckId)).code).toBe('NOT_FOUND');
    expect((await optimize({ ...beginner, token: '' }, null)).code).toBe('UNAUTHENTICATED');
  });
});

describe('setSchedulerWeights', () => {
  it('counts for one deck before those for all, carries older weights over, and brings the defaults back', async () => {
    const person = await world.learner(1);
    const given = defaultScheduler.weights.map((weight, index) => (index === 3 ? 12 : weight));
    expect((await setWeights(person, { weights: given })).data.setSchedulerWeights).toMatchObject({
      version: 1,
      source: 'MANUAL',
      counts: true,
    });
    expect((await inUse(person)).weights[3]).toBe(12);
    const old = await setWeights(person, { deckId: person.deckId, weights: given.slice(0, 19) });
    expect(old.data.setSchedulerWeights.weights).toHaveLength(21);
    expect((await inUse(person)).weights).toEqual(old.data.setSchedulerWeights.weights);
    await setWeights(person, { deckId: person.deckId });
    expect(await inUse(person)).toEqual({ weights: [...defaultScheduler.weights], weightsVersion: 2 });
  });

  it.each([
    ['the wrong number of weights', [1, 2, 3]],
    ['weights outside of their bounds', Array.from({ length: 21 }, () => 500)],
  ])('refuses %s', async (_name, weights) => {
    expect((await setWeights(learner, { weights })).code).toBe('BAD_USER_INPUT');
  });
});
