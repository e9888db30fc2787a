/** Events of `content.events`: decks and cards, published by decks. Keyed by deck. */
import { z } from 'zod';
import { defineEvent } from './define-event.js';
import * as field from './fields.js';

const onDeck = { topic: 'content.events', key: 'deckId', source: '/decks' } as const;
const ownerId = field.id('The user who owns the deck.');

const deckState = z.object({
  deckId: field.deckId,
  ownerId,
  title: field.title('Title of the deck.'),
  visibility: field.deckVisibility.describe('Who may read the deck besides owner, collaborators and courses.'),
  cardCount: field.count('Cards in the deck.'),
  editorIds: z.array(z.uuid()).max(field.collaboratorsMax).describe('Collaborators who may edit.'),
  viewerIds: z.array(z.uuid()).max(field.collaboratorsMax).describe('Collaborators who may only read.'),
});

const cardChange = z.object({
  deckId: field.deckId,
  cardIds: z
    .array(z.uuid())
    .min(1)
    .max(field.cardIdsMax)
    .describe('The cards; a change of more cards is told by several events.'),
  cardCount: field.count('Cards in the deck after the change.'),
});

export const contentEvents = {
  'ruzlet.content.deck.created.v1': defineEvent({ ...onDeck, summary: 'A deck was made.', data: deckState }),
  'ruzlet.content.deck.updated.v1': defineEvent({
    ...onDeck,
    summary: 'Title, visibility or collaborators of a deck changed; carries the state as it is now.',
    data: deckState,
  }),
  'ruzlet.content.deck.deleted.v1': defineEvent({
    ...onDeck,
    summary: 'A deck was deleted; its owner may restore it for a while.',
    data: z.object({ deckId: field.deckId, ownerId }),
  }),
  'ruzlet.content.deck.restored.v1': defineEvent({
    ...onDeck,
    summary: 'A deleted deck was brought back; carries the state as it is now.',
    data: deckState,
  }),
  'ruzlet.content.deck.imported.v1': defineEvent({
    ...onDeck,
    summary: 'A file was imported into a deck; the cards themselves are told by `cards.added` and `cards.updated`.',
    data: z.object({
      deckId: field.deckId,
      ownerId,
      format: field.deckFormat.describe('Format of the file.'),
      created: field.count('Cards that the import made.'),
      updated: field.count('Cards that the import changed.'),
      skipped: field.count('Rows or notes left out because the deck has them already.'),
      problems: field.count('Rows or notes that could not be read.'),
    }),
  }),
  'ruzlet.content.cards.added.v1': defineEvent({ ...onDeck, summary: 'Cards were added to a deck.', data: cardChange }),
  'ruzlet.content.cards.updated.v1': defineEvent({ ...onDeck, summary: 'Cards of a deck changed.', data: cardChange }),
  'ruzlet.content.cards.deleted.v1': defineEvent({
    ...onDeck,
    summary: 'Cards were taken out of a deck: deleted, or moved to another.',
    data: cardChange.extend({
      movedToDeckId: field.id('The deck that the cards lie in now; absent when they were deleted.').optional(),
    }),
  }),
};
