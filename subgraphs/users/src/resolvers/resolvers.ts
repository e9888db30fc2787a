import { maySeeProfile } from '../domain/visibility.js';
import type { MutationResolvers, QueryResolvers, Resolvers, UserResolvers } from '../generated/graphql.js';
import { avatarUrl } from '../services/avatar-url.js';
import { findByUsername } from '../services/find-by-username.js';
import { previousUsernames } from '../services/previous-usernames.js';
import { removeAvatar } from '../services/remove-avatar.js';
import { requestAvatarUpload } from '../services/request-avatar-upload.js';
import { searchUsers } from '../services/search-users.js';
import { setAvatar } from '../services/set-avatar.js';
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
  requestAvatarUpload: (_root, { input }, { services, viewer }) => requestAvatarUpload(services, viewer, input),
  setAvatar: (_root, { uploadId }, { services, viewer }) => setAvatar(services, viewer, uploadId),
  removeAvatar: (_root, _args, { services, viewer }) => removeAvatar(services, viewer),
};

const User: UserResolvers = {
  __resolveReference: ({ id }, { profiles }) => profiles.byId(id),
  bio: (profile, _args, { viewer }) => (maySeeProfile(profile, viewer?.userId ?? null) ? profile.bio : null),
  avatarUrl: (profile, { size }, { services, viewer }) => avatarUrl(services, viewer, profile, size),
  previousUsernames: (profile, _args, { services, viewer }) => previousUsernames(services, viewer, profile),
  preferences: (profile, _args, { viewer }) =>
    viewer?.userId === profile.id ? { ...profile, profileVisibility: profile.visibility } : null,
};

/** All resolvers of the users subgraph. */
export const resolvers: Resolvers = { Mutation, Query, User };
