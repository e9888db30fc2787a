// A Postgres server for each domain: the programs of the embedded package, which are of the version of compose's image.
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { environmentOf, publishedPort } from './compose-file.mjs';
import { packageOf } from './settings.mjs';

const postgres = packageOf('platform', 'postgres');

const keeper = fileURLToPath(new URL('postgres-keeper.mjs', import.meta.url));
/** Inside the container. */
const containerPort = 5432;

export function postgresServices(settings, services) {
  return Object.entries(services)
    .filter(([name]) => name.startsWith('postgres-'))
    .map(([name, service]) => {
      const port = settings.port(name, publishedPort(service, containerPort));
      const { POSTGRES_DB: database, POSTGRES_USER: role, POSTGRES_PASSWORD: password } = environmentOf(service);
      return {
        name,
        port,
        install: () => undefined,
        start: () => ({
          command: process.execPath,
          args: [keeper, name],
          env: {
            KEEPER_FOLDER: join(settings.data, name),
            KEEPER_PORT: String(port),
            KEEPER_DATABASE: database,
            KEEPER_ROLE: role,
            KEEPER_PASSWORD: password,
            KEEPER_SETTINGS: JSON.stringify(settingsOf(service.command)),
          },
        }),
        async ready() {
          const options = { host: '127.0.0.1', port, database, username: role, password, max: 1, connect_timeout: 2 };
          const sql = postgres({ ...options, onnotice: () => undefined });
          try {
            return (await sql`select 1 as one`)[0].one === 1;
          } finally {
            await sql.end({ timeout: 1 });
          }
        },
      };
    });
}

/** `-c name=value` of the command line that compose.yaml gives the server. */
function settingsOf(command = []) {
  const flags = command.filter((_, index) => command[index - 1] === '-c').map(String);
  return Object.fromEntries(flags.map((flag) => flag.split(/=(.*)/s).slice(0, 2)));
}
