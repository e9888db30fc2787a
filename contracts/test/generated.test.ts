import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { buildAsyncApi } from '../scripts/asyncapi.js';
import { buildDataSchemas, buildEnvelopeSchema, buildPublishedSchemas } from '../scripts/json-schemas.js';
import type { SchemaNode } from '../scripts/schema-node.js';
import { eventDefinition, eventTypes } from '../src/registry.js';
import { deadLetterTopic, topics } from '../src/topics.js';
import { fixtures } from './fixtures.js';
import { createValidator } from './json-schema-validator.js';

const read = (path: string) => readFileSync(new URL(`../generated/${path}`, import.meta.url), 'utf8');
const asyncApi: unknown = parse(read('asyncapi.yaml'));

describe('generated JSON Schemas', () => {
  it('are those of the newest zod schemas', () => {
    for (const [name, schema] of buildPublishedSchemas()) {
      expect(JSON.parse(read(`json-schema/${name}.json`)), name).toEqual(JSON.parse(JSON.stringify(schema)));
    }
  });

  it('describe every field', () => {
    const bare = [...buildPublishedSchemas()].flatMap(([name, schema]) => fieldsWithoutDescription(schema, name));
    expect(bare).toEqual([]);
  });

  it('tolerate fields that they do not know, and refuse what the codec refuses', () => {
    const validate = createValidator([...buildDataSchemas().values()]);
    const id = 'urn:ruzlet:schema:ruzlet.content.deck.deleted.v1';
    const data = { deckId: '01973c52-8e04-7d27-b1c9-0f5a6e3d7b42', ownerId: '01973c4b-11f2-7a90-8d6c-2e94f0a7b3d1' };
    expect(validate(id, { ...data, reason: 'none' })).toEqual([]);
    expect(validate(id, { deckId: data.deckId })).not.toEqual([]);
    expect(validate(id, { ...data, ownerId: 'nobody' })).not.toEqual([]);
  });

  it('hold times to UTC', () => {
    const validate = createValidator([buildEnvelopeSchema()]);
    const { json } = fixtures[0] ?? { json: {} };
    expect(validate('urn:ruzlet:schema:envelope', { ...json, time: '2026-03-01T10:00:00Z' })).toEqual([]);
    expect(validate('urn:ruzlet:schema:envelope', { ...json, time: '2026-03-01T10:00:00+03:00' })).not.toEqual([]);
  });
});

describe('the AsyncAPI document', () => {
  it('is that of the newest schemas', () => {
    expect(asyncApi).toEqual(buildAsyncApi(buildEnvelopeSchema(), buildDataSchemas()));
  });

  it('has a channel for every topic and its dead letters, and every type in the channel of its topic', () => {
    const { channels } = z
      .object({ channels: z.record(z.string(), z.object({ messages: z.record(z.string(), z.unknown()) })) })
      .parse(asyncApi);
    expect(Object.keys(channels).sort()).toEqual([...topics, ...topics.map(deadLetterTopic)].sort());
    for (const type of eventTypes) {
      expect(Object.keys(channels[eventDefinition(type).topic]?.messages ?? {})).toContain(type);
    }
  });

  it('refers to nothing that it does not have', () => {
    const broken = references(asyncApi).filter((reference) => resolve(reference) === undefined);
    expect(references(asyncApi).length).toBeGreaterThan(eventTypes.length);
    expect(broken).toEqual([]);
  });

  it('describes messages that accept the fixtures of their type and of no other', () => {
    const validate = createValidator([{ $id: 'urn:ruzlet:asyncapi', components: resolve('#/components') }]);
    const payload = (type: string) => `urn:ruzlet:asyncapi#/components/messages/${type}/payload`;
    for (const { file, json } of fixtures) {
      expect(validate(payload(json.type), json), file).toEqual([]);
      const other = json.type === eventTypes[0] ? eventTypes[1] : eventTypes[0];
      expect(validate(payload(other ?? ''), json), file).not.toEqual([]);
    }
  });
});

function fieldsWithoutDescription(schema: SchemaNode, path: string): string[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, node]) => [
    ...(node.description === undefined ? [`${path}.${name}`] : []),
    ...fieldsWithoutDescription(node, `${path}.${name}`),
    ...fieldsWithoutDescription(node.items ?? {}, `${path}.${name}[]`),
  ]);
}

function references(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([name, value]) =>
    name === '$ref' && typeof value === 'string' ? [value] : references(value),
  );
}

/** What a local reference such as `#/channels/user.events` names. */
function resolve(reference: string): unknown {
  let node: unknown = asyncApi;
  for (const name of reference.replace('#/', '').split('/')) {
    node = z.record(z.string(), z.unknown()).catch({}).parse(node)[name];
  }
  return node;
}
