import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { fitAnswer, type FitRequest, type FittedWeights } from './fit-messages.js';

/** Fits weights to a log of reviews in a process of its own. */
export interface WeightFitter {
  /** @throws FitError when the process fails, or takes longer than `fitTimeoutMs`. */
  fit(request: FitRequest): Promise<FittedWeights>;
  /** Ends what is running; whoever waits gets a FitError. */
  close(): void;
}

export class FitError extends Error {
  override name = 'FitError';
}

/** How long a fit may take (milliseconds): less than a request may. */
const fitTimeoutMs = 25_000;
/** Memory of the process's JavaScript (megabytes). */
const fitHeapMegabytesMax = 1_024;

const source = fileURLToPath(import.meta.url);
const fromSource = source.endsWith('.ts');
const script = fileURLToPath(new URL(fromSource ? './fit-process.ts' : './fit-process.js', import.meta.url));

/** Processes take turns: one at a time uses one core, however many ask. */
export function createWeightFitter(): WeightFitter {
  const closing = new AbortController();
  let turn: Promise<unknown> = Promise.resolve();
  return {
    fit(request) {
      const fitted = turn.then(() => fitInProcess(request, closing.signal));
      turn = fitted.catch(() => undefined);
      return fitted;
    },
    close() {
      closing.abort();
    },
  };
}

function fitInProcess(request: FitRequest, closing: AbortSignal): Promise<FittedWeights> {
  return new Promise((resolve, reject) => {
    const child = fork(script, {
      serialization: 'advanced',
      signal: AbortSignal.any([closing, AbortSignal.timeout(fitTimeoutMs)]),
      // Nothing of the environment: the process needs no secret of ours.
      env: {},
      execArgv: [
        `--max-old-space-size=${String(fitHeapMegabytesMax)}`,
        ...(fromSource ? ['--import', import.meta.resolve('tsx')] : []),
      ],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    child.once('message', (message) => {
      const answer = fitAnswer.safeParse(message);
      if (!answer.success) reject(new FitError('the fit answered what nobody understands'));
      else if ('fitted' in answer.data) resolve(answer.data.fitted);
      else reject(new FitError(`the fit failed: ${answer.data.failure}`));
    });
    child.once('error', (error) => {
      reject(new FitError(`the fit was ended: ${error.message}`));
    });
    child.once('exit', (code, signal) => {
      reject(new FitError(`the fit ended without an answer (${signal ?? String(code)})`));
    });
    child.send(request, (error) => {
      if (error) reject(new FitError(`the fit could not be told its log: ${error.message}`));
    });
  });
}
