import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { openChdb } from '@ruzlet/embedded/clickhouse';
import type { ClickHouse } from '@ruzlet/platform/clickhouse/clickhouse';
import { inject } from 'vitest';
// Declares the provided context that `inject` reads.
import type {} from './global-setup.js';

/** A fresh, empty ClickHouse database. The engine is one per test process, so that files do not see each other's. */
export async function openTestClickHouse(): Promise<ClickHouse> {
  return openChdb({
    path: path.join(inject('testScratchFolder'), `chdb-${String(process.pid)}`),
    database: `test_${randomUUID().replaceAll('-', '')}`,
    readersMax: 2,
  });
}
