import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '@ruzlet/platform/ids';
import { waitFor } from '@ruzlet/testkit/wait';

const startScript = fileURLToPath(new URL('../../scripts/start.cjs', import.meta.url));
const anyPort = ['PORT', 'AUTH_PORT', 'USERS_PORT', 'DECKS_PORT', 'TEACHING_PORT', 'ANALYTICS_PORT'];

interface Running {
  url: string;
  child: ChildProcess;
}

/** `npm start` without npm, so that the killed process is the one that runs everything. */
async function start(dataDir: string): Promise<Running> {
  const child = spawn(process.execPath, [startScript], {
    env: {
      ...process.env,
      RUZLET_DATA_DIR: dataDir,
      DEMO: 'false',
      ...Object.fromEntries(anyPort.map((name) => [name, '0'])),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  const url = await waitFor(() => /(http:\S+)\/graphql/.exec(printed)?.[1], { timeoutMs: 60_000, what: 'the start' });
  return { url, child };
}

async function end(running: Running, signal: NodeJS.Signals): Promise<void> {
  const exited = once(running.child, 'exit');
  running.child.kill(signal);
  await exited;
}

describe('one machine after a crash', () => {
  let dataDir: string;
  let running: Running | undefined;

  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'ruzlet-crash-'));
  });
  afterEach(async () => {
    if (running?.child.exitCode === null && running.child.signalCode === null) await end(running, 'SIGTERM');
    await rm(dataDir, { recursive: true, force: true });
  });

  it('has every acknowledged review in the statistics after kill -9 in the middle of a run', async () => {
    running = await start(dataDir);
    let url = running.url;
    const ask = async (query: string, variables: object, token?: string): Promise<any> => {
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
        body: JSON.stringify({ query, variables }),
      });
      const { data, errors } = (await response.json()) as { data?: unknown; errors?: unknown };
      expect(errors).toBeUndefined();
      return data;
    };
    const account = { email: 'crash@example.com', username: 'crash', password: 'correct horse battery' };
    const { register } = await ask('mutation ($input: RegisterInput!) { register(input: $input) { accessToken } }', {
      input: account,
    });
    const token = register.accessToken as string;
    const cards = Array.from({ length: 60 }, (_, index) => ({
      id: newId(),
      term: `term ${String(index)}`,
      definition: 'definition',
    }));
    const { createDeck } = await ask(
      'mutation ($input: CreateDeckInput!) { createDeck(input: $input) { deck { id } } }',
      { input: { title: 'Crash' } },
      token,
    );
    await ask(
      'mutation ($input: AddCardsInput!) { addCards(input: $input) { cards { id } } }',
      { input: { deckId: createDeck.deck.id, cards } },
      token,
    );

    const review = 'mutation ($input: ReviewInput!) { reviewCard(input: $input) { memory { reps } } }';
    const inputs = cards.map((card) => ({
      id: newId(),
      cardId: card.id,
      rating: 'GOOD',
      durationMs: 1_000,
      reviewedAt: new Date().toISOString(),
    }));
    const acknowledged = new Set<string>();
    const send = async (mine: typeof inputs) => {
      for (const input of mine) {
        await ask(review, { input }, token);
        acknowledged.add(input.id);
      }
    };
    // Two clients at once; both are cut off when the process dies.
    const clients = [inputs.slice(0, 30), inputs.slice(30)].map((mine) => send(mine).catch(() => 'cut off'));
    await waitFor(() => acknowledged.size >= 20, { what: 'some reviews' });
    await end(running, 'SIGKILL');
    await Promise.all(clients);
    const beforeCrash = acknowledged.size;
    expect(beforeCrash).toBeLessThan(inputs.length);

    running = await start(dataDir);
    url = running.url;
    // What was on its way when the process died may be there or not; nothing that was acknowledged may be missing.
    const counted = await waitFor(
      async () => {
        const { me } = await ask('{ me { learning { reviews } } }', {}, token);
        return me.learning.reviews >= beforeCrash && (me.learning.reviews as number);
      },
      { what: 'the acknowledged reviews' },
    );
    expect(counted).toBeLessThanOrEqual(beforeCrash + 2);

    // A client sends again what it is not sure of: nothing is counted twice.
    await send(inputs);
    const all = await waitFor(
      async () => {
        const { me } = await ask('{ me { learning { reviews } } }', {}, token);
        return me.learning.reviews >= inputs.length && (me.learning.reviews as number);
      },
      { what: 'all reviews' },
    );
    expect(all).toBe(inputs.length);
  }, 180_000);
});
