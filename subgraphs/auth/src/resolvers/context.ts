import type { Viewer } from '@ruzlet/platform/access/viewer';
import type { AuthServices, Device } from '../services/auth-services.js';
import type { AccountReader } from '../services/read-accounts.js';

/** What a resolver of this subgraph knows of its request. */
export interface Context {
  viewer: Viewer | null;
  device: Device;
  services: AuthServices;
  accounts: AccountReader;
}
