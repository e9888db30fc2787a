/**
 * Learn mode: rounds of a few cards, each card from unseen through familiar to mastered. Pure; what is asked and how it
 * is graded is elsewhere.
 */

/** −1 missed, 0 unseen, 1 familiar, 2 mastered. */
export type LearnLevel = -1 | 0 | 1 | 2;
export const learnLevels = { missed: -1, unseen: 0, familiar: 1, mastered: 2 } as const;

/** Cards of a round (count). */
export const learnRoundCards = 7;
/** Cards of a session (count). */
export const learnCardsMax = 500;
/** A familiar card comes back this many rounds after the one that introduced it (count). */
const familiarRestRounds = 2;

export interface LearnCard {
  cardId: string;
  level: LearnLevel;
  /** The round in which the card was first asked, from 1; null while it is unseen. */
  introducedRound: number | null;
}

export interface LearnProgress {
  /** Every card of the session, in the order in which they are introduced. */
  cards: readonly LearnCard[];
  /** From 1. */
  round: number;
  /** Cards still to ask in this round; the first is the one that is being asked. Empty when all are mastered. */
  queue: readonly string[];
}

/** The first round. */
export function beginLearning(cardIds: readonly string[]): LearnProgress {
  const cards = cardIds.map((cardId): LearnCard => ({ cardId, level: learnLevels.unseen, introducedRound: null }));
  return { cards, round: 1, queue: cardsOfRound(cards, 1) };
}

/** The level that a right answer leads to: a choice first makes familiar, a further answer masters. */
export function levelAfterRight(level: LearnLevel): LearnLevel {
  return level === learnLevels.familiar || level === learnLevels.mastered ? learnLevels.mastered : learnLevels.familiar;
}

/** The card's level; unseen for one that is not in the session. */
export function levelOf(progress: LearnProgress, cardId: string): LearnLevel {
  return progress.cards.find((card) => card.cardId === cardId)?.level ?? learnLevels.unseen;
}

/** After the answer to the card that is being asked. A miss comes back at the end of the same round. */
export function answered(progress: LearnProgress, correct: boolean): LearnProgress {
  const [cardId, ...rest] = progress.queue;
  if (cardId === undefined) return progress;
  const level = correct ? levelAfterRight(levelOf(progress, cardId)) : learnLevels.missed;
  const cards = withLevel(progress.cards, cardId, level, progress.round);
  return goOn({ ...progress, cards, queue: correct ? rest : [...rest, cardId] });
}

/** After the learner has said "I was right" about the latest answer to a card: as if it had been right. */
export function overridden(progress: LearnProgress, cardId: string, levelBefore: LearnLevel): LearnProgress {
  const cards = withLevel(progress.cards, cardId, levelAfterRight(levelBefore), progress.round);
  return goOn({ ...progress, cards, queue: progress.queue.filter((queued) => queued !== cardId) });
}

function withLevel(
  cards: readonly LearnCard[],
  cardId: string,
  level: LearnLevel,
  round: number,
): readonly LearnCard[] {
  return cards.map((card) =>
    card.cardId === cardId ? { ...card, level, introducedRound: card.introducedRound ?? round } : card,
  );
}

function goOn(progress: LearnProgress): LearnProgress {
  if (progress.queue.length > 0) return progress;
  const queue = cardsOfRound(progress.cards, progress.round + 1);
  // The round that mastered the last card stays the last.
  return queue.length === 0 ? progress : { ...progress, round: progress.round + 1, queue };
}

/** Missed cards, then familiar ones that have rested, then unseen ones, then the rest; none that is mastered. */
function cardsOfRound(cards: readonly LearnCard[], round: number): string[] {
  const place = ({ level, introducedRound }: LearnCard): number => {
    if (level === learnLevels.missed) return 0;
    if (level === learnLevels.unseen) return 2;
    return round - (introducedRound ?? round) >= familiarRestRounds ? 1 : 3;
  };
  return cards
    .filter(({ level }) => level !== learnLevels.mastered)
    .map((card) => ({ cardId: card.cardId, place: place(card) }))
    .sort((a, b) => a.place - b.place)
    .slice(0, learnRoundCards)
    .map(({ cardId }) => cardId);
}

/** How many cards are at each level. */
export function countLevels({ cards }: LearnProgress): Record<keyof typeof learnLevels, number> {
  const count = (level: LearnLevel) => cards.filter((card) => card.level === level).length;
  return {
    missed: count(learnLevels.missed),
    unseen: count(learnLevels.unseen),
    familiar: count(learnLevels.familiar),
    mastered: count(learnLevels.mastered),
  };
}
