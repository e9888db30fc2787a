import { and, asc, eq, sql } from 'drizzle-orm';
import { type PresetSettings, presetSettingsIn } from '../domain/study-settings.js';
import { alphabetical } from './alphabetical.js';
import type { DecksDb } from './database.js';
import { mutableSettings } from './study-settings.js';
import { studyPresets, studySettings } from './tables.js';

/** Learners' presets: settings under a name that decks follow. */

export interface StudyPresetRecord extends PresetSettings {
  id: string;
  userId: string;
  name: string;
  createdAt: Date;
  updatedAt: Date;
}

export async function findPresets(db: DecksDb, userId: string, limit: number): Promise<StudyPresetRecord[]> {
  return db
    .select()
    .from(studyPresets)
    .where(eq(studyPresets.userId, userId))
    .orderBy(alphabetical(studyPresets.name), asc(studyPresets.id))
    .limit(limit);
}

export async function findPreset(db: DecksDb, id: string): Promise<StudyPresetRecord | undefined> {
  const [preset] = await db.select().from(studyPresets).where(eq(studyPresets.id, id));
  return preset;
}

/** @returns false when the id is taken. */
export async function insertPreset(tx: DecksDb, preset: StudyPresetRecord): Promise<boolean> {
  const inserted = await tx
    .insert(studyPresets)
    .values(mutableSettings(preset))
    .onConflictDoNothing()
    .returning({ id: studyPresets.id });
  return inserted.length > 0;
}

export async function savePreset(tx: DecksDb, preset: StudyPresetRecord): Promise<void> {
  await tx.update(studyPresets).set(mutableSettings(preset)).where(eq(studyPresets.id, preset.id));
}

/** Removes a preset; decks that followed it go on with its values as their own. */
export async function removePreset(tx: DecksDb, preset: StudyPresetRecord): Promise<void> {
  await tx
    .update(studySettings)
    .set({ ...mutableSettings(presetSettingsIn(preset)), presetId: null })
    .where(and(eq(studySettings.userId, preset.userId), eq(studySettings.presetId, preset.id)));
  await tx.delete(studyPresets).where(eq(studyPresets.id, preset.id));
}

export async function countPresets(tx: DecksDb, userId: string): Promise<number> {
  const [row] = await tx
    .select({ count: sql<number>`count(*)::int` })
    .from(studyPresets)
    .where(eq(studyPresets.userId, userId));
  return row?.count ?? 0;
}
