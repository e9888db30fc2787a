import { describe, expect, it } from 'vitest';
import { decideAttachment, isReadableThroughCourse, type DeckFacts } from '../../src/domain/deck-grant.js';

const deck = (facts: Partial<DeckFacts>): DeckFacts => ({
  ownerId: 'owner',
  visibility: 'PRIVATE',
  editorIds: ['editor'],
  viewerIds: ['reader'],
  deleted: false,
  ...facts,
});

describe('who may attach a deck', () => {
  it.each([
    ['PRIVATE', 'owner', 'ALLOWED'],
    ['PRIVATE', 'editor', 'ALLOWED'],
    ['PRIVATE', 'reader', 'FORBIDDEN'],
    ['PRIVATE', 'stranger', 'HIDDEN'],
    ['UNLISTED', 'stranger', 'ALLOWED'],
    ['PUBLIC', 'stranger', 'ALLOWED'],
  ] as const)('a %s deck, by the %s: %s', (visibility, userId, expected) => {
    expect(decideAttachment(deck({ visibility }), userId)).toBe(expected);
  });

  it('lets nobody attach a deleted deck', () => {
    for (const visibility of ['PRIVATE', 'PUBLIC'] as const) {
      expect(decideAttachment(deck({ visibility, deleted: true }), 'owner')).toBe('HIDDEN');
    }
  });
});

describe('who can read an attached deck', () => {
  it.each([
    ['PRIVATE', 'owner', 'student', true],
    ['PRIVATE', 'editor', 'student', true],
    ['PRIVATE', 'reader', 'student', false],
    ['PRIVATE', 'stranger', 'student', false],
    ['PRIVATE', 'stranger', 'owner', true],
    ['PRIVATE', 'stranger', 'reader', true],
    ['PUBLIC', 'stranger', 'student', true],
    ['UNLISTED', 'stranger', 'student', true],
  ] as const)('%s, attached by the %s, for the %s: %s', (visibility, attachedBy, member, expected) => {
    expect(isReadableThroughCourse(deck({ visibility }), attachedBy, member)).toBe(expected);
  });

  it('shows a deleted deck to nobody', () => {
    expect(isReadableThroughCourse(deck({ visibility: 'PUBLIC', deleted: true }), 'owner', 'owner')).toBe(false);
  });
});
