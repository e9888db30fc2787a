// Runs the project's own processes as compose.yaml says: same commands, same environment, same order and health checks. Only
// names of compose's network become addresses of this machine. `node scripts/services/topology.mjs` stays until Ctrl-C;
// with --describe it prints what it would run.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { environmentOf, mapHosts, readCompose } from './compose-file.mjs';
import { composeVariables, readSettings, root } from './settings.mjs';

const outputKeptCharacters = 20_000;
const readyTimeoutMs = 90_000;
const healthEveryMs = 300;
const stopTimeoutMs = 20_000;

/** What stands for the image when none was built: this folder, this Node, this user. */
const builtHere = { cwd: root, node: process.execPath, env: { NODE_ENV: 'production' }, runAs: {} };

/**
 * What each of our own services is run with. `portOf` gives the local port in place of the container's; the services beside
 * ours are where `settings` has them. `image` is what `buildImage` gave.
 */
export function describeTopology(settings, portOf = (name, port) => port, image = builtHere) {
  const services = readCompose(composeVariables(settings));
  const own = Object.keys(services).filter((name) => services[name].build !== undefined);
  const addressOf = (name, port) =>
    `127.0.0.1:${own.includes(name) ? portOf(name, port) : servicePort(settings, services, name)}`;

  return Object.fromEntries(
    own.map((name) => {
      const service = services[name];
      const environment = environmentOf(service);
      const port = environment.PORT === undefined ? undefined : portOf(name, Number(environment.PORT));
      const local = Object.entries(environment).map(([variable, value]) => [
        variable,
        mapHosts(value, services, addressOf),
      ]);
      const env = {
        ...image.env,
        ...Object.fromEntries(local),
        ...(port && { PORT: String(port), HOST: '127.0.0.1' }),
      };
      const withNode = (words) => words.map((word, index) => (index === 0 && word === 'node' ? image.node : word));
      const health = (service.healthcheck?.test ?? [])
        .slice(1)
        .map((word) => word.replaceAll(`127.0.0.1:${environment.PORT}`, `127.0.0.1:${port}`));
      const dependencies = Object.keys(service.depends_on ?? {}).filter((dependency) => own.includes(dependency));
      const { cwd, runAs } = image;
      const command = withNode(service.command);
      return [name, { name, command, cwd, runAs, env, port, health: withNode(health), dependencies }];
    }),
  );
}

function servicePort(settings, services, name) {
  const published = /^postgres-/.test(name) ? services[name].ports[0].split(':').at(-2) : undefined;
  return settings.port(name, ...(published ? [Number(published)] : []));
}

/** Starts all of it, each process when those that it depends on are done or healthy. */
export async function startTopology(settings, { portOf, image, onExit = () => undefined } = {}) {
  const processes = describeTopology(settings, portOf, image);
  const running = new Map();
  const begun = new Map();
  let closing = false;

  async function begin({ name, dependencies }) {
    await Promise.all(dependencies.map((dependency) => beginOnce(processes[dependency])));
    const description = processes[name];
    const child = startProcess(settings, description);
    running.set(name, child);
    if (description.health.length === 0) {
      if ((await child.exited) !== 0) throw new Error(`${name} failed:\n${child.output()}`);
      running.delete(name);
      return;
    }
    void child.exited.then((code) => {
      if (!closing) onExit(`${name} ended by itself (${code}):\n${child.output()}`);
    });
    await untilHealthy(description, child);
  }

  function beginOnce(description) {
    if (!begun.has(description.name)) begun.set(description.name, begin(description));
    return begun.get(description.name);
  }

  async function close() {
    closing = true;
    await Promise.all([...running.values()].map((child) => child.stop()));
  }

  const results = await Promise.allSettled(Object.values(processes).map(beginOnce));
  const failed = results.find((result) => result.status === 'rejected');
  if (failed) {
    await close();
    throw failed.reason;
  }
  return {
    processes,
    url: `http://127.0.0.1:${processes.router.port}`,
    output: (name) => running.get(name)?.output() ?? '',
    close,
  };
}

function startProcess(settings, { name, command: [program, ...args], cwd, runAs, env }) {
  const child = spawn(program, args, {
    cwd,
    ...runAs,
    // As in a container, where nothing of this shell's environment is.
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  mkdirSync(settings.run, { recursive: true });
  const log = createWriteStream(join(settings.run, `process-${name}.log`), { mode: 0o600 });
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (data) => {
      output = `${output}${data}`.slice(-outputKeptCharacters);
      log.write(data);
    });
  }
  const exited = once(child, 'exit').then(([code, signal]) => {
    log.end();
    return code ?? signal;
  });
  return {
    exited,
    gone: () => child.exitCode !== null || child.signalCode !== null,
    output: () => output,
    async stop() {
      child.kill('SIGTERM');
      const late = setTimeout(() => child.kill('SIGKILL'), stopTimeoutMs);
      await exited;
      clearTimeout(late);
    },
  };
}

/** Asks by the file's own health check. */
async function untilHealthy({ name, health: [program, ...args] }, child) {
  const deadline = Date.now() + readyTimeoutMs;
  for (;;) {
    const check = spawn(program, args, { stdio: 'ignore' });
    const [code] = await once(check, 'exit');
    if (code === 0) return;
    if (child.gone() || Date.now() > deadline) throw new Error(`${name} did not become healthy:\n${child.output()}`);
    await pause(healthEveryMs);
  }
}

/** Ports that nobody has, one for each name, so that a topology can run beside another. */
export async function freePorts(names) {
  const servers = names.map(() => createServer().listen(0, '127.0.0.1'));
  await Promise.all(servers.map((server) => once(server, 'listening')));
  const ports = Object.fromEntries(names.map((name, index) => [name, servers[index].address().port]));
  await Promise.all(servers.map((server) => once(server.close(), 'close')));
  return ports;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv.includes('--describe')) {
    process.stdout.write(`${JSON.stringify(describeTopology(readSettings()), null, 2)}\n`);
  } else await stayUntilStopped();
}

async function stayUntilStopped() {
  const topology = await startTopology(readSettings(), {
    onExit: (message) => {
      process.stderr.write(`${message}\n`);
      process.exitCode = 1;
    },
  });
  process.stdout.write(`The graph answers on ${topology.url}/graphql; Ctrl-C stops it.\n`);
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void topology.close());
}
