import { badInput, notFound, payloadTooLarge } from '@ruzlet/platform/errors';
import { newId } from '@ruzlet/platform/ids';
import { appendEvents } from '@ruzlet/platform/outbox/append-events';
import { parseInput } from '@ruzlet/platform/validation';
import { z } from 'zod';
import type { CardRecord, DeckRecord } from '../domain/deck.js';
import { importRowsMax, type ParsedDeck, TooManyRowsError } from '../domain/import/parsed-card.js';
import { type ImportPlan, planImport } from '../domain/import/plan-import.js';
import { type DeckFormat, deckFormats, readDeck } from '../domain/import/read-deck.js';
import { quizletDefaults } from '../domain/import/read-quizlet-text.js';
import { delimiters } from '../domain/import/read-table.js';
import { findCardsOfDeck, insertCards, overwriteCards } from '../storage/cards.js';
import type { DecksDb } from '../storage/database.js';
import { countCards, insertDeck, lockDecks } from '../storage/decks.js';
import { findImport, insertImport, lockImport } from '../storage/imports.js';
import { requireRoom } from './add-cards.js';
import type { DecksContext } from './context.js';
import { blankDeck } from './create-deck.js';
import { idTaken, requireDeck, requireDeckIn, requireSignIn } from './deck-access.js';
import { cardEvents, deckImportedEvent, deckStateEvent } from './deck-events.js';
import { type ImportReport, storedReport, toReport } from './import-report.js';
import { idInput, importedDeckInput } from './inputs.js';

/** Bytes of one file. */
const importBytesMax = 10_000_000;
const separatorCharactersMax = 20;
const titleWithoutName = 'Imported deck';

const separatorInput = z.string().min(1).max(separatorCharactersMax).nullish();

const importInput = importedDeckInput.extend({
  id: idInput.nullish(),
  deckId: idInput.nullish(),
  format: z.enum(deckFormats),
  content: z.string(),
  delimiter: z.enum(delimiters).nullish(),
  header: z.boolean().nullish(),
  termSeparator: separatorInput,
  cardSeparator: separatorInput,
  onDuplicate: z.enum(['UPDATE', 'SKIP', 'ADD']).nullish(),
  dryRun: z.boolean().nullish(),
});
type ImportInput = z.output<typeof importInput>;

type ImportContext = Pick<DecksContext, 'viewer' | 'requestId' | 'db' | 'clock' | 'loaders'>;

/**
 * Imports a file. Whatever is wrong in it is reported and costs its own row only; what is good is written in one transaction.
 *
 * @throws AppError PAYLOAD_TOO_LARGE for more than `importBytesMax` or `importRowsMax`.
 */
export async function importDeck(ctx: ImportContext, input: unknown): Promise<ImportReport> {
  const viewer = requireSignIn(ctx);
  const given = parseInput(importInput, input);
  requireSeparators(given.termSeparator ?? undefined, given.cardSeparator ?? undefined);
  if (given.deckId) await requireDeck(ctx, given.deckId, 'EDIT');
  const parsed = readFile(given.format, given);
  const origin = { requestId: ctx.requestId, now: ctx.clock.now() };
  // A file without a single good card makes no deck: the report says why.
  const nothingToMake = !given.deckId && parsed.cards.length === 0;
  if (given.dryRun || nothingToMake) return rehearse(ctx, given, parsed);

  const importId = given.id ?? newId(origin.now);
  const done = await ctx.db.transaction(async (tx) => {
    await lockImport(tx, importId);
    const before = await findImport(tx, importId);
    if (before) return repeated(tx, before, viewer.userId);

    const target = await openTarget(tx, importId, viewer.userId, given, parsed, origin.now);
    if (!target.created) await requireDeckIn(tx, viewer, target.deck.id, 'EDIT');
    const existing = target.created ? [] : await findCardsOfDeck(tx, target.deck.id);
    const plan = planImport(parsed.cards, existing, given.onDuplicate ?? 'UPDATE');
    requireRoom(target.deck, plan.create.length);
    const deck = await write(tx, target, plan, parsed, given.format, origin);
    const report = toReport(false, plan, parsed);
    await insertImport(tx, { id: importId, userId: viewer.userId, deckId: deck.id, report, importedAt: origin.now });
    return { ...report, deck };
  });
  ctx.loaders.clear();
  return done;
}

/** A text is divided into cards first: a term separator with a card separator in it would never be found. */
function requireSeparators(
  termSeparator: string = quizletDefaults.termSeparator,
  cardSeparator: string = quizletDefaults.cardSeparator,
): void {
  if (!termSeparator.includes(cardSeparator)) return;
  throw badInput([{ path: ['input', 'termSeparator'], message: 'holds the separator between cards' }]);
}

function readFile(format: DeckFormat, given: ImportInput): ParsedDeck {
  const bytes = Buffer.byteLength(given.content);
  if (bytes > importBytesMax) {
    throw payloadTooLarge(`The file has ${String(bytes)} bytes; an import takes at most ${String(importBytesMax)}.`);
  }
  try {
    const parsed = readDeck(format, given.content, {
      delimiter: given.delimiter ?? undefined,
      header: given.header ?? undefined,
      termSeparator: given.termSeparator ?? undefined,
      cardSeparator: given.cardSeparator ?? undefined,
    });
    if (parsed.cards.length > 0 || parsed.problems.length > 0) return parsed;
    return {
      ...parsed,
      problems: [{ line: null, note: null, code: 'EMPTY', message: 'The file holds no cards.' }],
    };
  } catch (error) {
    if (!(error instanceof TooManyRowsError)) throw error;
    throw payloadTooLarge(`The file has more than ${String(importRowsMax)} cards: split it.`);
  }
}

/** Everything an import finds out, without writing. */
async function rehearse(ctx: ImportContext, given: ImportInput, parsed: ParsedDeck): Promise<ImportReport> {
  let deck: DeckRecord | null = null;
  let existing: CardRecord[] = [];
  if (given.deckId) {
    ({ deck } = await requireDeck(ctx, given.deckId, 'EDIT'));
    existing = await findCardsOfDeck(ctx.db, deck.id);
  }
  const plan = planImport(parsed.cards, existing, given.onDuplicate ?? 'UPDATE');
  if (deck) requireRoom(deck, plan.create.length);
  return { ...toReport(given.dryRun ?? false, plan, parsed), deck };
}

/** The report of an import that was sent before. */
async function repeated(
  tx: DecksDb,
  before: { userId: string; deckId: string; report: unknown },
  userId: string,
): Promise<ImportReport> {
  if (before.userId !== userId) throw idTaken('import');
  const [deck] = await lockDecks(tx, [before.deckId]);
  return { ...storedReport.parse(before.report), deck: deck && !deck.deletedAt ? deck : null };
}

/** The deck to import into, locked; a new one when none was named. */
async function openTarget(
  tx: DecksDb,
  importId: string,
  userId: string,
  given: ImportInput,
  parsed: ParsedDeck,
  now: Date,
): Promise<{ deck: DeckRecord; created: boolean }> {
  if (given.deckId) {
    const [deck] = await lockDecks(tx, [given.deckId]);
    if (!deck) throw notFound('deck');
    return { deck, created: false };
  }
  // What the file says of the deck is a stranger's input: bad fields are dropped, not refused.
  const fromFile = importedDeckInput.safeParse(parsed.deck).data ?? {};
  const deck: DeckRecord = {
    ...blankDeck(importId, userId, now),
    title: given.title ?? fromFile.title ?? titleWithoutName,
    description: given.description ?? fromFile.description ?? null,
    termLanguage: given.termLanguage ?? fromFile.termLanguage ?? null,
    definitionLanguage: given.definitionLanguage ?? fromFile.definitionLanguage ?? null,
    visibility: given.visibility ?? 'PRIVATE',
    tags: given.tags ?? fromFile.tags ?? [],
  };
  if (!(await insertDeck(tx, deck))) throw idTaken('deck');
  return { deck, created: true };
}

async function write(
  tx: DecksDb,
  target: { deck: DeckRecord; created: boolean },
  plan: ImportPlan,
  parsed: ParsedDeck,
  format: DeckFormat,
  origin: { requestId: string; now: Date },
): Promise<DeckRecord> {
  const created = plan.create.map((content) => ({ id: newId(origin.now), ...content }));
  await insertCards(tx, target.deck.id, created, origin.now);
  await overwriteCards(tx, plan.update, origin.now);
  const changed = created.length + plan.update.length > 0;
  const deck = changed ? await countCards(tx, target.deck.id, created.length, origin.now) : target.deck;
  const ids = (cards: readonly { id: string }[]) => cards.map(({ id }) => id);
  await appendEvents(tx, [
    ...(target.created ? [await deckStateEvent(tx, 'ruzlet.content.deck.created.v1', deck, origin)] : []),
    ...cardEvents('ruzlet.content.cards.added.v1', deck, ids(created), origin),
    ...cardEvents('ruzlet.content.cards.updated.v1', deck, ids(plan.update), origin),
    deckImportedEvent(
      deck,
      {
        format,
        created: created.length,
        updated: plan.update.length,
        skipped: plan.unchanged,
        problems: parsed.problems.length,
      },
      origin,
    ),
  ]);
  return deck;
}
