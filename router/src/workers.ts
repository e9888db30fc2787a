import cluster, { type Worker } from 'node:cluster';
import { once } from 'node:events';
import { AggregatorRegistry, type Registry } from 'prom-client';
import { z } from 'zod';
import type { Logger } from '@ruzlet/platform/log';

/** Milliseconds until another worker takes the place of one that has ended. */
const beginAgainMs = 1_000;

const metricsQuestion = z.object({ ask: z.literal('metrics'), number: z.int() });
const metricsAnswer = z.object({ metrics: z.string(), number: z.int() });

/**
 * Runs as many workers on one port as there are cores to use, and puts another in the place of one that ends. Signals to
 * end or to read the supergraph again are handed on.
 *
 * @returns when all listen.
 * @throws when one cannot start: it has said why.
 */
export async function runWorkers({ count, logger }: { count: number; logger: Logger }): Promise<void> {
  const registry = new AggregatorRegistry();
  let stopping = false;
  let failed = false;
  let listening = false;
  const workers = (): Worker[] => Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined);

  const stop = (): void => {
    stopping = true;
    // A terminal sends its own signal to all; a second one of that kind would not let them finish.
    for (const worker of workers()) worker.process.kill('SIGTERM');
  };
  cluster.on('exit', (worker, code, signal) => {
    if (stopping) {
      failed ||= code !== 0;
      if (workers().length === 0) process.exit(failed ? 1 : 0);
      return;
    }
    if (!listening) {
      failed = true;
      stop();
      if (workers().length === 0) process.exit(1);
      return;
    }
    logger.error({ worker: worker.process.pid, code, signal }, 'a worker of the router ended: another takes its place');
    setTimeout(() => {
      if (!stopping) cluster.fork();
    }, beginAgainMs);
  });
  cluster.on('message', (worker, message: unknown) => {
    const question = metricsQuestion.safeParse(message);
    if (!question.success) return;
    const { number } = question.data;
    registry.clusterMetrics().then(
      (metrics) => worker.send({ metrics, number }),
      (error: unknown) => {
        logger.error({ err: error }, 'the metrics of the workers could not be gathered');
        worker.send({ metrics: '', number });
      },
    );
  });
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  process.on('SIGHUP', (signal) => {
    for (const worker of workers()) worker.process.kill(signal);
  });

  await Promise.all(Array.from({ length: count }, () => once(cluster.fork(), 'listening')));
  listening = true;
  logger.info({ workers: count }, 'all workers of the router listen');
}

/** In a worker: gives the metrics of this one to whoever asks any of them. @returns the metrics of all together. */
export function shareMetrics(own: Registry): () => Promise<string> {
  AggregatorRegistry.setRegistries(own);
  // It answers when the others are asked.
  new AggregatorRegistry();
  const waiting = new Map<number, (metrics: string) => void>();
  let last = 0;
  process.on('message', (message) => {
    const answer = metricsAnswer.safeParse(message);
    if (!answer.success) return;
    waiting.get(answer.data.number)?.(answer.data.metrics);
    waiting.delete(answer.data.number);
  });
  return () =>
    new Promise((resolve) => {
      last += 1;
      waiting.set(last, resolve);
      process.send?.({ ask: 'metrics', number: last });
    });
}
