import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dataErased, dataExported } from '@ruzlet/contracts/personal-data';
import { newId } from '@ruzlet/platform/ids';
import { waitFor } from '@ruzlet/testkit/wait';
import { authFixture, goodPassword, signUp, somebody, type AuthFixture } from './fixture.js';

const deleteAccount = `mutation ($password: String, $token: String, $receiptId: ID) {
  deleteAccount(password: $password, token: $token, receiptId: $receiptId)
}`;
const report = `query ($id: ID!) {
  deletionReport(receiptId: $id) { state waitingFor domains { domain erased { kind count } } }
}`;
const domains = ['users', 'decks', 'analytics', 'teaching'] as const;
const minuteMs = 60_000;

describe('data of an account', () => {
  let fixture: AuthFixture;

  beforeEach(async () => {
    fixture = await authFixture();
  });
  afterEach(async () => {
    await fixture.close();
  });

  const publish = async ({ topic, key, value }: { topic: string; key: string; value: string }) =>
    fixture.bus.publish([{ topic, key, value }]);
  const answerErasure = async (domain: (typeof domains)[number], userId: string, receiptId: string, round: number) => {
    const request = { kind: 'ERASURE' as const, requestId: receiptId, subjectId: userId, round };
    const result = { erased: [{ kind: 'rows', count: 2 }], anonymised: [], objects: 0 };
    await publish(dataErased(domain, request, result, fixture.clock.now()));
  };
  const reportOf = async (id: string) => (await fixture.send(report, { id })).data.deletionReport;
  const requests = (type: string) => fixture.events.filter((event) => event.type === type).length;

  it('is erased to the end though a domain is away: it is asked again, and all are asked twice', async () => {
    const { id, token, person } = await signUp(fixture);
    const receiptId = newId(fixture.clock.now());
    expect((await fixture.send(deleteAccount, { password: goodPassword, receiptId }, token)).errors).toEqual([]);
    await fixture.event('ruzlet.user.deletion.requested.v1');
    for (const domain of ['users', 'decks', 'analytics'] as const) await answerErasure(domain, id, receiptId, 1);
    await waitFor(async () => (await reportOf(receiptId)).waitingFor.join() === 'teaching', {
      what: 'the three reports',
    });
    expect((await reportOf(receiptId)).state).toBe('IN_PROGRESS');

    fixture.clock.advance(31_000);
    await waitFor(() => requests('ruzlet.user.deletion.requested.v1') === 2, { what: 'a second request' });
    await answerErasure('teaching', id, receiptId, 1);
    // A report that comes twice counts once.
    await answerErasure('teaching', id, receiptId, 1);
    await waitFor(async () => (await reportOf(receiptId)).state === 'ERASED', { what: 'the end of the first round' });
    const mail = await waitFor(() => fixture.mails.find(({ subject }) => subject === 'Your account is deleted'));
    expect(mail).toMatchObject({ to: person.email });
    expect(mail.text).toContain(receiptId);

    fixture.clock.advance(17 * minuteMs);
    await fixture.event('ruzlet.user.deletion.requested.v1', ({ data }) => data.round === 2);
    for (const domain of domains) await answerErasure(domain, id, receiptId, 2);
    await waitFor(async () => (await reportOf(receiptId)).state === 'VERIFIED', { what: 'the end' });
    const { domains: parts } = await reportOf(receiptId);
    expect(parts.find(({ domain }: { domain: string }) => domain === 'teaching').erased).toEqual([
      { kind: 'rows', count: 4 },
    ]);
    expect(await fixture.sql`select sealed_subject from erasures`).toEqual([{ sealed_subject: null }]);
  });

  it('goes at once: the session ends for every verifier, and address and name are free', async () => {
    const { id, token, person } = await signUp(fixture);
    expect((await fixture.send(deleteAccount, { password: 'not the password' }, token)).code).toBe('BAD_USER_INPUT');
    expect((await fixture.send(deleteAccount, {}, token)).code).toBe('BAD_USER_INPUT');
    const [session] = await fixture.sql`select id from sessions`;
    await fixture.send(deleteAccount, { password: goodPassword }, token);
    expect(await fixture.sql`select 1 from accounts where id = ${id}`).toHaveLength(0);
    expect(await fixture.sql`select id from ended_access`).toEqual([session]);
    expect((await fixture.send(deleteAccount, { password: goodPassword }, token)).code).toBe('UNAUTHENTICATED');
    await signUp(fixture, person);
  });

  it('can be deleted by the token of a mail, once, and by the token of nobody else', async () => {
    const [anna, boris] = [await signUp(fixture), await signUp(fixture)];
    const ask = `mutation { requestAccountDeletionMail }`;
    await fixture.send(ask, {}, anna.token);
    const { token } = await fixture.mailTo(anna.person.email, 2);
    expect((await fixture.send(deleteAccount, { token }, boris.token)).code).toBe('BAD_USER_INPUT');
    expect(await fixture.sql`select 1 from accounts`).toHaveLength(2);
    // Refused means unused: it is still good for its owner.
    expect((await fixture.send(deleteAccount, { token }, anna.token)).errors).toEqual([]);
    expect(await fixture.sql`select 1 from accounts`).toHaveLength(1);
  });

  it('goes with the account from every table that names it', async () => {
    const loose = await fixture.sql`
      select c.table_name from information_schema.columns c
      where c.table_schema = 'public' and c.column_name = 'account_id' and not exists (
        select from pg_constraint f where f.contype = 'f' and f.confdeltype = 'c'
          and f.conrelid = c.table_name::regclass and f.confrelid = 'accounts'::regclass
      )`;
    expect(loose).toEqual([]);
  });

  it('is gathered once at a time; a part that does not come is asked for again', async () => {
    const { id, token } = await signUp(fixture);
    const ask = `mutation { requestDataExport { id state waitingFor url } }`;
    const first = (await fixture.send(ask, {}, token)).data.requestDataExport;
    const second = (await fixture.send(ask, {}, token)).data.requestDataExport;
    expect(second.id).toBe(first.id);
    const read = async () =>
      (await fixture.send(`query ($id: ID!) { dataExport(id: $id) { state waitingFor url } }`, { id: first.id }, token))
        .data.dataExport;
    const answer = async (domain: (typeof domains)[number]) => {
      const manifestKey = `exports/${first.id}/${domain}/manifest.json`;
      await fixture.objects.put(manifestKey, Buffer.from('{"files":[]}'), 'application/json');
      const request = { kind: 'EXPORT' as const, requestId: first.id, subjectId: id, round: 1 };
      await publish(dataExported(domain, request, { manifestKey, files: 0 }, fixture.clock.now()));
    };
    for (const domain of ['users', 'decks', 'teaching'] as const) await answer(domain);
    await waitFor(async () => (await read()).waitingFor.join() === 'analytics', { what: 'four parts' });
    fixture.clock.advance(31_000);
    await waitFor(() => requests('ruzlet.user.export.requested.v1') === 2, { what: 'a second request' });
    await answer('analytics');
    const ready = await waitFor(async () => (await read()).state === 'READY' && (await read()), {
      what: 'the archive',
    });
    expect((await fetch(ready.url)).status).toBe(200);
    // After a week all of it is gone, parts that were written once more among it.
    fixture.clock.advance(8 * 24 * 60 * minuteMs);
    await waitFor(async () => (await fixture.objects.list(`exports/${first.id}/`, 10)).length === 0, {
      what: 'the expiry',
    });
  });
});

describe('a username', () => {
  let fixture: AuthFixture;

  beforeEach(async () => {
    fixture = await authFixture();
  });
  afterEach(async () => {
    await fixture.close();
  });

  const change = (username: string, token: string) =>
    fixture.send(
      `mutation ($username: String!) { changeUsername(username: $username) { username } }`,
      { username },
      token,
    );

  it('can be changed to one that nobody has; the one before is kept for its owner', async () => {
    const anna = await signUp(fixture, { ...somebody(), username: 'anna-first' });
    const boris = await signUp(fixture, { ...somebody(), username: 'boris-first' });
    expect((await change('b0ris-first', anna.token)).code).toBe('CONFLICT');
    expect((await change('x', anna.token)).code).toBe('BAD_USER_INPUT');
    expect((await change('anna-second', anna.token)).data.changeUsername.username).toBe('anna-second');
    const event = await fixture.event('ruzlet.user.username.changed.v1');
    expect(event.data).toMatchObject({ username: 'anna-second', previousUsername: 'anna-first' });
    // Neither by a change nor by a registration does it go to somebody else.
    expect((await change('Anna-First', boris.token)).code).toBe('CONFLICT');
    await expect(signUp(fixture, { ...somebody(), username: 'anna-first' })).rejects.toThrow(/CONFLICT/);
    expect((await change('anna-first', anna.token)).errors).toEqual([]);
    expect((await change('anna-second', boris.token)).code).toBe('CONFLICT');
  });

  it('does not speak for the installation, unless its owner runs it', async () => {
    for (const username of ['Admin', 'no-reply', 'sup\u0440ort', 'R00T']) {
      await expect(signUp(fixture, { ...somebody(), username })).rejects.toThrow(/BAD_USER_INPUT/);
    }
    const clara = await signUp(fixture, { ...somebody(), username: 'administration' });
    expect((await change('administrator', clara.token)).code).toBe('BAD_USER_INPUT');
    await fixture.sql`update accounts set roles = '{LEARNER,ADMIN}' where id = ${clara.id}`;
    expect((await change('administrator', clara.token)).errors).toEqual([]);
  });

  it('is free for others after 90 days', async () => {
    const anna = await signUp(fixture, { ...somebody(), username: 'anna-first' });
    await change('anna-second', anna.token);
    fixture.clock.advance(91 * 24 * 60 * minuteMs);
    await signUp(fixture, { ...somebody(), username: 'anna-first' });
  });
});
