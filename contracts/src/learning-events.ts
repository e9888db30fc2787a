/** Events of `learning.events`: reviews, practice tests, Learn sessions and Match games, published by decks. Keyed by learner. */
import { z } from 'zod';
import { defineEvent } from './define-event.js';
import * as field from './fields.js';

/** Longest interval that the scheduler gives (days). */
export const intervalDaysMax = 36_500;

const byLearner = { topic: 'learning.events', key: 'userId', source: '/decks' } as const;
const learner = field.id('The learner.');
const reviewId = field.id('The review, made by the client: a repeated request is the same review.');
const testId = field.id('The practice test.');
const learnersDay = field.localDay(
  "The learner's day on which it happened, by time zone and hour at which the day begins.",
);

const sessionId = field.id('The Learn session.');
const answerId = field.id('The answer, made by the client: a repeated request is the same answer.');
const learnLevel = (description: string) =>
  z.int().min(-1).max(2).describe(`${description}: -1 missed, 0 unseen, 1 familiar, 2 mastered.`);

const memoryState = (description: string) =>
  z.int().min(0).max(3).describe(`${description}: 0 new, 1 learning, 2 review, 3 relearning.`);
const stability = (description: string) =>
  z.number().min(0).describe(`${description} (days until recall falls to 90 %).`);
const difficulty = (description: string) =>
  z.number().min(0).max(10).describe(`${description} (FSRS, 1 easy to 10 hard).`);
const scheduledDays = (description: string) => z.int().min(0).max(intervalDaysMax).describe(description);

const studiedCards = z
  .array(z.object({ cardId: field.cardId, deckId: field.deckId }))
  .min(1)
  .max(field.cardIdsMax)
  .describe('The cards, and the decks that they are in.');

export const learningEvents = {
  'ruzlet.learning.card.reviewed.v1': defineEvent({
    ...byLearner,
    summary: 'A learner answered a card and rated the answer.',
    data: z.object({
      reviewId,
      userId: learner,
      cardId: field.cardId,
      deckId: field.deckId,
      rating: z.int().min(1).max(4).describe('1 again, 2 hard, 3 good, 4 easy.'),
      durationMs: field.durationMs('How long the answer took.'),
      reviewedAt: field.time("When the learner answered, by the client's clock."),
      receivedAt: field.time('When the server took the review.'),
      localDay: learnersDay,
      localHour: z.int().min(0).max(23).describe('Hour of the local clock at the answer.'),
      timeZone: field.timeZone,
      stateBefore: memoryState('State of the memory before the review'),
      stabilityBefore: stability('Stability before the review; absent for a new card').optional(),
      difficultyBefore: difficulty('Difficulty before the review; absent for a new card').optional(),
      elapsedDays: z.number().min(0).describe('Days since the last review of the card; 0 for a new card.'),
      scheduledDaysBefore: scheduledDays('Interval in days that the last review had set; 0 for a new card.'),
      retrievabilityBefore: z
        .number()
        .min(0)
        .max(1)
        .describe('Probability of recall at the moment of the review; absent for a new card.')
        .optional(),
      stateAfter: memoryState('State of the memory after the review'),
      stabilityAfter: stability('Stability after the review'),
      difficultyAfter: difficulty('Difficulty after the review'),
      scheduledDaysAfter: scheduledDays('Interval in days that this review set; 0 within a day.'),
      dueAfter: field.time('When the card is due again.'),
    }),
  }),
  'ruzlet.learning.review.undone.v1': defineEvent({
    ...byLearner,
    summary: 'A learner took back a review: it counts in no figure.',
    data: z.object({
      reviewId,
      userId: learner,
      cardId: field.cardId,
      deckId: field.deckId,
      undoneAt: field.time('When it was taken back.'),
    }),
  }),
  'ruzlet.learning.test.started.v1': defineEvent({
    ...byLearner,
    summary: 'A learner began a practice test.',
    data: z.object({
      testId,
      userId: learner,
      deckId: field.deckId,
      questionCount: field.count('Questions of the test.'),
      startedAt: field.time('When the test was made.'),
    }),
  }),
  'ruzlet.learning.test.submitted.v1': defineEvent({
    ...byLearner,
    summary: 'A learner handed in a practice test and it was graded.',
    data: z.object({
      testId,
      userId: learner,
      deckId: field.deckId,
      score: z.number().min(0).max(1).describe('Share of the points, 0 to 1.'),
      correct: field.count('Questions answered correctly.'),
      questionCount: field.count('Questions of the test.'),
      startedAt: field.time('When the test was made.'),
      submittedAt: field.time('When it was handed in.'),
      localDay: learnersDay,
      durationMs: z.int().min(0).describe('From start to submission; a test may lie open for days.'),
      answers: z
        .array(
          z.object({
            cardId: field.cardId,
            kind: field.questionKind.describe('Kind of the question.'),
            correct: z.boolean().describe('True when the answer counts as right.'),
            verdict: field.verdict.describe('Why the answer was judged as it was.'),
            timeMs: field.durationMs('How long the answer took; absent when the client did not measure.').optional(),
          }),
        )
        .max(field.answersMax)
        .describe('One entry per question, in the order of the test.'),
    }),
  }),
  'ruzlet.learning.cards.rescheduled.v1': defineEvent({
    ...byLearner,
    summary: 'A learner had the due dates of cards reckoned anew after a change of settings; nothing was reviewed.',
    data: z.object({
      userId: learner,
      deckId: field.deckId,
      cards: z
        .array(
          z.object({
            cardId: field.cardId,
            scheduledDays: scheduledDays('Interval in days that the card has now.'),
            dueAfter: field.time('When the card is due now.'),
          }),
        )
        .min(1)
        .max(field.cardIdsMax)
        .describe('The cards whose due date changed.'),
      rescheduledAt: field.time('When it was done.'),
    }),
  }),
  'ruzlet.learning.memory.merged.v1': defineEvent({
    ...byLearner,
    summary:
      'A review arrived after later ones of the same card and took its place before them: this is the memory since.',
    data: z.object({
      userId: learner,
      cardId: field.cardId,
      deckId: field.deckId,
      reviewId,
      laterReviews: field.count('Reviews of the card that were reckoned anew.'),
      state: memoryState('State of the memory now'),
      stability: stability('Stability now'),
      difficulty: difficulty('Difficulty now'),
      scheduledDays: scheduledDays('Interval in days that the card has now.'),
      due: field.time('When the card is due now.'),
      mergedAt: field.time('When the review arrived.'),
    }),
  }),
  'ruzlet.learning.card.leeched.v1': defineEvent({
    ...byLearner,
    summary: 'A learner forgot a card so often that it counts as a leech.',
    data: z.object({
      userId: learner,
      cardId: field.cardId,
      deckId: field.deckId,
      reviewId,
      lapses: field.count('How often the card was forgotten.'),
      suspended: z.boolean().describe('Whether the card was taken out of study for it.'),
      leechedAt: field.time('When the learner answered.'),
    }),
  }),
  'ruzlet.learning.cards.suspended.v1': defineEvent({
    ...byLearner,
    summary: 'A learner took cards out of study, or put them back.',
    data: z.object({
      userId: learner,
      cards: studiedCards,
      suspended: z.boolean().describe('False for cards that were put back.'),
      changedAt: field.time('When it was done.'),
    }),
  }),
  'ruzlet.learning.cards.buried.v1': defineEvent({
    ...byLearner,
    summary: 'A learner put cards off until another day, or showed them again.',
    data: z.object({
      userId: learner,
      cards: studiedCards,
      until: field.localDay("The learner's day on which they come back; absent for cards shown again.").optional(),
      changedAt: field.time('When it was done.'),
    }),
  }),
  'ruzlet.learning.cards.reset.v1': defineEvent({
    ...byLearner,
    summary: 'A learner made cards new again; their reviews stay in the log.',
    data: z.object({
      userId: learner,
      cards: studiedCards,
      resetAt: field.time('When it was done.'),
    }),
  }),
  'ruzlet.learning.settings.updated.v1': defineEvent({
    ...byLearner,
    summary: 'A learner changed how they study a deck: these settings count from now on.',
    data: z.object({
      userId: learner,
      deckId: field.deckId,
      presetId: field.id('The preset that the deck follows; absent for settings of its own.').optional(),
      desiredRetention: z.number().min(0).max(1).describe('Probability of recall at which a card comes back.'),
      newCardsPerDay: field.count('New cards a day at most.'),
      reviewsPerDay: field.count('Reviews a day at most.'),
      examDate: field.localDay("The learner's day of the exam; absent without one.").optional(),
      targetRetention: z.number().min(0).max(1).describe('Mean probability of recall wanted on the day of the exam.'),
      minutesPerDay: field.count('Minutes of study that the learner has on a day.'),
      updatedAt: field.time('When it was done.'),
    }),
  }),
  'ruzlet.learning.course.exam.updated.v1': defineEvent({
    ...byLearner,
    summary: 'A learner set the exam of a course for themselves, or took it away: one plan over all its decks.',
    data: z.object({
      userId: learner,
      courseId: field.courseId,
      examDate: field.localDay("The learner's day of the exam; absent when it was taken away.").optional(),
      targetRetention: z.number().min(0).max(1).describe('Mean probability of recall wanted on the day of the exam.'),
      minutesPerDay: field.count('Minutes of study that the learner has on a day.'),
      updatedAt: field.time('When it was done.'),
    }),
  }),
  'ruzlet.learning.scheduler.fitted.v1': defineEvent({
    ...byLearner,
    summary: "The scheduler's weights for a learner changed or were fitted to the log of reviews.",
    data: z.object({
      userId: learner,
      deckId: field.id('The deck that they are for; absent for all decks without weights of their own.').optional(),
      version: field.count('Version of the weights, per learner and deck.'),
      source: z
        .enum(['FIT', 'MANUAL', 'DEFAULT'])
        .describe('Fitted to the log, given by the learner, or the defaults of FSRS-6.'),
      weights: z.array(z.number()).length(21).describe('The 21 weights of FSRS-6.'),
      counts: z.boolean().describe('Whether cards are scheduled with them; a fit that is no better does not count.'),
      reviewCount: field.count('Reviews that they were fitted to.'),
      logLossBefore: z.number().min(0).describe('Log-loss of the weights before; absent without a fit.').optional(),
      logLossAfter: z.number().min(0).describe('Log-loss of these weights; absent without a fit.').optional(),
      rmseBefore: z.number().min(0).describe('RMSE in bins of the weights before; absent without a fit.').optional(),
      rmseAfter: z.number().min(0).describe('RMSE in bins of these weights; absent without a fit.').optional(),
      fittedAt: field.time('When it was done.'),
    }),
  }),
  'ruzlet.learning.match.started.v1': defineEvent({
    ...byLearner,
    summary: 'A learner was dealt a board of Match.',
    data: z.object({
      gameId: field.id('The game.'),
      userId: learner,
      deckId: field.deckId,
      pairs: field.count('Pairs of the board.'),
      startedAt: field.time('When the board was dealt.'),
    }),
  }),
  'ruzlet.learning.learn.started.v1': defineEvent({
    ...byLearner,
    summary: 'A learner began a Learn session.',
    data: z.object({
      sessionId,
      userId: learner,
      deckId: field.deckId,
      cardCount: field.count('Cards of the session.'),
      startedAt: field.time('When the session began.'),
    }),
  }),
  'ruzlet.learning.learn.answered.v1': defineEvent({
    ...byLearner,
    summary: 'A learner answered a question of a Learn session and it was graded.',
    data: z.object({
      answerId,
      sessionId,
      userId: learner,
      deckId: field.deckId,
      cardId: field.cardId,
      kind: field.questionKind.describe('Kind of the question.'),
      verdict: field.verdict.describe('Why the answer was judged as it was.'),
      correct: z.boolean().describe('True when the answer counts as right.'),
      levelBefore: learnLevel('How well the card was known before the answer'),
      levelAfter: learnLevel('How well the card is known after the answer'),
      round: field.count('Round of the session, from 1.'),
      timeMs: field.durationMs('How long the answer took; absent when the client did not measure.').optional(),
      answeredAt: field.time('When the server took the answer.'),
      localDay: learnersDay,
    }),
  }),
  'ruzlet.learning.learn.overridden.v1': defineEvent({
    ...byLearner,
    summary: 'A learner said of an answer that was judged wrong that it was right.',
    data: z.object({
      answerId,
      sessionId,
      userId: learner,
      deckId: field.deckId,
      cardId: field.cardId,
      verdict: field.verdict.describe('What the answer had been judged as.'),
      levelAfter: learnLevel('How well the card counts as known since'),
      overriddenAt: field.time('When the learner said so.'),
    }),
  }),
  'ruzlet.learning.learn.finished.v1': defineEvent({
    ...byLearner,
    summary: 'A learner mastered every card of a Learn session.',
    data: z.object({
      sessionId,
      userId: learner,
      deckId: field.deckId,
      cardCount: field.count('Cards of the session.'),
      rounds: field.count('Rounds that it took.'),
      startedAt: field.time('When the session began.'),
      finishedAt: field.time('When the last card was mastered.'),
      localDay: learnersDay,
    }),
  }),
  'ruzlet.learning.match.finished.v1': defineEvent({
    ...byLearner,
    summary: 'A learner cleared the board of a Match game.',
    data: z.object({
      gameId: field.id('The game.'),
      userId: learner,
      deckId: field.deckId,
      pairs: field.count('Pairs of the board.'),
      wrongMoves: field.count('Tiles that were paired wrongly.'),
      scoreMs: z
        .int()
        .min(0)
        .describe("Time by the server's clock, penalties for wrong pairs included (milliseconds)."),
      counts: z.boolean().describe('False for a game that nobody can have played like this: it enters no ranking.'),
      startedAt: field.time('When the board was dealt.'),
      finishedAt: field.time('When the moves arrived.'),
      localDay: learnersDay,
    }),
  }),
};
