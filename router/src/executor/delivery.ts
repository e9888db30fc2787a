import { GraphQLError } from 'graphql';
import type { FetchNumbers } from './brought-fields.js';
import { add, fits, valueAt } from './client-state.js';
import { completeRoot } from './complete.js';
import type { Execution } from './execution.js';
import type { Path } from './faults.js';
import { isDataObject, type DataObject } from './merge.js';
import type { Completion, DeferredFragment, FoundFragment, Selected } from './selection.js';

/** A deferred fragment of one object. Without data, something of it failed that must not be null. */
export interface FragmentResult {
  path: Path;
  label: string | undefined;
  data: DataObject | null;
  errors: readonly GraphQLError[];
}

/** Takes an answer in parts. What it is given changes later: it has to be written at once. */
export interface PartWriter {
  /** What is not deferred. */
  first(result: { data: DataObject | null; errors: readonly GraphQLError[] }): void;
  fragment(result: FragmentResult): void;
  /** Ends a part. @param hasNext whether there are more. */
  flush(hasNext: boolean): void;
}

/** One answer on its way to the client, part by part. */
export interface Delivery {
  /** Nothing is fetched yet: what needs nothing goes out. */
  start: () => void;
  /** A fetch of the plan has been merged: what is whole now goes out. */
  fetched: (number: number) => void;
  /** All fetches are done that ever will be. */
  finish: () => void;
  /** Ends it now. @param why is told for each fragment that has not come; undefined when nobody listens any more. */
  giveUp(why: GraphQLError | undefined): void;
  /** True when the first part has gone out. */
  hasBegun(): boolean;
  /** True when an error was told. */
  hasFailed(): boolean;
}

export function createDelivery({
  execution,
  root,
  rootNeeds,
  needsOf,
  local,
  writer,
}: {
  execution: Pick<Execution, 'data' | 'faults'>;
  root: Selected;
  rootNeeds: FetchNumbers;
  needsOf: (fragment: DeferredFragment) => FetchNumbers;
  local: Completion['local'];
  writer: PartWriter;
}): Delivery {
  const done = new Set<number>();
  let finished = false;
  let closed = false;
  let failed = false;
  /** What the client has; undefined before the first part. */
  let written: DataObject | null | undefined;
  const waiting = new Map<DeferredFragment, FoundFragment[]>();

  const isReady = (needs: FetchNumbers): boolean => finished || [...needs].every((number) => done.has(number));

  function wait(found: readonly FoundFragment[]): void {
    for (const one of found) {
      // What became null has no fragments.
      if (!isDataObject(valueAt(written, one.path))) continue;
      const others = waiting.get(one.fragment);
      if (others) others.push(one);
      else waiting.set(one.fragment, [one]);
    }
  }

  function faultsAt(path: Path, { position }: DeferredFragment) {
    const { faults } = execution;
    if (faults.children.size === 0 && !faults.lost) return undefined;
    let depth = 0;
    return faults.find(path.map((step) => (typeof step === 'number' ? step : (position[depth++] ?? step))));
  }

  function writeFirst(): void {
    const { data, faults } = execution;
    const completion = { path: [], errors: [], local, found: [] };
    const healthy = faults.children.size === 0 && !faults.lost;
    written = completeRoot(root, data, healthy ? undefined : faults, completion);
    wait(completion.found);
    if (completion.errors.length > 0) failed = true;
    writer.first({ data: written, errors: completion.errors });
    end();
  }

  function writeFragment({ fragment, data, path }: FoundFragment): void {
    const { label } = fragment;
    const selected = fragment.selected();
    const completion: Completion & { found: FoundFragment[] } = { path: [...path], errors: [], local, found: [] };
    const completed = selected ? completeRoot(selected, data, faultsAt(path, fragment), completion) : null;
    if (!selected) {
      const message = 'A subgraph answered an object whose type is not part of the API.';
      completion.errors.push(new GraphQLError(message, { path: [...path] }));
    }
    // What is null already has been told, and why.
    const errors = completion.errors.filter(({ path: place }) => !place || valueAt(written, place) !== null);
    if (errors.length > 0) failed = true;
    const target = valueAt(written, path);
    if (completed && isDataObject(target) && fits(target, completed)) {
      add(target, completed);
      writer.fragment({ path, label, data: completed, errors });
      wait(completion.found);
    } else writer.fragment({ path, label, data: null, errors });
  }

  function end(): void {
    closed = waiting.size === 0;
    writer.flush(!closed);
  }

  function advance(): void {
    if (closed) return;
    if (written === undefined) {
      if (!isReady(rootNeeds)) return;
      writeFirst();
    }
    let wrote = false;
    // Those within others come after them: they are added where the map is walked.
    for (const [fragment, all] of waiting) {
      if (!isReady(needsOf(fragment))) continue;
      waiting.delete(fragment);
      for (const one of all) writeFragment(one);
      wrote = true;
    }
    if (wrote) end();
  }

  return {
    start: advance,
    fetched(number) {
      done.add(number);
      advance();
    },
    finish() {
      finished = true;
      advance();
    },
    giveUp(why) {
      if (closed) return;
      closed = true;
      failed = true;
      if (!why || written === undefined) return;
      for (const [{ label }, all] of waiting) {
        for (const { path } of all) {
          const { message, extensions } = why;
          const errors = [new GraphQLError(message, { path: [...path], extensions })];
          writer.fragment({ path, label, data: null, errors });
        }
      }
      waiting.clear();
      writer.flush(false);
    },
    hasBegun: () => written !== undefined,
    hasFailed: () => failed,
  };
}
