import { deletedUserId } from '@ruzlet/contracts/personal-data';
import type { ProfileRow } from '../storage/profiles.js';

/** Whoever was erased and left something that others rely on: all of them look like this. */
export const deletedProfile: ProfileRow = {
  id: deletedUserId,
  // No account can have it: a username begins with a letter or a digit.
  username: '-deleted-',
  usernameKey: '-deleted-',
  displayName: 'Deleted user',
  searchText: '',
  bio: null,
  avatarId: null,
  locale: 'en',
  timeZone: 'UTC',
  dayStartsAt: 4,
  dailyGoalReviews: 0,
  visibility: 'PRIVATE',
  showOnLeaderboards: false,
  createdAt: new Date(0),
  updatedAt: new Date(0),
};
