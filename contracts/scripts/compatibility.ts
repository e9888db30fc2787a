/**
 * What may change in a published event type, and what needs a new version. A change is compatible when the newest
 * schema accepts every event that the old one accepted, and when whatever a consumer could rely on is still there.
 * So optional fields, new types and wider limits are free; wider limits and new enum values reach consumers that were
 * deployed before them as bad data, which is why consumers are deployed before publishers.
 */
import { isDeepStrictEqual } from 'node:util';
import type { SchemaNode, SchemaSet } from './schema-node.js';

export type IncompatibilityRule =
  | 'TYPE_REMOVED'
  | 'TOPIC_CHANGED'
  | 'KEY_CHANGED'
  | 'PROPERTY_REMOVED'
  | 'PROPERTY_NEWLY_REQUIRED'
  | 'PROPERTY_NO_LONGER_REQUIRED'
  | 'TYPE_NARROWED'
  | 'ENUM_NARROWED'
  | 'LIMIT_NARROWED'
  | 'FORMAT_NARROWED'
  | 'NEW_FIELDS_REFUSED'
  | 'KEYWORD_CHANGED';

export interface Incompatibility {
  eventType: string;
  rule: IncompatibilityRule;
  /** Where in the data, such as `answers[].verdict`; empty for the type as a whole. */
  path: string;
  message: string;
}

type Fault = Omit<Incompatibility, 'eventType'>;

/** Every incompatible change from the `old` schemas to the `next` ones, by event type. Empty when a release may go on. */
export function findIncompatibilities(old: SchemaSet, next: SchemaSet): Incompatibility[] {
  return [...old].flatMap(([eventType, before]) => {
    const after = next.get(eventType);
    const faults: Fault[] = after
      ? [...compareRouting(before, after), ...compareNodes(before, after, '')]
      : [{ rule: 'TYPE_REMOVED', path: '', message: 'the type is gone; published types stay' }];
    return faults.map((fault) => ({ eventType, ...fault }));
  });
}

function compareRouting(before: SchemaNode, after: SchemaNode): Fault[] {
  const rules = { 'x-topic': 'TOPIC_CHANGED', 'x-key': 'KEY_CHANGED' } as const;
  return (['x-topic', 'x-key'] as const)
    .filter((keyword) => before[keyword] !== after[keyword])
    .map((keyword) => ({ rule: rules[keyword], path: '', message: changed(before[keyword], after[keyword]) }));
}

function compareNodes(before: SchemaNode, after: SchemaNode, path: string): Fault[] {
  return [
    ...compareTypes(before, after, path),
    ...compareEnums(before, after, path),
    ...compareLimits(before, after, path),
    ...compareFormats(before, after, path),
    ...compareProperties(before, after, path),
    ...compareItems(before, after, path),
    ...compareOtherKeywords(before, after, path),
  ];
}

function compareTypes(before: SchemaNode, after: SchemaNode, path: string): Fault[] {
  if (after.type === undefined) return [];
  const accepted = [after.type].flat();
  if (accepted.includes('number')) accepted.push('integer');
  const lost = before.type === undefined ? ['any'] : [before.type].flat().filter((type) => !accepted.includes(type));
  return lost.length === 0 ? [] : [{ rule: 'TYPE_NARROWED', path, message: changed(before.type, after.type) }];
}

function compareEnums(before: SchemaNode, after: SchemaNode, path: string): Fault[] {
  const accepted = valuesOf(after);
  if (!accepted) return [];
  const known = valuesOf(before);
  if (!known) return [{ rule: 'ENUM_NARROWED', path, message: `only ${show(accepted)} now, any value before` }];
  const lost = known.filter((value) => !accepted.some((other) => isDeepStrictEqual(value, other)));
  return lost.length === 0 ? [] : [{ rule: 'ENUM_NARROWED', path, message: `lost ${show(lost)}` }];
}

function valuesOf(node: SchemaNode): unknown[] | undefined {
  return node.const !== undefined ? [node.const] : node.enum;
}

const lowerLimits = ['minimum', 'exclusiveMinimum', 'minLength', 'minItems'] as const;
const upperLimits = ['maximum', 'exclusiveMaximum', 'maxLength', 'maxItems'] as const;

function compareLimits(before: SchemaNode, after: SchemaNode, path: string): Fault[] {
  const narrowed = [
    ...lowerLimits.filter((limit) => (after[limit] ?? -Infinity) > (before[limit] ?? -Infinity)),
    ...upperLimits.filter((limit) => (after[limit] ?? Infinity) < (before[limit] ?? Infinity)),
  ];
  return narrowed.map((limit) => ({
    rule: 'LIMIT_NARROWED',
    path,
    message: `${limit}: ${changed(before[limit], after[limit])}`,
  }));
}

/** Whether one format or pattern contains another is not decided here: only dropping it is surely wider. */
function compareFormats(before: SchemaNode, after: SchemaNode, path: string): Fault[] {
  return (['format', 'pattern'] as const)
    .filter((keyword) => after[keyword] !== undefined && after[keyword] !== before[keyword])
    .map((keyword) => ({
      rule: 'FORMAT_NARROWED',
      path,
      message: `${keyword}: ${changed(before[keyword], after[keyword])}`,
    }));
}

function compareProperties(before: SchemaNode, after: SchemaNode, path: string): Fault[] {
  const faults: Fault[] = [];
  const properties = after.properties ?? {};
  for (const [name, node] of Object.entries(before.properties ?? {})) {
    const next = Object.hasOwn(properties, name) ? properties[name] : undefined;
    const deeper = join(path, name);
    if (next) faults.push(...compareNodes(node, next, deeper));
    else faults.push({ rule: 'PROPERTY_REMOVED', path: deeper, message: 'consumers may read it' });
  }
  const wasRequired = new Set(before.required);
  const isRequired = new Set(after.required);
  for (const name of isRequired) {
    if (wasRequired.has(name)) continue;
    faults.push({ rule: 'PROPERTY_NEWLY_REQUIRED', path: join(path, name), message: 'older events do not have it' });
  }
  for (const name of wasRequired) {
    if (isRequired.has(name) || !Object.hasOwn(properties, name)) continue;
    faults.push({ rule: 'PROPERTY_NO_LONGER_REQUIRED', path: join(path, name), message: 'consumers rely on it' });
  }
  return [...faults, ...compareOpenness(before, after, path)];
}

function compareOpenness(before: SchemaNode, after: SchemaNode, path: string): Fault[] {
  const was = before.additionalProperties ?? true;
  const is = after.additionalProperties ?? true;
  if (is === true || was === false) return [];
  if (typeof is === 'object' && typeof was === 'object') return compareNodes(was, is, join(path, '*'));
  return [{ rule: 'NEW_FIELDS_REFUSED', path, message: 'fields that the schema does not know are refused now' }];
}

function compareItems(before: SchemaNode, after: SchemaNode, path: string): Fault[] {
  return after.items === undefined ? [] : compareNodes(before.items ?? {}, after.items, `${path}[]`);
}

/** Keywords that say nothing about validity, or that are judged above. */
const judged = new Set<string>([
  ...['$schema', '$id', '$comment', 'title', 'description', 'examples', 'default', 'deprecated'],
  ...['x-topic', 'x-key', 'x-source', 'type', 'enum', 'const', 'format', 'pattern'],
  ...['properties', 'required', 'additionalProperties', 'items'],
  ...lowerLimits,
  ...upperLimits,
]);

/** A keyword that this check does not understand may only be dropped: better one false alarm than one silent break. */
function compareOtherKeywords(before: SchemaNode, after: SchemaNode, path: string): Fault[] {
  return Object.keys(after)
    .filter((keyword) => !judged.has(keyword) && !isDeepStrictEqual(before[keyword], after[keyword]))
    .map((keyword) => ({
      rule: 'KEYWORD_CHANGED',
      path,
      message: `${keyword}: ${changed(before[keyword], after[keyword])}`,
    }));
}

function join(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}

function changed(before: unknown, after: unknown): string {
  return `${show(before)} became ${show(after)}`;
}

function show(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value);
}
