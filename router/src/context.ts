import type { Viewer } from '@ruzlet/platform/access/viewer';
import type { Logger } from '@ruzlet/platform/log';

/** What a request carries through the router. */
export interface RouterContext {
  requestId: string;
  viewer: Viewer | null;
  /** Where the request comes from, as far as proxies are believed. */
  address: string;
  /** What every subgraph is sent along. */
  forwarded: Record<string, string>;
  /** The access token, for who has to look at it again. */
  token: string | undefined;
  /** Aborted when the client has gone or the time is up; made when first asked for. */
  signal: () => AbortSignal;
  /** What caches are told about the answer; nothing may be kept when nobody says otherwise. */
  cacheControl?: string | undefined;
  log: Logger;
}
