import type { Subgraph } from '@ruzlet/platform/http/subgraph';

export interface TestResponse {
  // A test says what shape it expects by asserting on it; a wrong one fails there.

  data: any;
  errors: readonly { message: string; path?: readonly (string | number)[]; extensions?: Record<string, unknown> }[];
  /** `extensions.code` of the first error. */
  code: string | undefined;
}

/** Sends operations to a subgraph as a client would; `token` becomes the bearer token. */
export function graphqlClient(
  subgraph: Pick<Subgraph, 'execute'>,
): (query: string, variables?: object, token?: string) => Promise<TestResponse> {
  return async (query, variables = {}, token) => {
    const response = await subgraph.execute({
      query,
      // Over HTTP variables arrive as JSON: no dates, no undefined.
      variables: JSON.parse(JSON.stringify(variables)),
      headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
    });
    // The same on the way back: scalars as a client reads them.
    const { data, errors = [] } = JSON.parse(JSON.stringify(response));
    return { data, errors, code: errors[0]?.extensions?.code };
  };
}
