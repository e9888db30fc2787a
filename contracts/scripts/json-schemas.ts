/** JSON Schemas (2020-12) of the envelope and of every type's data, made from the zod schemas. */
import { z } from 'zod';
import { dataSchemaUri, envelopeSchema } from '../src/envelope.js';
import { eventDefinition, eventTypes, type EventType } from '../src/registry.js';
import { schemaNode, type SchemaNode, type SchemaSet } from './schema-node.js';

/** All schemas that are published, by the name of their file: every type's data and the envelope. */
export function buildPublishedSchemas(): SchemaSet {
  return new Map([['envelope', buildEnvelopeSchema()], ...buildDataSchemas()]);
}

/** The schemas of all types' data by type; they tolerate fields that they do not know. */
export function buildDataSchemas(): SchemaSet {
  return new Map(eventTypes.map((type) => [type, dataJsonSchema(type)]));
}

/** The schema of the envelope; `data` is left open, it is checked by the type's own schema. */
export function buildEnvelopeSchema(): SchemaNode {
  const { $schema, ...schema } = toJsonSchema(envelopeSchema);
  return { $schema, $id: dataSchemaUri('envelope'), ...schema };
}

function dataJsonSchema(type: EventType): SchemaNode {
  const definition = eventDefinition(type);
  const { $schema, ...schema } = toJsonSchema(definition.data);
  return {
    $schema,
    $id: dataSchemaUri(type),
    title: type,
    description: definition.summary,
    'x-topic': definition.topic,
    'x-key': definition.key,
    'x-source': definition.source,
    ...schema,
  };
}

/** `io: 'input'` is what a consumer may meet: objects stay open for fields of newer publishers. */
function toJsonSchema(schema: z.ZodType): SchemaNode {
  const generated = z.toJSONSchema(schema, {
    target: 'draft-2020-12',
    io: 'input',
    reused: 'inline',
    override: ({ jsonSchema }) => {
      // `format` says the same in words that every validator knows; zod's patterns change with its version, and each
      // change would look like an incompatible one.
      if (jsonSchema.format !== undefined) delete jsonSchema.pattern;
      // Times are in UTC; the format alone would allow other offsets.
      if (jsonSchema.format === 'date-time') jsonSchema.pattern = 'Z$';
    },
  });
  return schemaNode.parse(generated);
}
