import { beforeAll, describe, expect, it } from 'vitest';
import { runningTopology } from './config.js';
import { ask, must, newLearner, type Learner } from './learner.js';
import { greyPng } from './picture.js';

const { url } = runningTopology();
const bytesMax = 5_000_000;

interface Ticket {
  uploadId: string;
  method: string;
  url: string;
  headers: { name: string; value: string }[];
}

describe('uploads, from the graph through S3 and back', () => {
  const picture = greyPng(64);
  let learner: Learner;
  beforeAll(async () => {
    learner = await newLearner(url, 1);
  });

  async function ticketFor(contentType: string, sizeBytes: number): Promise<Ticket> {
    const mutation = `mutation ($input: UploadRequestInput!) {
      requestAvatarUpload(input: $input) { uploadId method url headers { name value } } }`;
    return (await must(url, mutation, { input: { contentType, sizeBytes } }, learner.token)).requestAvatarUpload;
  }

  async function send({ url: to, method, headers }: Ticket, body: Buffer, other: Record<string, string> = {}) {
    const named = Object.fromEntries(headers.map(({ name, value }) => [name, value]));
    return (await fetch(to, { method, headers: { ...named, ...other }, body: new Uint8Array(body) })).status;
  }

  async function confirm({ uploadId }: Ticket) {
    const mutation = 'mutation ($id: ID!) { setAvatar(uploadId: $id) { avatarUrl(size: LARGE) } }';
    return ask(url, mutation, { id: uploadId }, learner.token);
  }

  async function refusal(ticket: Ticket): Promise<string | undefined> {
    const { errors } = await confirm(ticket);
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    return errors?.[0]?.message;
  }

  it('take a picture by a signed URL and give it back by another, to be had by nobody without', async () => {
    const ticket = await ticketFor('image/png', picture.byteLength);
    expect(await send(ticket, picture)).toBe(200);
    const { data, errors } = await confirm(ticket);
    expect(errors).toBeUndefined();
    const given = String(data?.setAvatar.avatarUrl);
    const answer = await fetch(given);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/webp']);
    expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(20);

    const unsigned = new URL(given);
    unsigned.search = '';
    expect((await fetch(unsigned)).status).toBe(403);
    const tampered = new URL(given);
    tampered.pathname = tampered.pathname.replace(learner.id, '0'.repeat(learner.id.length));
    expect((await fetch(tampered)).status).toBe(403);
  });

  it('refuse at the door what was signed for something else', async () => {
    const ticket = await ticketFor('image/png', picture.byteLength);
    const [signature] = /(?<=X-Amz-Signature=)[0-9a-f]+/.exec(ticket.url) ?? [];
    const forged = ticket.url.replace(signature ?? '', 'f'.repeat(64));
    expect(forged).not.toBe(ticket.url);
    expect(await send({ ...ticket, url: forged }, picture)).toBe(403);
    const longer = new URL(ticket.url);
    longer.searchParams.set('X-Amz-Expires', '604800');
    expect(await send({ ...ticket, url: longer.href }, picture)).toBe(403);
    expect(await send({ ...ticket, method: 'DELETE' }, Buffer.alloc(0))).toBe(403);
  });

  it('refuse at confirmation what has another size or type than was announced, or has not come', async () => {
    const absent = await ticketFor('image/png', picture.byteLength);
    await refusal(absent);

    const larger = await ticketFor('image/png', picture.byteLength - 1);
    expect(await send(larger, picture)).toBe(200);
    await refusal(larger);

    const other = await ticketFor('image/png', picture.byteLength);
    // A presigned URL of S3 leaves the type open; where a server minds, the better.
    if ((await send(other, picture, { 'content-type': 'text/html' })) === 200) await refusal(other);

    const disguised = await ticketFor('image/jpeg', picture.byteLength);
    expect(await send(disguised, picture)).toBe(200);
    await refusal(disguised);
  });

  it('refuse what is too large before a URL is signed', async () => {
    const input = { contentType: 'image/png', sizeBytes: bytesMax + 1 };
    const mutation = 'mutation ($input: UploadRequestInput!) { requestAvatarUpload(input: $input) { uploadId } }';
    const { errors } = await ask(url, mutation, { input }, learner.token);
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });
});
