import { forgetting_curve, FSRS, Rating, type FSRSState, type Grade } from 'ts-fsrs';
import type { Random } from './random.js';

/**
 * What studying will be like: a learner who remembers as FSRS predicts is drawn by lot, day by day. Whole days only; the
 * steps within a day are counted as further answers. Pure: chance is an argument.
 */

/** A card as the simulation needs it. */
export interface SimulatedCard {
  stability: number;
  difficulty: number;
  /** Days since the last review, on the first day. */
  elapsedDays: number;
  /** Days until the card is due, on the first day; zero or less is due. */
  dueInDays: number;
}

export interface SimulatedStudy {
  cards: readonly SimulatedCard[];
  /** Cards that were never studied (count). */
  newCards: number;
  days: number;
  newCardsPerDay: number;
  /** Cards of a day at most, new ones included. */
  cardsPerDay: number;
  /** Answers of a day at most: the time that there is. */
  answersPerDay: number;
  desiredRetention: number;
  weights: readonly number[];
  maximumIntervalDays: number;
  /**
   * New cards that a day had no time for are made up for, and what answers are left on the last day go to the cards least
   * likely to be recalled, due or not.
   */
  towardsExam: boolean;
}

export interface SimulatedDay {
  newCards: number;
  reviews: number;
  /** Early reviews of the last day. */
  extra: number;
  /** Answers in all, the steps of new and forgotten cards included. */
  answers: number;
}

export interface SimulatedOutcome {
  days: SimulatedDay[];
  /** Mean probability of recall on the day after the last, of all cards; those never studied count 0. */
  retention: number;
  /** Sum of those probabilities: how many cards are known (count). */
  known: number;
}

/** Answers that a new card takes on its first day, and a forgotten one on the day of the lapse: itself and its steps (counts). */
const answersPerNewCard = 2;
const answersPerLapse = 2;

/** How often learners give each rating: to a new card (Again to Easy), and to one they recall (Hard to Easy). Defaults of the FSRS simulator. */
const firstRatingShares = [0.24, 0.094, 0.495, 0.171];
const recallRatingShares = [0.224, 0.631, 0.145];

interface Walker {
  state: FSRSState | null;
  lastDay: number;
  dueDay: number;
}

export function simulateStudy(study: SimulatedStudy, random: Random): SimulatedOutcome {
  const fsrs = new FSRS({
    request_retention: study.desiredRetention,
    maximum_interval: study.maximumIntervalDays,
    w: study.weights,
    enable_fuzz: false,
    enable_short_term: true,
  });
  const walkers: Walker[] = study.cards.map((card) => ({
    state: { stability: card.stability, difficulty: card.difficulty },
    lastDay: -card.elapsedDays,
    dueDay: Math.max(0, card.dueInDays),
  }));
  const recallOn = ({ state, lastDay }: Walker, day: number): number =>
    state ? forgetting_curve(study.weights, day - lastDay, state.stability) : 0;
  const answer = (walker: Walker, day: number): number => {
    const recalled = random() < recallOn(walker, day);
    const grade = walker.state === null ? drawFirst(random) : recalled ? drawRecalled(random) : Rating.Again;
    const lapsed = walker.state !== null && grade === Rating.Again;
    const first = walker.state === null;
    walker.state = fsrs.next_state(walker.state, day - walker.lastDay, grade);
    walker.lastDay = day;
    walker.dueDay = day + fsrs.next_interval(walker.state.stability, 0);
    return first ? answersPerNewCard : lapsed ? answersPerLapse : 1;
  };

  // A sample may have less than a new card's answers on a day: it saves until there is enough for one.
  const carriedMax = study.answersPerDay < answersPerNewCard ? answersPerNewCard : 1;
  let unseen = study.newCards;
  let newAllowance = 0;
  let answerAllowance = 0;
  let cardAllowance = 0;
  const days: SimulatedDay[] = [];
  for (let day = 0; day < study.days; day += 1) {
    const done: SimulatedDay = { newCards: 0, reviews: 0, extra: 0, answers: 0 };
    // Fractions are carried over, so that a sample of the cards sees its share of the day. What is not used is gone.
    newAllowance = (study.towardsExam ? newAllowance : newAllowance % 1) + study.newCardsPerDay;
    cardAllowance = Math.min(cardAllowance, 1) + study.cardsPerDay;
    answerAllowance = Math.min(Math.max(answerAllowance, -answersPerLapse), carriedMax) + study.answersPerDay;
    const spend = (walker: Walker): void => {
      const answers = answer(walker, day);
      done.answers += answers;
      answerAllowance -= answers;
      cardAllowance -= 1;
    };
    const byRecall = (some: readonly Walker[]) =>
      some.map((walker) => ({ walker, recall: recallOn(walker, day) })).sort((a, b) => a.recall - b.recall);
    // The most likely recalled first: when not all can be done, more is kept alive so.
    for (const { walker } of byRecall(walkers.filter(({ dueDay }) => dueDay <= day)).reverse()) {
      if (answerAllowance < 1 || cardAllowance < 1) break;
      spend(walker);
      done.reviews += 1;
    }
    while (unseen > 0 && newAllowance >= 1 && cardAllowance >= 1 && answerAllowance >= answersPerNewCard) {
      const walker: Walker = { state: null, lastDay: day, dueDay: day };
      walkers.push(walker);
      spend(walker);
      done.newCards += 1;
      newAllowance -= 1;
      unseen -= 1;
    }
    if (study.towardsExam && day === study.days - 1) {
      for (const { walker } of byRecall(walkers.filter(({ lastDay }) => lastDay < day))) {
        if (answerAllowance < 1 || cardAllowance < 1) break;
        spend(walker);
        done.extra += 1;
      }
    }
    days.push(done);
  }
  const known = walkers.reduce((sum, walker) => sum + recallOn(walker, study.days), 0);
  const all = walkers.length + unseen;
  return { days, known, retention: all === 0 ? 0 : known / all };
}

function drawFirst(random: Random): Grade {
  return draw(random, [
    [Rating.Again, firstRatingShares[0] ?? 0],
    [Rating.Hard, firstRatingShares[1] ?? 0],
    [Rating.Good, firstRatingShares[2] ?? 0],
    [Rating.Easy, firstRatingShares[3] ?? 0],
  ]);
}

function drawRecalled(random: Random): Grade {
  return draw(random, [
    [Rating.Hard, recallRatingShares[0] ?? 0],
    [Rating.Good, recallRatingShares[1] ?? 0],
    [Rating.Easy, recallRatingShares[2] ?? 0],
  ]);
}

function draw(random: Random, shares: readonly (readonly [Grade, number])[]): Grade {
  let rest = random();
  for (const [grade, share] of shares) {
    rest -= share;
    if (rest < 0) return grade;
  }
  return Rating.Good;
}
