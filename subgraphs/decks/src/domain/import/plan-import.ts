import type { CardContent, CardRecord } from '../deck.js';
import { comparisonKey } from '../text.js';
import { excerpt, type ImportProblem, type ParsedCard } from './parsed-card.js';

/** What an import would change, decided before anything is written: a dry run ends here. */

export type DuplicatePolicy = 'UPDATE' | 'SKIP' | 'ADD';

export interface ImportPlan {
  create: CardContent[];
  update: ({ id: string } & CardContent)[];
  /** Rows that change nothing (count), faulty ones not included. */
  unchanged: number;
  problems: ImportProblem[];
}

/**
 * Matches the cards of a file with those of a deck by their terms. Where a term occurs several times, cards with the same
 * definition belong together and the rest match in order, so that importing a file twice changes nothing the second time.
 */
export function planImport(
  parsed: readonly ParsedCard[],
  existing: readonly CardRecord[],
  policy: DuplicatePolicy,
): ImportPlan {
  const plan: ImportPlan = { create: [], update: [], unchanged: 0, problems: [] };
  const rows = policy === 'ADD' ? parsed : withoutRepeats(parsed, plan);
  if (policy === 'ADD') {
    plan.create = rows.map(newContent);
    return plan;
  }
  const pool = poolOf(existing);
  const exact = new Map(rows.map((row) => [row, pool.takeExact(row)] as const));
  for (const row of rows) {
    const card = exact.get(row) ?? pool.takeByTerm(row);
    if (!card) plan.create.push(newContent(row));
    else if (policy === 'SKIP' || !differs(row, card)) plan.unchanged += 1;
    else plan.update.push({ id: card.id, ...contentAfter(row, card) });
  }
  return plan;
}

function sidesKey(card: { term: string; definition: string }): string {
  return JSON.stringify([comparisonKey(card.term), comparisonKey(card.definition)]);
}

function withoutRepeats(parsed: readonly ParsedCard[], plan: ImportPlan): ParsedCard[] {
  const seen = new Set<string>();
  return parsed.filter((row) => {
    const key = sidesKey(row);
    if (!seen.has(key)) {
      seen.add(key);
      return true;
    }
    plan.unchanged += 1;
    plan.problems.push({
      ...row.place,
      code: 'DUPLICATE',
      message: `The file has “${excerpt(row.term)}” with this definition before; the row was left out.`,
    });
    return false;
  });
}

/** Cards of the deck that no row has taken yet. Linear in all, however often a term repeats. */
function poolOf(existing: readonly CardRecord[]) {
  const bySides = queuesOf(existing, sidesKey);
  const byTerm = queuesOf(existing, (card) => comparisonKey(card.term));
  const taken = new Set<string>();
  function take(queue: Iterator<CardRecord> | undefined): CardRecord | undefined {
    for (let next = queue?.next(); next && !next.done; next = queue?.next()) {
      if (taken.has(next.value.id)) continue;
      taken.add(next.value.id);
      return next.value;
    }
    return undefined;
  }
  return {
    takeExact: (row: ParsedCard) => take(bySides.get(sidesKey(row))),
    takeByTerm: (row: ParsedCard) => take(byTerm.get(comparisonKey(row.term))),
  };
}

function queuesOf(
  existing: readonly CardRecord[],
  keyOf: (card: CardRecord) => string,
): Map<string, Iterator<CardRecord>> {
  const groups = new Map<string, CardRecord[]>();
  for (const card of existing) {
    const key = keyOf(card);
    const group = groups.get(key);
    if (group) group.push(card);
    else groups.set(key, [card]);
  }
  return new Map([...groups].map(([key, group]) => [key, group.values()]));
}

function newContent(row: ParsedCard): CardContent {
  const { term, definition, hint, acceptedAnswers, distractors, tags } = row;
  return {
    term,
    definition,
    hint: hint ?? null,
    acceptedAnswers: acceptedAnswers ?? [],
    distractors: distractors ?? [],
    tags: tags ?? [],
  };
}

/** What the file does not say stays. */
function contentAfter(row: ParsedCard, card: CardRecord): CardContent {
  return {
    term: row.term,
    definition: row.definition,
    hint: row.hint === undefined ? card.hint : row.hint,
    acceptedAnswers: row.acceptedAnswers ?? card.acceptedAnswers,
    distractors: row.distractors ?? card.distractors,
    tags: row.tags ?? card.tags,
  };
}

function differs(row: ParsedCard, card: CardRecord): boolean {
  const { term, definition, hint, acceptedAnswers, distractors, tags } = card;
  return (
    JSON.stringify(contentAfter(row, card)) !==
    JSON.stringify({ term, definition, hint, acceptedAnswers, distractors, tags })
  );
}
