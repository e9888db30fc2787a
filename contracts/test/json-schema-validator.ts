import { Ajv2020 } from 'ajv/dist/2020.js';
import formatsModule from 'ajv-formats';
import type { SchemaNode } from '../scripts/schema-node.js';

/** Compiles schemas strictly (an unknown keyword throws); the validator answers with faults by the schema's `$id`. */
export function createValidator(schemas: SchemaNode[]): (schemaId: string, value: unknown) => string[] {
  const ajv = new Ajv2020({ strict: true, allErrors: true, schemas });
  // Annotations of ours, and the part of AsyncAPI that holds schemas.
  for (const keyword of ['x-topic', 'x-key', 'x-source', 'components']) ajv.addKeyword(keyword);
  formatsModule.default(ajv);
  return (schemaId, value) => {
    const validate = ajv.getSchema(schemaId);
    if (!validate) throw new Error(`no schema ${schemaId}`);
    if (validate(value) === true) return [];
    return (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message ?? ''}`);
  };
}
