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
  learner = await world.learner(4);
});

const questionFields = `id kind prompt options { id text } result { verdict correct expected expectedOptionId answer { text optionId } }`;
const sessionFields = `id state round roundRemaining counts { missed unseen familiar mastered } cards { cardId level }
  question { ${questionFields} } startedAt updatedAt finishedAt deck { id } answerWith`;
const answerFields = `id cardId verdict correct levelBefore levelAfter overridden question { ${questionFields} } session { ${sessionFields} }`;

interface Question {
  id: string;
  kind: string;
  prompt: string;
  options: { id: string; text: string }[];
}
interface Session {
  id: string;
  state: string;
  question: Question | null;
}

const start = (person: Person | null, input: object) =>
  world.as(person)(`mutation ($input: StartLearnInput!) { startLearn(input: $input) { ${sessionFields} } }`, { input });
const answer = (person: Person, input: object) =>
  world.as(person)(`mutation ($input: AnswerLearnInput!) { answerLearn(input: $input) { ${answerFields} } }`, {
    input,
  });
const override = (person: Person, id: string) =>
  world.as(person)(`mutation ($id: ID!) { overrideLearnAnswer(id: $id) { ${answerFields} } }`, { id });
const read = async (person: Person | null, id: string) =>
  world.as(person)(`query ($id: ID!) { learnSession(id: $id) { ${sessionFields} } }`, { id });

/** Cards are "term N" and "meaning N". */
const meaningOf = (question: Question) => question.prompt.replace('term', 'meaning');

/** The question that a session asks; fails when it is finished. */
function asked(session: Session): Question {
  if (!session.question) throw new Error('the session asks nothing');
  return session.question;
}

function right(session: Session) {
  const question = asked(session);
  const wanted = meaningOf(question);
  const given =
    question.kind === 'WRITTEN'
      ? { text: wanted }
      : { optionId: question.options.find(({ text }) => text === wanted)?.id };
  return { sessionId: session.id, questionId: question.id, ...given };
}

const unknown = (session: Session) => ({ sessionId: session.id, questionId: asked(session).id });

async function begin(): Promise<Session> {
  return (await start(learner, { deckId: learner.deckId, id: newId() })).data.startLearn;
}

describe('startLearn', () => {
  it('begins with a choice about the first card, and tells no answer', async () => {
    const { data } = await start(learner, { deckId: learner.deckId });
    expect(data.startLearn).toMatchObject({
      state: 'OPEN',
      round: 1,
      roundRemaining: 4,
      counts: { missed: 0, unseen: 4, familiar: 0, mastered: 0 },
      question: { kind: 'MULTIPLE_CHOICE', prompt: 'term 0', result: null },
      deck: { id: learner.deckId },
      finishedAt: null,
    });
    expect(asked(data.startLearn).options).toHaveLength(4);
    const event = await world.event(
      'ruzlet.learning.learn.started.v1',
      (one) => one.data.sessionId === data.startLearn.id,
    );
    expect(event.data).toMatchObject({ userId: learner.id, deckId: learner.deckId, cardCount: 4 });
  });

  it('goes on with the unfinished session without an id, on whatever device', async () => {
    const session = await begin();
    await answer(learner, right(session));
    const other = await world.signIn(learner);
    const { data } = await start(other, { deckId: learner.deckId });
    expect(data.startLearn).toMatchObject({ id: session.id, counts: { familiar: 1, unseen: 3 } });
    expect((await read(other, session.id)).data.learnSession).toEqual(data.startLearn);
  });

  it('begins anew with an id, and gives the same session to the same id', async () => {
    const id = newId();
    await begin();
    const once = await start(learner, { deckId: learner.deckId, id });
    const twice = await start(learner, { deckId: learner.deckId, id });
    expect(once.data.startLearn.id).toBe(id);
    expect(twice.data).toEqual(once.data);
  });

  it('refuses the id of somebody else, a deck out of sight, an empty one, and strangers', async () => {
    const session = await begin();
    const other = await world.learner(3);
    expect((await start(other, { deckId: other.deckId, id: session.id })).code).toBe('CONFLICT');
    expect((await start(other, { deckId: learner.deckId })).code).toBe('NOT_FOUND');
    const empty = await makeDeck(world, learner);
    expect((await start(learner, { deckId: empty.id })).code).toBe('BAD_USER_INPUT');
    expect((await start(learner, { deckId: learner.deckId, id: newId(), starredOnly: true })).code).toBe(
      'BAD_USER_INPUT',
    );
    expect((await start(null, { deckId: learner.deckId })).code).toBe('UNAUTHENTICATED');
  });
});

describe('answerLearn', () => {
  it('leads from a choice to writing to mastered, and ends with every card mastered', async () => {
    let session = await begin();
    const kinds: string[] = [];
    while (session.question) {
      kinds.push(session.question.kind);
      session = (await answer(learner, right(session))).data.answerLearn.session;
    }
    expect(kinds).toEqual([...Array(4).fill('MULTIPLE_CHOICE'), ...Array(4).fill('WRITTEN')]);
    expect(session).toMatchObject({ state: 'FINISHED', question: null, counts: { mastered: 4 } });
    const event = await world.event('ruzlet.learning.learn.finished.v1', (one) => one.data.sessionId === session.id);
    expect(event.data).toMatchObject({ cardCount: 4, rounds: 2, localDay: '2026-03-02' });
    const late = await answer(learner, { sessionId: session.id, questionId: newId() });
    expect(late.code).toBe('CONFLICT');
    const next = await start(learner, { deckId: learner.deckId });
    expect(next.data.startLearn.id).not.toBe(session.id);
  });

  it('tells the verdict and what was expected, and brings a miss back in the same round', async () => {
    const session = await begin();
    const { data } = await answer(learner, unknown(session));
    expect(data.answerLearn).toMatchObject({
      verdict: 'EMPTY',
      correct: false,
      levelBefore: 'UNSEEN',
      levelAfter: 'MISSED',
      question: { result: { expected: 'meaning 0', correct: false } },
      session: { round: 1, roundRemaining: 4, question: { prompt: 'term 1', result: null } },
    });
    const prompts = [];
    let current: Session = data.answerLearn.session;
    for (let count = 0; count < 4; count += 1) {
      prompts.push(asked(current).prompt);
      current = (await answer(learner, right(current))).data.answerLearn.session;
    }
    expect(prompts).toEqual(['term 1', 'term 2', 'term 3', 'term 0']);
    const event = await world.event('ruzlet.learning.learn.answered.v1', (one) => one.data.sessionId === session.id);
    expect(event.data).toMatchObject({ verdict: 'EMPTY', levelBefore: 0, levelAfter: -1, round: 1 });
  });

  it('takes the same answer twice as one, also when both come at once', async () => {
    const session = await begin();
    const input = { ...right(session), id: newId() };
    const [one, two] = await Promise.all([answer(learner, input), answer(learner, input)]);
    expect(one.data.answerLearn).toEqual(two.data.answerLearn);
    expect(one.data.answerLearn.session.counts).toMatchObject({ familiar: 1 });
    const again = await answer(learner, { ...input, optionId: null });
    expect(again.code).toBe('CONFLICT');
  });

  it('lets only the first of two devices answer a question', async () => {
    const session = await begin();
    const both = await Promise.all([answer(learner, right(session)), answer(learner, right(session))]);
    expect(both.flatMap(({ code }) => code ?? [])).toEqual(['CONFLICT']);
    expect((await read(learner, session.id)).data.learnSession.counts).toMatchObject({ familiar: 1 });
  });

  it('keeps sessions to their owner', async () => {
    const session = await begin();
    const other = await world.learner(3);
    expect((await answer(other, right(session))).code).toBe('NOT_FOUND');
    expect((await read(other, session.id)).data.learnSession).toBeNull();
    expect((await read(learner, 'no id')).data.learnSession).toBeNull();
  });

  it('refuses answers after the end', async () => {
    const single = await makeDeck(world, learner, {}, [['q', 'answer']]);
    const begun: Session = (await start(learner, { deckId: single.id })).data.startLearn;
    const first = (await answer(learner, { ...unknown(begun), text: 'answer' })).data.answerLearn;
    const last = { ...unknown(first.session), text: 'answer' };
    expect((await answer(learner, last)).data.answerLearn.session.state).toBe('FINISHED');
    expect((await answer(learner, last)).code).toBe('CONFLICT');
  });

  it('refuses an option of another question', async () => {
    const session = await begin();
    const response = await answer(learner, { ...unknown(session), optionId: newId() });
    expect(response.code).toBe('BAD_USER_INPUT');
  });

  it('refuses words where an option is to be chosen, instead of counting the card as missed', async () => {
    const session = await begin();
    const response = await answer(learner, { ...unknown(session), text: 'meaning 0' });
    expect(response.code).toBe('BAD_USER_INPUT');
    expect((await read(learner, session.id)).data.learnSession.counts).toMatchObject({ missed: 0 });
  });

  it('never tells the answer to the question that is being asked, in any byte', async () => {
    const owner = await world.person();
    const deck = await makeDeck(world, owner, {}, [['only question', `SECRET-${newId()}`]]);
    const begun = await start(owner, { deckId: deck.id });
    expect(begun.data.startLearn.question.kind).toBe('WRITTEN');
    const seen = await read(owner, begun.data.startLearn.id);
    for (const response of [begun, seen]) expect(JSON.stringify(response)).not.toMatch(/SECRET/);
  });

  it('does not touch the schedule', async () => {
    const session = await begin();
    await answer(learner, right(session));
    const rows = await world.sql`select 1 from card_memory where user_id = ${learner.id}`;
    expect(rows).toHaveLength(0);
  });
});

describe('overrideLearnAnswer', () => {
  it('counts the answer as right, once, and tells so', async () => {
    const session = await begin();
    const wrong = (await answer(learner, unknown(session))).data.answerLearn;
    const { data } = await override(learner, wrong.id);
    expect(data.overrideLearnAnswer).toMatchObject({
      verdict: 'EMPTY',
      correct: true,
      overridden: true,
      levelAfter: 'FAMILIAR',
      session: { roundRemaining: 3, counts: { familiar: 1, missed: 0, unseen: 3 } },
    });
    expect((await override(learner, wrong.id)).data).toEqual(data);
    const event = await world.event('ruzlet.learning.learn.overridden.v1', (one) => one.data.answerId === wrong.id);
    expect(event.data).toMatchObject({ verdict: 'EMPTY', levelAfter: 1 });
  });

  it('can finish a session', async () => {
    const single = await makeDeck(world, learner, {}, [['q', 'answer']]);
    let session: Session = (await start(learner, { deckId: single.id })).data.startLearn;
    session = (await answer(learner, { ...unknown(session), text: 'answer' })).data.answerLearn.session;
    const wrong = (await answer(learner, { ...unknown(session), text: 'reply' })).data.answerLearn;
    expect(wrong).toMatchObject({ verdict: 'WRONG', levelBefore: 'FAMILIAR', levelAfter: 'MISSED' });
    const { data } = await override(learner, wrong.id);
    expect(data.overrideLearnAnswer.session).toMatchObject({ state: 'FINISHED', question: null });
  });

  it('is for the latest wrong answer of a card only, and for its owner', async () => {
    const session = await begin();
    const first = (await answer(learner, right(session))).data.answerLearn;
    expect((await override(learner, first.id)).code).toBe('CONFLICT');
    const other = await world.learner(1);
    expect((await override(other, first.id)).code).toBe('NOT_FOUND');
    expect((await override(learner, newId())).code).toBe('NOT_FOUND');
    const single = await makeDeck(world, learner, {}, [['q', 'answer']]);
    const begun: Session = (await start(learner, { deckId: single.id })).data.startLearn;
    const wrong = (await answer(learner, unknown(begun))).data.answerLearn;
    await answer(learner, unknown(wrong.session));
    expect((await override(learner, wrong.id)).code).toBe('CONFLICT');
  });
});
