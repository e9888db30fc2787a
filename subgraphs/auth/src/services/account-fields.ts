import { z } from 'zod';
import { isTimeZone } from '@ruzlet/platform/localtime';
import { characterCount, isVisible, isWellFormed } from '@ruzlet/platform/text';
import { emailFault, usernameFault } from '../domain/identifiers.js';

/** The fields of an account as clients send them, each with a reason when it is wrong. */

export const displayNameCharactersMax = 80;
export const localeCharactersMax = 35;
export const timeZoneCharactersMax = 64;
/** More than any password may have, so that the refusal of a long one stays cheap (characters). */
export const passwordInputCharactersMax = 1_024;

/** Control characters, and those that turn the direction of the text around them. */
const unprintable = /[\p{Cc}\u202A-\u202E\u2066-\u2069]/u;

function faultless(fault: (value: string) => string | undefined) {
  return z
    .string()
    .trim()
    .superRefine((value, context) => {
      const message = fault(value);
      if (message !== undefined) context.addIssue({ code: 'custom', message });
    });
}

export const emailField = faultless(emailFault);
export const usernameField = faultless((value) => usernameFault(value.normalize('NFC'))).transform((value) =>
  value.normalize('NFC'),
);

export const displayNameField = faultless((value) => {
  const characters = characterCount(value);
  if (characters < 1 || characters > displayNameCharactersMax) {
    return `must have 1 to ${String(displayNameCharactersMax)} characters`;
  }
  if (unprintable.test(value)) return 'must not have control characters';
  if (!isWellFormed(value)) return 'must not have half of a surrogate pair';
  return isVisible(value) ? undefined : 'must have a visible character';
});

function isLocale(value: string): boolean {
  if (value.length > localeCharactersMax) return false;
  try {
    return Intl.getCanonicalLocales(value).length === 1;
  } catch {
    return false;
  }
}

export const localeField = z
  .string()
  .trim()
  .refine(isLocale, 'must be a BCP 47 language tag, like en or ru-RU')
  .transform((value) => Intl.getCanonicalLocales(value)[0] ?? value);

export const timeZoneField = z
  .string()
  .trim()
  .max(timeZoneCharactersMax)
  .refine((value) => /^[A-Za-z]/.test(value) && isTimeZone(value), 'must be an IANA time zone, like Europe/Moscow');

/** A password on its way to be compared; what a new one must be is checked with passwordFault. */
export const passwordField = z
  .string()
  .max(passwordInputCharactersMax, `must have at most ${String(passwordInputCharactersMax)} characters`);
