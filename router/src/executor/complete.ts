import {
  GraphQLError,
  isEnumType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLLeafType,
  type GraphQLOutputType,
} from 'graphql';
import { writeField } from '@ruzlet/platform/execution/write-field';
import { FaultTree, type Fault } from './faults.js';
import { isDataObject, type DataObject } from './merge.js';
import type { Complete, Completion, Selected, SelectedField } from './selection.js';

/**
 * Writes the answer from the merged data: the client's fields under the client's names, nothing else, every value
 * checked against the API schema, with errors and null propagation as the GraphQL specification has them.
 */

/** What a position becomes when a non-null value failed in it: its parent has to be null. */
const failed = Symbol('failed');

/** @returns the answer's `data`; null when null propagated to the root. */
export function completeRoot(
  root: Selected,
  data: DataObject,
  faults: FaultTree | undefined,
  completion: Completion,
): DataObject | null {
  const completed = completeObject(root, data, faults, completion);
  return completed === failed || !isDataObject(completed) ? null : completed;
}

/** How values of a field are completed, worked out once for each field of a compiled operation. */
export function compileCompletion(
  type: GraphQLOutputType,
  field: Pick<SelectedField, 'responseName' | 'subselection'>,
): Complete {
  if (isNonNullType(type)) {
    const inner = compileCompletion(type.ofType, field);
    return (value, faults, completion) => {
      const before = completion.errors.length;
      const completed = inner(value, faults, completion);
      if (completed !== null) return completed;
      if (completion.errors.length === before) {
        addError(completion, { message: `Cannot return null for a non-null value of ${field.responseName}.` });
      }
      return failed;
    };
  }
  const inner = compileNullable(type, field);
  return (value, faults, completion) => {
    if (value !== undefined && value !== null) return inner(value, faults, completion);
    if (faults) reportAll(field, faults, completion);
    return null;
  };
}

/** How a field is completed that the viewer may not have: an error and null, whatever its value would be. */
export function compileDenied(type: GraphQLOutputType, fault: Fault): Complete {
  const nothing = isNonNullType(type) ? failed : null;
  return (_value, _faults, completion) => {
    addError(completion, fault);
    return nothing;
  };
}

function compileNullable(
  type: GraphQLOutputType,
  field: Pick<SelectedField, 'responseName' | 'subselection'>,
): Complete {
  if (isListType(type)) return compileList(type.ofType, field);
  if (isNonNullType(type)) return compileCompletion(type, field);
  if (isLeafType(type)) return compileLeaf(type);
  const { subselection } = field;
  if (!subselection) throw new Error(`The field ${field.responseName} has no selections.`);
  const only = isObjectType(type) ? subselection.of(type.name) : undefined;
  return (value, faults, completion) => {
    if (!isDataObject(value)) return refuse(completion, 'A subgraph answered something else than an object.');
    const selected = only ?? subselection.of(value.__typename);
    if (!selected) {
      // Its type would have come from the fetch that failed.
      if (faults?.lost) {
        addError(completion, faults.lost);
        return null;
      }
      return refuse(completion, 'A subgraph answered an object whose type is not part of the API.');
    }
    const completed = completeObject(selected, value, faults, completion);
    return completed === failed ? null : completed;
  };
}

function compileList(
  itemType: GraphQLOutputType,
  field: Pick<SelectedField, 'responseName' | 'subselection'>,
): Complete {
  const complete = compileCompletion(itemType, field);
  return (value, faults, completion) => {
    if (!Array.isArray(value)) return refuse(completion, 'A subgraph answered something else than a list.');
    const { path, errors } = completion;
    const start = errors.length;
    const depth = path.length;
    const items: unknown[] = new Array(value.length);
    for (let index = 0; index < value.length; index++) {
      path[depth] = index;
      const mark = errors.length;
      const item = complete(value[index], faults?.children.get(index), completion);
      if (item === failed) {
        // Nothing is left of the items before: neither are their errors.
        errors.splice(start, mark - start);
        path.length = depth;
        return null;
      }
      items[index] = item;
    }
    path.length = depth;
    return items;
  };
}

function completeObject(
  selected: Selected,
  data: DataObject,
  faults: FaultTree | undefined,
  completion: Completion,
): DataObject | typeof failed {
  const { path, errors } = completion;
  const start = errors.length;
  const depth = path.length;
  const completed: DataObject = {};
  for (const field of selected.fields) {
    if (field.kind === 'typename') {
      writeField(completed, field.responseName, selected.typename);
      continue;
    }
    if (field.kind === 'local') {
      writeField(completed, field.responseName, completion.local(field));
      continue;
    }
    const value = data[field.internalName];
    let fieldFaults: FaultTree | undefined;
    if (faults) {
      fieldFaults = faults.children.get(field.internalName);
      if (value === undefined && !fieldFaults && faults.lost) fieldFaults = FaultTree.of(faults.lost);
    }
    path[depth] = field.responseName;
    const mark = errors.length;
    const result = field.complete(value, fieldFaults, completion);
    if (result === failed) {
      errors.splice(start, mark - start);
      path.length = depth;
      return failed;
    }
    writeField(completed, field.responseName, result);
  }
  path.length = depth;
  if (selected.deferred && completion.found) {
    for (const fragment of selected.deferred) completion.found.push({ fragment, data, path: [...path] });
  }
  return completed;
}

function compileLeaf(type: GraphQLLeafType): Complete {
  const accept = leafCheck(type);
  return (value, _faults, completion) => {
    const accepted = accept(value);
    return accepted ?? refuse(completion, `A subgraph answered a value that ${type.name} does not have.`);
  };
}

/** @returns the value as it is written, undefined when it is none of the type. */
function leafCheck(type: GraphQLLeafType): (value: unknown) => unknown {
  if (isEnumType(type)) {
    const names = new Set(type.getValues().map(({ name }) => name));
    return (value) => (typeof value === 'string' && names.has(value) ? value : undefined);
  }
  switch (type.name) {
    case 'Int':
      return (value) => (typeof value === 'number' && (value | 0) === value ? value : undefined);
    case 'Float':
      return (value) => (typeof value === 'number' && Number.isFinite(value) ? value : undefined);
    case 'String':
      return (value) => (typeof value === 'string' ? value : undefined);
    case 'Boolean':
      return (value) => (typeof value === 'boolean' ? value : undefined);
    case 'ID':
      return (value) => (typeof value === 'string' ? value : Number.isInteger(value) ? String(value) : undefined);
    default:
      return (value) => value;
  }
}

/** The faults of a place that is null, and of all places in it. */
function reportAll(field: Pick<SelectedField, 'subselection'>, faults: FaultTree, completion: Completion): void {
  for (const fault of faults.faults) addError(completion, fault);
  const depth = completion.path.length;
  for (const [step, child] of faults.children) {
    if (typeof step === 'number') {
      completion.path[depth] = step;
      reportAll(field, child, completion);
    } else {
      const inner = field.subselection?.named(step);
      // A field that only the plan asked for has no place in the answer.
      if (inner) completion.path[depth] = inner.responseName;
      reportAll(inner ?? {}, child, completion);
    }
    completion.path.length = depth;
  }
}

function refuse(completion: Completion, message: string): null {
  addError(completion, { message });
  return null;
}

function addError(completion: Completion, fault: Fault): void {
  completion.errors.push(
    new GraphQLError(fault.message, {
      path: [...completion.path],
      ...(fault.extensions && { extensions: fault.extensions }),
      originalError: fault.cause instanceof Error ? fault.cause : null,
    }),
  );
}
