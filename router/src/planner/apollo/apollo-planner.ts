import { Worker } from 'node:worker_threads';
import { threadScript } from '../../thread-script.js';
import { PlanningFailed, TooComplexToPlan, type PlannerDriver } from '../planner.js';
import { createRemotePlanner } from '../remote/remote-planner.js';

/** Memory of the thread's JavaScript (megabytes): supergraphs, and what planning one operation takes. */
const heapMegabytesMax = 1_024;

/** Apollo's planner, in a worker thread. */
export function createApolloPlanner(): PlannerDriver {
  return createRemotePlanner({
    name: 'apollo',
    capabilities: { defer: true },
    open(events) {
      const worker = new Worker(threadScript(import.meta.url, './apollo-worker'), {
        // Nothing of the environment: the planner needs no secret of ours.
        env: {},
        execArgv: [],
        resourceLimits: { maxOldGenerationSizeMb: heapMegabytesMax },
      });
      worker.on('message', events.message);
      worker.on('error', (error) => {
        const outOfMemory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
        events.ended(
          outOfMemory ? new TooComplexToPlan('The planner ran out of memory.') : new PlanningFailed(error.message),
        );
      });
      worker.on('exit', () => {
        events.ended(new PlanningFailed('The thread that plans was ended.'));
      });
      return {
        send: (message) => {
          worker.postMessage(message);
        },
        hold(needed) {
          if (needed) worker.ref();
          else worker.unref();
        },
        async end() {
          await worker.terminate();
        },
      };
    },
  });
}
