import { readFileSync } from 'node:fs';
import { buildSchema, parse, validate } from 'graphql';
import { expect, it } from 'vitest';
import { defaultQuery } from '../src/explorer.js';

it('the explorer opens with operations that the graph knows', () => {
  const api = buildSchema(readFileSync(new URL('../../schema/api.graphql', import.meta.url), 'utf8'));
  expect(validate(api, parse(defaultQuery))).toEqual([]);
});
