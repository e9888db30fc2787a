import { connectDatabase } from '@ruzlet/platform/postgres/database';
import { createTestDatabase, type TestDatabase } from '@ruzlet/testkit/postgres';
import { sql } from 'drizzle-orm';
import { waitFor } from '@ruzlet/testkit/wait';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createGate } from './bus-contract.js';

const open = (url: string, poolMax: number) =>
  connectDatabase({ url, schema: {}, poolMax, applicationName: 'service' });

describe('transactions whose connection breaks', () => {
  let testDatabase: TestDatabase;
  // One connection: what comes after a break has to use the one that broke.
  let database: ReturnType<typeof open>;
  let killer: ReturnType<typeof open>;

  beforeEach(async () => {
    testDatabase = await createTestDatabase(null);
    database = open(testDatabase.url, 1);
    killer = open(testDatabase.url, 1);
    await killer.sql`create table notes (n int)`;
  });
  afterEach(async () => {
    await Promise.all([database.close(), killer.close()]);
    await testDatabase.drop();
  });

  const notes = async () => (await killer.sql<{ n: number }[]>`select n from notes order by n`).map(({ n }) => n);
  const kill = (pid: number) => killer.sql`select pg_terminate_backend(${pid})`;

  async function pidOf(tx: { execute(query: ReturnType<typeof sql>): Promise<Iterable<Record<string, unknown>>> }) {
    const [row] = [...(await tx.execute(sql`select pg_backend_pid() as pid`))];
    return Number(row?.pid);
  }

  it('reject, and the next transaction works', async () => {
    for (let round = 1; round <= 5; round += 1) {
      await expect(
        database.db.transaction(async (tx) => {
          await tx.execute(sql`insert into notes values (${-round})`);
          await tx.execute(sql`select pg_terminate_backend(pg_backend_pid())`);
        }),
      ).rejects.toThrow();
      // The driver may tell the fault of the old connection once more.
      await database.ready();
      await database.db.transaction((tx) => tx.execute(sql`insert into notes values (${round})`));
    }
    expect(await notes()).toEqual([1, 2, 3, 4, 5]);
  });

  it('refuse what their callback still sends, also when it was at rest as the connection broke', async () => {
    const broken = createGate();
    let late: Promise<unknown> | undefined;
    const first = database.db.transaction(async (tx) => {
      await tx.execute(sql`insert into notes values (1)`);
      await kill(await pidOf(tx));
      late = broken.opened.then(() => tx.execute(sql`insert into notes values (2)`));
      await late;
    });
    await expect(first).rejects.toThrow();
    // The transaction may reject before its callback has gone on to the late statement.
    const sent = await waitFor(() => late && { late }, { what: 'the late statement' });
    const lateRefused = expect(sent.late).rejects.toThrow();
    await database.ready();
    await database.db.transaction(async (tx) => {
      await tx.execute(sql`insert into notes values (3)`);
      broken.open();
      await lateRefused;
    });
    expect(await notes()).toEqual([3]);
  });

  it('break out of savepoints too', async () => {
    await expect(
      database.db.transaction(async (tx) => {
        await tx.transaction(async (inner) => {
          await inner.execute(sql`insert into notes values (1)`);
          await inner.execute(sql`select pg_terminate_backend(pg_backend_pid())`);
        });
      }),
    ).rejects.toThrow();
    await database.ready();
    await database.db.transaction((tx) => tx.execute(sql`insert into notes values (2)`));
    expect(await notes()).toEqual([2]);
  });

  it('leave whole ones as they are: commit, rollback, savepoint', async () => {
    const result = await database.db.transaction(async (tx) => {
      await tx.execute(sql`insert into notes values (1)`);
      await tx
        .transaction(async (inner) => {
          await inner.execute(sql`insert into notes values (2)`);
          throw new Error('only the inner one');
        })
        .catch(() => undefined);
      return 'kept';
    });
    expect(result).toBe('kept');
    const fault = new Error('as it was thrown');
    await expect(
      database.db.transaction(async (tx) => {
        await tx.execute(sql`insert into notes values (3)`);
        throw fault;
      }),
    ).rejects.toBe(fault);
    expect(await database.sql.begin('read only', (tx) => tx`select 1 as one`)).toEqual([{ one: 1 }]);
    expect(await notes()).toEqual([1]);
  });
});
