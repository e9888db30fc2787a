import type { Clock } from '@ruzlet/platform/clock';
import type { ObjectStore } from '@ruzlet/platform/objects/objects';
import type { Arrivals } from '@ruzlet/platform/outbox/arrivals';
import type { Db } from '@ruzlet/platform/postgres/database';
import type { Read } from '@ruzlet/platform/reads/gather';
import type { ProfileRow } from '../storage/profiles.js';

/** What the use cases stand on. Each names in its signature what it takes of it. */
export interface UserServices {
  db: Db;
  /** Profiles by id, whoever asks; null where there is none. */
  profiles: Read<string, ProfileRow | null>;
  clock: Clock;
  /** Pictures of users. */
  objects: ObjectStore;
  /** Tells when an event has brought something. */
  arrivals: Arrivals;
}
