import type { Trace as TraceMessage } from '@apollo/usage-reporting-protobuf';
import type { GraphQLFormattedError } from 'graphql';
import { createFieldTrace, type FieldTrace, type TracedPlace } from '../execution/field-trace.js';

/** The header by which a router asks for a trace, and the only format there is. */
export const traceHeader = 'apollo-federation-include-trace';
const traceFormat = 'ftv1';

interface Node extends TraceMessage.INode {
  child: Node[];
  error: TraceMessage.IError[];
}

/** The trace of one request: which resolver took how long, and where it failed. */
export interface FederatedTrace {
  fields: FieldTrace;
  /**
   * The trace as `extensions.ftv1` carries it: Apollo's protobuf message, in base64.
   *
   * @param errors as the client is given them: what is masked in the answer is masked here.
   */
  encode(errors: readonly GraphQLFormattedError[] | undefined): Promise<string>;
}

export function asksForTrace(headers: Readonly<Record<string, string | undefined>> | undefined): boolean {
  return headers?.[traceHeader] === traceFormat;
}

export function createFederatedTrace(): FederatedTrace {
  const fields = createFieldTrace();
  const startedAtMs = Date.now();

  return {
    fields,
    async encode(errors = []) {
      // Loaded when first asked for: most processes never are.
      const { Trace } = await import('@apollo/usage-reporting-protobuf');
      const durationNs = fields.elapsedNs();
      const root = toNode(fields.root);
      for (const error of errors) nodeAt(root, error.path ?? []).error.push(toError(error, durationNs));
      const trace = {
        startTime: timestamp(startedAtMs),
        endTime: timestamp(startedAtMs + durationNs / 1e6),
        durationNs,
        root,
        fieldExecutionWeight: 1,
      };
      return Buffer.from(Trace.encode(trace).finish()).toString('base64');
    },
  };
}

function toNode({ key, field, startNs, endNs, children }: TracedPlace): Node {
  return {
    ...(typeof key === 'number' && { index: key }),
    ...(typeof key === 'string' && { responseName: key }),
    ...(field && {
      type: field.type,
      parentType: field.parentType,
      startTime: startNs,
      endTime: endNs,
      ...(field.name !== key && { originalFieldName: field.name }),
    }),
    error: [],
    child: [...children.values()].map(toNode),
  };
}

/** The place of an error, or the nearest above that was resolved. */
function nodeAt(root: Node, path: readonly (string | number)[]): Node {
  let node = root;
  for (const step of path) {
    const next = node.child.find(({ index, responseName }) => (index ?? responseName) === step);
    if (!next) return node;
    node = next;
  }
  return node;
}

function toError(error: GraphQLFormattedError, timeNs: number): TraceMessage.IError {
  return { message: error.message, location: [...(error.locations ?? [])], timeNs, json: JSON.stringify(error) };
}

function timestamp(timeMs: number): { seconds: number; nanos: number } {
  const seconds = Math.floor(timeMs / 1_000);
  return { seconds, nanos: Math.floor((timeMs - seconds * 1_000) * 1e6) };
}
