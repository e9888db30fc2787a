import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { createHttpClient, type HttpClient } from '@ruzlet/router/http-client/http-client';
import { createResponseParser } from '@ruzlet/router/http-client/response-parser';

const open: { server?: Server; client?: HttpClient } = {};
afterEach(async () => {
  open.client?.close();
  await new Promise<void>((resolve) => {
    if (open.server)
      open.server.close(() => {
        resolve();
      });
    else resolve();
  });
});

/** A server that answers each request with what `answer` makes of its number. */
async function serve(
  answer: (request: { number: number; text: string; socket: Socket; connection: number }) => string | undefined,
  options: Partial<Parameters<typeof createHttpClient>[1]> = {},
) {
  let number = 0;
  let connections = 0;
  const server = createServer((socket) => {
    const connection = (connections += 1);
    socket.on('error', () => undefined);
    socket.on('data', (bytes) => {
      number += 1;
      const text = answer({ number, text: bytes.toString('latin1'), socket, connection });
      if (text !== undefined) socket.write(text, 'latin1');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const client = createHttpClient(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}`, {
    connectionsMax: 4,
    connectTimeoutMs: 1_000,
    responseBytesMax: 100_000,
    idleMs: 60_000,
    ...options,
  });
  Object.assign(open, { server, client });
  const post = (
    body: string,
    more: { timeoutMs?: number; signal?: AbortSignal; headers?: Record<string, string> } = {},
  ) => client.request({ method: 'POST', path: '/graphql', headers: {}, body, timeoutMs: 5_000, ...more });
  return { post, connections: () => connections };
}

const ok = (body: string, headers = '') =>
  `HTTP/1.1 200 OK\r\n${headers}content-length: ${String(Buffer.byteLength(body))}\r\n\r\n${Buffer.from(body).toString('latin1')}`;

describe('HTTP client', () => {
  it('keeps a connection for the next request and uses no other while it is free', async () => {
    const { post, connections } = await serve(({ number }) => ok(`${String(number)} é`));
    expect(await post('a')).toMatchObject({ status: 200, text: '1 é' });
    expect(await post('b')).toMatchObject({ text: '2 é' });
    expect(connections()).toBe(1);
  });

  it('gives each of many requests its own answer, over no more connections than allowed', async () => {
    const { post, connections } = await serve(({ text }) => ok(text.slice(text.indexOf('\r\n\r\n') + 4)));
    const bodies = Array.from({ length: 200 }, (_, index) => `body ${String(index)}`);
    const answers = await Promise.all(bodies.map((body) => post(body)));
    expect(answers.map(({ text }) => text)).toEqual(bodies);
    expect(connections()).toBe(4);
  });

  it('opens another connection where the server closes after each answer, or says that it soon will', async () => {
    for (const header of ['connection: close\r\n', 'keep-alive: timeout=1\r\n']) {
      const { post, connections } = await serve(() => ok('x', header));
      for (let index = 0; index < 3; index++) await post('a');
      expect(connections()).toBe(3);
      open.client?.close();
    }
  });

  it('gives up on an answer that does not come in time, or that nobody waits for, and goes on with others', async () => {
    const { post } = await serve(({ text }) =>
      text.endsWith('slow') ? 'HTTP/1.1 200 OK\r\ncontent-length: 9\r\n' : ok('x'),
    );
    await expect(post('slow', { timeoutMs: 50 })).rejects.toThrow('too long');
    const controller = new AbortController();
    const given = post('slow', { signal: controller.signal });
    controller.abort();
    await expect(given).rejects.toThrow('Nobody waits');
    expect(await post('a')).toMatchObject({ text: 'x' });
  });

  it('gives up waiting for a connection when its time is over', async () => {
    const { post } = await serve(() => undefined, { connectionsMax: 1 });
    const first = post('a', { timeoutMs: 300 });
    const second = post('b', { timeoutMs: 50 });
    await expect(second).rejects.toThrow('stayed in use');
    await expect(first).rejects.toThrow('too long');
  });

  it('serves those who wait when a connection is lost', async () => {
    const { post } = await serve(({ number, socket }) => (number === 1 ? void socket.destroy() : ok('x')), {
      connectionsMax: 1,
    });
    const [lost, served] = await Promise.allSettled([post('a'), post('b')]);
    expect(lost.status).toBe('rejected');
    expect(served).toMatchObject({ value: { text: 'x' } });
  });

  it('does not take what is ambiguous, too large or not asked for', async () => {
    const wrong = {
      'two lengths': 'HTTP/1.1 200 OK\r\ncontent-length: 1\r\ncontent-length: 1\r\n\r\nx',
      'bad length': 'HTTP/1.1 200 OK\r\ncontent-length: +1\r\n\r\nx',
      'length and chunks':
        'HTTP/1.1 200 OK\r\ncontent-length: 1\r\ntransfer-encoding: chunked\r\n\r\n1\r\nx\r\n0\r\n\r\n',
      'more than it says': ok('x') + ok('y'),
      'another protocol': 'HTTP/2 200\r\n\r\n',
      'a body that is too large': ok('x'.repeat(100_001)),
      'chunks that are too large': `HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n${'ffff\r\n'.concat('x'.repeat(65_535), '\r\n').repeat(2)}`,
      'headers without an end': `HTTP/1.1 200 OK\r\nx: ${'x'.repeat(70_000)}`,
      'a chunk of no size': 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n',
    };
    for (const [name, bytes] of Object.entries(wrong)) {
      const { post } = await serve(({ number }) => (number === 1 ? bytes : ok('right')));
      await expect(post('a'), name).rejects.toThrow();
      expect(await post('b'), name).toMatchObject({ text: 'right' });
      open.client?.close();
    }
  });

  it('lets no header begin another', async () => {
    const { post } = await serve(({ text }) => ok(/user-agent: .*/.exec(text)?.[0] ?? ''));
    await expect(post('a', { headers: { 'user-agent': 'x\r\nevil: yes' } })).rejects.toThrow('must not');
    expect((await post('a', { headers: { 'user-agent': 'Bücher' } })).text).toBe('user-agent: Bücher');
  });

  it('reads a response however it is cut into pieces, by length, in chunks or to the end', () => {
    const bodies = fc.string({ unit: 'grapheme', maxLength: 300 });
    fc.assert(
      fc.property(
        bodies,
        fc.constantFrom('length', 'chunked', 'end'),
        fc.array(fc.nat(40)),
        fc.nat(),
        (body, kind, sizes, cut) => {
          const bytes = Buffer.from(body);
          const middle = bytes.length === 0 ? 0 : cut % bytes.length;
          const chunks = [bytes.subarray(0, middle), bytes.subarray(middle)].filter(({ length }) => length > 0);
          const wire = Buffer.concat([
            Buffer.from('HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nX: y\r\n'),
            ...(kind === 'length' ? [Buffer.from(`Content-Length: ${String(bytes.length)}\r\n\r\n`), bytes] : []),
            ...(kind === 'end' ? [Buffer.from('\r\n'), bytes] : []),
            ...(kind === 'chunked'
              ? [
                  Buffer.from('Transfer-Encoding: chunked\r\n\r\n'),
                  ...chunks.flatMap((chunk) => [
                    Buffer.from(`${chunk.length.toString(16)};a=b\r\n`),
                    chunk,
                    Buffer.from('\r\n'),
                  ]),
                  Buffer.from(cut % 2 === 0 ? '0\r\n\r\n' : '0\r\ntrailer: x\r\n\r\n'),
                ]
              : []),
          ]);
          const parser = createResponseParser(10_000);
          for (let round = 0; round < (kind === 'end' ? 1 : 2); round++) {
            let at = 0;
            let response;
            for (const size of [...sizes, wire.length]) {
              if (at >= wire.length) break;
              expect(response).toBeUndefined();
              response = parser.push(wire.subarray(at, at + size + 1));
              at += size + 1;
            }
            response ??= parser.end();
            expect(response).toMatchObject({ status: 200, text: body });
          }
        },
      ),
    );
  });
});
