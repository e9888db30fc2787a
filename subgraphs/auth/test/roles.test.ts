import { decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { authFixture, goodPassword, loginMutation, signUp, somebody, type AuthFixture } from './fixture.js';

const setRoles =
  'mutation ($userId: ID!, $roles: [Role!]!) { setUserRoles(userId: $userId, roles: $roles) { id roles sessions { id } } }';
const administrator = { email: 'root@example.com', username: 'root', password: 'the keeper of keys' };

let fixture: AuthFixture;
beforeAll(async () => {
  fixture = await authFixture({ administrator });
});
afterAll(() => fixture.close());

async function tokenOf(login: { email: string; password: string }): Promise<string> {
  const { data } = await fixture.send(loginMutation, { input: { email: login.email, password: login.password } });
  return data.login.accessToken;
}

describe('the first administrator', () => {
  it('is made at start from address and password, once, and told of', async () => {
    await fixture.replica();
    const rows = await fixture.sql`select email, roles from accounts where 'ADMIN' = any(roles)`;
    expect(rows).toEqual([{ email: administrator.email, roles: ['LEARNER', 'ADMIN'] }]);
    const event = await fixture.event('ruzlet.user.registered.v1', ({ data }) => data.username === 'root');
    expect(event.data.roles).toContain('ADMIN');
  });

  it('without a password is whoever registers with the address first, and nobody after that', async () => {
    const open = await authFixture({ administrator: { email: 'root@example.com' } });
    try {
      const other = await signUp(open);
      const first = await signUp(open, { ...somebody(), email: 'Root@Example.com' });
      const [others] = await open.sql`select roles from accounts where id = ${other.id}`;
      const [row] = await open.sql`select roles from accounts where id = ${first.id}`;
      expect(others?.roles).toEqual(['LEARNER']);
      expect(row?.roles).toEqual(['LEARNER', 'ADMIN']);
    } finally {
      await open.close();
    }
  });

  it('does not take over an account that has the address but another password', async () => {
    const open = await authFixture();
    try {
      const squatter = await signUp(open, { ...somebody(), email: administrator.email, password: goodPassword });
      await open.replica({ administrator });
      const [row] = await open.sql`select roles from accounts where id = ${squatter.id}`;
      expect(row?.roles).toEqual(['LEARNER']);
      await open.replica({ administrator: { ...administrator, password: goodPassword } });
      const [owner] = await open.sql`select roles from accounts where id = ${squatter.id}`;
      expect(owner?.roles).toEqual(['LEARNER', 'ADMIN']);
    } finally {
      await open.close();
    }
  });
});

describe('setUserRoles', () => {
  it('is for administrators, whatever the token of a learner claims', async () => {
    const learner = await signUp(fixture);
    expect((await fixture.send(setRoles, { userId: learner.id, roles: ['ADMIN'] })).code).toBe('UNAUTHENTICATED');
    expect((await fixture.send(setRoles, { userId: learner.id, roles: ['ADMIN'] }, learner.token)).code).toBe(
      'FORBIDDEN',
    );
  });

  it('sets roles, keeps LEARNER, shows no sessions, and reaches the next tokens', async () => {
    const admin = await tokenOf(administrator);
    const user = await signUp(fixture);
    const { data } = await fixture.send(setRoles, { userId: user.id, roles: ['TEACHER', 'TEACHER'] }, admin);
    expect(data.setUserRoles).toEqual({ id: user.id, roles: ['LEARNER', 'TEACHER'], sessions: [] });
    expect(decodeJwt(await tokenOf(user.person)).roles).toEqual(['LEARNER', 'TEACHER']);
  });

  it('answers NOT_FOUND for nobody', async () => {
    const admin = await tokenOf(administrator);
    for (const userId of ['nobody', '0198c0de-0000-7000-8000-000000000000']) {
      expect((await fixture.send(setRoles, { userId, roles: [] }, admin)).code).toBe('NOT_FOUND');
    }
  });

  it('leaves at least one administrator, also when two take the role from each other at once', async () => {
    const admin = await tokenOf(administrator);
    const [root] = await fixture.sql`select id from accounts where email = ${administrator.email}`;
    const rootId = String(root?.id);
    expect((await fixture.send(setRoles, { userId: rootId, roles: ['LEARNER'] }, admin)).code).toBe('CONFLICT');

    const second = await signUp(fixture);
    await fixture.send(setRoles, { userId: second.id, roles: ['ADMIN'] }, admin);
    const outcomes = await Promise.all([
      fixture.send(setRoles, { userId: rootId, roles: [] }, second.token),
      fixture.send(setRoles, { userId: second.id, roles: [] }, admin),
    ]);
    expect(outcomes.filter(({ code }) => code === undefined)).toHaveLength(1);
    const left = await fixture.sql`select id from accounts where 'ADMIN' = any(roles)`;
    expect(left).toHaveLength(1);
  });
});
