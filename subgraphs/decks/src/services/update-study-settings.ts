import { parseInput } from '@ruzlet/platform/validation';
import type { DeckRecord } from '../domain/deck.js';
import type { DeckStudySettings } from '../domain/study-settings.js';
import { saveStudySettings } from '../storage/study-settings.js';
import { requireDeck, requireSignIn } from './deck-access.js';
import type { ReviewContext } from './review-cards.js';
import { studySettingsInput } from './study-inputs.js';

/** Changes how the viewer studies a deck; what the input leaves out stays. Due dates stay too: reviews to come follow the new settings. */
export async function updateStudySettings(ctx: ReviewContext, input: unknown): Promise<DeckRecord> {
  const viewer = requireSignIn(ctx);
  const { deckId, ...changes } = parseInput(studySettingsInput, input);
  const { deck } = await requireDeck(ctx, deckId, 'VIEW');
  const current = await ctx.study.settings.load(deckId);
  const settings: DeckStudySettings = {
    desiredRetention: changes.desiredRetention ?? current.desiredRetention,
    newCardsPerDay: changes.newCardsPerDay ?? current.newCardsPerDay,
    reviewsPerDay: changes.reviewsPerDay ?? current.reviewsPerDay,
    learningStepsMinutes: changes.learningSteps ?? current.learningStepsMinutes,
    relearningStepsMinutes: changes.relearningSteps ?? current.relearningStepsMinutes,
    maximumIntervalDays: changes.maximumIntervalDays ?? current.maximumIntervalDays,
    fuzz: changes.fuzz ?? current.fuzz,
    order: changes.order ?? current.order,
    // Null is a value here: no exam.
    examDate: changes.examDate === undefined ? current.examDate : changes.examDate,
    targetRetention: changes.targetRetention ?? current.targetRetention,
    minutesPerDay: changes.minutesPerDay ?? current.minutesPerDay,
  };
  await saveStudySettings(ctx.db, viewer.userId, deckId, settings, ctx.clock.now());
  ctx.study.clear();
  return deck;
}
