import { appendEvents } from '@ruzlet/platform/outbox/append-events';
import { parseInput } from '@ruzlet/platform/validation';
import type { CardRecord, DeckRecord } from '../domain/deck.js';
import { createCardReplacer, type TextChange, type TextProblem } from '../domain/find-and-replace.js';
import { overwriteCards, pagesOfDeck } from '../storage/cards.js';
import type { DecksDb } from '../storage/database.js';
import { countCards, lockDecks } from '../storage/decks.js';
import type { DecksContext } from './context.js';
import { requireDeck, requireDeckIn, requireSignIn } from './deck-access.js';
import { cardEvents } from './deck-events.js';
import { findAndReplaceInput } from './inputs.js';

/** Changes, and problems, that a report lists (count). */
const listedMax = 100;

export interface FindAndReplaceReport {
  deck: DeckRecord;
  dryRun: boolean;
  /** Places that were replaced (count). */
  occurrences: number;
  /** Cards that were changed (count). */
  changed: number;
  changes: (TextChange & { card: CardRecord })[];
  problems: (TextProblem & { card: CardRecord })[];
}

/**
 * Replaces text in all cards of a deck, or says what would be replaced. A card that would no longer be one is left as it is, and told.
 *
 * @throws AppError UNAUTHENTICATED, NOT_FOUND, FORBIDDEN, BAD_USER_INPUT.
 */
export async function findAndReplace(
  ctx: Pick<DecksContext, 'viewer' | 'requestId' | 'db' | 'clock' | 'loaders'>,
  input: unknown,
): Promise<FindAndReplaceReport> {
  const viewer = requireSignIn(ctx);
  const { deckId, fields, dryRun, ...replacement } = parseInput(findAndReplaceInput, input);
  const { deck } = await requireDeck(ctx, deckId, 'EDIT');
  const replaceIn = createCardReplacer(replacement, fields);
  const now = ctx.clock.now();

  async function replaceAll(db: DecksDb): Promise<FindAndReplaceReport & { changedIds: string[] }> {
    const report: FindAndReplaceReport & { changedIds: string[] } = {
      deck,
      dryRun,
      occurrences: 0,
      changed: 0,
      changes: [],
      problems: [],
      changedIds: [],
    };
    for await (const cards of pagesOfDeck(db, deckId)) {
      const contents = [];
      for (const card of cards) {
        const { content, occurrences, changes, problems } = replaceIn(card);
        report.occurrences += occurrences;
        const after = dryRun ? card : { ...card, ...content, updatedAt: now };
        report.changes.push(...withCard(after, changes, listedMax - report.changes.length));
        report.problems.push(...withCard(card, problems, listedMax - report.problems.length));
        if (changes.length === 0) continue;
        report.changed += 1;
        report.changedIds.push(card.id);
        contents.push({ ...content, id: card.id });
      }
      if (!dryRun) await overwriteCards(db, contents, now);
    }
    return report;
  }

  if (dryRun) return replaceAll(ctx.db);
  const report = await ctx.db.transaction(async (tx) => {
    await lockDecks(tx, [deckId]);
    await requireDeckIn(tx, viewer, deckId, 'EDIT');
    const done = await replaceAll(tx);
    if (done.changed === 0) return done;
    const changedDeck = await countCards(tx, deckId, 0, now);
    await appendEvents(
      tx,
      cardEvents('ruzlet.content.cards.updated.v1', changedDeck, done.changedIds, { ...ctx, now }),
    );
    return { ...done, deck: changedDeck };
  });
  ctx.loaders.clear();
  return report;
}

const withCard = <T>(card: CardRecord, notes: T[], max: number): (T & { card: CardRecord })[] =>
  notes.slice(0, Math.max(0, max)).map((note) => ({ ...note, card }));
