import { execFile } from 'node:child_process';
import { chmod, chown, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '@ruzlet/embedded/postgres';
import { connectDatabase } from '@ruzlet/platform/postgres/database';
import { waitFor } from '@ruzlet/testkit/wait';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { end, freePorts, runToEnd, start } from './commands.js';
import { processOf, runningTopology } from './config.js';

const run = promisify(execFile);
/** Who the server runs as when we are root. */
const nobody = 65_534;

describe('Postgres over TLS', () => {
  let folder: string;
  let server: EmbeddedPostgres;
  let plain: EmbeddedPostgres;
  /** Of the authority that signed the server's certificate, and of a stranger. */
  let authority: string;
  let stranger: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ruzlet-tls-'));
    // The processes run as somebody else in an image, and read the authorities.
    await chmod(folder, 0o755);
    authority = await makeAuthority('authority');
    stranger = await makeAuthority('stranger');
    await makeCertificate('localhost');
    // Postgres wants the key to be its own and nobody else's.
    if (process.getuid?.() === 0) await chown(join(folder, 'server.key'), nobody, nobody);
    await chmod(join(folder, 'server.key'), 0o600);
    const settings = { ssl: 'on', ssl_cert_file: join(folder, 'server.crt'), ssl_key_file: join(folder, 'server.key') };
    server = await startEmbeddedPostgres({ dataDir: join(folder, 'tls'), durable: false, settings });
    plain = await startEmbeddedPostgres({ dataDir: join(folder, 'plain'), durable: false });
    for (const one of [server, plain]) await one.provision({ databases: [{ name: 'users', role: 'users' }] });
  });
  afterAll(async () => {
    await Promise.all([server.close(), plain.close()]);
    await rm(folder, { recursive: true, force: true });
  });

  async function makeAuthority(name: string): Promise<string> {
    const [key, certificate] = [join(folder, `${name}.key`), join(folder, `${name}.pem`)];
    const subject = ['-subj', `/CN=${name}`, '-days', '2'];
    await run('openssl', [
      'req',
      '-x509',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-keyout',
      key,
      '-out',
      certificate,
      ...subject,
    ]);
    await chmod(certificate, 0o644);
    return certificate;
  }

  /** Signed by the authority, for this host name alone. */
  async function makeCertificate(host: string): Promise<void> {
    const [key, request, certificate] = ['server.key', 'server.csr', 'server.crt'].map((name) => join(folder, name));
    const name = ['-subj', `/CN=${host}`, '-addext', `subjectAltName=DNS:${host}`];
    await run('openssl', ['req', '-newkey', 'rsa:2048', '-nodes', '-keyout', key!, '-out', request!, ...name]);
    const signer = ['-CA', authority, '-CAkey', join(folder, 'authority.key'), '-CAcreateserial', '-days', '2'];
    await run('openssl', [
      'x509',
      '-req',
      '-in',
      request!,
      '-out',
      certificate!,
      '-copy_extensions',
      'copy',
      ...signer,
    ]);
    await chmod(certificate!, 0o644);
  }

  /** As libpq spells it. */
  function urlWith(of: EmbeddedPostgres, parameters: Record<string, string>, host = '127.0.0.1'): string {
    const url = new URL(of.urlFor('users', 'users'));
    url.hostname = host;
    for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
    return url.href;
  }

  async function encrypted(url: string): Promise<boolean> {
    const database = connectDatabase({ url, schema: {}, poolMax: 1, applicationName: 'tls' });
    try {
      const [row] = await database.sql<{ ssl: boolean }[]>`select ssl from pg_stat_ssl where pid = pg_backend_pid()`;
      return row?.ssl ?? false;
    } finally {
      await database.close();
    }
  }

  it('encrypts when the URL asks for it, and not otherwise', async () => {
    expect(await encrypted(urlWith(server, {}))).toBe(false);
    expect(await encrypted(urlWith(server, { sslmode: 'disable' }))).toBe(false);
    expect(await encrypted(urlWith(server, { sslmode: 'require' }))).toBe(true);
    expect(await encrypted(urlWith(server, { sslmode: 'verify-ca', sslrootcert: authority }))).toBe(true);
    expect(await encrypted(urlWith(server, { sslmode: 'verify-full', sslrootcert: authority }, 'localhost'))).toBe(
      true,
    );
  });

  it('refuses an unknown authority, another name, and a server without TLS', async () => {
    const refused = [
      urlWith(server, { sslmode: 'verify-ca' }),
      urlWith(server, { sslmode: 'verify-ca', sslrootcert: stranger }),
      urlWith(server, { sslmode: 'require', sslrootcert: stranger }),
      // The certificate is for the name, not for the address.
      urlWith(server, { sslmode: 'verify-full', sslrootcert: authority }),
      urlWith(plain, { sslmode: 'require' }),
    ];
    for (const url of refused) await expect(encrypted(url), url.replace(/:[^:@]+@/, '@')).rejects.toThrow();
  });

  it('says what is wrong with the URL', async () => {
    await expect(encrypted(urlWith(server, { sslmode: 'prefer' }))).rejects.toThrow(/sslmode=prefer/);
    const missing = urlWith(server, { sslmode: 'verify-full', sslrootcert: join(folder, 'missing.pem') });
    await expect(encrypted(missing)).rejects.toThrow(/missing\.pem, which cannot be read/);
  });

  it('holds for a whole subgraph: migrating, queries, relay', async () => {
    const DATABASE_URL = urlWith(server, { sslmode: 'verify-full', sslrootcert: authority }, 'localhost');
    const topology = runningTopology();
    const migrate = processOf(topology, 'users-migrate');
    const migrated = await runToEnd({ ...migrate, env: { ...migrate.env, DATABASE_URL } });
    expect(migrated).toEqual({ code: 0, output: migrated.output });

    const [PORT = ''] = await freePorts(1);
    // Without a broker: it must not take events that are meant for the topology.
    const users = start(processOf(topology, 'users'), { DATABASE_URL, PORT, KAFKA_BROKERS: '127.0.0.1:1' });
    const watcher = postgres(server.adminUrl, { max: 1, onnotice: () => undefined });
    try {
      await waitFor(async () => (await fetch(`http://127.0.0.1:${PORT}/health`).catch(() => undefined))?.ok, {
        what: 'users to run',
      });
      const sessions = await waitFor(
        async () => {
          const rows = await watcher<{ ssl: boolean }[]>`
            select ssl from pg_stat_ssl join pg_stat_activity using (pid) where usename = 'users'`;
          // At least a connection of the pool, and the relay's.
          return rows.length > 1 && rows;
        },
        { what: 'the sessions of users' },
      );
      expect(sessions.every(({ ssl }) => ssl)).toBe(true);
    } finally {
      await end(users, 'SIGKILL');
      await watcher.end();
    }
  });
});
