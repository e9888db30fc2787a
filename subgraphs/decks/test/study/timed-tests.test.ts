import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Person } from '../decks-world.js';
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
  learner = await world.learner(4);
});

const fields = `id state score correctCount timeLimitSeconds endsAt timedOut savedAnswers { questionId text }
  questions { id prompt result { verdict correct } }`;

interface Test {
  id: string;
  questions: { id: string; prompt: string }[];
}

const create = async (input: object = {}): Promise<Test> => {
  const { data } = await world.as(learner)(
    `mutation ($input: CreateTestInput!) { createTest(input: $input) { ${fields} } }`,
    { input: { deckId: learner.deckId, kinds: ['WRITTEN'], timeLimitSeconds: 60, ...input } },
  );
  return data.createTest;
};
const send = (mutation: 'submitTest' | 'saveTestAnswers', person: Person, testId: string, answers: object[]) =>
  world.as(person)(`mutation ($input: SubmitTestInput!) { ${mutation}(input: $input) { ${fields} } }`, {
    input: { testId, answers },
  });
const right = (test: Test, count = test.questions.length) =>
  test.questions.slice(0, count).map(({ id, prompt }) => ({ questionId: id, text: prompt.replace('term', 'meaning') }));

describe('a time limit', () => {
  it('is told, and answers within it count', async () => {
    const test = await create();
    expect(test).toMatchObject({ timeLimitSeconds: 60, endsAt: '2026-03-02T09:01:00.000Z', timedOut: false });
    world.clock.advance(60_000);
    const { data } = await send('submitTest', learner, test.id, right(test));
    expect(data.submitTest).toMatchObject({ score: 1, timedOut: false, state: 'SUBMITTED' });
  });

  it('forgives five seconds on the way, no more', async () => {
    const inTime = await create();
    world.clock.advance(65_000);
    expect((await send('submitTest', learner, inTime.id, right(inTime))).data.submitTest.score).toBe(1);
    const late = await create();
    world.clock.advance(65_001);
    const { data } = await send('submitTest', learner, late.id, right(late));
    expect(data.submitTest).toMatchObject({ score: 0, correctCount: 0, timedOut: true });
    expect((await send('submitTest', learner, late.id, right(late))).data).toEqual(data);
  });

  it('counts what was saved in time when the rest comes late', async () => {
    const test = await create();
    await send('saveTestAnswers', learner, test.id, right(test, 1));
    const { data } = await send('saveTestAnswers', learner, test.id, right(test, 3));
    expect(data.saveTestAnswers).toMatchObject({ state: 'OPEN', score: null, savedAnswers: right(test, 3) });
    world.clock.advance(120_000);
    expect((await send('saveTestAnswers', learner, test.id, right(test))).code).toBe('CONFLICT');
    const submitted = await send('submitTest', learner, test.id, right(test));
    expect(submitted.data.submitTest).toMatchObject({ score: 0.75, correctCount: 3, timedOut: true, savedAnswers: [] });
    const event = await world.event('ruzlet.learning.test.submitted.v1', (one) => one.data.testId === test.id);
    expect(event.data).toMatchObject({ score: 0.75, correct: 3 });
  });

  it('is sensible or refused', async () => {
    for (const timeLimitSeconds of [0, 9, 86_401]) {
      const response = await world.as(learner)(
        'mutation ($input: CreateTestInput!) { createTest(input: $input) { id } }',
        { input: { deckId: learner.deckId, timeLimitSeconds } },
      );
      expect(response.code).toBe('BAD_USER_INPUT');
    }
  });
});

describe('saveTestAnswers', () => {
  it('lets a test go on on another device, without a verdict', async () => {
    const test = await create({ timeLimitSeconds: null });
    await send('saveTestAnswers', learner, test.id, right(test, 2));
    const { data } = await world.as(await world.signIn(learner))(
      `query ($id: ID!) { practiceTest(id: $id) { ${fields} } }`,
      { id: test.id },
    );
    expect(data.practiceTest).toMatchObject({ savedAnswers: right(test, 2), endsAt: null, timedOut: false });
    for (const question of data.practiceTest.questions) expect(question.result).toBeNull();
  });

  it('is for the owner, before the submission, and for answers that fit', async () => {
    const test = await create();
    const stranger = await world.person();
    expect((await send('saveTestAnswers', stranger, test.id, [])).code).toBe('NOT_FOUND');
    const foreign = [{ questionId: '00000000-0000-4000-8000-000000000000', text: 'x' }];
    expect((await send('saveTestAnswers', learner, test.id, foreign)).code).toBe('BAD_USER_INPUT');
    await send('submitTest', learner, test.id, []);
    expect((await send('saveTestAnswers', learner, test.id, right(test))).code).toBe('CONFLICT');
  });
});

describe('testSummary', () => {
  const summary = (person: Person | null) =>
    world.as(person)('query ($id: ID!) { testSummary(deckId: $id) { submittedCount best average latest latestAt } }', {
      id: learner.deckId,
    });

  it('has count, best, average and latest of the submitted tests', async () => {
    expect((await summary(learner)).data.testSummary).toEqual({
      submittedCount: 0,
      best: null,
      average: null,
      latest: null,
      latestAt: null,
    });
    for (const count of [2, 4, 3]) {
      const test = await create();
      world.clock.advance(10_000);
      await send('submitTest', learner, test.id, right(test, count));
    }
    await create();
    expect((await summary(learner)).data.testSummary).toEqual({
      submittedCount: 3,
      best: 1,
      average: 0.75,
      latest: 0.75,
      latestAt: '2026-03-02T09:00:30.000Z',
    });
  });

  it('is for those who see the deck', async () => {
    expect((await summary(await world.person())).code).toBe('NOT_FOUND');
    expect((await summary(null)).code).toBe('UNAUTHENTICATED');
  });
});
