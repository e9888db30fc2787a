import type postgres from 'postgres';

/** A database and the role that owns it. */
export interface DatabaseSpec {
  name: string;
  role: string;
  /** Default: one that was made at the first start and is kept with the cluster. */
  password?: string;
}

/** Names go into statements that take no parameters. */
const namePattern = /^[a-z][a-z0-9_]{0,62}$/;

/**
 * Makes what is missing of these databases and roles, and sets the roles' passwords. No role can open a database that
 * it does not own.
 */
export async function provisionDatabases(
  sql: postgres.Sql,
  databases: readonly (DatabaseSpec & { password: string })[],
): Promise<void> {
  for (const { name, role } of databases) {
    for (const word of [name, role]) {
      if (!namePattern.test(word))
        throw new Error(`"${word}" is not a name for a database or a role: ${String(namePattern)}.`);
    }
  }
  const roles = new Set((await sql<{ name: string }[]>`select rolname as name from pg_roles`).map((row) => row.name));
  const present = new Set(
    (await sql<{ name: string }[]>`select datname as name from pg_database`).map((row) => row.name),
  );
  for (const { role, password } of databases) {
    const verb = roles.has(role) ? 'alter' : 'create';
    await sql.unsafe(
      `${verb} role "${role}" login nosuperuser nocreatedb nocreaterole password '${password.replaceAll("'", "''")}'`,
    );
    roles.add(role);
  }
  await sql`revoke all on database postgres, template1 from public`;
  for (const { name, role } of databases) {
    if (!present.has(name)) await sql.unsafe(`create database "${name}" owner "${role}"`);
    await sql.unsafe(`revoke all on database "${name}" from public`);
  }
}
