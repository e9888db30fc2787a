import { describe, expect, it } from 'vitest';
import { findIncompatibilities, type IncompatibilityRule } from '../scripts/compatibility.js';
import { buildPublishedSchemas } from '../scripts/json-schemas.js';
import type { SchemaNode } from '../scripts/schema-node.js';

const published: SchemaNode = {
  $id: 'urn:ruzlet:schema:ruzlet.test.done.v1',
  description: 'Something was done.',
  'x-topic': 'user.events',
  'x-key': 'userId',
  'x-source': '/auth',
  type: 'object',
  properties: {
    userId: { type: 'string', format: 'uuid' },
    title: { type: 'string', minLength: 1, maxLength: 200 },
    score: { type: 'number', minimum: 0, maximum: 1 },
    count: { type: 'integer', minimum: 0 },
    code: { type: 'string', pattern: '^[A-Z]+$' },
    kind: { type: 'string', enum: ['A', 'B'] },
    note: { type: 'string' },
    anything: {},
    answers: {
      type: 'array',
      minItems: 1,
      maxItems: 10,
      items: {
        type: 'object',
        properties: { correct: { type: 'boolean' }, verdict: { enum: ['RIGHT', 'WRONG'] } },
        required: ['correct'],
      },
    },
  },
  required: ['userId', 'title', 'kind'],
};

/** The rules that a change of the published schema breaks, with their paths. */
function faultsOf(change: (schema: SchemaNode) => void): [IncompatibilityRule, string][] {
  const next = structuredClone(published);
  change(next);
  const faults = findIncompatibilities(new Map([['type', published]]), new Map([['type', next]]));
  return faults.map(({ rule, path }) => [rule, path]);
}

function field(schema: SchemaNode, name: string): SchemaNode {
  const node = schema.properties?.[name];
  if (!node) throw new Error(`no field ${name}`);
  return node;
}

function answer(schema: SchemaNode): SchemaNode {
  return field(schema, 'answers').items ?? {};
}

const incompatible: [string, (schema: SchemaNode) => void, IncompatibilityRule, string][] = [
  ['another topic', (s) => (s['x-topic'] = 'content.events'), 'TOPIC_CHANGED', ''],
  ['another key', (s) => (s['x-key'] = 'title'), 'KEY_CHANGED', ''],
  ['an optional field removed', (s) => delete s.properties?.note, 'PROPERTY_REMOVED', 'note'],
  [
    'a field removed inside a list',
    (s) => delete answer(s).properties?.verdict,
    'PROPERTY_REMOVED',
    'answers[].verdict',
  ],
  ['an optional field required', (s) => s.required?.push('note'), 'PROPERTY_NEWLY_REQUIRED', 'note'],
  ['a required field required no more', (s) => s.required?.pop(), 'PROPERTY_NO_LONGER_REQUIRED', 'kind'],
  [
    'a field required inside a list',
    (s) => answer(s).required?.push('verdict'),
    'PROPERTY_NEWLY_REQUIRED',
    'answers[].verdict',
  ],
  ['another type', (s) => (field(s, 'note').type = 'boolean'), 'TYPE_NARROWED', 'note'],
  ['number narrowed to integer', (s) => (field(s, 'score').type = 'integer'), 'TYPE_NARROWED', 'score'],
  ['a type where any was allowed', (s) => (field(s, 'anything').type = 'string'), 'TYPE_NARROWED', 'anything'],
  ['an enum value removed', (s) => (field(s, 'kind').enum = ['A']), 'ENUM_NARROWED', 'kind'],
  ['an enum turned into a constant', (s) => Object.assign(field(s, 'kind'), { const: 'A' }), 'ENUM_NARROWED', 'kind'],
  ['an enum where any text was allowed', (s) => (field(s, 'note').enum = ['x']), 'ENUM_NARROWED', 'note'],
  ['an enum narrowed in a list', (s) => (answer(s).properties = enumOf('RIGHT')), 'ENUM_NARROWED', 'answers[].verdict'],
  ['a lower maximum', (s) => (field(s, 'score').maximum = 0.5), 'LIMIT_NARROWED', 'score'],
  ['a higher minimum', (s) => (field(s, 'score').minimum = 0.1), 'LIMIT_NARROWED', 'score'],
  ['a new limit', (s) => (field(s, 'count').exclusiveMaximum = 9), 'LIMIT_NARROWED', 'count'],
  ['a shorter text', (s) => (field(s, 'title').maxLength = 100), 'LIMIT_NARROWED', 'title'],
  ['a longer shortest text', (s) => (field(s, 'note').minLength = 1), 'LIMIT_NARROWED', 'note'],
  ['a shorter list', (s) => (field(s, 'answers').maxItems = 9), 'LIMIT_NARROWED', 'answers'],
  ['a longer shortest list', (s) => (field(s, 'answers').minItems = 2), 'LIMIT_NARROWED', 'answers'],
  ['a new format', (s) => (field(s, 'note').format = 'uuid'), 'FORMAT_NARROWED', 'note'],
  ['another pattern', (s) => (field(s, 'code').pattern = '^[A-Z]{3}$'), 'FORMAT_NARROWED', 'code'],
  ['unknown fields refused', (s) => (s.additionalProperties = false), 'NEW_FIELDS_REFUSED', ''],
  ['a keyword that the check does not know', (s) => (field(s, 'note').not = { const: '' }), 'KEYWORD_CHANGED', 'note'],
];

function enumOf(...values: string[]): Record<string, SchemaNode> {
  return { correct: { type: 'boolean' }, verdict: { enum: values } };
}

const compatible: [string, (schema: SchemaNode) => void][] = [
  ['a new optional field', (s) => Object.assign(s.properties ?? {}, { hint: { type: 'string', maxLength: 10 } })],
  [
    'a new optional field inside a list',
    (s) => Object.assign(answer(s).properties ?? {}, { timeMs: { type: 'integer' } }),
  ],
  ['a new enum value', (s) => field(s, 'kind').enum?.push('C')],
  ['an enum opened to any text', (s) => delete field(s, 'kind').enum],
  ['integer widened to number', (s) => (field(s, 'count').type = 'number')],
  ['a further type', (s) => (field(s, 'note').type = ['string', 'null'])],
  ['wider limits', (s) => Object.assign(field(s, 'score'), { minimum: -1, maximum: 2 })],
  ['limits dropped', (s) => Object.assign(field(s, 'title'), { minLength: undefined, maxLength: undefined })],
  ['a format dropped', (s) => delete field(s, 'userId').format],
  ['other descriptions', (s) => Object.assign(s, { description: 'Done.', title: 'Done' })],
  ['fields in another order', (s) => (s.properties = Object.fromEntries(Object.entries(s.properties ?? {}).reverse()))],
  ['another publisher', (s) => (s['x-source'] = '/users')],
];

describe('findIncompatibilities', () => {
  it.each(incompatible)('refuses %s', (_, change, rule, path) => {
    expect(faultsOf(change)).toEqual([[rule, path]]);
  });

  it.each(compatible)('allows %s', (_, change) => {
    expect(faultsOf(change)).toEqual([]);
  });

  it('refuses a removed type and allows a new one', () => {
    const one = new Map([['one', published]]);
    const both = new Map([...one, ['two', published] as const]);
    expect(findIncompatibilities(both, one)).toMatchObject([{ eventType: 'two', rule: 'TYPE_REMOVED' }]);
    expect(findIncompatibilities(one, both)).toEqual([]);
  });

  it('finds every fault, not only the first', () => {
    const faults = faultsOf((schema) => {
      delete schema.properties?.note;
      field(schema, 'title').maxLength = 1;
    });
    expect(faults).toHaveLength(2);
  });

  it('finds nothing between the real schemas and themselves', () => {
    expect(findIncompatibilities(buildPublishedSchemas(), buildPublishedSchemas())).toEqual([]);
  });
});
