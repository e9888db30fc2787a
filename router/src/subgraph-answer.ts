import { z } from 'zod';

/** What a subgraph is sent. */
export interface SubgraphOperation {
  query: string;
  variables?: Record<string, unknown> | undefined;
  operationName?: string | undefined;
  headers: Record<string, string>;
  /** Ends the call when nobody waits for its answer any more; made when first asked for. */
  signal?: (() => AbortSignal) | undefined;
}

/** Whether an operation of a plan changes something: it must not be sent twice, nor once for two. */
export function isMutation(query: string): boolean {
  return query.startsWith('mutation');
}

/** What a subgraph answers: the GraphQL response, parsed. */
export interface SubgraphAnswer {
  data?: Record<string, unknown> | null | undefined;
  errors?: SubgraphError[] | undefined;
}

export interface SubgraphError {
  message: string;
  path?: (string | number)[] | undefined;
  extensions?: Record<string, unknown> | undefined;
}

/** A subscription that stands in a subgraph, or why it does not. */
export type SubgraphStream =
  | {
      /** An answer without data ends the stream with its errors. @throws when the subgraph goes away before the end. */
      events: AsyncIterable<SubgraphAnswer>;
      errors?: undefined;
    }
  | { errors: NonNullable<SubgraphAnswer['errors']> };

const errorsSchema = z.array(
  z.object({
    message: z.string(),
    // Some servers write null for what an error does not have; and one with a path of no use is an error all the same.
    path: z
      .array(z.union([z.string(), z.number()]))
      .optional()
      .catch(undefined),
    extensions: z.record(z.string(), z.unknown()).optional().catch(undefined),
  }),
);

/** The answer in a JSON value; undefined when it is none. What data holds is checked where the answer is written. */
export function readAnswer(json: unknown): SubgraphAnswer | undefined {
  if (!isRecord(json)) return undefined;
  const { data, errors } = json;
  if (data !== undefined && data !== null && !isRecord(data)) return undefined;
  if (errors === undefined || errors === null) return data === undefined ? undefined : { data };
  const parsed = errorsSchema.safeParse(errors);
  return parsed.success ? { data, errors: parsed.data } : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
