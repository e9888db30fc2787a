import type { Clock } from '@ruzlet/platform/clock';
import type { ObjectStore } from '@ruzlet/platform/objects/objects';
import type { Arrivals } from '@ruzlet/platform/outbox/arrivals';
import type { Db } from '@ruzlet/platform/postgres/database';

/** What the use cases stand on. Each names in its signature what it takes of it. */
export interface UserServices {
  db: Db;
  clock: Clock;
  /** Pictures of users. */
  objects: ObjectStore;
  /** Tells when an event has brought something. */
  arrivals: Arrivals;
}
