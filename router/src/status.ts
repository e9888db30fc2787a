const requestErrors = new Set<unknown>(['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT']);

/**
 * True when a client asks for `application/json` by name and for nothing newer. The GraphQL-over-HTTP specification has
 * every well-formed answer of that type sent with status 200, because such clients take another for a failure of HTTP.
 */
export function answersWithSuccess(accept: string | undefined): boolean {
  return accept !== undefined && accept.includes('application/json') && !accept.includes('graphql-response');
}

/** True for errors in an operation or its variables, as opposed to a request that holds no operation. */
export function isRequestError(code: unknown): boolean {
  return requestErrors.has(code);
}
