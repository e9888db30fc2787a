import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AppError } from '@ruzlet/platform/errors';
import type { Viewer } from '@ruzlet/platform/access/viewer';
import { serveRouter, type ServedRouter } from './serve.js';

function viewer(scopes: string[], roles: string[]): Viewer {
  const profile = { username: 'ada', displayName: 'Ada', locale: 'en', timeZone: 'UTC' };
  return { userId: 'ada', sessionId: 's', scopes, roles, profile };
}

const viewers: Record<string, Viewer> = {
  plain: viewer([], []),
  reader: viewer(['read', 'profile'], []),
  admin: viewer([], ['ADMIN']),
};

const typeDefs = `
  interface Named { name: String }
  type Query {
    open: String
    mine: String @authenticated
    strict: Account!
    account: Account
    named: [Named]
    secret: Secret
    kind: Kind
  }
  type Account { id: Int email: String! @requiresScopes(scopes: [["read", "profile"], ["all"]]) audit: String @policy(policies: [["ADMIN"]]) }
  type Cat implements Named { name: String }
  type Spy implements Named { name: String @policy(policies: [["ADMIN"]]) }
  type Secret @authenticated { word: String }
  enum Kind @authenticated { A B }
`;

const resolvers = {
  Query: {
    open: () => 'open',
    mine: () => 'mine',
    strict: () => ({ id: 1, email: 'a@b', audit: 'log' }),
    account: () => ({ id: 1, email: 'a@b', audit: 'log' }),
    named: () => [
      { __typename: 'Cat', name: 'Tom' },
      { __typename: 'Spy', name: 'Bond' },
    ],
    secret: () => ({ word: 'xyzzy' }),
    kind: () => 'A',
  },
};

describe('access directives', () => {
  let served: ServedRouter;

  beforeAll(async () => {
    served = await serveRouter(
      { a: { typeDefs, resolvers } },
      {
        verifyToken: (token) => {
          const known = viewers[token];
          return known ? Promise.resolve(known) : Promise.reject(new AppError('UNAUTHENTICATED', 'no'));
        },
      },
    );
  });
  afterAll(() => served.close());

  async function ask(query: string, as?: string) {
    served.calls.length = 0;
    // Twice: the short path of an operation that was seen before must deny the same.
    const headers: Record<string, string> = as === undefined ? {} : { authorization: `Bearer ${as}` };
    const first = (await served.post({ query }, headers)).body;
    const second = (await served.post({ query }, headers)).body;
    expect(second).toEqual(first);
    return first;
  }

  it('answer the rest, and neither ask for nor show what the viewer may not have', async () => {
    const anonymous = await ask('{ open mine }');
    expect(anonymous.data).toEqual({ open: 'open', mine: null });
    expect(anonymous.errors).toMatchObject([{ path: ['mine'], extensions: { code: 'UNAUTHENTICATED' } }]);
    expect(served.calls.map(({ query }) => query).join()).not.toContain('mine');
    expect(await ask('{ open mine }', 'plain')).toEqual({ data: { open: 'open', mine: 'mine' } });
  });

  it('want all scopes of one group', async () => {
    const query = '{ account { id email } }';
    expect((await ask(query, 'plain')).errors).toMatchObject([
      { path: ['account', 'email'], extensions: { code: 'FORBIDDEN' } },
    ]);
    expect((await ask(query, 'plain')).data).toEqual({ account: null });
    expect(await ask(query, 'reader')).toEqual({ data: { account: { id: 1, email: 'a@b' } } });
  });

  it('propagate null from a denied field as from any other', async () => {
    const answer = await ask('{ open strict { email } }', 'plain');
    expect(answer.data).toBeNull();
    expect(answer.errors).toHaveLength(1);
  });

  it('take a policy for the name of a role', async () => {
    expect((await ask('{ account { audit } }', 'plain')).data).toEqual({ account: { audit: null } });
    expect(await ask('{ account { audit } }', 'admin')).toEqual({ data: { account: { audit: 'log' } } });
  });

  it('hold on every type that an interface stands for, whatever the field is called through', async () => {
    // Composition guards the interface's field with what its implementations ask for.
    expect((await ask('{ named { name } }', 'plain')).data).toEqual({ named: [{ name: null }, { name: null }] });
    const answer = await ask('{ named { ... on Spy { name } ... on Cat { name } } }', 'plain');
    expect(answer.data).toEqual({ named: [{ name: 'Tom' }, { name: null }] });
    expect(JSON.stringify(answer)).not.toContain('Bond');
  });

  it('hold for fields that give a guarded type, behind any alias', async () => {
    const answer = await ask('{ open: secret { word } mine: kind o: open }');
    expect(answer.data).toEqual({ open: null, mine: null, o: 'open' });
    expect(await ask('{ secret { word } kind }', 'plain')).toEqual({ data: { secret: { word: 'xyzzy' }, kind: 'A' } });
  });

  it('do not let one viewer have what another may', async () => {
    expect((await ask('{ mine }', 'plain')).data).toEqual({ mine: 'mine' });
    expect((await ask('{ mine }')).data).toEqual({ mine: null });
    expect((await served.post({ query: '{ mine }' }, { authorization: 'Bearer bad' })).status).toBe(401);
  });
});
