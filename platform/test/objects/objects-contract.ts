import { createHash, randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ObjectStore, PresignedRequest } from '../../src/objects/objects.js';

const minuteMs = 60_000;

/** What every object store promises. */
export function describeObjects(driver: string, open: () => Promise<ObjectStore>): void {
  describe(`objects: ${driver}`, () => {
    let objects: ObjectStore;
    /** Of this test alone: the store may hold other things. */
    let home: string;

    beforeAll(async () => {
      objects = await open();
    });

    beforeEach(() => {
      home = `contract/${randomUUID()}`;
    });

    afterAll(async () => {
      await objects.close();
    });

    const send = async (request: PresignedRequest, init: RequestInit = {}): Promise<Response> =>
      fetch(request.url, { method: request.method, headers: request.headers, ...init });

    it('is ready', async () => {
      expect(await objects.ready()).toBe(true);
    });

    it('keeps bytes, size, type and MD5', async () => {
      for (const body of [Buffer.alloc(0), Buffer.from('слово\0\r\n'), Buffer.alloc(300_000, 7)]) {
        await objects.put(`${home}/word.bin`, body, 'audio/mpeg');
        expect((await objects.get(`${home}/word.bin`))?.equals(body)).toBe(true);
        expect(await objects.stat(`${home}/word.bin`)).toEqual({
          sizeBytes: body.byteLength,
          contentType: 'audio/mpeg',
          etag: createHash('md5').update(body).digest('hex'),
        });
      }
    });

    it('knows what is absent', async () => {
      expect(await objects.get(`${home}/absent`)).toBeUndefined();
      expect(await objects.stat(`${home}/absent`)).toBeUndefined();
      await objects.put(`${home}/file`, Buffer.from('x'), 'text/plain');
      expect(await objects.stat(`${home}/file/below`)).toBeUndefined();
      expect(await objects.stat(home)).toBeUndefined();
    });

    it('lists keys below a prefix, sorted and at most so many', async () => {
      const keys = ['a/1', 'a/2', 'ab', 'b'].map((name) => `${home}/${name}`);
      for (const key of keys) await objects.put(key, Buffer.from('x'), 'text/plain');
      expect(await objects.list(`${home}/`, 100)).toEqual(keys);
      expect(await objects.list(`${home}/a`, 100)).toEqual(keys.slice(0, 3));
      expect(await objects.list(`${home}/a/`, 100)).toEqual(keys.slice(0, 2));
      expect(await objects.list(`${home}/`, 3)).toEqual(keys.slice(0, 3));
      expect(await objects.list(`${home}/absent/`, 100)).toEqual([]);
    });

    it('deletes many at once, absent ones too, and none', async () => {
      await objects.put(`${home}/1`, Buffer.from('x'), 'text/plain');
      await objects.put(`${home}/2`, Buffer.from('x'), 'text/plain');
      await objects.delete([`${home}/1`, `${home}/2`, `${home}/absent`]);
      await objects.delete([]);
      expect(await objects.list(`${home}/`, 100)).toEqual([]);
    });

    it('streams what is too large to be held, and tells its size', async () => {
      const chunk = Buffer.alloc(64_000, 'стриж');
      const chunks = 150;
      const key = `${home}/large`;
      const sizeBytes = await objects.putStream(
        key,
        Readable.from(Array.from({ length: chunks }, () => chunk)),
        'application/zip',
      );
      expect(sizeBytes).toBe(chunk.byteLength * chunks);
      expect(await objects.stat(key)).toMatchObject({ sizeBytes, contentType: 'application/zip' });
      const stream = await objects.getStream(key);
      const hash = createHash('md5');
      for await (const piece of stream ?? []) hash.update(piece);
      const expected = createHash('md5');
      for (let index = 0; index < chunks; index += 1) expected.update(chunk);
      expect(hash.digest('hex')).toBe(expected.digest('hex'));
      expect(await objects.getStream(`${home}/absent`)).toBeUndefined();
    });

    it('keeps nothing of a stream that breaks off', async () => {
      const key = `${home}/broken`;
      async function* breaking() {
        yield await Promise.resolve(Buffer.alloc(1_000));
        throw new Error('the source went away');
      }
      await expect(objects.putStream(key, Readable.from(breaking()), 'text/plain')).rejects.toThrow();
      expect(await objects.stat(key)).toBeUndefined();
    });

    it('gives the same URL for the same time of signing, so that caches can keep what it leads to', async () => {
      const signedAt = new Date(Math.floor(Date.now() / minuteMs) * minuteMs);
      const sign = async () => (await objects.presignGet(`${home}/word`, { ttlMs: 10 * minuteMs, signedAt })).url;
      expect(await sign()).toBe(await sign());
    });

    it('keeps the last of many writes to one key whole', async () => {
      const bodies = Array.from({ length: 8 }, (_, index) => Buffer.alloc(50_000, index));
      await Promise.all(bodies.map((body) => objects.put(`${home}/contested`, body, 'text/plain')));
      const kept = await objects.get(`${home}/contested`);
      expect(bodies.some((body) => kept?.equals(body))).toBe(true);
    });

    it.each([
      '',
      '/a',
      'a/',
      'a//b',
      '../a',
      'a/../b',
      'a/./b',
      '.hidden',
      'a b',
      'a\\b',
      'ключ',
      'a~',
      'a%2fb',
      'x'.repeat(513),
    ])('refuses the key %j everywhere', async (key) => {
      await expect(objects.put(key, Buffer.from('x'), 'text/plain')).rejects.toThrow(RangeError);
      await expect(objects.get(key)).rejects.toThrow(RangeError);
      await expect(objects.stat(key)).rejects.toThrow(RangeError);
      await expect(objects.delete([key])).rejects.toThrow(RangeError);
      await expect(objects.presignPut(key, { contentType: 'text/plain', ttlMs: minuteMs })).rejects.toThrow(RangeError);
      await expect(objects.presignGet(key, { ttlMs: minuteMs })).rejects.toThrow(RangeError);
    });

    it('takes an upload by signed URL and gives it back by another', async () => {
      const key = `${home}/upload.png`;
      const body = Buffer.from('not really a picture');
      const put = await objects.presignPut(key, { contentType: 'image/png', ttlMs: minuteMs });
      expect(put.method).toBe('PUT');
      expect(put.expiresAt.getTime()).toBeGreaterThan(Date.now());
      expect((await send(put, { body })).status).toBe(200);
      expect(await objects.stat(key)).toMatchObject({ sizeBytes: body.byteLength, contentType: 'image/png' });

      const got = await send(await objects.presignGet(key, { ttlMs: minuteMs, fileName: 'Мой "файл".png' }));
      expect(got.status).toBe(200);
      expect(got.headers.get('content-type')).toBe('image/png');
      expect(got.headers.get('content-disposition')).toContain(
        `filename*=UTF-8''${encodeURIComponent('Мой "файл".png')}`,
      );
      expect(Buffer.from(await got.arrayBuffer()).equals(body)).toBe(true);
    });

    it('gives a part of an object to who asks for it', async () => {
      await objects.put(`${home}/sound`, Buffer.from('0123456789'), 'audio/mpeg');
      const get = await objects.presignGet(`${home}/sound`, { ttlMs: minuteMs });
      const part = await send(get, { headers: { range: 'bytes=2-5' } });
      expect([part.status, part.headers.get('content-range'), await part.text()]).toEqual([
        206,
        'bytes 2-5/10',
        '2345',
      ]);
      const tail = await send(get, { headers: { range: 'bytes=-3' } });
      expect([tail.status, await tail.text()]).toEqual([206, '789']);
      expect((await send(get, { headers: { range: 'bytes=10-' } })).status).toBe(416);
    });

    it('refuses a signed URL that was changed, or is used for another method or object', async () => {
      await objects.put(`${home}/mine`, Buffer.from('mine'), 'text/plain');
      await objects.put(`${home}/other`, Buffer.from('other'), 'text/plain');
      const get = await objects.presignGet(`${home}/mine`, { ttlMs: minuteMs });
      const put = await objects.presignPut(`${home}/mine`, { contentType: 'text/plain', ttlMs: minuteMs });
      const changed: [string, RequestInit][] = [
        [get.url.replace('/mine', '/other'), {}],
        [get.url.replace(/(xpires=)(\d+)/, '$199$2'), {}],
        [
          get.url.replace(/(ignature=)(.)/, (_, name: string, first: string) => `${name}${first === '1' ? '2' : '1'}`),
          {},
        ],
        [get.url.split('?')[0] ?? '', {}],
        [get.url, { method: 'PUT', body: 'overwritten', headers: { 'content-type': 'text/plain' } }],
        [put.url.replace('/mine', '/other'), { method: 'PUT', body: 'overwritten', headers: put.headers }],
        [put.url, { method: 'GET' }],
        [put.url, { method: 'DELETE' }],
      ];
      for (const [url, init] of changed) {
        const { status } = await fetch(url, init);
        expect([400, 403], `${init.method ?? 'GET'} ${url}`).toContain(status);
      }
      expect((await objects.get(`${home}/mine`))?.toString()).toBe('mine');
      expect((await objects.get(`${home}/other`))?.toString()).toBe('other');
    });

    it('tells by stat, at the latest, that an upload has another type than was agreed', async () => {
      const put = await objects.presignPut(`${home}/liar`, { contentType: 'image/png', ttlMs: minuteMs });
      const { status } = await send(put, { body: '<script>', headers: { 'content-type': 'text/html' } });
      const stat = await objects.stat(`${home}/liar`);
      expect(status === 403 ? stat : stat?.contentType).toBe(status === 403 ? undefined : 'text/html');
    });
  });
}
