import type { Scope } from '../services/scope.js';

/** What resolvers hand on to the use cases: who asks, and what to work with. */
export interface Context {
  scope: Scope;
}
