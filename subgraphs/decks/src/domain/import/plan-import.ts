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
  if (policy === 'ADD') {
    plan.create = parsed.map(newContent);
    return plan;
  }
  const rows = withoutRepeats(parsed, plan);
  const matches = matchRows(rows, existing);
  for (const row of rows) {
    const card = matches.get(row);
    if (!card) plan.create.push(newContent(row));
    else if (policy === 'SKIP' || !differs(row, card)) plan.unchanged += 1;
    else plan.update.push({ id: card.id, ...contentAfter(row, card) });
  }
  return plan;
}

/** Sides that are the same letter by letter, then those that are the same to a learner, then terms. */
const likenesses: readonly ((card: { term: string; definition: string }) => string)[] = [
  ({ term, definition }) => JSON.stringify([term, definition]),
  ({ term, definition }) => JSON.stringify([comparisonKey(term), comparisonKey(definition)]),
  ({ term }) => comparisonKey(term),
];

/** Which card of the deck each row stands for; each card stands for one. Linear in all, however often a term repeats. */
function matchRows(rows: readonly ParsedCard[], existing: readonly CardRecord[]): Map<ParsedCard, CardRecord> {
  const matches = new Map<ParsedCard, CardRecord>();
  const taken = new Set<string>();
  for (const keyOf of likenesses) {
    const free = existing.filter(({ id }) => !taken.has(id));
    const queues = queuesOf(free, keyOf);
    for (const row of rows) {
      if (matches.has(row)) continue;
      const next = queues.get(keyOf(row))?.next();
      if (!next || next.done) continue;
      matches.set(row, next.value);
      taken.add(next.value.id);
    }
  }
  return matches;
}

/**
 * A row that says letter by letter what one before it says. Cat and cat, все and всё, the same with another hint: those are
 * cards of their own, or a deck would not come back whole from its own export.
 */
function withoutRepeats(parsed: readonly ParsedCard[], plan: ImportPlan): ParsedCard[] {
  const seen = new Set<string>();
  return parsed.filter((row) => {
    const key = JSON.stringify(newContent(row));
    if (!seen.has(key)) {
      seen.add(key);
      return true;
    }
    plan.unchanged += 1;
    plan.problems.push({
      ...row.place,
      code: 'DUPLICATE',
      message: `The file has this row of “${excerpt(row.term)}” before; it was left out.`,
    });
    return false;
  });
}

function queuesOf(
  existing: readonly CardRecord[],
  keyOf: (card: { term: string; definition: string }) => string,
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
  const { term, definition, hint, acceptedAnswers, distractors, tags, siblingKey } = row;
  return {
    term,
    definition,
    hint: hint ?? null,
    acceptedAnswers: acceptedAnswers ?? [],
    distractors: distractors ?? [],
    tags: tags ?? [],
    siblingKey: siblingKey ?? null,
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
    siblingKey: row.siblingKey === undefined ? card.siblingKey : row.siblingKey,
  };
}

function differs(row: ParsedCard, card: CardRecord): boolean {
  const { term, definition, hint, acceptedAnswers, distractors, tags, siblingKey } = card;
  return (
    JSON.stringify(contentAfter(row, card)) !==
    JSON.stringify({ term, definition, hint, acceptedAnswers, distractors, tags, siblingKey })
  );
}
