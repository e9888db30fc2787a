/** When a module opens to students. */

export interface UnlockRule {
  afterModuleId: string | null;
  at: Date | null;
}

/** True when both conditions that are set are met. */
export function isUnlocked(rule: UnlockRule, facts: { now: Date; prerequisiteCompleted: boolean }): boolean {
  const timeHasCome = rule.at === null || rule.at.getTime() <= facts.now.getTime();
  return timeHasCome && (rule.afterModuleId === null || facts.prerequisiteCompleted);
}

/**
 * True when `moduleId` would wait, over other modules, for itself if it waited for `afterModuleId`.
 *
 * @param waitsFor the course's rules: module id → id of the module that it waits for.
 */
export function makesUnlockCycle(
  waitsFor: ReadonlyMap<string, string | null>,
  moduleId: string,
  afterModuleId: string,
): boolean {
  const seen = new Set<string>();
  for (let at: string | null | undefined = afterModuleId; at && !seen.has(at); at = waitsFor.get(at)) {
    if (at === moduleId) return true;
    seen.add(at);
  }
  return false;
}
