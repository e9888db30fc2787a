import { createHash } from 'node:crypto';
import {
  iris,
  isoDuration,
  type Activity,
  type Installation,
  type AssignmentGraded,
  type TestSubmitted,
} from './activity.js';

/**
 * Activity as events of Caliper Analytics 1.2 in an envelope, by its profiles of assessment, grading and assignables. Caliper
 * knows no way to take an event back, so a review that was undone and the undoing are left out by whoever calls.
 */

interface Entity {
  id: string;
  type: string;
  [property: string]: unknown;
}

export interface CaliperEvent {
  '@context': string;
  id: string;
  type: string;
  profile: string;
  actor: Entity;
  action: string;
  object: Entity;
  generated?: Entity;
  group: Entity;
  edApp: Entity;
  eventTime: string;
  extensions?: Record<string, unknown>;
}

export interface CaliperEnvelope {
  sensor: string;
  sendTime: string;
  dataVersion: string;
  data: CaliperEvent[];
}

/** The version of Caliper, as JSON-LD context and in the envelope. */
export const caliperContext = 'http://purl.imsglobal.org/ctx/caliper/v1p2';
export const caliperContentType = 'application/json';

/** The envelope that a Caliper endpoint takes. */
export function caliperEnvelope(activities: Activity[], installation: Installation, sendTime: Date): CaliperEnvelope {
  return {
    sensor: `${installation.url}/sensor`,
    sendTime: sendTime.toISOString(),
    dataVersion: caliperContext,
    data: activities.flatMap((activity) => caliperEvents(activity, installation)),
  };
}

/** A graded test is two events, its submission and its grade; everything else is one, and what Caliper has no word for is none. */
function caliperEvents(activity: Activity, installation: Installation): CaliperEvent[] {
  const iri = iris(installation);
  const app = { id: iri.home, type: 'SoftwareApplication' };
  const person = { id: iri.user(activity.userId), type: 'Person' };
  const course = { id: iri.course(activity.courseId), type: 'CourseSection' };
  const event = (
    [type, profile, action]: [type: string, profile: string, action: string],
    object: Entity,
    rest: Partial<CaliperEvent> = {},
  ): CaliperEvent => ({
    '@context': caliperContext,
    id: `urn:uuid:${activity.id}`,
    type,
    profile,
    actor: person,
    action,
    object,
    group: course,
    edApp: app,
    eventTime: activity.at.toISOString(),
    ...rest,
  });
  const membership = (status: 'Active' | 'Inactive') => ({
    id: `${course.id}/members/${activity.userId}`,
    type: 'Membership',
    member: person,
    organization: course,
    roles: ['Learner'],
    status,
  });

  switch (activity.kind) {
    case 'CARD_ANSWERED': {
      const card = iri.card(activity.cardId);
      return [
        event(
          ['AssessmentItemEvent', 'AssessmentProfile', 'Completed'],
          { id: card, type: 'AssessmentItem', isPartOf: { id: iri.deck(activity.deckId), type: 'Assessment' } },
          {
            generated: {
              id: `${card}/responses/${activity.id}`,
              type: 'Response',
              ...(activity.durationMs !== undefined && { duration: isoDuration(activity.durationMs) }),
              extensions: { [iri.extension('correct')]: activity.correct },
            },
            ...(activity.rating !== undefined && { extensions: { [iri.extension('rating')]: activity.rating } }),
          },
        ),
      ];
    }
    case 'REVIEW_UNDONE':
      return [];
    case 'TEST_SUBMITTED': {
      const attempt = attemptOf(activity, person, iri.test(activity.testId));
      return [
        event(
          ['AssessmentEvent', 'AssessmentProfile', 'Submitted'],
          {
            id: iri.test(activity.testId),
            type: 'Assessment',
            isPartOf: { id: iri.deck(activity.deckId), type: 'Assessment' },
          },
          { generated: attempt },
        ),
        event(['GradeEvent', 'GradingProfile', 'Graded'], attempt, {
          id: `urn:uuid:${derivedId(activity.id, 'grade')}`,
          actor: app,
          generated: {
            id: `${attempt.id}/score`,
            type: 'Score',
            attempt: attempt.id,
            scoreGiven: activity.score * activity.questionCount,
            maxScore: activity.questionCount,
            scoredBy: app.id,
          },
        }),
      ];
    }
    case 'LESSON_COMPLETED':
      return [
        event(['AssignableEvent', 'AssignableProfile', 'Completed'], {
          id: iri.lesson(activity.lessonId),
          type: 'AssignableDigitalResource',
          isPartOf: course,
        }),
      ];
    case 'ASSIGNMENT_SUBMITTED':
      return [
        event(['AssignableEvent', 'AssignableProfile', 'Submitted'], {
          id: iri.assignment(activity.assignmentId),
          type: 'AssignableDigitalResource',
          isPartOf: course,
        }),
      ];
    case 'ASSIGNMENT_GRADED': {
      // The standard knows no score out of nothing.
      if (activity.points === 0) return [];
      const attempt = handedIn(activity, person, iri.assignment(activity.assignmentId));
      return [
        event(['GradeEvent', 'GradingProfile', 'Graded'], attempt, {
          actor: app,
          generated: {
            id: `${attempt.id}/scores/${activity.id}`,
            type: 'Score',
            attempt: attempt.id,
            scoreGiven: activity.score,
            maxScore: activity.points,
            scoredBy: app.id,
          },
        }),
      ];
    }
    case 'ENROLLED':
      return [event(['Event', 'GeneralProfile', 'Added'], membership('Active'))];
    case 'UNENROLLED':
      return [event(['Event', 'GeneralProfile', 'Removed'], membership('Inactive'))];
  }
}

/** A student's attempt at an assignment. */
function handedIn({ attempt, userId }: AssignmentGraded, assignee: Entity, assignable: string): Entity {
  // What was graded without being handed in counts as the first.
  const count = Math.max(1, attempt);
  return {
    id: `${assignable}/students/${userId}/attempts/${String(count)}`,
    type: 'Attempt',
    assignee: assignee.id,
    assignable,
    count,
  };
}

function attemptOf(test: TestSubmitted, assignee: Entity, assignable: string): Entity {
  return {
    id: `${assignable}/attempts/1`,
    type: 'Attempt',
    assignee: assignee.id,
    assignable,
    count: 1,
    startedAtTime: test.startedAt.toISOString(),
    endedAtTime: test.at.toISOString(),
    duration: isoDuration(test.durationMs),
  };
}

/** Another UUID that belongs to the first: the same for the same two, every time (RFC 9562, version 8 over SHA-256). */
function derivedId(id: string, purpose: string): string {
  const bytes = createHash('sha256').update(`${id} ${purpose}`).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
