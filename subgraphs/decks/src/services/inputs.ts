import { z } from 'zod';
import {
  cardAnswerCharactersMax,
  cardAnswersMax,
  cardDefinitionCharactersMax,
  cardHintCharactersMax,
  cardsPerMutationMax,
  cardTagsMax,
  cardTermCharactersMax,
  deckDescriptionCharactersMax,
  deckTagsMax,
  deckTitleCharactersMax,
  languageTagCharactersMax,
  siblingKeyCharactersMax,
  tagCharactersMax,
} from '../domain/deck.js';
import { cardTextFields, findCharactersMax, replaceCharactersMax } from '../domain/find-and-replace.js';
import { characterCount, cleanList, cleanText, isBlank, isStorable } from '../domain/text.js';

/** What mutations take, parsed at the door: cleaned text within its limits, ids in lower case. */

export const idInput = z.uuid('is not a UUID').transform((id) => id.toLowerCase());

/** Text of `min` to `max` characters after cleaning; with a `min`, something of it can be seen. */
export function textInput(min: number, max: number) {
  return z
    .string()
    .transform(cleanText)
    .refine(isStorable, 'holds characters that text cannot hold')
    .refine((text) => characterCount(text) >= min && (min === 0 || !isBlank(text)), 'must not be empty')
    .refine((text) => characterCount(text) <= max, `must have at most ${String(max)} characters`);
}

/** Text that may be left out; empty text is none. */
function optionalTextInput(max: number) {
  return textInput(0, max)
    .transform((text) => (text === '' ? null : text))
    .nullish();
}

function textListInput(entriesMax: number, charactersMax: number) {
  return z
    .array(textInput(0, charactersMax))
    .transform(cleanList)
    .refine((list) => list.length <= entriesMax, `must have at most ${String(entriesMax)} entries`)
    .nullish();
}

/** A BCP 47 language tag, in its canonical case. */
const languageInput = z
  .string()
  .max(languageTagCharactersMax)
  .transform((tag, issues) => {
    const canonical = canonicalLanguage(tag.trim());
    if (canonical !== undefined) return canonical;
    issues.addIssue({ code: 'custom', message: 'is not a language tag like en, ru or pt-BR' });
    return z.NEVER;
  })
  .nullish();

function canonicalLanguage(tag: string): string | null | undefined {
  if (tag === '') return null;
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}

export const visibilityInput = z.enum(['PRIVATE', 'UNLISTED', 'PUBLIC']);

const deckFields = {
  description: optionalTextInput(deckDescriptionCharactersMax),
  termLanguage: languageInput,
  definitionLanguage: languageInput,
  visibility: visibilityInput.nullish(),
  tags: textListInput(deckTagsMax, tagCharactersMax),
};

export const newDeckInput = z.object({
  id: idInput.nullish(),
  title: textInput(1, deckTitleCharactersMax),
  ...deckFields,
});

export const deckChangeInput = z.object({
  id: idInput,
  title: textInput(1, deckTitleCharactersMax).nullish(),
  ...deckFields,
});

/** The fields of a deck that an import may make. */
export const importedDeckInput = z.object({ title: optionalTextInput(deckTitleCharactersMax), ...deckFields });

const cardFields = {
  hint: optionalTextInput(cardHintCharactersMax),
  acceptedAnswers: textListInput(cardAnswersMax, cardAnswerCharactersMax),
  distractors: textListInput(cardAnswersMax, cardAnswerCharactersMax),
  tags: textListInput(cardTagsMax, tagCharactersMax),
  siblingKey: optionalTextInput(siblingKeyCharactersMax),
};

const newCardInput = z.object({
  id: idInput.nullish(),
  term: textInput(1, cardTermCharactersMax),
  definition: textInput(1, cardDefinitionCharactersMax),
  ...cardFields,
});

const cardChangeInput = z.object({
  id: idInput,
  term: textInput(1, cardTermCharactersMax).nullish(),
  definition: textInput(1, cardDefinitionCharactersMax).nullish(),
  ...cardFields,
});

/** 1 to `max` values without repeats. */
export function distinct<T extends z.ZodType>(
  of: T,
  max: number,
  keyOf: (value: z.output<T>) => string | null | undefined,
) {
  return z
    .array(of)
    .min(1, 'must not be empty')
    .max(max, `must have at most ${String(max)} entries`)
    .refine(
      (values) => {
        const keys = values.map(keyOf).filter((key) => key !== null && key !== undefined);
        return new Set(keys).size === keys.length;
      },
      { error: 'names the same id twice', abort: true },
    );
}

export const addCardsInput = z.object({
  deckId: idInput,
  cards: distinct(newCardInput, cardsPerMutationMax, (card) => card.id),
});

export const updateCardsInput = z.object({ cards: distinct(cardChangeInput, cardsPerMutationMax, (card) => card.id) });

export const cardIdsInput = distinct(idInput, cardsPerMutationMax, (id) => id);

export const moveCardsInput = z.object({
  cardIds: cardIdsInput,
  deckId: idInput.nullish(),
  afterCardId: idInput.nullish(),
});

/** Text that is looked for and put in its place is taken as it is: white space around it counts. */
function exactTextInput(min: number, max: number) {
  return z
    .string()
    .transform((text) => text.replace(/\r\n?/g, '\n'))
    .refine(isStorable, 'holds characters that text cannot hold')
    .refine((text) => characterCount(text) >= min, 'must not be empty')
    .refine((text) => characterCount(text) <= max, `must have at most ${String(max)} characters`);
}

export const findAndReplaceInput = z.object({
  deckId: idInput,
  find: exactTextInput(1, findCharactersMax),
  replace: exactTextInput(0, replaceCharactersMax),
  fields: distinct(z.enum(cardTextFields), cardTextFields.length, (field) => field)
    .nullish()
    .transform((fields) => fields ?? ['TERM' as const, 'DEFINITION' as const]),
  matchCase: z
    .boolean()
    .nullish()
    .transform((given) => given ?? true),
  wholeWord: z
    .boolean()
    .nullish()
    .transform((given) => given ?? false),
  dryRun: z
    .boolean()
    .nullish()
    .transform((given) => given ?? false),
});
