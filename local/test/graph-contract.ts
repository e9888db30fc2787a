import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '@ruzlet/platform/ids';
import { waitFor } from '@ruzlet/testkit/wait';

/** How a topology is brought up for the suite: one machine in this process, or the real services. */
export interface Topology {
  /** Of the router, without a slash at the end. */
  url: string;
  close(): Promise<void>;
}

/** Analytics follow mutations within this (milliseconds); most of the time far sooner. */
const eventuallyMs = 15_000;

type Answer = { data?: any; errors?: { message: string; path?: unknown[]; extensions: { code: string } }[] };

/**
 * What every topology of Ruzlet has to do, end to end, seen by a client of the router. Each run makes its own users, so
 * the suite may run again over the same data.
 */
export function describeGraph(name: string, open: () => Promise<Topology>): void {
  describe(`the whole graph: ${name}`, () => {
    let topology: Topology;
    const suffix = newId().slice(-10);

    beforeAll(async () => {
      topology = await open();
    }, 120_000);
    afterAll(async () => {
      await topology.close();
    });

    async function ask(query: string, variables: object = {}, token?: string): Promise<Answer> {
      const response = await fetch(`${topology.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
        body: JSON.stringify({ query, variables }),
      });
      return (await response.json()) as Answer;
    }

    async function must(query: string, variables: object = {}, token?: string): Promise<any> {
      const answer = await ask(query, variables, token);
      expect(answer.errors).toBeUndefined();
      return answer.data;
    }

    async function register(who: string) {
      const { register: payload } = await must(
        `mutation ($input: RegisterInput!) { register(input: $input) { accessToken refreshToken user { id username displayName } } }`,
        {
          input: {
            email: `${who}-${suffix}@example.com`,
            username: `${who}_${suffix}`,
            password: 'correct horse battery',
            displayName: `The ${who}`,
            locale: 'en',
            timeZone: 'Europe/Berlin',
          },
        },
      );
      return {
        token: payload.accessToken as string,
        refreshToken: payload.refreshToken as string,
        id: payload.user.id as string,
        user: payload.user,
      };
    }

    async function importDeck(token: string, title: string, visibility: string, cards = 12): Promise<string> {
      const rows = Array.from({ length: cards }, (_, index) => `term ${String(index)},definition ${String(index)}`);
      const { importDeck: report } = await must(
        `mutation ($input: ImportDeckInput!) { importDeck(input: $input) { created skipped problems { line code } deck { id cardCount } } }`,
        {
          input: {
            format: 'CSV',
            title,
            visibility,
            content: ['term,definition', ...rows, 'no definition,'].join('\n'),
          },
        },
        token,
      );
      expect(report).toMatchObject({ created: cards, deck: { cardCount: cards } });
      expect(report.problems).toMatchObject([{ line: cards + 2, code: 'DEFINITION_MISSING' }]);
      return report.deck.id as string;
    }

    async function reviewAll(token: string, deckId: string): Promise<number> {
      const { studyQueue } = await must(
        `query ($deckId: ID!) { studyQueue(deckId: $deckId, first: 50) { cards { card { id } intervals { rating interval } } } }`,
        { deckId },
        token,
      );
      for (const { card } of studyQueue.cards) {
        await must(
          `mutation ($input: ReviewInput!) { reviewCard(input: $input) { memory { state reps due } } }`,
          {
            input: {
              id: newId(),
              cardId: card.id,
              rating: 'GOOD',
              durationMs: 2_000,
              reviewedAt: new Date().toISOString(),
            },
          },
          token,
        );
      }
      return studyQueue.cards.length as number;
    }

    it('shows a fresh account its profile at the first read, in the answer to register itself', async () => {
      const { token, user } = await register('fresh');
      expect(user).toMatchObject({ username: `fresh_${suffix}`, displayName: 'The fresh' });
      const { me } = await must('{ me { username preferences { timeZone } account { email roles } } }', {}, token);
      expect(me).toMatchObject({
        username: `fresh_${suffix}`,
        preferences: { timeZone: 'Europe/Berlin' },
        account: { email: `fresh-${suffix}@example.com`, roles: ['LEARNER'] },
      });
      expect((await must('{ me { id } }')).me).toBeNull();
    });

    it('rotates a session and ends it', async () => {
      const { refreshToken } = await register('session');
      const refresh = 'mutation ($t: String!) { refreshSession(refreshToken: $t) { accessToken refreshToken } }';
      const { refreshSession } = await must(refresh, { t: refreshToken });
      expect(refreshSession.refreshToken).not.toBe(refreshToken);
      expect((await must('mutation { logout }', {}, refreshSession.accessToken)).logout).toBe(true);
      const refused = await ask(refresh, { t: refreshSession.refreshToken });
      expect(refused.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    });

    it('takes a deck from file to chart: import, study, statistics, leaderboard', async () => {
      const { token, id } = await register('learner');
      const deckId = await importDeck(token, `Chart ${suffix}`, 'PUBLIC');
      const reviews = await reviewAll(token, deckId);
      expect(reviews).toBe(12);

      const learning = await waitFor(
        async () => {
          const data = await must(
            '{ me { learning { reviews streak { current } daily { reviews } ratings { good } } } }',
            {},
            token,
          );
          return data.me.learning.reviews === reviews && data.me.learning;
        },
        { timeoutMs: eventuallyMs, what: 'the reviews in the statistics' },
      );
      expect(learning).toMatchObject({ streak: { current: 1 }, ratings: { good: reviews } });
      expect(learning.daily.at(-1)).toMatchObject({ reviews });

      // Totals are reckoned right after the reviews have been stored: a moment later.
      const { deck, leaderboard } = await waitFor(
        async () => {
          const data = await must(
            `query ($id: ID!) {
              deck(id: $id) { stats { reviews learners accuracy } }
              leaderboard(scope: DECK, period: DAY, id: $id) { entries { rank reviews user { id displayName } } }
            }`,
            { id: deckId },
            token,
          );
          return data.deck.stats.reviews === reviews && data.leaderboard.entries[0]?.reviews === reviews && data;
        },
        { timeoutMs: eventuallyMs, what: 'the reviews in the totals' },
      );
      expect(deck.stats).toMatchObject({ reviews, learners: 1, accuracy: 1 });
      expect(leaderboard.entries).toMatchObject([{ rank: 1, reviews, user: { id, displayName: 'The learner' } }]);
    });

    it('keeps a private deck from others, and opens it to who is enrolled in a course that uses it', async () => {
      const [teacher, student, stranger] = [
        await register('teacher'),
        await register('student'),
        await register('stranger'),
      ];
      const deckId = await importDeck(teacher.token, `Private ${suffix}`, 'PRIVATE');
      const read = 'query ($id: ID!) { deck(id: $id) { title cards(first: 2) { edges { node { term } } } } }';
      for (const token of [student.token, stranger.token, undefined]) {
        const refused = await ask(read, { id: deckId }, token);
        expect(refused.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
        expect(refused.data?.deck ?? null).toBeNull();
      }

      const { createCourse } = await must(
        'mutation ($input: CreateCourseInput!) { createCourse(input: $input) { course { id joinCode } } }',
        { input: { title: `Course ${suffix}` } },
        teacher.token,
      );
      const courseId = createCourse.course.id as string;
      const { addLesson } = await must(
        'mutation ($input: AddLessonInput!) { addLesson(input: $input) { lesson { id module { title } } } }',
        { input: { courseId, title: 'First lesson', body: '# Begin' } },
        teacher.token,
      );
      const lessonId = addLesson.lesson.id as string;
      await must(
        'mutation ($input: AttachDeckInput!) { attachDeck(input: $input) { lesson { decks { id title } } } }',
        { input: { lessonId, deckId } },
        teacher.token,
      );
      await must(
        'mutation ($id: ID!) { publishCourse(id: $id) { course { state } } }',
        { id: courseId },
        teacher.token,
      );
      const join = await must(
        'mutation ($code: String!) { joinCourse(joinCode: $code) { enrollment { role course { title } } } }',
        { code: createCourse.course.joinCode },
        student.token,
      );
      expect(join.joinCourse.enrollment).toMatchObject({ role: 'STUDENT' });

      const opened = await waitFor(
        async () => {
          const answer = await ask(read, { id: deckId }, student.token);
          return answer.errors === undefined && answer.data.deck;
        },
        { timeoutMs: eventuallyMs, what: 'the deck to open for the student' },
      );
      expect(opened.cards.edges).toHaveLength(2);
      expect((await ask(read, { id: deckId }, stranger.token)).errors?.[0]?.extensions.code).toBe('NOT_FOUND');

      const { completeLesson } = await must(
        'mutation ($id: ID!) { completeLesson(id: $id) { lessonsCompleted lessonsTotal percent } }',
        { id: lessonId },
        student.token,
      );
      expect(completeLesson).toMatchObject({ lessonsCompleted: 1, lessonsTotal: 1, percent: 100 });
    });

    it('answers one query from all five subgraphs', async () => {
      const { token } = await register('everywhere');
      const deckId = await importDeck(token, `Everywhere ${suffix}`, 'PUBLIC');
      const data = await must(
        `query ($id: ID!) {
          me { username account { email } learning { reviews } }
          deck(id: $id) { title owner { username account { email } } stats { reviews } cards(first: 1) { edges { node { term stats { reviews } } } } }
          myCourses(first: 1) { edges { node { title } } }
        }`,
        { id: deckId },
        token,
      );
      expect(data).toMatchObject({
        me: {
          username: `everywhere_${suffix}`,
          account: { email: `everywhere-${suffix}@example.com` },
          learning: { reviews: 0 },
        },
        deck: { owner: { username: `everywhere_${suffix}` }, stats: { reviews: 0 } },
        myCourses: { edges: [] },
      });
    });

    it('grades a practice test and never sends the answers before it is submitted', async () => {
      const { token } = await register('tested');
      const deckId = await importDeck(token, `Test ${suffix}`, 'PRIVATE');
      const { createTest } = await must(
        `mutation ($input: CreateTestInput!) { createTest(input: $input) { id questions { id kind prompt options { id text } result { expected } } } }`,
        { input: { deckId, questionCount: 6, kinds: ['MULTIPLE_CHOICE', 'WRITTEN'] } },
        token,
      );
      expect(createTest.questions).toHaveLength(6);
      expect(createTest.questions.every((question: any) => question.result === null)).toBe(true);
      const answers = createTest.questions.map((question: any) => {
        const right = String(question.prompt).replace('term', 'definition');
        return question.kind === 'WRITTEN'
          ? { questionId: question.id, text: right.toUpperCase() }
          : { questionId: question.id, optionId: question.options.find((option: any) => option.text === right).id };
      });
      const { submitTest } = await must(
        `mutation ($input: SubmitTestInput!) { submitTest(input: $input) { state score correctCount questions { result { verdict correct expected } } } }`,
        { input: { testId: createTest.id, answers } },
        token,
      );
      expect(submitTest).toMatchObject({ state: 'SUBMITTED', score: 1, correctCount: 6 });
    });

    it('finds public decks in spite of a typo', async () => {
      const { token } = await register('finder');
      const title = `Zoology ${suffix}`;
      await importDeck(token, title, 'PUBLIC');
      const { searchDecks } = await must(
        'query ($q: String!) { searchDecks(query: $q, first: 5) { edges { node { title } } } }',
        { q: `Zoolgy ${suffix}` },
      );
      expect(searchDecks.edges.map((edge: any) => edge.node.title)).toContain(title);
    });

    it('counts a review once however often it is sent', async () => {
      const { token } = await register('retry');
      const deckId = await importDeck(token, `Retry ${suffix}`, 'PRIVATE', 1);
      const { deck } = await must(
        'query ($id: ID!) { deck(id: $id) { cards { edges { node { id } } } } }',
        { id: deckId },
        token,
      );
      const input = {
        id: newId(),
        cardId: deck.cards.edges[0].node.id,
        rating: 'GOOD',
        durationMs: 1_000,
        reviewedAt: new Date().toISOString(),
      };
      const review = 'mutation ($input: ReviewInput!) { reviewCard(input: $input) { memory { reps due stability } } }';
      const answers = await Promise.all([1, 2, 3].map(() => must(review, { input }, token)));
      expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
      const reviews = await waitFor(
        async () => {
          const { me } = await must('{ me { learning { reviews } } }', {}, token);
          return me.learning.reviews > 0 && (me.learning.reviews as number);
        },
        { timeoutMs: eventuallyMs, what: 'the review in the statistics' },
      );
      expect(reviews).toBe(1);
    });

    it('refuses a bad token, a malformed body and an unknown field, each in JSON with its code', async () => {
      expect((await ask('{ me { id } }', {}, 'not.a.token')).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
      const malformed = await fetch(`${topology.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"query":',
      });
      expect(malformed.status).toBe(400);
      expect(await malformed.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
      expect((await ask('{ nothing }')).errors?.[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
    });

    it('is alive and ready, and shows metrics and the explorer', async () => {
      for (const path of ['/health', '/ready', '/metrics', '/']) {
        const response = await fetch(`${topology.url}${path}`);
        expect([path, response.status]).toEqual([path, 200]);
        await response.arrayBuffer();
      }
    });
  });
}
