import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { remoteAuthority } from '@ruzlet/platform/access/authority';
import { createTokenVerifier } from '@ruzlet/platform/access/verify-token';
import { decodeJwt, decodeProtectedHeader, exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { createSecretBox, UnsealError } from '../src/keys/secret-box.js';
import { keyPublishLeadMs } from '../src/domain/key-rotation.js';
import { rotateSigningKeys } from '../src/services/rotate-signing-keys.js';
import { connectDatabase } from '@ruzlet/platform/postgres/database';
import * as tables from '../src/storage/tables.js';
import { authFixture, refreshMutation, signUp, testSecret, type AuthFixture } from './fixture.js';

let fixture: AuthFixture;
beforeAll(async () => {
  fixture = await authFixture();
});
afterAll(() => fixture.close());

const whoAmI = 'mutation { revokeAllOtherSessions { email } }';

describe('access tokens', () => {
  it('are refused without a signature, of another key, issuer or audience, expired, or cut', async () => {
    const { token } = await signUp(fixture);
    const claims = decodeJwt(token);
    const { privateKey, publicKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519' });
    const [ours] = await fixture.sql`select kid from signing_keys`;
    const kid = String(ours?.kid);
    const foreign = (change: object, header: object = { kid }) =>
      new SignJWT({ ...claims, ...change }).setProtectedHeader({ alg: 'EdDSA', ...header }).sign(privateKey);
    const hmac = new SignJWT(claims)
      .setProtectedHeader({ alg: 'HS256', kid })
      .sign(Buffer.from(JSON.stringify(await exportJWK(publicKey))));
    const bad: Record<string, string> = {
      'alg none': new UnsecuredJWT(claims).encode(),
      'another key under our kid': await foreign({}),
      'another key under its own kid': await foreign({}, { kid: 'theirs' }),
      'a key in the header': await foreign({}, { jwk: await exportJWK(publicKey) }),
      'a shared secret': await hmac,
      'cut signature': token.slice(0, -4),
      'changed claims': token.replace(
        /\.[^.]+\./,
        `.${Buffer.from(JSON.stringify({ ...claims, roles: ['ADMIN'] })).toString('base64url')}.`,
      ),
      nonsense: 'nonsense',
    };
    for (const [what, attempt] of Object.entries(bad)) {
      expect((await fixture.send(whoAmI, {}, attempt)).code, what).toBe('UNAUTHENTICATED');
    }
    expect((await fixture.send(whoAmI, {}, token)).errors).toEqual([]);
  });

  it('are refused where another issuer or audience is expected', async () => {
    const { token } = await signUp(fixture);
    for (const [issuer, audience] of [
      ['elsewhere', 'ruzlet'],
      ['ruzlet', 'elsewhere'],
    ] as const) {
      const verify = createTokenVerifier({ jwks: fixture.auth.jwks, issuer, audience, clock: fixture.clock });
      await expect(verify(token)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    }
  });

  it('work for fifteen minutes', async () => {
    const { token } = await signUp(fixture);
    fixture.clock.advance(15 * 60_000 - 1_000);
    expect((await fixture.send(whoAmI, {}, token)).errors).toEqual([]);
    fixture.clock.advance(1_000);
    expect((await fixture.send(whoAmI, {}, token)).code).toBe('UNAUTHENTICATED');
  });
});

describe('signing keys', () => {
  it('are one for replicas that start at the same time', async () => {
    const fresh = await authFixture();
    try {
      await fresh.sql`delete from signing_keys`;
      await Promise.all([fresh.replica(), fresh.replica(), fresh.replica()]);
      const [count] = await fresh.sql`select count(*)::int as n from signing_keys`;
      expect(count?.n).toBe(1);
    } finally {
      await fresh.close();
    }
  });

  it('are served as a JWKS without their private half, which others verify by over HTTP', async () => {
    const { token, id } = await signUp(fixture);
    const server = createServer(fixture.auth.handler);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    try {
      const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/.well-known/jwks.json`;
      const response = await fetch(url);
      expect(response.headers.get('cache-control')).toContain('max-age=300');
      const { keys } = JSON.parse(await response.text());
      expect(keys).toEqual([
        { kty: 'OKP', crv: 'Ed25519', alg: 'EdDSA', use: 'sig', x: expect.any(String), kid: expect.any(String) },
      ]);
      const verify = createTokenVerifier({
        jwks: remoteAuthority(url).jwks,
        issuer: 'ruzlet',
        audience: 'ruzlet',
        clock: fixture.clock,
      });
      await expect(verify(token)).resolves.toMatchObject({ userId: id });
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });

  it('rotate with overlap: published before they sign, and kept until the last token has expired', async () => {
    const rotating = await authFixture();
    const database = connectDatabase({ url: rotating.databaseUrl, schema: tables, applicationName: 'test' });
    const rotationMs = 30 * 86_400_000;
    const box = createSecretBox(testSecret, 'signing-key');
    const round = () =>
      rotateSigningKeys({ db: database.db, box, now: rotating.clock.now(), rotationMs, tokenLifeMs: 15 * 60_000 });
    const kids = async () =>
      (await rotating.sql`select kid from signing_keys order by active_from`).map((row) => String(row.kid));
    try {
      const { refreshToken } = await signUp(rotating);
      expect(await round()).toEqual({ created: null, retired: [] });
      rotating.clock.advance(rotationMs - keyPublishLeadMs - 60_000);
      const late = JSON.parse(JSON.stringify(await rotating.send(refreshMutation, { token: refreshToken }))).data
        .refreshSession;
      rotating.clock.advance(60_000);
      const { created } = await round();
      expect(created).toBeTypeOf('string');
      expect(await round()).toEqual({ created: null, retired: [] });
      const [first, second] = await kids();

      // A replica that starts now signs with the old key still, and knows both.
      const before = await rotating.replica();
      const beforeSwitch = await before.execute({ query: refreshMutation, variables: { token: late.refreshToken } });
      const oldToken = JSON.parse(JSON.stringify(beforeSwitch)).data.refreshSession;
      expect(decodeProtectedHeader(oldToken.accessToken).kid).toBe(first);

      rotating.clock.advance(keyPublishLeadMs);
      const after = await before.execute({ query: refreshMutation, variables: { token: oldToken.refreshToken } });
      const newToken = JSON.parse(JSON.stringify(after)).data.refreshSession;
      expect(decodeProtectedHeader(newToken.accessToken).kid).toBe(second);

      rotating.clock.advance(21 * 60_000);
      expect(await round()).toEqual({ created: null, retired: [first] });
      expect(await kids()).toEqual([second]);
    } finally {
      await database.close();
      await rotating.close();
    }
  });

  it('stop the start when the secret is not the one they were sealed with', async () => {
    await expect(fixture.replica({ keyEncryptionSecret: 'another secret that is long enough too' })).rejects.toThrow(
      UnsealError,
    );
  });

  it('lie sealed in the database, each for its own row', async () => {
    const [row] = await fixture.sql`select kid, sealed_private_jwk from signing_keys`;
    const sealed: Buffer = row?.sealed_private_jwk;
    expect(sealed.toString('latin1')).not.toContain('"d"');
    const box = createSecretBox(testSecret, 'signing-key');
    expect(box.open(sealed, String(row?.kid)).toString()).toContain('"d"');
    expect(() => box.open(sealed, 'another kid')).toThrow(UnsealError);
    expect(() => createSecretBox(testSecret, 'totp-secret').open(sealed, String(row?.kid))).toThrow(UnsealError);
  });
});
