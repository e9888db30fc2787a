/** Events of `user.events`: accounts and sessions (auth), profiles and preferences (users). Keyed by user. */
import { z } from 'zod';
import { defineEvent } from './define-event.js';
import * as field from './fields.js';

export const bioCharactersMax = 10_000;
export const userAgentCharactersMax = 1_000;
export const avatarKeyCharactersMax = 1_000;

export const objectKeyCharactersMax = 512;

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
  'ruzlet.user.username.changed.v1': defineEvent({
    ...onUser,
    source: '/auth',
    summary: 'A user took another username.',
    data: z.object({
      userId: field.userId,
      username: field.username,
      previousUsername: field.username.describe('The name until then.'),
    }),
  }),
  'ruzlet.user.export.requested.v1': defineEvent({
    ...onUser,
    source: '/auth',
    summary: 'A user wants a copy of their data: every subgraph writes its part and answers with `data.exported`.',
    data: z.object({
      userId: field.userId,
      exportId: field.id('The export; a subgraph that does not answer is asked again under the same id.'),
    }),
  }),
  'ruzlet.user.data.exported.v1': defineEvent({
    ...onUser,
    source: '*',
    summary: 'A subgraph has written its part of a data export.',
    data: z.object({
      userId: field.userId,
      exportId: field.id('The export.'),
      domain: field.domain,
      manifestKey: field.text('Key of the list of its files in the object store.', objectKeyCharactersMax),
      files: field.count('Files in that list.'),
    }),
  }),
  'ruzlet.user.deletion.requested.v1': defineEvent({
    ...onUser,
    source: '/auth',
    summary:
      'An account was deleted: every subgraph erases what it has of the user, or makes it anonymous, takes nothing of the user any more, and answers with `data.erased`.',
    data: z.object({
      userId: field.userId,
      receiptId: field.id(
        'The receipt of the deletion; a subgraph that does not answer is asked again under the same id.',
      ),
      round: z
        .int()
        .min(1)
        .max(2)
        .describe('1 at the deletion, 2 once no access token of the user can be good any more.'),
    }),
  }),
  'ruzlet.user.data.erased.v1': defineEvent({
    ...onUser,
    source: '*',
    summary: 'A subgraph has erased what it had of a user, or made it anonymous.',
    data: z.object({
      userId: field.userId,
      receiptId: field.id('The receipt of the deletion.'),
      round: z.int().min(1).max(2).describe('Which request it answers.'),
      domain: field.domain,
      erased: field.tally('What was erased.'),
      anonymised: field.tally('What stays without any trace of the user.'),
      objects: field.count('Files that were deleted from the object store.'),
    }),
  }),
};
