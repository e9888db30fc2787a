import {
  executeSync,
  getVariableValues,
  GraphQLError,
  Kind,
  OperationTypeNode,
  print,
  visit,
  type DocumentNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
} from 'graphql';
import { shortMessage } from '@ruzlet/platform/http/short-message';
import { LRUCache } from 'lru-cache';
import { conditionSetsMax, isLostIn, type Begun, type CompiledPlan } from './begun.js';
import { completeRoot } from './complete.js';
import { readDeferral } from './deferral.js';
import { compileDeferred, type DeferredOperation } from './deferred-operation.js';
import type { DeniedField } from './denied.js';
import { FaultTree } from './faults.js';
import { createResponseNamer, internalVariable } from './internal-names.js';
import { toInternalOperation } from './internal-operation.js';
import { joinPlans, splitMutation } from './mutation-parts.js';
import type { Execution, OperationResult, SubgraphFetch } from './execution.js';
import { wantsOfMembers } from './wants-of-members.js';
import { compilePlan, streamFetch, type PlacedFetch } from './plan.js';
import type { Planner } from '../planner/planner.js';
import { createSubselection } from './selected.js';
import type { Completion, Selected, SelectedField } from './selection.js';
import type { LoadedSupergraph } from './supergraph.js';

/** An operation that has been planned and compiled, ready for any variables. */
export interface CompiledOperation {
  kind: OperationDefinitionNode['operation'];
  /** @param signal tells planning that the answer is not wanted any more; asked for only when there is something to plan. */
  execute(
    variables: Record<string, unknown> | undefined,
    call: Execution['call'],
    signal?: () => AbortSignal,
  ): Promise<OperationResult>;
  /** How it is answered in parts; undefined when nothing of it is deferred. */
  deferred: DeferredOperation | undefined;
  /** What a subscription asks which subgraph for; undefined for other operations, and when nothing of it may be asked for. */
  stream: ((variables: Record<string, unknown> | undefined) => SubgraphFetch | OperationResult) | undefined;
}

/**
 * @param document valid against the API schema.
 * @param denied fields that are neither asked for nor answered.
 * @throws what the planner throws.
 */
export async function compileOperation(
  { supergraph, planner, labels }: { supergraph: LoadedSupergraph; planner: Planner; labels: readonly string[] },
  document: DocumentNode,
  operation: OperationDefinitionNode,
  denied?: DeniedField,
  signal?: () => AbortSignal,
): Promise<CompiledOperation> {
  const schema = supergraph.apiSchema;
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const nameOf = createResponseNamer(supergraph);
  const membersApart = supergraph.hasInterfaceObjects && wantsOfMembers(operation, fragments, supergraph);
  const planFrom = async (document: DocumentNode, wanted?: () => AbortSignal) =>
    planner.plan(print(document), wanted?.(), { labels, membersApart });
  const planned = async (document: DocumentNode, wanted?: () => AbortSignal) => {
    const plan = await planFrom(document, wanted);
    if (operation.operation !== OperationTypeNode.MUTATION) return plan;
    const parts = splitMutation(document, plan, supergraph);
    return parts.length === 1 ? plan : joinPlans(await Promise.all(parts.map((part) => planFrom(part, wanted))));
  };
  const deferral =
    operation.operation === OperationTypeNode.SUBSCRIPTION
      ? undefined
      : readDeferral([operation, ...fragments.values()]);
  const compiled = async (
    wanted?: () => AbortSignal,
    decided?: (variable: string) => boolean,
  ): Promise<CompiledPlan> => {
    const internal = toInternalOperation({
      schema,
      operation,
      fragments,
      nameOf,
      denied,
      decided,
      alwaysAskTypes: supergraph.hidesObjects,
      isMemberField: membersApart ? supergraph.isInterfaceObjectField : supergraph.isMemberField,
    });
    const plan = internal && (await planned(internal, wanted));
    const fetches: PlacedFetch[] = [];
    const watched = deferral ? fetches : undefined;
    const run = plan && compilePlan(plan, operation.operation, supergraph, watched);
    return { run, source: plan && streamFetch(plan), fetches };
  };
  const definitions = operation.variableDefinitions ?? [];
  const conditions = conditionVariables(document);
  const roots = new LRUCache<string, Selected>({ max: conditionSetsMax });
  const runs = new LRUCache<string, CompiledPlan>({ max: conditionSetsMax });
  const keyOf = (coerced: Record<string, unknown>): string =>
    conditions.map((name) => (coerced[name] === true ? '1' : '0')).join('');

  // The planner fetches what an `@requires` needs under the condition of its field, and yet lets one request for the entity
  // depend on it, also for fields without that condition. So conditions are decided before it plans. A subscription is
  // planned before its variables are known.
  const whole =
    conditions.length === 0 || operation.operation === OperationTypeNode.SUBSCRIPTION
      ? await compiled(signal)
      : undefined;
  const source = whole?.source;

  async function planFor(
    coerced: Record<string, unknown>,
    wanted?: () => AbortSignal,
  ): Promise<CompiledPlan | { errors: GraphQLError[] }> {
    try {
      const plan = await compiled(wanted, (variable) => coerced[variable] === true);
      runs.set(keyOf(coerced), plan);
      return plan;
    } catch (error) {
      if (error instanceof GraphQLError) return { errors: [error] };
      throw error;
    }
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

  async function begin(
    variables: Record<string, unknown> = {},
    call: Execution['call'],
    wanted?: () => AbortSignal,
  ): Promise<Begun | { errors: GraphQLError[] }> {
    const { coerced, errors } = getVariableValues(schema, definitions, variables, { maxErrors: 10 });
    if (errors) return { errors: errors.map(asUserInput) };
    const plan = whole ?? runs.get(keyOf(coerced)) ?? (await planFor(coerced, wanted));
    if ('errors' in plan) return plan;
    const execution: Execution = {
      data: {},
      faults: new FaultTree(),
      variables: underInternalNames(variables),
      coerced: underInternalNames(coerced),
      call,
      isLost: (names) => isLostIn(rootFor(coerced), names, execution),
    };
    return { plan, execution, coerced, local: (field) => introspect(field, variables) };
  }

  function complete({ execution: { data: merged, faults }, coerced, local }: Begun): OperationResult {
    const completion: Completion = { path: [], errors: [], local };
    const healthy = faults.children.size === 0 && !faults.lost;
    const data = completeRoot(rootFor(coerced), merged, healthy ? undefined : faults, completion);
    return completion.errors.length > 0 ? { data, errors: completion.errors } : { data };
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
          subgraph: source.subgraph,
          query: source.operation,
          variables: Object.fromEntries(
            source.variables.flatMap((name) => (sent[name] === undefined ? [] : [[name, sent[name]]])),
          ),
        };
      }),
    deferred:
      deferral &&
      compileDeferred({
        operation,
        fragments,
        nameOf,
        deferral,
        typesMayChange: supergraph.hasInterfaceObjects,
        selection: { schema, fragments, nameOf, denied },
        coerce: (variables) => getVariableValues(schema, definitions, variables, { maxErrors: 1 }).coerced,
        begin,
        complete,
      }),
    async execute(variables, call, wanted) {
      const begun = await begin(variables, call, wanted);
      if ('errors' in begun) return begun;
      await begun.plan.run?.(begun.execution);
      return complete(begun);
    },
  };
}

function asUserInput(error: GraphQLError): GraphQLError {
  return new GraphQLError(shortMessage(error.message), {
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
