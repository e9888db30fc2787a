import { and, eq, inArray } from 'drizzle-orm';
import type { DeckStudySettings } from '../domain/study-settings.js';
import type { DecksDb } from './database.js';
import { studySettings } from './tables.js';

/** A learner's settings by deck; decks with the defaults are absent. */
export async function findStudySettings(
  db: DecksDb,
  userId: string,
  deckIds: readonly string[],
): Promise<Map<string, DeckStudySettings>> {
  if (deckIds.length === 0) return new Map();
  const rows = await db
    .select({
      deckId: studySettings.deckId,
      desiredRetention: studySettings.desiredRetention,
      newCardsPerDay: studySettings.newCardsPerDay,
      reviewsPerDay: studySettings.reviewsPerDay,
      learningStepsMinutes: studySettings.learningStepsMinutes,
      relearningStepsMinutes: studySettings.relearningStepsMinutes,
      maximumIntervalDays: studySettings.maximumIntervalDays,
      fuzz: studySettings.fuzz,
      order: studySettings.order,
      examDate: studySettings.examDate,
      targetRetention: studySettings.targetRetention,
      minutesPerDay: studySettings.minutesPerDay,
    })
    .from(studySettings)
    .where(and(eq(studySettings.userId, userId), inArray(studySettings.deckId, [...deckIds])));
  return new Map(rows.map(({ deckId, ...settings }) => [deckId, settings]));
}

export async function saveStudySettings(
  db: DecksDb,
  userId: string,
  deckId: string,
  settings: DeckStudySettings,
  now: Date,
): Promise<void> {
  const values = {
    ...settings,
    learningStepsMinutes: [...settings.learningStepsMinutes],
    relearningStepsMinutes: [...settings.relearningStepsMinutes],
    updatedAt: now,
  };
  await db
    .insert(studySettings)
    .values({ userId, deckId, ...values })
    .onConflictDoUpdate({ target: [studySettings.userId, studySettings.deckId], set: values });
}
