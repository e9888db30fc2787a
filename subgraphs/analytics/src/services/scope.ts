import type { ClickHouseClient } from '@clickhouse/client';
import type { Viewer } from '@ruzlet/platform/access/viewer';
import type { Bus } from '@ruzlet/platform/bus/bus';
import type { Clock } from '@ruzlet/platform/clock';
import type { Arrivals } from '@ruzlet/platform/outbox/arrivals';
import type { Installation } from '../domain/activity/activity.js';
import { createLoaders, type Loaders } from '../queries/loaders.js';
import { createAccessLoaders, type AccessLoaders } from '../storage/access-loaders.js';
import type { AnalyticsDb } from '../storage/database.js';
import type { Rebuilder } from '../storage/rebuilder.js';

/** What outlives a request. */
export interface Means {
  db: AnalyticsDb;
  reader: ClickHouseClient;
  bus: Bus;
  rebuilder: Rebuilder;
  /** Tells when copies have changed. */
  arrivals: Arrivals;
  clock: Clock;
  /** What ids in exports begin with. */
  installation: Installation;
}

/** What the use cases of one request work with. */
export interface Scope extends Means {
  viewer: Viewer | null;
  access: AccessLoaders;
  figures: Loaders;
}

export function createScope(means: Means, viewer: Viewer | null): Scope {
  return {
    ...means,
    viewer,
    access: createAccessLoaders(means.db, viewer, means.arrivals),
    figures: createLoaders(means.reader),
  };
}
