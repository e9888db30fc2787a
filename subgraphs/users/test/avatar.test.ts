import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import sharp from 'sharp';
import { newId } from '@ruzlet/platform/ids';
import { testClock } from '@ruzlet/testkit/clock';
import { waitFor } from '@ruzlet/testkit/wait';
import { sweepUploads } from '../src/services/sweep-uploads.js';
import { usersFixture, type UsersFixture } from './fixture.js';

const requestUpload = /* GraphQL */ `
  mutation ($input: UploadRequestInput!) {
    requestAvatarUpload(input: $input) {
      uploadId
      method
      url
      headers {
        name
        value
      }
      expiresAt
      maxBytes
    }
  }
`;
const setAvatar = /* GraphQL */ `
  mutation ($id: ID!) {
    setAvatar(uploadId: $id) {
      small: avatarUrl(size: SMALL)
      avatarUrl
      large: avatarUrl(size: LARGE)
    }
  }
`;

const canvas = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: { r: 200, g: 30, b: 60 } } });

describe('pictures of users', () => {
  let fixture: UsersFixture;
  const clock = testClock(new Date());

  beforeAll(async () => {
    fixture = await usersFixture(clock);
  });
  afterAll(async () => {
    await fixture.close();
  });

  async function upload(token: string, bytes: Buffer, contentType: string, sizeBytes = bytes.byteLength) {
    const { data, errors } = await fixture.send(requestUpload, { input: { contentType, sizeBytes } }, token);
    expect(errors).toEqual([]);
    const ticket = data.requestAvatarUpload;
    const headers = Object.fromEntries(
      ticket.headers.map(({ name, value }: { name: string; value: string }) => [name, value]),
    );
    const { status } = await fetch(ticket.url, { method: ticket.method, headers, body: new Uint8Array(bytes) });
    expect(status).toBe(200);
    return String(ticket.uploadId);
  }

  it('keeps three upright squares, and nothing else of the file', async () => {
    const person = await fixture.person();
    const jpeg = await canvas(900, 600)
      .jpeg()
      .withExif({ IFD0: { Copyright: 'Secret street 5', Orientation: '6' }, IFD3: { GPSLatitude: '51/1 30/1 0/1' } })
      .toBuffer();
    expect(jpeg.includes('Secret street 5')).toBe(true);
    const id = await upload(person.token, jpeg, 'image/jpeg');
    const { data, errors } = await fixture.send(setAvatar, { id }, person.token);
    expect(errors).toEqual([]);
    for (const [url, side] of [
      [data.setAvatar.small, 64],
      [data.setAvatar.avatarUrl, 256],
      [data.setAvatar.large, 512],
    ]) {
      const response = await fetch(url);
      expect(response.headers.get('content-type')).toBe('image/webp');
      const bytes = Buffer.from(await response.arrayBuffer());
      const metadata = await sharp(bytes).metadata();
      expect(metadata).toMatchObject({ format: 'webp', width: side, height: side });
      expect([metadata.exif, metadata.icc, metadata.xmp, metadata.orientation]).toEqual([
        undefined,
        undefined,
        undefined,
        undefined,
      ]);
      expect(bytes.includes('Secret street 5')).toBe(false);
    }
    // The upload itself is gone; the event tells of the picture.
    expect(await fixture.objects.list('uploads/', 10)).toEqual([]);
    const event = await waitFor(() =>
      fixture.events.find((one) => one.type === 'ruzlet.user.profile.updated.v1' && one.data.userId === person.id),
    );
    expect(event.data).toMatchObject({ avatarKey: `avatars/${person.id}/${id}-large.webp` });
  });

  it.each(['png', 'webp', 'gif', 'avif'] as const)('takes %s', async (format) => {
    const person = await fixture.person();
    const id = await upload(person.token, await canvas(40, 90).toFormat(format).toBuffer(), `image/${format}`);
    const { errors } = await fixture.send(setAvatar, { id }, person.token);
    expect(errors).toEqual([]);
  });

  it('replaces a picture and removes it, with its objects; confirming twice changes nothing', async () => {
    const person = await fixture.person();
    const png = await canvas(100, 100).png().toBuffer();
    const first = await upload(person.token, png, 'image/png');
    await fixture.send(setAvatar, { id: first }, person.token);
    expect((await fixture.send(setAvatar, { id: first }, person.token)).errors).toEqual([]);
    const second = await upload(person.token, png, 'image/png');
    await fixture.send(setAvatar, { id: second }, person.token);
    const keys = await fixture.objects.list(`avatars/${person.id}/`, 10);
    expect(keys).toHaveLength(3);
    expect(keys.every((key) => key.includes(second))).toBe(true);
    const { data } = await fixture.send('mutation { removeAvatar { avatarUrl } }', {}, person.token);
    expect(data.removeAvatar.avatarUrl).toBeNull();
    expect(await fixture.objects.list(`avatars/${person.id}/`, 10)).toEqual([]);
  });

  it.each<[string, () => Promise<Buffer> | Buffer, string]>([
    ['a text that calls itself a picture', () => Buffer.from('<html><script>alert(1)</script></html>'), 'image/png'],
    [
      'an SVG, which could name other files',
      () =>
        Buffer.from(
          '<svg xmlns="http://www.w3.org/2000/svg" width="99" height="99"><rect width="9" height="9"/></svg>',
        ),
      'image/png',
    ],
    ['a PNG that was announced as JPEG', () => canvas(50, 50).png().toBuffer(), 'image/jpeg'],
    ['a TIFF', () => canvas(50, 50).tiff().toBuffer(), 'image/png'],
    ['half a picture', async () => (await canvas(300, 300).jpeg().toBuffer()).subarray(0, 700), 'image/jpeg'],
    ['what is too small to be anybody', () => canvas(3, 300).png().toBuffer(), 'image/png'],
    // 52 megapixels in some kilobytes: more than is decoded.
    ['a bomb', () => canvas(7_200, 7_200).png({ compressionLevel: 9 }).toBuffer(), 'image/png'],
  ])('refuses %s, and deletes it', async (_what, bytes, contentType) => {
    const person = await fixture.person();
    const id = await upload(person.token, await bytes(), contentType);
    const { code, errors } = await fixture.send(setAvatar, { id }, person.token);
    expect(code).toBe('BAD_USER_INPUT');
    expect(errors[0]?.extensions).toMatchObject({ issues: [{ path: ['uploadId'] }] });
    expect(await fixture.objects.list('uploads/', 10)).toEqual([]);
    expect((await fixture.send(setAvatar, { id }, person.token)).code).toBe('NOT_FOUND');
  });

  it('refuses a file of another size than was announced, one that has not arrived, and one of somebody else', async () => {
    const [anna, boris] = [await fixture.person(), await fixture.person()];
    const png = await canvas(100, 100).png().toBuffer();
    const larger = await upload(anna.token, png, 'image/png', png.byteLength - 1);
    expect((await fixture.send(setAvatar, { id: larger }, anna.token)).code).toBe('BAD_USER_INPUT');
    const { data } = await fixture.send(
      requestUpload,
      { input: { contentType: 'image/png', sizeBytes: 9 } },
      anna.token,
    );
    const absent = data.requestAvatarUpload.uploadId;
    expect((await fixture.send(setAvatar, { id: absent }, anna.token)).code).toBe('BAD_USER_INPUT');
    const hers = await upload(anna.token, png, 'image/png');
    expect((await fixture.send(setAvatar, { id: hers }, boris.token)).code).toBe('NOT_FOUND');
    expect((await fixture.send(setAvatar, { id: newId() }, anna.token)).code).toBe('NOT_FOUND');
  });

  it.each([
    [{ contentType: 'image/svg+xml', sizeBytes: 10 }, 'contentType'],
    [{ contentType: 'image/png', sizeBytes: 0 }, 'sizeBytes'],
    [{ contentType: 'image/png', sizeBytes: 5_000_001 }, 'sizeBytes'],
  ])('does not even begin with %j', async (input, field) => {
    const { token } = await fixture.person();
    const { code, errors } = await fixture.send(requestUpload, { input }, token);
    expect(code).toBe('BAD_USER_INPUT');
    expect(errors[0]?.extensions).toMatchObject({ issues: [{ path: ['input', field] }] });
  });

  it('lets ten uploads be open, and removes those that nobody confirmed', async () => {
    const { token } = await fixture.person();
    const png = await canvas(20, 20).png().toBuffer();
    for (let index = 0; index < 10; index += 1) await upload(token, png, 'image/png');
    const { code, errors } = await fixture.send(
      requestUpload,
      { input: { contentType: 'image/png', sizeBytes: 9 } },
      token,
    );
    expect(code).toBe('RATE_LIMITED');
    expect(errors[0]?.extensions?.retryAfterMs).toBeGreaterThan(0);
    clock.advance(2 * 60 * 60_000);
    expect(await sweepUploads({ db: fixture.db, clock, objects: fixture.objects })).toBeGreaterThanOrEqual(10);
    expect(await fixture.objects.list('uploads/', 10)).toEqual([]);
  });

  it('shows a picture to whom the profile is shown', async () => {
    const [anna, boris] = [await fixture.person(), await fixture.person()];
    const id = await upload(anna.token, await canvas(20, 20).png().toBuffer(), 'image/png');
    await fixture.send(setAvatar, { id }, anna.token);
    const see = async (token?: string) =>
      (await fixture.send('query ($id: ID!) { user(id: $id) { avatarUrl } }', { id: anna.id }, token)).data.user
        .avatarUrl;
    expect(await see()).toContain('-medium.webp');
    await fixture.send(
      'mutation { updatePreferences(input: { profileVisibility: PRIVATE }) { id } }',
      {},
      await fixture.tokens.tokenFor({ userId: anna.id }),
    );
    expect([await see(), await see(await fixture.tokens.tokenFor({ userId: boris.id }))]).toEqual([null, null]);
    expect(await see(await fixture.tokens.tokenFor({ userId: anna.id }))).toContain('-medium.webp');
  });
});
