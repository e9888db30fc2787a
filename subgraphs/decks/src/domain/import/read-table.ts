import { unguardFormula } from '../formula-guard.js';
import { comparisonKey } from '../text.js';
import { splitValues } from '../value-list.js';
import { type CardDraft, createCollector, type ParsedDeck } from './parsed-card.js';
import { type Row, scanRows } from './scan-rows.js';

/** Cards from CSV and TSV: a row per card, columns by the names of a header row, or else term and definition in that order. */

export const delimiters = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof delimiters)[number];

export interface TableOptions {
  /** Recognised when absent. */
  delimiter?: Delimiter | undefined;
  /** Whether the first row names the columns; recognised when absent. */
  header?: boolean | undefined;
}

type Column = keyof CardDraft;

const columnNames: Record<Column, readonly string[]> = {
  term: ['term', 'front', 'question', 'word', 'термин', 'слово', 'вопрос'],
  definition: ['definition', 'back', 'answer', 'meaning', 'translation', 'определение', 'значение', 'ответ', 'перевод'],
  hint: ['hint', 'подсказка'],
  acceptedAnswers: ['acceptedanswers', 'alternatives', 'synonyms', 'синонимы'],
  distractors: ['distractors', 'wronganswers', 'неверныеответы'],
  tags: ['tags', 'tag', 'теги', 'метки'],
  siblingKey: ['siblingkey'],
};

const columnByName = new Map<string, Column>();
for (const column of ['term', 'definition', 'hint', 'acceptedAnswers', 'distractors', 'tags', 'siblingKey'] as const) {
  for (const name of columnNames[column]) columnByName.set(name, column);
}

/** Excel's own first line, which names the delimiter of the file. */
const delimiterLine = /^sep=(.)(?=\n|$)/i;

/** @param text cleaned: `\n` as line ends, no byte order mark. */
export function readTable(text: string, options: TableOptions): ParsedDeck {
  const collector = createCollector();
  const named = delimiterLine.exec(text)?.[1];
  // Taken out, the line leaves an empty one, so that problems keep their line numbers.
  const rows = named === undefined ? text : text.replace(delimiterLine, '');
  const delimiter = options.delimiter ?? delimiters.find((known) => known === named) ?? recogniseDelimiter(rows);
  let columns: (Column | undefined)[] | undefined;
  for (const row of scanRows(rows, delimiter)) {
    const place = { line: row.line, note: null };
    if (row.quoteNotClosed) {
      collector.fault(
        place,
        'QUOTE_NOT_CLOSED',
        'A quoted field begins in this line and does not end; the line is left out.',
      );
    } else if (!isBlank(row)) {
      if (columns) collector.add(place, draftOf(row, columns));
      else {
        const inHeader = recogniseHeader(row.fields);
        columns = inHeader ?? (options.header === true ? columnsInOrder(row.fields) : ['term', 'definition']);
        const isHeader = options.header ?? inHeader !== undefined;
        if (!isHeader) {
          columns = ['term', 'definition'];
          collector.add(place, draftOf(row, columns));
        }
      }
    }
  }
  return collector.finish();
}

function isBlank(row: Row): boolean {
  return row.fields.every((field) => field.trim() === '');
}

function columnOf(name: string): Column | undefined {
  return columnByName.get(comparisonKey(name).replace(/[\s_-]/g, ''));
}

/** The columns when the row names both sides of a card; undefined for a row of data. */
function recogniseHeader(fields: readonly string[]): (Column | undefined)[] | undefined {
  const columns = fields.map(columnOf);
  const sides = columns.filter((column) => column === 'term' || column === 'definition');
  return sides.length === 2 && sides[0] !== sides[1] ? firstOfEach(columns) : undefined;
}

/** A header that names neither side: the first two columns are they, others count where their name is known. */
function columnsInOrder(fields: readonly string[]): (Column | undefined)[] {
  const others = fields.slice(2).map(columnOf);
  return firstOfEach([
    'term',
    'definition',
    ...others.map((column) => (column === 'term' || column === 'definition' ? undefined : column)),
  ]);
}

function firstOfEach(columns: (Column | undefined)[]): (Column | undefined)[] {
  return columns.map((column, index) => (columns.indexOf(column) === index ? column : undefined));
}

function draftOf(row: Row, columns: readonly (Column | undefined)[]): CardDraft {
  const draft: CardDraft = { term: '', definition: '' };
  for (const [index, column] of columns.entries()) {
    const field = unguardFormula((row.fields[index] ?? '').trim());
    switch (column) {
      case 'term':
      case 'definition':
      case 'hint':
      case 'siblingKey':
        draft[column] = field;
        break;
      case 'acceptedAnswers':
      case 'distractors':
        draft[column] = splitValues(field);
        break;
      case 'tags':
        draft.tags = splitValues(field, ';,');
        break;
      case undefined:
        break;
    }
  }
  return draft;
}

/** How much of a file is looked at to recognise its delimiter (characters, rows). */
const sampleCharactersMax = 100_000;
const sampleRowsMax = 50;

/**
 * The delimiter under which the first row is a header, or else the one that gives most rows the same number of columns,
 * two or more.
 */
export function recogniseDelimiter(text: string): Delimiter {
  const sample = text.slice(0, sampleCharactersMax);
  let best: Delimiter = ',';
  let bestScore = 0;
  // A tab hardly ever occurs inside a field; after it the comma, because the format is named for it.
  for (const delimiter of ['\t', ',', ';', '|'] as const) {
    const score = consistency(sample, delimiter);
    if (score > bestScore) {
      best = delimiter;
      bestScore = score;
    }
  }
  return best;
}

/** 0..1, or 2 for a recognised header. */
function consistency(sample: string, delimiter: Delimiter): number {
  const countsByWidth = new Map<number, number>();
  let rows = 0;
  for (const row of scanRows(sample, delimiter)) {
    if (row.quoteNotClosed || isBlank(row)) continue;
    if (rows === 0 && recogniseHeader(row.fields)) return 2;
    rows += 1;
    const width = row.fields.length;
    if (width >= 2) countsByWidth.set(width, (countsByWidth.get(width) ?? 0) + 1);
    if (rows >= sampleRowsMax) break;
  }
  return rows === 0 ? 0 : Math.max(0, ...countsByWidth.values()) / rows;
}
