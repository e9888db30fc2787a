import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newId } from '@ruzlet/platform/ids';
import { createLogger } from '@ruzlet/platform/log';
import { forgetting_curve, FSRS, type FSRSState, type Grade, Rating } from 'ts-fsrs';
import { readLocalConfig } from '../../local/src/config.js';
import { startRuzlet } from '../../local/src/start-ruzlet.js';

/** What the graph is asked for below. */
interface QueuedCard {
  card: { id: string };
  memory: { state: string };
}
interface ReviewOutcome {
  error: { code: string; message: string } | null;
}

/**
 * A year of study through the API, in accelerated time: `npx tsx --conditions=@ruzlet/source bench/study/year.ts [cards] [retention]`.
 *
 * The whole of Ruzlet runs with a clock of ours. A learner with a memory of their own, which forgets as FSRS says and of which
 * the server knows nothing but the ratings, asks `studyQueue` on each day what to study and answers with `reviewCards`. The
 * share of learned cards that is remembered has to come out at the desired retention, within two points; else this fails.
 */
const cardCount = Number(process.argv[2] ?? '2000');
const desiredRetention = Number(process.argv[3] ?? '0.9');
const days = 365;
const tolerance = 0.02;
const dayMs = 86_400_000;
const answerMs = 6_000;

let now = Date.parse('2026-01-01T17:00:00Z');
let seed = 20_260_101;
/** Marsaglia's xorshift32: the same year each time. */
function random(): number {
  seed ^= seed << 13;
  seed ^= seed >>> 17;
  seed ^= seed << 5;
  seed >>>= 0;
  return seed / 2 ** 32;
}

const dataDir = await mkdtemp(join(tmpdir(), 'ruzlet-study-year-'));
const ports = ['PORT', 'AUTH_PORT', 'USERS_PORT', 'DECKS_PORT', 'TEACHING_PORT', 'ANALYTICS_PORT'];
const ruzlet = await startRuzlet({
  config: readLocalConfig({ RUZLET_DATA_DIR: dataDir, ...Object.fromEntries(ports.map((name) => [name, '0'])) }),
  logger: createLogger({ name: 'year', level: 'error' }),
  clock: { now: () => new Date(now) },
  onFailure: (error) => {
    throw error;
  },
});

const email = 'year@example.com';
const password = 'correct horse battery';
let session = { accessToken: '', refreshToken: '', renewedAt: 0, signedInAt: 0 };
/** Access tokens live for 15 minutes of the clock. */
const renewAfterMs = 10 * 60_000;
/** Nobody stays signed in for a year. */
const signInAfterMs = 14 * dayMs;

/** Sends as the learner, with a session that is renewed as the SDK does it. */
async function ask(query: string, variables: object): Promise<any> {
  if (now - session.signedInAt > signInAfterMs) {
    const login = `mutation ($input: LoginInput!) { login(input: $input) { ... on AuthPayload { accessToken refreshToken } } }`;
    const signedIn = await send(login, { input: { email, password } }, '');
    session = { ...signedIn.login, renewedAt: now, signedInAt: now };
  } else if (now - session.renewedAt > renewAfterMs) {
    const renewal = `mutation ($token: String!) { refreshSession(refreshToken: $token) { accessToken refreshToken } }`;
    const { refreshSession } = await send(renewal, { token: session.refreshToken }, '');
    session = { ...session, ...refreshSession, renewedAt: now };
  }
  return send(query, variables, session.accessToken);
}

async function send(query: string, variables: object, token: string): Promise<any> {
  const response = await fetch(`${ruzlet.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token !== '' && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as { data: unknown; errors?: unknown };
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return data;
}

/** What the learner really remembers of a card. */
interface RealMemory {
  state: FSRSState;
  day: number;
}
const real = new Map<string, RealMemory>();
const memory = new FSRS({ enable_fuzz: false });
const { w: weights } = memory.parameters;

function answer(cardId: string, day: number): Grade {
  const known = real.get(cardId);
  const gap = known ? day - known.day : 0;
  const recalled = known ? random() < forgetting_curve(weights, gap, known.state.stability) : random() < 0.7;
  const luck = random();
  const grade: Grade = !recalled ? Rating.Again : luck < 0.12 ? Rating.Hard : luck < 0.9 ? Rating.Good : Rating.Easy;
  real.set(cardId, { state: memory.next_state(known?.state ?? null, gap, grade), day });
  return grade;
}

const started = performance.now();
try {
  const registered = await send(
    `mutation ($input: RegisterInput!) { register(input: $input) { accessToken refreshToken } }`,
    {
      input: {
        email,
        username: 'year',
        password,
        displayName: 'Year',
        timeZone: 'UTC',
      },
    },
    '',
  );
  session = { ...registered.register, renewedAt: now, signedInAt: now };
  const created = await ask(`mutation ($input: CreateDeckInput!) { createDeck(input: $input) { deck { id } } }`, {
    input: { title: 'A year' },
  });
  const deckId = created.createDeck.deck.id;
  for (let place = 0; place < cardCount; place += 500) {
    const cards = Array.from({ length: Math.min(500, cardCount - place) }, (_, index) => ({
      term: `term ${String(place + index)}`,
      definition: `meaning ${String(place + index)}`,
    }));
    await ask(`mutation ($input: AddCardsInput!) { addCards(input: $input) { deck { id } } }`, {
      input: { deckId, cards },
    });
  }
  await ask(`mutation ($input: UpdateStudySettingsInput!) { updateStudySettings(input: $input) { id } }`, {
    input: { deckId, desiredRetention, newCardsPerDay: 20, reviewsPerDay: 9_999 },
  });

  let answers = 0;
  const learned = { reviews: 0, remembered: 0 };
  const ofMonth = Array.from({ length: 13 }, () => ({ reviews: 0, remembered: 0 }));
  for (let day = 0; day < days; day += 1) {
    if (day % 30 === 0)
      console.error(
        `day ${String(day)}, ${((performance.now() - started) / 1_000).toFixed(0)} s, ${String(answers)} answers`,
      );
    const dayStart = Date.parse('2026-01-01T17:00:00Z') + day * dayMs;
    now = dayStart;
    for (;;) {
      const { studyQueue } = await ask(
        `query ($deckId: ID) { studyQueue(deckId: $deckId, first: 100) { cards { card { id } memory { state } } } }`,
        { deckId },
      );
      if (studyQueue.cards.length === 0) break;
      const inputs = studyQueue.cards.map(({ card, memory: { state } }: QueuedCard, index: number) => {
        const grade = answer(card.id, day);
        const month = ofMonth[Math.floor(day / 30)];
        if (state === 'REVIEW' && month) {
          const remembered = grade === Rating.Again ? 0 : 1;
          learned.reviews += 1;
          learned.remembered += remembered;
          month.reviews += 1;
          month.remembered += remembered;
        }
        const rating = ['AGAIN', 'HARD', 'GOOD', 'EASY'][grade - 1];
        return {
          id: newId(),
          cardId: card.id,
          rating,
          durationMs: answerMs,
          reviewedAt: new Date(now + index * answerMs).toISOString(),
        };
      });
      now += Number(inputs.length) * answerMs;
      const { reviewCards } = await ask(
        `mutation ($inputs: [ReviewInput!]!) { reviewCards(inputs: $inputs) { error { code message } } }`,
        { inputs },
      );
      const refused = reviewCards.find(({ error }: ReviewOutcome) => error !== null);
      if (refused) throw new Error(JSON.stringify(refused));
      answers += Number(inputs.length);
      if (now - dayStart > 10 * 3_600_000) throw new Error(`day ${String(day)} never ends`);
    }
  }
  const retention = learned.remembered / learned.reviews;
  const seconds = (performance.now() - started) / 1_000;
  const months = ofMonth
    .filter(({ reviews }) => reviews > 0)
    .map(({ reviews, remembered }) => `${((100 * remembered) / reviews).toFixed(1)} (${String(reviews)})`);
  console.log(`cards ${String(cardCount)}, days ${String(days)}, answers ${String(answers)}, ${seconds.toFixed(0)} s`);
  console.log(`reviews of learned cards ${String(learned.reviews)}; remembered % by 30 days: ${months.join(', ')}`);
  console.log(`desired retention ${(100 * desiredRetention).toFixed(1)} %, real ${(100 * retention).toFixed(2)} %`);
  if (Math.abs(retention - desiredRetention) > tolerance) {
    console.error('The retention is more than two points away from the desired one.');
    process.exitCode = 1;
  }
} finally {
  await ruzlet.close();
  await rm(dataDir, { recursive: true, force: true });
}
