import type { CourseRow, LessonRow, ModuleRow } from '../storage/teaching-db.js';
import { standingIn } from './enter-course.js';
import { allows } from './read-course.js';
import type { ReadScope } from './scope.js';
import { isModuleOpen } from './unlock-rule.js';

/** The modules of a course in their order, locked ones too; none for who is not a member. */
export async function listModules(scope: ReadScope, course: CourseRow): Promise<ModuleRow[]> {
  return (await allows(scope, course, 'READ_CONTENT')) ? scope.loaders.modulesOfCourse.load(course.id) : [];
}

/** Whether the viewer may read the module's lessons. Modules are only handed to members, who see its title. */
export async function isOpenToViewer(scope: ReadScope, module: ModuleRow): Promise<boolean> {
  return isModuleOpen(scope, module, await standingIn(scope, module.courseId));
}

/** The lessons of a module in their order; none while it is locked for the viewer. */
export async function listLessonsOfModule(scope: ReadScope, module: ModuleRow): Promise<LessonRow[]> {
  return (await isOpenToViewer(scope, module)) ? scope.loaders.lessonsOfModule.load(module.id) : [];
}
