import { conflict, notFound } from '@ruzlet/platform/errors';
import { newId } from '@ruzlet/platform/ids';
import { appendEvents } from '@ruzlet/platform/outbox/append-events';
import { parseInput } from '@ruzlet/platform/validation';
import type { DeckRecord } from '../domain/deck.js';
import { defaultPresetSettings, presetSettingsIn, presetsPerUserMax } from '../domain/study-settings.js';
import type { DecksDb } from '../storage/database.js';
import { lockStudy } from '../storage/memory.js';
import {
  countPresets,
  findPreset,
  findPresets,
  insertPreset,
  removePreset,
  savePreset,
  type StudyPresetRecord,
} from '../storage/study-presets.js';
import { findDecksOfPreset, findStudySettings } from '../storage/study-settings.js';
import { idTaken, requireDeck, requireSignIn } from './deck-access.js';
import { idInput } from './inputs.js';
import type { ReviewContext } from './review-cards.js';
import { applyPresetInput, changedSettings, createPresetInput, updatePresetInput } from './study-inputs.js';
import { saveSettings, settingsEvent } from './update-study-settings.js';

/** Presets: settings under a name. Decks that follow one change with it. */

/** All of the viewer's presets, by name. */
export async function studyPresets(ctx: ReviewContext): Promise<StudyPresetRecord[]> {
  const { userId } = requireSignIn(ctx);
  return findPresets(ctx.db, userId, presetsPerUserMax);
}

/** @throws AppError CONFLICT when there are too many already, or when the id is somebody else's. */
export async function createStudyPreset(ctx: ReviewContext, input: unknown): Promise<StudyPresetRecord> {
  const { userId } = requireSignIn(ctx);
  const { id, name, ...changes } = parseInput(createPresetInput, input);
  const now = ctx.clock.now();
  const preset: StudyPresetRecord = {
    id: id ?? newId(now),
    userId,
    name,
    ...changedSettings(defaultPresetSettings, changes),
    createdAt: now,
    updatedAt: now,
  };
  return ctx.db.transaction(async (tx) => {
    await lockStudy(tx, userId);
    const known = await findPreset(tx, preset.id);
    if (known) {
      if (known.userId !== userId) throw idTaken('preset');
      return known;
    }
    if ((await countPresets(tx, userId)) >= presetsPerUserMax) {
      throw conflict(`There are ${String(presetsPerUserMax)} presets already: delete one first.`);
    }
    if (!(await insertPreset(tx, preset))) throw idTaken('preset');
    return preset;
  });
}

/** Changes a preset; every deck that follows it is studied by the new settings from then on. */
export async function updateStudyPreset(ctx: ReviewContext, input: unknown): Promise<StudyPresetRecord> {
  const { userId } = requireSignIn(ctx);
  const { id, name, ...changes } = parseInput(updatePresetInput, input);
  const now = ctx.clock.now();
  const changed = await ctx.db.transaction(async (tx) => {
    await lockStudy(tx, userId);
    const current = await requireOwnPreset(tx, userId, id);
    const preset: StudyPresetRecord = {
      ...current,
      ...changedSettings(presetSettingsIn(current), changes),
      name: name ?? current.name,
      updatedAt: now,
    };
    await savePreset(tx, preset);
    const decks = await findDecksOfPreset(tx, id);
    const settings = await findStudySettings(
      tx,
      decks.map(({ deckId }) => ({ userId, deckId })),
    );
    const events = settings.map(({ deckId, settings: of }) => settingsEvent(ctx.requestId, userId, deckId, of, now));
    await appendEvents(tx, events);
    return preset;
  });
  ctx.study.clear();
  return changed;
}

/** Deletes a preset; decks that followed it keep its values as their own. */
export async function deleteStudyPreset(ctx: ReviewContext, presetId: string): Promise<{ id: string }> {
  const { userId } = requireSignIn(ctx);
  const id = parseInput(idInput, presetId, ['id']);
  await ctx.db.transaction(async (tx) => {
    await lockStudy(tx, userId);
    await removePreset(tx, await requireOwnPreset(tx, userId, id));
  });
  ctx.study.clear();
  return { id };
}

/** Lets decks follow a preset, or none any more: they go on with the values that they have. */
export async function applyStudyPreset(ctx: ReviewContext, input: unknown): Promise<DeckRecord[]> {
  const { userId } = requireSignIn(ctx);
  const { presetId, deckIds } = parseInput(applyPresetInput, input);
  const preset = presetId === null || presetId === undefined ? null : await requireOwnPreset(ctx.db, userId, presetId);
  const accesses = await Promise.all([...new Set(deckIds)].map((deckId) => requireDeck(ctx, deckId, 'VIEW')));
  const changed = await Promise.all(
    accesses.map(async ({ deck }) => {
      const current = await ctx.study.settings.load(deck.id);
      return {
        deckId: deck.id,
        settings: { ...current, ...(preset && presetSettingsIn(preset)), presetId: preset?.id ?? null },
      };
    }),
  );
  await saveSettings(ctx, userId, changed);
  return accesses.map(({ deck }) => deck);
}

async function requireOwnPreset(db: DecksDb, userId: string, id: string): Promise<StudyPresetRecord> {
  const preset = await findPreset(db, id);
  if (preset?.userId !== userId) throw notFound('preset');
  return preset;
}
