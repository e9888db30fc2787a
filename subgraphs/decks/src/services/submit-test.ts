import { createHash } from 'node:crypto';
import { badInput, conflict, notFound } from '@ruzlet/platform/errors';
import { localDay } from '@ruzlet/platform/localtime';
import { appendEvents } from '@ruzlet/platform/outbox/append-events';
import { parseInput } from '@ruzlet/platform/validation';
import { isTimeUp, type PracticeTestRecord } from '../domain/practice-test.js';
import { answerFaults, cardOutcomes, gradePaper, type PaperAnswer } from '../domain/test-grading.js';
import { lockStudy } from '../storage/memory.js';
import { findPracticeTest, savePracticeTestDraft, savePracticeTestOutcome } from '../storage/practice-tests.js';
import { requireSignIn } from './deck-access.js';
import { testSubmittedEvent } from './learning-events.js';
import type { ReviewContext } from './review-cards.js';
import { submitTestInput } from './study-inputs.js';

/**
 * Grades a test. The same answers sent again get the same outcome. When the time was up, what counts is what was saved
 * before, not what is sent now.
 *
 * @throws AppError NOT_FOUND for a test that is not the viewer's; BAD_USER_INPUT for answers that do not fit its questions;
 *   CONFLICT when it was submitted with other answers.
 */
export async function submitTest(ctx: ReviewContext, input: unknown): Promise<PracticeTestRecord> {
  const viewer = requireSignIn(ctx);
  // Taken before anything else: what the server does meanwhile is not the learner's time.
  const submittedAt = ctx.clock.now();
  const { testId, answers } = parseInput(submitTestInput, input);
  const test = await findPracticeTest(ctx.db, testId);
  if (test?.userId !== viewer.userId) throw notFound('test');
  const answersFingerprint = fingerprint(answers);
  if (test.submittedAt) return requireSameAnswers(test, answersFingerprint);
  const faults = answerFaults(test.paper, answers);
  if (faults.length > 0) {
    throw badInput(faults.map(({ path, message }) => ({ path: ['input', 'answers', ...path], message })));
  }
  const { timeZone, dayStartsAt } = await ctx.study.learner();
  const won = await ctx.db.transaction(async (tx) => {
    // Events of one learner keep their order only when their transactions take turns.
    await lockStudy(tx, viewer.userId);
    // Read again: a draft that came last is the one that counts.
    const counted = isTimeUp(test, submittedAt) ? ((await findPracticeTest(tx, testId))?.draft ?? []) : answers;
    const outcome = gradePaper(test.paper, counted);
    if (!(await savePracticeTestOutcome(tx, testId, { outcome, submittedAt, answersFingerprint }))) return undefined;
    const event = testSubmittedEvent(
      {
        testId,
        userId: viewer.userId,
        deckId: test.deckId,
        score: outcome.score,
        correct: outcome.correctCount,
        questionCount: test.questionCount,
        startedAt: test.startedAt.toISOString(),
        submittedAt: submittedAt.toISOString(),
        localDay: localDay(submittedAt, timeZone, dayStartsAt),
        durationMs: Math.max(0, submittedAt.getTime() - test.startedAt.getTime()),
        answers: cardOutcomes(test.paper, outcome).map(({ timeMs, ...answer }) => ({
          ...answer,
          ...(timeMs !== null && { timeMs }),
        })),
      },
      { requestId: ctx.requestId, now: submittedAt },
    );
    await appendEvents(tx, [event]);
    return outcome;
  });
  if (won) {
    const { score, correctCount } = won;
    return { ...test, outcome: won, submittedAt, answersFingerprint, score, correctCount };
  }
  // Another request handed it in meanwhile: that one counts.
  const submitted = await findPracticeTest(ctx.db, testId);
  if (!submitted) throw notFound('test');
  return requireSameAnswers(submitted, answersFingerprint);
}

/**
 * Keeps answers of a test that is still open, so that it can go on on another device and that they count when the time
 * runs out. They take the place of those that were saved before; nothing is graded.
 *
 * @throws AppError NOT_FOUND for a test that is not the viewer's; BAD_USER_INPUT for answers that do not fit its questions;
 *   CONFLICT when it was submitted or its time is up.
 */
export async function saveTestAnswers(ctx: ReviewContext, input: unknown): Promise<PracticeTestRecord> {
  const viewer = requireSignIn(ctx);
  const now = ctx.clock.now();
  const { testId, answers } = parseInput(submitTestInput, input);
  const test = await findPracticeTest(ctx.db, testId);
  if (test?.userId !== viewer.userId) throw notFound('test');
  if (isTimeUp(test, now)) throw conflict('The time is up: submit the test to see what counts.');
  const faults = answerFaults(test.paper, answers);
  if (faults.length > 0) {
    throw badInput(faults.map(({ path, message }) => ({ path: ['input', 'answers', ...path], message })));
  }
  if (!(await savePracticeTestDraft(ctx.db, testId, answers))) {
    throw conflict('The test was submitted already: its result stands.');
  }
  return { ...test, draft: answers };
}

function requireSameAnswers(test: PracticeTestRecord, answersFingerprint: string): PracticeTestRecord {
  if (test.answersFingerprint === answersFingerprint) return test;
  throw conflict('The test was submitted already, with other answers: its result stands.');
}

/** The same for the same answers in any order; the time spent is no part of an answer. */
function fingerprint(answers: readonly PaperAnswer[]): string {
  const canonical = answers
    .map(({ questionId, text, optionId, isTrue, pairs }) =>
      JSON.stringify([
        questionId,
        text,
        optionId,
        isTrue,
        pairs.map((pair) => `${pair.promptId} ${pair.optionId}`).sort(),
      ]),
    )
    .sort();
  return createHash('sha256').update(JSON.stringify(canonical)).digest('hex');
}
