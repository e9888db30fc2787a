import { readFileSync } from 'node:fs';
import { analyticsEnv } from '@ruzlet/analytics/config';
import { authEnv } from '@ruzlet/auth/config';
import { decksEnv } from '@ruzlet/decks/config';
import { routerEnv } from '@ruzlet/router/config';
import { teachingEnv } from '@ruzlet/teaching/config';
import { usersEnv } from '@ruzlet/users/config';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';

const compose = z
  .object({
    services: z.record(z.string(), z.object({ environment: z.record(z.string(), z.unknown()).optional() })),
  })
  .parse(parse(textOf('compose.yaml'), { merge: true }));

function textOf(file: string): string {
  return readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
}

/** Of the image, and of what compose itself creates under one name. */
const fixed = new Set(['NODE_ENV', 'CLICKHOUSE_DATABASE', 'CLICKHOUSE_WRITER_USER', 'CLICKHOUSE_READER_USER']);

it.each([
  ['router', routerEnv],
  ['auth', authEnv],
  ['users', usersEnv],
  ['decks', decksEnv],
  ['teaching', teachingEnv],
  ['analytics', analyticsEnv],
])('what %s can be set to reaches it in the compose run', (name, schema) => {
  const handed = compose.services[name]?.environment ?? {};
  expect(Object.keys(schema.shape).filter((setting) => !(setting in handed) && !fixed.has(setting))).toEqual([]);
});

it('what the router can be set to is told in its README', () => {
  const readme = textOf('router/README.md');
  expect(Object.keys(routerEnv.shape).filter((setting) => !readme.includes(`\`${setting}\``))).toEqual([]);
});
