import type { Viewer } from '@ruzlet/platform/access/viewer';
import type { Clock } from '@ruzlet/platform/clock';
import { addDays, isTimeZone, localDay, startOfLocalDay } from '@ruzlet/platform/localtime';
import DataLoader from 'dataloader';
import { dayStartsAtDefault, type LearnerDay } from '../domain/learner-day.js';
import { type CardStudy, newCardStudy } from '../domain/memory.js';
import { forgettingCurve } from '../domain/scheduling.js';
import { defaultStudySettings, type DeckStudySettings } from '../domain/study-settings.js';
import type { DecksDb } from './database.js';
import { findLearnerDay } from './learner-days.js';
import { findMemories } from './memory.js';
import { type DeckProgress, findProgress } from './progress.js';
import type { QueueMoment } from './study-queue.js';
import { findStudySettings } from './study-settings.js';

/** Now, as the learner sees it. */
export interface LearnerMoment extends QueueMoment, LearnerDay {}

/** What one request reads of the viewer's study, each kind in one query however many fields ask. */
export interface StudyLoaders {
  /** The viewer's memory of a card; that of a new card when there is none. */
  memory: DataLoader<string, CardStudy>;
  progress: DataLoader<string, DeckProgress>;
  settings: DataLoader<string, DeckStudySettings>;
  /** Time zone and start of the day of the viewer. */
  learner(): Promise<LearnerDay>;
  moment(): Promise<LearnerMoment>;
  /** Forgets everything: after a change. */
  clear(): void;
}

/** @param viewer null for an anonymous one, who has no memories: whoever asks then gets new cards and defaults. */
export function createStudyLoaders({
  db,
  viewer,
  clock,
}: {
  db: DecksDb;
  viewer: Viewer | null;
  clock: Clock;
}): StudyLoaders {
  let learnerDay: Promise<LearnerDay> | undefined;

  async function readLearner(): Promise<LearnerDay> {
    const known = viewer && (await findLearnerDay(db, viewer.userId));
    if (known) return known;
    // Right after the registration its event may be on its way: the token says the same.
    const claimed = viewer?.profile.timeZone ?? '';
    return { timeZone: isTimeZone(claimed) ? claimed : 'UTC', dayStartsAt: dayStartsAtDefault };
  }

  const learner = () => (learnerDay ??= readLearner());

  async function moment(): Promise<LearnerMoment> {
    const day = await learner();
    const now = clock.now();
    const today = localDay(now, day.timeZone, day.dayStartsAt);
    return {
      ...day,
      now,
      today,
      dayEnd: startOfLocalDay(addDays(today, 1), day.timeZone, day.dayStartsAt),
    };
  }

  const settingsLoader = new DataLoader<string, DeckStudySettings>(async (deckIds) => {
    const found = viewer ? await findStudySettings(db, viewer.userId, deckIds) : new Map<string, DeckStudySettings>();
    return deckIds.map((id) => found.get(id) ?? defaultStudySettings);
  });

  const loaders = {
    settings: settingsLoader,
    memory: new DataLoader<string, CardStudy>(async (cardIds) => {
      const found = viewer ? await findMemories(db, viewer.userId, cardIds) : new Map<string, CardStudy>();
      return cardIds.map((id) => found.get(id) ?? newCardStudy);
    }),
    progress: new DataLoader<string, DeckProgress>(async (deckIds) => {
      const { now, dayEnd } = await moment();
      const settings = await Promise.all(deckIds.map((id) => settingsLoader.load(id)));
      const curves = new Map(
        deckIds.map((id, index) => [id, forgettingCurve((settings[index] ?? defaultStudySettings).weights)]),
      );
      const found = viewer
        ? await findProgress(db, viewer.userId, deckIds, { now, dayEnd, curves })
        : new Map<string, DeckProgress>();
      return deckIds.map((id) => found.get(id) ?? new Error(`deck ${id} is gone`));
    }),
  };

  return {
    ...loaders,
    learner,
    moment,
    clear() {
      learnerDay = undefined;
      for (const loader of Object.values(loaders)) loader.clearAll();
    },
  };
}
