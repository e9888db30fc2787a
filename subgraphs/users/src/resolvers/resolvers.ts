import { maySeeProfile } from '../domain/visibility.js';
import type { MutationResolvers, QueryResolvers, Resolvers, UserResolvers } from '../generated/graphql.js';
import { findByUsername } from '../services/find-by-username.js';
import { searchUsers } from '../services/search-users.js';
import { updatePreferences } from '../services/update-preferences.js';
import { updateProfile } from '../services/update-profile.js';

const Query: QueryResolvers = {
  me: (_root, _args, { viewer, profiles }) => (viewer ? profiles.byId(viewer.userId) : null),
  user: (_root, { id }, { profiles }) => profiles.byId(id),
  userByUsername: (_root, { username }, { services, viewer }) => findByUsername(services, viewer, username),
  searchUsers: (_root, args, { services, viewer }) => searchUsers(services, viewer, args),
};

const Mutation: MutationResolvers = {
  updateProfile: (_root, { input }, { services, viewer }) => updateProfile(services, viewer, input),
  updatePreferences: (_root, { input }, { services, viewer }) => updatePreferences(services, viewer, input),
};

const User: UserResolvers = {
  __resolveReference: ({ id }, { profiles }) => profiles.byId(id),
  bio: (profile, _args, { viewer }) => (maySeeProfile(profile, viewer?.userId ?? null) ? profile.bio : null),
  preferences: (profile, _args, { viewer }) =>
    viewer?.userId === profile.id ? { ...profile, profileVisibility: profile.visibility } : null,
};

/** All resolvers of the users subgraph. */
export const resolvers: Resolvers = { Mutation, Query, User };
