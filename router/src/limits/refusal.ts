import { HeaderMap } from '@apollo/server';
import { GraphQLError } from 'graphql';

/** A refused operation as a GraphQL error, with the HTTP status and headers that it is answered with. */
export function refusal(
  code: string,
  message: string,
  { status, retryAfterMs }: { status: number; retryAfterMs?: number },
): GraphQLError {
  const headers = new HeaderMap();
  if (retryAfterMs !== undefined) headers.set('retry-after', String(Math.max(1, Math.ceil(retryAfterMs / 1_000))));
  const extensions: Record<string, unknown> = {
    code,
    ...(retryAfterMs !== undefined && { retryAfterMs }),
    http: { status, headers },
  };
  return new GraphQLError(message, { extensions });
}
