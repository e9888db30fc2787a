import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '@ruzlet/platform/ids';
import { createLogger } from '@ruzlet/platform/log';
import { waitFor } from '@ruzlet/testkit/wait';
import { readLocalConfig } from '../src/config.js';
import { startRuzlet, type RunningRuzlet } from '../src/start-ruzlet.js';
import { findInStores } from './stores.js';
import { unzip } from './unzip.js';

/** A user comes, does a bit of everything, takes a copy of it, and goes: by HTTP alone, then by reading every store. */
describe('the data of a user', () => {
  let ruzlet: RunningRuzlet;
  let dataDir: string;
  /** How far the clock has been moved on (milliseconds). */
  let offsetMs = 0;
  const clock = { now: () => new Date(Date.now() + offsetMs) };
  const password = 'correct horse battery';

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'ruzlet-personal-'));
    const anyPort = ['PORT', 'AUTH_PORT', 'USERS_PORT', 'DECKS_PORT', 'TEACHING_PORT', 'ANALYTICS_PORT'];
    ruzlet = await startRuzlet({
      config: readLocalConfig({ RUZLET_DATA_DIR: dataDir, ...Object.fromEntries(anyPort.map((name) => [name, '0'])) }),
      logger: createLogger({ name: 'test', level: 'error' }),
      clock,
      onFailure: (error) => {
        throw error;
      },
    });
  }, 120_000);
  afterAll(async () => {
    await ruzlet.close();
    await rm(dataDir, { recursive: true, force: true });
  });

  async function ask(query: string, variables: object = {}, token?: string): Promise<any> {
    const response = await fetch(`${ruzlet.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
      body: JSON.stringify({ query, variables }),
    });
    return response.json();
  }
  async function must(query: string, variables: object = {}, token?: string): Promise<any> {
    const { data, errors } = await ask(query, variables, token);
    expect(errors).toBeUndefined();
    return data;
  }
  async function signUp(username: string, displayName: string) {
    const input = { email: `${username}@mail.example`, username, displayName, password };
    const { register } = await must(
      `mutation ($input: RegisterInput!) { register(input: $input) { accessToken user { id } } }`,
      { input },
    );
    return { id: String(register.user.id), token: String(register.accessToken), ...input };
  }
  async function deckOf(token: string, title: string, visibility: string, term: string) {
    const { createDeck } = await must(
      `mutation ($input: CreateDeckInput!) { createDeck(input: $input) { deck { id } } }`,
      { input: { title, visibility } },
      token,
    );
    const deckId = createDeck.deck.id;
    const { addCards } = await must(
      `mutation ($input: AddCardsInput!) { addCards(input: $input) { cards { id } } }`,
      { input: { deckId, cards: [1, 2, 3].map((n) => ({ term: `${term} ${n}`, definition: `meaning ${n}` })) } },
      token,
    );
    return { deckId: String(deckId), cardIds: addCards.cards.map(({ id }: { id: string }) => id) as string[] };
  }
  const review = (token: string, cardId: string) =>
    must(
      `mutation ($input: ReviewInput!) { reviewCard(input: $input) { memory { reps } } }`,
      { input: { id: newId(), cardId, rating: 'GOOD', durationMs: 900, reviewedAt: clock.now().toISOString() } },
      token,
    );
  const mails = async () => {
    const response = await fetch(`${ruzlet.url}/dev/mail`, { headers: { accept: 'application/json' } });
    return ((await response.json()) as { mails: { to: string; subject: string; text: string }[] }).mails;
  };

  it('comes as one archive, and leaves no store but by a name that says nothing', async () => {
    const zora = await signUp('zora-quill', 'Zora Quillfeather');
    const boris = await signUp('boris', 'Boris');

    // A picture, a private deck, a deck that others study, a course with a student.
    const png = await sharp({ create: { width: 60, height: 60, channels: 3, background: 'teal' } })
      .png()
      .toBuffer();
    const { requestAvatarUpload: ticket } = await must(
      `mutation ($input: UploadRequestInput!) { requestAvatarUpload(input: $input) { uploadId method url headers { name value } } }`,
      { input: { contentType: 'image/png', sizeBytes: png.byteLength } },
      zora.token,
    );
    const headers = Object.fromEntries(
      ticket.headers.map((one: { name: string; value: string }) => [one.name, one.value]),
    );
    await fetch(ticket.url, { method: ticket.method, headers, body: new Uint8Array(png) });
    const { setAvatar } = await must(
      `mutation ($id: ID!) { setAvatar(uploadId: $id) { avatarUrl } }`,
      { id: ticket.uploadId },
      zora.token,
    );
    expect((await fetch(setAvatar.avatarUrl)).status).toBe(200);
    await must(`mutation { updateProfile(input: { bio: "Keeps owls of Pskov" }) { id } }`, {}, zora.token);
    await must(`mutation { changeUsername(username: "zora-plume") { username } }`, {}, zora.token);
    const secret = await deckOf(zora.token, 'Diary of Zanzibar', 'PRIVATE', 'unspeakable');
    const open = await deckOf(zora.token, 'Birds for everybody', 'PUBLIC', 'bird');
    const taught = await deckOf(zora.token, 'Words of the course', 'PRIVATE', 'lesson word');
    await must(
      `mutation ($input: CreateFolderInput!) { createFolder(input: $input) { folder { id } } }`,
      { input: { name: 'Folder of Zora' } },
      zora.token,
    );
    const { createCourse } = await must(
      `mutation { createCourse(input: { title: "Owls" }) { course { id joinCode } } }`,
      {},
      zora.token,
    );
    const courseId = createCourse.course.id;
    const { addLesson } = await must(
      `mutation ($input: AddLessonInput!) { addLesson(input: $input) { lesson { id } } }`,
      { input: { courseId, title: 'First', body: 'About owls' } },
      zora.token,
    );
    await must(
      `mutation ($input: AttachDeckInput!) { attachDeck(input: $input) { lesson { id } } }`,
      { input: { lessonId: addLesson.lesson.id, deckId: taught.deckId } },
      zora.token,
    );
    await must(`mutation ($id: ID!) { publishCourse(id: $id) { course { id } } }`, { id: courseId }, zora.token);
    await must(
      `mutation ($code: String!) { joinCourse(joinCode: $code) { enrollment { id } } }`,
      { code: createCourse.course.joinCode },
      boris.token,
    );
    for (const cardId of [...secret.cardIds, ...open.cardIds, ...taught.cardIds]) await review(zora.token, cardId);
    const canRead = async () =>
      (await ask(`query ($id: ID!) { deck(id: $id) { id } }`, { id: taught.deckId }, boris.token)).data?.deck?.id;
    await waitFor(async () => (await canRead()) === taught.deckId, { what: 'the course opening the deck' });
    for (const cardId of [...open.cardIds, ...taught.cardIds]) await review(boris.token, cardId);
    const deckReviews = async (token: string, id: string) =>
      (await must(`query ($id: ID!) { deck(id: $id) { stats { reviews } } }`, { id }, token)).deck.stats?.reviews;
    await waitFor(async () => (await deckReviews(boris.token, open.deckId)) === 6, { what: 'figures of the deck' });

    // The copy.
    const { requestDataExport } = await must(`mutation { requestDataExport { id state url } }`, {}, zora.token);
    expect(requestDataExport.state).toBe('GATHERING');
    const { url, sizeBytes } = await waitFor(
      async () => {
        const { dataExport } = await must(
          `query ($id: ID!) { dataExport(id: $id) { state url sizeBytes waitingFor } }`,
          { id: requestDataExport.id },
          zora.token,
        );
        return dataExport.state === 'READY' && dataExport;
      },
      { what: 'the export' },
    );
    const archive = Buffer.from(await (await fetch(url)).arrayBuffer());
    expect(archive.byteLength).toBe(sizeBytes);
    const files = await unzip(archive);
    const rows = (name: string) => JSON.parse(files.get(name)?.toString() ?? 'null');
    expect(rows('auth/accounts.json')).toMatchObject([{ email: zora.email, username: 'zora-plume' }]);
    expect(rows('users/profiles.json')).toMatchObject([{ bio: 'Keeps owls of Pskov' }]);
    expect((await sharp(files.get('users/avatar.webp')).metadata()).width).toBe(512);
    expect(rows('decks/decks.json')).toHaveLength(3);
    expect(rows('decks/cards.json')).toHaveLength(9);
    expect(rows('decks/review_log.json')).toHaveLength(9);
    expect(rows('teaching/courses.json')).toMatchObject([{ title: 'Owls' }]);
    expect(rows('analytics/reviews.json')).toHaveLength(9);
    // Nothing that opens the account, and nothing of anybody else.
    const whole = Buffer.concat([...files.values()]).toString('latin1');
    expect(whole).not.toContain('argon2id');
    expect(whole).not.toContain(boris.email);
    await waitFor(async () =>
      (await mails()).find(({ to, subject }) => to === zora.email && subject === 'Your data is ready'),
    );
    const strange = await ask(
      `query ($id: ID!) { dataExport(id: $id) { id } }`,
      { id: requestDataExport.id },
      boris.token,
    );
    expect(strange.data.dataExport).toBeNull();

    // The end.
    const remove = `mutation ($password: String!, $receiptId: ID) { deleteAccount(password: $password, receiptId: $receiptId) }`;
    const receiptId = newId();
    const wrong = await ask(remove, { password: 'another horse battery', receiptId }, zora.token);
    expect(wrong.errors[0].extensions.code).toBe('BAD_USER_INPUT');
    expect((await must(remove, { password, receiptId }, zora.token)).deleteAccount).toBe(true);
    await waitFor(
      async () => (await ask(`{ me { id } }`, {}, zora.token)).errors?.[0]?.extensions.code === 'UNAUTHENTICATED',
      { what: 'the end of the session' },
    );
    const signIn = await ask(`mutation ($input: LoginInput!) { login(input: $input) { __typename } }`, {
      input: { login: zora.email, password },
    });
    expect(signIn.errors[0].extensions.code).toBe('UNAUTHENTICATED');
    const report = async () =>
      (
        await must(
          `query ($id: ID!) { deletionReport(receiptId: $id) { state waitingFor erasedAt domains { domain filesDeleted erased { kind count } anonymised { kind count } } } }`,
          { id: receiptId },
        )
      ).deletionReport;
    await waitFor(async () => (await report()).state === 'ERASED', { what: 'the erasure' });
    expect((await fetch(url)).status).toBe(404);
    await waitFor(async () => (await mails()).find(({ to, text }) => to === zora.email && text.includes(receiptId)));
    // Once no access token can be good any more, every domain looks again.
    offsetMs += 17 * 60_000;
    const verified = await waitFor(async () => (await report()).state === 'VERIFIED' && (await report()), {
      what: 'the second look',
    });
    expect(verified.waitingFor).toEqual([]);
    const of = (domain: string) => verified.domains.find((one: { domain: string }) => one.domain === domain);
    expect(of('users')).toMatchObject({ filesDeleted: 3 });
    expect(of('decks').erased).toEqual(
      expect.arrayContaining([
        { kind: 'decks', count: 1 },
        { kind: 'review_log', count: 9 },
      ]),
    );
    expect(of('decks').anonymised).toEqual([{ kind: 'decks', count: 2 }]);
    expect(of('analytics').anonymised).toEqual(expect.arrayContaining([{ kind: 'reviews', count: 9 }]));

    // What others rely on is there, of nobody; course figures count as before.
    const again = await must(
      `mutation ($input: LoginInput!) { login(input: $input) { ... on AuthPayload { accessToken } } }`,
      {
        input: { login: 'boris', password },
      },
    );
    const token = again.login.accessToken;
    const { deck } = await must(
      `query ($id: ID!) { deck(id: $id) { title owner { displayName avatarUrl } cards { edges { node { term } } } } }`,
      { id: taught.deckId },
      token,
    );
    expect(deck).toMatchObject({
      title: 'Words of the course',
      owner: { displayName: 'Deleted user', avatarUrl: null },
    });
    expect(deck.cards.edges).toHaveLength(3);
    const { course } = await must(
      `query ($id: ID!) { course(id: $id) { state teacher { displayName } } }`,
      { id: courseId },
      token,
    );
    expect(course).toEqual({ state: 'ARCHIVED', teacher: { displayName: 'Deleted user' } });
    expect(await deckReviews(token, open.deckId)).toBe(6);
    const gone = await ask(`query ($id: ID!) { deck(id: $id) { id } }`, { id: secret.deckId }, token);
    expect(gone.errors[0].extensions.code).toBe('NOT_FOUND');

    // The proof: nothing of her in any table, column, or file.
    const needles = [
      zora.id,
      zora.email,
      'zora-quill',
      'zora-plume',
      zora.displayName,
      'Keeps owls of Pskov',
      'Diary of Zanzibar',
      'unspeakable',
      'Folder of Zora',
    ];
    const stores = { ...ruzlet.stores, objectsFolder: join(dataDir, 'objects') };
    expect(await findInStores(stores, needles)).toEqual([]);
    // The search itself finds what is there.
    expect(await findInStores(stores, [boris.id, boris.email])).not.toEqual([]);

    // Address and name are free.
    await must(`mutation ($input: RegisterInput!) { register(input: $input) { user { id } } }`, {
      input: { email: zora.email, username: 'zora-plume', password },
    });
  }, 180_000);
});
