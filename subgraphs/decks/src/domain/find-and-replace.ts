import {
  type CardContent,
  cardAnswerCharactersMax,
  cardDefinitionCharactersMax,
  cardHintCharactersMax,
  cardTermCharactersMax,
  tagCharactersMax,
} from './deck.js';
import { characterCount, cleanList, cleanText } from './text.js';

/** Replacing text in cards. What is looked for is taken as it is written: there are no patterns that could take long. */

export const cardTextFields = ['TERM', 'DEFINITION', 'HINT', 'ACCEPTED_ANSWERS', 'DISTRACTORS', 'TAGS'] as const;
export type CardTextField = (typeof cardTextFields)[number];

export const findCharactersMax = 500;
export const replaceCharactersMax = 2_000;

export interface Replacement {
  find: string;
  replace: string;
  /** False finds `Haus` for `haus` too. */
  matchCase: boolean;
  /** True finds no part of a longer word. */
  wholeWord: boolean;
}

export interface TextChange {
  field: CardTextField;
  before: string;
  after: string;
}

export interface TextProblem {
  field: CardTextField;
  message: string;
}

export interface ReplacedCard {
  /** The card's content afterwards; as it was when there is a problem. */
  content: CardContent;
  /** Places that were replaced (count). */
  occurrences: number;
  changes: TextChange[];
  problems: TextProblem[];
}

const columns = {
  TERM: 'term',
  DEFINITION: 'definition',
  HINT: 'hint',
  ACCEPTED_ANSWERS: 'acceptedAnswers',
  DISTRACTORS: 'distractors',
  TAGS: 'tags',
} as const satisfies Record<CardTextField, keyof CardContent>;

/** Characters that a text of a field, or an entry of its list, may have. */
const charactersMax: Record<CardTextField, number> = {
  TERM: cardTermCharactersMax,
  DEFINITION: cardDefinitionCharactersMax,
  HINT: cardHintCharactersMax,
  ACCEPTED_ANSWERS: cardAnswerCharactersMax,
  DISTRACTORS: cardAnswerCharactersMax,
  TAGS: tagCharactersMax,
};

const wordCharacter = String.raw`[\p{L}\p{M}\p{N}_]`;

function patternOf({ find, matchCase, wholeWord }: Replacement): RegExp {
  const literal = find.replace(/[\\^$.*+?()[\]{}|/-]/g, (character) =>
    character === '-' ? String.raw`\x2d` : `\\${character}`,
  );
  const source = wholeWord ? `(?<!${wordCharacter})${literal}(?!${wordCharacter})` : literal;
  return new RegExp(source, matchCase ? 'gu' : 'giu');
}

/** Replaces in the given fields of cards: of one card all of it, or nothing. */
export function createCardReplacer(
  replacement: Replacement,
  fields: readonly CardTextField[],
): (card: CardContent) => ReplacedCard {
  const pattern = patternOf(replacement);

  return (card) => {
    const content: CardContent = { ...card };
    const changes: TextChange[] = [];
    const problems: TextProblem[] = [];
    let occurrences = 0;

    /** The text afterwards, noted when it is another. */
    function replaceIn(field: CardTextField, before: string): string {
      let found = 0;
      const raw = before.replace(pattern, () => {
        found += 1;
        return replacement.replace;
      });
      const after = found > 0 ? cleanText(raw) : before;
      if (after === before) return before;
      occurrences += found;
      changes.push({ field, before, after });
      if (characterCount(after) > charactersMax[field]) {
        problems.push({ field, message: `would have more than ${String(charactersMax[field])} characters` });
      }
      return after;
    }

    for (const field of fields) {
      if (field === 'TERM' || field === 'DEFINITION') {
        const after = replaceIn(field, card[columns[field]]);
        if (after === '') problems.push({ field, message: 'would be empty' });
        content[columns[field]] = after;
      } else if (field === 'HINT') {
        const after = card.hint === null ? '' : replaceIn(field, card.hint);
        content.hint = after === '' ? null : after;
      } else {
        content[columns[field]] = cleanList(card[columns[field]].map((entry) => replaceIn(field, entry)));
      }
    }
    return problems.length > 0
      ? { content: card, occurrences: 0, changes: [], problems }
      : { content, occurrences, changes, problems };
  };
}
