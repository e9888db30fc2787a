import { waitFor } from '@ruzlet/testkit/wait';
import { newId } from '@ruzlet/platform/ids';
import { afterAll, describe, expect, it } from 'vitest';
import { createS3Objects } from '../src/objects/s3-objects.js';
import { s3Config } from './config.js';

const config = s3Config();
const megabyte = 1_000_000;
const minuteMs = 60_000;

describe('S3: signed URLs and large objects', () => {
  const home = newId();
  const objects = createS3Objects({
    url: config.RUZLET_TEST_S3_URL,
    accessKey: config.RUZLET_TEST_S3_ACCESS_KEY,
    secretKey: config.RUZLET_TEST_S3_SECRET_KEY,
    bucket: config.RUZLET_TEST_S3_BUCKET,
  });
  afterAll(async () => {
    await objects.delete(await objects.list(`${home}/`, 100));
    await objects.close();
  });

  it('refuses a URL whose time is over, for reading and for writing', async () => {
    await objects.put(`${home}/short`, Buffer.from('short'), 'text/plain');
    const get = await objects.presignGet(`${home}/short`, { ttlMs: 1_000 });
    const put = await objects.presignPut(`${home}/late`, { contentType: 'text/plain', ttlMs: 1_000 });
    expect((await fetch(get.url)).status).toBe(200);
    await waitFor(async () => (await fetch(get.url)).status === 403, { what: 'the URL to expire' });
    const late = await fetch(put.url, { method: 'PUT', headers: put.headers, body: 'late' });
    expect(late.status).toBe(403);
    expect(await objects.stat(`${home}/late`)).toBeUndefined();
  });

  it('refuses a URL that was signed with another secret', async () => {
    const stranger = createS3Objects({
      url: config.RUZLET_TEST_S3_URL,
      accessKey: config.RUZLET_TEST_S3_ACCESS_KEY,
      secretKey: 'not-the-secret',
      bucket: config.RUZLET_TEST_S3_BUCKET,
    });
    const put = await stranger.presignPut(`${home}/forged`, { contentType: 'text/plain', ttlMs: minuteMs });
    const { status } = await fetch(put.url, { method: 'PUT', headers: put.headers, body: 'forged' });
    expect(status).toBe(403);
    await expect(stranger.put(`${home}/forged`, Buffer.from('x'), 'text/plain')).rejects.toThrow();
    await stranger.close();
  });

  it('tells by stat that an upload has another size than was agreed', async () => {
    const put = await objects.presignPut(`${home}/larger`, { contentType: 'text/plain', ttlMs: minuteMs });
    expect((await fetch(put.url, { method: 'PUT', headers: put.headers, body: 'x'.repeat(5_000) })).status).toBe(200);
    expect(await objects.stat(`${home}/larger`)).toMatchObject({ sizeBytes: 5_000, contentType: 'text/plain' });
  });

  it('keeps what is sent in several parts whole', async () => {
    // Above 64 MiB the client sends parts.
    const body = Buffer.alloc(70 * megabyte, 'part');
    await objects.put(`${home}/large`, body, 'application/octet-stream');
    expect(await objects.stat(`${home}/large`)).toMatchObject({ sizeBytes: body.length });
    expect((await objects.get(`${home}/large`))?.equals(body)).toBe(true);
  });
});
