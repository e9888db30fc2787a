import type { AnswerSide, Paper, PaperQuestion } from './test-paper.js';
import type { PaperOutcome, QuestionOutcome } from './test-grading.js';

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
  /** Tells the same answers from others when a test is submitted again. */
  answersFingerprint: string | null;
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
