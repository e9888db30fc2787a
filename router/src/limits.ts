/** What one request may cost. Each has a unit. */
export const routerLimits = {
  /** Imports carry whole files in a variable. */
  bodyBytesMax: 16_000_000,
  /** Characters of the query string of a GET. */
  urlCharactersMax: 16_000,
  /** Lexical tokens of a document. */
  tokensMax: 10_000,
  /** Milliseconds that a subgraph may take. */
  subgraphTimeoutMs: 30_000,
  subgraphConnectTimeoutMs: 3_000,
  /** Connections to one subgraph (count). */
  subgraphConnectionsMax: 64,
};
