import { createRequire } from 'node:module';
import { newId } from '@ruzlet/platform/ids';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Activity } from '../src/domain/activity/activity.js';
import { caliperEnvelope } from '../src/domain/activity/caliper.js';
import { xapiStatement } from '../src/domain/activity/xapi.js';
import { caliperEnvelopeRules } from './caliper-rules.js';
import {
  courseCreated,
  deckAttached,
  deckCreated,
  enrolled,
  lessonAdded,
  lessonCompleted,
  registered,
  reviewed,
  testSubmitted,
  undone,
} from './events.js';
import { now, openAnalytics, type TestAnalytics } from './open-analytics.js';

const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
const installation = { url: 'https://learn.example.org' };

const pageShape = z.object({
  contentType: z.literal('application/json'),
  body: z.string(),
  count: z.int(),
  pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
});
const statementsShape = z.array(
  z.looseObject({
    id: z.string(),
    actor: z.object({ objectType: z.string(), account: z.object({ homePage: z.string(), name: z.string() }) }),
    verb: z.looseObject({ id: z.string() }),
    object: z.looseObject({ id: z.string() }),
  }),
);

const require = createRequire(import.meta.url);
/** The rules by which Learning Locker, a learning record store, takes statements: a CommonJS module. */
const validateStatement = z
  .object({ default: z.custom<(statement: unknown) => unknown[]>((value) => typeof value === 'function') })
  .parse(require('@learninglocker/xapi-validation')).default;

/** Faults that a learning record store would refuse the statement for. */
const faultsOf = (statement: unknown) => validateStatement(statement).map((fault) => JSON.stringify(fault));

const activity = (): fc.Arbitrary<Activity> => {
  const id = fc.uuid();
  const at = fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true });
  const fact = { id, courseId: id, userId: id, at };
  const durationMs = fc.integer({ min: 0, max: 86_400_000 });
  return fc.oneof(
    fc.record({
      ...fact,
      kind: fc.constant('CARD_ANSWERED' as const),
      deckId: id,
      cardId: id,
      correct: fc.boolean(),
      durationMs,
      rating: fc.integer({ min: 1, max: 4 }),
    }),
    fc.record({
      ...fact,
      kind: fc.constant('CARD_ANSWERED' as const),
      deckId: id,
      cardId: id,
      correct: fc.boolean(),
    }),
    fc.record({ ...fact, kind: fc.constant('REVIEW_UNDONE' as const), reviewId: id }),
    fc.record({
      ...fact,
      kind: fc.constant('TEST_SUBMITTED' as const),
      testId: id,
      deckId: id,
      score: fc.double({ min: 0, max: 1, noNaN: true }),
      questionCount: fc.integer({ min: 1, max: 500 }),
      startedAt: at,
      durationMs,
    }),
    fc.record({ ...fact, kind: fc.constant('LESSON_COMPLETED' as const), lessonId: id }),
    fc.record({
      ...fact,
      kind: fc.constant('ASSIGNMENT_SUBMITTED' as const),
      assignmentId: id,
      attempt: fc.integer({ min: 1, max: 100 }),
    }),
    fc.record({
      ...fact,
      kind: fc.constant('ASSIGNMENT_GRADED' as const),
      assignmentId: id,
      attempt: fc.integer({ min: 0, max: 100 }),
      score: fc.double({ min: 0, max: 10_000, noNaN: true }),
      points: fc.double({ min: 0.5, max: 10_000, noNaN: true }),
    }),
    fc.record({ ...fact, kind: fc.constantFrom('ENROLLED' as const, 'UNENROLLED' as const) }),
  );
};

describe('activity in the words of a standard', () => {
  it('writes every activity as a statement that a learning record store accepts', () => {
    fc.assert(
      fc.property(activity(), (drawn) => {
        expect(faultsOf(xapiStatement(drawn, installation))).toEqual([]);
      }),
    );
  });

  it('is checked by rules that a bad statement breaks', () => {
    const good = xapiStatement(
      { id: newId(), kind: 'ENROLLED', courseId: newId(), userId: newId(), at: now },
      installation,
    );
    expect(faultsOf({ ...good, timestamp: 'yesterday' })).not.toEqual([]);
    expect(faultsOf({ ...good, result: { score: { scaled: 2 } } })).not.toEqual([]);
  });

  it('writes every activity as Caliper events in an envelope by the rules of 1.2, each under an id of its own', () => {
    fc.assert(
      fc.property(fc.uniqueArray(activity(), { selector: ({ id }) => id }), (drawn) => {
        const envelope = caliperEnvelope(drawn, installation, now);
        expect(caliperEnvelopeRules.safeParse(envelope).error).toBeUndefined();
        expect(new Set(envelope.data.map(({ id }) => id)).size).toBe(envelope.data.length);
      }),
    );
  });
});

describe('the activity of a course', () => {
  let analytics: TestAnalytics;
  beforeAll(async () => {
    analytics = await openAnalytics();
  });
  afterAll(() => analytics.close());

  async function activityOf(courseId: string, token: string, args: string) {
    const { data, errors } = await analytics.query(
      `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Course { analytics {
        activity(${args}) { contentType body count pageInfo { hasNextPage endCursor } } } } } }`,
      { of: [{ __typename: 'Course', id: courseId }] },
      token,
    );
    return { errors, analytics: data?._entities[0]?.analytics };
  }

  async function pageOf(courseId: string, token: string, args: string) {
    const answer = await activityOf(courseId, token, args);
    expect(answer.errors).toEqual([]);
    return pageShape.parse(answer.analytics.activity);
  }

  async function openCourse() {
    const [courseId, lessonId, teacher, student, deckId, cardId] = Array.from({ length: 6 }, () => newId()) as [
      string,
      string,
      string,
      string,
      string,
      string,
    ];
    const first = reviewed({ userId: student, deckId, cardId, rating: 3, reviewedAt: minutesAgo(50).toISOString() });
    const second = reviewed({ userId: student, deckId, cardId, rating: 1, reviewedAt: minutesAgo(40).toISOString() });
    await analytics.publish(
      registered(student, minutesAgo(100)),
      deckCreated({ deckId, ownerId: teacher }, minutesAgo(99)),
      courseCreated(courseId, teacher, minutesAgo(98)),
      lessonAdded(courseId, lessonId, 'Europe', minutesAgo(97)),
      deckAttached(courseId, lessonId, deckId, teacher, minutesAgo(96)),
      enrolled(courseId, student, minutesAgo(60)),
    );
    await analytics.publish(
      first,
      second,
      // Of somebody outside the course, and of another deck.
      reviewed({ userId: newId(), deckId, cardId, rating: 3, reviewedAt: minutesAgo(40).toISOString() }),
      reviewed({
        userId: student,
        deckId: newId(),
        cardId: newId(),
        rating: 3,
        reviewedAt: minutesAgo(40).toISOString(),
      }),
      testSubmitted({ userId: student, deckId, score: 0.5, submittedAt: minutesAgo(30) }),
      lessonCompleted(courseId, lessonId, student, minutesAgo(20)),
    );
    return {
      courseId,
      lessonId,
      teacher,
      student,
      deckId,
      cardId,
      first,
      second,
      token: await analytics.tokenFor({ userId: teacher }),
    };
  }

  it('tells what its students did there, and nobody else, as statements', async () => {
    const { courseId, student, token, first, second } = await openCourse();
    const page = await pageOf(courseId, token, 'format: XAPI');
    const statements = statementsShape.parse(JSON.parse(page.body));
    expect(statements.flatMap(faultsOf)).toEqual([]);
    expect(statements.map(({ verb }) => verb.id.split('/').at(-1)).sort()).toEqual(
      ['registered', 'answered', 'answered', 'scored', 'completed'].sort(),
    );
    expect(new Set(statements.map(({ actor }) => actor.account.name))).toEqual(new Set([student]));
    expect(statements.map(({ id }) => id)).toEqual(expect.arrayContaining([first.data.reviewId, second.data.reviewId]));
    expect(page.count).toBe(5);
  });

  it('tells the same as Caliper events, a test as its submission and its grade', async () => {
    const { courseId, token } = await openCourse();
    const page = await pageOf(courseId, token, 'format: CALIPER');
    const envelope = caliperEnvelopeRules.parse(JSON.parse(page.body));
    expect(envelope.data.map(({ type }) => type).sort()).toEqual(
      [
        'Event',
        'AssessmentItemEvent',
        'AssessmentItemEvent',
        'AssessmentEvent',
        'GradeEvent',
        'AssignableEvent',
      ].sort(),
    );
  });

  it('voids a review that was taken back as a statement, and leaves it out as a Caliper event', async () => {
    const { courseId, token, second } = await openCourse();
    await analytics.publish(undone(second.data, minutesAgo(1)));
    const statements = statementsShape.parse(JSON.parse((await pageOf(courseId, token, 'format: XAPI')).body));
    const voiding = statements.filter(({ verb }) => verb.id === 'http://adlnet.gov/expapi/verbs/voided');
    expect(voiding.map(({ object }) => object.id)).toEqual([second.data.reviewId]);
    const { body } = await pageOf(courseId, token, 'format: CALIPER');
    expect(body).not.toContain(second.data.reviewId);
  });

  it('gives page by page what one page gives, goes on with what arrives later, and repeats no duplicate', async () => {
    const { courseId, token, student, deckId, cardId, first } = await openCourse();
    const idsOf = (body: string) => statementsShape.parse(JSON.parse(body)).map(({ id }) => id);
    const whole = idsOf((await pageOf(courseId, token, 'format: XAPI, first: 1000')).body);
    const paged: string[] = [];
    let after = '';
    for (let page; !page || page.pageInfo.hasNextPage;) {
      page = await pageOf(courseId, token, `format: XAPI, first: 2${after}`);
      paged.push(...idsOf(page.body));
      after = `, after: "${page.pageInfo.endCursor ?? ''}"`;
    }
    expect(paged).toEqual(whole);

    const nothing = await pageOf(courseId, token, `format: XAPI${after}`);
    expect({ count: nothing.count, after: `, after: "${nothing.pageInfo.endCursor ?? ''}"` }).toEqual({
      count: 0,
      after,
    });
    analytics.clock.advance(1_000);
    const late = reviewed({ userId: student, deckId, cardId, rating: 4, reviewedAt: minutesAgo(5_000).toISOString() });
    await analytics.publish(late);
    expect(idsOf((await pageOf(courseId, token, `format: XAPI${after}`)).body)).toEqual([late.data.reviewId]);
    await analytics.publish(first);
    const again = idsOf((await pageOf(courseId, token, 'format: XAPI, first: 1000')).body);
    expect(again.toSorted()).toEqual([...whole, late.data.reviewId].toSorted());
  });

  it('is for staff, and refuses a page of another size and a cursor of another list', async () => {
    const { courseId, student, token } = await openCourse();
    const asStudent = await activityOf(courseId, await analytics.tokenFor({ userId: student }), 'format: XAPI');
    expect(asStudent.analytics).toBeNull();
    for (const args of [
      'first: 0',
      'first: 1001',
      'after: "x"',
      `after: "${Buffer.from('["x",1]').toString('base64url')}"`,
    ]) {
      const { errors } = await activityOf(courseId, token, `format: XAPI, ${args}`);
      expect(errors[0]?.extensions?.code).toBe('BAD_USER_INPUT');
    }
  });
});
