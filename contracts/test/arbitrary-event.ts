import fc from 'fast-check';
import { buildDataSchemas } from '../scripts/json-schemas.js';
import type { SchemaNode } from '../scripts/schema-node.js';
import { decodeEvent } from '../src/codec.js';
import { dataSchemaUri } from '../src/envelope.js';
import { eventDefinition, eventTypes, type EventType, type RuzletEvent } from '../src/registry.js';

/** Generated lists stay short of their limits, for speed; limits have tests of their own. */
const generatedItemsMax = 12;

const schemas = buildDataSchemas();

const instant = fc.date({ min: new Date(0), max: new Date('2200-01-01T00:00:00Z'), noInvalidDate: true });

/**
 * Any event of any type. The data is generated from the JSON Schema and decoded by the codec, so a value that JSON
 * Schema allows and zod refuses fails the property that draws it.
 */
export const arbitraryEvent: fc.Arbitrary<RuzletEvent> = fc
  .constantFrom(...eventTypes)
  .chain((type) => arbitraryMessage(type))
  .map((message) => decodeEvent(JSON.stringify(message)));

function arbitraryMessage(type: EventType): fc.Arbitrary<object> {
  const { key, source } = eventDefinition(type);
  return fc
    .record({
      id: fc.uuid({ version: 7 }),
      keyValue: fc.uuid(),
      time: instant.map((date) => date.toISOString()),
      subject: arbitraryText(1, 250),
      requestid: fc.option(arbitraryText(1, 100), { nil: undefined }),
      data: arbitraryData(type),
    })
    .map(({ keyValue, data, ...attributes }) => ({
      specversion: '1.0',
      type,
      source: source === '*' ? '/decks' : source,
      dataschema: dataSchemaUri(type),
      partitionkey: keyValue,
      ...attributes,
      data: { ...data, [key]: keyValue },
    }));
}

function arbitraryData(type: EventType): fc.Arbitrary<object> {
  const schema = schemas.get(type);
  if (!schema) throw new Error(`no schema of ${type}`);
  return arbitraryObject(schema);
}

function arbitraryObject(schema: SchemaNode): fc.Arbitrary<object> {
  const required = new Set(schema.required);
  const fields = Object.entries(schema.properties ?? {}).map(([name, node]) => {
    const value = arbitraryValue(node);
    return fc.tuple(fc.constant(name), required.has(name) ? value : fc.option(value, { nil: undefined }));
  });
  return fc.tuple(...fields).map((entries) => Object.fromEntries(entries.filter(([, value]) => value !== undefined)));
}

function arbitraryValue(schema: SchemaNode): fc.Arbitrary<unknown> {
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.format === 'uuid') return fc.uuid();
  if (schema.format === 'date-time') return instant.map((date) => date.toISOString());
  if (schema.format === 'date') return instant.map((date) => date.toISOString().slice(0, 10));
  switch (schema.type) {
    case 'string':
      return arbitraryText(schema.minLength ?? 0, schema.maxLength ?? 100);
    case 'integer':
      return fc.integer({ min: schema.minimum ?? -1_000, max: Math.min(schema.maximum ?? 1_000, 2 ** 31 - 1) });
    case 'number':
      // JSON has no negative zero.
      return fc
        .double({ min: schema.minimum ?? -1e9, max: schema.maximum ?? 1e9, noNaN: true })
        .map((value) => value + 0);
    case 'boolean':
      return fc.boolean();
    case 'array': {
      const minLength = schema.minItems ?? 0;
      const maxLength = Math.max(minLength, Math.min(schema.maxItems ?? generatedItemsMax, generatedItemsMax));
      return fc.array(arbitraryValue(schema.items ?? {}), { minLength, maxLength });
    }
    case 'object':
      return arbitraryObject(schema);
    default:
      throw new Error(`no generator for ${JSON.stringify(schema)}`);
  }
}

/** Text of any Unicode characters. Lengths count characters here and UTF-16 units in zod, hence the half. */
function arbitraryText(minLength: number, maxLength: number): fc.Arbitrary<string> {
  return fc.string({ unit: 'binary', minLength, maxLength: Math.max(minLength, Math.floor(maxLength / 2)) });
}
