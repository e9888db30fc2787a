import type postgres from 'postgres';
import { dataErased, deletedUserId, type DataRequest } from '@ruzlet/contracts/personal-data';
import type { Clock } from '@ruzlet/platform/clock';
import type { EncodedEvent } from '@ruzlet/platform/outbox/events';
import { columnsNamed, eraseRows } from '@ruzlet/platform/subject-data/subject-rows';
import type { DecksDb } from '../storage/database.js';
import { findDecksOfUser, reassignAttachments, reassignDecks, removeDecks } from '../storage/erase-user.js';
import { deckDeletedEvent, deckStateEvent } from './deck-events.js';

/**
 * Erases a user: decks with their cards, folders, memory, every review, settings, tests, sessions, games. Decks on which others rely stay,
 * without their owner: nobody can tell any more whose they were.
 */
export async function eraseUser(
  { sql, clock }: { sql: postgres.Sql; clock: Clock },
  request: DataRequest,
): Promise<(tx: DecksDb) => Promise<EncodedEvent[]>> {
  const userId = request.subjectId;
  const columns = (await columnsNamed(sql, ['user_id', 'owner_id'])).filter(({ table }) => table !== 'decks');
  return async (tx) => {
    const now = clock.now();
    const { kept, gone } = await findDecksOfUser(tx, userId);
    const goneIds = gone.map(({ id }) => id);
    const events = gone
      .filter(({ deletedAt }) => deletedAt === null)
      .map((deck) => deckDeletedEvent(deck, { now, requestId: request.requestId }));
    await removeDecks(tx, goneIds);
    await reassignDecks(
      tx,
      kept.map(({ id }) => id),
      deletedUserId,
    );
    await reassignAttachments(tx, userId, { attachedBy: deletedUserId, goneIds });
    const erased = await eraseRows(tx, columns, userId);
    if (gone.length > 0) erased.push({ kind: 'decks', count: gone.length });
    if (gone.length > 0) erased.push({ kind: 'cards', count: gone.reduce((sum, { cardCount }) => sum + cardCount, 0) });
    for (const deck of kept) {
      const anonymous = { ...deck, ownerId: deletedUserId };
      events.push(
        await deckStateEvent(tx, 'ruzlet.content.deck.updated.v1', anonymous, { now, requestId: request.requestId }),
      );
    }
    const anonymised = kept.length > 0 ? [{ kind: 'decks', count: kept.length }] : [];
    return [...events, dataErased('decks', request, { erased, anonymised, objects: 0 }, now)];
  };
}
