/** Decks, cards and folders as the rest of this subgraph knows them, and how much of each there may be. */

export type DeckVisibility = 'PRIVATE' | 'UNLISTED' | 'PUBLIC';

export interface DeckRecord {
  id: string;
  ownerId: string;
  title: string;
  description: string | null;
  termLanguage: string | null;
  definitionLanguage: string | null;
  visibility: DeckVisibility;
  tags: string[];
  cardCount: number;
  forkedFromId: string | null;
  createdAt: Date;
  updatedAt: Date;
  deletedAt: Date | null;
}

/** What the two sides of a card and everything beside them hold. */
export interface CardContent {
  term: string;
  definition: string;
  hint: string | null;
  acceptedAnswers: string[];
  distractors: string[];
  tags: string[];
  /** Cards of a deck with the same key are siblings: sides of one note. */
  siblingKey: string | null;
}

export interface CardRecord extends CardContent {
  id: string;
  deckId: string;
  sortKey: number;
  createdAt: Date;
  updatedAt: Date;
}

export interface FolderRecord {
  id: string;
  ownerId: string;
  name: string;
  parentId: string | null;
  createdAt: Date;
}

export interface CollaboratorRecord {
  deckId: string;
  userId: string;
  permission: 'VIEW' | 'EDIT';
  addedAt: Date;
}

export const deckTitleCharactersMax = 200;
export const deckDescriptionCharactersMax = 5_000;
export const deckTagsMax = 20;
export const tagCharactersMax = 50;
export const languageTagCharactersMax = 35;
/** Cards of one deck (count). */
export const deckCardsMax = 50_000;
/** People with whom one deck is shared (count). */
export const deckCollaboratorsMax = 100;
/** Days for which a deleted deck can be restored. */
export const deckRestoreDays = 30;

export const cardTermCharactersMax = 2_000;
export const cardDefinitionCharactersMax = 10_000;
export const cardHintCharactersMax = 1_000;
export const cardAnswersMax = 20;
export const cardAnswerCharactersMax = 500;
export const cardTagsMax = 30;
export const siblingKeyCharactersMax = 100;
/** Cards of one mutation, and card ids of one event (count). */
export const cardsPerMutationMax = 1_000;

export const folderNameCharactersMax = 100;
/** Folders of one user (count): they are listed without pages. */
export const foldersPerUserMax = 500;

/** Distance between the sort keys of neighbours, so that a card can be put between two without touching others. */
export const sortKeyGap = 1_024;
