import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { totpCode, totpStep } from '../src/domain/totp.js';
import {
  authFixture,
  goodPassword,
  loginMutation,
  secretBytes,
  signUp,
  type AuthFixture,
  type SignedUp,
} from './fixture.js';

let fixture: AuthFixture;
beforeAll(async () => {
  fixture = await authFixture();
});
afterAll(() => fixture.close());

const complete = /* GraphQL */ `
  mutation ($input: CompleteMfaInput!) {
    completeMfa(input: $input) {
      accessToken
      user {
        id
        account {
          mfa {
            enabled
            methods
            recoveryCodesLeft
          }
        }
      }
    }
  }
`;
const confirm = 'mutation ($code: String!) { confirmTotpEnrollment(code: $code) { codes } }';
const disable = 'mutation ($code: String!) { disableTotp(code: $code) { mfa { enabled } } }';

const codeNow = (secret: Buffer) => totpCode(secret, totpStep(fixture.clock.now()));

async function enrolled(): Promise<SignedUp & { secret: Buffer; codes: string[] }> {
  const user = await signUp(fixture);
  const begun = await fixture.send('mutation { beginTotpEnrollment { secret uri } }', {}, user.token);
  const secret = secretBytes(begun.data.beginTotpEnrollment.secret);
  const { data, errors } = await fixture.send(confirm, { code: codeNow(secret) }, user.token);
  expect(errors).toEqual([]);
  fixture.clock.advance(60_000);
  return { ...user, secret, codes: data.confirmTotpEnrollment.codes };
}

async function challenge(user: SignedUp): Promise<string> {
  const { data } = await fixture.send(loginMutation, { input: { email: user.person.email, password: goodPassword } });
  expect(data.login).toMatchObject({ __typename: 'MfaChallenge', methods: ['TOTP', 'RECOVERY_CODE'] });
  return data.login.challengeId;
}

const answer = async (challengeId: string, code: string) => fixture.send(complete, { input: { challengeId, code } });

describe('TOTP', () => {
  it('does not count before it is confirmed, and not with a wrong code', async () => {
    const user = await signUp(fixture);
    await fixture.send('mutation { beginTotpEnrollment { secret } }', {}, user.token);
    expect((await fixture.send(confirm, { code: '000000x' }, user.token)).code).toBe('BAD_USER_INPUT');
    const { data } = await fixture.send(loginMutation, { input: { email: user.person.email, password: goodPassword } });
    expect(data.login.__typename).toBe('AuthPayload');
  });

  it('asks for the code at login and signs in by it', async () => {
    const user = await enrolled();
    expect(new Set(user.codes).size).toBe(10);
    const { data, errors } = await answer(await challenge(user), codeNow(user.secret));
    expect(errors).toEqual([]);
    expect(data.completeMfa.user).toEqual({
      id: user.id,
      account: { mfa: { enabled: true, methods: ['TOTP', 'RECOVERY_CODE'], recoveryCodesLeft: 10 } },
    });
  });

  it('refuses a code that was used, and every older one', async () => {
    const user = await enrolled();
    const code = codeNow(user.secret);
    const older = totpCode(user.secret, totpStep(fixture.clock.now()) - 1);
    expect((await answer(await challenge(user), code)).errors).toEqual([]);
    expect((await answer(await challenge(user), code)).code).toBe('UNAUTHENTICATED');
    expect((await answer(await challenge(user), older)).code).toBe('UNAUTHENTICATED');
  });

  it('lets one of several win who send the same code at the same moment', async () => {
    const user = await enrolled();
    const challenges = [await challenge(user), await challenge(user), await challenge(user)];
    const code = codeNow(user.secret);
    const answers = await Promise.all(challenges.map((id) => answer(id, code)));
    expect(answers.filter(({ errors }) => errors.length === 0)).toHaveLength(1);
  });

  it('takes each recovery code once, however it is written', async () => {
    const user = await enrolled();
    const [code = ''] = user.codes;
    const { data } = await answer(await challenge(user), ` ${code.toUpperCase().replaceAll('-', ' ')}`);
    expect(data.completeMfa.user.account.mfa.recoveryCodesLeft).toBe(9);
    expect((await answer(await challenge(user), code)).code).toBe('UNAUTHENTICATED');
  });

  it('takes five answers to a challenge, each challenge once, and none after five minutes', async () => {
    const user = await enrolled();
    const guessed = await challenge(user);
    for (let tries = 0; tries < 5; tries += 1) expect((await answer(guessed, 'abcdef')).code).toBe('UNAUTHENTICATED');
    expect((await answer(guessed, codeNow(user.secret))).code).toBe('UNAUTHENTICATED');

    const spent = await challenge(user);
    expect((await answer(spent, codeNow(user.secret))).errors).toEqual([]);
    fixture.clock.advance(60_000);
    expect((await answer(spent, codeNow(user.secret))).code).toBe('UNAUTHENTICATED');

    const old = await challenge(user);
    fixture.clock.advance(5 * 60_000);
    expect((await answer(old, codeNow(user.secret))).code).toBe('UNAUTHENTICATED');
  });

  it('cannot be set up over a confirmed one, and is turned off by a code', async () => {
    const user = await enrolled();
    expect((await fixture.send('mutation { beginTotpEnrollment { secret } }', {}, user.token)).code).toBe('CONFLICT');
    expect((await fixture.send(disable, { code: '000000x' }, user.token)).code).toBe('BAD_USER_INPUT');
    const { data } = await fixture.send(disable, { code: codeNow(user.secret) }, user.token);
    expect(data.disableTotp.mfa.enabled).toBe(false);
    const login = await fixture.send(loginMutation, { input: { email: user.person.email, password: goodPassword } });
    expect(login.data.login.__typename).toBe('AuthPayload');
  });
});
