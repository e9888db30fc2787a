import { makeEvent } from '@ruzlet/contracts/make-event';
import { newId } from '@ruzlet/platform/ids';
import { describe, expect, it } from 'vitest';
import {
  assign,
  classmate,
  dayMs,
  grade,
  inDays,
  own,
  student,
  submit,
  teacher,
  useClassroom,
  world,
} from './classroom.js';
import { reviewed, type Person } from './teaching-world.js';

useClassroom();

describe('assignments that complete themselves', () => {
  async function review(
    who: Person,
    deckId: string,
    cardId: string,
    stabilityAfter: number,
    reviewId = newId(),
  ): Promise<string> {
    const event = reviewed(world, {
      userId: who.userId,
      deckId,
      cardId,
      stabilityAfter,
      reviewId,
      dueAfter: inDays(3),
    });
    await world.publish(event);
    await world.handled(event.id);
    return reviewId;
  }

  async function test(who: Person, deckId: string, score: number, questionCount = 5, testId = newId()): Promise<void> {
    const now = world.clock.now().toISOString();
    const event = makeEvent('ruzlet.learning.test.submitted.v1', {
      source: '/decks',
      subject: who.userId,
      time: world.clock.now(),
      data: {
        testId,
        userId: who.userId,
        deckId,
        score,
        correct: 1,
        questionCount,
        startedAt: now,
        submittedAt: now,
        localDay: now.slice(0, 10),
        durationMs: 60_000,
        answers: [],
      },
    });
    await world.publish(event);
    await world.handled(event.id);
  }

  it('by study, when the mean retrievability over the whole deck is reached', async () => {
    const deckId = await world.deck({ ownerId: teacher.userId, cardCount: 2 });
    const [first, second] = [newId(), newId()];
    await review(student, deckId, first, 10);
    const id = await assign({ kind: 'STUDY', deckId, goal: { retrievability: 0.9 }, dueAt: inDays(20) });
    // Ten days on, the first card is at 90 %, and the second has never been seen: 45 % of the deck.
    world.clock.advance(10 * dayMs);
    const looked = (await submit(student, id, { text: undefined })).data.submitAssignment.submission;
    expect(looked).toMatchObject({ state: 'OPEN', score: null, goalReached: false });
    expect(looked.progress).toBeCloseTo(0.5, 6);
    const reviewId = await review(student, deckId, second, 5);
    expect(await own(student, id)).toMatchObject({
      state: 'GRADED',
      score: 10,
      goalReached: true,
      attempts: 1,
      late: false,
    });
    await review(student, deckId, second, 5, reviewId);
    expect((await own(student, id)).attempts).toBe(1);
    expect(await own(classmate, id)).toBeNull();
    const graded = (await world.events()).filter(
      ({ type, data }) =>
        type === 'ruzlet.course.assignment.graded.v1' && 'assignmentId' in data && data.assignmentId === id,
    );
    expect(graded).toMatchObject([{ data: { userId: student.userId, automatic: true, score: 10, visible: true } }]);
  });

  it('not by a review that was taken back, or of a card that is no more', async () => {
    const deckId = await world.deck({ ownerId: teacher.userId, cardCount: 1 });
    const cardId = newId();
    const reviewId = await review(student, deckId, cardId, 10);
    const undone = makeEvent('ruzlet.learning.review.undone.v1', {
      source: '/decks',
      subject: student.userId,
      time: world.clock.now(),
      data: { reviewId, userId: student.userId, cardId, deckId, undoneAt: world.clock.now().toISOString() },
    });
    await world.publish(undone);
    await world.handled(undone.id);
    const id = await assign({ kind: 'STUDY', deckId, goal: { retrievability: 0.9 } });
    expect((await submit(student, id, { text: undefined })).data.submitAssignment.submission.progress).toBe(0);
  });

  it('by practice tests, of which the best within the attempts counts', async () => {
    const deckId = await world.deck({ ownerId: teacher.userId, cardCount: 30 });
    const id = await assign({ kind: 'TEST', deckId, goal: { testScore: 0.8, questionsMin: 5 }, attemptsMax: 3 });
    expect((await submit(student, id)).code).toBe('CONFLICT');
    await test(student, deckId, 1, 4);
    expect(await own(student, id)).toBeNull();
    const testId = newId();
    await test(student, deckId, 0.6, 5, testId);
    await test(student, deckId, 0.6, 5, testId);
    expect(await own(student, id)).toMatchObject({ state: 'GRADED', score: 6, attempts: 1, goalReached: false });
    await test(student, deckId, 0.9);
    await test(student, deckId, 0.2);
    await test(student, deckId, 1);
    expect(await own(student, id)).toMatchObject({ score: 9, attempts: 3, attemptsLeft: 0, goalReached: true });
  });

  it('keep the grade that a person gave', async () => {
    const deckId = await world.deck({ ownerId: teacher.userId, cardCount: 30 });
    const id = await assign({ kind: 'TEST', deckId });
    await test(student, deckId, 0.5);
    await grade(teacher, { assignmentId: id, studentId: student.userId, score: 4 });
    await test(student, deckId, 1);
    expect(await own(student, id)).toMatchObject({ score: 4, attempts: 2 });
  });
});
