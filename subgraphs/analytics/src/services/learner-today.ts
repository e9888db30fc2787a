import { isTimeZone, localDay } from '@ruzlet/platform/localtime';
import { dayStartsAtDefault } from '../storage/copies.js';
import type { Scope } from './scope.js';

/**
 * The present day of a learner. Until the account has arrived here, a viewer's own day follows the access token, and anybody
 * else's UTC.
 */
export async function learnerToday({ access, viewer, clock }: Scope, userId: string): Promise<string> {
  const learner = await access.learnerDays.load(userId);
  const timeZone = learner?.timeZone ?? (viewer?.userId === userId ? viewer.profile.timeZone : 'UTC');
  // Zones come from other subgraphs: a name that this runtime does not know must not fail the field.
  return localDay(clock.now(), isTimeZone(timeZone) ? timeZone : 'UTC', learner?.dayStartsAt ?? dayStartsAtDefault);
}
