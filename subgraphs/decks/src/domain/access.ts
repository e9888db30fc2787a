import type { DeckVisibility } from './deck.js';

/** Who may do what with a deck: the one place that decides it. */

export type DeckPermission = 'NONE' | 'VIEW' | 'EDIT' | 'OWN';

export interface AccessFacts {
  ownerId: string;
  visibility: DeckVisibility;
  deleted: boolean;
  /** What the owner shared with the viewer. */
  collaboration: 'VIEW' | 'EDIT' | null;
  /** True when the viewer is enrolled in a course to which somebody attached the deck who may edit it. */
  enrolled: boolean;
}

const levels: Record<DeckPermission, number> = { NONE: 0, VIEW: 1, EDIT: 2, OWN: 3 };

/** True when `has` includes `needed`. */
export function permits(has: DeckPermission, needed: DeckPermission): boolean {
  return levels[has] >= levels[needed];
}

/**
 * @param viewerId null for an anonymous viewer.
 */
export function deckPermission(facts: AccessFacts, viewerId: string | null): DeckPermission {
  // A deleted deck exists for restoreDeck and the bin only, and those ask for the owner by themselves.
  if (facts.deleted) return 'NONE';
  if (viewerId !== null && viewerId === facts.ownerId) return 'OWN';
  if (viewerId !== null && facts.collaboration === 'EDIT') return 'EDIT';
  if (facts.visibility !== 'PRIVATE') return 'VIEW';
  return viewerId !== null && (facts.collaboration === 'VIEW' || facts.enrolled) ? 'VIEW' : 'NONE';
}
