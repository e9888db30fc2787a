/** Several values in one cell of a table: `a; b; c`, with a backslash before separators that belong to a value. */

export function joinValues(values: readonly string[]): string {
  return values.map((value) => value.replace(/[\\;,]/g, '\\$&')).join('; ');
}

/** @param separators `;,` where people separate by commas too, as they do with tags. */
export function splitValues(cell: string, separators: ';' | ';,' = ';'): string[] {
  const values: string[] = [];
  let value = '';
  for (const [part] of cell.matchAll(/\\[\\;,]|[;,\\]|[^\\;,]+/g)) {
    if (separators.includes(part)) {
      values.push(value);
      value = '';
    } else value += part.length === 2 && part.startsWith('\\') ? part.charAt(1) : part;
  }
  return [...values, value];
}
