import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { waitFor } from '@ruzlet/testkit/wait';
import { totpCode, totpStep } from '../src/domain/totp.js';
import {
  authFixture,
  goodPassword,
  loginMutation,
  secretBytes,
  signUp,
  somebody,
  type AuthFixture,
} from './fixture.js';

const verify = `mutation ($token: String!) { verifyEmail(token: $token) { id emailVerified sessions { id } } }`;
const resend = `mutation { resendVerificationEmail }`;
const request = `mutation ($email: EmailAddress!) { requestPasswordReset(email: $email) }`;
const reset = `mutation ($input: ResetPasswordInput!) { resetPassword(input: $input) { accessToken refreshToken user { account { emailVerified sessions { current } } } } }`;
const newPassword = 'otter beside the mill';

describe('verification and reset by mail', () => {
  let fixture: AuthFixture;
  beforeAll(async () => {
    fixture = await authFixture();
  });
  afterAll(async () => {
    await fixture.close();
  });

  it('verifies an address by the mail of the registration, once, also without a session', async () => {
    const { person } = await signUp(fixture);
    const mail = await fixture.mailTo(person.email);
    expect(mail.text).toContain(`http://localhost:8000/verify-email#token=${mail.token}`);
    const { data } = await fixture.send(verify, { token: mail.token });
    expect(data.verifyEmail).toMatchObject({ emailVerified: true, sessions: [] });
    expect((await fixture.send(verify, { token: mail.token })).code).toBe('BAD_USER_INPUT');
  });

  it('keeps of a mailed token its hash only', async () => {
    const { id, person } = await signUp(fixture);
    const { token } = await fixture.mailTo(person.email);
    const rows = await fixture.sql`select * from mail_tokens where account_id = ${id}`;
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(token);
    const open = await waitFor(async () => {
      const left = await fixture.sql`select 1 from mail_requests`;
      return left.length === 0 && 'none';
    });
    expect(open).toBe('none');
  });

  it('sends another mail on request, and none to an address that is verified', async () => {
    const { token, person } = await signUp(fixture);
    const first = await fixture.mailTo(person.email);
    expect((await fixture.send(resend, {}, token)).data.resendVerificationEmail).toBe(true);
    const second = await fixture.mailTo(person.email, 2);
    expect(second.token).not.toBe(first.token);
    await fixture.send(verify, { token: second.token });
    expect((await fixture.send(resend, {}, token)).data.resendVerificationEmail).toBe(true);
    const requests = await fixture.sql`select 1 from mail_requests`;
    expect(requests).toHaveLength(0);
    expect((await fixture.send(resend)).code).toBe('UNAUTHENTICATED');
  });

  it('sets a new password by mail, and ends every session of the old one', async () => {
    const { person, refreshToken } = await signUp(fixture);
    await fixture.mailTo(person.email);
    expect((await fixture.send(request, { email: person.email })).data.requestPasswordReset).toBe(true);
    const { token } = await fixture.mailTo(person.email, 2);
    const { data } = await fixture.send(reset, { input: { token, newPassword } });
    expect(data.resetPassword.user.account).toMatchObject({ emailVerified: true, sessions: [{ current: true }] });
    expect(
      (await fixture.send(`mutation { refreshSession(refreshToken: "${refreshToken}") { refreshToken } }`)).code,
    ).toBe('UNAUTHENTICATED');
    const login = (password: string) => fixture.send(loginMutation, { input: { email: person.email, password } });
    expect((await login(goodPassword)).code).toBe('UNAUTHENTICATED');
    expect((await login(newPassword)).data.login.accessToken).toBeTypeOf('string');
    expect((await fixture.send(reset, { input: { token, newPassword } })).code).toBe('BAD_USER_INPUT');
  });

  it('refuses a token of the other kind, one that is too old, and one that nobody was sent', async () => {
    const { person } = await signUp(fixture);
    const verification = await fixture.mailTo(person.email);
    expect((await fixture.send(reset, { input: { token: verification.token, newPassword } })).code).toBe(
      'BAD_USER_INPUT',
    );
    expect((await fixture.send(verify, { token: 'x'.repeat(43) })).code).toBe('BAD_USER_INPUT');
    await fixture.send(request, { email: person.email });
    const { token } = await fixture.mailTo(person.email, 2);
    fixture.clock.advance(60 * 60_000 + 1);
    expect((await fixture.send(reset, { input: { token, newPassword } })).code).toBe('BAD_USER_INPUT');
  });

  it('keeps the token good when the new password is refused', async () => {
    const { person } = await signUp(fixture);
    await fixture.send(request, { email: person.email });
    const { token } = await fixture.mailTo(person.email, 2);
    const weak = await fixture.send(reset, { input: { token, newPassword: 'password123' } });
    expect(weak.code).toBe('BAD_USER_INPUT');
    expect((await fixture.send(reset, { input: { token, newPassword } })).errors).toEqual([]);
  });

  it('takes every way in from whoever registered with an address that they never verified', async () => {
    const { person, token: session, id } = await signUp(fixture);
    const { data: begun } = await fixture.send(`mutation { beginTotpEnrollment { secret } }`, {}, session);
    const code = totpCode(secretBytes(begun.beginTotpEnrollment.secret), totpStep(fixture.clock.now()));
    await fixture.send(`mutation { confirmTotpEnrollment(code: "${code}") { codes } }`, {}, session);
    const createKey = `mutation { createApiKey(input: { name: "left behind", scopes: [WRITE] }) { key } }`;
    const { key } = (await fixture.send(createKey, {}, session)).data.createApiKey;
    await fixture.sql`insert into passkeys (id, account_id, credential_id, public_key, counter, transports, name, backed_up, created_at)
      values (gen_random_uuid(), ${id}, ${`of ${id}`}, '', 0, '{}', 'left behind', false, now())`;
    await fixture.send(request, { email: person.email });
    const { token } = await fixture.mailTo(person.email, 2);
    expect((await fixture.send(reset, { input: { token, newPassword } })).errors).toEqual([]);
    const login = await fixture.send(loginMutation, { input: { email: person.email, password: newPassword } });
    expect(login.data.login.__typename).toBe('AuthPayload');
    expect((await fixture.send(`mutation { logout }`, {}, key)).code).toBe('UNAUTHENTICATED');
    expect(await fixture.sql`select 1 from passkeys where account_id = ${id}`).toEqual([]);
  });

  it('asks for the second factor before it resets a password', async () => {
    const { person, token: session } = await signUp(fixture);
    const { token: verification } = await fixture.mailTo(person.email);
    await fixture.send(verify, { token: verification });
    const begun = await fixture.send(`mutation { beginTotpEnrollment { secret } }`, {}, session);
    const code = totpCode(secretBytes(begun.data.beginTotpEnrollment.secret), totpStep(fixture.clock.now()));
    const confirm = `mutation ($code: String!) { confirmTotpEnrollment(code: $code) { codes } }`;
    const { data } = await fixture.send(confirm, { code }, session);
    const [recovery] = data.confirmTotpEnrollment.codes;
    await fixture.send(request, { email: person.email });
    const { token } = await fixture.mailTo(person.email, 2);
    expect((await fixture.send(reset, { input: { token, newPassword } })).errors[0]?.message).toContain(
      'second factor',
    );
    expect((await fixture.send(reset, { input: { token, newPassword, code: '000000' } })).code).toBe('BAD_USER_INPUT');
    expect((await fixture.send(reset, { input: { token, newPassword, code: recovery } })).errors).toEqual([]);
  });

  it('does the same for an address of nobody: the answer, the row that it writes, the limit', async () => {
    const nobody = somebody().email;
    const { person } = await signUp(fixture);
    await fixture.mailTo(person.email);
    for (const email of [nobody, person.email]) {
      const answers = [];
      for (let tries = 0; tries < 6; tries += 1) answers.push(await fixture.send(request, { email }));
      expect(answers.map(({ data, code }) => data?.requestPasswordReset ?? code)).toEqual([
        ...Array.from({ length: 5 }, () => true),
        'RATE_LIMITED',
      ]);
    }
    await fixture.mailTo(person.email, 6);
    expect(fixture.mails.filter(({ to }) => to === nobody)).toEqual([]);
  });
});

describe('a mail server that fails', () => {
  it('gets the mail later, also from another process after a crash', async () => {
    let broken = true;
    const sent: string[] = [];
    const mailer = {
      send: ({ to }: { to: string }) => {
        if (broken) return Promise.reject(new Error('the mail server is away'));
        sent.push(to);
        return Promise.resolve();
      },
      close: () => Promise.resolve(),
    };
    const fixture = await authFixture({ mailer });
    try {
      const { person } = await signUp(fixture);
      await waitFor(async () => {
        const [row] = await fixture.sql`select attempts from mail_requests`;
        return row?.attempts === 1;
      });
      await fixture.auth.close();
      broken = false;
      fixture.clock.advance(2 * 60_000);
      const replica = await fixture.replica({ mailer });
      await replica.start();
      await waitFor(() => Promise.resolve(sent.includes(person.email)));
    } finally {
      await fixture.close();
    }
  });

  it('says that no mail is sent where there is no mail server', async () => {
    const fixture = await authFixture({ mailer: undefined });
    try {
      const { token, person } = await signUp(fixture);
      expect((await fixture.send(request, { email: person.email })).code).toBe('SERVICE_UNAVAILABLE');
      expect((await fixture.send(resend, {}, token)).code).toBe('SERVICE_UNAVAILABLE');
      expect(await fixture.sql`select 1 from mail_requests`).toHaveLength(0);
    } finally {
      await fixture.close();
    }
  });
});
