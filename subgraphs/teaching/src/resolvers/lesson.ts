import type {
  AnnouncementResolvers,
  LessonResolvers,
  ModuleResolvers,
  UnlockRuleResolvers,
} from '../generated/graphql.js';
import { isOpenToViewer, listLessonsOfModule } from '../services/list-modules.js';
import { findReadableLesson, listLessonDecks } from '../services/read-lesson.js';
import { readPart } from '../services/read-part.js';

export const Module: ModuleResolvers = {
  lessons: (module, _, scope) => listLessonsOfModule(scope, module),
  lessonCount: (module, _, scope) => scope.loaders.lessonCountOfModule.load(module.id),
  unlock: (module) => (module.unlockAfterModuleId === null && module.unlockAt === null ? null : module),
  unlocked: (module, _, scope) => isOpenToViewer(scope, module),
};

export const UnlockRule: UnlockRuleResolvers = {
  afterModule: (module, _, scope) =>
    module.unlockAfterModuleId === null ? null : scope.loaders.module.load(module.unlockAfterModuleId),
  at: (module) => module.unlockAt,
};

export const Lesson: LessonResolvers = {
  __resolveReference: ({ id }, scope) => findReadableLesson(scope, id),
  module: (lesson, _, scope) => readPart(scope.loaders.module, lesson.moduleId),
  course: (lesson, _, scope) => readPart(scope.loaders.course, lesson.courseId),
  decks: async (lesson, _, scope) => (await listLessonDecks(scope, lesson)).map((id) => ({ id })),
  completedByViewer: (lesson, _, scope) => scope.loaders.completed.load(lesson.id),
};

export const Announcement: AnnouncementResolvers = {
  author: (announcement) => ({ id: announcement.authorId }),
};
