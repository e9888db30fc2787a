import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Graph } from './create-graph.js';

/** Operations that are made ready in a new graph before it serves (count), and the time for it (milliseconds). */
const warmedOperationsMax = 300;
const warmedWithinMs = 5_000;

/**
 * Plans and compiles in the new graph what was asked of the old one, so that clients do not all wait for it at once. What
 * is no longer valid is left out; requests go on in between.
 */
export async function warm(next: Graph, old: Graph): Promise<void> {
  const timeIsUp = AbortSignal.timeout(warmedWithinMs);
  for (const { key, facts } of old.runner.recent().slice(0, warmedOperationsMax)) {
    if (timeIsUp.aborted) return;
    try {
      const faults = await next.check.faults(key.source, facts.document, timeIsUp);
      if (faults.length === 0) {
        await next.runner.prepare(key, facts.document, () => timeIsUp);
      }
    } catch {
      // It will fail again, with its own message, for who asks for it.
    }
    await nextTurn();
  }
}
