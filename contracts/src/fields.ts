/**
 * Fields that several events share. Limits here are those of the contract: wide enough for every subgraph, which may be
 * stricter towards its clients; they keep an event below `eventBytesMax`.
 */
import { z } from 'zod';

export const titleCharactersMax = 500;
export const nameCharactersMax = 200;
export const cardIdsMax = 1_000;
export const answersMax = 500;
export const tallyKindsMax = 100;
export const collaboratorsMax = 5_000;
export const durationMsMax = 86_400_000;
export const countMax = 2_147_483_647;

/** An identifier: a UUID in text form. */
export const id = (description: string) => z.uuid().describe(description);

/** A point in time: RFC 3339 in UTC, as `Date.prototype.toISOString` writes it. */
export const time = (description: string) => z.iso.datetime().describe(description);

/** A count that is never negative. */
export const count = (description: string) => z.int().min(0).max(countMax).describe(description);

/** Text of 1 to `charactersMax` UTF-16 code units. */
export const text = (description: string, charactersMax: number) =>
  z.string().min(1).max(charactersMax).describe(description);

export const domains = ['auth', 'users', 'decks', 'teaching', 'analytics'] as const;
export const domain = z.enum(domains).describe('The domain whose part it is.');

/** How many of which kinds, such as `[{ kind: 'cards', count: 12 }]`. */
export const tally = (description: string) =>
  z
    .array(z.object({ kind: text('What was counted: the name of a table.', 100), count: count('How many.') }))
    .max(tallyKindsMax)
    .describe(description);

/** A length of time in whole milliseconds, at most a day. */
export const durationMs = (description: string) => z.int().min(0).max(durationMsMax).describe(description);

/** A learner's day, `YYYY-MM-DD`. */
export const localDay = (description: string) => z.iso.date().describe(description);

export const userId = id('The user.');
export const deckId = id('The deck.');
export const cardId = id('The card.');
export const courseId = id('The course.');
export const lessonId = id('The lesson.');
export const locale = text('BCP 47 language tag of the user interface, such as `en` or `ru-RU`.', 35);
export const timeZone = text('IANA name of the time zone, such as `Europe/Moscow`.', 64);
export const username = text('Unique name, as the user writes it.', nameCharactersMax);
export const displayName = text('Name to show to people.', nameCharactersMax);
export const title = (description: string) => text(description, titleCharactersMax);

export const role = z.enum(['LEARNER', 'TEACHER', 'ADMIN']);
export const profileVisibility = z.enum(['PUBLIC', 'MEMBERS', 'PRIVATE']);
export const deckVisibility = z.enum(['PRIVATE', 'UNLISTED', 'PUBLIC']);
export const deckFormat = z.enum(['CSV', 'TSV', 'QUIZLET_TEXT', 'ANKI_TEXT', 'ANKI_APKG', 'JSON']);
export const questionKind = z.enum(['MULTIPLE_CHOICE', 'TRUE_FALSE', 'WRITTEN', 'MATCHING']);
export const verdict = z.enum(['EXACT', 'ALTERNATIVE', 'TYPO', 'DIACRITIC', 'PARTIAL', 'WRONG', 'EMPTY']);
export const courseRole = z.enum(['OWNER', 'TEACHER', 'ASSISTANT', 'STUDENT']);
export const courseState = z.enum(['DRAFT', 'PUBLISHED', 'ARCHIVED']);
export const assignmentKind = z.enum(['STUDY', 'TEST', 'WRITTEN']);

/** Points of an assignment or a grade; halves and the like are possible. */
export const points = (description: string) => z.number().min(0).max(10_000).describe(description);
