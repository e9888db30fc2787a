import type {
  CardResolvers,
  DeckCollaboratorResolvers,
  DeckResolvers,
  FolderResolvers,
  MutationResolvers,
  QueryResolvers,
} from '../generated/graphql.js';
import { addCards } from '../services/add-cards.js';
import { createDeck } from '../services/create-deck.js';
import {
  cardInDeck,
  deckCollaborators,
  deckOfCard,
  findVisibleCard,
  findVisibleDeck,
  forkedFrom,
  readDeck,
  viewerPermission,
} from '../services/read-decks.js';
import { deleteCards } from '../services/delete-cards.js';
import { deleteDeck } from '../services/delete-deck.js';
import { exportDeck } from '../services/export-deck.js';
import { findAndReplace } from '../services/find-and-replace.js';
import {
  addToFolder,
  createFolder,
  deleteFolder,
  findOwnFolder,
  listFolders,
  pageFolderDecks,
  removeFromFolder,
  updateFolder,
} from '../services/folders.js';
import { forkDeck } from '../services/fork-deck.js';
import { importDeck } from '../services/import-deck.js';
import { pageCards, searchCards } from '../services/list-cards.js';
import { moveCards } from '../services/move-cards.js';
import { myDecks } from '../services/my-decks.js';
import { restoreDeck } from '../services/restore-deck.js';
import { searchDecks } from '../services/search-decks.js';
import { shareDeck } from '../services/share-deck.js';
import { starCard } from '../services/star-card.js';
import { updateCards } from '../services/update-cards.js';
import { updateDeck } from '../services/update-deck.js';

export const Query: QueryResolvers = {
  deck: (_root, { id }, ctx) => readDeck(ctx, id),
  myDecks: (_root, args, ctx) => myDecks(ctx, args),
  folders: (_root, _args, ctx) => listFolders(ctx),
  searchDecks: (_root, args, ctx) => searchDecks(ctx, args),
  searchCards: (_root, args, ctx) => searchCards(ctx, args),
};

export const Mutation: MutationResolvers = {
  createDeck: async (_root, { input }, ctx) => ({ deck: await createDeck(ctx, input) }),
  updateDeck: async (_root, { input }, ctx) => ({ deck: await updateDeck(ctx, input) }),
  deleteDeck: async (_root, { id }, ctx) => ({ id: await deleteDeck(ctx, id) }),
  restoreDeck: async (_root, { id }, ctx) => ({ deck: await restoreDeck(ctx, id) }),
  addCards: (_root, { input }, ctx) => addCards(ctx, input),
  updateCards: (_root, { input }, ctx) => updateCards(ctx, input),
  moveCards: (_root, { input }, ctx) => moveCards(ctx, input),
  findAndReplace: (_root, { input }, ctx) => findAndReplace(ctx, input),
  deleteCards: async (_root, { ids }, ctx) => ({ ids: await deleteCards(ctx, ids) }),
  starCard: (_root, { id, starred }, ctx) => starCard(ctx, id, starred),
  forkDeck: async (_root, { id, newDeckId }, ctx) => ({ deck: await forkDeck(ctx, id, newDeckId ?? null) }),
  shareDeck: async (_root, { input }, ctx) => ({ deck: await shareDeck(ctx, input) }),
  createFolder: async (_root, { input }, ctx) => ({ folder: await createFolder(ctx, input) }),
  updateFolder: async (_root, { input }, ctx) => ({ folder: await updateFolder(ctx, input) }),
  deleteFolder: async (_root, { id }, ctx) => ({ id: await deleteFolder(ctx, id) }),
  addToFolder: async (_root, { input }, ctx) => ({ folder: await addToFolder(ctx, input) }),
  removeFromFolder: async (_root, { input }, ctx) => ({ folder: await removeFromFolder(ctx, input) }),
  importDeck: (_root, { input }, ctx) => importDeck(ctx, input),
  exportDeck: (_root, { input }, ctx) => exportDeck(ctx, input),
};

export const Deck: DeckResolvers = {
  __resolveReference: ({ id }, ctx) => findVisibleDeck(ctx, id),
  owner: ({ ownerId }) => ({ id: ownerId }),
  cards: (deck, args, ctx) => pageCards(ctx, deck, args),
  card: (deck, { id }, ctx) => cardInDeck(ctx, deck, id),
  forkedFrom: (deck, _args, ctx) => forkedFrom(ctx, deck),
  viewerPermission: (deck, _args, ctx) => viewerPermission(ctx, deck),
  collaborators: (deck, _args, ctx) => deckCollaborators(ctx, deck),
};

export const Card: CardResolvers = {
  __resolveReference: ({ id }, ctx) => findVisibleCard(ctx, id),
  deck: (card, _args, ctx) => deckOfCard(ctx, card),
  position: (card, _args, ctx) => ctx.loaders.position.load(card),
  starred: ({ id }, _args, ctx) => ctx.loaders.starred.load(id),
};

export const DeckCollaborator: DeckCollaboratorResolvers = {
  user: ({ userId }) => ({ id: userId }),
};

export const Folder: FolderResolvers = {
  __resolveReference: ({ id }, ctx) => findOwnFolder(ctx, id),
  parent: ({ parentId }, _args, ctx) => (parentId === null ? null : findOwnFolder(ctx, parentId)),
  decks: (folder, args, ctx) => pageFolderDecks(ctx, folder, args),
};
