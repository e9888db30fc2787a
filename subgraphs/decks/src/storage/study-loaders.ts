import type { Viewer } from '@ruzlet/platform/access/viewer';
import type { Clock } from '@ruzlet/platform/clock';
import { addDays, isTimeZone, localDay, startOfLocalDay } from '@ruzlet/platform/localtime';
import DataLoader from 'dataloader';
import { dayStartsAtDefault, type LearnerDay } from '../domain/learner-day.js';
import { type CardStudy, newCardStudy } from '../domain/memory.js';
import { forgettingCurve } from '../domain/scheduling.js';
import { defaultStudySettings, type DeckStudySettings } from '../domain/study-settings.js';
import type { DeckProgress } from './progress.js';
import type { Reads } from './reads.js';
import type { QueueMoment } from './study-queue.js';

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
  reads,
  viewer,
  clock,
}: {
  reads: Reads;
  viewer: Viewer | null;
  clock: Clock;
}): StudyLoaders {
  const userId = viewer?.userId;
  let learnerDay: Promise<LearnerDay> | undefined;

  async function readLearner(): Promise<LearnerDay> {
    const [known] = userId === undefined ? [] : await reads.learnerDay([userId]);
    if (known instanceof Error) throw known;
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

  const settings = new DataLoader<string, DeckStudySettings>(async (deckIds) =>
    userId === undefined
      ? deckIds.map(() => defaultStudySettings)
      : reads.settings(deckIds.map((deckId) => ({ userId, deckId }))),
  );

  const loaders = {
    settings,
    memory: new DataLoader<string, CardStudy>(async (cardIds) =>
      userId === undefined
        ? cardIds.map(() => newCardStudy)
        : reads.memory(cardIds.map((cardId) => ({ userId, cardId }))),
    ),
    progress: new DataLoader<string, DeckProgress>(async (deckIds) => {
      if (userId === undefined) throw new Error('Who is not signed in has no progress.');
      const { dayEnd } = await moment();
      const ofDecks = await Promise.all(deckIds.map((id) => settings.load(id)));
      const found = await reads.progress(
        deckIds.map((deckId, index) => {
          const { weights } = ofDecks[index] ?? defaultStudySettings;
          return { userId, deckId, dayEnd, curve: forgettingCurve(weights) };
        }),
      );
      return deckIds.map((id, index) => found[index] ?? new Error(`deck ${id} is gone`));
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
