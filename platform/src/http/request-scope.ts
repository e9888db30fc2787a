import { AsyncLocalStorage } from 'node:async_hooks';
import type { Viewer } from '../access/viewer.js';

/** What belongs to one request and is wanted deep below it: the id that logs and events carry. */
export interface RequestScope {
  requestId: string;
  /** Who asks; nobody where work does not come from a request. */
  viewer?: Viewer | null;
}

const storage = new AsyncLocalStorage<RequestScope>();

export function runInRequestScope<T>(scope: RequestScope, work: () => T): T {
  return storage.run(scope, work);
}

/** The id of the request that this code runs for; undefined outside of one. */
export function currentRequestId(): string | undefined {
  return storage.getStore()?.requestId;
}

/** Who the request that this code runs for comes from; null for anonymous requests and outside of one. */
export function currentViewer(): Viewer | null {
  return storage.getStore()?.viewer ?? null;
}
