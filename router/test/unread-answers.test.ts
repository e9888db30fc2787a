import type { ServerResponse } from 'node:http';
import { connect, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { listen } from '@ruzlet/platform/http/run-service';
import { waitFor } from '@ruzlet/testkit/wait';
import { serveRouter } from './serve.js';

/** More than systems take on loopback for a client that does not read (characters). */
const answerCharacters = 16_000_000;

describe('an answer that its client does not read', () => {
  const closing: (() => Promise<unknown>)[] = [];
  const sockets: Socket[] = [];
  afterEach(async () => {
    for (const socket of sockets.splice(0)) socket.destroy();
    for (const close of closing.splice(0)) await close();
  });

  async function open(load: { unreadBytesMax?: number; unreadTimeoutMs?: number }) {
    const typeDefs = 'type Query { word: String large: String }';
    const resolvers = { Query: { word: () => 'w', large: () => 'x'.repeat(answerCharacters) } };
    const served = await serveRouter({ a: { typeDefs, resolvers } }, { load });
    const responses: ServerResponse[] = [];
    const door = await listen(
      (request, response) => {
        responses.push(response);
        served.router.handler(request, response);
      },
      { port: 0, host: '127.0.0.1', what: 'router' },
    );
    closing.push(door.close, () => served.close());
    return {
      responses,
      word: () => served.post({ query: '{ word }' }),
      shed: async () => {
        const text = await (await fetch(new URL('/metrics', served.url))).text();
        return Number(/shed_total\{why="unread"[^}]*\} (\d+)/.exec(text)?.[1] ?? 0);
      },
      /** Asks, and reads nothing. */
      ask: async (): Promise<ServerResponse> => {
        const socket = connect(door.port, '127.0.0.1').pause();
        sockets.push(socket);
        const body = '{"query":"{ large }"}';
        socket.write(
          `POST /graphql HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: ${String(body.length)}\r\n\r\n${body}`,
        );
        const index = sockets.length - 1;
        return waitFor(() => (responses[index]?.writableEnded === true ? responses[index] : undefined), {
          what: 'the answer',
        });
      },
    };
  }

  it('is given up when others come and it has waited longest, and they are answered', async () => {
    const { ask, word, shed } = await open({ unreadBytesMax: 1.5 * answerCharacters });
    const first = await ask();
    const second = await ask();
    await waitFor(() => first.destroyed, { what: 'the end of the first' });
    expect([second.destroyed, await shed()]).toEqual([false, 1]);
    expect((await word()).body).toEqual({ data: { word: 'w' } });
  });

  it('is given up after its time', async () => {
    const { ask, shed } = await open({ unreadTimeoutMs: 200 });
    const answer = await ask();
    await waitFor(() => answer.destroyed, { what: 'the end' });
    expect(await shed()).toBe(1);
  });

  it('comes whole when it is read, however late', async () => {
    const { ask, shed } = await open({});
    await ask();
    let characters = 0;
    sockets[0]?.on('data', (chunk: Buffer) => (characters += chunk.length)).resume();
    await waitFor(() => characters > answerCharacters, { what: 'the answer' });
    expect(await shed()).toBe(0);
  });
});
