export { RuzletClient, type ClientOptions, type PartialResult, type SubscribeOptions } from './client.js';
export { RuzletError, type GraphqlErrorBody, type InputIssue } from './errors.js';
export type { Persisting } from './persisted.js';
export { createMemoryTokenStore, type Tokens, type TokenStore } from './session.js';
export * from './generated/operations.js';
