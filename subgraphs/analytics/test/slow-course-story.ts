import type { EventData, RuzletEvent } from '@ruzlet/contracts/registry';
import { addDays } from '@ruzlet/platform/localtime';
import type { DayRange } from '../src/domain/day-range.js';
import { reviewsThatCount, share, within } from './slow-figures.js';

/**
 * A course whose students, lessons and decks change, and the platform, once more, slowly: from the raw events, each thing by its newest
 * state. Shares nothing with the code under test.
 */

/** Of each thing the event with its newest state. */
function newest<Event extends RuzletEvent>(events: readonly Event[], thing: (event: Event) => string): Event[] {
  const states = new Map<string, Event>();
  for (const event of events) {
    const known = states.get(thing(event));
    if (known === undefined || known.time <= event.time) states.set(thing(event), event);
  }
  return [...states.values()];
}

type Type = RuzletEvent['type'];
function ofTypes<Wanted extends Type>(events: readonly RuzletEvent[], ...types: Wanted[]) {
  const wanted: ReadonlySet<string> = new Set(types);
  return events.filter((event): event is Extract<RuzletEvent, { type: Wanted }> => wanted.has(event.type));
}

type Completion = EventData<'ruzlet.course.lesson.completed.v1'>;

/** Lessons as they were completed first by each user. */
function completionsOf(events: readonly RuzletEvent[]): Completion[] {
  const first = new Map<string, Completion>();
  for (const { data } of ofTypes(events, 'ruzlet.course.lesson.completed.v1')) {
    const key = `${data.courseId} ${data.lessonId} ${data.userId}`;
    const known = first.get(key);
    if (known === undefined || data.completedAt < known.completedAt) first.set(key, data);
  }
  return [...first.values()];
}

const dayOf = (time: string) => time.slice(0, 10);
const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);

export function slowCourseStory(all: readonly RuzletEvent[], courseId: string, range: DayRange, now: Date) {
  const events = all.filter((event) => !('courseId' in event.data) || event.data.courseId === courseId);
  const students = newest(
    ofTypes(events, 'ruzlet.course.enrollment.added.v1', 'ruzlet.course.enrollment.removed.v1'),
    ({ data }) => data.userId,
  )
    .filter(({ type, data }) => type === 'ruzlet.course.enrollment.added.v1' && data.role === 'STUDENT')
    .map(({ data, time }) => ({ userId: data.userId, enrolledAt: time }));
  const isStudent = ({ userId }: { userId: string }) => students.some((student) => student.userId === userId);

  const lessons = newest(
    ofTypes(
      events,
      'ruzlet.course.lesson.added.v1',
      'ruzlet.course.lesson.updated.v1',
      'ruzlet.course.lesson.deleted.v1',
    ),
    ({ data }) => data.lessonId,
  )
    .filter(({ type }) => type !== 'ruzlet.course.lesson.deleted.v1')
    .map(({ data }) => data);
  const isLesson = ({ lessonId }: { lessonId: string }) => lessons.some((lesson) => lesson.lessonId === lessonId);
  const addedAt = new Map(
    ofTypes(events, 'ruzlet.course.lesson.added.v1').map(({ data, time }) => [data.lessonId, time]),
  );

  const ofLessons = newest(
    ofTypes(events, 'ruzlet.course.deck.attached.v1', 'ruzlet.course.deck.detached.v1'),
    ({ data }) => `${data.lessonId} ${data.deckId}`,
  ).filter(({ type, data }) => type === 'ruzlet.course.deck.attached.v1' && isLesson(data));
  const ofAssignments = newest(
    ofTypes(events, 'ruzlet.course.assignment.updated.v1', 'ruzlet.course.assignment.deleted.v1'),
    ({ data }) => data.assignmentId,
  ).flatMap(({ data }) => ('published' in data && data.published ? [data.deckId] : []));
  const decks = new Set([...ofLessons.map(({ data }) => data.deckId), ...ofAssignments]);

  const reviews = reviewsThatCount(events).filter((review) => isStudent(review) && decks.has(review.deckId));
  const completions = completionsOf(events).filter((done) => isStudent(done) && isLesson(done));
  const submissions = ofTypes(events, 'ruzlet.course.assignment.submitted.v1')
    .map(({ data }) => data)
    .filter(isStudent);

  const inRange = within(range);
  const reviewed = reviews.filter(inRange);
  const completed = completions.filter(({ completedAt }) => inRange({ localDay: dayOf(completedAt) }));
  const handedIn = submissions.filter(({ submittedAt }) => inRange({ localDay: dayOf(submittedAt) }));
  const distinct = (some: { userId: string }[]) => new Set(some.map(({ userId }) => userId)).size;
  const activeDays = [
    ...new Set([
      ...reviewed.map(({ localDay }) => localDay),
      ...completed.map((done) => dayOf(done.completedAt)),
      ...handedIn.map((work) => dayOf(work.submittedAt)),
    ]),
  ].sort();

  return {
    students: students.length,
    activeStudents: distinct([...reviewed, ...completed, ...handedIn]),
    reviews: reviewed.length,
    accuracy: share(reviewed.filter(({ rating }) => rating > 1).length, reviewed.length),
    studyTimeMs: sum(reviewed.map(({ durationMs }) => durationMs)),
    participation: activeDays.map((day) => {
      const ofDay = reviewed.filter(({ localDay }) => localDay === day);
      const doneOnDay = completed.filter(({ completedAt }) => dayOf(completedAt) === day);
      const handedInOnDay = handedIn.filter(({ submittedAt }) => dayOf(submittedAt) === day);
      const active = distinct([...ofDay, ...doneOnDay, ...handedInOnDay]);
      return {
        day,
        activeStudents: active,
        share: share(active, students.length),
        reviews: ofDay.length,
        studyTimeMs: sum(ofDay.map(({ durationMs }) => durationMs)),
        lessonsCompleted: doneOnDay.length,
      };
    }),
    completionFunnel: lessons
      .sort((a, b) => (addedAt.get(a.lessonId) ?? '').localeCompare(addedAt.get(b.lessonId) ?? ''))
      .map(({ lessonId, title }) => {
        const done = completions.filter((completion) => completion.lessonId === lessonId).length;
        return { lesson: { id: lessonId }, title, completed: done, share: share(done, students.length) };
      }),
    studentsAtRisk: students
      .map(({ userId, enrolledAt }) => {
        const own = <Deed extends { userId: string }>(deeds: Deed[]) => deeds.filter((deed) => deed.userId === userId);
        const moments = [
          ...own(reviews).map(({ reviewedAt }) => reviewedAt),
          ...own(completions).map(({ completedAt }) => completedAt),
          ...own(submissions).map(({ submittedAt }) => submittedAt),
        ].sort();
        const recent = own(reviews).filter(({ localDay }) => localDay >= addDays(dayOf(now.toISOString()), -29));
        const lessonsCompleted = own(completions).length;
        const accuracy = share(recent.filter(({ rating }) => rating > 1).length, recent.length);
        const lastActiveAt = moments.at(-1) ?? null;
        const weekAgo = new Date(now.getTime() - 7 * 86_400_000).toISOString();
        const reasons = [
          ...(lastActiveAt === null && enrolledAt <= weekAgo ? ['NEVER_STARTED'] : []),
          ...(lastActiveAt !== null && lastActiveAt <= weekAgo && lessonsCompleted < lessons.length
            ? ['INACTIVE']
            : []),
          ...(recent.length >= 20 && accuracy !== null && accuracy < 0.6 ? ['LOW_ACCURACY'] : []),
        ];
        return { student: { id: userId }, reasons, lastActiveAt, lessonsCompleted, accuracy };
      })
      .filter(({ reasons }) => reasons.length > 0)
      .sort((a, b) => a.student.id.localeCompare(b.student.id)),
    itemAnalysis: [...new Set(reviewed.map(({ cardId }) => cardId))].sort().map((id) => {
      const ofCard = reviewed.filter(({ cardId }) => cardId === id);
      const errors = ofCard.filter(({ rating }) => rating === 1).length;
      return {
        card: { id },
        learners: distinct(ofCard),
        reviews: ofCard.length,
        errorRate: share(errors, ofCard.length),
      };
    }),
  };
}

/** The whole platform, from every event that there is. */
export function slowPlatform(events: readonly RuzletEvent[], range: DayRange) {
  const inRange = within(range);
  const reviews = reviewsThatCount(events).filter(inRange);
  const learners = (some: typeof reviews) => new Set(some.map(({ userId }) => userId)).size;
  const registrations = new Map(
    ofTypes(events, 'ruzlet.user.registered.v1').map(({ data }) => [data.userId, data.registeredAt]),
  );
  const tests = new Map(
    ofTypes(events, 'ruzlet.learning.test.submitted.v1').map(({ data }) => [data.testId, data.localDay]),
  );
  return {
    activeLearners: learners(reviews),
    newUsers: [...registrations.values()].filter((at) => inRange({ localDay: dayOf(at) })).length,
    reviews: reviews.length,
    studyTimeMs: sum(reviews.map(({ durationMs }) => durationMs)),
    testsSubmitted: [...tests.values()].filter((localDay) => inRange({ localDay })).length,
    lessonsCompleted: completionsOf(events).filter((done) => inRange({ localDay: dayOf(done.completedAt) })).length,
    daily: [...new Set(reviews.map(({ localDay }) => localDay))].sort().map((day) => {
      const ofDay = reviews.filter(({ localDay }) => localDay === day);
      return { day, learners: learners(ofDay), reviews: ofDay.length };
    }),
  };
}
