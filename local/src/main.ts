import { runMain } from '@ruzlet/platform/http/run-service';
import { createLogger } from '@ruzlet/platform/log';
import { readLocalConfig } from './config.js';
import { ensureDemo } from './demo.js';
import { startRuzlet } from './start-ruzlet.js';
import { describeRunning } from './summary.js';
import { watchParent } from './watch-parent.js';

await runMain(async () => {
  const config = readLocalConfig();
  const logger = createLogger({ name: 'ruzlet', level: config.LOG_LEVEL });

  let close: (() => Promise<void>) | undefined;
  let stopping = false;
  const stop = (exitCode: number) => {
    // A second Ctrl-C is for somebody who does not want to wait.
    if (stopping) process.exit(1);
    stopping = true;
    (close?.() ?? Promise.resolve()).then(
      () => process.exit(exitCode),
      (error: unknown) => {
        logger.error({ err: error }, 'did not stop cleanly');
        process.exit(1);
      },
    );
  };

  const ruzlet = await startRuzlet({
    config,
    logger,
    onFailure: (error) => {
      process.stderr.write(`${error.message}\n`);
      stop(1);
    },
  });
  close = ruzlet.close;
  process.on('SIGINT', () => {
    stop(0);
  });
  process.on('SIGTERM', () => {
    stop(0);
  });
  watchParent(() => {
    stop(0);
  });
  const demo = config.DEMO ? await ensureDemo(ruzlet) : undefined;
  process.stdout.write(describeRunning(ruzlet, demo));
});
