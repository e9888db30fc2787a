import { normaliseAnswer } from './answer-text.js';
import { gradeWritten } from './grading.js';
import type { AnswerKey } from './grading.js';
import { shuffled } from './random.js';
import type { Random } from './random.js';
import { isBlank } from './text.js';

/** A practice test's paper: questions with their right answers, fixed when the test is made. */

export type QuestionKind = 'MULTIPLE_CHOICE' | 'TRUE_FALSE' | 'WRITTEN' | 'MATCHING';
export type AnswerSide = 'TERM' | 'DEFINITION';

export interface PaperOption {
  id: string;
  text: string;
}

interface SingleCardQuestion {
  id: string;
  cardId: string;
  prompt: string;
  expected: string;
}

export type PaperQuestion =
  | (SingleCardQuestion & { kind: 'WRITTEN'; accepted: string[] })
  | (SingleCardQuestion & { kind: 'MULTIPLE_CHOICE'; options: PaperOption[]; rightOptionId: string })
  | (SingleCardQuestion & { kind: 'TRUE_FALSE'; statement: string; isTrue: boolean })
  | {
      id: string;
      kind: 'MATCHING';
      prompts: (PaperOption & { cardId: string; rightOptionId: string })[];
      options: PaperOption[];
    };

/** How written answers of a test are judged. */
export type GradingPolicy = Pick<AnswerKey, 'language' | 'splitAlternatives' | 'lenientDiacritics' | 'allowTypos'>;

export interface Paper {
  policy: GradingPolicy;
  questions: PaperQuestion[];
}

/** A card as a test needs it. */
export interface PaperCard {
  id: string;
  term: string;
  definition: string;
  acceptedAnswers: readonly string[];
  distractors: readonly string[];
}

/** Questions of a test (count). */
export const testQuestionsMax = 100;
/** Cards from which questions and wrong answers are drawn (count). */
export const testPoolCardsMax = 500;
/** Wrong options beside the right one (count). */
const wrongOptionsMax = 3;
/** Pairs of a matching question (count). 100 questions of 5 pairs stay within the 500 answers of an event. */
const matchingPairsMax = 5;
const matchingPairsMin = 2;

export interface PaperOrder {
  questionCount: number;
  kinds: readonly QuestionKind[];
  answerWith: AnswerSide;
  policy: GradingPolicy;
}

/**
 * Makes a paper. Kinds are split evenly; a card that a kind does not suit (no wrong answer to offer) is asked in
 * another of the kinds that were ordered, or left out when none suits.
 *
 * @param pool cards in the order in which to ask them; later ones lend wrong answers.
 * @param newId ids of questions and options: opaque, so that they tell nothing about the answer.
 */
export function makePaper(pool: readonly PaperCard[], order: PaperOrder, random: Random, newId: () => string): Paper {
  const desk = deskOf(pool, order, random, newId);
  const kinds = [...new Set(order.kinds)];
  const questions: PaperQuestion[] = [];
  for (const side of desk.sides) {
    if (questions.length >= order.questionCount) break;
    // Going round the kinds from the next in turn keeps the split even when one does not suit.
    const turn = questions.length % kinds.length;
    const turns = [...kinds.slice(turn), ...kinds.slice(0, turn)];
    const question = firstOf(turns, (kind) => makeQuestion(kind, side, desk));
    if (question) questions.push(question);
  }
  return { policy: order.policy, questions: kinds.flatMap((kind) => questions.filter((one) => one.kind === kind)) };
}

/**
 * A question about one card, of the first of the kinds that suits it; undefined when the card is not in the pool, is
 * blank on a side, or suits none.
 */
export function askCard(
  pool: readonly PaperCard[],
  cardId: string,
  order: Omit<PaperOrder, 'questionCount'>,
  random: Random,
  newId: () => string,
): PaperQuestion | undefined {
  const desk = deskOf(pool, order, random, newId);
  const side = desk.sides.find((one) => one.cardId === cardId);
  return side && firstOf(order.kinds, (kind) => makeQuestion(kind, side, desk));
}

/** Cards of which both sides say something: only those can be asked. */
export function askableCards<T extends PaperCard>(pool: readonly T[]): T[] {
  return pool.filter(({ term, definition }) => !isBlank(term) && !isBlank(definition));
}

function deskOf(
  pool: readonly PaperCard[],
  { answerWith, policy }: Pick<PaperOrder, 'answerWith' | 'policy'>,
  random: Random,
  newId: () => string,
): Desk {
  const sides = askableCards(pool).map((card) => sidesOf(card, answerWith));
  return { sides, samePrompt: groupByPrompt(sides), policy, random, newId };
}

/** A card turned so that one side asks and the other answers. */
interface Side {
  cardId: string;
  prompt: string;
  answer: string;
  accepted: readonly string[];
  distractors: readonly string[];
}

interface Desk {
  sides: readonly Side[];
  samePrompt: ReadonlyMap<string, readonly Side[]>;
  policy: GradingPolicy;
  random: Random;
  newId: () => string;
}

function sidesOf(card: PaperCard, answerWith: AnswerSide): Side {
  // Accepted answers and distractors are the author's for the definition.
  return answerWith === 'DEFINITION'
    ? {
        cardId: card.id,
        prompt: card.term,
        answer: card.definition,
        accepted: card.acceptedAnswers,
        distractors: card.distractors,
      }
    : { cardId: card.id, prompt: card.definition, answer: card.term, accepted: [], distractors: [] };
}

function promptKey(side: Side): string {
  return normaliseAnswer(side.prompt, null);
}

function groupByPrompt(sides: readonly Side[]): Map<string, Side[]> {
  const groups = new Map<string, Side[]>();
  for (const side of sides) {
    const group = groups.get(promptKey(side));
    if (group) group.push(side);
    else groups.set(promptKey(side), [side]);
  }
  return groups;
}

function firstOf<T, R>(items: readonly T[], make: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const made = make(item);
    if (made !== undefined) return made;
  }
  return undefined;
}

function makeQuestion(kind: QuestionKind, side: Side, desk: Desk): PaperQuestion | undefined {
  const base = { id: desk.newId(), cardId: side.cardId, prompt: side.prompt, expected: side.answer };
  switch (kind) {
    case 'WRITTEN':
      return { ...base, kind, accepted: acceptedFor(side, desk) };
    case 'MULTIPLE_CHOICE': {
      const wrong = wrongAnswers(side, desk, wrongOptionsMax);
      if (wrong.length === 0) return undefined;
      const rightOption = { id: desk.newId(), text: side.answer };
      const options = shuffled([rightOption, ...wrong.map((text) => ({ id: desk.newId(), text }))], desk.random);
      return { ...base, kind, options, rightOptionId: rightOption.id };
    }
    case 'TRUE_FALSE': {
      const [wrong] = wrongAnswers(side, desk, 1);
      if (wrong === undefined) return undefined;
      const isTrue = desk.random() < 0.5;
      return { ...base, kind, statement: isTrue ? side.answer : wrong, isTrue };
    }
    case 'MATCHING':
      return makeMatching(side, desk);
  }
}

/** Answers that count: the author's, and those of other cards that ask the very same. */
function acceptedFor(side: Side, desk: Desk): string[] {
  const same = desk.samePrompt.get(promptKey(side)) ?? [];
  const answers = same.filter((other) => other.cardId !== side.cardId).map((other) => other.answer);
  return [...new Set([...side.accepted, ...answers])];
}

/** The author's own wrong answers first, then other cards' answers; none that would count as right, no two alike. */
function wrongAnswers(side: Side, desk: Desk, countMax: number): string[] {
  const key: AnswerKey = {
    ...desk.policy,
    expected: side.answer,
    accepted: acceptedFor(side, desk),
    splitAlternatives: true,
    lenientDiacritics: true,
    allowTypos: false,
    others: [],
  };
  const found = new Map<string, string>();
  const offer = (text: string): void => {
    const form = normaliseAnswer(text, desk.policy.language);
    if (!isBlank(text) && !found.has(form) && gradeWritten(text, key).verdict === 'WRONG') found.set(form, text);
  };
  shuffled(side.distractors, desk.random).forEach(offer);
  // A random start and a walk: cheaper than shuffling the whole pool for every question.
  const start = Math.floor(desk.random() * desk.sides.length);
  for (let step = 0; step < desk.sides.length && found.size < countMax; step += 1) {
    const other = desk.sides[(start + step) % desk.sides.length];
    if (other) offer(other.answer);
  }
  return [...found.values()].slice(0, countMax);
}

/** The card itself and others drawn from the pool, no two with the same prompt or the same answer. */
function makeMatching(side: Side, desk: Desk): PaperQuestion | undefined {
  const start = Math.floor(desk.random() * desk.sides.length);
  const pairs = [side];
  for (let step = 0; step < desk.sides.length && pairs.length < matchingPairsMax; step += 1) {
    const other = desk.sides[(start + step) % desk.sides.length];
    if (other && pairs.every((pair) => canStandBeside(pair, other, desk))) pairs.push(other);
  }
  if (pairs.length < matchingPairsMin) return undefined;
  const prompts = shuffled(pairs, desk.random).map((pair) => ({
    id: desk.newId(),
    text: pair.prompt,
    cardId: pair.cardId,
    rightOptionId: desk.newId(),
    answer: pair.answer,
  }));
  return {
    id: desk.newId(),
    kind: 'MATCHING',
    options: shuffled(
      prompts.map(({ rightOptionId, answer }) => ({ id: rightOptionId, text: answer })),
      desk.random,
    ),
    prompts: prompts.map(({ id, text, cardId, rightOptionId }) => ({ id, text, cardId, rightOptionId })),
  };
}

function canStandBeside(one: Side, other: Side, { policy }: Desk): boolean {
  return (
    one.cardId !== other.cardId &&
    promptKey(one) !== promptKey(other) &&
    normaliseAnswer(one.answer, policy.language) !== normaliseAnswer(other.answer, policy.language)
  );
}
