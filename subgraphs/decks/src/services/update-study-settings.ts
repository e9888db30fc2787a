import { appendEvents } from '@ruzlet/platform/outbox/append-events';
import { parseInput } from '@ruzlet/platform/validation';
import type { DeckRecord } from '../domain/deck.js';
import { type DeckStudySettings, presetSettingsIn } from '../domain/study-settings.js';
import { saveStudySettings } from '../storage/study-settings.js';
import { requireDeck, requireSignIn } from './deck-access.js';
import { settingsUpdatedEvent } from './learning-events.js';
import type { ReviewContext } from './review-cards.js';
import { changedSettings, studySettingsInput } from './study-inputs.js';

/**
 * Changes how the viewer studies a deck; what the input leaves out stays. Due dates stay too: reviews to come follow the new
 * settings. A deck that follows a preset goes on with the preset's values and the changes, on its own.
 */
export async function updateStudySettings(ctx: ReviewContext, input: unknown): Promise<DeckRecord> {
  const viewer = requireSignIn(ctx);
  const {
    deckId,
    examDate,
    targetRetention,
    minutesPerDay,
    today: limits,
    ...changes
  } = parseInput(studySettingsInput, input);
  const { deck } = await requireDeck(ctx, deckId, 'VIEW');
  const current = await ctx.study.settings.load(deckId);
  const { today } = await ctx.study.moment();
  const changesPreset = Object.values(changes).some((value) => value !== null && value !== undefined);
  const settings: DeckStudySettings = {
    ...current,
    ...changedSettings(presetSettingsIn(current), changes),
    presetId: changesPreset ? null : current.presetId,
    // Null is a value here: back to the usual limits, no exam.
    today:
      limits === undefined
        ? current.today
        : limits && { day: today, newCards: limits.newCards ?? null, reviews: limits.reviews ?? null },
    examDate: examDate === undefined ? current.examDate : examDate,
    targetRetention: targetRetention ?? current.targetRetention,
    minutesPerDay: minutesPerDay ?? current.minutesPerDay,
  };
  await saveSettings(ctx, viewer.userId, [{ deckId, settings }]);
  return deck;
}

/** Writes settings of decks and tells of them, all in one transaction. */
export async function saveSettings(
  ctx: ReviewContext,
  userId: string,
  changed: readonly { deckId: string; settings: DeckStudySettings }[],
): Promise<void> {
  const now = ctx.clock.now();
  await ctx.db.transaction(async (tx) => {
    for (const { deckId, settings } of changed) await saveStudySettings(tx, userId, deckId, settings, now);
    await appendEvents(
      tx,
      changed.map(({ deckId, settings }) => settingsEvent(ctx.requestId, userId, deckId, settings, now)),
    );
  });
  ctx.study.clear();
}

export function settingsEvent(
  requestId: string,
  userId: string,
  deckId: string,
  settings: DeckStudySettings,
  now: Date,
) {
  return settingsUpdatedEvent(
    {
      userId,
      deckId,
      ...(settings.presetId !== null && { presetId: settings.presetId }),
      desiredRetention: settings.desiredRetention,
      newCardsPerDay: settings.newCardsPerDay,
      reviewsPerDay: settings.reviewsPerDay,
      ...(settings.examDate !== null && { examDate: settings.examDate }),
      targetRetention: settings.targetRetention,
      minutesPerDay: settings.minutesPerDay,
      updatedAt: now.toISOString(),
    },
    { requestId, now },
  );
}
