import type { Logger } from '@ruzlet/platform/log';
import { sweepUploads } from './services/sweep-uploads.js';
import type { UserServices } from './services/user-services.js';

const sweepIntervalMs = 10 * 60_000;

/**
 * Removes what nobody confirmed, now and every ten minutes; two replicas that do so at once remove the same.
 *
 * @returns a function that stops it and waits for a running round.
 */
export function startSweeping(services: UserServices, logger: Logger): () => Promise<void> {
  const sweep = async () => {
    try {
      await sweepUploads(services);
    } catch (error) {
      logger.warn({ err: error }, 'old uploads were not removed: the next round will do it');
    }
  };
  let running = sweep();
  const timer = setInterval(() => {
    running = running.then(sweep);
  }, sweepIntervalMs);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await running;
  };
}
