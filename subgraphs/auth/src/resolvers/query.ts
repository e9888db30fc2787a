import type { QueryResolvers } from '../generated/graphql.js';
import { listIdentityProviders } from '../services/list-identity-providers.js';

export const Query: QueryResolvers = {
  identityProviders: (_root, _args, { services }) => listIdentityProviders(services),
};
