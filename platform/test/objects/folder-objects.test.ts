import { createServer, request as httpRequest, type Server } from 'node:http';
import { mkdtemp, readdir } from 'node:fs/promises';
import path from 'node:path';
import { testClock } from '@ruzlet/testkit/clock';
import { waitFor } from '@ruzlet/testkit/wait';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createFolderObjects, type FolderObjects } from '../../src/objects/folder-objects.js';
import type { ObjectStore } from '../../src/objects/objects.js';
import { describeObjects } from './objects-contract.js';

interface Served {
  objects: FolderObjects;
  folder: string;
  server: Server;
  port: number;
}

const clock = testClock('2026-01-15T12:00:00Z');

async function serve(options: { uploadBytesMax?: number; clock?: typeof clock } = {}): Promise<Served> {
  const folder = await mkdtemp(path.join(inject('testScratchFolder'), 'objects-'));
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  const objects = createFolderObjects({
    folder,
    baseUrl: `http://127.0.0.1:${port}/objects/`,
    secret: 'secret',
    ...options,
  });
  server.on('request', objects.handler);
  return { objects, folder, server, port };
}

const open: Served[] = [];

describeObjects('folder', async (): Promise<ObjectStore> => {
  const served = await serve();
  open.push(served);
  return served.objects;
});

afterAll(() => {
  for (const { server } of open) {
    server.closeAllConnections();
    server.close();
  }
});

describe('folder objects', () => {
  let served: Served;

  beforeAll(async () => {
    served = await serve({ uploadBytesMax: 1_000, clock });
    open.push(served);
  });

  it('refuses a URL whose time is over', async () => {
    const { objects } = served;
    await objects.put('a/b', Buffer.from('x'), 'text/plain');
    const { url } = await objects.presignGet('a/b', { ttlMs: 5_000 });
    clock.advance(4_999);
    expect((await fetch(url)).status).toBe(200);
    clock.advance(1);
    expect((await fetch(url)).status).toBe(403);
  });

  it('refuses an upload that is too large, announced or not, and keeps nothing of it', async () => {
    const { objects, folder } = served;
    const { url, headers } = await objects.presignPut('large', { contentType: 'text/plain', ttlMs: 60_000 });
    expect((await fetch(url, { method: 'PUT', headers, body: 'x'.repeat(1_001) })).status).toBe(413);
    const unannounced = new ReadableStream({
      start: (controller) => {
        controller.enqueue(new TextEncoder().encode('x'.repeat(1_001)));
        controller.close();
      },
    });
    const init: RequestInit & { duplex: 'half' } = { method: 'PUT', headers, body: unannounced, duplex: 'half' };
    expect((await fetch(url, init)).status).toBe(413);
    expect(await objects.stat('large')).toBeUndefined();
    expect(await readdir(path.join(folder, '~drafts'))).toEqual([]);
    expect((await fetch(url, { method: 'PUT', headers, body: 'x'.repeat(1_000) })).status).toBe(200);
  });

  it('keeps nothing of an upload that breaks off', async () => {
    const { objects, folder, port } = served;
    const { url, headers } = await objects.presignPut('broken', { contentType: 'text/plain', ttlMs: 60_000 });
    const { pathname, search } = new URL(url);
    const request = httpRequest({
      port,
      host: '127.0.0.1',
      method: 'PUT',
      path: `${pathname}${search}`,
      headers: { ...headers, 'content-length': 100 },
    });
    request.on('error', () => undefined);
    request.write('only a part');
    await waitFor(async () => (await readdir(path.join(folder, '~drafts'))).length > 0, {
      what: 'the upload to begin',
    });
    request.destroy();
    await waitFor(async () => (await readdir(path.join(folder, '~drafts'))).length === 0, {
      what: 'the draft to be removed',
    });
    expect(await objects.stat('broken')).toBeUndefined();
  });

  it('refuses an upload of another type than was signed', async () => {
    const { url } = await served.objects.presignPut('typed', { contentType: 'image/png', ttlMs: 60_000 });
    expect((await fetch(url, { method: 'PUT', headers: { 'content-type': 'text/html' }, body: 'x' })).status).toBe(403);
    expect(await served.objects.stat('typed')).toBeUndefined();
  });

  it('never lets a browser run what was uploaded', async () => {
    await served.objects.put('page.html', Buffer.from('<script>'), 'text/html');
    const { url } = await served.objects.presignGet('page.html', { ttlMs: 60_000 });
    const response = await fetch(url);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('content-security-policy')).toContain('sandbox');
  });

  it('answers preflights and HEAD, and knows no other paths', async () => {
    const { objects, port } = served;
    await objects.put('headed', Buffer.from('12345'), 'text/plain');
    const { url } = await objects.presignGet('headed', { ttlMs: 60_000 });
    const head = await fetch(url, { method: 'HEAD' });
    expect([head.status, head.headers.get('content-length')]).toEqual([200, '5']);
    const preflight = await fetch(url, { method: 'OPTIONS' });
    expect([preflight.status, preflight.headers.get('access-control-allow-methods')]).toEqual([204, 'GET, HEAD, PUT']);
    for (const where of [
      '/',
      '/objects',
      '/objects/',
      '/elsewhere/headed',
      '/objects/..%2fheaded',
      '/objects/~drafts/x',
    ]) {
      expect((await fetch(`http://127.0.0.1:${port}${where}`)).status, where).toBe(404);
    }
  });

  it('does not honour the URLs of another secret', async () => {
    const { folder, port } = served;
    const stranger = createFolderObjects({
      folder,
      baseUrl: `http://127.0.0.1:${port}/objects`,
      secret: 'guessed',
      clock,
    });
    await stranger.put('secret', Buffer.from('x'), 'text/plain');
    expect((await fetch((await stranger.presignGet('secret', { ttlMs: 60_000 })).url)).status).toBe(403);
  });
});
