import { isUuid } from '@ruzlet/platform/ids';
import { type Connection, encodeCursor, pageArgs, toConnection } from '@ruzlet/platform/pagination';
import { parseInput } from '@ruzlet/platform/validation';
import type { CardRecord, DeckRecord } from '../domain/deck.js';
import { cardIdsOf, type GradedQuestion, type PracticeTestRecord } from '../domain/practice-test.js';
import {
  findPracticeTest,
  listPracticeTests,
  type PracticeTestSummary,
  summarisePracticeTests,
} from '../storage/practice-tests.js';
import { cursorShapes, parseCursor } from './cursors.js';
import { requireDeck, requireSignIn } from './deck-access.js';
import { idInput } from './inputs.js';
import type { ReviewContext } from './review-cards.js';

/** One of the viewer's tests; null for any other id. */
export async function practiceTest(ctx: ReviewContext, id: string): Promise<PracticeTestRecord | null> {
  const { userId } = requireSignIn(ctx);
  const test = isUuid(id) ? await findPracticeTest(ctx.db, id) : undefined;
  return test?.userId === userId ? test : null;
}

/** The viewer's tests, the newest first. */
export async function myTests(
  ctx: ReviewContext,
  args: { deckId?: string | null | undefined; first?: number | null | undefined; after?: string | null | undefined },
): Promise<Connection<PracticeTestRecord>> {
  const { userId } = requireSignIn(ctx);
  const { first, after } = pageArgs(args);
  const deckId =
    args.deckId === null || args.deckId === undefined ? null : parseInput(idInput, args.deckId, ['deckId']);
  const rows = await listPracticeTests(ctx.db, userId, {
    deckId,
    after: after === null ? null : parseCursor(cursorShapes.timeAndId, after, 2),
    limit: first + 1,
  });
  return toConnection(rows, first, (test) => encodeCursor([test.startedAt.toISOString(), test.id]), after !== null);
}

/** How the viewer's submitted tests on a deck went. */
export async function testSummary(ctx: ReviewContext, deckId: string): Promise<PracticeTestSummary> {
  const { userId } = requireSignIn(ctx);
  const { deck } = await requireDeck(ctx, parseInput(idInput, deckId, ['deckId']), 'VIEW');
  return summarisePracticeTests(ctx.db, userId, deck.id);
}

/** The deck of a test; null when the viewer may no longer see it. */
export async function testDeck(ctx: ReviewContext, test: PracticeTestRecord): Promise<DeckRecord | null> {
  return (await ctx.loaders.deck.load(test.deckId))?.deck ?? null;
}

/** The cards that a question asked; without those that are gone or that the viewer may no longer see. */
export async function testedCards(ctx: ReviewContext, { question }: GradedQuestion): Promise<CardRecord[]> {
  const cards = await Promise.all(
    cardIdsOf(question).map(async (id) => {
      const card = await ctx.loaders.card.load(id);
      return card && (await ctx.loaders.deck.load(card.deckId)) ? card : null;
    }),
  );
  return cards.filter((card) => card !== null);
}
