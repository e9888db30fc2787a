import type { Logger } from '@ruzlet/platform/log';

/** Lines about one subgraph are at least so far apart (milliseconds): a subgraph that is down fails every call. */
const logEveryMs = 5_000;

/**
 * Says in the log why calls of a subgraph fail, which clients are not told: the first time at once, then at intervals, with
 * how many there were since.
 */
export function createFailureLog(
  subgraph: string,
  logger: Pick<Logger, 'warn'>,
  now: () => number = () => performance.now(),
): (error: unknown) => void {
  let loggedMs = Number.NEGATIVE_INFINITY;
  let unlogged = 0;
  return (error) => {
    unlogged += 1;
    if (now() - loggedMs < logEveryMs) return;
    loggedMs = now();
    logger.warn({ err: error, subgraph, calls: unlogged }, 'calls of a subgraph fail');
    unlogged = 0;
  };
}
