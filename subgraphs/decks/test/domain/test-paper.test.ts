import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom, shuffled } from '../../src/domain/random.js';
import { answerFaults, cardOutcomes, gradePaper, type PaperAnswer } from '../../src/domain/test-grading.js';
import {
  makePaper,
  type Paper,
  type PaperCard,
  type PaperOrder,
  type PaperQuestion,
  type QuestionKind,
} from '../../src/domain/test-paper.js';

const allKinds: QuestionKind[] = ['MULTIPLE_CHOICE', 'TRUE_FALSE', 'WRITTEN', 'MATCHING'];

function deck(size: number): PaperCard[] {
  return Array.from({ length: size }, (_, index) => ({
    id: `card-${String(index)}`,
    term: `term ${String(index)}`,
    definition: `meaning ${String(index)}`,
    acceptedAnswers: [],
    distractors: [],
  }));
}

function order(changes: Partial<PaperOrder> = {}): PaperOrder {
  return {
    questionCount: 20,
    kinds: allKinds,
    answerWith: 'DEFINITION',
    policy: { language: 'en', splitAlternatives: true, lenientDiacritics: true, allowTypos: true },
    ...changes,
  };
}

function paperOf(pool: PaperCard[], changes: Partial<PaperOrder> = {}, seed = 'seed'): Paper {
  let ids = 0;
  return makePaper(pool, order(changes), seededRandom(seed), () => `id-${String((ids += 1))}`);
}

const blank = { text: null, optionId: null, isTrue: null, pairs: [], timeMs: null };

function rightAnswer(question: PaperQuestion): PaperAnswer {
  const base = { ...blank, questionId: question.id };
  switch (question.kind) {
    case 'WRITTEN':
      return { ...base, text: question.expected };
    case 'MULTIPLE_CHOICE':
      return { ...base, optionId: question.rightOptionId };
    case 'TRUE_FALSE':
      return { ...base, isTrue: question.isTrue };
    case 'MATCHING':
      return {
        ...base,
        pairs: question.prompts.map((prompt) => ({ promptId: prompt.id, optionId: prompt.rightOptionId })),
      };
  }
}

describe('a test paper', () => {
  it('splits its questions evenly between the kinds', () => {
    const counts = allKinds.map(
      (kind) => paperOf(deck(50)).questions.filter((question) => question.kind === kind).length,
    );
    expect(counts).toEqual([5, 5, 5, 5]);
  });

  it('asks each card once, and no more than the deck has', () => {
    const { questions } = paperOf(deck(7), { kinds: ['MULTIPLE_CHOICE', 'WRITTEN'] });
    expect(questions).toHaveLength(7);
    expect(new Set(questions.map((question) => (question.kind === 'MATCHING' ? '' : question.cardId))).size).toBe(7);
  });

  it('is the same for the same seed and another for another', () => {
    expect(paperOf(deck(40))).toEqual(paperOf(deck(40)));
    expect(paperOf(deck(40), {}, 'other')).not.toEqual(paperOf(deck(40)));
  });

  it('offers the author’s own wrong answers before those of other cards', () => {
    const pool = deck(30);
    pool[0] = {
      id: 'own',
      term: 'capital of Kenya',
      definition: 'Nairobi',
      acceptedAnswers: [],
      distractors: ['Mombasa', 'Kisumu', 'Nakuru'],
    };
    const [question] = paperOf(pool, { questionCount: 1, kinds: ['MULTIPLE_CHOICE'] }).questions;
    const texts = question?.kind === 'MULTIPLE_CHOICE' ? question.options.map(({ text }) => text).sort() : [];
    expect(texts).toEqual(['Kisumu', 'Mombasa', 'Nairobi', 'Nakuru']);
  });

  it('never offers as wrong what would count as right: equal answers, alternatives, cards that ask the same', () => {
    const pool: PaperCard[] = [
      {
        id: '1',
        term: 'bank',
        definition: 'shore, riverside',
        acceptedAnswers: ['edge'],
        distractors: ['Shore!', 'edge', 'riverside (of a river)'],
      },
      { id: '2', term: 'Bank', definition: 'finance house', acceptedAnswers: [], distractors: [] },
      { id: '3', term: 'brink', definition: 'EDGE', acceptedAnswers: [], distractors: [] },
      { id: '4', term: 'sea', definition: 'large water', acceptedAnswers: [], distractors: [] },
    ];
    for (let seed = 0; seed < 50; seed += 1) {
      const [question] = paperOf(pool, { questionCount: 1, kinds: ['MULTIPLE_CHOICE'] }, String(seed)).questions;
      const texts = question?.kind === 'MULTIPLE_CHOICE' ? question.options.map(({ text }) => text).sort() : [];
      expect(texts).toEqual(['large water', 'shore, riverside']);
    }
  });

  it('accepts in writing the answer of another card that asks the same', () => {
    const pool: PaperCard[] = [
      { id: '1', term: 'bank', definition: 'shore', acceptedAnswers: [], distractors: [] },
      { id: '2', term: 'bank', definition: 'finance house', acceptedAnswers: [], distractors: [] },
    ];
    const paper = paperOf(pool, { kinds: ['WRITTEN'] });
    const answers = paper.questions.map((question) => ({ ...blank, questionId: question.id, text: 'finance house' }));
    expect(gradePaper(paper, answers).questions.map(({ verdict }) => verdict)).toEqual(['ALTERNATIVE', 'EXACT']);
  });

  it('asks in another kind that was ordered when a card has no wrong answer to offer, and leaves it out when none suits', () => {
    expect(paperOf(deck(1), { kinds: ['MULTIPLE_CHOICE', 'WRITTEN'] }).questions.map(({ kind }) => kind)).toEqual([
      'WRITTEN',
    ]);
    expect(paperOf(deck(1), { kinds: ['MULTIPLE_CHOICE'] }).questions).toEqual([]);
    expect(paperOf(deck(1), { kinds: ['MATCHING'] }).questions).toEqual([]);
  });

  it('asks for terms when answered with terms, without the definition’s accepted answers and distractors', () => {
    const pool = deck(5).map((card) => ({ ...card, distractors: ['not a term'], acceptedAnswers: ['no term either'] }));
    const { questions } = paperOf(pool, { answerWith: 'TERM', kinds: ['MULTIPLE_CHOICE', 'WRITTEN'] });
    expect(JSON.stringify(questions)).not.toMatch(/not a term|no term either/);
    for (const question of questions) if (question.kind === 'WRITTEN') expect(question.expected).toMatch(/^term/);
  });

  it('has a right option among its options, in every place about as often', () => {
    const places = new Map<number, number>();
    for (let seed = 0; seed < 200; seed += 1) {
      const [question] = paperOf(
        deck(30),
        { questionCount: 1, kinds: ['MULTIPLE_CHOICE'] },
        `s${String(seed)}`,
      ).questions;
      if (question?.kind !== 'MULTIPLE_CHOICE') throw new Error('expected a choice');
      const place = question.options.findIndex(({ id }) => id === question.rightOptionId);
      expect(question.options).toHaveLength(4);
      places.set(place, (places.get(place) ?? 0) + 1);
    }
    for (const place of [0, 1, 2, 3]) expect(places.get(place) ?? 0).toBeGreaterThan(25);
  });
});

describe('grading a paper', () => {
  it('gives full points for right answers and none for no answers, in any paper', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.subarray(allKinds, { minLength: 1 }),
        fc.string(),
        (size, kinds, seed) => {
          const paper = paperOf(deck(size), { kinds }, seed);
          fc.pre(paper.questions.length > 0);
          const answers = paper.questions.map(rightAnswer);
          expect(answerFaults(paper, answers)).toEqual([]);
          expect(gradePaper(paper, answers)).toMatchObject({ score: 1, correctCount: paper.questions.length });
          expect(gradePaper(paper, [])).toMatchObject({ score: 0, correctCount: 0 });
          expect(new Set(gradePaper(paper, []).questions.map(({ verdict }) => verdict))).toEqual(new Set(['EMPTY']));
        },
      ),
    );
  });

  it('gives a matching question points in proportion and tells of each card', () => {
    const paper = paperOf(deck(20), { questionCount: 1, kinds: ['MATCHING'] });
    const [question] = paper.questions;
    if (question?.kind !== 'MATCHING') throw new Error('expected pairs');
    const [first, second, ...others] = question.prompts;
    if (!first || !second) throw new Error('expected pairs');
    const pairs = [
      { promptId: first.id, optionId: second.rightOptionId },
      { promptId: second.id, optionId: first.rightOptionId },
      ...others.slice(0, -1).map((prompt) => ({ promptId: prompt.id, optionId: prompt.rightOptionId })),
    ];
    const outcome = gradePaper(paper, [{ ...blank, questionId: question.id, pairs, timeMs: 5_000 }]);
    expect(outcome).toMatchObject({ score: 0.4, correctCount: 0, questions: [{ verdict: 'PARTIAL', correct: false }] });
    expect(cardOutcomes(paper, outcome).map(({ verdict, timeMs }) => [verdict, timeMs])).toEqual([
      ['WRONG', 1_000],
      ['WRONG', 1_000],
      ['EXACT', 1_000],
      ['EXACT', 1_000],
      ['EMPTY', 1_000],
    ]);
  });

  it('refuses answers that do not fit the paper', () => {
    const paper = paperOf(deck(10), { questionCount: 4 });
    const choice = paper.questions.find((question) => question.kind === 'MULTIPLE_CHOICE');
    const matching = paper.questions.find((question) => question.kind === 'MATCHING');
    if (!choice || matching?.kind !== 'MATCHING') throw new Error('expected both kinds');
    const [prompt] = matching.prompts;
    const [option, another] = matching.options;
    if (!prompt || !option || !another) throw new Error('expected pairs');
    const faults = answerFaults(paper, [
      { ...blank, questionId: 'nothing' },
      { ...blank, questionId: choice.id, optionId: 'nothing' },
      { ...blank, questionId: choice.id },
      {
        ...blank,
        questionId: matching.id,
        pairs: [
          { promptId: prompt.id, optionId: option.id },
          { promptId: prompt.id, optionId: another.id },
          { promptId: 'nothing', optionId: another.id },
        ],
      },
    ]);
    expect(faults.map(({ path }) => path.join('.'))).toEqual([
      '0.questionId',
      '1.optionId',
      '2.questionId',
      '3.pairs.1.promptId',
      '3.pairs.2.promptId',
    ]);
  });
});

describe('shuffling', () => {
  it('keeps every item', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.string(), (items, seed) => {
        const numbers = (list: number[]) => [...list].sort((a, b) => a - b);
        expect(numbers(shuffled(items, seededRandom(seed)))).toEqual(numbers(items));
      }),
    );
  });
});
