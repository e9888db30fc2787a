import { eq, sql, type SQL } from 'drizzle-orm';
import {
  defaultStudySettings,
  type DeckStudySettings,
  type PresetSettings,
  presetSettingsIn,
} from '../domain/study-settings.js';
import type { DecksDb } from './database.js';
import { studySettings } from './tables.js';

/** A learner's settings by deck. */

/** Columns that a deck and a preset have in common, by the names that the domain gives them. */
const shared = {
  desiredRetention: 'desired_retention',
  newCardsPerDay: 'new_cards_per_day',
  reviewsPerDay: 'reviews_per_day',
  newCardsIgnoreReviewLimit: 'new_cards_ignore_review_limit',
  learningStepsMinutes: 'learning_steps_minutes',
  relearningStepsMinutes: 'relearning_steps_minutes',
  maximumIntervalDays: 'maximum_interval_days',
  fuzz: 'fuzz',
  loadBalance: 'load_balance',
  easyDays: 'easy_days',
  order: 'review_order',
  newCardMix: 'new_card_mix',
  burySiblings: 'bury_siblings',
  learnAheadMinutes: 'learn_ahead_minutes',
  leechLapses: 'leech_lapses',
  leechAction: 'leech_action',
} as const satisfies Record<keyof PresetSettings, string>;

const presetOrOwn: SQL = sql.join(
  Object.entries(shared).map(([name, column]) => sql.raw(`coalesce(preset.${column}, own.${column}) as "${name}"`)),
  sql`, `,
);

type Row = PresetSettings & {
  userId: string;
  deckId: string;
  /** Null for a deck that the learner never set up; everything of the settings is null then. */
  isSet: boolean;
  presetId: string | null;
  todayDay: string | null;
  todayNewCards: number | null;
  todayReviews: number | null;
  examDate: string | null;
  targetRetention: number;
  minutesPerDay: number;
  weights: number[] | null;
  weightsVersion: number | null;
};

/** The settings that count for each deck of a learner: its own or its preset's, with the weights that its learner's log was fitted to. */
export async function findStudySettings(
  db: DecksDb,
  wanted: readonly { userId: string; deckId: string }[],
): Promise<{ userId: string; deckId: string; settings: DeckStudySettings }[]> {
  if (wanted.length === 0) return [];
  const rows = await db.execute<Row & Record<string, unknown>>(sql`
    select wanted."userId", wanted."deckId", own.deck_id is not null as "isSet", ${presetOrOwn}, own.preset_id as "presetId",
      own.today_day as "todayDay", own.today_new_cards as "todayNewCards", own.today_reviews as "todayReviews",
      own.exam_date as "examDate", own.target_retention as "targetRetention", own.minutes_per_day as "minutesPerDay",
      fitted.weights, fitted.version as "weightsVersion"
    from json_to_recordset(${JSON.stringify(wanted)}::json) as wanted("userId" uuid, "deckId" uuid)
    left join study_settings own on own.user_id = wanted."userId" and own.deck_id = wanted."deckId"
    left join study_presets preset on preset.id = own.preset_id
    left join lateral (
      select version, weights from scheduler_weights
      where user_id = wanted."userId" and counts and (deck_id = wanted."deckId" or deck_id is null)
      order by deck_id nulls last, version desc limit 1
    ) fitted on true`);
  return rows.map((row) => ({ userId: row.userId, deckId: row.deckId, settings: settingsOf(row) }));
}

function settingsOf(row: Row): DeckStudySettings {
  const weights = row.weights ?? defaultStudySettings.weights;
  const weightsVersion = row.weightsVersion ?? 0;
  if (!row.isSet) return { ...defaultStudySettings, weights, weightsVersion };
  const { todayDay: day, todayNewCards: newCards, todayReviews: reviews } = row;
  return {
    ...presetSettingsIn(row),
    presetId: row.presetId,
    today: day === null ? null : { day, newCards, reviews },
    weights,
    weightsVersion,
    examDate: row.examDate,
    targetRetention: row.targetRetention,
    minutesPerDay: row.minutesPerDay,
  };
}

/** What is written of settings: all but the weights, which have a history of their own. */
export async function saveStudySettings(
  db: DecksDb,
  userId: string,
  deckId: string,
  settings: DeckStudySettings,
  now: Date,
): Promise<void> {
  const { today } = settings;
  const values = {
    ...mutableSettings(presetSettingsIn(settings)),
    presetId: settings.presetId,
    examDate: settings.examDate,
    targetRetention: settings.targetRetention,
    minutesPerDay: settings.minutesPerDay,
    todayDay: today?.day ?? null,
    todayNewCards: today?.newCards ?? null,
    todayReviews: today?.reviews ?? null,
    updatedAt: now,
  };
  await db
    .insert(studySettings)
    .values({ userId, deckId, ...values })
    .onConflictDoUpdate({ target: [studySettings.userId, studySettings.deckId], set: values });
}

/** Lists as the database driver takes them. */
export function mutableSettings<T extends PresetSettings>(
  settings: T,
): Omit<T, 'learningStepsMinutes' | 'relearningStepsMinutes' | 'easyDays'> & {
  learningStepsMinutes: number[];
  relearningStepsMinutes: number[];
  easyDays: number[];
} {
  return {
    ...settings,
    learningStepsMinutes: [...settings.learningStepsMinutes],
    relearningStepsMinutes: [...settings.relearningStepsMinutes],
    easyDays: [...settings.easyDays],
  };
}

/** Decks of a learner that follow a preset. */
export async function findDecksOfPreset(db: DecksDb, presetId: string): Promise<{ deckId: string }[]> {
  return db
    .select({ deckId: studySettings.deckId })
    .from(studySettings)
    .where(eq(studySettings.presetId, presetId))
    .orderBy(studySettings.deckId);
}
