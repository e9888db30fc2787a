import { gradeOf, gradeWritten, partialGrade } from './grading.js';
import type { Grade } from './grading.js';
import type { GradingPolicy, Paper, PaperQuestion, QuestionKind } from './test-paper.js';

/** Grades a paper's answers. */

export interface PaperAnswer {
  questionId: string;
  text: string | null;
  optionId: string | null;
  isTrue: boolean | null;
  pairs: { promptId: string; optionId: string }[];
  timeMs: number | null;
}

export interface QuestionOutcome extends Grade {
  questionId: string;
  /** Null when the question was left out. */
  answer: PaperAnswer | null;
}

/** How each card was answered; a matching question answers several. */
export interface CardOutcome {
  cardId: string;
  kind: QuestionKind;
  correct: boolean;
  verdict: Grade['verdict'];
  timeMs: number | null;
}

export interface PaperOutcome {
  questions: QuestionOutcome[];
  /** Share of points, 0..1. */
  score: number;
  /** Questions that count as right. */
  correctCount: number;
}

/** What does not fit the paper: unknown ids, a question answered twice. */
export function answerFaults(
  paper: Paper,
  answers: readonly PaperAnswer[],
): { path: (string | number)[]; message: string }[] {
  const questions = new Map(paper.questions.map((question) => [question.id, question]));
  const seen = new Set<string>();
  return answers.flatMap((answer, index) => {
    const question = questions.get(answer.questionId);
    if (!question) return [{ path: [index, 'questionId'], message: 'is no question of this test' }];
    if (seen.has(answer.questionId)) return [{ path: [index, 'questionId'], message: 'is answered twice' }];
    seen.add(answer.questionId);
    return faultsOf(question, answer).map(({ path, message }) => ({ path: [index, ...path], message }));
  });
}

/** Which field of an answer answers which kind of question. */
const fieldOf: Record<QuestionKind, 'text' | 'optionId' | 'isTrue' | 'pairs'> = {
  WRITTEN: 'text',
  MULTIPLE_CHOICE: 'optionId',
  TRUE_FALSE: 'isTrue',
  MATCHING: 'pairs',
};

/** Fields that answer another kind of question: taken for no answer, they would count against the learner. */
function strayFields(question: PaperQuestion, answer: PaperAnswer): { path: string[]; message: string }[] {
  const wanted = fieldOf[question.kind];
  const given = { ...answer, pairs: answer.pairs.length === 0 ? null : answer.pairs };
  return Object.values(fieldOf)
    .filter((field) => field !== wanted && given[field] !== null)
    .map((field) => ({
      path: [field],
      message: `does not answer a question of kind ${question.kind}: send ${wanted}`,
    }));
}

/** What of an answer does not fit its question: the field of another kind, unknown ids, something paired twice. */
export function faultsOf(
  question: PaperQuestion,
  answer: PaperAnswer,
): { path: (string | number)[]; message: string }[] {
  const stray = strayFields(question, answer);
  if (stray.length > 0) return stray;
  if (question.kind === 'MULTIPLE_CHOICE') {
    const known = answer.optionId === null || question.options.some(({ id }) => id === answer.optionId);
    return known ? [] : [{ path: ['optionId'], message: 'is no option of this question' }];
  }
  if (question.kind !== 'MATCHING') return [];
  const prompts = new Set(question.prompts.map(({ id }) => id));
  const options = new Set(question.options.map(({ id }) => id));
  return answer.pairs.flatMap(({ promptId, optionId }, index) => {
    // A prompt that was known and is gone from the set was paired before.
    if (!prompts.delete(promptId))
      return [{ path: ['pairs', index, 'promptId'], message: 'is no prompt of this question, or is paired twice' }];
    if (!options.delete(optionId))
      return [{ path: ['pairs', index, 'optionId'], message: 'is no option of this question, or is paired twice' }];
    return [];
  });
}

/** Grades every question; one without an answer is EMPTY. The answers must fit the paper (`answerFaults`). */
export function gradePaper(paper: Paper, answers: readonly PaperAnswer[]): PaperOutcome {
  const given = new Map(answers.map((answer) => [answer.questionId, answer]));
  const questions = paper.questions.map((question): QuestionOutcome => {
    const answer = given.get(question.id) ?? null;
    return {
      questionId: question.id,
      answer,
      ...gradeQuestion(question, answer, paper.policy, otherAnswers(paper, question.id)),
    };
  });
  const points = questions.reduce((sum, { score }) => sum + score, 0);
  return {
    questions,
    score: questions.length === 0 ? 0 : points / questions.length,
    correctCount: questions.filter(({ correct }) => correct).length,
  };
}

/**
 * Grades the answer to one question; none is EMPTY.
 *
 * @param others right answers to other questions: giving one of these is a mix-up, never a typing error.
 */
export function gradeQuestion(
  question: PaperQuestion,
  answer: PaperAnswer | null,
  policy: GradingPolicy,
  others: readonly string[],
): Grade {
  if (!answer) return gradeOf('EMPTY');
  switch (question.kind) {
    case 'WRITTEN':
      return gradeWritten(answer.text ?? '', {
        ...policy,
        expected: question.expected,
        accepted: question.accepted,
        others,
      });
    case 'MULTIPLE_CHOICE':
      return choiceGrade(answer.optionId, question.rightOptionId);
    case 'TRUE_FALSE':
      return choiceGrade(answer.isTrue, question.isTrue);
    case 'MATCHING': {
      if (answer.pairs.length === 0) return gradeOf('EMPTY');
      const right = question.prompts.filter((prompt) => isPairedRight(prompt, answer)).length;
      if (right === 0) return gradeOf('WRONG');
      return right === question.prompts.length ? gradeOf('EXACT') : partialGrade(right, question.prompts.length);
    }
  }
}

function choiceGrade<T>(given: T | null, right: T): Grade {
  if (given === null) return gradeOf('EMPTY');
  return gradeOf(given === right ? 'EXACT' : 'WRONG');
}

function isPairedRight(prompt: { id: string; rightOptionId: string }, answer: PaperAnswer): boolean {
  return answer.pairs.some(({ promptId, optionId }) => promptId === prompt.id && optionId === prompt.rightOptionId);
}

function otherAnswers(paper: Paper, questionId: string): string[] {
  return paper.questions.flatMap((one) => (one.kind === 'WRITTEN' && one.id !== questionId ? [one.expected] : []));
}

/** The outcome by card, for the event that tells the other domains. */
export function cardOutcomes(paper: Paper, outcome: PaperOutcome): CardOutcome[] {
  const byQuestion = new Map(outcome.questions.map((one) => [one.questionId, one]));
  return paper.questions.flatMap((question): CardOutcome[] => {
    const graded = byQuestion.get(question.id);
    if (!graded) return [];
    const { answer, verdict, correct } = graded;
    const timeMs = answer?.timeMs ?? null;
    if (question.kind !== 'MATCHING')
      return [{ cardId: question.cardId, kind: question.kind, correct, verdict, timeMs }];
    return question.prompts.map((prompt) => {
      const paired = answer?.pairs.some(({ promptId }) => promptId === prompt.id) ?? false;
      const right = answer !== null && isPairedRight(prompt, answer);
      return {
        cardId: prompt.cardId,
        kind: question.kind,
        correct: right,
        verdict: right ? 'EXACT' : paired ? 'WRONG' : 'EMPTY',
        timeMs: timeMs === null ? null : Math.round(timeMs / question.prompts.length),
      };
    });
  });
}
