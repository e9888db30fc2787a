import { Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeEvent } from '@ruzlet/contracts/codec';
import { makeEvent } from '@ruzlet/contracts/make-event';
import { createLogger } from '@ruzlet/platform/log';
import { connectDatabase, migrateDatabase } from '@ruzlet/platform/postgres/database';
import { decodeJwt } from 'jose';
import { loadAuthConfig } from '../src/config.js';
import { migrationsFolder } from '../src/create-auth.js';
import { sweep } from '../src/services/sweep.js';
import * as tables from '../src/storage/tables.js';
import {
  authFixture,
  goodPassword,
  loginMutation,
  refreshMutation,
  signUp,
  testSecret,
  type AuthFixture,
} from './fixture.js';

let fixture: AuthFixture;
beforeAll(async () => {
  fixture = await authFixture();
});
afterAll(() => fixture.close());

describe('claims', () => {
  it('follow what the users subgraph says of profile and preferences', async () => {
    const { id, refreshToken, person } = await signUp(fixture);
    const origin = { source: '/users' as const, subject: id, time: fixture.clock.now() };
    const messages = [
      makeEvent('ruzlet.user.profile.updated.v1', {
        ...origin,
        data: { userId: id, username: person.username, displayName: 'Renamed' },
      }),
      makeEvent('ruzlet.user.preferences.updated.v1', {
        ...origin,
        data: {
          userId: id,
          locale: 'ru',
          timeZone: 'Asia/Tomsk',
          dayStartsAt: 4,
          dailyGoalReviews: 50,
          profileVisibility: 'PUBLIC',
          showOnLeaderboards: true,
        },
      }),
    ].map((event) => encodeEvent(event));
    // Resolves when every consumer has committed.
    await fixture.bus.publish(messages);
    const { data } = await fixture.send(refreshMutation, { token: refreshToken });
    expect(decodeJwt(data.refreshSession.accessToken)).toMatchObject({
      name: 'Renamed',
      locale: 'ru',
      zoneinfo: 'Asia/Tomsk',
    });
  });
});

describe('sweep', () => {
  it('ends sessions that were not used in time, tells of each once, and later forgets them', async () => {
    const database = connectDatabase({ url: fixture.databaseUrl, schema: tables, applicationName: 'test' });
    const services = { db: database.db, clock: fixture.clock };
    const { id } = await signUp(fixture);
    const rows = async () =>
      (await fixture.sql`select end_reason from sessions where account_id = ${id}`).map((row) => row.end_reason);
    try {
      await sweep(services);
      expect(await rows()).toEqual([null]);
      fixture.clock.advance(30 * 86_400_000);
      await Promise.all([sweep(services), sweep(services)]);
      expect(await rows()).toEqual(['EXPIRED']);
      await fixture.event(
        'ruzlet.user.session.ended.v1',
        ({ data }) => data.userId === id && data.reason === 'EXPIRED',
      );
      fixture.clock.advance(30 * 86_400_000);
      await sweep(services);
      expect(await rows()).toEqual([]);
      const told = fixture.events.filter(
        (event) => event.type === 'ruzlet.user.session.ended.v1' && event.subject === id,
      );
      expect(told).toHaveLength(1);
    } finally {
      await database.close();
    }
  });
});

describe('logs', () => {
  it('hold no password, token or secret, whatever goes well or wrong', async () => {
    const lines: string[] = [];
    const destination = new Writable({
      write(chunk, _encoding, done) {
        lines.push(String(chunk));
        done();
      },
    });
    const logged = await authFixture({ logger: createLogger({ name: 'auth', level: 'trace', destination }) });
    try {
      const { token, refreshToken, person } = await signUp(logged);
      await logged.send(loginMutation, { input: { email: person.email, password: 'a wrong password' } });
      await logged.send(refreshMutation, { token: refreshToken });
      await logged.sql`alter table accounts rename to accounts_elsewhere`;
      const failed = await logged.send(
        loginMutation,
        { input: { email: person.email, password: goodPassword } },
        token,
      );
      expect(failed.code).toBe('INTERNAL_SERVER_ERROR');
      await logged.sql`alter table accounts_elsewhere rename to accounts`;
      const all = lines.join('');
      expect(all).toContain('resolver failed');
      for (const secret of [goodPassword, 'a wrong password', token, refreshToken, testSecret])
        expect(all).not.toContain(secret);
    } finally {
      await logged.close();
    }
  });
});

describe('start', () => {
  it('migrates once when two do it at the same time', async () => {
    await Promise.all([
      migrateDatabase(fixture.databaseUrl, migrationsFolder),
      migrateDatabase(fixture.databaseUrl, migrationsFolder),
    ]);
    expect(await fixture.auth.ready()).toEqual({ database: true, bus: true });
  });

  it('names each fault of its configuration in one line, and no value', () => {
    const env = {
      DATABASE_URL: 'postgres://x',
      KAFKA_BROKERS: 'k:9092',
      REDIS_URL: 'redis://r',
      S3_URL: 'http://s3',
      S3_ACCESS_KEY: 'key',
      S3_SECRET_KEY: 'secret',
      KEY_ENCRYPTION_SECRET: 'too short',
      ARGON2_ITERATIONS: 'many',
    };
    let message = '';
    try {
      loadAuthConfig(env);
    } catch (error) {
      message = error instanceof Error ? error.message : '';
    }
    expect(
      message
        .split('\n')
        .slice(1)
        .map((line) => line.trim().split(':')[0])
        .sort(),
    ).toEqual(['ARGON2_ITERATIONS', 'KEY_ENCRYPTION_SECRET']);
    expect(message).not.toContain('too short');
    expect(loadAuthConfig({ ...env, KEY_ENCRYPTION_SECRET: testSecret, ARGON2_ITERATIONS: '3' })).toMatchObject({
      PORT: 8005,
      ARGON2_ITERATIONS: 3,
    });
  });
});
