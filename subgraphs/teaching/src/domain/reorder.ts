/** A new order of a course's modules and lessons, checked as a whole before anything is written. */

export interface CourseOrder {
  /** Module ids in their order. */
  moduleIds: readonly string[];
  /** Lessons in their order within their module. */
  lessons: readonly { id: string; moduleId: string }[];
}

export interface WantedOrder {
  moduleIds?: readonly string[] | null | undefined;
  lessons?: readonly { moduleId: string; lessonIds: readonly string[] }[] | null | undefined;
}

export interface OrderFault {
  path: (string | number)[];
  message: string;
}

export interface OrderPlan {
  modules: { id: string; position: number }[];
  lessons: { id: string; moduleId: string; position: number; moved: boolean }[];
}

/**
 * The positions that lead from the order that is to the order that is wanted, or what is wrong with the wish: an id
 * twice, an id that is not of this course, or one that would be lost.
 */
export function planReorder(current: CourseOrder, wanted: WantedOrder): OrderPlan | { faults: OrderFault[] } {
  const faults: OrderFault[] = [];
  if (wanted.moduleIds) {
    faults.push(...faultsOfList(['moduleIds'], wanted.moduleIds, new Set(current.moduleIds), 'module of this course'));
    const missing = current.moduleIds.filter((id) => !wanted.moduleIds?.includes(id));
    if (missing.length > 0)
      faults.push({ path: ['moduleIds'], message: `must name every module; missing: ${missing.join(', ')}` });
  }

  const groups = wanted.lessons ?? [];
  faults.push(
    ...faultsOfList(
      ['lessons'],
      groups.map((group) => group.moduleId),
      new Set(current.moduleIds),
      'module of this course',
      'moduleId',
    ),
  );
  const moduleOf = new Map(current.lessons.map((lesson) => [lesson.id, lesson.moduleId]));
  const seen = new Set<string>();
  groups.forEach((group, index) => {
    faults.push(
      ...faultsOfList(
        ['lessons', index, 'lessonIds'],
        group.lessonIds,
        new Set(moduleOf.keys()),
        'lesson of this course',
        undefined,
        seen,
      ),
    );
  });
  const touchedModules = new Set(groups.map((group) => group.moduleId));
  const lost = current.lessons.filter((lesson) => touchedModules.has(lesson.moduleId) && !seen.has(lesson.id));
  if (lost.length > 0) {
    faults.push({
      path: ['lessons'],
      message: `must keep every lesson of these modules; missing: ${lost.map((lesson) => lesson.id).join(', ')}`,
    });
  }
  if (faults.length > 0) return { faults };

  return {
    modules: (wanted.moduleIds ?? []).map((id, position) => ({ id, position })),
    lessons: groups.flatMap((group) =>
      group.lessonIds.map((id, position) => ({
        id,
        moduleId: group.moduleId,
        position,
        moved: moduleOf.get(id) !== group.moduleId,
      })),
    ),
  };
}

function faultsOfList(
  path: (string | number)[],
  ids: readonly string[],
  known: ReadonlySet<string>,
  noun: string,
  field?: string,
  seen = new Set<string>(),
): OrderFault[] {
  const faults: OrderFault[] = [];
  ids.forEach((id, index) => {
    const at = field === undefined ? [...path, index] : [...path, index, field];
    if (!known.has(id)) faults.push({ path: at, message: `${id} is not a ${noun}` });
    else if (seen.has(id)) faults.push({ path: at, message: `${id} stands here twice` });
    seen.add(id);
  });
  return faults;
}
