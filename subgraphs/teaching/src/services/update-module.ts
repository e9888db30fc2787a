import { requireViewer } from '@ruzlet/platform/access/viewer';
import { parseInput } from '@ruzlet/platform/validation';
import { z } from 'zod';
import { moduleTitleCharactersMax } from '../domain/limits.js';
import { updateCourseRow } from '../storage/courses.js';
import { updateModuleRow } from '../storage/modules.js';
import type { ModuleRow } from '../storage/teaching-db.js';
import { inCourseTransaction } from './course-transaction.js';
import { enterModule } from './enter-part.js';
import { parseId, text } from './inputs.js';
import type { ChangeScope } from './scope.js';
import { unlockColumns, unlockRuleInput } from './unlock-rule.js';

const updateModuleInput = z.object({
  id: z.string(),
  title: text({ charactersMin: 1, charactersMax: moduleTitleCharactersMax }).optional(),
  unlock: unlockRuleInput.nullish(),
});

/** Changes a module's title or when it opens. */
export async function updateModule(scope: ChangeScope, input: unknown): Promise<ModuleRow> {
  const viewer = requireViewer(scope.viewer);
  const { id, title, unlock } = parseInput(updateModuleInput, input);
  const moduleId = parseId(id, 'module');
  return inCourseTransaction(scope, async ({ tx, now }) => {
    const { module, course } = await enterModule(tx, { viewer, moduleId, action: 'EDIT' });
    const updated = await updateModuleRow(tx, moduleId, {
      ...(title !== undefined && { title }),
      ...(unlock !== undefined && (await unlockColumns(tx, module, unlock))),
      updatedAt: now,
    });
    await updateCourseRow(tx, course.id, { updatedAt: now });
    return updated;
  });
}
