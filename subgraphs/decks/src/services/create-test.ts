import { randomUUID } from 'node:crypto';
import { badInput } from '@ruzlet/platform/errors';
import { newId } from '@ruzlet/platform/ids';
import { appendEvents } from '@ruzlet/platform/outbox/append-events';
import { parseInput } from '@ruzlet/platform/validation';
import type { PracticeTestRecord } from '../domain/practice-test.js';
import { seededRandom } from '../domain/random.js';
import { makePaper, type Paper, testPoolCardsMax } from '../domain/test-paper.js';
import type { DecksDb } from '../storage/database.js';
import { lockStudy } from '../storage/memory.js';
import { drawCards, findPracticeTest, insertPracticeTest } from '../storage/practice-tests.js';
import { idTaken, requireDeck, requireSignIn } from './deck-access.js';
import { testStartedEvent } from './learning-events.js';
import type { ReviewContext } from './review-cards.js';
import { createTestInput } from './study-inputs.js';

/**
 * Makes a practice test of a deck's cards, drawn by lot. The same test sent again is the test as it stands.
 *
 * @throws AppError CONFLICT when the id is of another test; BAD_USER_INPUT when the cards do not make a single question.
 */
export async function createTest(ctx: ReviewContext, input: unknown): Promise<PracticeTestRecord> {
  const viewer = requireSignIn(ctx);
  const order = parseInput(createTestInput, input);
  const id = order.id ?? newId(ctx.clock.now());
  const repeated = await findRepeated(ctx.db, id, viewer.userId, order.deckId);
  if (repeated) return repeated;

  const { deck } = await requireDeck(ctx, order.deckId, 'VIEW');
  // Not the test's id: a client that chose it could work out the order of the options.
  const seed = randomUUID();
  const pool = await drawCards(ctx.db, deck.id, {
    starredBy: order.starredOnly ? viewer.userId : null,
    seed,
    limit: testPoolCardsMax,
  });
  const language = order.answerWith === 'TERM' ? deck.termLanguage : deck.definitionLanguage;
  const policy = {
    language,
    splitAlternatives: order.splitAlternatives,
    lenientDiacritics: order.lenientDiacritics,
    allowTypos: order.allowTypos,
  };
  // Ids of options are random, not by time: those made first must not be told by their order.
  const paper = makePaper(pool, { ...order, policy }, seededRandom(seed), randomUUID);
  requireQuestions(paper, pool.length);
  const test: PracticeTestRecord = {
    id,
    userId: viewer.userId,
    deckId: deck.id,
    answerWith: order.answerWith,
    questionCount: paper.questions.length,
    paper,
    startedAt: ctx.clock.now(),
    submittedAt: null,
    score: null,
    correctCount: null,
    outcome: null,
    timeLimitSeconds: order.timeLimitSeconds ?? null,
    draft: null,
    answersFingerprint: null,
  };
  return ctx.db.transaction(async (tx) => {
    // Events of one learner keep their order only when their transactions take turns.
    await lockStudy(tx, viewer.userId);
    if (!(await insertPracticeTest(tx, test))) {
      const known = await findRepeated(tx, id, viewer.userId, order.deckId);
      if (!known) throw idTaken('test');
      return known;
    }
    const { userId, deckId, questionCount, startedAt } = test;
    const data = { testId: id, userId, deckId, questionCount, startedAt: startedAt.toISOString() };
    await appendEvents(tx, [testStartedEvent(data, { requestId: ctx.requestId, now: startedAt })]);
    return test;
  });
}

async function findRepeated(
  db: DecksDb,
  id: string,
  userId: string,
  deckId: string,
): Promise<PracticeTestRecord | undefined> {
  const known = await findPracticeTest(db, id);
  if (known && (known.userId !== userId || known.deckId !== deckId)) throw idTaken('test');
  return known;
}

function requireQuestions(paper: Paper, poolSize: number): void {
  if (paper.questions.length > 0) return;
  throw poolSize === 0
    ? badInput([{ path: ['input', 'deckId'], message: 'has no cards to ask about' }])
    : badInput([
        { path: ['input', 'kinds'], message: 'need cards with different answers: ask in writing too, or add cards' },
      ]);
}
