import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTokenVerifier } from '@ruzlet/platform/access/verify-token';
import { listen } from '@ruzlet/platform/http/run-service';
import { waitFor } from '@ruzlet/testkit/wait';
import { hostileRequests } from './hostile-requests.js';
import { serveRouter, type ServedRouter } from './serve.js';

const bodyBytesMax = 1_000_000;
const profile = { username: 'u', displayName: 'U', locale: 'en', timeZone: 'UTC' };
const viewer = { userId: 'u', sessionId: 's', roles: [], scopes: [], profile };

describe('a hostile request', () => {
  let served: ServedRouter;

  beforeAll(async () => {
    served = await serveRouter(
      { a: { typeDefs: 'type Query { word: String }', resolvers: { Query: { word: () => 'w' } } } },
      {
        limits: { bodyBytesMax },
        verifyToken: createTokenVerifier({
          jwks: () => Promise.reject(new Error('not asked for')),
          issuer: 'ruzlet',
          audience: 'ruzlet',
        }),
      },
    );
  });
  afterAll(() => served.close());

  for (const [name, hostile] of Object.entries(hostileRequests('word', bodyBytesMax))) {
    // How soon is measured in bench/hostile.
    it(`with ${name} is refused in JSON, with a code and a request id, and reaches no subgraph`, async () => {
      const { status, headers, body } = await served.post(hostile.body, {
        'content-type': hostile.contentType ?? 'application/json',
        ...hostile.headers,
      });
      expect(hostile.codes).toContain(body.errors[0].extensions.code);
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
      expect(headers.get('x-request-id')).toMatch(/^[\w-]+$/);
      expect(JSON.stringify(body).length).toBeLessThan(50_000);
      expect(served.calls).toEqual([]);
    });
  }

  it('is counted by the code that it is refused with', async () => {
    const refused = async () => {
      const response = await fetch(new URL('/metrics', served.url));
      const counted = (await response.text()).matchAll(/refused_total\{code="(\w+)"[^}]*\} (\d+)/g);
      return new Map(Array.from(counted, ([, code, count]) => [code, Number(count)]));
    };
    const before = await refused();
    await served.post({ query: `{ ${'a { '.repeat(100)} b ${'}'.repeat(101)}` });
    await served.post('{ not json');
    const after = await refused();
    for (const code of ['OPERATION_LIMIT_EXCEEDED', 'BAD_USER_INPUT']) {
      expect((after.get(code) ?? 0) - (before.get(code) ?? 0)).toBe(1);
    }
  });

  it('with a body ten times too large gets its answer while it is still sending', async () => {
    const { status, body } = await served.post(`{"query":"{ word } # ${'x'.repeat(10 * bodyBytesMax)}"}`);
    expect([status, body.errors[0].extensions.code]).toEqual([413, 'PAYLOAD_TOO_LARGE']);
  });

  it('with a body that is too large is answered before it comes, and not only to who reads before they have sent all', async () => {
    const { port } = new URL(served.url);
    const head = 'POST /graphql HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\n';
    const talk = (first: string, rest: string[] = []) =>
      new Promise<string>((resolve, reject) => {
        let answer = '';
        const socket = connect(Number(port), '127.0.0.1', () => {
          socket.write(first);
          for (const piece of rest) socket.write(piece);
        });
        // All is handed over before anything is read.
        if (rest.length > 0) socket.pause();
        socket.once('drain', () => socket.resume());
        socket.on('data', (chunk: Buffer) => {
          answer += chunk.toString();
          if (rest.length === 0 && answer.includes('PAYLOAD_TOO_LARGE')) socket.end();
        });
        socket.on('close', () => {
          resolve(answer);
        });
        socket.on('error', reject);
      });
    const early = await talk(`${head}content-length: ${String(20 * bodyBytesMax)}\r\n\r\n`);
    expect(early).toMatch(/^HTTP\/1\.1 413 /);
    expect(early.toLowerCase()).toContain('connection: close');
    const chunk = `${bodyBytesMax.toString(16)}\r\n${'x'.repeat(bodyBytesMax)}\r\n`;
    const late = await talk(`${head}transfer-encoding: chunked\r\n\r\n`, [
      ...Array<string>(20).fill(chunk),
      '0\r\n\r\n',
    ]);
    expect(late).toMatch(/^HTTP\/1\.1 413 /);
  });

  it('that is sent slowly takes nobody’s place, and is ended after its time', async () => {
    const own = await serveRouter(
      { a: { typeDefs: 'type Query { word: String }', resolvers: { Query: { word: () => 'w' } } } },
      { load: { requestsInFlightMax: 2 } },
    );
    let begun = 0;
    const door = await listen(
      (request, response) => {
        begun += 1;
        own.router.handler(request, response);
      },
      { port: 0, host: '127.0.0.1', what: 'router', requestTimeoutMs: 1_000 },
    );
    const slow = Array.from({ length: 5 }, () => {
      const socket = connect(door.port, '127.0.0.1');
      const seen = { text: '' };
      socket.on('data', (data: Buffer) => (seen.text += data.toString()));
      socket.write(
        'POST /graphql HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{',
      );
      return { socket, seen };
    });
    try {
      await waitFor(() => begun === slow.length, { what: 'the slow ones' });
      // Each would be turned away while the others hold the two places.
      for (let asked = 0; asked < 3; asked += 1) expect((await own.post({ query: '{ word }' })).status).toBe(200);
      await waitFor(() => slow.every(({ seen }) => seen.text.includes('}]}')), { what: 'their ends' });
      for (const { seen } of slow) expect(seen.text).toMatch(/^HTTP\/1.1 408 .*"code":"BAD_REQUEST"/s);
    } finally {
      for (const { socket } of slow) socket.destroy();
      await door.close();
      await own.close();
    }
  });

  it('of who is not signed in may be smaller, where tokens tell who is', async () => {
    const anonymous = { query: `{ word } # ${'x'.repeat(5_000)}` };
    const small = await serveRouter(
      { a: { typeDefs: 'type Query { word: String }', resolvers: { Query: { word: () => 'w' } } } },
      {
        limits: { anonymousBodyBytesMax: 4_000 },
        verifyToken: () => Promise.resolve(viewer),
      },
    );
    try {
      expect((await small.post(anonymous)).status).toBe(413);
      expect((await small.post(anonymous, { authorization: 'Bearer x' })).body).toEqual({ data: { word: 'w' } });
    } finally {
      await small.close();
    }
  });

  it('with headers that are too large, or that is no HTTP, is refused in JSON too', async () => {
    const door = await listen(served.router.handler, {
      port: 0,
      host: '127.0.0.1',
      what: 'router',
      headerBytesMax: 2_000,
    });
    const send = (text: string) =>
      new Promise<string>((resolve, reject) => {
        let answer = '';
        const socket = connect(door.port, '127.0.0.1', () => socket.write(text));
        socket.on('data', (chunk: Buffer) => (answer += chunk.toString()));
        socket.on('close', () => {
          resolve(answer);
        });
        socket.on('error', reject);
      });
    try {
      for (const [text, status, code] of [
        [`GET /graphql HTTP/1.1\r\nhost: a\r\nx: ${'y'.repeat(4_000)}\r\n\r\n`, '431', 'PAYLOAD_TOO_LARGE'],
        ['complete nonsense\r\n\r\n', '400', 'BAD_REQUEST'],
      ] as const) {
        const answer = await send(text);
        expect(answer).toContain(`HTTP/1.1 ${status}`);
        expect(answer).toContain('x-request-id: ');
        expect(JSON.parse(answer.split('\r\n\r\n')[1] ?? '').errors[0].extensions.code).toBe(code);
      }
    } finally {
      await door.close();
    }
  });
});
