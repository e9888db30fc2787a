import type { IncomingMessage } from '../bus/bus.js';

/**
 * Handles the messages of one topic and key one after another, and up to `lanesMax` such lanes at the same time. When one fails,
 * no further message is begun; rejects with the first failure after those that run have ended.
 */
export async function handleLanes(
  batch: IncomingMessage[],
  lanesMax: number,
  handle: (message: IncomingMessage) => Promise<void>,
): Promise<void> {
  const lanes = new Map<string, IncomingMessage[]>();
  for (const message of batch) {
    const name = `${message.topic}\n${message.key}`;
    const lane = lanes.get(name);
    if (lane) lane.push(message);
    else lanes.set(name, [message]);
  }
  const waiting = [...lanes.values()];
  const failures: unknown[] = [];

  async function work(): Promise<void> {
    for (let lane = waiting.shift(); lane; lane = waiting.shift()) {
      for (const message of lane) {
        if (failures.length > 0) return;
        try {
          await handle(message);
        } catch (error) {
          failures.push(error);
          return;
        }
      }
    }
  }

  await Promise.all(Array.from({ length: Math.min(lanesMax, waiting.length) }, work));
  if (failures.length > 0) throw failures[0];
}
