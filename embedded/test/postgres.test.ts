import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import postgres from 'postgres';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { waitFor } from '@ruzlet/testkit/wait';
import { FolderInUseError } from '../src/folder-lock.js';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../src/postgres.js';
import { runAndKill } from './run-and-kill.js';

describe('startEmbeddedPostgres', () => {
  let dataDir: string;
  const servers: EmbeddedPostgres[] = [];

  beforeEach(() => {
    dataDir = path.join(inject('testScratchFolder'), `embedded-${String(Date.now())}`);
  });

  afterEach(async () => {
    await Promise.all(servers.splice(0).map((server) => server.close()));
    await rm(dataDir, { recursive: true, force: true });
  });

  async function start(options: { port?: number; onUnexpectedExit?: () => void } = {}): Promise<EmbeddedPostgres> {
    const server = await startEmbeddedPostgres({ dataDir, durable: false, ...options });
    servers.push(server);
    return server;
  }

  async function ask(url: string, query: string): Promise<Record<string, unknown>[]> {
    const sql = postgres(url, { max: 1, onnotice: () => undefined });
    try {
      return await sql.unsafe(query);
    } finally {
      await sql.end();
    }
  }

  it('gives each role its own database and no other', async () => {
    const server = await start();
    const databases = [
      { name: 'auth', role: 'auth' },
      { name: 'decks', role: 'decks', password: `it's / a? secret@` },
    ];
    await server.provision({ databases });
    await server.provision({ databases });
    for (const { name, role } of databases) {
      const [row] = await ask(
        server.urlFor(name, role),
        `select current_user as "user", current_setting('is_superuser') as super`,
      );
      expect(row).toEqual({ user: role, super: 'off' });
    }
    for (const elsewhere of ['decks', 'postgres', 'template1']) {
      await expect(ask(server.urlFor(elsewhere, 'auth'), 'select 1')).rejects.toThrow('permission denied for database');
    }
    await expect(ask(server.urlFor('auth', 'auth').replace(/:[^:@]+@/, ':wrong@'), 'select 1')).rejects.toThrow(
      'password',
    );
    await expect(ask(server.adminUrl.replace(/:[^:@]+@/, ':wrong@'), 'select 1')).rejects.toThrow('password');
    expect((await stat(path.join(dataDir, 'passwords.json'))).mode & 0o777).toBe(0o600);
  });

  it('sorts out Russian: trigrams, case, encoding; and owners can add the extensions', async () => {
    const server = await start();
    await server.provision({ databases: [{ name: 'decks', role: 'decks' }] });
    const url = server.urlFor('decks', 'decks');
    await ask(url, 'create extension pg_trgm; create extension unaccent; create extension citext');
    const [row] = await ask(
      url,
      `select similarity('молоко', 'молока') > 0.4 as alike, lower('ЁЖИК') as lower, 'Ёж'::citext = 'ёж' as same,
        current_setting('server_encoding') as encoding, current_setting('timezone') as zone`,
    );
    expect(row).toEqual({ alike: true, lower: 'ёжик', same: true, encoding: 'UTF8', zone: 'UTC' });
  });

  it('keeps data and passwords from one start to the next', async () => {
    const first = await start();
    await first.provision({ databases: [{ name: 'auth', role: 'auth' }] });
    await ask(first.urlFor('auth', 'auth'), 'create table kept as select 7 as n');
    await first.close();
    const second = await start();
    await second.provision({ databases: [{ name: 'auth', role: 'auth' }] });
    expect(await ask(second.urlFor('auth', 'auth'), 'select n from kept')).toEqual([{ n: 7 }]);
  });

  it('sets new passwords when the file of passwords is lost', async () => {
    await (await start()).close();
    await rm(path.join(dataDir, 'passwords.json'));
    expect(await ask((await start()).adminUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('refuses a second process on the same folder, and a port that is taken, with one clear line', async () => {
    await start();
    await expect(start()).rejects.toThrow(FolderInUseError);
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const address = other.address();
    const port = address !== null && typeof address === 'object' ? address.port : 0;
    const elsewhere = startEmbeddedPostgres({ dataDir: path.join(dataDir, 'second'), port });
    await expect(elsewhere).rejects.toThrow(
      `Port ${String(port)} on 127.0.0.1, meant for embedded Postgres, is taken.`,
    );
    await new Promise((resolve) => other.close(resolve));
  });

  it('starts over a pid file of a process that is not ours', async () => {
    await (await start()).close();
    await writeFile(path.join(dataDir, 'cluster', 'postmaster.pid'), `${String(process.pid)}\n/elsewhere\n`);
    expect(await ask((await start()).adminUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('makes the cluster anew when making it was broken off', async () => {
    await mkdir(path.join(dataDir, 'cluster.new', 'base'), { recursive: true });
    expect(await ask((await start()).adminUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('stops a server that its dead parent left running, and starts on the same folder', async () => {
    const first = await start();
    const pid = Number((await readFile(path.join(dataDir, 'cluster', 'postmaster.pid'), 'utf8')).split('\n')[0]);
    await rm(path.join(dataDir, 'process.lock.1'));
    const second = await start();
    expect(await ask(second.adminUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(() => process.kill(pid, 0)).toThrow();
    expect(first.port).not.toBe(second.port);
  });

  it('tells when the server ends without being asked to', async () => {
    let told = false;
    await start({
      onUnexpectedExit: () => {
        told = true;
      },
    });
    const pid = Number((await readFile(path.join(dataDir, 'cluster', 'postmaster.pid'), 'utf8')).split('\n')[0]);
    process.kill(pid, 'SIGQUIT');
    await waitFor(() => told, { what: 'the news that Postgres is gone' });
  });

  it('loses nothing acknowledged when Node is killed, and leaves no server behind', async () => {
    let acknowledged = await runAndKill('postgres-writer', dataDir, 20);
    const pidFile = path.join(dataDir, 'cluster', 'postmaster.pid');
    await waitFor(async () => !(await stat(pidFile).catch(() => undefined)), {
      what: 'the orphaned Postgres to end by itself',
    });
    acknowledged = await runAndKill('postgres-writer', dataDir, acknowledged + 20);
    const server = await start();
    const [row] = await ask(
      server.urlFor('facts', 'facts'),
      'select count(*)::int as rows, max(n) as last from numbers',
    );
    // The last one may have been committed and its acknowledgement not printed any more.
    expect(Number(row?.rows)).toBeGreaterThanOrEqual(acknowledged);
    expect(row?.rows).toBe(row?.last);
  });
});
