import { runMain } from '@ruzlet/platform/http/run-service';
import { createLogger } from '@ruzlet/platform/log';
import { readLocalConfig } from './config.js';
import { ensureDemo } from './demo.js';
import { startRuzlet } from './start-ruzlet.js';
import { describeRunning } from './summary.js';
import { watchParent } from './watch-parent.js';

/** Milliseconds that a stop may take before the process ends anyway. */
const stopTimeoutMs = 20_000;

await runMain(async () => {
  const config = readLocalConfig();
  const logger = createLogger({ name: 'ruzlet', level: config.LOG_LEVEL });

  // A stop that is asked for during the start waits for it: engines that are half up are not left behind.
  let stopWanted: (exitCode: number) => void = () => undefined;
  const stopAsked = new Promise<number>((resolve) => {
    stopWanted = resolve;
  });
  let asked = false;
  const stop = (exitCode: number) => {
    // A second Ctrl-C is for somebody who does not want to wait.
    if (asked) process.exit(1);
    asked = true;
    stopWanted(exitCode);
  };
  process.on('SIGINT', () => {
    stop(0);
  });
  process.on('SIGTERM', () => {
    stop(0);
  });
  watchParent(() => {
    stop(0);
  });

  const ruzlet = await startRuzlet({
    config,
    logger,
    onFailure: (error) => {
      process.stderr.write(`${error.message}\n`);
      stop(1);
    },
  });
  try {
    const demo = config.DEMO ? await ensureDemo(ruzlet) : undefined;
    process.stdout.write(describeRunning(ruzlet, demo));
  } catch (error) {
    await ruzlet.close();
    throw error;
  }
  const exitCode = await stopAsked;
  setTimeout(() => process.exit(1), stopTimeoutMs).unref();
  await ruzlet.close();
  process.exit(exitCode);
});
