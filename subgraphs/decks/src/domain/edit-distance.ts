/**
 * Damerau–Levenshtein distance (unrestricted, after Lowrance and Wagner 1975): insertions, deletions, substitutions and
 * swaps of neighbours, each counting one. A metric, so it is symmetric. Characters are code points.
 */
export function editDistance(left: string, right: string): number {
  const a = Array.from(left);
  const b = Array.from(right);
  const far = a.length + b.length;
  const width = b.length + 2;
  // Row and column 0 hold a distance that nothing prefers; they spare every bounds check below.
  const cells = new Uint32Array((a.length + 2) * width).fill(far);
  const at = (i: number, j: number): number => cells[i * width + j] ?? far;
  for (let i = 0; i <= a.length; i += 1) cells[(i + 1) * width + 1] = i;
  for (let j = 0; j <= b.length; j += 1) cells[width + j + 1] = j;

  const lastRowOf = new Map<string, number>();
  for (const [row, leftCharacter] of a.entries()) {
    const i = row + 1;
    let lastMatchColumn = 0;
    for (const [column, rightCharacter] of b.entries()) {
      const j = column + 1;
      const same = leftCharacter === rightCharacter;
      const swapRow = lastRowOf.get(rightCharacter) ?? 0;
      cells[(i + 1) * width + j + 1] = Math.min(
        at(i, j) + (same ? 0 : 1),
        at(i + 1, j) + 1,
        at(i, j + 1) + 1,
        at(swapRow, lastMatchColumn) + (i - swapRow - 1) + 1 + (j - lastMatchColumn - 1),
      );
      if (same) lastMatchColumn = j;
    }
    lastRowOf.set(leftCharacter, i);
  }
  return at(a.length + 1, b.length + 1);
}
