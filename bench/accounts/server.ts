import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readLocalConfig } from '../../local/src/config.js';
import { startRuzlet } from '../../local/src/start-ruzlet.js';
import { createLogger } from '@ruzlet/platform/log';

/** The whole of Ruzlet, empty, on free ports, with limits a thousand times as wide; it tells its parent where. */
const dataDir = await mkdtemp(join(tmpdir(), 'ruzlet-bench-'));
const names = ['PORT', 'AUTH_PORT', 'USERS_PORT', 'DECKS_PORT', 'TEACHING_PORT', 'ANALYTICS_PORT'];
const ruzlet = await startRuzlet({
  config: readLocalConfig({
    RUZLET_DATA_DIR: dataDir,
    RATE_LIMIT_FACTOR: '1000',
    ...Object.fromEntries(names.map((name) => [name, '0'])),
  }),
  logger: createLogger({ name: 'bench', level: 'error' }),
  onFailure: (error) => {
    throw error;
  },
});
async function stop(): Promise<never> {
  await ruzlet.close();
  await rm(dataDir, { recursive: true, force: true });
  return process.exit();
}
process.on('disconnect', () => void stop());
process.send?.({ auth: `http://127.0.0.1:${String(ruzlet.ports.auth)}/graphql` });
