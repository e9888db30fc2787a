import { z } from 'zod';
import type { PaperAnswer, QuestionOutcome } from '../domain/test-grading.js';
import type { GradingPolicy, PaperCard, PaperQuestion } from '../domain/test-paper.js';

/** Questions and answers as they lie in the database, parsed when they are read. */

const option = z.object({ id: z.string(), text: z.string() });
const asked = { id: z.string(), cardId: z.string(), prompt: z.string(), expected: z.string() };

export const questionSchema: z.ZodType<PaperQuestion> = z.discriminatedUnion('kind', [
  z.object({ ...asked, kind: z.literal('WRITTEN'), accepted: z.array(z.string()) }),
  z.object({ ...asked, kind: z.literal('MULTIPLE_CHOICE'), options: z.array(option), rightOptionId: z.string() }),
  z.object({ ...asked, kind: z.literal('TRUE_FALSE'), statement: z.string(), isTrue: z.boolean() }),
  z.object({
    id: z.string(),
    kind: z.literal('MATCHING'),
    prompts: z.array(option.extend({ cardId: z.string(), rightOptionId: z.string() })),
    options: z.array(option),
  }),
]);

export const policySchema: z.ZodType<GradingPolicy> = z.object({
  language: z.string().nullable(),
  splitAlternatives: z.boolean(),
  lenientDiacritics: z.boolean(),
  allowTypos: z.boolean(),
});

export const poolSchema: z.ZodType<PaperCard[]> = z.array(
  z.object({
    id: z.string(),
    term: z.string(),
    definition: z.string(),
    acceptedAnswers: z.array(z.string()),
    distractors: z.array(z.string()),
  }),
);

export const answerSchema: z.ZodType<PaperAnswer> = z.object({
  questionId: z.string(),
  text: z.string().nullable(),
  optionId: z.string().nullable(),
  isTrue: z.boolean().nullable(),
  pairs: z.array(z.object({ promptId: z.string(), optionId: z.string() })),
  timeMs: z.number().nullable(),
});

export const questionOutcomeSchema: z.ZodType<QuestionOutcome> = z.object({
  questionId: z.string(),
  verdict: z.enum(['EXACT', 'ALTERNATIVE', 'TYPO', 'DIACRITIC', 'PARTIAL', 'WRONG', 'EMPTY']),
  correct: z.boolean(),
  score: z.number(),
  answer: answerSchema.nullable(),
});
