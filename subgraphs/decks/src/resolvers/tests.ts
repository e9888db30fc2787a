import { isTimeUp, questionsOf, testEnd } from '../domain/practice-test.js';
import type {
  MutationResolvers,
  PracticeTestResolvers,
  QueryResolvers,
  TestQuestionResolvers,
  TestQuestionResultResolvers,
} from '../generated/graphql.js';
import { createTest } from '../services/create-test.js';
import { myTests, practiceTest, testDeck, testedCards, testSummary } from '../services/practice-tests.js';
import { saveTestAnswers, submitTest } from '../services/submit-test.js';

export const Query: QueryResolvers = {
  practiceTest: (_root, { id }, ctx) => practiceTest(ctx, id),
  myTests: (_root, args, ctx) => myTests(ctx, args),
  testSummary: (_root, { deckId }, ctx) => testSummary(ctx, deckId),
};

export const Mutation: MutationResolvers = {
  createTest: (_root, { input }, ctx) => createTest(ctx, input),
  submitTest: (_root, { input }, ctx) => submitTest(ctx, input),
  saveTestAnswers: (_root, { input }, ctx) => saveTestAnswers(ctx, input),
};

export const PracticeTest: PracticeTestResolvers = {
  deck: (test, _args, ctx) => testDeck(ctx, test),
  state: ({ submittedAt }) => (submittedAt ? 'SUBMITTED' : 'OPEN'),
  questions: (test) => questionsOf(test),
  endsAt: (test) => testEnd(test),
  timedOut: (test, _args, ctx) => isTimeUp(test, test.submittedAt ?? ctx.clock.now()),
  savedAnswers: ({ draft, submittedAt }) => (submittedAt ? [] : (draft ?? [])),
};

/** Nothing here may tell the right answer: a question is shown before it is answered. */
export const TestQuestion: TestQuestionResolvers = {
  id: ({ question }) => question.id,
  kind: ({ question }) => question.kind,
  prompt: ({ question }) => (question.kind === 'MATCHING' ? null : question.prompt),
  statement: ({ question }) => (question.kind === 'TRUE_FALSE' ? question.statement : null),
  options: ({ question }) => ('options' in question ? question.options : []),
  prompts: ({ question }) =>
    question.kind === 'MATCHING' ? question.prompts.map(({ id, text }) => ({ id, text })) : [],
  result: ({ question, outcome }) => outcome && { question, outcome },
};

export const TestQuestionResult: TestQuestionResultResolvers = {
  verdict: ({ outcome }) => outcome.verdict,
  correct: ({ outcome }) => outcome.correct,
  score: ({ outcome }) => outcome.score,
  answer: ({ outcome }) => outcome.answer,
  expected: ({ question }) => (question.kind === 'MATCHING' ? null : question.expected),
  accepted: ({ question }) => (question.kind === 'WRITTEN' ? question.accepted : []),
  expectedOptionId: ({ question }) => (question.kind === 'MULTIPLE_CHOICE' ? question.rightOptionId : null),
  expectedIsTrue: ({ question }) => (question.kind === 'TRUE_FALSE' ? question.isTrue : null),
  expectedPairs: ({ question }) =>
    question.kind === 'MATCHING'
      ? question.prompts.map(({ id, rightOptionId }) => ({ promptId: id, optionId: rightOptionId }))
      : [],
  cards: (graded, _args, ctx) => testedCards(ctx, graded),
};
