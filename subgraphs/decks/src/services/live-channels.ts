import type { RuzletEvent } from '@ruzlet/contracts/registry';

/** Who watches a deck, and who watches a learner. */
export const deckChannel = (deckId: string): string => `deck ${deckId}`;
export const learnerChannel = (userId: string): string => `learner ${userId}`;

/** What an event is about, for those who watch it live. */
export function channelsOf(event: RuzletEvent): readonly string[] {
  switch (event.type) {
    case 'ruzlet.content.deck.updated.v1':
    case 'ruzlet.content.deck.deleted.v1':
    case 'ruzlet.content.deck.restored.v1':
    case 'ruzlet.content.deck.imported.v1':
    case 'ruzlet.content.cards.added.v1':
    case 'ruzlet.content.cards.updated.v1':
    case 'ruzlet.content.cards.deleted.v1':
      return [deckChannel(event.data.deckId)];
    case 'ruzlet.learning.card.reviewed.v1':
    case 'ruzlet.learning.review.undone.v1':
      return [learnerChannel(event.data.userId)];
    default:
      return [];
  }
}
