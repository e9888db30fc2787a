import { requireViewer, type Viewer } from '@ruzlet/platform/access/viewer';
import { parseInput } from '@ruzlet/platform/validation';
import { changeProfile } from './change-profile.js';
import { preferencesInput } from './profile-fields.js';
import type { Profile } from './read-profiles.js';
import { preferencesUpdated } from './user-events.js';
import type { UserServices } from './user-services.js';

/** Changes preferences. @throws AppError UNAUTHENTICATED, BAD_USER_INPUT. */
export async function updatePreferences(
  services: UserServices,
  viewer: Viewer | null,
  rawInput: unknown,
): Promise<Profile> {
  requireViewer(viewer);
  const input = parseInput(preferencesInput, rawInput);
  const change = {
    ...(input.locale !== undefined && { locale: input.locale }),
    ...(input.timeZone !== undefined && { timeZone: input.timeZone }),
    ...(input.dayStartsAt !== undefined && { dayStartsAt: input.dayStartsAt }),
    ...(input.dailyGoalReviews !== undefined && { dailyGoalReviews: input.dailyGoalReviews }),
    ...(input.profileVisibility !== undefined && { visibility: input.profileVisibility }),
    ...(input.showOnLeaderboards !== undefined && { showOnLeaderboards: input.showOnLeaderboards }),
  };
  return changeProfile(services, viewer, change, preferencesUpdated);
}
