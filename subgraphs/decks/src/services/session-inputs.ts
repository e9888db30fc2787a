import { z } from 'zod';
import { matchMovesMax } from '../domain/match.js';
import { isStorable } from '../domain/text.js';
import { idInput } from './inputs.js';
import { questionTimeMsMax, writtenAnswerCharactersMax } from './study-inputs.js';

/** What the mutations of Learn and Match take, parsed at the door. */

export const startLearnInput = z.object({
  id: idInput.nullish(),
  deckId: idInput,
  answerWith: z.enum(['TERM', 'DEFINITION']),
  starredOnly: z.boolean(),
  shuffle: z.boolean(),
  splitAlternatives: z.boolean(),
  lenientDiacritics: z.boolean(),
  allowTypos: z.boolean(),
});

export const answerLearnInput = z.object({
  id: idInput.nullish(),
  sessionId: idInput,
  questionId: idInput,
  text: z
    .string()
    .max(writtenAnswerCharactersMax)
    .refine(isStorable, 'holds characters that text cannot hold')
    .nullish()
    .transform((text) => text ?? null),
  optionId: idInput.nullish().transform((id) => id ?? null),
  timeMs: z
    .int()
    .min(0)
    .max(questionTimeMsMax)
    .nullish()
    .transform((timeMs) => timeMs ?? null),
});

export const startMatchInput = z.object({ deckId: idInput, id: idInput.nullish() });

export const finishMatchInput = z.object({
  gameId: idInput,
  moves: z
    .array(z.object({ tileIds: z.tuple([idInput, idInput], 'must be two tiles'), atMs: z.int().min(0) }))
    .max(matchMovesMax, `must have at most ${String(matchMovesMax)} entries`),
});
