import { z } from 'zod';

/**
 * The rules of Caliper Analytics 1.2 that concern what we send, from its published tables: which properties an envelope, an
 * event and an entity must have and in which form, and for each type of event its actions, objects and what it generates. Strict
 * where the standard is: an action outside its type's list is a fault.
 */

const iri = z.union([z.url(), z.string().regex(/^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)]);
const instant = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
const duration = z.string().regex(/^P(?=.)(\d+Y)?(\d+M)?(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?$/);
const context = z.literal('http://purl.imsglobal.org/ctx/caliper/v1p2');
const extensions = z.record(z.string(), z.unknown()).optional();

const entity = <Type extends string>(...types: Type[]) => z.looseObject({ id: iri, type: z.enum(types) });
const person = entity('Person');
const app = entity('SoftwareApplication');
const courseSection = entity('CourseSection');
const assessment = entity('Assessment').extend({ isPartOf: entity('Assessment', 'CourseSection').optional() });
const attempt = entity('Attempt').extend({
  assignee: z.union([iri, person]),
  assignable: z.union([iri, assessment]),
  count: z.int().min(1),
  startedAtTime: instant,
  endedAtTime: instant,
  duration,
});
const membership = entity('Membership').extend({
  member: person,
  organization: courseSection,
  roles: z.array(
    z.enum(['Administrator', 'ContentDeveloper', 'Instructor', 'Learner', 'Manager', 'Member', 'Mentor', 'Officer']),
  ),
  status: z.enum(['Active', 'Deleted', 'Inactive']),
});

const base = {
  '@context': context,
  id: z.string().regex(/^urn:uuid:/),
  eventTime: instant,
  group: courseSection,
  edApp: app,
  extensions,
};

const event = z.discriminatedUnion('type', [
  z.strictObject({
    ...base,
    type: z.literal('AssessmentItemEvent'),
    profile: z.literal('AssessmentProfile'),
    actor: person,
    action: z.enum(['Started', 'Skipped', 'Completed']),
    object: entity('AssessmentItem').extend({ isPartOf: assessment }),
    generated: entity('Response').extend({ duration: duration.optional(), extensions }),
  }),
  z.strictObject({
    ...base,
    type: z.literal('AssessmentEvent'),
    profile: z.literal('AssessmentProfile'),
    actor: person,
    action: z.enum(['Started', 'Paused', 'Resumed', 'Restarted', 'Reset', 'Submitted']),
    object: assessment,
    generated: attempt,
  }),
  z.strictObject({
    ...base,
    type: z.literal('GradeEvent'),
    profile: z.literal('GradingProfile'),
    actor: z.union([person, app]),
    action: z.literal('Graded'),
    // The standard asks for no times of an attempt; that of a practice test has them all the same.
    object: attempt.partial({ startedAtTime: true, endedAtTime: true, duration: true }),
    generated: entity('Score').extend({
      attempt: z.union([iri, attempt]),
      scoreGiven: z.number(),
      maxScore: z.number().positive(),
      scoredBy: z.union([iri, app]),
    }),
  }),
  z.strictObject({
    ...base,
    type: z.literal('AssignableEvent'),
    profile: z.literal('AssignableProfile'),
    actor: person,
    action: z.enum(['Activated', 'Completed', 'Deactivated', 'Reviewed', 'Started', 'Submitted']),
    object: entity('AssignableDigitalResource'),
  }),
  z.strictObject({
    ...base,
    type: z.literal('Event'),
    profile: z.literal('GeneralProfile'),
    actor: person,
    action: z.enum(['Added', 'Removed']),
    object: membership,
  }),
]);

export const caliperEnvelopeRules = z.strictObject({
  sensor: iri,
  sendTime: instant,
  dataVersion: context,
  data: z.array(event),
});
