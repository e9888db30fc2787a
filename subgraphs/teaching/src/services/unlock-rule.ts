import { badInput } from '@ruzlet/platform/errors';
import { z } from 'zod';
import { isStaff, type Standing } from '../domain/course.js';
import { isUnlocked, makesUnlockCycle } from '../domain/unlock.js';
import { findModulesOfCourses } from '../storage/modules.js';
import type { ModuleRow, TeachingDb } from '../storage/teaching-db.js';
import { id, optional } from './inputs.js';
import type { ReadScope } from './scope.js';

/** When a module opens: as it is set, and whether it has. */

export const unlockRuleInput = z.object({ afterModuleId: optional(id), at: optional(z.date()) });

/** The columns of a rule; `null` is no rule. Call it while the course is locked. */
export async function unlockColumns(
  tx: TeachingDb,
  module: { courseId: string; id: string },
  rule: z.output<typeof unlockRuleInput> | null | undefined,
): Promise<Pick<ModuleRow, 'unlockAfterModuleId' | 'unlockAt'>> {
  const afterModuleId = rule?.afterModuleId;
  if (afterModuleId !== undefined) {
    const siblings = await findModulesOfCourses(tx, [module.courseId]);
    const waitsFor = new Map(siblings.map((sibling) => [sibling.id, sibling.unlockAfterModuleId]));
    const path = ['input', 'unlock', 'afterModuleId'];
    if (!waitsFor.has(afterModuleId)) throw badInput([{ path, message: 'is not a module of this course' }]);
    if (makesUnlockCycle(waitsFor, module.id, afterModuleId)) {
      throw badInput([{ path, message: 'would make the module wait for itself' }]);
    }
  }
  return { unlockAfterModuleId: afterModuleId ?? null, unlockAt: rule?.at ?? null };
}

/** Whether a member may read the module's lessons now. */
export async function isModuleOpen(scope: ReadScope, module: ModuleRow, standing: Standing): Promise<boolean> {
  if (isStaff(standing)) return true;
  const { unlockAfterModuleId: afterModuleId, unlockAt: at } = module;
  // A module that waits for none asks all the same: so every module of a list knows at the same time, and what hangs below is
  // gathered into one query instead of two.
  const completed = await scope.loaders.moduleFinished.load(afterModuleId ?? module.id);
  return isUnlocked({ afterModuleId, at }, { now: scope.clock.now(), prerequisiteCompleted: completed });
}
