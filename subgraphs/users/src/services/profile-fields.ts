import { z } from 'zod';
import { isTimeZone } from '@ruzlet/platform/localtime';
import { characterCount, isVisible, isWellFormed } from '@ruzlet/platform/text';
import { profileVisibilities } from '../domain/visibility.js';

/** The fields of profile and preferences as clients send them, each with a reason when it is wrong. */

export const displayNameCharactersMax = 80;
export const bioCharactersMax = 1_000;
export const localeCharactersMax = 35;
export const timeZoneCharactersMax = 64;
export const dailyGoalReviewsMax = 9_999;

/** Control characters but the line break, and those that turn the direction of the text around them. */
const unprintable = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/u;

const displayName = z
  .string()
  .trim()
  .refine(
    (text) => text !== '' && characterCount(text) <= displayNameCharactersMax,
    `must have 1 to ${String(displayNameCharactersMax)} characters`,
  )
  .refine((text) => !unprintable.test(text) && !text.includes('\n'), 'must not have control characters')
  .refine(isWellFormed, 'must not have half of a surrogate pair')
  .refine((text) => text === '' || isVisible(text), 'must have a visible character');

const bio = z
  .string()
  .trim()
  .transform((text) => text.replaceAll('\r\n', '\n'))
  .refine(
    (text) => characterCount(text) <= bioCharactersMax,
    `must have at most ${String(bioCharactersMax)} characters`,
  )
  .refine((text) => !unprintable.test(text), 'must not have control characters')
  .refine(isWellFormed, 'must not have half of a surrogate pair')
  .transform((text) => (text === '' ? null : text));

function isLocale(value: string): boolean {
  if (value.length > localeCharactersMax) return false;
  try {
    return Intl.getCanonicalLocales(value).length === 1;
  } catch {
    return false;
  }
}

const locale = z
  .string()
  .trim()
  .refine(isLocale, 'must be a BCP 47 language tag, like en or ru-RU')
  .transform((value) => Intl.getCanonicalLocales(value)[0] ?? value);

const timeZone = z
  .string()
  .trim()
  .max(timeZoneCharactersMax)
  .refine((value) => /^[A-Za-z]/.test(value) && isTimeZone(value), 'must be an IANA time zone, like Europe/Moscow');

export const profileInput = z.object({ displayName: displayName.optional(), bio: bio.nullable().optional() });

export const preferencesInput = z.object({
  locale: locale.optional(),
  timeZone: timeZone.optional(),
  dayStartsAt: z.int().min(0, 'must be 0 to 23').max(23, 'must be 0 to 23').optional(),
  dailyGoalReviews: z
    .int()
    .min(0, 'must not be negative')
    .max(dailyGoalReviewsMax, `must be at most ${String(dailyGoalReviewsMax)}`)
    .optional(),
  profileVisibility: z.enum(profileVisibilities).optional(),
  showOnLeaderboards: z.boolean().optional(),
});
