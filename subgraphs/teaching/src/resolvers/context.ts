/** What every resolver gets: the request's scope, which it hands on to a use case. */
export type { Scope as Context } from '../services/scope.js';
