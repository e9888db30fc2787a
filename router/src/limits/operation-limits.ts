import {
  GraphQLError,
  Kind,
  parse,
  type DirectiveNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { scanOperation, type OperationLimits } from './operation-scan.js';
import { RequestRefused } from './request-refused.js';

export type { OperationLimits } from './operation-scan.js';

/** The code of errors for operations beyond a limit. */
export const operationLimitCode = 'OPERATION_LIMIT_EXCEEDED';

/** What a selection set holds with its fragments written out. */
interface Size {
  depth: number;
  aliases: number;
  rootFields: number;
  directives: number;
  fields: number;
}

/**
 * Refuses operations beyond a limit before anything that takes longer than reading them once: validation and planning
 * take time in proportion to what fragments expand to.
 *
 * @returns the document; undefined when the text is not GraphQL, which is for validation to explain.
 * @throws RequestRefused
 */
export function parseWithinLimits(source: string, limits: OperationLimits): DocumentNode | undefined {
  if (source.length > limits.charactersMax) throw refused('characters', limits.charactersMax);
  // Most of what is hostile shows in its characters, and costs a tenth of parsing then.
  const excess = scanOperation(source, limits);
  if (excess) throw refused(excess.what, excess.max);
  let document: DocumentNode;
  try {
    document = parse(source, { maxLexicalTokens: limits.tokensMax });
  } catch (error) {
    if (error instanceof RangeError) throw refused('nesting', 0, 'deeper than can be read');
    if (error instanceof GraphQLError && error.message.includes('tokens. Parsing aborted')) {
      throw refused('tokens', limits.tokensMax);
    }
    if (error instanceof GraphQLError) return undefined;
    throw error;
  }
  checkLimits(document, limits);
  return document;
}

/** @throws RequestRefused when an operation of the document is beyond a limit. */
export function checkLimits(document: DocumentNode, limits: OperationLimits): void {
  if (document.definitions.length > limits.definitionsMax) throw refused('definitions', limits.definitionsMax);
  const measure = createMeasure(document, limits);
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION && definition.kind !== Kind.FRAGMENT_DEFINITION) continue;
    if (definition.kind === Kind.OPERATION_DEFINITION) {
      const variables = definition.variableDefinitions?.length ?? 0;
      if (variables > limits.variablesMax) throw refused('variables', limits.variablesMax);
    }
    const size = measure(definition.selectionSet, 1);
    const directives = size.directives + (definition.directives?.length ?? 0);
    if (size.fields > limits.fieldsMax) throw refused('fields', limits.fieldsMax);
    if (size.depth > limits.depthMax) throw refused('levels', limits.depthMax);
    if (size.aliases > limits.aliasesMax) throw refused('aliases', limits.aliasesMax);
    if (directives > limits.directivesMax) throw refused('directives', limits.directivesMax);
    if (definition.kind === Kind.OPERATION_DEFINITION && size.rootFields > limits.rootFieldsMax) {
      throw refused('root fields', limits.rootFieldsMax);
    }
  }
}

/** Measures each fragment once, so the time it takes is in proportion to the text and not to what it expands to. */
function createMeasure(
  document: DocumentNode,
  limits: OperationLimits,
): (set: SelectionSetNode, level: number) => Size {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const sizes = new Map<string, Size>();

  function measureFragment(name: string, level: number): Size {
    const known = sizes.get(name);
    if (known) return known;
    const fragment = fragments.get(name);
    // A fragment that spreads itself counts nothing the second time: validation refuses it.
    sizes.set(name, empty());
    const size = fragment ? measure(fragment.selectionSet, level) : empty();
    size.directives += fragment?.directives?.length ?? 0;
    sizes.set(name, size);
    return size;
  }

  function measure(set: SelectionSetNode, level: number): Size {
    // Counted along the way too: a chain of fragments is a recursion here.
    if (level > limits.depthMax * 10) throw refused('levels', limits.depthMax);
    const total = empty();
    for (const selection of set.selections) {
      total.directives += count(selection.directives);
      if (selection.kind === Kind.FIELD) {
        const inner = selection.selectionSet ? measure(selection.selectionSet, level + 1) : empty();
        total.fields += 1 + inner.fields;
        total.rootFields += 1;
        total.aliases += inner.aliases + (selection.alias ? 1 : 0);
        total.directives += inner.directives;
        total.depth = Math.max(total.depth, 1 + inner.depth);
        continue;
      }
      const inner =
        selection.kind === Kind.FRAGMENT_SPREAD
          ? measureFragment(selection.name.value, level + 1)
          : measure(selection.selectionSet, level + 1);
      total.fields += inner.fields;
      total.rootFields += inner.rootFields;
      total.aliases += inner.aliases;
      total.directives += inner.directives;
      total.depth = Math.max(total.depth, inner.depth);
    }
    return total;
  }

  return measure;
}

function empty(): Size {
  return { depth: 0, aliases: 0, rootFields: 0, directives: 0, fields: 0 };
}

function count(directives: readonly DirectiveNode[] | undefined): number {
  return directives?.length ?? 0;
}

function refused(what: string, max: number, how = `more than ${String(max)}`): RequestRefused {
  return new RequestRefused(400, operationLimitCode, `The operation has too many ${what}: ${how}.`);
}
