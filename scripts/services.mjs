// `npm run services -- up | down | status | env`: what compose.yaml runs beside our own processes, without Docker, on loopback.
import { rmSync } from 'node:fs';
import { ensureInstalled, requireNode } from './install.mjs';

const usage = `npm run services -- <command>
  up [service …]           install what is missing, start, wait until each answers
  down [service …]         stop what up has started; --kill: at once; --wipe: remove the data of all as well
  status                   what runs where
  env                      values for the variables of compose.yaml, and where the tests find the services
RUZLET_SERVICES_DIR chooses the folder (default: .services), RUZLET_SERVICES_CACHE the one for what was downloaded or built (default:
cache in it), RUZLET_SERVICES_PORT_<SERVICE> a port.
`;

requireNode();
ensureInstalled();
const { down, status, testEnvironment, up } = await import('./services/all.mjs');
const { composeVariables, readSettings } = await import('./services/settings.mjs');

const [command = '', ...rest] = process.argv.slice(2);
const names = rest.filter((word) => !word.startsWith('--'));
const settings = readSettings();

const commands = {
  async up() {
    // The Postgres servers run through the compiled @ruzlet/embedded.
    const { buildAll, isBuilt } = await import('./build.mjs');
    const wantsPostgres = names.length === 0 || names.some((name) => name.startsWith('postgres-'));
    if (wantsPostgres && !isBuilt()) await buildAll();
    await up(settings, names);
  },
  async down() {
    await down(settings, names, rest.includes('--kill') ? 'SIGKILL' : 'SIGTERM');
    if (rest.includes('--wipe')) rmSync(settings.data, { recursive: true, force: true });
  },
  async status() {
    for (const { title, port, state, pid } of await status(settings)) {
      process.stdout.write(
        `${title.padEnd(30)} 127.0.0.1:${String(port).padEnd(6)} ${state}${pid ? ` (pid ${pid})` : ''}\n`,
      );
    }
  },
  env() {
    const all = { ...composeVariables(settings), ...testEnvironment(settings) };
    for (const [name, value] of Object.entries(all)) process.stdout.write(`${name}=${value}\n`);
  },
};

// `status | head` closes our output before we are through.
process.stdout.on('error', () => undefined);

if (!Object.hasOwn(commands, command)) {
  process.stderr.write(usage);
  process.exit(1);
}
try {
  await commands[command]();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
