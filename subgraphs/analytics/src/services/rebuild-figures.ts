import type { Rebuild } from '../storage/rebuilds.js';
import { latestRebuild } from '../storage/rebuilds.js';
import { requireAdmin } from './require-admin.js';
import type { Scope } from './scope.js';

const shown = ({ state, detail, startedAt, finishedAt }: Rebuild) => ({ state, detail, startedAt, finishedAt });

/** Begins to make all figures anew from the raw events, for administrators. @throws AppError CONFLICT when raw events are missing. */
export async function beginRebuildFigures({ viewer, rebuilder }: Scope) {
  requireAdmin(viewer);
  return shown(await rebuilder.begin());
}

/** The latest rebuild, or null. */
export async function latestRebuildOf({ viewer, db }: Scope) {
  requireAdmin(viewer);
  const latest = await latestRebuild(db);
  return latest && shown(latest);
}
