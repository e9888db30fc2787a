import type { Logger } from '@ruzlet/platform/log';
import type { Clock } from '@ruzlet/platform/clock';
import type { Db } from '@ruzlet/platform/postgres/database';
import type { KeyRing } from './key-ring.js';
import type { SecretBox } from './secret-box.js';
import { rotateSigningKeys } from '../services/rotate-signing-keys.js';
import { sweep } from '../services/sweep.js';

/** How often each replica looks for keys of others, keys that are due and sessions that are over (milliseconds). */
const roundIntervalMs = 60_000;

export interface Keeper {
  /** One round: rotates when it is due, and takes up what other replicas made. */
  round(): Promise<void>;
  start(): void;
  close(): Promise<void>;
}

/** Keeps signing keys and sessions in order while the process runs. */
export function createKeeper(options: {
  db: Db;
  box: SecretBox;
  keyRing: KeyRing;
  clock: Clock;
  logger: Logger;
  rotationMs: number;
  tokenLifeMs: number;
}): Keeper {
  const { db, box, keyRing, clock, logger, rotationMs, tokenLifeMs } = options;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;

  async function round(): Promise<void> {
    const { created, retired } = await rotateSigningKeys({ db, box, now: clock.now(), rotationMs, tokenLifeMs });
    if (created !== null || retired.length > 0) logger.info({ created, retired }, 'signing keys rotated');
    await keyRing.reload();
  }

  async function roundAndSweep(): Promise<void> {
    try {
      await round();
      await sweep({ db, clock });
    } catch (error) {
      // The keys at hand go on signing; the next round tries again.
      logger.error({ err: error }, 'signing keys and sessions were not looked after');
    }
  }

  return {
    round,
    start() {
      timer = setInterval(() => {
        running ??= roundAndSweep().finally(() => {
          running = undefined;
        });
      }, roundIntervalMs);
      timer.unref();
    },
    async close() {
      clearInterval(timer);
      await running;
    },
  };
}
