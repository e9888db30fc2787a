import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '@ruzlet/platform/ids';
import { waitFor } from '@ruzlet/testkit/wait';
import type { Topology } from './graph-contract.js';
import { overEventStream, overWebSocket, received, type Received } from '@ruzlet/testkit/live';

interface Person {
  id: string;
  token: string;
  name: string;
}

const deckChanges = `subscription ($id: ID!) {
  deckChanged(id: $id, withCurrent: true) {
    eventId kind deck { title cardCount owner { displayName } } cards { term }
  }
}`;
const announcements = `subscription ($id: ID!) {
  announcementPosted(courseId: $id, withCurrent: true) { kind course { title } announcement { title author { displayName } } }
}`;
const courseProgress = `subscription ($id: ID!) {
  courseProgressed(courseId: $id, withCurrent: true) {
    kind lesson { title } enrollment { user { displayName } progress { lessonsCompleted lessonsTotal } }
  }
}`;
const grades = `subscription ($id: ID!) {
  assignmentGraded(courseId: $id, withCurrent: true) {
    kind course { title } assignment { title points } submission { state score feedback student { displayName } }
  }
}`;
const studyProgress = `subscription {
  studyProgressed(withCurrent: true) { kind rating newCardsToday reviewsToday counts { new } card { term } deck { owner { displayName } } }
}`;

/**
 * Subscriptions end to end, seen by clients of the router over both protocols.
 *
 * @param options.stops true where the suite may stop the topology.
 */
export function describeLive(name: string, open: () => Promise<Topology>, { stops = false } = {}): void {
  describe(`subscriptions: ${name}`, () => {
    let topology: Topology;
    let closed = false;
    let owner: Person;
    let friend: Person;
    const streams: Received[] = [];

    beforeAll(async () => {
      topology = await open();
      [owner, friend] = [await register('owner'), await register('friend')];
    }, 120_000);
    afterAll(async () => {
      for (const stream of streams) stream.stop();
      if (!closed) await topology.close();
    });

    async function must(query: string, variables: object = {}, token?: string): Promise<any> {
      const response = await fetch(`${topology.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
        body: JSON.stringify({ query, variables }),
      });
      const answer = (await response.json()) as { data?: any; errors?: unknown };
      expect(answer.errors).toBeUndefined();
      return answer.data;
    }

    async function register(who: string): Promise<Person> {
      const suffix = newId().slice(-10);
      const displayName = `The ${who}`;
      const { register: payload } = await must(
        `mutation ($input: RegisterInput!) { register(input: $input) { accessToken user { id } } }`,
        {
          input: {
            email: `${who}-${suffix}@example.com`,
            username: `${who}_${suffix}`,
            password: 'correct horse battery',
            displayName,
            locale: 'en',
            timeZone: 'UTC',
          },
        },
      );
      return { id: payload.user.id, token: payload.accessToken, name: displayName };
    }

    async function makeDeck(person: Person, terms: string[] = []): Promise<{ id: string; cardIds: string[] }> {
      const { createDeck } = await must(
        `mutation { createDeck(input: { title: "Rivers" }) { deck { id } } }`,
        {},
        person.token,
      );
      const { id } = createDeck.deck;
      return { id, cardIds: terms.length > 0 ? await addCards(person, id, ...terms) : [] };
    }

    async function addCards(person: Person, deckId: string, ...terms: string[]): Promise<string[]> {
      const cards = terms.map((term) => ({ term, definition: 'a river' }));
      const { addCards: added } = await must(
        `mutation ($input: AddCardsInput!) { addCards(input: $input) { cards { id } } }`,
        { input: { deckId, cards } },
        person.token,
      );
      return added.cards.map(({ id }: { id: string }) => id);
    }

    async function share(deckId: string, person: Person, permission: string): Promise<void> {
      await must(
        `mutation ($input: ShareDeckInput!) { shareDeck(input: $input) { deck { id } } }`,
        { input: { deckId, userId: person.id, permission } },
        owner.token,
      );
    }

    async function makeCourse(): Promise<{ id: string; joinCode: string; lessonId: string }> {
      const { createCourse } = await must(
        `mutation { createCourse(input: { title: "Geography" }) { course { id joinCode } } }`,
        {},
        owner.token,
      );
      const { id, joinCode } = createCourse.course;
      const { addLesson } = await must(
        `mutation ($input: AddLessonInput!) { addLesson(input: $input) { lesson { id } } }`,
        { input: { courseId: id, title: 'Europe', body: 'Rivers of Europe.' } },
        owner.token,
      );
      await must(`mutation ($id: ID!) { publishCourse(id: $id) { course { id } } }`, { id }, owner.token);
      return { id, joinCode, lessonId: addLesson.lesson.id };
    }

    async function join(person: Person, joinCode: string): Promise<void> {
      await must(
        `mutation ($code: String!) { joinCourse(joinCode: $code) { enrollment { id } } }`,
        { code: joinCode },
        person.token,
      );
    }

    async function sse(query: string, variables: object, person?: Person): Promise<Received> {
      const stream = await overEventStream(topology.url, query, variables, person?.token);
      streams.push(stream);
      return stream;
    }

    function ws(query: string, variables: object, person?: Person): Received {
      const stream = overWebSocket(topology.url, query, variables, person?.token);
      streams.push(stream);
      return stream;
    }

    it('tells a deck change to all who may see the deck, over both protocols, with fields of other subgraphs', async () => {
      const { id } = await makeDeck(owner);
      await share(id, friend, 'VIEW');
      const mine = ws(deckChanges, { id }, owner);
      const theirs = await sse(deckChanges, { id }, friend);
      const stranger = await sse(deckChanges, { id }, await register('stranger'));
      const anonymous = ws(deckChanges, { id });
      const kind = (wanted: string) => (message: Received['messages'][number]) =>
        message.data?.deckChanged?.kind === wanted;
      for (const stream of [mine, theirs]) await received(stream, kind('CURRENT'), 'the deck as it stands');

      await addCards(owner, id, 'Elbe', 'Oder');
      for (const stream of [mine, theirs]) {
        const { deckChanged } = await received(stream, kind('CARDS_ADDED'), 'the change');
        expect(deckChanged).toEqual({
          eventId: expect.any(String),
          kind: 'CARDS_ADDED',
          deck: { title: 'Rivers', cardCount: 2, owner: { displayName: owner.name } },
          cards: [{ term: 'Elbe' }, { term: 'Oder' }],
        });
      }
      for (const stream of [stranger, anonymous]) {
        await waitFor(() => stream.ended, { what: 'the refusal' });
        expect(stream.messages).toEqual([{ errors: [expect.objectContaining({ extensions: { code: 'NOT_FOUND' } })] }]);
      }

      // What takes the right away is the last that is heard, and it says nothing of the deck.
      await share(id, friend, 'NONE');
      await waitFor(() => theirs.ended, { what: 'the end of what may not be seen any more' });
      expect(theirs.messages.at(-1)).toEqual({
        errors: [expect.objectContaining({ extensions: { code: 'NOT_FOUND' } })],
      });
      await must(`mutation ($id: ID!) { deleteDeck(id: $id) { id } }`, { id }, owner.token);
      expect((await received(mine, kind('DELETED'), 'the deletion')).deckChanged.deck).toBeNull();
      expect(mine.ended).toBeUndefined();
    });

    it('tells an announcement to the members of the course only', async () => {
      const { id, joinCode } = await makeCourse();
      await join(friend, joinCode);
      const member = await sse(announcements, { id }, friend);
      const stranger = ws(announcements, { id }, await register('stranger'));
      await received(member, ({ data }) => data?.announcementPosted?.kind === 'CURRENT', 'the begin');
      await must(
        `mutation ($input: PostAnnouncementInput!) { postAnnouncement(input: $input) { announcement { id } } }`,
        { input: { courseId: id, title: 'Exam on Friday', body: 'Bring a pencil.' } },
        owner.token,
      );
      const told = await received(
        member,
        ({ data }) => data?.announcementPosted?.kind === 'POSTED',
        'the announcement',
      );
      expect(told.announcementPosted).toEqual({
        kind: 'POSTED',
        course: { title: 'Geography' },
        announcement: { title: 'Exam on Friday', author: { displayName: owner.name } },
      });
      await waitFor(() => stranger.ended, { what: 'the refusal' });
      expect(stranger.messages[0]?.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    });

    it('tells progress to staff, and to a student their own alone', async () => {
      const { id, joinCode, lessonId } = await makeCourse();
      const classmate = await register('classmate');
      await join(friend, joinCode);
      await join(classmate, joinCode);
      const staff = ws(courseProgress, { id }, owner);
      const other = await sse(courseProgress, { id }, classmate);
      const isDone = ({ data }: Received['messages'][number]) => data?.courseProgressed?.kind === 'LESSON_COMPLETED';
      await received(staff, ({ data }) => data?.courseProgressed?.kind === 'CURRENT', 'the begin');
      const complete = `mutation ($id: ID!) { completeLesson(id: $id) { percent } }`;
      await must(complete, { id: lessonId }, friend.token);
      expect((await received(staff, isDone, 'the completion')).courseProgressed).toEqual({
        kind: 'LESSON_COMPLETED',
        lesson: { title: 'Europe' },
        enrollment: { user: { displayName: friend.name }, progress: { lessonsCompleted: 1, lessonsTotal: 1 } },
      });
      await must(complete, { id: lessonId }, classmate.token);
      const own = await received(other, isDone, 'the own completion');
      expect(own.courseProgressed.enrollment.user.displayName).toBe(classmate.name);
      expect(other.messages.filter(isDone)).toHaveLength(1);
    });

    it('takes an assignment from the teacher to the grade, and tells it to the student and the gradebook', async () => {
      const { id: courseId, joinCode } = await makeCourse();
      const classmate = await register('neighbour');
      await join(friend, joinCode);
      await join(classmate, joinCode);
      const { createAssignment } = await must(
        `mutation ($input: CreateAssignmentInput!) { createAssignment(input: $input) { assignment { id published } } }`,
        { input: { courseId, title: 'Three rivers', kind: 'WRITTEN', points: 10, publish: true } },
        owner.token,
      );
      const assignmentId = createAssignment.assignment.id;
      const streams = [ws(grades, { id: courseId }, friend), await sse(grades, { id: courseId }, owner)];
      const others = ws(grades, { id: courseId }, classmate);
      for (const stream of [...streams, others]) {
        await received(stream, ({ data }) => data?.assignmentGraded?.kind === 'CURRENT', 'the begin');
      }
      const { submitAssignment } = await must(
        `mutation ($input: SubmitAssignmentInput!) { submitAssignment(input: $input) { submission { id state } } }`,
        { input: { assignmentId, text: 'Rhine, Elbe, Oder.' } },
        friend.token,
      );
      const submissionId = submitAssignment.submission.id;
      const give = (score: number) =>
        must(
          `mutation ($input: GradeSubmissionInput!) { gradeSubmission(input: $input) { submission { score } } }`,
          { input: { submissionId, score, feedback: 'Right.' } },
          owner.token,
        );
      await give(9);
      for (const stream of streams) {
        const told = await received(stream, ({ data }) => data?.assignmentGraded?.kind === 'GRADED', 'the grade');
        expect(told.assignmentGraded).toEqual({
          kind: 'GRADED',
          course: { title: 'Geography' },
          assignment: { title: 'Three rivers', points: 10 },
          submission: { state: 'GRADED', score: 9, feedback: 'Right.', student: { displayName: friend.name } },
        });
      }
      // Hidden grades are told to staff alone, until they are posted.
      await must(
        `mutation ($id: ID!) { hideGrades(id: $id) { assignment { id } } }`,
        { id: assignmentId },
        owner.token,
      );
      await give(8);
      await must(
        `mutation ($id: ID!) { postGrades(id: $id) { assignment { id } } }`,
        { id: assignmentId },
        owner.token,
      );
      const [student] = streams;
      if (!student) throw new Error('There is a stream.');
      await received(student, ({ data }) => data?.assignmentGraded?.kind === 'POSTED', 'the posted grade');
      expect(
        student.messages.map(({ data }) => [data.assignmentGraded.kind, data.assignmentGraded.submission?.score]),
      ).toEqual([
        ['CURRENT', undefined],
        ['GRADED', 9],
        ['POSTED', 8],
      ]);
      expect(others.messages).toHaveLength(1);

      const { course } = await must(
        `query ($id: ID!) { course(id: $id) { gradebook { rows { edges { node { student { displayName } percent grades { state score } } } } } } }`,
        { id: courseId },
        owner.token,
      );
      expect(course.gradebook.rows.edges.map(({ node }: { node: unknown }) => node)).toEqual([
        { student: { displayName: friend.name }, percent: 80, grades: [{ state: 'GRADED', score: 8 }] },
        { student: { displayName: classmate.name }, percent: null, grades: [{ state: 'OPEN', score: null }] },
      ]);
      // Who handed something in has taken part.
      await waitFor(
        async () => {
          const { course: seen } = await must(
            `query ($id: ID!) { course(id: $id) { analytics { students activeStudents } } }`,
            { id: courseId },
            owner.token,
          );
          return seen.analytics.students === 2 && seen.analytics.activeStudents === 1;
        },
        { what: 'the submission in the analytics of the course' },
      );
    });

    it('completes an assignment by studying its deck, which it has opened to the students', async () => {
      const { id: courseId, joinCode } = await makeCourse();
      await join(friend, joinCode);
      const { id: deckId, cardIds } = await makeDeck(owner, ['Po', 'Tiber']);
      const { createAssignment } = await must(
        `mutation ($input: CreateAssignmentInput!) { createAssignment(input: $input) { assignment { id deck { title } } } }`,
        {
          input: {
            courseId,
            title: 'Study',
            kind: 'STUDY',
            deckId,
            goal: { retrievability: 0.9 },
            points: 5,
            publish: true,
          },
        },
        owner.token,
      );
      expect(createAssignment.assignment.deck.title).toBe('Rivers');
      const { id } = createAssignment.assignment;
      const read = `query ($id: ID!) { assignment(id: $id) { deck { cardCount } viewerSubmission { state score progress } } }`;
      await waitFor(async () => (await must(read, { id }, friend.token)).assignment.deck?.cardCount === 2, {
        what: 'the deck, open to the student',
      });
      for (const cardId of cardIds) {
        await must(
          `mutation ($input: ReviewInput!) { reviewCard(input: $input) { card { id } } }`,
          { input: { cardId, rating: 'EASY', durationMs: 1500 } },
          friend.token,
        );
      }
      const done = await waitFor(
        async () => {
          const { assignment } = await must(read, { id }, friend.token);
          return assignment.viewerSubmission?.state === 'GRADED' && assignment.viewerSubmission;
        },
        { what: 'the assignment to complete itself' },
      );
      expect(done).toEqual({ state: 'GRADED', score: 5, progress: 1 });
    });

    it("counts the learner's own reviews as they are made", async () => {
      // A learner of this test alone: what others reviewed before may still be on its way to them.
      const learner = await register('learner');
      const { cardIds } = await makeDeck(learner, ['Rhine', 'Danube']);
      const mine = ws(studyProgress, {}, learner);
      const others = ws(studyProgress, {}, owner);
      for (const stream of [mine, others]) {
        await received(stream, ({ data }) => data?.studyProgressed?.kind === 'CURRENT', 'the begin');
      }
      const before: { newCardsToday: number; reviewsToday: number; counts: { new: number } } =
        mine.messages[0]?.data.studyProgressed;
      await must(
        `mutation ($input: ReviewInput!) { reviewCard(input: $input) { card { id } } }`,
        { input: { cardId: cardIds[0], rating: 'GOOD', durationMs: 1500 } },
        learner.token,
      );
      const told = await received(mine, ({ data }) => data?.studyProgressed?.kind === 'REVIEWED', 'the review');
      expect(told.studyProgressed).toEqual({
        kind: 'REVIEWED',
        rating: 'GOOD',
        newCardsToday: before.newCardsToday + 1,
        reviewsToday: before.reviewsToday,
        counts: { new: before.counts.new - 1 },
        card: { term: 'Rhine' },
        deck: { owner: { displayName: learner.name } },
      });
      expect(others.messages).toHaveLength(1);
    });

    it('ends the streams of a session that ended: with an error, or with the code 4403', async () => {
      const leaver = await register('leaver');
      const { id } = await makeDeck(owner);
      await share(id, leaver, 'VIEW');
      const streamed = await sse(deckChanges, { id }, leaver);
      const socket = ws(deckChanges, { id }, leaver);
      await received(socket, ({ data }) => data?.deckChanged?.kind === 'CURRENT', 'the begin');
      await must(`mutation { logout }`, {}, leaver.token);
      // Every delivery asks again, of a list of ended sessions that is two seconds old at most.
      await waitFor(
        async () => {
          if (streamed.ended && socket.ended) return true;
          await addCards(owner, id, 'Elbe');
          return false;
        },
        { what: 'both ends' },
      );
      expect(streamed.messages.at(-1)?.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
      expect(streamed.ended).toBe('complete');
      expect(socket.closeCode).toBe(4403);
    });

    it.runIf(stops)('takes leave of every client when it stops', async () => {
      const { id } = await makeDeck(owner);
      const streamed = await sse(deckChanges, { id }, owner);
      const socket = ws(deckChanges, { id }, owner);
      await received(socket, ({ data }) => data?.deckChanged?.kind === 'CURRENT', 'the begin');
      closed = true;
      await topology.close();
      await waitFor(() => streamed.ended && socket.ended, { what: 'both ends' });
      expect(streamed.messages.at(-1)?.errors?.[0]?.extensions.code).toBe('SERVICE_UNAVAILABLE');
      expect(streamed.ended).toBe('complete');
      expect(socket.closeCode).toBe(1001);
    });
  });
}
