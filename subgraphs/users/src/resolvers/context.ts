import type { Viewer } from '@ruzlet/platform/access/viewer';
import type { ProfileReader } from '../services/read-profiles.js';
import type { UserServices } from '../services/user-services.js';

/** What a resolver of this subgraph knows of its request. */
export interface Context {
  viewer: Viewer | null;
  services: UserServices;
  profiles: ProfileReader;
}
