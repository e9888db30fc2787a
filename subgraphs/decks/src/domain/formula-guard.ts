/**
 * Cells that a spreadsheet would take for a formula. Decks come from strangers, and a formula in an exported file can send
 * what stands beside it to somebody else; with an apostrophe in front it is text, there and here.
 */

const formula = /^'*[=+\-@\uff1d\uff0b\uff0d\uff20]/;
const guarded = /^'+[=+\-@\uff1d\uff0b\uff0d\uff20]/;

export function guardFormula(cell: string): string {
  return formula.test(cell) ? `'${cell}` : cell;
}

/** The cell as it was before `guardFormula`. */
export function unguardFormula(cell: string): string {
  return guarded.test(cell) ? cell.slice(1) : cell;
}
