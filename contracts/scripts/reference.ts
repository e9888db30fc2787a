/** The reference of all events for people, in Markdown. */
import { eventBytesMax } from '../src/envelope.js';
import { eventDefinition, eventTypes } from '../src/registry.js';
import { deadLetterTopic, topics } from '../src/topics.js';
import type { SchemaNode, SchemaSet } from './schema-node.js';

/** Builds `events.md`: one table per topic, then the fields of each type. */
export function buildReference(envelope: SchemaNode, schemas: SchemaSet): string {
  return [
    '# Events',
    '',
    'Generated from `contracts/src`; do not edit. Every message is a CloudEvents 1.0 event in structured JSON of at most ' +
      `${eventBytesMax.toLocaleString('en-GB')} bytes, delivered at least once and in order per key.`,
    '',
    '## Envelope',
    '',
    ...fieldTable(envelope),
    ...topics.flatMap((topic) => [
      `## ${topic}`,
      '',
      `Dead letters: \`${deadLetterTopic(topic)}\`.`,
      '',
      ...eventTypes
        .filter((type) => eventDefinition(type).topic === topic)
        .flatMap((type) => {
          const schema = schemas.get(type);
          return schema ? section(type, schema) : [];
        }),
    ]),
  ].join('\n');
}

function section(type: string, schema: SchemaNode): string[] {
  return [
    `### ${type}`,
    '',
    `${schema.description ?? ''} Published by ${schema['x-source'] === '*' ? 'every subgraph' : `\`${String(schema['x-source'])}\``}, key \`${String(schema['x-key'])}\`. ` +
      `[Schema](json-schema/${type}.json), [example](../fixtures/${type}.json).`,
    '',
    ...fieldTable(schema),
  ];
}

function fieldTable(schema: SchemaNode): string[] {
  return ['| Field | Type | Required | Meaning |', '| --- | --- | --- | --- |', ...rows(schema, ''), ''];
}

function rows(schema: SchemaNode, prefix: string): string[] {
  const required = new Set(schema.required);
  return Object.entries(schema.properties ?? {}).flatMap(([name, node]) => {
    const path = prefix + name;
    const row = [`\`${path}\``, typeOf(node), required.has(name) ? 'yes' : 'no', node.description ?? ''];
    return [`| ${row.map(cell).join(' | ')} |`, ...rows(node, `${path}.`), ...rows(node.items ?? {}, `${path}[].`)];
  });
}

function typeOf(node: SchemaNode): string {
  if (node.const !== undefined) return `\`${literal(node.const)}\``;
  if (node.enum) return node.enum.map((value) => `\`${literal(value)}\``).join(', ');
  if (node.type === 'array') return `list of ${typeOf(node.items ?? {})}${range(node.minItems ?? 0, node.maxItems)}`;
  if (node.type === 'string' && node.format) return node.format;
  if (node.type === 'string') return `text${range(node.minLength ?? 0, node.maxLength)}`;
  if (node.type === 'integer' || node.type === 'number') return `${node.type}${range(node.minimum, node.maximum)}`;
  return [node.type ?? 'any'].flat().join(' or ');
}

/** Limits as `2..7`; the largest safe integer is no limit to tell people about. */
function range(least: number | undefined, most: number | undefined): string {
  const end = most === undefined || most === Number.MAX_SAFE_INTEGER ? '' : String(most);
  return least === undefined && end === '' ? '' : `, ${least ?? ''}..${end}`;
}

function literal(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}
