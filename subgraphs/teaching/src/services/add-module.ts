import { requireViewer } from '@ruzlet/platform/access/viewer';
import { conflict } from '@ruzlet/platform/errors';
import { newId } from '@ruzlet/platform/ids';
import { parseInput } from '@ruzlet/platform/validation';
import { z } from 'zod';
import { modulesPerCourseMax, moduleTitleCharactersMax } from '../domain/limits.js';
import { updateCourseRow } from '../storage/courses.js';
import { endOfCourse, findModulesByIds, insertModule } from '../storage/modules.js';
import type { ModuleRow } from '../storage/teaching-db.js';
import { inCourseTransaction } from './course-transaction.js';
import { enterCourse } from './enter-course.js';
import { id, optional, parseId, text } from './inputs.js';
import { demandSameContent, isSameTime, isUnchanged } from './repeated-create.js';
import type { ChangeScope } from './scope.js';
import { unlockColumns, unlockRuleInput } from './unlock-rule.js';

const addModuleInput = z.object({
  id: optional(id),
  courseId: z.string(),
  title: text({ charactersMin: 1, charactersMax: moduleTitleCharactersMax }),
  unlock: optional(unlockRuleInput),
});

/** Adds a module at the end. Sent again with the same id, it answers what is there. */
export async function addModule(scope: ChangeScope, input: unknown): Promise<ModuleRow> {
  const viewer = requireViewer(scope.viewer);
  const wanted = parseInput(addModuleInput, input);
  const courseId = parseId(wanted.courseId, 'course');
  return inCourseTransaction(scope, async ({ tx, now }) => {
    await enterCourse(tx, { viewer, courseId, action: 'EDIT' });
    const moduleId = wanted.id ?? newId(now);
    const [existing] = await findModulesByIds(tx, [moduleId]);
    if (existing) {
      if (existing.courseId !== courseId || existing.createdBy !== viewer.userId) {
        throw conflict(`The id ${moduleId} is taken: make another.`);
      }
      const same =
        existing.title === wanted.title &&
        existing.unlockAfterModuleId === (wanted.unlock?.afterModuleId ?? null) &&
        isSameTime(existing.unlockAt, wanted.unlock?.at);
      demandSameContent({ id: moduleId, unchanged: isUnchanged(existing) }, same);
      return existing;
    }
    const end = await endOfCourse(tx, courseId);
    if (end.count >= modulesPerCourseMax) {
      throw conflict(`A course has at most ${String(modulesPerCourseMax)} modules.`);
    }
    const module = await insertModule(tx, {
      id: moduleId,
      courseId,
      createdBy: viewer.userId,
      title: wanted.title,
      position: end.position,
      ...(await unlockColumns(tx, { courseId, id: moduleId }, wanted.unlock)),
      createdAt: now,
      updatedAt: now,
    });
    // Lost to somebody who took the id between the look and the insert: not this course, which is locked.
    if (!module) throw conflict(`The id ${moduleId} is taken: make another.`);
    await updateCourseRow(tx, courseId, { updatedAt: now });
    return module;
  });
}
