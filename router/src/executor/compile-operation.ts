import {
  executeSync,
  getVariableValues,
  GraphQLError,
  Kind,
  OperationTypeNode,
  visit,
  type DocumentNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import { completeRoot } from './complete.js';
import type { DeniedField } from './denied.js';
import { FaultTree } from './faults.js';
import { createResponseNamer, internalVariable } from './internal-names.js';
import { toInternalOperation } from './internal-operation.js';
import type { DataObject } from './merge.js';
import type { Execution, Step, SubgraphFetch } from './execution.js';
import { compilePlan, streamFetch } from './plan.js';
import { createSubselection } from './selected.js';
import type { Completion, Selected, SelectedField } from './selection.js';
import type { LoadedSupergraph } from './supergraph.js';

/** The answer to an operation. Without `data` nothing was executed: the request itself was wrong. */
export interface OperationResult {
  data?: DataObject | null;
  errors?: GraphQLError[];
}

/** An operation that has been planned and compiled, ready for any variables. */
export interface CompiledOperation {
  kind: OperationDefinitionNode['operation'];
  execute(variables: Record<string, unknown> | undefined, call: Execution['call']): Promise<OperationResult>;
  /** What a subscription asks which subgraph for; undefined for other operations, and when nothing of it may be asked for. */
  stream: ((variables: Record<string, unknown> | undefined) => SubgraphFetch | OperationResult) | undefined;
}

/** Combinations of `@skip` and `@include` values remembered for one operation (count). */
const conditionSetsMax = 32;

interface Plan {
  /** Nothing, when subgraphs need not be asked. */
  run: Step | undefined;
  source: ReturnType<typeof streamFetch>;
}

/**
 * @param document valid against the API schema.
 * @param denied fields that are neither asked for nor answered.
 */
export function compileOperation(
  supergraph: LoadedSupergraph,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  denied?: DeniedField,
): CompiledOperation {
  const schema = supergraph.apiSchema;
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const nameOf = createResponseNamer(supergraph);
  const planned = (decided?: (variable: string) => boolean): Plan => {
    const internal = toInternalOperation({
      schema,
      operation,
      fragments,
      nameOf,
      denied,
      decided,
      alwaysAskTypes: supergraph.hidesObjects,
    });
    const plan = internal && supergraph.plan(internal);
    return { run: plan && compilePlan(plan, supergraph), source: plan && streamFetch(plan) };
  };
  const definitions = operation.variableDefinitions ?? [];
  const conditions = conditionVariables(document);
  const roots = new LRUCache<string, Selected>({ max: conditionSetsMax });
  const runs = new LRUCache<string, Pick<Plan, 'run'>>({ max: conditionSetsMax });
  const keyOf = (coerced: Record<string, unknown>): string =>
    conditions.map((name) => (coerced[name] === true ? '1' : '0')).join('');

  // The planner fetches what an `@requires` needs under the condition of its field, and yet lets one request for the entity
  // depend on it, also for fields without that condition. So conditions are decided before it plans. A subscription is
  // planned before its variables are known.
  const whole =
    conditions.length === 0 || operation.operation === OperationTypeNode.SUBSCRIPTION ? planned() : undefined;
  const source = whole?.source;

  /** @throws GraphQLError when it cannot be planned. */
  function runFor(coerced: Record<string, unknown>): Step | undefined {
    if (whole) return whole.run;
    const key = keyOf(coerced);
    const known = runs.get(key);
    if (known) return known.run;
    const { run } = planned((variable) => coerced[variable] === true);
    runs.set(key, { run });
    return run;
  }

  function rootFor(coerced: Record<string, unknown>): Selected {
    const key = keyOf(coerced);
    const known = roots.get(key);
    if (known) return known;
    const type = schema.getRootType(operation.operation);
    const root =
      type &&
      createSubselection(type, [operation.selectionSet], {
        schema,
        fragments,
        nameOf,
        denied,
        condition: (variable) => coerced[variable] === true,
      }).of(type.name);
    if (!root) throw new GraphQLError(`The graph has no ${operation.operation} type.`);
    roots.set(key, root);
    return root;
  }

  function introspect(field: SelectedField, variables: Record<string, unknown>): unknown {
    const local: DocumentNode = {
      kind: Kind.DOCUMENT,
      definitions: [
        { ...operation, selectionSet: { kind: Kind.SELECTION_SET, selections: field.nodes } },
        ...fragments.values(),
      ],
    };
    const answer = executeSync({ schema, document: local, variableValues: variables });
    return answer.data?.[field.responseName];
  }

  return {
    kind: operation.operation,
    stream:
      source &&
      ((variables = {}) => {
        const { errors } = getVariableValues(schema, definitions, variables, { maxErrors: 10 });
        if (errors) return { errors: errors.map(asUserInput) };
        const sent = underInternalNames(variables);
        return {
          subgraph: source.serviceName,
          query: source.operation,
          variables: Object.fromEntries(
            (source.variableUsages ?? []).flatMap((name) => (sent[name] === undefined ? [] : [[name, sent[name]]])),
          ),
        };
      }),
    async execute(variables = {}, call) {
      const values = getVariableValues(schema, definitions, variables, { maxErrors: 10 });
      if (values.errors) return { errors: values.errors.map(asUserInput) };
      const execution: Execution = {
        data: {},
        faults: new FaultTree(),
        variables: underInternalNames(variables),
        coerced: underInternalNames(values.coerced),
        call,
      };
      await runFor(values.coerced)?.(execution);
      const completion: Completion = { path: [], errors: [], local: (field) => introspect(field, variables) };
      const { faults } = execution;
      const healthy = faults.children.size === 0 && !faults.lost;
      const data = completeRoot(rootFor(values.coerced), execution.data, healthy ? undefined : faults, completion);
      return completion.errors.length > 0 ? { data, errors: completion.errors } : { data };
    },
  };
}

function asUserInput(error: GraphQLError): GraphQLError {
  return new GraphQLError(error.message, {
    ...(error.nodes && { nodes: error.nodes }),
    extensions: { ...error.extensions, code: 'BAD_USER_INPUT' },
  });
}

/** The variables that conditions look at. */
function conditionVariables(document: DocumentNode): string[] {
  const names = new Set<string>();
  visit(document, {
    Directive(directive) {
      if (directive.name.value !== 'skip' && directive.name.value !== 'include') return;
      for (const { value } of directive.arguments ?? []) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names];
}

function underInternalNames(variables: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(variables).map(([name, value]) => [internalVariable(name), value]));
}
