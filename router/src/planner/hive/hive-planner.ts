import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { PlanningFailed, type PlannerDriver } from '../planner.js';
import { createRemotePlanner } from '../remote/remote-planner.js';

const source = fileURLToPath(import.meta.url);
const fromSource = source.endsWith('.ts');
const script = fileURLToPath(new URL(fromSource ? './hive-process.ts' : './hive-process.js', import.meta.url));

/** True when there is a program of Hive's planner for this platform: Linux with glibc and macOS, x64 and arm64. */
export function hasHivePlanner(): boolean {
  try {
    createRequire(import.meta.url)('@graphql-hive/router-query-planner');
    return true;
  } catch {
    return false;
  }
}

/** Hive Router's native planner, in a process of its own: a panic of it ends its process, whichever thread it runs in. */
export function createHivePlanner(): PlannerDriver {
  return createRemotePlanner({
    name: 'hive',
    capabilities: { defer: false },
    open(events) {
      const child = fork(script, {
        serialization: 'advanced',
        // Nothing of the environment: the planner needs no secret of ours.
        env: {},
        execArgv: fromSource ? ['--import', import.meta.resolve('tsx')] : [],
        // What a panic says is of no use to an operator: the operation that cannot be planned is logged.
        stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      });
      child.on('message', events.message);
      child.on('error', (error) => {
        events.ended(new PlanningFailed(error.message));
      });
      child.on('exit', (code, signal) => {
        events.ended(new PlanningFailed(`The process that plans ended (${signal ?? String(code)}).`));
      });
      return {
        send(message) {
          if (child.connected) child.send(message, () => undefined);
        },
        hold(needed) {
          for (const handle of [child, child.channel]) {
            if (needed) handle?.ref();
            else handle?.unref();
          }
        },
        async end() {
          if (child.exitCode !== null || child.signalCode !== null) return;
          const gone = once(child, 'exit');
          child.kill('SIGKILL');
          await gone;
        },
      };
    },
  });
}
