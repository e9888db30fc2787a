import { newId } from '@ruzlet/platform/ids';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeDeck, type Person } from '../decks-world.js';
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
  learner = await world.learner(25);
});

const questionFields = `id kind prompt statement options { id text } prompts { id text }
  result { verdict correct score expected accepted expectedOptionId expectedIsTrue expectedPairs { promptId optionId } cards { id } answer { text optionId isTrue pairs { promptId optionId } } }`;
const testFields = `id state answerWith questionCount startedAt submittedAt score correctCount deck { id } questions { ${questionFields} }`;

interface Question {
  id: string;
  kind: string;
  prompt: string | null;
  statement: string | null;
  options: { id: string; text: string }[];
  prompts: { id: string; text: string }[];
  result: Record<string, unknown> | null;
}

const create = async (person: Person, input: object) =>
  world.as(person)(`mutation ($input: CreateTestInput!) { createTest(input: $input) { ${testFields} } }`, {
    input,
  });
const submit = async (person: Person, input: object) =>
  world.as(person)(`mutation ($input: SubmitTestInput!) { submitTest(input: $input) { ${testFields} } }`, {
    input,
  });

/** Cards are "term N" and "meaning N", so the right answer follows from the prompt. */
const meaningOf = (term: string | null) => (term ?? '').replace('term', 'meaning');

function rightAnswer(question: Question) {
  const wanted = meaningOf(question.prompt);
  const optionOf = (text: string) => question.options.find((option) => option.text === text)?.id;
  switch (question.kind) {
    case 'WRITTEN':
      return { questionId: question.id, text: wanted };
    case 'MULTIPLE_CHOICE':
      return { questionId: question.id, optionId: optionOf(wanted) };
    case 'TRUE_FALSE':
      return { questionId: question.id, isTrue: question.statement === wanted };
    default:
      return {
        questionId: question.id,
        pairs: question.prompts.map((prompt) => ({ promptId: prompt.id, optionId: optionOf(meaningOf(prompt.text)) })),
      };
  }
}

describe('createTest', () => {
  it('asks 20 questions by default, half to choose and half to write', async () => {
    const { data } = await create(learner, { deckId: learner.deckId });
    const test = data.createTest;
    expect(test).toMatchObject({
      state: 'OPEN',
      answerWith: 'DEFINITION',
      questionCount: 20,
      score: null,
      submittedAt: null,
      deck: { id: learner.deckId },
    });
    const kinds = test.questions.map(({ kind }: Question) => kind);
    expect(kinds.filter((kind: string) => kind === 'MULTIPLE_CHOICE')).toHaveLength(10);
    expect(kinds.filter((kind: string) => kind === 'WRITTEN')).toHaveLength(10);
    for (const question of test.questions) expect(question.options).toHaveLength(question.kind === 'WRITTEN' ? 0 : 4);
    const event = await world.event('ruzlet.learning.test.started.v1', (one) => one.data.testId === test.id);
    expect(event.data).toMatchObject({ userId: learner.id, deckId: learner.deckId, questionCount: 20 });
  });

  it('tells no right answer before submission, in any byte of any answer', async () => {
    const owner = await world.person();
    const cards = Array.from({ length: 12 }, (_, index) => [`question-${String(index)}`, `SECRET-${newId()}`] as const);
    const deck = await makeDeck(world, owner, {}, cards);
    const created = await create(owner, { deckId: deck.id, kinds: ['WRITTEN'], questionCount: 12 });
    const { id } = created.data.createTest;
    const read = await world.as(owner)(
      `query ($id: ID!) { practiceTest(id: $id) { ${testFields} } myTests { edges { node { ${testFields} } } } }`,
      { id },
    );
    for (const response of [created, read]) {
      expect(JSON.stringify(response)).toContain('question-');
      expect(JSON.stringify(response)).not.toMatch(/SECRET/);
    }
    const wrong = await create(learner, {
      deckId: learner.deckId,
      kinds: ['MULTIPLE_CHOICE', 'TRUE_FALSE', 'MATCHING'],
    });
    for (const question of wrong.data.createTest.questions) expect(question.result).toBeNull();
    const faulty = await submit(owner, { testId: id, answers: [{ questionId: newId(), text: 'x' }] });
    expect(faulty.code).toBe('BAD_USER_INPUT');
    expect(JSON.stringify(faulty)).not.toMatch(/SECRET/);
  });

  it('does not tell the right option by its place or by the order of ids', async () => {
    const rightPlaces = new Set<number>();
    const idPlaces = new Set<number>();
    const { data } = await create(learner, { deckId: learner.deckId, kinds: ['MULTIPLE_CHOICE'], questionCount: 25 });
    for (const question of data.createTest.questions) {
      const wanted = meaningOf(question.prompt);
      rightPlaces.add(question.options.findIndex(({ text }: { text: string }) => text === wanted));
      const byId = [...question.options].sort((a, b) => (a.id < b.id ? -1 : 1));
      idPlaces.add(byId.findIndex(({ text }) => text === wanted));
    }
    expect(rightPlaces.size).toBeGreaterThan(2);
    expect(idPlaces.size).toBeGreaterThan(2);
  });

  it('is the same test when it is sent again, and a conflict for others or for another deck', async () => {
    const id = newId();
    const first = await create(learner, { id, deckId: learner.deckId });
    world.clock.advance(5_000);
    expect((await create(learner, { id, deckId: learner.deckId })).data).toEqual(first.data);
    const other = await world.learner(5);
    expect((await create(other, { id, deckId: other.deckId })).code).toBe('CONFLICT');
    const second = await makeDeck(world, learner, {}, [['a', 'b']]);
    expect((await create(learner, { id, deckId: second.id })).code).toBe('CONFLICT');
    const racing = newId();
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => create(learner, { id: racing, deckId: learner.deckId })),
    );
    expect(new Set(answers.map(({ data }) => JSON.stringify(data))).size).toBe(1);
  });

  it('asks only starred cards when told to, and the other side when told to', async () => {
    const [starred] = learner.cardIds;
    await world.as(learner)(`mutation ($id: ID!) { starCard(id: $id, starred: true) { id } }`, { id: starred });
    const { data } = await create(learner, {
      deckId: learner.deckId,
      kinds: ['WRITTEN'],
      answerWith: 'TERM',
      starredOnly: true,
    });
    expect(data.createTest).toMatchObject({ questionCount: 1, questions: [{ prompt: 'meaning 0' }] });
  });

  it('refuses what makes no test', async () => {
    const one = await world.learner(1);
    const empty = await world.learner(0);
    expect((await create(one, { deckId: one.deckId, kinds: ['MULTIPLE_CHOICE'] })).code).toBe('BAD_USER_INPUT');
    expect((await create(empty, { deckId: empty.deckId })).code).toBe('BAD_USER_INPUT');
    expect((await create(learner, { deckId: learner.deckId, kinds: [] })).code).toBe('BAD_USER_INPUT');
    expect((await create(learner, { deckId: learner.deckId, questionCount: 101 })).code).toBe('BAD_USER_INPUT');
    expect((await create(learner, { deckId: learner.deckId, questionCount: 0 })).code).toBe('BAD_USER_INPUT');
    expect((await create(learner, { deckId: one.deckId })).code).toBe('NOT_FOUND');
    expect((await create({ id: '', token: '' }, { deckId: learner.deckId })).code).toBe('UNAUTHENTICATED');
  });
});

describe('submitTest', () => {
  const kinds = ['MULTIPLE_CHOICE', 'TRUE_FALSE', 'WRITTEN', 'MATCHING'];

  it('grades every kind of question, right answers with full points', async () => {
    const { data } = await create(learner, { deckId: learner.deckId, kinds });
    const test = data.createTest;
    const answers = test.questions.map(rightAnswer);
    world.clock.advance(90_000);
    const { data: graded } = await submit(learner, { testId: test.id, answers });
    expect(graded.submitTest).toMatchObject({
      state: 'SUBMITTED',
      score: 1,
      correctCount: 20,
      submittedAt: '2026-03-02T09:01:30.000Z',
    });
    for (const question of graded.submitTest.questions) {
      expect(question.result).toMatchObject({ verdict: 'EXACT', correct: true, score: 1 });
      expect(question.result.cards).toHaveLength(question.kind === 'MATCHING' ? 5 : 1);
    }
    const event = await world.event('ruzlet.learning.test.submitted.v1', (one) => one.data.testId === test.id);
    expect(event.data).toMatchObject({
      userId: learner.id,
      score: 1,
      correct: 20,
      questionCount: 20,
      localDay: '2026-03-02',
      durationMs: 90_000,
    });
    expect(event.data.answers).toHaveLength(15 + 5 * 5);
  });

  it('tells why written answers count as they do, what was expected, and what else would have counted', async () => {
    const owner = await world.person();
    const deck = await makeDeck(world, owner, {}, []);
    await world.as(owner)(`mutation ($input: AddCardsInput!) { addCards(input: $input) { cards { id } } }`, {
      input: {
        deckId: deck.id,
        cards: [
          { term: 'exact', definition: 'elephant' },
          { term: 'alternative', definition: 'cat, kitty', acceptedAnswers: ['pussycat'] },
          { term: 'typo', definition: 'hippopotamus' },
          { term: 'diacritic', definition: 'café noir' },
          { term: 'partial', definition: 'red, green' },
          { term: 'wrong', definition: 'zebra' },
          { term: 'empty', definition: 'lion' },
        ],
      },
    });
    const { data } = await create(owner, { deckId: deck.id, kinds: ['WRITTEN'] });
    const given: Record<string, string> = {
      exact: 'Elephant!',
      alternative: 'Pussycat',
      typo: 'hipopotamus',
      diacritic: 'cafe noir',
      partial: 'red, blue',
      wrong: 'tiger',
      empty: '  ',
    };
    const answers = data.createTest.questions.map((question: Question) => ({
      questionId: question.id,
      text: given[question.prompt ?? ''],
      timeMs: 3_000,
    }));
    const graded = await submit(owner, { testId: data.createTest.id, answers });
    const verdicts = new Map(
      graded.data.submitTest.questions.map((question: Question) => [question.prompt, question.result]),
    );
    for (const name of Object.keys(given))
      expect(verdicts.get(name)).toMatchObject({ verdict: name.toUpperCase(), answer: { text: given[name] } });
    expect(verdicts.get('alternative')).toMatchObject({ expected: 'cat, kitty', accepted: ['pussycat'] });
    expect(verdicts.get('partial')).toMatchObject({ correct: false, score: 0.5 });
    expect(graded.data.submitTest).toMatchObject({ correctCount: 4, score: 4.5 / 7 });
    const event = await world.event(
      'ruzlet.learning.test.submitted.v1',
      (one) => one.data.testId === data.createTest.id,
    );
    expect(event.data.answers.map(({ verdict }) => verdict).sort()).toEqual([
      'ALTERNATIVE',
      'DIACRITIC',
      'EMPTY',
      'EXACT',
      'PARTIAL',
      'TYPO',
      'WRONG',
    ]);
    expect(event.data.answers.every(({ timeMs }) => timeMs === 3_000)).toBe(true);
  });

  it('answers the same when it is sent again, in any order, and refuses other answers', async () => {
    const { data } = await create(learner, { deckId: learner.deckId, kinds, questionCount: 8 });
    const { id, questions } = data.createTest;
    const answers = questions.map(rightAnswer);
    const first = await submit(learner, { testId: id, answers });
    world.clock.advance(60_000);
    expect((await submit(learner, { testId: id, answers: [...answers].reverse() })).data).toEqual(first.data);
    expect((await submit(learner, { testId: id, answers: answers.slice(1) })).code).toBe('CONFLICT');
    const read = await world.as(learner)(`query ($id: ID!) { practiceTest(id: $id) { ${testFields} } }`, { id });
    expect(read.data.practiceTest).toEqual(first.data.submitTest);
  });

  it('counts one of two submissions that meet', async () => {
    const { data } = await create(learner, { deckId: learner.deckId, kinds: ['WRITTEN'], questionCount: 3 });
    const { id, questions } = data.createTest;
    const responses = await Promise.all(
      ['one', 'two', 'three', 'four'].map((text) =>
        submit(learner, { testId: id, answers: [{ questionId: questions[0].id, text }] }),
      ),
    );
    expect(responses.filter(({ code }) => code === undefined)).toHaveLength(1);
    expect(responses.filter(({ code }) => code === 'CONFLICT')).toHaveLength(3);
  });

  it('keeps the answers that were right when the test was made, whatever becomes of the cards', async () => {
    const { data } = await create(learner, { deckId: learner.deckId, kinds: ['WRITTEN'], questionCount: 25 });
    const answers = data.createTest.questions.map(rightAnswer);
    const send = world.as(learner);
    await send(`mutation ($input: UpdateCardsInput!) { updateCards(input: $input) { cards { id } } }`, {
      input: { cards: [{ id: learner.cardIds[0], definition: 'changed' }] },
    });
    await send(`mutation ($ids: [ID!]!) { deleteCards(ids: $ids) { ids } }`, { ids: [learner.cardIds[1]] });
    const graded = await submit(learner, { testId: data.createTest.id, answers });
    expect(graded.data.submitTest.score).toBe(1);
    const asked = graded.data.submitTest.questions.flatMap(
      (question: { result: { cards: unknown[] } }) => question.result.cards,
    );
    expect(asked).toHaveLength(24);
  });

  it('is for whom the test was made only', async () => {
    const { data } = await create(learner, { deckId: learner.deckId });
    const { id } = data.createTest;
    const other = await world.learner(1);
    expect((await submit(other, { testId: id, answers: [] })).code).toBe('NOT_FOUND');
    expect((await submit(other, { testId: newId(), answers: [] })).code).toBe('NOT_FOUND');
    expect(
      (await world.as(other)(`query ($id: ID!) { practiceTest(id: $id) { id } }`, { id })).data.practiceTest,
    ).toBeNull();
  });

  it.each([
    ['a question that is not of the test', () => [{ questionId: newId(), text: 'x' }]],
    ['a question answered twice', (question: Question) => [rightAnswer(question), rightAnswer(question)]],
    ['an option that is not of the question', (question: Question) => [{ questionId: question.id, optionId: newId() }]],
    [
      'the answer to another kind of question',
      (question: Question) => [{ questionId: question.id, text: 'meaning 1' }],
    ],
    ['text beyond all measure', (question: Question) => [{ questionId: question.id, text: 'x'.repeat(2_001) }]],
    ['text with NUL', (question: Question) => [{ questionId: question.id, text: 'a\0b' }]],
    ['a negative time', (question: Question) => [{ questionId: question.id, timeMs: -1 }]],
  ])('refuses %s and leaves the test open', async (_name, answersTo) => {
    const { data } = await create(learner, { deckId: learner.deckId, kinds: ['MULTIPLE_CHOICE'] });
    const { id, questions } = data.createTest;
    expect((await submit(learner, { testId: id, answers: answersTo(questions[0]) })).code).toBe('BAD_USER_INPUT');
    expect((await submit(learner, { testId: id, answers: [] })).data.submitTest).toMatchObject({
      score: 0,
      correctCount: 0,
    });
  });
});

describe('myTests', () => {
  const query = `query ($deckId: ID, $first: Int, $after: String) { myTests(deckId: $deckId, first: $first, after: $after) { edges { node { id } } pageInfo { hasNextPage endCursor } } }`;

  it('lists the viewer’s tests page by page, the newest first, of one deck when asked', async () => {
    const made: { id: string; startedAt: string }[] = [];
    for (let index = 0; index < 5; index += 1) {
      made.push((await create(learner, { deckId: learner.deckId, questionCount: 1 })).data.createTest);
      // Some start at the same millisecond; then the id decides.
      if (index % 2 === 0) world.clock.advance(1_000);
    }
    const elsewhere = await makeDeck(world, learner, {}, [['a', 'b']]);
    const last = (await create(learner, { deckId: elsewhere.id })).data.createTest.id;
    const listed: string[] = [];
    let after: string | null = null;
    do {
      const {
        data,
      }: {
        data: { myTests: { edges: { node: { id: string } }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } };
      } = await world.as(learner)(query, { first: 2, after });
      listed.push(...data.myTests.edges.map(({ node }) => node.id));
      after = data.myTests.pageInfo.hasNextPage ? data.myTests.pageInfo.endCursor : null;
    } while (after !== null);
    const keyOf = ({ startedAt, id }: { startedAt: string; id: string }) => `${startedAt} ${id}`;
    const newestFirst = made.sort((a, b) => (keyOf(a) < keyOf(b) ? 1 : -1)).map(({ id }) => id);
    expect(listed).toEqual([last, ...newestFirst]);
    const some = await world.as(learner)(query, { deckId: elsewhere.id });
    expect(some.data.myTests.edges).toEqual([{ node: { id: last } }]);
    expect((await world.as(learner)(query, { after: 'nonsense' })).code).toBe('BAD_USER_INPUT');
  });

  it('keeps tests of a deck that the viewer can no longer see, without the deck', async () => {
    const owner = await world.person();
    const deck = await makeDeck(world, owner, { visibility: 'PUBLIC' }, [
      ['a', 'b'],
      ['c', 'd'],
    ]);
    const { data } = await create(learner, { deckId: deck.id, kinds: ['WRITTEN'] });
    await world.as(owner)(`mutation ($input: UpdateDeckInput!) { updateDeck(input: $input) { deck { id } } }`, {
      input: { id: deck.id, visibility: 'PRIVATE' },
    });
    const graded = await submit(learner, { testId: data.createTest.id, answers: [] });
    expect(graded.data.submitTest).toMatchObject({ deck: null, score: 0 });
    expect(graded.data.submitTest.questions[0].result).toMatchObject({ verdict: 'EMPTY', cards: [] });
  });
});
