import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLogger } from '@ruzlet/platform/log';
import { readLocalConfig } from '../src/config.js';
import { startRuzlet } from '../src/start-ruzlet.js';
import { describeLive } from './live-contract.js';

describeLive(
  'one machine',
  async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'ruzlet-live-'));
    const anyPort = ['PORT', 'AUTH_PORT', 'USERS_PORT', 'DECKS_PORT', 'TEACHING_PORT', 'ANALYTICS_PORT'];
    const ruzlet = await startRuzlet({
      config: readLocalConfig({ RUZLET_DATA_DIR: dataDir, ...Object.fromEntries(anyPort.map((name) => [name, '0'])) }),
      logger: createLogger({ name: 'test', level: 'error' }),
      onFailure: (error) => {
        throw error;
      },
    });
    return {
      url: ruzlet.url,
      async close() {
        await ruzlet.close();
        await rm(dataDir, { recursive: true, force: true });
      },
    };
  },
  { stops: true },
);
