/** Who may see a profile and find it by name. */
export const profileVisibilities = ['PUBLIC', 'MEMBERS', 'PRIVATE'] as const;
export type ProfileVisibility = (typeof profileVisibilities)[number];

/** What is asked about a profile: whose it is and whom it is open to. */
export interface Visible {
  id: string;
  visibility: ProfileVisibility;
}

/**
 * True when somebody may see the whole profile, and find it by name. The names of a profile are not asked about here:
 * they stand beside public decks and courses whatever its visibility.
 *
 * @param viewerId null for an anonymous viewer.
 */
export function maySeeProfile(profile: Visible, viewerId: string | null): boolean {
  if (profile.id === viewerId) return true;
  return profile.visibility === 'PUBLIC' || (profile.visibility === 'MEMBERS' && viewerId !== null);
}
