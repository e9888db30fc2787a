/**
 * Names as they are compared: compatibility forms and case do not count. Auth, which decides who may have a username,
 * folds look-alike letters as well; for finding somebody, the letters have to be typed as they are.
 */
export function nameKey(name: string): string {
  return name.normalize('NFKC').trim().toUpperCase().toLowerCase().normalize('NFKC');
}

/** What the search looks through. */
export function searchTextOf(profile: { username: string; displayName: string }): string {
  return `${nameKey(profile.username)} ${nameKey(profile.displayName)}`;
}
