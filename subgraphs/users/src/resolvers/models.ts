import type { Connection } from '@ruzlet/platform/pagination';
import type { Profile } from '../services/read-profiles.js';

/** What stands behind the types of the graph where the shapes differ. */
export type UserModel = Profile;
export type UserConnectionModel = Connection<Profile>;
export interface UserEdgeModel {
  node: Profile;
  cursor: string;
}
