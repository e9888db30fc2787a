import { describe, expect, it } from 'vitest';
import type { Viewer } from '../src/access/viewer.js';
import { createSubgraph } from '../src/http/subgraph.js';
import { createLogger } from '../src/log.js';

const typeDefs = `
  type Query { look: String }
  type Mutation { change: String  learn: String }
`;

const viewer = (scopes: string[]): Viewer => ({
  userId: 'ada',
  sessionId: 's',
  roles: [],
  scopes,
  profile: { username: '', displayName: '', locale: 'en', timeZone: 'UTC' },
});

const done: string[] = [];
const subgraph = createSubgraph({
  name: 'things',
  typeDefs,
  resolvers: {
    Query: { look: () => 'seen' },
    Mutation: {
      change: () => done.push('change') && 'changed',
      learn: () => done.push('learn') && 'learnt',
    },
  },
  context: () => ({}),
  scopes: { mutations: { learn: ['study', 'write'] } },
  // The token names its scopes.
  verifyToken: (token) => Promise.resolve(viewer(token.split('+'))),
  logger: createLogger({ name: 'test', level: 'silent' }),
});

async function codeOf(query: string, token?: string, operationName?: string): Promise<unknown> {
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const { errors } = await subgraph.execute({ query, operationName, headers });
  return errors?.[0]?.extensions?.code;
}

describe('scopes of a token', () => {
  it('let through what they name', async () => {
    expect(await codeOf('{ look }', 'read')).toBeUndefined();
    expect(await codeOf('mutation { change learn }', 'write')).toBeUndefined();
    expect(await codeOf('mutation { learn }', 'study')).toBeUndefined();
  });

  it('refuse the rest before anything is done', async () => {
    done.length = 0;
    expect(await codeOf('{ look }', 'study')).toBe('FORBIDDEN');
    expect(await codeOf('mutation { change }', 'read')).toBe('FORBIDDEN');
    expect(await codeOf('mutation { learn change }', 'read+study')).toBe('FORBIDDEN');
    expect(done).toEqual([]);
  });

  it('see through aliases, fragments and other operations of the document', async () => {
    done.length = 0;
    expect(await codeOf('mutation { learn: change }', 'study')).toBe('FORBIDDEN');
    expect(await codeOf('mutation { ... on Mutation { change } }', 'study')).toBe('FORBIDDEN');
    expect(
      await codeOf(
        'mutation { ...outer } fragment outer on Mutation { ...inner } fragment inner on Mutation { change }',
        'study',
      ),
    ).toBe('FORBIDDEN');
    const both = 'query Look { look } mutation Change { change }';
    expect(await codeOf(both, 'read', 'Change')).toBe('FORBIDDEN');
    expect(await codeOf(both, 'read', 'Look')).toBeUndefined();
    expect(done).toEqual([]);
  });

  it('do not matter to a request without a token', async () => {
    expect(await codeOf('mutation { change }')).toBeUndefined();
  });
});
