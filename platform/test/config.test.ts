import { describe, expect, it } from 'vitest';
import { ConfigError, loadConfig, serviceEnv } from '../src/config.js';

const good = {
  PORT: '8001',
  DATABASE_URL: 'postgres://decks:secret@127.0.0.1:5435/decks',
  KAFKA_BROKERS: 'one:9092, two:9092',
  REDIS_URL: 'redis://127.0.0.1:6379',
  JWKS_URL: 'http://127.0.0.1:8005/.well-known/jwks.json',
  S3_URL: 'http://127.0.0.1:9000',
  S3_ACCESS_KEY: 'key',
  S3_SECRET_KEY: 'hidden',
};

describe('configuration', () => {
  it('is parsed once, with defaults', () => {
    expect(loadConfig(serviceEnv, good)).toMatchObject({
      PORT: 8001,
      KAFKA_BROKERS: ['one:9092', 'two:9092'],
      HOST: '127.0.0.1',
      DATABASE_POOL_MAX: 10,
    });
  });

  it('names every fault in a line of its own and repeats no value', () => {
    const wrong = { ...good, PORT: '99999', DATABASE_URL: 'not-a-url-but-secret', REDIS_URL: '' };
    expect(() => loadConfig(serviceEnv, wrong)).toThrow(ConfigError);
    try {
      loadConfig(serviceEnv, wrong);
    } catch (error) {
      const lines = (error as Error).message.split('\n');
      expect(lines.slice(1).map((line) => line.trim().split(':')[0])).toEqual(['PORT', 'DATABASE_URL', 'REDIS_URL']);
      expect(lines.join()).not.toContain('secret');
    }
  });
});
