import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTokenVerifier } from '@ruzlet/platform/access/verify-token';
import { listen } from '@ruzlet/platform/http/run-service';
import { hostileRequests } from './hostile-requests.js';
import { serveRouter, type ServedRouter } from './serve.js';

const bodyBytesMax = 1_000_000;

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

  it('with a body ten times too large gets its answer while it is still sending', async () => {
    const { status, body } = await served.post(`{"query":"{ word } # ${'x'.repeat(10 * bodyBytesMax)}"}`);
    expect([status, body.errors[0].extensions.code]).toEqual([413, 'PAYLOAD_TOO_LARGE']);
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
