import type { Viewer } from '@ruzlet/platform/access/viewer';
import type { Logger } from '@ruzlet/platform/log';

/** What a request carries through the router. */
export interface RouterContext {
  requestId: string;
  viewer: Viewer | null;
  /** What every subgraph is sent along. */
  forwarded: Record<string, string>;
  log: Logger;
}
