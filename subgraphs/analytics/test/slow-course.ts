import type { RuzletEvent } from '@ruzlet/contracts/registry';
import { leftCards, reviewsThatCount, share, slowCard, within } from './slow-figures.js';
import type { DayRange } from '../src/domain/day-range.js';

/** A course's figures, once more, slowly: of one course with one deck, whose students stay. */
export function slowCourse(
  events: readonly RuzletEvent[],
  { deckId, students }: { deckId: string; students: readonly string[] },
  range: DayRange,
) {
  const theirs = reviewsThatCount(events).filter(
    (review) => review.deckId === deckId && students.includes(review.userId) && within(range)(review),
  );
  const active = (reviews: typeof theirs) => new Set(reviews.map(({ userId }) => userId)).size;
  const time = (reviews: typeof theirs) => reviews.reduce((sum, { durationMs }) => sum + durationMs, 0);
  const counted = new Set(theirs.map(({ reviewId }) => reviewId));
  const relevant = events.filter(
    (event) => event.type === 'ruzlet.learning.card.reviewed.v1' && counted.has(event.data.reviewId),
  );
  return {
    students: students.length,
    activeStudents: active(theirs),
    reviews: theirs.length,
    accuracy: share(theirs.filter(({ rating }) => rating > 1).length, theirs.length),
    studyTimeMs: time(theirs),
    participation: [...new Set(theirs.map(({ localDay }) => localDay))].sort().map((day) => {
      const ofDay = theirs.filter(({ localDay }) => localDay === day);
      return {
        day,
        activeStudents: active(ofDay),
        share: share(active(ofDay), students.length),
        reviews: ofDay.length,
        studyTimeMs: time(ofDay),
        lessonsCompleted: 0,
      };
    }),
    itemAnalysis: [...new Set(theirs.map(({ cardId }) => cardId))]
      .filter((cardId) => !leftCards(events).has(cardId))
      .map((cardId) => ({ card: { id: cardId }, ...slowCard(relevant, cardId) })),
  };
}
