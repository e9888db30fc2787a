import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { createClient } from '@clickhouse/client';
import { clickHouseOf, clickHousePinnedSettings, type ClickHouse } from '@ruzlet/platform/clickhouse/clickhouse';
import { openChdbPool } from './chdb-connection.js';
import { lockFolder, type FolderLock } from './folder-lock.js';

export interface ChdbOptions {
  /** The engine's folder, made when absent. A process can have one engine folder open at a time. */
  path: string;
  /** Made when absent. Default: `analytics`. */
  database?: string;
  /** Queries that run at the same time (count). Start Node with UV_THREADPOOL_SIZE well above it. Default: 4. */
  readersMax?: number;
}

const readersMaxDefault = 4;

/** Databases of one folder share the engine and its lock. */
const openFolders = new Map<string, { lock: Promise<FolderLock>; users: number }>();

/** ClickHouse in this process: the same port as a server, over chdb. What an insert has acknowledged survives a kill. */
export async function openChdb(options: ChdbOptions): Promise<ClickHouse> {
  const folder = path.resolve(options.path);
  const database = options.database ?? 'analytics';
  const release = await takeFolder(folder);
  try {
    const engine = path.join(folder, 'engine');
    const writer = await openChdbPool({ path: engine, database, sessions: 1, settings: clickHousePinnedSettings });
    const reader = await openChdbPool({
      path: engine,
      database,
      sessions: options.readersMax ?? readersMaxDefault,
      settings: { ...clickHousePinnedSettings, readonly: '2' },
    });
    const clickhouse = clickHouseOf(createClient({ connection: writer }), createClient({ connection: reader }));
    return {
      ...clickhouse,
      close: async () => {
        await clickhouse.close();
        await release();
      },
    };
  } catch (error) {
    await release();
    throw error;
  }
}

async function takeFolder(folder: string): Promise<() => Promise<void>> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const entry = openFolders.get(folder) ?? { lock: lockFolder(folder), users: 0 };
  openFolders.set(folder, entry);
  entry.users += 1;
  let released = false;
  const release = async (): Promise<void> => {
    if (released) return;
    released = true;
    entry.users -= 1;
    if (entry.users > 0) return;
    openFolders.delete(folder);
    await (await entry.lock).release();
  };
  try {
    await entry.lock;
  } catch (error) {
    openFolders.delete(folder);
    throw error;
  }
  return release;
}
