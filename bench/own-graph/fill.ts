import postgres from 'postgres';

/** Users, decks of them together, and cards of each deck (counts). */
export const sizes = { users: 1_000, decks: 10_000, cardsPerDeck: 20 };

/** Ids that sort as they were made and can be told from numbers: what clients make, too. */
const idOf = (kind: string, number: string) =>
  `('01990000-${kind}-7000-8000-' || lpad(to_hex(${number}), 12, '0'))::uuid`;

/**
 * Profiles, decks and cards in bulk, past the services, whose rules have tests of their own. Every tenth deck is the
 * learner's, the others belong to everybody in turn.
 */
export async function fill(
  databaseUrl: (domain: 'users' | 'decks' | 'analytics') => string,
  learner: string,
): Promise<void> {
  const ownerOf = (deck: string) =>
    `CASE WHEN ${deck} % 10 = 0 THEN '${learner}'::uuid ELSE ${idOf('0001', `${deck} % ${String(sizes.users)} + 1`)} END`;
  const users = postgres(databaseUrl('users'), { max: 1 });
  await users.unsafe(`
    INSERT INTO profiles (id, username, username_key, display_name, search_text, bio, locale, time_zone, created_at, updated_at)
    SELECT ${idOf('0001', 'n')}, 'reader' || n, 'reader' || n, 'Reader ' || n, 'reader' || n || ' reader ' || n,
      'Learns ' || n % 7 || ' languages.', 'en', 'UTC', now(), now()
    FROM generate_series(1, ${String(sizes.users)}) n`);
  await users.unsafe('ANALYZE profiles');
  await users.end();

  const decks = postgres(databaseUrl('decks'), { max: 1 });
  await decks.unsafe(`
    INSERT INTO decks (id, owner_id, title, description, visibility, tags, card_count, created_at, updated_at)
    SELECT ${idOf('0002', 'n')}, ${ownerOf('n')},
      'Deck ' || n || ' of ' || (ARRAY['French verbs', 'Anatomy', 'Capitals', 'Chemistry', 'Rivers'])[n % 5 + 1],
      'What one needs to know, part ' || n, 'PUBLIC', ARRAY['tag' || n % 50], ${String(sizes.cardsPerDeck)},
      now() - n * interval '1 minute', now() - n * interval '1 minute'
    FROM generate_series(1, ${String(sizes.decks)}) n`);
  await decks.unsafe(`
    INSERT INTO cards (id, deck_id, sort_key, term, definition, created_at, updated_at)
    SELECT ${idOf('0003', `n * ${String(sizes.cardsPerDeck)} + m`)}, ${idOf('0002', 'n')}, m * 1000, 'term ' || n || ' ' || m,
      'definition ' || m || ' of deck ' || n, now(), now()
    FROM generate_series(1, ${String(sizes.decks)}) n, generate_series(1, ${String(sizes.cardsPerDeck)}) m`);
  await decks.unsafe('ANALYZE decks, cards');
  await decks.end();

  // What analytics would know from the events of these decks. Without it a viewer waits for news of the deck and sees no figures.
  const analytics = postgres(databaseUrl('analytics'), { max: 1 });
  await analytics.unsafe(`
    INSERT INTO decks (deck_id, owner_id, visibility, editor_ids, viewer_ids, deleted, changed_at)
    SELECT ${idOf('0002', 'n')}, ${ownerOf('n')}, 'PUBLIC', '{}', '{}', false, now()
    FROM generate_series(1, ${String(sizes.decks)}) n`);
  await analytics.unsafe('ANALYZE decks');
  await analytics.end();
}

/** The id of a deck that was filled in. */
export const deckId = (number: number) => `01990000-0002-7000-8000-${number.toString(16).padStart(12, '0')}`;
/** The id of a card of it. */
export const cardId = (deck: number, card: number) =>
  `01990000-0003-7000-8000-${(deck * sizes.cardsPerDeck + card).toString(16).padStart(12, '0')}`;
