import type { AnswerSide, Paper, PaperQuestion } from './test-paper.js';
import type { PaperAnswer, PaperOutcome, QuestionOutcome } from './test-grading.js';

/** A learner's practice test: the paper, and its outcome once it was submitted. */
export interface PracticeTestRecord {
  id: string;
  userId: string;
  deckId: string;
  answerWith: AnswerSide;
  questionCount: number;
  paper: Paper;
  startedAt: Date;
  submittedAt: Date | null;
  /** 0..1; null until submitted. */
  score: number | null;
  correctCount: number | null;
  outcome: PaperOutcome | null;
  timeLimitSeconds: number | null;
  /** Answers saved before the submission. */
  draft: PaperAnswer[] | null;
  /** Tells the same answers from others when a test is submitted again. */
  answersFingerprint: string | null;
}

/** An answer that was sent in time may arrive this much later (milliseconds). */
export const testGraceMs = 5_000;

/** When answers are no longer taken; null without a time limit. */
export function testEnd({ startedAt, timeLimitSeconds }: PracticeTestRecord): Date | null {
  return timeLimitSeconds === null ? null : new Date(startedAt.getTime() + timeLimitSeconds * 1_000);
}

/** Whether the time was up at a moment, the grace included: what arrives then is not graded. */
export function isTimeUp(test: PracticeTestRecord, at: Date): boolean {
  const end = testEnd(test);
  return end !== null && at.getTime() > end.getTime() + testGraceMs;
}

/** A question together with how it was answered; null while the test is open. */
export interface TestQuestionRecord {
  question: PaperQuestion;
  outcome: QuestionOutcome | null;
}

/** A question that was graded: only of such a one may the right answer be told. */
export interface GradedQuestion {
  question: PaperQuestion;
  outcome: QuestionOutcome;
}

export function questionsOf(test: PracticeTestRecord): TestQuestionRecord[] {
  const outcomes = new Map(test.outcome?.questions.map((outcome) => [outcome.questionId, outcome]));
  return test.paper.questions.map((question) => ({ question, outcome: outcomes.get(question.id) ?? null }));
}

/** Ids of the cards that a question asks. */
export function cardIdsOf(question: PaperQuestion): string[] {
  return question.kind === 'MATCHING' ? question.prompts.map(({ cardId }) => cardId) : [question.cardId];
}
