/** What an API key may do. None may look at or change the account that it belongs to. */
export const apiKeyScopes = ['READ', 'STUDY', 'WRITE'] as const;

export type ApiKeyScope = (typeof apiKeyScopes)[number];

const dayMs = 86_400_000;
/** How long a key works where nothing is said, and at most (milliseconds). */
export const apiKeyLifeDefaultMs = 365 * dayMs;
export const apiKeyLifeMaxMs = 5 * apiKeyLifeDefaultMs;

/** Each scope once, in order. Whoever may study or write may read: what a mutation gives back comes by reading. */
export function normalizeScopes(scopes: readonly ApiKeyScope[]): ApiKeyScope[] {
  return apiKeyScopes.filter((scope) => scope === 'READ' || scopes.includes(scope));
}

/** The claim `scope` of the access tokens that a key is exchanged for. */
export function scopeClaim(scopes: readonly ApiKeyScope[]): string {
  return scopes.map((scope) => scope.toLowerCase()).join(' ');
}
