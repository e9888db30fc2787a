import { fork } from 'node:child_process';
import { once } from 'node:events';
import { authDefaults } from '@ruzlet/auth/config';
import { createPasswordHasher } from '@ruzlet/auth/services/password-hasher';
import { quantile, rankDifference } from './statistics.js';

/**
 * Accounts under load, and whether the time of an answer tells who has one:
 * `npx tsx --conditions=@ruzlet/source bench/accounts/run.ts [seconds] [clients]`. Embedded engines, argon2id as it is
 * by default; the client shares the machine with all of it.
 */
const secondsPerRun = Number(process.argv[2] ?? '5');
const clients = Number(process.argv[3] ?? '8');
const peopleCount = 60;
/** As many as are free of delay (count): each wrong password after that waits. */
const wrongPerName = 4;
const password = 'heron under the bridge';

const child = fork(new URL('./server.ts', import.meta.url), [], {
  execArgv: process.execArgv,
  env: { ...process.env, NODE_ENV: 'production', UV_THREADPOOL_SIZE: '16' },
});
const [{ auth }] = (await once(child, 'message')) as [{ auth: string }];

interface Answer {
  data?: { register?: { refreshToken: string }; refreshSession?: { refreshToken: string } } | null;
  errors?: { extensions: { code: string } }[];
}

async function send(query: string, variables: object): Promise<Pick<Answer, 'data'> & { ms: number; code?: string }> {
  const body = JSON.stringify({ query, variables });
  const start = performance.now();
  const response = await fetch(auth, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  const { data, errors } = (await response.json()) as Answer;
  return {
    ms: performance.now() - start,
    ...(data && { data }),
    ...(errors?.[0] && { code: errors[0].extensions.code }),
  };
}

const register = `mutation ($input: RegisterInput!) { register(input: $input) { refreshToken } }`;
const login = `mutation ($input: LoginInput!) { login(input: $input) { __typename } }`;
const refresh = `mutation ($token: String!) { refreshSession(refreshToken: $token) { refreshToken } }`;
const requestReset = `mutation ($email: EmailAddress!) { requestPasswordReset(email: $email) }`;

const nameOf = (kind: string, number: number) =>
  `${kind}${String.fromCharCode(97 + (number % 26), 97 + Math.floor(number / 26))}`;
let registered = 0;
const newPerson = () => {
  registered += 1;
  const username = `person-${String(registered)}`;
  return { username, email: `${username}@example.com`, password };
};

interface Row {
  what: string;
  'per second': number;
  'p50 ms': string;
  'p95 ms': string;
  'p99 ms': string;
  failures: number;
}

async function measure(
  what: string,
  attempt: (client: number) => Promise<{ ms: number; code?: string }>,
): Promise<Row> {
  const times: number[] = [];
  let failures = 0;
  const start = performance.now();
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      while (performance.now() - start < secondsPerRun * 1_000) {
        const { ms, code } = await attempt(client);
        if (code === undefined) times.push(ms);
        else failures += 1;
      }
    }),
  );
  const seconds = (performance.now() - start) / 1_000;
  const at = (share: number) => quantile(times, share).toFixed(1);
  return {
    what,
    'per second': Math.round(times.length / seconds),
    'p50 ms': at(0.5),
    'p95 ms': at(0.95),
    'p99 ms': at(0.99),
    failures,
  };
}

interface Pair {
  what: string;
  somebody: () => Promise<{ ms: number }>;
  nobody: () => Promise<{ ms: number }>;
}

/** One after the other and by turns, so that a busy moment of the machine hits both alike. */
async function compare({ what, somebody, nobody }: Pair, pairs: number) {
  const times: { somebody: number[]; nobody: number[] } = { somebody: [], nobody: [] };
  for (let pair = 0; pair < pairs; pair += 1) {
    const order = pair % 2 === 0 ? (['somebody', 'nobody'] as const) : (['nobody', 'somebody'] as const);
    for (const who of order) times[who].push((await { somebody, nobody }[who]()).ms);
  }
  const z = rankDifference(times.somebody, times.nobody);
  const medians = [quantile(times.somebody, 0.5), quantile(times.nobody, 0.5)] as const;
  return {
    what,
    pairs,
    'somebody p50 ms': medians[0].toFixed(2),
    'nobody p50 ms': medians[1].toFixed(2),
    'rank difference (σ)': z.toFixed(2),
    tells: Math.abs(z) > 4 ? 'YES' : 'no',
  };
}

try {
  const people = Array.from({ length: peopleCount }, newPerson);
  for (const input of people) await send(register, { input });
  const person = (client: number) => people[client % peopleCount] ?? newPerson();

  const tokens: string[] = [];
  for (let client = 0; client < clients; client += 1) {
    const { data } = await send(register, { input: newPerson() });
    tokens.push(data?.register?.refreshToken ?? '');
  }
  const hasher = await createPasswordHasher(authDefaults.argon2);
  const hash = await hasher.hash(password);
  const rows = [
    // What a login cannot be quicker than: the same hash, compared in this process without anything around it.
    await measure('argon2id alone', async () => {
      const start = performance.now();
      await hasher.verify(hash, password);
      return { ms: performance.now() - start };
    }),
    await measure('login', (client) => send(login, { input: { email: person(client).email, password } })),
    await measure('register', () => send(register, { input: newPerson() })),
    await measure('refreshSession', async (client) => {
      const { data, ...rest } = await send(refresh, { token: tokens[client] });
      tokens[client] = data?.refreshSession?.refreshToken ?? '';
      return rest;
    }),
  ];
  console.table(rows);

  const tries = { somebody: 0, nobody: 0 };
  const wrong = (who: keyof typeof tries) => () => {
    const name = Math.floor(tries[who]++ / wrongPerName);
    const email = who === 'somebody' ? person(name).email : `${nameOf('nobody', name)}@example.com`;
    return send(login, { input: { email, password: 'not the password at all' } });
  };
  const asked = { somebody: 0, nobody: 0 };
  const reset = (who: keyof typeof asked) => () => {
    const name = asked[who]++ % peopleCount;
    return send(requestReset, {
      email: who === 'somebody' ? person(name).email : `${nameOf('nobody', name)}@example.com`,
    });
  };
  console.table([
    await compare(
      { what: 'login, wrong password', somebody: wrong('somebody'), nobody: wrong('nobody') },
      peopleCount * wrongPerName,
    ),
    await compare({ what: 'requestPasswordReset', somebody: reset('somebody'), nobody: reset('nobody') }, 300),
  ]);
} finally {
  child.disconnect();
}
