import { newId } from '@ruzlet/platform/ids';
import { waitFor } from '@ruzlet/testkit/wait';
import { makeDeck, openDecksWorld, type Person } from '../decks-world.js';

/** The decks subgraph with a learner and a deck to study. */

export const memoryFields = `state due stability difficulty retrievability reps lapses lastReviewedAt suspended leech`;

const reviewMutation = `mutation ($input: ReviewInput!) {
  reviewCard(input: $input) { reviewId card { id memory { ${memoryFields} } } memory { ${memoryFields} } } }`;

export interface Learner extends Person {
  deckId: string;
  cardIds: string[];
}

export async function openStudyWorld() {
  const world = await openDecksWorld();
  return {
    ...world,

    /** Somebody with a deck of so many cards. */
    async learner(cardCount = 3): Promise<Learner> {
      const person = await world.person();
      const cards = Array.from(
        { length: cardCount },
        (_, index) => [`term ${String(index)}`, `meaning ${String(index)}`] as const,
      );
      const { id, cardIds } = await makeDeck(world, person, {}, cards);
      return { ...person, deckId: id, cardIds };
    },

    /** Reviews a card; `id` is made unless given. */
    async review(
      person: Person,
      input: { cardId: string | undefined; rating: string; id?: string; reviewedAt?: string; durationMs?: number },
    ) {
      return world.as(person)(reviewMutation, { input: { id: newId(), durationMs: 4_000, ...input } });
    },

    async queue(person: Person, deckId: string | null, first = 20) {
      const response = await world.as(person)(
        `query ($deckId: ID, $first: Int) { studyQueue(deckId: $deckId, first: $first) {
          cards { card { id term } memory { state } intervals { rating due interval } } counts { new learning review } nextDueAt } }`,
        { deckId, first },
      );
      return response.data.studyQueue;
    },

    /** Until the preferences of a user have arrived here. */
    async waitForLearner(userId: string) {
      await waitFor(async () => (await world.sql`select 1 from learners where user_id = ${userId}`).length > 0, {
        what: 'preferences',
      });
    },

    async settings(person: Person, deckId: string, changes: object) {
      return world.as(person)(
        `mutation ($input: UpdateStudySettingsInput!) { updateStudySettings(input: $input) { studySettings {
          desiredRetention newCardsPerDay reviewsPerDay learningSteps relearningSteps maximumIntervalDays fuzz order } } }`,
        { input: { deckId, ...changes } },
      );
    },
  };
}

export type StudyWorld = Awaited<ReturnType<typeof openStudyWorld>>;
