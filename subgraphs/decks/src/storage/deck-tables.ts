import { type SQL, sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  customType,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';

/**
 * Decks, cards, who may see them, and the copies of other domains that access and the learner's day need.
 *
 * The functions `fold_text`, `fold_tags` and the extension pg_trgm come from the first, hand-written migration: generated columns use them.
 */

const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'date' });

/** Postgres' lexeme vector; only SQL reads it. */
const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' });

const noStrings = sql`'{}'::text[]`;

export const deckVisibility = pgEnum('deck_visibility', ['PRIVATE', 'UNLISTED', 'PUBLIC']);
export const collaboratorPermission = pgEnum('collaborator_permission', ['VIEW', 'EDIT']);

export const decks = pgTable(
  'decks',
  {
    id: uuid('id').primaryKey(),
    ownerId: uuid('owner_id').notNull(),
    title: text('title').notNull(),
    description: text('description'),
    termLanguage: text('term_language'),
    definitionLanguage: text('definition_language'),
    visibility: deckVisibility('visibility').notNull().default('PRIVATE'),
    tags: text('tags').array().notNull().default(noStrings),
    /** Cards that are not deleted; changed in the transaction that changes the cards. */
    cardCount: integer('card_count').notNull().default(0),
    forkedFromId: uuid('forked_from_id').references((): AnyPgColumn => decks.id, { onDelete: 'set null' }),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
    /** Set by deleteDeck; the row goes away 30 days later. */
    deletedAt: instant('deleted_at'),
    /** Lexemes of title (A), tags (B) and description (C), in Russian and English. */
    search: tsvector('search')
      .notNull()
      .generatedAlwaysAs(
        (): SQL => sql`setweight(to_tsvector('russian', fold_text(title)), 'A') || setweight(to_tsvector('english', fold_text(title)), 'A')
          || setweight(to_tsvector('russian', fold_tags(tags)), 'B') || setweight(to_tsvector('english', fold_tags(tags)), 'B')
          || setweight(to_tsvector('russian', fold_text(coalesce(description, ''))), 'C') || setweight(to_tsvector('english', fold_text(coalesce(description, ''))), 'C')`,
      ),
    /** What typo tolerance compares trigrams with. */
    searchText: text('search_text')
      .notNull()
      .generatedAlwaysAs((): SQL => sql`fold_text(title) || ' ' || fold_tags(tags)`),
  },
  (table) => [
    index('decks_owner_updated').on(table.ownerId, table.updatedAt, table.id),
    index('decks_forked_from').on(table.forkedFromId),
    index('decks_deleted')
      .on(table.deletedAt)
      .where(sql`deleted_at is not null`),
    index('decks_public')
      .on(table.updatedAt, table.id)
      .where(sql`visibility = 'PUBLIC' and deleted_at is null`),
    index('decks_search')
      .using('gin', table.search)
      .where(sql`visibility = 'PUBLIC' and deleted_at is null`),
    index('decks_search_text')
      .using('gin', table.searchText.op('gin_trgm_ops'))
      .where(sql`visibility = 'PUBLIC' and deleted_at is null`),
  ],
);

export const cards = pgTable(
  'cards',
  {
    id: uuid('id').primaryKey(),
    deckId: uuid('deck_id')
      .notNull()
      .references(() => decks.id, { onDelete: 'cascade' }),
    /** Order inside the deck, with gaps so that a move rewrites only the cards that move. */
    sortKey: integer('sort_key').notNull(),
    term: text('term').notNull(),
    definition: text('definition').notNull(),
    hint: text('hint'),
    acceptedAnswers: text('accepted_answers').array().notNull().default(noStrings),
    distractors: text('distractors').array().notNull().default(noStrings),
    tags: text('tags').array().notNull().default(noStrings),
    /** Cards of a deck with the same key are siblings: sides of one note. Null for a card that stands alone. */
    siblingKey: text('sibling_key'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
    /** A deleted card stays as a tombstone, so that a create that is sent again does not bring it back. */
    deletedAt: instant('deleted_at'),
    search: tsvector('search')
      .notNull()
      .generatedAlwaysAs(
        (): SQL => sql`setweight(to_tsvector('russian', fold_text(term)), 'A') || setweight(to_tsvector('english', fold_text(term)), 'A')
          || setweight(to_tsvector('russian', fold_text(definition)), 'B') || setweight(to_tsvector('english', fold_text(definition)), 'B')`,
      ),
    searchText: text('search_text')
      .notNull()
      .generatedAlwaysAs((): SQL => sql`fold_text(term) || ' ' || fold_text(definition)`),
  },
  (table) => [
    index('cards_deck_order')
      .on(table.deckId, table.sortKey, table.id)
      .where(sql`deleted_at is null`),
    index('cards_deck').on(table.deckId),
    index('cards_siblings')
      .on(table.deckId, table.siblingKey)
      .where(sql`sibling_key is not null`),
    index('cards_search').using('gin', table.search),
    index('cards_search_text').using('gin', table.searchText.op('gin_trgm_ops')),
  ],
);

/** Cards that a user marked with a star. */
export const cardStars = pgTable(
  'card_stars',
  {
    userId: uuid('user_id').notNull(),
    cardId: uuid('card_id')
      .notNull()
      .references(() => cards.id, { onDelete: 'cascade' }),
    starredAt: instant('starred_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.cardId] }), index('card_stars_card').on(table.cardId)],
);

export const deckCollaborators = pgTable(
  'deck_collaborators',
  {
    deckId: uuid('deck_id')
      .notNull()
      .references(() => decks.id, { onDelete: 'cascade' }),
    userId: uuid('user_id').notNull(),
    permission: collaboratorPermission('permission').notNull(),
    addedAt: instant('added_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.deckId, table.userId] }), index('deck_collaborators_user').on(table.userId)],
);

export const folders = pgTable(
  'folders',
  {
    id: uuid('id').primaryKey(),
    ownerId: uuid('owner_id').notNull(),
    name: text('name').notNull(),
    parentId: uuid('parent_id').references((): AnyPgColumn => folders.id, { onDelete: 'cascade' }),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [index('folders_owner').on(table.ownerId, table.name), index('folders_parent').on(table.parentId)],
);

export const folderDecks = pgTable(
  'folder_decks',
  {
    folderId: uuid('folder_id')
      .notNull()
      .references(() => folders.id, { onDelete: 'cascade' }),
    deckId: uuid('deck_id')
      .notNull()
      .references(() => decks.id, { onDelete: 'cascade' }),
    addedAt: instant('added_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.folderId, table.deckId] }), index('folder_decks_deck').on(table.deckId)],
);

/** Reports of imports, so that an import that is sent again answers the same and imports nothing. */
export const deckImports = pgTable(
  'deck_imports',
  {
    id: uuid('id').primaryKey(),
    userId: uuid('user_id').notNull(),
    deckId: uuid('deck_id')
      .notNull()
      .references(() => decks.id, { onDelete: 'cascade' }),
    report: jsonb('report').notNull(),
    importedAt: instant('imported_at').notNull(),
  },
  (table) => [index('deck_imports_deck').on(table.deckId)],
);

/** Copy of user.events: what the learner's day depends on. */
export const learners = pgTable('learners', {
  userId: uuid('user_id').primaryKey(),
  timeZone: text('time_zone').notNull().default('UTC'),
  /** Hour (0..23) at which the learner's day begins. */
  dayStartsAt: smallint('day_starts_at').notNull().default(4),
  updatedAt: instant('updated_at').notNull(),
});

/** Copy of course.events: who is enrolled where. */
export const courseMembers = pgTable(
  'course_members',
  {
    courseId: uuid('course_id').notNull(),
    userId: uuid('user_id').notNull(),
    role: text('role').notNull(),
  },
  (table) => [primaryKey({ columns: [table.courseId, table.userId] }), index('course_members_user').on(table.userId)],
);

/** Copy of course.events: which lesson uses which deck, and who attached it (the grant holds while that person may edit the deck). */
export const courseDecks = pgTable(
  'course_decks',
  {
    courseId: uuid('course_id').notNull(),
    lessonId: uuid('lesson_id').notNull(),
    deckId: uuid('deck_id').notNull(),
    attachedBy: uuid('attached_by').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.courseId, table.lessonId, table.deckId] }),
    index('course_decks_deck').on(table.deckId),
    index('course_decks_lesson').on(table.lessonId),
  ],
);
