import { unauthenticated } from '../errors.js';

/** Who asks, as the verified access token says it. `null` stands for an anonymous viewer. */
export interface Viewer {
  userId: string;
  /** The session that the token belongs to, or the API key's id. */
  sessionId: string;
  roles: readonly string[];
  scopes: readonly string[];
  /** OpenID Connect standard claims of the token, as the auth subgraph put them in at sign-in. */
  profile: { username: string; displayName: string; locale: string; timeZone: string };
}

export function requireViewer(viewer: Viewer | null): Viewer {
  if (!viewer) throw unauthenticated();
  return viewer;
}

/** Turns a bearer token into a viewer; throws UNAUTHENTICATED for a token that is not good. */
export type VerifyToken = (token: string) => Promise<Viewer>;
