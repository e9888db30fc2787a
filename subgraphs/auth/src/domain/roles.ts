/** What an account may do; the names are those of the graph and of the token's claim `roles`. */
export const roles = ['LEARNER', 'TEACHER', 'ADMIN'] as const;
export type Role = (typeof roles)[number];

/** Each role once, in a fixed order, LEARNER always among them. */
export function normalizeRoles(wanted: readonly Role[]): Role[] {
  return roles.filter((role) => role === 'LEARNER' || wanted.includes(role));
}
