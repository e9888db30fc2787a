/** What ends each kind of region in which a semicolon means nothing. */
const regions: [start: RegExp, end: (opened: string) => RegExp][] = [
  [/--/y, () => /\n|$/g],
  [/\/\*/y, () => /\*\/|$/g],
  // Backslash escapes, and doubled quotes: the second quote of a pair opens a region anew, which comes to the same.
  [/'/y, () => /(?:\\[\s\S]|[^'\\])*'/y],
  [/"/y, () => /(?:\\[\s\S]|[^"\\])*"/y],
  [/`/y, () => /(?:\\[\s\S]|[^`\\])*`/y],
  // A heredoc: $tag$ … $tag$.
  [/\$\w*\$/y, (opened) => new RegExp(opened.replaceAll('$', '\\$'), 'g')],
];

/**
 * Splits a script into its statements at semicolons, but not at those inside strings, quoted names, comments or
 * heredocs. Statements of nothing but comments and blanks are left out.
 *
 * @throws when a string, name or heredoc is not closed.
 */
export function splitStatements(script: string): string[] {
  const statements: string[] = [];
  let start = 0;
  let meaningful = false;
  let at = 0;
  const finish = (end: number): void => {
    if (meaningful) statements.push(script.slice(start, end).trim());
    start = end + 1;
    meaningful = false;
  };
  while (at < script.length) {
    const end = regionEnd(script, at);
    if (end !== undefined) {
      if (!/^(--|\/\*)/.test(script.slice(at, at + 2))) meaningful = true;
      at = end;
      continue;
    }
    if (script[at] === ';') finish(at);
    else if (/\S/.test(script.charAt(at))) meaningful = true;
    at += 1;
  }
  finish(script.length);
  return statements;
}

/** Where the region ends that starts here; undefined when none does. */
function regionEnd(script: string, at: number): number | undefined {
  for (const [opening, closing] of regions) {
    opening.lastIndex = at;
    const opened = opening.exec(script)?.[0];
    if (opened === undefined) continue;
    const end = closing(opened);
    end.lastIndex = at + opened.length;
    const closed = end.exec(script);
    if (!closed) {
      const line = script.slice(0, at).split('\n').length;
      throw new Error(`What ${opened} opens on line ${String(line)} is not closed.`);
    }
    return end.lastIndex;
  }
  return undefined;
}
