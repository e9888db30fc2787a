import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RuzletClient } from '../src/client.js';
import { DeckChangedDocument } from '../src/generated/operations.js';
import { createMemoryTokenStore } from '../src/session.js';

const tokens = (name: string) => ({
  accessToken: `access-${name}`,
  refreshToken: `refresh-${name}`,
  expiresAt: new Date(Date.now() + 900_000).toISOString(),
});

const change = (kind: string) => ({ data: { deckChanged: { kind } } });
const refusal = (code: string) => ({ errors: [{ message: code, extensions: { code } }] });

/** A server that answers each subscription with the next script; `cut` ends it without being complete. */
type Script = (object | 'complete' | 'cut' | 'open')[];

describe('subscriptions of the client', () => {
  let server: Server;
  let url: string;
  let scripts: Script[];
  let authorizations: (string | undefined)[];
  let streams: ServerResponse[];

  beforeEach(async () => {
    scripts = [];
    authorizations = [];
    streams = [];
    server = createServer((request, response) => {
      if (request.headers.accept !== 'text/event-stream') {
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify({ data: { refreshSession: { ...tokens('new'), user: null } } }));
        return;
      }
      authorizations.push(request.headers.authorization);
      streams.push(response);
      response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
      response.write(':\n\n');
      for (const step of scripts.shift() ?? ['complete']) {
        if (step === 'complete') response.end('event: complete\ndata:\n\n');
        else if (step === 'cut') response.destroy();
        else if (step !== 'open') response.write(`event: next\ndata: ${JSON.stringify(step)}\n\n`);
      }
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/graphql`;
  });
  afterEach(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  async function kindsOf(client: RuzletClient, why: string[] = []): Promise<string[]> {
    const kinds: string[] = [];
    const onInterruption = ({ code }: { code: string }) => why.push(code);
    for await (const { data } of client.subscribe(DeckChangedDocument, { id: 'deck' }, { onInterruption })) {
      kinds.push(data.deckChanged.kind);
    }
    return kinds;
  }

  it('opens a stream again that was cut off or fell behind, and says so', async () => {
    scripts = [
      [change('CURRENT'), change('UPDATED'), refusal('EVENTS_MISSED'), 'complete'],
      [change('CURRENT'), 'complete'],
    ];
    const why: string[] = [];
    expect(await kindsOf(new RuzletClient({ url }), why)).toEqual(['CURRENT', 'UPDATED', 'CURRENT']);
    expect(why).toEqual(['EVENTS_MISSED']);
  });

  it('renews the token when the stream ended with it', async () => {
    const store = createMemoryTokenStore();
    await store.save(tokens('old'));
    scripts = [
      [change('CURRENT'), refusal('UNAUTHENTICATED'), 'complete'],
      [change('CURRENT'), 'complete'],
    ];
    expect(await kindsOf(new RuzletClient({ url, tokens: store }))).toEqual(['CURRENT', 'CURRENT']);
    expect(authorizations).toEqual(['Bearer access-old', 'Bearer access-new']);
  });

  it('throws what the server refuses for good', async () => {
    scripts = [[refusal('NOT_FOUND'), 'complete']];
    await expect(kindsOf(new RuzletClient({ url }))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(authorizations).toHaveLength(1);
  });

  it('ends when its signal aborts, also while it waits', async () => {
    scripts = [[change('CURRENT'), 'open']];
    const leaving = new AbortController();
    const messages = new RuzletClient({ url }).subscribe(
      DeckChangedDocument,
      { id: 'deck' },
      { signal: leaving.signal },
    );
    expect((await messages.next()).value?.data.deckChanged.kind).toBe('CURRENT');
    const waiting = messages.next();
    const gone = new Promise((resolve) => streams[0]?.once('close', resolve));
    leaving.abort();
    expect(await waiting).toEqual({ done: true, value: undefined });
    await gone;
  });
});
