/**
 * Rows of delimited text (RFC 4180, any one-character delimiter), read so that damage stays where it is. A quote that is
 * never closed costs its own line and reading goes on behind it, where ordinary CSV parsers give up; and quotes that do
 * not enclose a whole field (`"War" and peace`) are ordinary characters.
 */

export interface Row {
  /** Where the row begins, from 1. */
  line: number;
  fields: string[];
  /** True when a quote opens in this line and none closes a field within `quotedFieldCharactersMax`. */
  quoteNotClosed: boolean;
}

/** No field of a card is that long, so a quote further away closes nothing. Also bounds the time that many such quotes take. */
export const quotedFieldCharactersMax = 25_000;

/**
 * @param text with `\n` as line ends.
 */
export function* scanRows(text: string, delimiter: string): Generator<Row> {
  const plain = new RegExp(`[^\\n${escapeInClass(delimiter)}]*`, 'y');
  let at = 0;
  let line = 1;
  while (at < text.length) {
    const row = scanRow(text, at, delimiter, plain);
    if (row) {
      yield { line, fields: row.fields, quoteNotClosed: false };
      line += row.lines;
      at = row.end;
    } else {
      yield { line, fields: [], quoteNotClosed: true };
      line += 1;
      const newline = text.indexOf('\n', at);
      at = newline === -1 ? text.length : newline + 1;
    }
  }
}

function scanRow(
  text: string,
  start: number,
  delimiter: string,
  plain: RegExp,
): { fields: string[]; end: number; lines: number } | undefined {
  const fields: string[] = [];
  let lines = 1;
  let at = start;
  for (;;) {
    const open = skipSpaces(text, at);
    const opens = text.charAt(open) === '"';
    const quoted = opens ? scanQuoted(text, open) : undefined;
    const end = quoted && skipSpaces(text, quoted.end);
    const next = end === undefined ? undefined : text.charAt(end);
    if (quoted && end !== undefined && (next === '' || next === '\n' || next === delimiter)) {
      fields.push(quoted.value);
      lines += quoted.lines;
      at = end;
    } else {
      // A quote that opens here and closes in another line, amid other text, belongs to something else there.
      if (opens && (!quoted || quoted.lines > 0)) return undefined;
      plain.lastIndex = at;
      const field = plain.exec(text)?.[0] ?? '';
      fields.push(field);
      at += field.length;
    }
    if (text.charAt(at) !== delimiter) return { fields, end: at + 1, lines };
    at += 1;
  }
}

/** Many people leave a space after the comma, quotes or not. */
function skipSpaces(text: string, from: number): number {
  let at = from;
  while (text.charAt(at) === ' ') at += 1;
  return at;
}

function scanQuoted(text: string, open: number): { value: string; end: number; lines: number } | undefined {
  const window = text.slice(open + 1, open + 1 + quotedFieldCharactersMax);
  let value = '';
  let at = 0;
  for (;;) {
    const quote = window.indexOf('"', at);
    if (quote === -1) return undefined;
    value += window.slice(at, quote);
    if (window.charAt(quote + 1) !== '"') {
      return { value, end: open + 1 + quote + 1, lines: value.split('\n').length - 1 };
    }
    value += '"';
    at = quote + 2;
  }
}

function escapeInClass(character: string): string {
  return character.replace(/[\\\]^-]/g, '\\$&');
}
