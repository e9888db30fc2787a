import { canonicalTimeZone, isTimeZone, localDay } from '@ruzlet/platform/localtime';
import { dayStartsAtDefault } from '../storage/copies.js';
import type { Scope } from './scope.js';

/**
 * The present day of a learner, and how the learner's days run. Until the account has arrived here, a viewer's own day follows
 * the access token, and anybody else's UTC.
 */
export async function learnerDay({ access, viewer, clock }: Scope, userId: string) {
  const learner = await access.learnerDays.load(userId);
  const wanted = learner?.timeZone ?? (viewer?.userId === userId ? viewer.profile.timeZone : 'UTC');
  // Zones come from other subgraphs: a name that this runtime does not know must not fail the field, nor one that ClickHouse does not know.
  const timeZone = isTimeZone(wanted) ? canonicalTimeZone(wanted) : 'UTC';
  const dayStartsAt = learner?.dayStartsAt ?? dayStartsAtDefault;
  return { today: localDay(clock.now(), timeZone, dayStartsAt), timeZone, dayStartsAt };
}

export async function learnerToday(scope: Scope, userId: string): Promise<string> {
  return (await learnerDay(scope, userId)).today;
}
