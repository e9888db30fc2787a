import { createHash } from 'node:crypto';
import { inArray } from 'drizzle-orm';
import { schedulerKey } from '../domain/scheduling.js';
import type { Scheduler } from '../domain/scheduling.js';
import type { DecksDb } from './database.js';
import { schedulers } from './tables.js';

/** Ids that are remembered for each database (count); rows never change, so what is remembered stays true. */
const knownIdsMax = 10_000;
const knownIds = new WeakMap<DecksDb, Map<string, number>>();

/**
 * Ids of schedulers by `schedulerKey`, made where they are new. Not for transactions: an id that is remembered must
 * outlive whatever the caller rolls back.
 */
export async function schedulerIds(db: DecksDb, wanted: readonly Scheduler[]): Promise<Map<string, number>> {
  const known = knownIds.get(db) ?? new Map<string, number>();
  knownIds.set(db, known);
  const missing = new Map(wanted.map((one) => [schedulerKey(one), one]));
  for (const key of known.keys()) missing.delete(key);
  if (missing.size > 0) {
    if (known.size + missing.size > knownIdsMax) known.clear();
    for (const [key, id] of await registerSchedulers(db, missing)) known.set(key, id);
  }
  return new Map(
    wanted.map((one) => {
      const id = known.get(schedulerKey(one));
      if (id === undefined) throw new Error('a scheduler has no row though it was just written');
      return [schedulerKey(one), id];
    }),
  );
}

async function registerSchedulers(db: DecksDb, missing: ReadonlyMap<string, Scheduler>): Promise<Map<string, number>> {
  const keyByFingerprint = new Map([...missing.keys()].map((key) => [fingerprint(key), key]));
  await db
    .insert(schedulers)
    .values(
      [...missing].map(([key, one]) => ({
        fingerprint: fingerprint(key),
        desiredRetention: one.desiredRetention,
        weights: [...one.weights],
        learningStepsMinutes: [...one.learningStepsMinutes],
        relearningStepsMinutes: [...one.relearningStepsMinutes],
        maximumIntervalDays: one.maximumIntervalDays,
        fuzz: one.fuzz,
        leechLapses: one.leechLapses,
      })),
    )
    .onConflictDoNothing();
  const rows = await db
    .select({ id: schedulers.id, fingerprint: schedulers.fingerprint })
    .from(schedulers)
    .where(inArray(schedulers.fingerprint, [...keyByFingerprint.keys()]));
  return new Map(rows.map((row) => [keyByFingerprint.get(row.fingerprint) ?? '', row.id]));
}

function fingerprint(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}
