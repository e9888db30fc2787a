import { iris, isoDuration, type Activity, type Installation } from './activity.js';

/**
 * Activity as statements of the Experience API (xAPI 1.0.3, IEEE 9274.1.1). Verbs and kinds of activities are those of the ADL
 * vocabulary, save for leaving a course, which it has no word for. Learners are told by the installation's account and the
 * user's id: no name and no address leaves the house.
 */

interface XapiActivity {
  objectType: 'Activity';
  id: string;
  definition: { type: string };
}

export interface XapiStatement {
  id: string;
  actor: { objectType: 'Agent'; account: { homePage: string; name: string } };
  verb: { id: string; display: Record<string, string> };
  object: XapiActivity | { objectType: 'StatementRef'; id: string };
  result?: {
    success?: boolean;
    completion?: boolean;
    duration?: string;
    score?: { scaled: number; raw: number; min: number; max: number };
    extensions?: Record<string, unknown>;
  };
  context?: {
    platform: string;
    contextActivities: { parent?: XapiActivity[]; grouping: XapiActivity[] };
  };
  timestamp: string;
}

const adl = 'http://adlnet.gov/expapi';
const verbs = {
  answered: `${adl}/verbs/answered`,
  scored: `${adl}/verbs/scored`,
  completed: `${adl}/verbs/completed`,
  registered: `${adl}/verbs/registered`,
  submitted: 'http://activitystrea.ms/schema/1.0/submit',
  left: 'http://activitystrea.ms/schema/1.0/leave',
  voided: `${adl}/verbs/voided`,
};

/** Content type of a list of statements, as a learning record store takes it. */
export const xapiContentType = 'application/json';

export function xapiStatement(activity: Activity, installation: Installation): XapiStatement {
  const iri = iris(installation);
  const thing = (id: string, type: string): XapiActivity => ({
    objectType: 'Activity',
    id,
    definition: { type: `${adl}/activities/${type}` },
  });
  const course = thing(iri.course(activity.courseId), 'course');
  const deck = (id: string) => thing(iri.deck(id), 'module');
  const statement = (verb: keyof typeof verbs, object: XapiStatement['object'], rest: Partial<XapiStatement> = {}) => ({
    id: activity.id,
    actor: { objectType: 'Agent' as const, account: { homePage: iri.home, name: activity.userId } },
    verb: { id: verbs[verb], display: { en: verb } },
    object,
    ...rest,
    timestamp: activity.at.toISOString(),
  });
  const within = (...parent: XapiActivity[]): Pick<XapiStatement, 'context'> => ({
    context: {
      platform: 'Ruzlet',
      contextActivities: { ...(parent.length > 0 && { parent }), grouping: [course] },
    },
  });

  switch (activity.kind) {
    case 'CARD_ANSWERED':
      return statement('answered', thing(iri.card(activity.cardId), 'question'), {
        result: {
          success: activity.correct,
          ...(activity.durationMs !== undefined && { duration: isoDuration(activity.durationMs) }),
          ...(activity.rating !== undefined && { extensions: { [iri.extension('rating')]: activity.rating } }),
        },
        ...within(deck(activity.deckId)),
      });
    case 'REVIEW_UNDONE':
      return statement('voided', { objectType: 'StatementRef', id: activity.reviewId });
    case 'TEST_SUBMITTED':
      return statement('scored', thing(iri.test(activity.testId), 'assessment'), {
        result: {
          completion: true,
          duration: isoDuration(activity.durationMs),
          score: {
            scaled: activity.score,
            raw: activity.score * activity.questionCount,
            min: 0,
            max: activity.questionCount,
          },
        },
        ...within(deck(activity.deckId)),
      });
    case 'LESSON_COMPLETED':
      return statement('completed', thing(iri.lesson(activity.lessonId), 'lesson'), {
        result: { completion: true },
        ...within(course),
      });
    case 'ASSIGNMENT_SUBMITTED':
      return statement('submitted', thing(iri.assignment(activity.assignmentId), 'assessment'), {
        result: { completion: true },
        ...within(course),
      });
    case 'ASSIGNMENT_GRADED':
      return statement('scored', thing(iri.assignment(activity.assignmentId), 'assessment'), {
        ...(activity.points > 0 && { result: { score: scoreOf(activity.score, activity.points) } }),
        ...within(course),
      });
    case 'ENROLLED':
      return statement('registered', course);
    case 'UNENROLLED':
      return statement('left', course);
  }
}

/** Extra points are left out: a score beyond the maximum is no score here. */
function scoreOf(score: number, max: number) {
  const raw = Math.min(score, max);
  return { scaled: raw / max, raw, min: 0, max };
}
