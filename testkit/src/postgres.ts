import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { migrateDatabase } from '@ruzlet/platform/postgres/database';
import postgres from 'postgres';
import { inject } from 'vitest';
// Declares the provided context that `inject` reads.
import type {} from './global-setup.js';

export interface TestDatabase {
  url: string;
  drop(): Promise<void>;
}

/** Owns every test database, and is no superuser: migrations meet the same rights as in production. */
const owner = 'ruzlet_test';
const ownerPassword = 'ruzlet_test';
/** Workers that need the same template take turns. */
const templateLock = 7_240_901;
const adminIdleSeconds = 1;

let admin: postgres.Sql | undefined;
const templates = new Map<string, Promise<string>>();

/**
 * A fresh database in the cluster of this test run, migrated by the given folder of drizzle migrations (null: empty).
 * A folder is migrated once per run; every database is a copy of that one.
 */
export async function createTestDatabase(migrationsFolder: string | null): Promise<TestDatabase> {
  const sql = adminConnection();
  const key = migrationsFolder === null ? '' : path.resolve(migrationsFolder);
  const template = templates.get(key) ?? makeTemplate(sql, migrationsFolder);
  templates.set(key, template);
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await sql.unsafe(`create database "${name}" template "${await template}" owner "${owner}"`);
  return {
    url: urlOf(name),
    drop: async () => {
      await sql.unsafe(`drop database if exists "${name}" with (force)`);
    },
  };
}

function adminConnection(): postgres.Sql {
  admin ??= postgres(inject('postgresAdminUrl'), {
    max: 2,
    // Gives connections back, so that neither a worker nor the cluster waits for them.
    idle_timeout: adminIdleSeconds,
    onnotice: () => undefined,
  });
  return admin;
}

function urlOf(database: string): string {
  const url = new URL(inject('postgresAdminUrl'));
  url.username = owner;
  url.password = ownerPassword;
  url.pathname = `/${database}`;
  return url.href;
}

/** Built under another name and renamed when it is whole: a worker that dies in between leaves no half template. */
async function makeTemplate(sql: postgres.Sql, migrationsFolder: string | null): Promise<string> {
  const name = `template_${migrationsFolder === null ? 'empty' : await folderHash(migrationsFolder)}`;
  const session = await sql.reserve();
  try {
    await session`select pg_advisory_lock(${templateLock})`;
    const [found] = await session`select 1 from pg_database where datname = ${name}`;
    if (!found) await buildTemplate(session, name, migrationsFolder);
  } finally {
    await session`select pg_advisory_unlock(${templateLock})`;
    session.release();
  }
  return name;
}

async function buildTemplate(sql: postgres.Sql, name: string, migrationsFolder: string | null): Promise<void> {
  const [role] = await sql`select 1 from pg_roles where rolname = ${owner}`;
  if (!role) await sql.unsafe(`create role "${owner}" login nosuperuser password '${ownerPassword}'`);
  const draft = `${name}_draft`;
  await sql.unsafe(`drop database if exists "${draft}" with (force)`);
  await sql.unsafe(`create database "${draft}" template template0 owner "${owner}"`);
  if (migrationsFolder !== null) await migrateDatabase(urlOf(draft), migrationsFolder);
  await sql.unsafe(`alter database "${draft}" rename to "${name}"`);
}

async function folderHash(folder: string): Promise<string> {
  const hash = createHash('sha256');
  for (const file of (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) =>
    entry.isFile(),
  )) {
    const filePath = path.join(file.parentPath, file.name);
    hash
      .update(path.relative(folder, filePath))
      .update('\0')
      .update(await readFile(filePath))
      .update('\0');
  }
  return hash.digest('hex').slice(0, 24);
}
