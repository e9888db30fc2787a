import { describe, expect, it } from 'vitest';
import { type AccessFacts, deckPermission, permits } from '../../src/domain/access.js';

const facts: AccessFacts = {
  ownerId: 'owner',
  visibility: 'PRIVATE',
  deleted: false,
  collaboration: null,
  enrolled: false,
};

describe('deckPermission', () => {
  it.each<[string, Partial<AccessFacts>, string | null, string]>([
    ['owner of a private deck', {}, 'owner', 'OWN'],
    ['owner of a public deck', { visibility: 'PUBLIC' }, 'owner', 'OWN'],
    ['owner of a deleted deck', { deleted: true }, 'owner', 'NONE'],
    ['editor', { collaboration: 'EDIT' }, 'other', 'EDIT'],
    ['editor of a public deck', { collaboration: 'EDIT', visibility: 'PUBLIC' }, 'other', 'EDIT'],
    ['viewer', { collaboration: 'VIEW' }, 'other', 'VIEW'],
    ['enrolled', { enrolled: true }, 'other', 'VIEW'],
    ['enrolled editor', { enrolled: true, collaboration: 'EDIT' }, 'other', 'EDIT'],
    ['stranger to a private deck', {}, 'other', 'NONE'],
    ['stranger to an unlisted deck', { visibility: 'UNLISTED' }, 'other', 'VIEW'],
    ['stranger to a public deck', { visibility: 'PUBLIC' }, 'other', 'VIEW'],
    ['stranger to a deleted public deck', { visibility: 'PUBLIC', deleted: true }, 'other', 'NONE'],
    ['anonymous to a private deck', {}, null, 'NONE'],
    ['anonymous to a public deck', { visibility: 'PUBLIC' }, null, 'VIEW'],
  ])('%s', (_who, given, viewerId, permission) => {
    expect(deckPermission({ ...facts, ...given }, viewerId)).toBe(permission);
  });

  it('never takes facts about others for an anonymous viewer', () => {
    expect(deckPermission({ ...facts, collaboration: 'EDIT', enrolled: true }, null)).toBe('NONE');
  });
});

it('lets a level include those before it', () => {
  const levels = ['NONE', 'VIEW', 'EDIT', 'OWN'] as const;
  for (const [high, has] of levels.entries()) {
    for (const [low, needed] of levels.entries()) expect(permits(has, needed)).toBe(high >= low);
  }
});
