import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLogger } from '@ruzlet/platform/log';
import { readLocalConfig } from '../../local/src/config.js';
import { ensureDemo } from '../../local/src/demo.js';
import { startRuzlet } from '../../local/src/start-ruzlet.js';
import { fill } from './fill.js';
import { profiled } from './profile.js';

/**
 * The whole of Ruzlet in one process, filled; its parent tells it when to measure. Messages: `fill <user id>`, `begin`
 * and `end`: what was used between these.
 */
const dataDir = await mkdtemp(join(tmpdir(), 'ruzlet-own-graph-'));
const names = ['PORT', 'AUTH_PORT', 'USERS_PORT', 'DECKS_PORT', 'TEACHING_PORT', 'ANALYTICS_PORT'];
const ruzlet = await startRuzlet({
  config: readLocalConfig({ RUZLET_DATA_DIR: dataDir, ...Object.fromEntries(names.map((name) => [name, '0'])) }),
  logger: createLogger({ name: 'bench', level: 'error' }),
  onFailure: (error) => {
    throw error;
  },
});
await ensureDemo(ruzlet);

/** Processor time of the Postgres processes below this one (milliseconds), in steps of 10: the kernel counts so. */
function postgresMs(): number {
  const ours = new Set([String(process.pid)]);
  let ticks = 0;
  const stats = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .sort((a, b) => Number(a) - Number(b))
    .map((pid) => ({ pid, stat: readStat(pid) }));
  for (const { pid, stat } of stats) {
    // After the name, which may hold anything: state, parent, …, user and system ticks.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (!ours.has(fields[1] ?? '')) continue;
    ours.add(pid);
    ticks += Number(fields[11]) + Number(fields[12]);
  }
  return ticks * 10;
}

function readStat(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return '';
  }
}

let end: (() => void) | undefined;
process.on('message', (message: string) => {
  void answer(message);
});
async function answer(message: string): Promise<void> {
  const [what, argument = ''] = message.split(' ');
  if (what === 'fill') {
    await fill((domain) => ruzlet.stores.databaseUrl(domain), argument);
    process.send?.('filled');
  } else if (what === 'end') end?.();
  else if (what === 'begin') {
    const postgresBefore = postgresMs();
    const cpuBefore = process.cpuUsage();
    const { ms } = await profiled(
      () =>
        new Promise<void>((resolve) => {
          end = resolve;
          process.send?.('begun');
        }),
    );
    const { user, system } = process.cpuUsage(cpuBefore);
    process.send?.({ main: ms, processMs: (user + system) / 1_000, postgresMs: postgresMs() - postgresBefore });
  }
}
process.on('disconnect', () => {
  void ruzlet.close().then(async () => {
    await rm(dataDir, { recursive: true, force: true });
    process.exit();
  });
});
process.send?.({ url: ruzlet.url, ports: ruzlet.ports, routerSecret: ruzlet.secrets.router });
