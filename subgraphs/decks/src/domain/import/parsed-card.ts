import {
  cardAnswerCharactersMax,
  cardAnswersMax,
  cardDefinitionCharactersMax,
  cardHintCharactersMax,
  cardTagsMax,
  cardTermCharactersMax,
  deckCardsMax,
  siblingKeyCharactersMax,
  tagCharactersMax,
} from '../deck.js';
import { characterCount, cleanList, cleanText, isBlank, isStorable } from '../text.js';

export type ImportProblemCode =
  | 'TERM_MISSING'
  | 'DEFINITION_MISSING'
  | 'TOO_LONG'
  | 'TOO_MANY_VALUES'
  | 'INVALID_CHARACTER'
  | 'QUOTE_NOT_CLOSED'
  | 'LINE_JOINED'
  | 'DUPLICATE'
  | 'WRONG_SHAPE'
  | 'UNREADABLE'
  | 'EMPTY';

/** Where something stands in a file: a line, or a number among the entries. Both from 1. */
export interface Place {
  line: number | null;
  note: number | null;
}

export interface ImportProblem extends Place {
  code: ImportProblemCode;
  message: string;
}

/** What a row says, before anything is checked. Undefined fields are not in the file. */
export interface CardDraft {
  term: string;
  definition: string;
  hint?: string | undefined;
  acceptedAnswers?: readonly string[] | undefined;
  distractors?: readonly string[] | undefined;
  tags?: readonly string[] | undefined;
  siblingKey?: string | undefined;
}

/** A card of the file, checked. Undefined fields are not in the file: an update leaves them as they are. */
export interface ParsedCard {
  place: Place;
  term: string;
  definition: string;
  hint?: string | null;
  acceptedAnswers?: string[];
  distractors?: string[];
  tags?: string[];
  siblingKey?: string | null;
}

/** What a file says, as far as it can be read. */
export interface ParsedDeck {
  /** Fields of the deck itself, where the format has them. */
  deck: ParsedDeckFields;
  cards: ParsedCard[];
  problems: ImportProblem[];
  /** Rows that gave no card (count). */
  faulty: number;
}

export interface ParsedDeckFields {
  title?: string;
  description?: string;
  termLanguage?: string;
  definitionLanguage?: string;
  tags?: string[];
}

/** The file has more rows than an import takes. */
export class TooManyRowsError extends Error {
  override readonly name = 'TooManyRowsError';
}

/** Rows of one file (count): the largest deck comes back whole. */
export const importRowsMax = deckCardsMax;

interface Limits {
  name: string;
  charactersMax: number;
}

/** Gathers the cards and problems of a file. */
export function createCollector(): {
  add(place: Place, draft: CardDraft): void;
  fault(place: Place, code: ImportProblemCode, message: string): void;
  note(place: Place, code: ImportProblemCode, message: string): void;
  finish(deck?: ParsedDeckFields): ParsedDeck;
} {
  const cards: ParsedCard[] = [];
  const problems: ImportProblem[] = [];
  let faulty = 0;

  function countRow(): void {
    if (cards.length + faulty >= importRowsMax) throw new TooManyRowsError(`more than ${String(importRowsMax)} cards`);
  }

  return {
    add(place, draft) {
      countRow();
      const result = checkDraft(place, draft);
      if ('code' in result) {
        problems.push(result);
        faulty += 1;
      } else cards.push(result);
    },
    fault(place, code, message) {
      countRow();
      problems.push({ ...place, code, message });
      faulty += 1;
    },
    note(place, code, message) {
      problems.push({ ...place, code, message });
    },
    finish: (deck = {}) => ({ deck, cards, problems, faulty }),
  };
}

function checkDraft(place: Place, draft: CardDraft): ParsedCard | ImportProblem {
  const term = cleanText(draft.term);
  const definition = cleanText(draft.definition);
  const problem = (code: ImportProblemCode, message: string): ImportProblem => ({ ...place, code, message });
  if (isBlank(term)) return problem('TERM_MISSING', 'The row has no term.');
  if (isBlank(definition)) return problem('DEFINITION_MISSING', `The term “${excerpt(term)}” has no definition.`);

  const hint = draft.hint === undefined ? undefined : cleanText(draft.hint);
  const siblingKey = draft.siblingKey === undefined ? undefined : cleanText(draft.siblingKey);
  const lists = {
    acceptedAnswers: draft.acceptedAnswers && cleanList(draft.acceptedAnswers),
    distractors: draft.distractors && cleanList(draft.distractors),
    tags: draft.tags && cleanList(draft.tags),
  };
  const texts: [string, Limits][] = [
    [term, { name: 'term', charactersMax: cardTermCharactersMax }],
    [definition, { name: 'definition', charactersMax: cardDefinitionCharactersMax }],
    [hint ?? '', { name: 'hint', charactersMax: cardHintCharactersMax }],
    [siblingKey ?? '', { name: 'sibling key', charactersMax: siblingKeyCharactersMax }],
    ...(lists.acceptedAnswers ?? []).map((text) => limited(text, 'accepted answer', cardAnswerCharactersMax)),
    ...(lists.distractors ?? []).map((text) => limited(text, 'distractor', cardAnswerCharactersMax)),
    ...(lists.tags ?? []).map((text) => limited(text, 'tag', tagCharactersMax)),
  ];
  for (const [text, { name, charactersMax }] of texts) {
    if (!isStorable(text)) return problem('INVALID_CHARACTER', `The ${name} holds characters that text cannot hold.`);
    const count = characterCount(text);
    if (count > charactersMax) {
      return problem('TOO_LONG', `The ${name} has ${String(count)} characters; at most ${String(charactersMax)} fit.`);
    }
  }
  const crowded = tooMany(lists);
  if (crowded) return problem('TOO_MANY_VALUES', crowded);
  return {
    place,
    term,
    definition,
    ...(hint !== undefined && { hint: hint === '' ? null : hint }),
    ...(lists.acceptedAnswers && { acceptedAnswers: lists.acceptedAnswers }),
    ...(lists.distractors && { distractors: lists.distractors }),
    ...(lists.tags && { tags: lists.tags }),
    ...(siblingKey !== undefined && { siblingKey: siblingKey === '' ? null : siblingKey }),
  };
}

function limited(text: string, name: string, charactersMax: number): [string, Limits] {
  return [text, { name, charactersMax }];
}

function tooMany(lists: Record<'acceptedAnswers' | 'distractors' | 'tags', string[] | undefined>): string | undefined {
  const maxima = { acceptedAnswers: cardAnswersMax, distractors: cardAnswersMax, tags: cardTagsMax };
  for (const name of ['acceptedAnswers', 'distractors', 'tags'] as const) {
    const count = lists[name]?.length ?? 0;
    if (count > maxima[name]) return `The card has ${String(count)} ${name}; at most ${String(maxima[name])} fit.`;
  }
  return undefined;
}

const excerptCharactersMax = 60;

/** The beginning of a text, for messages. */
export function excerpt(text: string): string {
  const flat = text.replace(/\s+/g, ' ');
  return flat.length <= excerptCharactersMax ? flat : `${flat.slice(0, excerptCharactersMax)}…`;
}
