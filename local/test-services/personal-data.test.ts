import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '@ruzlet/platform/ids';
import type { ObjectStore } from '@ruzlet/platform/objects/objects';
import { createS3Objects } from '@ruzlet/platform/objects/s3-objects';
import { waitFor } from '@ruzlet/testkit/wait';
import { unzip } from '../test/unzip.js';
import { processOf, runningTopology } from './config.js';
import { ask, must, newLearner, password, type Learner } from './learner.js';
import { greyPng } from './picture.js';

const topology = runningTopology();
const { url } = topology;
const patience = { timeoutMs: 60_000 };

/** The whole way over Kafka and S3; that everything goes from every table is shown on one machine, where all stores are open. */
describe('the data of a user, over the processes of compose.yaml', () => {
  let objects: ObjectStore;
  let learner: Learner;
  beforeAll(async () => {
    const { env } = processOf(topology, 'users');
    objects = createS3Objects({
      url: env.S3_URL ?? '',
      accessKey: env.S3_ACCESS_KEY ?? '',
      secretKey: env.S3_SECRET_KEY ?? '',
      bucket: env.S3_BUCKET ?? 'ruzlet',
    });
    learner = await newLearner(url, 3);
  });
  afterAll(() => objects.close());

  const keysOf = async (prefix: string) => (await objects.list(prefix, 100)).sort();

  it('comes as one archive from S3, and leaves S3 with the account', async () => {
    // A picture, in three sizes.
    const picture = greyPng(64);
    const request = `mutation ($input: UploadRequestInput!) {
      requestAvatarUpload(input: $input) { uploadId method url headers { name value } } }`;
    const input = { contentType: 'image/png', sizeBytes: picture.byteLength };
    const { requestAvatarUpload: ticket } = await must(url, request, { input }, learner.token);
    const headers = Object.fromEntries(
      ticket.headers.map(({ name, value }: { name: string; value: string }) => [name, value]),
    );
    await fetch(ticket.url, { method: ticket.method, headers, body: new Uint8Array(picture) });
    const confirm = `mutation ($id: ID!) { setAvatar(uploadId: $id) { avatarUrl } }`;
    const { setAvatar } = await must(url, confirm, { id: ticket.uploadId }, learner.token);
    expect((await fetch(setAvatar.avatarUrl)).status).toBe(200);
    const avatars = `avatars/${learner.id}/`;
    expect(await keysOf(avatars)).toHaveLength(3);

    // The copy: every domain has written its part into S3, and auth one archive of them.
    const { requestDataExport } = await must(url, `mutation { requestDataExport { id } }`, {}, learner.token);
    const exportId = String(requestDataExport.id);
    const read = `query ($id: ID!) { dataExport(id: $id) { state url sizeBytes } }`;
    const ready = await waitFor(
      async () => {
        const { dataExport } = await must(url, read, { id: exportId }, learner.token);
        return dataExport.state === 'READY' && dataExport;
      },
      { ...patience, what: 'the export' },
    );
    expect(await keysOf(`exports/${exportId}/`)).not.toEqual([]);
    const archive = Buffer.from(await (await fetch(ready.url)).arrayBuffer());
    expect(archive.byteLength).toBe(ready.sizeBytes);
    const files = await unzip(archive);
    const rows = (name: string) => JSON.parse(files.get(name)?.toString() ?? 'null');
    expect(rows('auth/accounts.json')).toMatchObject([{ id: learner.id, email: learner.email }]);
    expect(rows('users/profiles.json')).toHaveLength(1);
    expect(rows('decks/cards.json')).toHaveLength(3);
    expect(files.get('users/avatar.webp')?.subarray(8, 12).toString('latin1')).toBe('WEBP');
    const unsigned = new URL(ready.url);
    unsigned.search = '';
    expect((await fetch(unsigned)).status).toBe(403);

    // The end: all domains report, over Kafka, and nothing of the learner lies in S3.
    const receiptId = newId();
    const remove = `mutation ($password: String, $receiptId: ID) { deleteAccount(password: $password, receiptId: $receiptId) }`;
    await must(url, remove, { password, receiptId }, learner.token);
    const report = `query ($id: ID!) { deletionReport(receiptId: $id) {
      state waitingFor domains { domain filesDeleted erased { kind count } } } }`;
    const { domains } = await waitFor(
      async () => {
        const { deletionReport } = await must(url, report, { id: receiptId });
        return deletionReport.state === 'ERASED' && deletionReport;
      },
      { ...patience, what: 'the erasure' },
    );
    const of = (domain: string) => domains.find((one: { domain: string }) => one.domain === domain);
    expect(of('users').filesDeleted).toBe(3);
    expect(of('decks').erased).toEqual(expect.arrayContaining([{ kind: 'cards', count: 3 }]));
    expect(await keysOf(avatars)).toEqual([]);
    expect(await keysOf(`exports/${exportId}/`)).toEqual([]);
    expect((await fetch(setAvatar.avatarUrl)).status).toBe(404);
    expect((await fetch(ready.url)).status).toBe(404);
    // The router's list of ended sessions is two seconds old at most: the erasure may be quicker.
    await waitFor(
      async () =>
        (await ask(url, `{ me { id } }`, {}, learner.token)).errors?.[0]?.extensions.code === 'UNAUTHENTICATED',
      { what: 'the end of the session at the router' },
    );
  }, 180_000);
});
