// Keeps one Postgres server running until it is told to stop. The embedded server ends with the process that started it, so
// this process is what outlives `npm run services -- up`.
import { startEmbeddedPostgres } from '@ruzlet/embedded/postgres';

const { KEEPER_FOLDER, KEEPER_PORT, KEEPER_DATABASE, KEEPER_ROLE, KEEPER_PASSWORD, KEEPER_SETTINGS } = process.env;

const server = await startEmbeddedPostgres({
  dataDir: KEEPER_FOLDER,
  port: Number(KEEPER_PORT),
  settings: JSON.parse(KEEPER_SETTINGS),
  onUnexpectedExit: (error) => {
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  },
});
await server.provision({ databases: [{ name: KEEPER_DATABASE, role: KEEPER_ROLE, password: KEEPER_PASSWORD }] });

// Nothing else keeps this process alive.
const staying = setInterval(() => undefined, 2 ** 30);
for (const signal of ['SIGTERM', 'SIGINT']) {
  process.once(signal, () => {
    clearInterval(staying);
    void server.close();
  });
}
