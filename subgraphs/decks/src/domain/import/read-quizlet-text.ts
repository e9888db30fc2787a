import { createCollector, excerpt, type ParsedDeck } from './parsed-card.js';

/** Cards from Quizlet's text export: term, separator, definition; then the next card. */

export const quizletDefaults = { termSeparator: '\t', cardSeparator: '\n' } as const;

export interface QuizletOptions {
  termSeparator: string;
  cardSeparator: string;
}

/**
 * With a line per card, a line without the separator continues the definition above it: that is how definitions of
 * several lines are exported. It is noted, because it may as well be a card that was spoiled.
 *
 * @param text cleaned: `\n` as line ends, no byte order mark.
 */
export function readQuizletText(text: string, { termSeparator, cardSeparator }: QuizletOptions): ParsedDeck {
  const collector = createCollector();
  const linePerCard = cardSeparator === '\n';
  let line = 1;
  let open: { line: number; term: string; definition: string } | undefined;

  function close(): void {
    if (open) collector.add({ line: open.line, note: null }, open);
    open = undefined;
  }

  for (const entry of text.split(cardSeparator)) {
    const at = entry.indexOf(termSeparator);
    // Where the text of the entry begins: separators of several lines leave line ends in front of it.
    const place = { line: line + leadingLines(entry), note: null };
    if (at !== -1) {
      close();
      open = { line: place.line, term: entry.slice(0, at), definition: entry.slice(at + termSeparator.length) };
    } else if (linePerCard && open) {
      if (entry.trim() !== '') {
        collector.note(
          place,
          'LINE_JOINED',
          `“${excerpt(entry)}” has no separator and was taken as part of the definition above.`,
        );
      }
      open.definition += `\n${entry}`;
    } else if (entry.trim() !== '') {
      collector.fault(place, 'DEFINITION_MISSING', `“${excerpt(entry)}” has no separator between term and definition.`);
    }
    line += countLines(entry) + countLines(cardSeparator);
  }
  close();
  return collector.finish();
}

function countLines(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

function leadingLines(entry: string): number {
  return countLines(/^\s*/.exec(entry)?.[0] ?? '');
}
