import { describe, expect, it } from 'vitest';
import type { Viewer } from '@ruzlet/platform/access/viewer';
import { createSubgraph } from '@ruzlet/platform/http/subgraph';
import { createLogger } from '@ruzlet/platform/log';

const profile = { username: 'ada', displayName: 'Ada', locale: 'en', timeZone: 'UTC' };
const viewers: Record<string, Viewer> = {
  plain: { userId: 'u', sessionId: 's', scopes: ['read'], roles: [], profile },
  admin: { userId: 'u', sessionId: 's', scopes: ['read', 'all'], roles: ['ADMIN'], profile },
};

const resolved: string[] = [];
const answer = (name: string) => () => {
  resolved.push(name);
  return name;
};

const subgraph = createSubgraph({
  name: 'guarded',
  typeDefs: `
    extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@authenticated", "@requiresScopes", "@policy"])
    type Query { open: String mine: String @authenticated all: String @requiresScopes(scopes: [["all"]]) audit: String @policy(policies: [["ADMIN"]]) }
    type Thing @key(fields: "id") @authenticated { id: ID! }
  `,
  resolvers: {
    Query: { open: answer('open'), mine: answer('mine'), all: answer('all'), audit: answer('audit') },
    Thing: { __resolveReference: ({ id }: { id: string }) => ({ id }) },
  },
  context: () => ({}),
  verifyToken: (token) => {
    const known = viewers[token];
    return known ? Promise.resolve(known) : Promise.reject(new Error('bad token'));
  },
  logger: createLogger({ name: 'test', level: 'silent' }),
});

async function ask(query: string, as?: string) {
  resolved.length = 0;
  const { data, errors } = await subgraph.execute({
    query,
    ...(as !== undefined && { headers: { authorization: `Bearer ${as}` } }),
  });
  return { data, codes: errors?.map(({ extensions }) => extensions?.code) };
}

describe('a subgraph that is reached directly', () => {
  it('resolves a guarded field only for who may have it', async () => {
    const query = '{ open mine all audit }';
    expect(await ask(query)).toMatchObject({
      data: { open: 'open', mine: null, all: null, audit: null },
      codes: ['UNAUTHENTICATED', 'UNAUTHENTICATED', 'UNAUTHENTICATED'],
    });
    expect(resolved).toEqual(['open']);
    expect(await ask(query, 'plain')).toMatchObject({
      data: { open: 'open', mine: 'mine', all: null, audit: null },
      codes: ['FORBIDDEN', 'FORBIDDEN'],
    });
    expect(await ask(query, 'admin')).toEqual({
      data: { open: 'open', mine: 'mine', all: 'all', audit: 'audit' },
      codes: undefined,
    });
  });

  it('guards the fields of an entity too', async () => {
    const query = '{ _entities(representations: [{ __typename: "Thing", id: "1" }]) { ... on Thing { id } } }';
    expect((await ask(query)).codes).toEqual(['UNAUTHENTICATED']);
    expect((await ask(query, 'plain')).data).toEqual({ _entities: [{ id: '1' }] });
  });
});
