import { describe, expect, it } from 'vitest';
import { decodeEvent, encodeEvent } from '../src/codec.js';
import { eventTypes } from '../src/registry.js';
import { buildPublishedSchemas } from '../scripts/json-schemas.js';
import { fixtures } from './fixtures.js';
import { createValidator } from './json-schema-validator.js';

const validate = createValidator([...buildPublishedSchemas().values()]);

describe('golden fixtures', () => {
  it.each(fixtures)('$file decodes with the newest schema and encodes to the same event', ({ text, json }) => {
    const encoded = encodeEvent(decodeEvent(text));
    expect(JSON.parse(encoded.value)).toEqual(json);
  });

  it.each(fixtures)('$file is valid by JSON Schema alone', ({ json }) => {
    expect(validate('urn:ruzlet:schema:envelope', json)).toEqual([]);
    expect(validate(`urn:ruzlet:schema:${json.type}`, json.data)).toEqual([]);
  });

  it('exist for every event type, under its name', () => {
    const files = new Set(fixtures.map(({ file }) => file));
    expect(eventTypes.filter((type) => !files.has(`${type}.json`))).toEqual([]);
  });

  it('are named after the type they hold', () => {
    for (const { file, json } of fixtures) expect(file.startsWith(`${json.type}.`), file).toBe(true);
  });
});
