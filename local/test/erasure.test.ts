import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '@ruzlet/platform/ids';
import { waitFor } from '@ruzlet/testkit/wait';
import { openDomains, type Domains } from './domains.js';
import { findInStores } from './stores.js';

const password = 'correct horse battery';
const minuteMs = 60_000;

interface Person {
  id: string;
  token: string;
  username: string;
}

/** Students of a course go, while a domain is away, and for good. */
describe('an erasure over all domains', () => {
  let domains: Domains;
  let teacher: Person;
  let course: { id: string; joinCode: string };
  let taught: { deckId: string; cardIds: string[] };

  beforeAll(async () => {
    domains = await openDomains();
    teacher = await signUp('boris-teaches');
    taught = await deckOf(teacher, 'Words of the course');
    const created = await domains.must(
      `mutation { createCourse(input: { title: "Owls" }) { course { id joinCode } } }`,
      {},
      teacher.token,
    );
    course = created.createCourse.course;
    const { addLesson } = await domains.must(
      `mutation ($id: ID!) { addLesson(input: { courseId: $id, title: "First" }) { lesson { id } } }`,
      course,
      teacher.token,
    );
    await domains.must(
      `mutation ($input: AttachDeckInput!) { attachDeck(input: $input) { lesson { id } } }`,
      { input: { lessonId: addLesson.lesson.id, deckId: taught.deckId } },
      teacher.token,
    );
    await domains.must(`mutation ($id: ID!) { publishCourse(id: $id) { course { id } } }`, course, teacher.token);
  }, 120_000);
  afterAll(() => domains.close());

  async function signUp(username: string): Promise<Person> {
    const input = { email: `${username}@mail.example`, username, displayName: `Called ${username}`, password };
    const mutation = `mutation ($input: RegisterInput!) { register(input: $input) { accessToken user { id } } }`;
    const { register } = await domains.must(mutation, { input });
    return { id: register.user.id, token: register.accessToken, username };
  }

  async function deckOf({ token }: Person, title: string) {
    const { createDeck } = await domains.must(
      `mutation ($title: String!) { createDeck(input: { title: $title }) { deck { id } } }`,
      { title },
      token,
    );
    const deckId: string = createDeck.deck.id;
    const { addCards } = await domains.must(
      `mutation ($input: AddCardsInput!) { addCards(input: $input) { cards { id } } }`,
      { input: { deckId, cards: [1, 2, 3].map((n) => ({ term: `${title} ${String(n)}`, definition: 'meaning' })) } },
      token,
    );
    return { deckId, cardIds: addCards.cards.map(({ id }: { id: string }) => id) as string[] };
  }

  async function review({ token }: Person, cardId: string, rating: string): Promise<void> {
    const input = { id: newId(), cardId, rating, durationMs: 900, reviewedAt: new Date().toISOString() };
    const mutation = `mutation ($input: ReviewInput!) { reviewCard(input: $input) { memory { reps } } }`;
    await domains.must(mutation, { input }, token);
  }

  const figures = async () =>
    (
      await domains.must(
        `query ($id: ID!) { course(id: $id) { analytics { students activeStudents reviews accuracy studyTimeMs } } }`,
        course,
        teacher.token,
      )
    ).course.analytics;

  /** A student of the course with something in every domain, and what can be found of them. */
  async function student(username: string) {
    const person = await signUp(username);
    const { token } = person;
    await domains.must(`mutation ($bio: String) { updateProfile(input: { bio: $bio }) { id } }`, { bio: `Bio of ${username}` }, token); // prettier-ignore
    await domains.must(
      `mutation ($n: String!) { changeUsername(username: $n) { username } }`,
      { n: `${username}-2` },
      token,
    );
    const own = await deckOf(person, `Diary of ${username}`);
    await domains.must(`mutation ($t: String!) { createCourse(input: { title: $t }) { course { id } } }`, { t: `Course of ${username}` }, token); // prettier-ignore
    await domains.must(`mutation ($c: String!) { joinCourse(joinCode: $c) { enrollment { id } } }`, { c: course.joinCode }, token); // prettier-ignore
    const read = () => domains.ask(`query ($id: ID!) { deck(id: $id) { id } }`, { id: taught.deckId }, token);
    await waitFor(async () => (await read()).data?.deck?.id === taught.deckId, { what: 'the course opening the deck' });
    const counted = Number((await figures()).reviews);
    for (const cardId of own.cardIds) await review(person, cardId, 'GOOD');
    for (const [index, cardId] of taught.cardIds.entries())
      await review(person, cardId, index === 0 ? 'AGAIN' : 'GOOD');
    await waitFor(async () => (await figures()).reviews === counted + taught.cardIds.length, { what: 'the figures' });
    return { ...person, needles: [person.id, username] };
  }

  const reportOf = async (id: string) =>
    (
      await domains.must(
        `query ($id: ID!) { deletionReport(receiptId: $id) { state waitingFor domains { domain erased { kind count } } } }`,
        { id },
      )
    ).deletionReport;
  async function remove({ token }: Person): Promise<string> {
    const receiptId = newId();
    const mutation = `mutation ($password: String, $receiptId: ID) { deleteAccount(password: $password, receiptId: $receiptId) }`;
    await domains.must(mutation, { password, receiptId }, token);
    return receiptId;
  }
  /** Lets the time of every access token pass, until the report says that all have looked again. */
  async function verified(receiptId: string) {
    await waitFor(async () => (await reportOf(receiptId)).state === 'ERASED', {
      what: 'the erasure',
    });
    domains.pass(17 * minuteMs);
    const report = await waitFor(
      async () => {
        const found = await reportOf(receiptId);
        return found.state === 'VERIFIED' && found;
      },
      { what: 'the second look' },
    );
    const { login } = await domains.must(
      `mutation ($input: LoginInput!) { login(input: $input) { ... on AuthPayload { accessToken } } }`,
      { input: { login: teacher.username, password } },
    );
    teacher = { ...teacher, token: login.accessToken };
    return report;
  }
  const traces = (needles: string[]) => findInStores(domains.stores, needles);
  /** Nothing anywhere, once what has been published has also left the outboxes. */
  async function expectNoTraces(needles: string[]): Promise<void> {
    await waitFor(async () => (await traces(needles)).every((place) => !place.includes('.outbox: ')), {
      what: 'the outboxes letting go',
    });
    expect(await traces(needles)).toEqual([]);
  }

  it.each(['decks', 'teaching', 'users', 'analytics'] as const)(
    'ends verified though %s was away when it began, and leaves nothing there',
    async (domain) => {
      const zora = await student(`zora-${domain}`);
      await domains.stop(domain);
      const receiptId = await remove(zora);
      await waitFor(async () => (await reportOf(receiptId)).waitingFor.join() === domain, {
        what: 'the reports of the others',
      });
      expect((await reportOf(receiptId)).state).toBe('IN_PROGRESS');
      const place = domain === 'analytics' ? 'clickhouse' : `${domain}.`;
      expect((await traces(zora.needles)).filter((found) => found.startsWith(place))).not.toEqual([]);

      await domains.start(domain);
      const report = await verified(receiptId);
      const part = report.domains.find((one: { domain: string }) => one.domain === domain);
      expect(part.erased).not.toEqual([]);
      await expectNoTraces(zora.needles);
    },
    120_000,
  );

  it('keeps the reviews of a student in the figures of the course, as counts of nobody', async () => {
    const zora = await student('zora-counted');
    const before = await figures();
    await verified(await remove(zora));
    await expectNoTraces(zora.needles);
    expect(await figures()).toEqual(before);
  }, 120_000);

  it('is not undone by events of before that come again', async () => {
    const zora = await student('zora-again');
    const old = [...domains.carried];
    expect(old.filter(({ value }) => value.includes(zora.id)).length).toBeGreaterThan(10);
    await verified(await remove(zora));
    const before = await figures();
    await domains.publishAnew(old.filter(({ value }) => value.includes(zora.id)));
    await expectNoTraces(zora.needles);
    expect(await figures()).toEqual(before);
  }, 120_000);
});
