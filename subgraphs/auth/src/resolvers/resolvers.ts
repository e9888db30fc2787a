import type { Resolvers } from '../generated/graphql.js';
import { Mutation } from './mutation.js';
import { DataExport, dataMutations, dataQueries } from './personal-data.js';
import { Query } from './query.js';
import { Account, AuthPayload, LoginResult, MfaChallenge, User } from './types.js';

/** All resolvers of the auth subgraph. */
export const resolvers: Resolvers = {
  Account,
  AuthPayload,
  DataExport,
  LoginResult,
  MfaChallenge,
  Mutation: { ...Mutation, ...dataMutations },
  Query: { ...Query, ...dataQueries },
  User,
};
