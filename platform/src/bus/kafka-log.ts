import { logLevel, type logCreator } from 'kafkajs';
import type { Logger } from '../log.js';

/**
 * Lines of kafkajs that are no news here. It warns of limited retries because a producer that gave up may reuse a sequence
 * number; ours is thrown away after a failure, so that cannot happen.
 */
const expectedLines = new Set(['Limiting retries for the idempotent producer may invalidate EoS guarantees']);

/**
 * Sends the lines of kafkajs to our log, one level lower than it means them: it calls every failed attempt an error, though it
 * tries again by itself. What fails in the end is logged as an error by whoever asked for it.
 */
export function kafkaLogCreator(logger: Logger): logCreator {
  return () =>
    ({ namespace, level, log }) => {
      const { message, ...details } = log;
      if (expectedLines.has(message)) return;
      const line = { ...details, part: namespace };
      if (level === logLevel.ERROR) logger.warn(line, message);
      else if (level === logLevel.WARN) logger.info(line, message);
      else logger.debug(line, message);
    };
}
