import type { GraphQLFieldResolver, ResponsePath } from 'graphql';
import { isPromise } from './run.js';

/** A place of the answer, and what happened there: a field, an item of a list, or the root. */
export interface TracedPlace {
  /** What it is called in the answer; its index in a list; undefined for the root. */
  key: string | number | undefined;
  /** Undefined for items of lists and the root. */
  field?: { name: string; parentType: string; type: string };
  /** Nanoseconds since the beginning. */
  startNs: number;
  endNs: number;
  children: Map<string | number, TracedPlace>;
}

/** Times of resolvers while one operation is executed. */
export interface FieldTrace {
  root: TracedPlace;
  /** Nanoseconds since the beginning. */
  elapsedNs(): number;
  /** The resolver, timed each time it is called. */
  timed(resolve: Resolver): Resolver;
}

type Resolver = GraphQLFieldResolver<unknown, unknown>;

export function createFieldTrace(): FieldTrace {
  const beganAt = process.hrtime.bigint();
  const elapsedNs = (): number => Number(process.hrtime.bigint() - beganAt);
  const root = placeOf(undefined);

  function at(path: ResponsePath | undefined): TracedPlace {
    if (!path) return root;
    const { children } = at(path.prev);
    const known = children.get(path.key);
    if (known) return known;
    const fresh = placeOf(path.key);
    children.set(path.key, fresh);
    return fresh;
  }

  return {
    root,
    elapsedNs,
    timed: (resolve) => (source, args, context, info) => {
      const place = at(info.path);
      place.field = { name: info.fieldName, parentType: info.parentType.name, type: String(info.returnType) };
      place.startNs = elapsedNs();
      const end = (): void => {
        place.endNs = elapsedNs();
      };
      try {
        const value: unknown = resolve(source, args, context, info);
        if (isPromise(value)) return value.finally(end);
        end();
        return value;
      } catch (error) {
        end();
        throw error;
      }
    },
  };
}

function placeOf(key: TracedPlace['key']): TracedPlace {
  return { key, startNs: 0, endNs: 0, children: new Map() };
}
