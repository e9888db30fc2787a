import { z } from 'zod';
import type { DeckRecord } from '../domain/deck.js';
import type { ImportProblem, ParsedDeck } from '../domain/import/parsed-card.js';
import type { ImportPlan } from '../domain/import/plan-import.js';

/** What an import did, or would do. */
export interface ImportReport extends ImportFigures {
  deck: DeckRecord | null;
}

interface ImportFigures {
  dryRun: boolean;
  created: number;
  updated: number;
  skipped: number;
  problems: ImportProblem[];
}

/** Problems of one report (count); a file that is wrong throughout would make a report as long as itself. */
const problemsMax = 1_000;

export function toReport(dryRun: boolean, plan: ImportPlan, parsed: ParsedDeck): ImportFigures {
  const problems = [...parsed.problems, ...plan.problems].sort((a, b) => placeOf(a) - placeOf(b));
  return {
    dryRun,
    created: plan.create.length,
    updated: plan.update.length,
    skipped: plan.unchanged + parsed.faulty,
    problems: problems.slice(0, problemsMax),
  };
}

function placeOf({ line, note }: ImportProblem): number {
  return line ?? note ?? 0;
}

const count = z.int().min(0);
const place = z.int().min(1).nullable();

/** The report of an earlier import, as the database keeps it. */
export const storedReport = z.object({
  dryRun: z.boolean(),
  created: count,
  updated: count,
  skipped: count,
  problems: z.array(
    z.object({
      line: place,
      note: place,
      code: z.enum([
        'TERM_MISSING',
        'DEFINITION_MISSING',
        'TOO_LONG',
        'TOO_MANY_VALUES',
        'INVALID_CHARACTER',
        'QUOTE_NOT_CLOSED',
        'LINE_JOINED',
        'DUPLICATE',
        'WRONG_SHAPE',
        'UNREADABLE',
        'EMPTY',
      ]),
      message: z.string(),
    }),
  ),
});
