import {
  GraphQLError,
  Kind,
  type DirectiveNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import { conditionSetsMax, isLostIn, type Begun, type CompiledPlan } from './begun.js';
import { readBroughtFields, type FetchNumbers } from './brought-fields.js';
import { deferOf, type Deferral } from './deferral.js';
import { createDelivery, type PartWriter } from './delivery.js';
import type { Execution, OperationResult } from './execution.js';
import type { ResponseNamer } from './internal-names.js';
import type { DataObject } from './merge.js';
import { createSubselection, type SelectionContext } from './selected.js';
import type { DeferredFragment, Selected } from './selection.js';

/** An operation with `@defer`. It is planned and fetched as if it had none; only the answer is written in parts. */
export interface DeferredOperation {
  /** False when these variables turn all of it off: the answer is to be had whole, then. */
  isDeferred(variables: Record<string, unknown> | undefined): boolean;
  /** @param signal ends it; its reason is told to the client when that is a GraphQLError. */
  deliver(
    variables: Record<string, unknown> | undefined,
    call: Execution['call'],
    writer: PartWriter,
    signal: AbortSignal,
  ): Promise<Delivered>;
}

/** What became of a delivery. What is unwritten is to be answered whole: the request was wrong, or nothing came in time. */
export type Delivered =
  | { unwritten: OperationResult }
  | {
      /** What was written, as one answer; undefined when something failed. */
      whole: () => DataObject | undefined;
    };

export interface DeferredOperationOptions {
  operation: OperationDefinitionNode;
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  nameOf: ResponseNamer;
  deferral: Deferral;
  /** Whether another subgraph may say another type of the same object. */
  typesMayChange: boolean;
  /** Without its conditions: those are of the request. */
  selection: Omit<SelectionContext, 'condition' | 'deferral'>;
  coerce: (variables: Record<string, unknown>) => Record<string, unknown> | undefined;
  begin: (
    variables: Record<string, unknown> | undefined,
    call: Execution['call'],
    wanted: () => AbortSignal,
  ) => Promise<Begun | { errors: GraphQLError[] }>;
  complete: (begun: Begun) => OperationResult;
}

/** What is worked out once for a plan and the values of all conditions. */
interface Parts {
  root: Selected;
  rootNeeds: FetchNumbers;
  needsOf: (fragment: DeferredFragment) => FetchNumbers;
}

export function compileDeferred(options: DeferredOperationOptions): DeferredOperation {
  const { deferral, begin } = options;
  const known = new WeakMap<CompiledPlan, LRUCache<string, Parts>>();

  function partsOf({ plan, coerced }: Begun): Parts {
    const ofPlan = known.get(plan) ?? new LRUCache<string, Parts>({ max: conditionSetsMax });
    known.set(plan, ofPlan);
    // A plan is made for the values of `@skip` and `@include`, so that only those of `@defer` are left.
    const key = deferral.variables.map((name) => String(coerced[name])).join();
    const parts = ofPlan.get(key) ?? compileParts(options, plan, coerced);
    ofPlan.set(key, parts);
    return parts;
  }

  return {
    isDeferred(variables = {}) {
      const coerced = options.coerce(variables);
      return coerced !== undefined && deferral.isAny(coerced);
    },
    async deliver(variables, call, writer, signal) {
      const begun = await begin(variables, call, () => signal);
      if ('errors' in begun) return { unwritten: begun };
      const { plan, execution, local } = begun;
      const parts = partsOf(begun);
      const delivery = createDelivery({ ...parts, execution, local, writer });
      execution.isLost = (names) => isLostIn(parts.root, names, execution);
      execution.fetched = delivery.fetched;
      delivery.start();
      const ended = new Promise<void>((resolve) => {
        const end = (): void => {
          delivery.giveUp(signal.reason instanceof GraphQLError ? signal.reason : undefined);
          resolve();
        };
        if (signal.aborted) end();
        else signal.addEventListener('abort', end, { once: true });
      });
      const running = Promise.resolve(plan.run?.(execution)).then(delivery.finish);
      await Promise.race([running, ended]);
      if (delivery.hasBegun()) {
        return { whole: () => (delivery.hasFailed() ? undefined : (options.complete(begun).data ?? undefined)) };
      }
      const reason: unknown = signal.reason;
      const error = reason instanceof GraphQLError ? reason : new GraphQLError('The client has gone.');
      return { unwritten: { errors: [error] } };
    },
  };
}

function compileParts(
  { operation, fragments, nameOf, typesMayChange, selection }: DeferredOperationOptions,
  plan: CompiledPlan,
  coerced: Record<string, unknown>,
): Parts {
  const { schema } = selection;
  const type = schema.getRootType(operation.operation);
  const condition = (variable: string): boolean => coerced[variable] === true;
  const deferral = {
    deferOf: (directives: readonly DirectiveNode[]) => deferOf(directives, coerced),
    position: [],
  };
  const root =
    type && createSubselection(type, [operation.selectionSet], { ...selection, condition, deferral }).of(type.name);
  if (!root) throw new GraphQLError(`The graph has no ${operation.operation} type.`);
  const brought = readBroughtFields(plan.fetches, { fragments, nameOf, typesMayChange });
  const isLeftOut = (directives: readonly DirectiveNode[]): boolean =>
    deferOf(directives, coerced) !== undefined || directives.some((directive) => isNever(directive, condition));
  const needs = new WeakMap<DeferredFragment, FetchNumbers>();
  return {
    root,
    rootNeeds: brought.needsOf([], operation.selectionSet, isLeftOut),
    needsOf(fragment) {
      const found = needs.get(fragment) ?? brought.needsOf(fragment.position, fragment.set, isLeftOut);
      needs.set(fragment, found);
      return found;
    },
  };
}

/** True for an `@skip` or `@include` that leaves nothing. */
function isNever({ name, arguments: given }: DirectiveNode, condition: (variable: string) => boolean): boolean {
  if (name.value !== 'skip' && name.value !== 'include') return false;
  const value = given?.find((argument) => argument.name.value === 'if')?.value;
  const holds =
    value?.kind === Kind.VARIABLE ? condition(value.name.value) : value?.kind === Kind.BOOLEAN && value.value;
  return holds === (name.value === 'skip');
}
