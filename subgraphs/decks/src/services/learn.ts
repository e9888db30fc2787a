import { randomUUID } from 'node:crypto';
import type { Viewer } from '@ruzlet/platform/access/viewer';
import { badInput, conflict, notFound } from '@ruzlet/platform/errors';
import { isUuid, newId } from '@ruzlet/platform/ids';
import { localDay } from '@ruzlet/platform/localtime';
import { appendEvents } from '@ruzlet/platform/outbox/append-events';
import { parseInput } from '@ruzlet/platform/validation';
import type { DeckRecord } from '../domain/deck.js';
import { answered, beginLearning, learnCardsMax, levelAfterRight, levelOf, overridden } from '../domain/learn.js';
import type { LearnAnswerRecord, LearnSessionRecord } from '../domain/learn-session.js';
import { seededRandom } from '../domain/random.js';
import { faultsOf, gradeQuestion, type PaperAnswer } from '../domain/test-grading.js';
import { askableCards, askCard, type PaperQuestion } from '../domain/test-paper.js';
import type { DecksDb } from '../storage/database.js';
import {
  findLatestLearnAnswerId,
  findLearnAnswer,
  findLearnSession,
  findOpenLearnSession,
  insertLearnAnswer,
  insertLearnSession,
  markLearnAnswerOverridden,
  saveLearnSession,
} from '../storage/learn-sessions.js';
import { lockStudy } from '../storage/memory.js';
import { drawCards } from '../storage/practice-tests.js';
import { idTaken, requireDeck, requireSignIn } from './deck-access.js';
import { idInput } from './inputs.js';
import { learnAnsweredEvent, learnFinishedEvent, learnOverriddenEvent, learnStartedEvent } from './learning-events.js';
import type { ReviewContext } from './review-cards.js';
import { answerLearnInput, startLearnInput } from './session-inputs.js';

/** Learn mode: kept and graded here, so that it goes on after a closed tab and on another device. */

export interface LearnAnswerResult {
  answer: LearnAnswerRecord;
  session: LearnSessionRecord;
}

/**
 * Begins a session; without an id, goes on with the viewer's unfinished session of the deck. The same id sent again is the
 * session as it stands.
 *
 * @throws AppError CONFLICT when the id is of another session; BAD_USER_INPUT when no card can be asked.
 */
export async function startLearn(ctx: ReviewContext, input: unknown): Promise<LearnSessionRecord> {
  const viewer = requireSignIn(ctx);
  const order = parseInput(startLearnInput, input);
  const { deck } = await requireDeck(ctx, order.deckId, 'VIEW');
  const now = ctx.clock.now();
  const id = order.id ?? newId(now);
  const drawn = await drawCards(ctx.db, deck.id, {
    starredBy: order.starredOnly ? viewer.userId : null,
    seed: order.shuffle ? randomUUID() : null,
    limit: learnCardsMax,
  });
  const pool = askableCards(drawn);
  return ctx.db.transaction(async (tx) => {
    await lockStudy(tx, viewer.userId);
    const known =
      order.id === undefined || order.id === null
        ? await findOpenLearnSession(tx, viewer.userId, deck.id)
        : await findLearnSession(tx, order.id);
    if (known) {
      if (known.userId !== viewer.userId || known.deckId !== deck.id) throw idTaken('session');
      return known;
    }
    if (pool.length === 0) throw noCards(order.starredOnly);
    const session = withQuestion({
      id,
      userId: viewer.userId,
      deckId: deck.id,
      answerWith: order.answerWith,
      policy: {
        language: order.answerWith === 'TERM' ? deck.termLanguage : deck.definitionLanguage,
        splitAlternatives: order.splitAlternatives,
        lenientDiacritics: order.lenientDiacritics,
        allowTypos: order.allowTypos,
      },
      pool,
      progress: beginLearning(pool.map((card) => card.id)),
      question: null,
      startedAt: now,
      updatedAt: now,
      finishedAt: null,
    });
    if (!(await insertLearnSession(tx, session))) throw idTaken('session');
    const data = {
      sessionId: id,
      userId: viewer.userId,
      deckId: deck.id,
      cardCount: pool.length,
      startedAt: now.toISOString(),
    };
    await appendEvents(tx, [learnStartedEvent(data, { requestId: ctx.requestId, now })]);
    return session;
  });
}

/** One of the viewer's sessions; null for any other id. */
export async function learnSession(ctx: ReviewContext, id: string): Promise<LearnSessionRecord | null> {
  const { userId } = requireSignIn(ctx);
  const session = isUuid(id) ? await findLearnSession(ctx.db, id) : undefined;
  return session?.userId === userId ? session : null;
}

/** The deck of a session; null when the viewer may no longer see it. */
export async function learnDeck(ctx: ReviewContext, session: LearnSessionRecord): Promise<DeckRecord | null> {
  return (await ctx.loaders.deck.load(session.deckId))?.deck ?? null;
}

/**
 * Grades the answer to the question that is being asked, and asks the next. The same answer sent again gets the same
 * verdict and changes nothing.
 *
 * @throws AppError NOT_FOUND for a session that is not the viewer's; CONFLICT after the end, for a question that is not
 *   being asked (another device was faster), and for an id that another answer has; BAD_USER_INPUT for an option that the
 *   question does not have.
 */
export async function answerLearn(ctx: ReviewContext, input: unknown): Promise<LearnAnswerResult> {
  const viewer = requireSignIn(ctx);
  const given = parseInput(answerLearnInput, input);
  const now = ctx.clock.now();
  const id = given.id ?? newId(now);
  const today = localDay(now, ...(await dayOf(ctx)));
  return ctx.db.transaction(async (tx) => {
    const session = await lockSession(tx, viewer, given.sessionId);
    const repeated = await findLearnAnswer(tx, id);
    if (repeated) return { answer: requireSame(repeated, given, viewer), session };
    const { question } = session;
    if (!question) throw conflict('The session is finished: every card is mastered.');
    if (question.id !== given.questionId) {
      throw conflict('This question is not being asked any more: read the session and go on from there.');
    }
    const { answer, next } = judge(session, question, { ...given, isTrue: null, pairs: [] }, { id, now });
    await insertLearnAnswer(tx, answer);
    await saveLearnSession(tx, next);
    const origin = { requestId: ctx.requestId, now };
    const { outcome, cardId, levelBefore, levelAfter, round } = answer;
    const event = learnAnsweredEvent(
      {
        answerId: id,
        sessionId: session.id,
        userId: viewer.userId,
        deckId: session.deckId,
        cardId,
        kind: question.kind,
        verdict: outcome.verdict,
        correct: outcome.correct,
        levelBefore,
        levelAfter,
        round,
        ...(given.timeMs !== null && { timeMs: given.timeMs }),
        answeredAt: now.toISOString(),
        localDay: today,
      },
      origin,
    );
    await appendEvents(tx, [event, ...finishedEvents(next, today, origin)]);
    return { answer, session: next };
  });
}

/**
 * "I was right": the latest answer to a card counts as right, whatever the verdict. Logged; saying it again changes
 * nothing.
 *
 * @throws AppError NOT_FOUND for an answer that is not the viewer's; CONFLICT for an answer that counted as right, and
 *   when the card was answered again since.
 */
export async function overrideLearnAnswer(ctx: ReviewContext, answerId: string): Promise<LearnAnswerResult> {
  const viewer = requireSignIn(ctx);
  const id = parseInput(idInput, answerId, ['id']);
  const now = ctx.clock.now();
  const today = localDay(now, ...(await dayOf(ctx)));
  const found = await findLearnAnswer(ctx.db, id);
  if (found?.userId !== viewer.userId) throw notFound('answer');
  return ctx.db.transaction(async (tx) => {
    const session = await lockSession(tx, viewer, found.sessionId);
    const answer = await findLearnAnswer(tx, id);
    if (!answer) throw notFound('answer');
    if (answer.overriddenAt) return { answer, session };
    if (answer.outcome.correct) throw conflict('The answer counts as right already.');
    if ((await findLatestLearnAnswerId(tx, session.id, answer.cardId)) !== id) {
      throw conflict('The card was answered again since: only its latest answer can be overridden.');
    }
    const corrected = { ...answer, overriddenAt: now, levelAfter: levelAfterRight(answer.levelBefore) };
    const next = moveOn(session, overridden(session.progress, answer.cardId, answer.levelBefore), now);
    await markLearnAnswerOverridden(tx, corrected);
    await saveLearnSession(tx, next);
    const origin = { requestId: ctx.requestId, now };
    const data = {
      answerId: id,
      sessionId: session.id,
      userId: viewer.userId,
      deckId: session.deckId,
      cardId: answer.cardId,
      verdict: answer.outcome.verdict,
      levelAfter: corrected.levelAfter,
      overriddenAt: now.toISOString(),
    };
    await appendEvents(tx, [learnOverriddenEvent(data, origin), ...finishedEvents(next, today, origin)]);
    return { answer: corrected, session: next };
  });
}

async function dayOf(ctx: ReviewContext): Promise<[timeZone: string, dayStartsAt: number]> {
  const { timeZone, dayStartsAt } = await ctx.study.learner();
  return [timeZone, dayStartsAt];
}

/** The viewer's session, read after the learner's lock, so that answers from two devices take turns. */
async function lockSession(tx: DecksDb, viewer: Viewer, id: string): Promise<LearnSessionRecord> {
  await lockStudy(tx, viewer.userId);
  const session = await findLearnSession(tx, id);
  if (session?.userId !== viewer.userId) throw notFound('session');
  return session;
}

function requireSame(
  known: LearnAnswerRecord,
  given: { sessionId: string; questionId: string; text: string | null; optionId: string | null },
  viewer: Viewer,
): LearnAnswerRecord {
  const { answer } = known.outcome;
  const same =
    known.userId === viewer.userId &&
    known.sessionId === given.sessionId &&
    known.question.id === given.questionId &&
    answer?.text === given.text &&
    answer.optionId === given.optionId;
  if (!same) throw idTaken('answer');
  return known;
}

function judge(
  session: LearnSessionRecord,
  question: PaperQuestion,
  given: PaperAnswer,
  { id, now }: { id: string; now: Date },
): { answer: LearnAnswerRecord; next: LearnSessionRecord } {
  const faults = faultsOf(question, given);
  if (faults.length > 0) throw badInput(faults.map(({ path, message }) => ({ path: ['input', ...path], message })));
  const [cardId] = session.progress.queue;
  if (cardId === undefined) throw new Error('a question is asked though no card is');
  const { questionId, text, optionId, isTrue, pairs, timeMs } = given;
  const answer = { questionId, text, optionId, isTrue, pairs, timeMs };
  const grade = gradeQuestion(question, answer, session.policy, otherAnswers(session, cardId));
  const progress = answered(session.progress, grade.correct);
  return {
    answer: {
      id,
      sessionId: session.id,
      userId: session.userId,
      cardId,
      round: session.progress.round,
      question,
      outcome: { questionId, answer, ...grade },
      levelBefore: levelOf(session.progress, cardId),
      levelAfter: levelOf(progress, cardId),
      answeredAt: now,
      overriddenAt: null,
    },
    next: moveOn(session, progress, now),
  };
}

/** What the other cards answer: giving one of these is a mix-up, never a typing error. */
function otherAnswers({ pool, answerWith }: LearnSessionRecord, cardId: string): string[] {
  return pool
    .filter((card) => card.id !== cardId)
    .map(({ term, definition }) => (answerWith === 'TERM' ? term : definition));
}

function moveOn(session: LearnSessionRecord, progress: LearnSessionRecord['progress'], now: Date): LearnSessionRecord {
  const finishedAt = progress.queue.length === 0 ? now : null;
  return withQuestion({ ...session, progress, updatedAt: now, finishedAt });
}

/** With the question that is due: a card that is familiar is asked in writing, one that is not is asked to choose from answers. */
function withQuestion(session: LearnSessionRecord): LearnSessionRecord {
  const [cardId] = session.progress.queue;
  if (cardId === undefined) return { ...session, question: null };
  const familiar = levelOf(session.progress, cardId) > 0;
  // A card with nothing wrong to offer beside it is asked in writing from the start.
  const kinds = familiar ? (['WRITTEN'] as const) : (['MULTIPLE_CHOICE', 'WRITTEN'] as const);
  const { answerWith, policy, pool } = session;
  // A seed of its own, and ids by lot: nobody can work out the order of the options.
  const question = askCard(pool, cardId, { kinds, answerWith, policy }, seededRandom(randomUUID()), randomUUID);
  if (!question) throw new Error(`card ${cardId} of a session cannot be asked`);
  return { ...session, question };
}

function finishedEvents(session: LearnSessionRecord, today: string, origin: { requestId: string; now: Date }) {
  if (!session.finishedAt) return [];
  const data = {
    sessionId: session.id,
    userId: session.userId,
    deckId: session.deckId,
    cardCount: session.pool.length,
    rounds: session.progress.round,
    startedAt: session.startedAt.toISOString(),
    finishedAt: session.finishedAt.toISOString(),
    localDay: today,
  };
  return [learnFinishedEvent(data, origin)];
}

function noCards(starredOnly: boolean) {
  return badInput([
    starredOnly
      ? { path: ['input', 'starredOnly'], message: 'leaves no card to ask about' }
      : { path: ['input', 'deckId'], message: 'has no cards to ask about' },
  ]);
}
