import { newId } from '@ruzlet/platform/ids';
import { z } from 'zod';

const answerSchema = z.object({
  data: z.record(z.string(), z.any()).nullish(),
  errors: z.array(z.object({ message: z.string(), extensions: z.object({ code: z.string() }) })).optional(),
});

export type Answer = z.output<typeof answerSchema>;

/** Longer than any answer takes while a service is away; a hanging one fails the test. */
const requestTimeoutMs = 30_000;

/** One request to the router. */
export async function ask(url: string, query: string, variables: object = {}, token?: string): Promise<Answer> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify({ query, variables }),
    signal: AbortSignal.timeout(requestTimeoutMs),
  });
  return answerSchema.parse(await response.json());
}

/** As `ask`, for what has to succeed. */
export async function must(url: string, query: string, variables: object = {}, token?: string) {
  const { data, errors } = await ask(url, query, variables, token);
  if (errors !== undefined || !data) throw new Error(`The graph refused: ${JSON.stringify(errors)}`);
  return data;
}

export const password = 'correct horse battery';

export interface Learner {
  id: string;
  email: string;
  token: string;
  /** Cards of a deck of their own. */
  cardIds: string[];
}

/** Registers somebody new and gives them a deck. */
export async function newLearner(url: string, cards = 20): Promise<Learner> {
  const suffix = newId().slice(-12);
  const email = `learner-${suffix}@example.com`;
  const { register } = await must(
    url,
    'mutation ($input: RegisterInput!) { register(input: $input) { accessToken user { id } } }',
    {
      input: {
        email,
        username: `learner_${suffix}`,
        password,
        displayName: 'A learner',
        locale: 'en',
        timeZone: 'Europe/Berlin',
      },
    },
  );
  const token = String(register.accessToken);
  const rows = Array.from({ length: cards }, (_, index) => `term ${String(index)},definition ${String(index)}`);
  const { importDeck } = await must(
    url,
    `mutation ($input: ImportDeckInput!) { importDeck(input: $input) {
      deck { cards(first: 100) { edges { node { id } } } }
    } }`,
    {
      input: {
        format: 'CSV',
        title: `Load ${suffix}`,
        visibility: 'PRIVATE',
        content: ['term,definition', ...rows].join('\n'),
      },
    },
    token,
  );
  const cardIds = importDeck.deck.cards.edges.map((edge: { node: { id: string } }) => edge.node.id);
  return { id: String(register.user.id), email, token, cardIds };
}

/** What became of a learner's reviews, in the order in which they were sent. */
export interface Reviewing {
  acknowledged: string[];
  refused: { id: string; why: string }[];
}

/** Between two reviews of a learner (milliseconds): below the rate that the router allows one user. */
const thinkingMs = 20;

/** Reviews one card after another until told to stop, and notes in `result` what became of each. */
export async function reviewUntil(
  url: string,
  learner: Learner,
  stopped: () => boolean,
  result: Reviewing,
): Promise<void> {
  for (let turn = 0; !stopped(); turn += 1) {
    const id = newId();
    const cardId = learner.cardIds[turn % learner.cardIds.length];
    const input = { id, cardId, rating: 'GOOD', durationMs: 1_000, reviewedAt: new Date().toISOString() };
    const mutation = 'mutation ($input: ReviewInput!) { reviewCard(input: $input) { memory { reps } } }';
    try {
      const { errors } = await ask(url, mutation, { input }, learner.token);
      if (errors === undefined) result.acknowledged.push(id);
      else result.refused.push({ id, why: errors[0]?.message ?? '' });
    } catch (error) {
      result.refused.push({ id, why: String(error) });
    }
    await new Promise((resolve) => setTimeout(resolve, thinkingMs));
  }
}

/** Reviews that the learner's statistics count. */
export async function countedReviews(url: string, learner: Learner): Promise<number> {
  const { me } = await must(url, '{ me { learning { reviews } } }', {}, learner.token);
  return Number(me.learning.reviews);
}
