import { decodeEvent, type EncodedEvent } from '@ruzlet/contracts/codec';
import { dataErased, dataExported } from '@ruzlet/contracts/personal-data';
import { newId } from '@ruzlet/platform/ids';
import { createLogger } from '@ruzlet/platform/log';
import { connectDatabase, type Database } from '@ruzlet/platform/postgres/database';
import { writeExportPart } from '@ruzlet/platform/subject-data/export-part';
import { testClock, type TestClock } from '@ruzlet/testkit/clock';
import { openTestObjects, type TestObjects } from '@ruzlet/testkit/objects';
import { createTestDatabase, type TestDatabase } from '@ruzlet/testkit/postgres';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { migrationsFolder } from '../src/create-auth.js';
import {
  askAgainAfterMs,
  dataDomains,
  exportKey,
  exportLifeMs,
  exportPatienceMs,
  type DataDomain,
} from '../src/domain/data-domains.js';
import { createSecretBox } from '../src/keys/secret-box.js';
import { createCoordinator, type Coordinator } from '../src/services/coordinator.js';
import { sealSubject } from '../src/services/erasure-subject.js';
import { receiveDataEvent } from '../src/services/receive-data-events.js';
import { deleteAccountRow } from '../src/storage/accounts.js';
import { findExport, insertExport } from '../src/storage/data-exports.js';
import { insertErasure } from '../src/storage/erasures.js';
import * as tables from '../src/storage/tables.js';
import { testSecret } from './fixture.js';

const erasureBox = createSecretBox(testSecret, 'erasure');
/** Longer than any lease of the coordinator, and far shorter than an export lives (milliseconds). */
const hourMs = 60 * 60_000;

// No server: coordinators do their rounds when they are told to, so that everything happens in the order that is written here.
describe('the coordinator', () => {
  let database: TestDatabase;
  let connected: Database<typeof tables>;
  let objects: TestObjects;
  let clock: TestClock;
  let coordinator: Coordinator;
  let userId: string;

  beforeEach(async () => {
    database = await createTestDatabase(migrationsFolder);
    connected = connectDatabase({ url: database.url, schema: tables, applicationName: 'test' });
    clock = testClock();
    objects = await openTestObjects(clock);
    coordinator = replica();
    userId = newId(clock.now());
    await connected.db.insert(tables.accounts).values({
      id: userId,
      email: 'anna@example.com',
      emailKey: 'anna@example.com',
      username: 'anna',
      usernameKey: 'anna',
      passwordHash: '',
      passwordChangedAt: clock.now(),
      roles: [],
      displayName: 'Anna',
      locale: 'en',
      timeZone: 'UTC',
      createdAt: clock.now(),
    });
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    await coordinator.close();
    await objects.close();
    await connected.close();
    await database.drop();
  });

  function replica(): Coordinator {
    return createCoordinator({
      db: connected.db,
      clock,
      objects,
      mailer: null,
      publicUrl: 'http://localhost',
      erasureBox,
      tokenLifeMs: 15 * 60_000,
      logger: createLogger({ name: 'test', level: 'silent' }),
    });
  }

  const hear = (event: EncodedEvent) => {
    const desk = { receive: () => Promise.reject(new Error('this is no request')) };
    return connected.db.transaction((tx) => receiveDataEvent(tx, decodeEvent(event.value), { desk, now: clock.now() }));
  };

  describe('leaves of a data export files that', () => {
    async function beginExport(): Promise<string> {
      const now = clock.now();
      const id = newId(now);
      const row = {
        id,
        accountId: userId,
        state: 'GATHERING' as const,
        requestedAt: now,
        expiresAt: new Date(now.getTime() + exportPatienceMs),
        nextAskAt: new Date(now.getTime() + hourMs),
        nextAttemptAt: now,
      };
      await insertExport(connected.db, row, dataDomains);
      return id;
    }

    /** A domain writes its part; auth hears of it when `hear` is called. */
    async function writePart(exportId: string, domain: DataDomain): Promise<{ hear: () => Promise<void> }> {
      const part = await writeExportPart(objects, { exportId, domain, sources: [{ name: 'rows', rows: rows() }] });
      const request = { kind: 'EXPORT' as const, requestId: exportId, subjectId: userId, round: 1 };
      const event = dataExported(domain, request, part, clock.now());
      return { hear: () => hear(event) };
    }

    async function writeParts(exportId: string): Promise<void> {
      for (const domain of dataDomains) await (await writePart(exportId, domain)).hear();
    }

    const filesOf = (exportId: string) => objects.list(`exports/${exportId}/`, 100);
    const stateOf = async (exportId: string) => (await findExport(connected.db, exportId, userId))?.state;

    it('are one archive once it is whole, also when a domain writes its part once more', async () => {
      const id = await beginExport();
      const again = await writePart(id, 'decks');
      await writeParts(id);
      await coordinator.round();
      expect(await stateOf(id)).toBe('READY');
      expect(await filesOf(id)).toEqual([exportKey(id)]);

      await writePart(id, 'decks');
      await again.hear();
      await coordinator.round();
      expect(await filesOf(id)).toEqual([exportKey(id)]);
    });

    it.each([
      ['has expired', 'EXPIRED', exportLifeMs],
      ['has failed', 'FAILED', exportPatienceMs],
    ] as const)('are none when a domain writes its part after the export %s', async (_, state, afterMs) => {
      const id = await beginExport();
      if (state === 'EXPIRED') await writeParts(id);
      else await (await writePart(id, 'users')).hear();
      await coordinator.round();
      clock.advance(afterMs);
      await coordinator.round();
      expect([await stateOf(id), await filesOf(id)]).toEqual([state, []]);

      await (await writePart(id, 'analytics')).hear();
      expect(await filesOf(id)).toHaveLength(2);
      await coordinator.round();
      expect([await stateOf(id), await filesOf(id)]).toEqual([state, []]);
    });

    it('are none when a domain writes its part after the account has gone', async () => {
      const id = await beginExport();
      await deleteAccountRow(connected.db, userId);
      await (await writePart(id, 'teaching')).hear();
      await coordinator.round();
      expect(await filesOf(id)).toEqual([]);
    });

    it('are deleted later when the object store is away', async () => {
      const id = newId(clock.now());
      await (await writePart(id, 'teaching')).hear();
      vi.spyOn(objects, 'delete').mockRejectedValueOnce(new Error('the store is away'));
      await coordinator.round();
      expect(await filesOf(id)).toHaveLength(2);
      clock.advance(hourMs);
      await coordinator.round();
      expect(await filesOf(id)).toEqual([]);
      expect(await connected.db.select().from(tables.exportLeftovers)).toEqual([]);
    });

    it.each(['was given up', 'went with its account'])(
      'are none when one replica is still writing the archive of an export that %s',
      async (end) => {
        const id = await beginExport();
        await writeParts(id);
        let proceed = (): void => undefined;
        const permission = new Promise<void>((resolve) => (proceed = resolve));
        const unspied = { ...objects };
        const reached = new Promise<void>((resolve) => {
          vi.spyOn(objects, 'putStream').mockImplementation(async (key, body, contentType) => {
            const size = await unspied.putStream(key, body, contentType);
            resolve();
            await permission;
            return size;
          });
        });
        const slow = coordinator.round();
        await reached;
        if (end === 'was given up') clock.advance(exportPatienceMs);
        else await deleteAccountRow(connected.db, userId);
        const other = replica();
        await other.round();
        await other.close();
        proceed();
        await slow;
        await coordinator.round();
        expect(await stateOf(id)).toBe(end === 'was given up' ? 'FAILED' : undefined);
        expect(await filesOf(id)).toEqual([]);
      },
    );

    it('are let be while the archive is written, though patience ends meanwhile', async () => {
      const id = await beginExport();
      clock.advance(exportPatienceMs - 1_000);
      await writeParts(id);
      const unspied = { ...objects };
      vi.spyOn(objects, 'putStream').mockImplementation(async (key, body, contentType) => {
        clock.advance(2_000);
        const other = replica();
        await other.round();
        await other.close();
        return unspied.putStream(key, body, contentType);
      });
      await coordinator.round();
      expect(await stateOf(id)).toBe('READY');
      expect(await filesOf(id)).toEqual([exportKey(id)]);
    });
  });

  it('asks domains that have not reported a deletion in time, however often the others report', async () => {
    const receiptId = newId(clock.now());
    const subject = { userId, email: 'anna@example.com', username: 'anna', exportIds: [], erased: [] };
    const askAgainAt = new Date(clock.now().getTime() + askAgainAfterMs(1));
    await insertErasure(connected.db, {
      receiptId,
      requestedAt: clock.now(),
      round: 1,
      nextLookAt: askAgainAt,
      nextAskAt: askAgainAt,
      sealedSubject: sealSubject({ erasureBox }, receiptId, subject),
    });
    const asked = async () => (await connected.db.select().from(tables.outbox)).length;
    const request = { kind: 'ERASURE' as const, requestId: receiptId, subjectId: userId, round: 1 };
    for (const domain of ['users', 'decks', 'analytics'] as const) {
      await hear(dataErased(domain, request, { erased: [], anonymised: [], objects: 0 }, clock.now()));
      await coordinator.round();
    }
    expect(await asked()).toBe(0);
    clock.advance(askAgainAfterMs(1));
    await coordinator.round();
    expect(await asked()).toBe(1);
    clock.advance(askAgainAfterMs(2) - 1);
    await coordinator.round();
    expect(await asked()).toBe(1);
    clock.advance(1);
    await coordinator.round();
    expect(await asked()).toBe(2);
  });
});

async function* rows(): AsyncGenerator<unknown[]> {
  await Promise.resolve();
  yield [{ one: 1 }];
}
