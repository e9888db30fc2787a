import type { CardContent, DeckRecord } from '../deck.js';
import type { DeckFormat } from '../import/read-deck.js';
import { quizletDefaults, type QuizletOptions, readQuizletText } from '../import/read-quizlet-text.js';
import { guardFormula } from '../formula-guard.js';
import { joinValues } from '../value-list.js';
import { excerpt } from '../import/parsed-card.js';

/** A deck as a file: what `readDeck` reads back without loss. */

export interface DeckFile {
  fileName: string;
  contentType: string;
  content: string;
}

type DeckFields = Pick<DeckRecord, 'title' | 'description' | 'termLanguage' | 'definitionLanguage' | 'tags'>;

/** The format cannot hold this deck. */
export class UnwritableDeckError extends Error {
  override readonly name = 'UnwritableDeckError';
}

/**
 * @throws UnwritableDeckError when a card holds Quizlet text's separators in a way that could not be read back.
 */
export function writeDeck(
  format: DeckFormat,
  deck: DeckFields,
  cards: readonly CardContent[],
  options: Partial<QuizletOptions> = {},
): DeckFile {
  const name = fileNameOf(deck.title);
  switch (format) {
    case 'CSV':
      return {
        fileName: `${name}.csv`,
        contentType: 'text/csv; charset=utf-8',
        content: writeTable(cards, ',', '\r\n'),
      };
    case 'TSV':
      return {
        fileName: `${name}.tsv`,
        contentType: 'text/tab-separated-values; charset=utf-8',
        content: writeTable(cards, '\t', '\n'),
      };
    case 'QUIZLET_TEXT':
      return {
        fileName: `${name}.txt`,
        contentType: 'text/plain; charset=utf-8',
        content: writeQuizletText(cards, { ...quizletDefaults, ...options }),
      };
    case 'JSON':
      return { fileName: `${name}.json`, contentType: 'application/json', content: writeJson(deck, cards) };
  }
}

const header = ['term', 'definition', 'hint', 'acceptedAnswers', 'distractors', 'tags'];

function writeTable(cards: readonly CardContent[], delimiter: string, lineEnd: string): string {
  // A deck without siblings is written without their column, as most decks are.
  const siblings = cards.some(({ siblingKey }) => siblingKey !== null);
  const rows = cards.map((card) => [
    card.term,
    card.definition,
    card.hint ?? '',
    joinValues(card.acceptedAnswers),
    joinValues(card.distractors),
    joinValues(card.tags),
    ...(siblings ? [card.siblingKey ?? ''] : []),
  ]);
  return [siblings ? [...header, 'siblingKey'] : header, ...rows]
    .map((row) => row.map((field) => quote(guardFormula(field), delimiter)).join(delimiter) + lineEnd)
    .join('');
}

function quote(field: string, delimiter: string): string {
  return /["\n\r]/.test(field) || field.includes(delimiter) ? `"${field.replaceAll('"', '""')}"` : field;
}

function writeQuizletText(cards: readonly CardContent[], options: QuizletOptions): string {
  const content = cards
    .map(({ term, definition }) => term + options.termSeparator + definition)
    .join(options.cardSeparator);
  // Read back instead of reasoned about: whatever the separators are, the file is right or refused.
  const back = readQuizletText(content, options).cards;
  const lost = cards.find((card, index) => !sameSides(card, back[index]));
  if (!lost && back.length === cards.length) return content;
  const which = lost ? ` the card “${excerpt(lost.term)}”` : ' this deck';
  throw new UnwritableDeckError(
    `Quizlet text with these separators cannot hold${which}: choose other separators or another format.`,
  );
}

type Sides = Pick<CardContent, 'term' | 'definition'>;

function sameSides(card: Sides, other: Sides | undefined): boolean {
  return other?.term === card.term && other.definition === card.definition;
}

function writeJson(deck: DeckFields, cards: readonly CardContent[]): string {
  const { title, description, termLanguage, definitionLanguage, tags } = deck;
  const document = {
    format: 'ruzlet-deck',
    version: 1,
    title,
    description,
    termLanguage,
    definitionLanguage,
    tags,
    cards: cards.map(({ term, definition, hint, acceptedAnswers, distractors, tags: cardTags, siblingKey }) => ({
      term,
      definition,
      hint,
      acceptedAnswers,
      distractors,
      tags: cardTags,
      ...(siblingKey !== null && { siblingKey }),
    })),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

const fileNameCharactersMax = 80;

/** The title without what some file system refuses. */
function fileNameOf(title: string): string {
  const name = title
    .replace(/[\p{Control}\\/:*?"<>|]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  return Array.from(name).slice(0, fileNameCharactersMax).join('').trim() || 'deck';
}
