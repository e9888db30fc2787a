import { encodeEvent, type EncodedEvent } from '@ruzlet/contracts/codec';
import { makeEvent } from '@ruzlet/contracts/make-event';
import { currentRequestId } from '@ruzlet/platform/http/request-scope';
import { avatarKey } from '../domain/avatar.js';
import type { ProfileRow } from '../storage/profiles.js';

/** The facts that users publishes, ready for the outbox. Each carries the whole as it is now. */

function origin(userId: string, time: Date) {
  return { source: '/users' as const, subject: userId, time, requestId: currentRequestId() };
}

export function profileUpdated(profile: ProfileRow, time: Date): EncodedEvent {
  const { id: userId, username, displayName, bio, avatarId } = profile;
  return encodeEvent(
    makeEvent('ruzlet.user.profile.updated.v1', {
      ...origin(userId, time),
      data: {
        userId,
        username,
        displayName,
        ...(bio !== null && { bio }),
        ...(avatarId !== null && { avatarKey: avatarKey(userId, avatarId, 'LARGE') }),
      },
    }),
  );
}

export function preferencesUpdated(profile: ProfileRow, time: Date): EncodedEvent {
  const { id: userId, locale, timeZone, dayStartsAt, dailyGoalReviews, visibility, showOnLeaderboards } = profile;
  return encodeEvent(
    makeEvent('ruzlet.user.preferences.updated.v1', {
      ...origin(userId, time),
      data: {
        userId,
        locale,
        timeZone,
        dayStartsAt,
        dailyGoalReviews,
        profileVisibility: visibility,
        showOnLeaderboards,
      },
    }),
  );
}
