/** What a course may do with a deck, by the copy of the deck's facts that teaching keeps. */

export interface DeckFacts {
  ownerId: string;
  visibility: 'PRIVATE' | 'UNLISTED' | 'PUBLIC';
  /** Collaborators who may edit. */
  editorIds: readonly string[];
  /** Collaborators who may only read. */
  viewerIds: readonly string[];
  deleted: boolean;
}

/** True for who may give a private deck to a course: its owner, or a collaborator who may edit it. */
export function maySharePrivateDeck(deck: DeckFacts, userId: string): boolean {
  return deck.ownerId === userId || deck.editorIds.includes(userId);
}

/**
 * Whether somebody may attach the deck. A deck that they cannot read does not exist for them; one that they may only
 * read is not theirs to hand on.
 */
export function decideAttachment(deck: DeckFacts, userId: string): 'ALLOWED' | 'HIDDEN' | 'FORBIDDEN' {
  if (deck.deleted) return 'HIDDEN';
  if (deck.visibility !== 'PRIVATE' || maySharePrivateDeck(deck, userId)) return 'ALLOWED';
  return deck.viewerIds.includes(userId) ? 'FORBIDDEN' : 'HIDDEN';
}

/**
 * Whether a member of the course can read an attached deck: it is open to everybody, or who attached it could share it
 * (still can: a collaborator who is dropped takes the grant along), or the member may read it anyway.
 */
export function isReadableThroughCourse(deck: DeckFacts, attachedBy: string, memberId: string): boolean {
  if (deck.deleted) return false;
  return (
    deck.visibility !== 'PRIVATE' ||
    maySharePrivateDeck(deck, attachedBy) ||
    maySharePrivateDeck(deck, memberId) ||
    deck.viewerIds.includes(memberId)
  );
}
