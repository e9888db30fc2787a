/** Events of `user.events`: accounts and sessions (auth), profiles and preferences (users). Keyed by user. */
import { z } from 'zod';
import { defineEvent } from './define-event.js';
import * as field from './fields.js';

export const bioCharactersMax = 10_000;
export const userAgentCharactersMax = 1_000;
export const avatarKeyCharactersMax = 1_000;

const onUser = { topic: 'user.events', key: 'userId' } as const;
const sessionId = field.id('The session (`sid` of its access tokens).');

export const userEvents = {
  'ruzlet.user.registered.v1': defineEvent({
    ...onUser,
    source: '/auth',
    summary: 'Somebody made an account.',
    data: z.object({
      userId: field.userId,
      username: field.username,
      displayName: field.displayName,
      locale: field.locale,
      timeZone: field.timeZone,
      roles: z.array(field.role).max(10).describe('What the user may do on this platform.'),
      registeredAt: field.time('When the account was made.'),
    }),
  }),
  'ruzlet.user.session.started.v1': defineEvent({
    ...onUser,
    source: '/auth',
    summary: 'A user signed in on a device.',
    data: z.object({
      userId: field.userId,
      sessionId,
      userAgent: z
        .string()
        .max(userAgentCharactersMax)
        .describe('What the client called itself; cut by the publisher to the limit.')
        .optional(),
    }),
  }),
  'ruzlet.user.session.ended.v1': defineEvent({
    ...onUser,
    source: '/auth',
    summary: 'A session ended: its refresh tokens are worth nothing any more.',
    data: z.object({
      userId: field.userId,
      sessionId,
      reason: z
        .enum(['LOGOUT', 'REVOKED', 'REUSE_DETECTED', 'EXPIRED'])
        .describe('Why it ended; `REUSE_DETECTED` when a spent refresh token came back.'),
    }),
  }),
  'ruzlet.user.profile.updated.v1': defineEvent({
    ...onUser,
    source: '/users',
    summary: 'A user changed the profile; carries the whole profile as it is now.',
    data: z.object({
      userId: field.userId,
      username: field.username,
      displayName: field.displayName,
      bio: z.string().max(bioCharactersMax).describe('About the user; absent when there is none.').optional(),
      avatarKey: field
        .text('Key of the avatar in the object store; absent when there is none.', avatarKeyCharactersMax)
        .optional(),
    }),
  }),
  'ruzlet.user.preferences.updated.v1': defineEvent({
    ...onUser,
    source: '/users',
    summary: 'A user changed preferences; carries all of them as they are now.',
    data: z.object({
      userId: field.userId,
      locale: field.locale,
      timeZone: field.timeZone,
      dayStartsAt: z.int().min(0).max(23).describe("Hour of the local clock at which the learner's day begins."),
      dailyGoalReviews: field.count('Reviews a day that the learner wants to reach.'),
      profileVisibility: field.profileVisibility.describe('Who may see the profile.'),
      showOnLeaderboards: z.boolean().describe('False when the user wants to appear on no leaderboard.'),
    }),
  }),
};
