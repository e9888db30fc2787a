import type { ParsedDeck } from './parsed-card.js';
import { readJsonDeck } from './read-json-deck.js';
import { quizletDefaults, readQuizletText } from './read-quizlet-text.js';
import { type Delimiter, readTable } from './read-table.js';

export const deckFormats = ['CSV', 'TSV', 'QUIZLET_TEXT', 'JSON'] as const;
export type DeckFormat = (typeof deckFormats)[number];

export interface ReadOptions {
  delimiter?: Delimiter | undefined;
  header?: boolean | undefined;
  termSeparator?: string | undefined;
  cardSeparator?: string | undefined;
}

/**
 * What a file says. Never throws for what is in it, whatever that is: faults become problems.
 *
 * @throws TooManyRowsError for more than `importRowsMax` cards.
 */
export function readDeck(format: DeckFormat, content: string, options: ReadOptions): ParsedDeck {
  const text = content.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  switch (format) {
    case 'CSV':
      return readTable(text, options);
    case 'TSV':
      return readTable(text, { ...options, delimiter: '\t' });
    case 'QUIZLET_TEXT':
      return readQuizletText(text, {
        termSeparator: options.termSeparator ?? quizletDefaults.termSeparator,
        cardSeparator: options.cardSeparator ?? quizletDefaults.cardSeparator,
      });
    case 'JSON':
      return readJsonDeck(text);
  }
}
