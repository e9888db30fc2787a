import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planReorder } from '../../src/domain/reorder.js';

const current = {
  moduleIds: ['m1', 'm2', 'm3'],
  lessons: [
    { id: 'l1', moduleId: 'm1' },
    { id: 'l2', moduleId: 'm1' },
    { id: 'l3', moduleId: 'm2' },
  ],
};

describe('a new order', () => {
  it('places modules', () => {
    expect(planReorder(current, { moduleIds: ['m3', 'm1', 'm2'] })).toEqual({
      modules: [
        { id: 'm3', position: 0 },
        { id: 'm1', position: 1 },
        { id: 'm2', position: 2 },
      ],
      lessons: [],
    });
  });

  it('moves a lesson to another module and says that it moved', () => {
    const plan = planReorder(current, {
      lessons: [
        { moduleId: 'm1', lessonIds: ['l2'] },
        { moduleId: 'm2', lessonIds: ['l1', 'l3'] },
      ],
    });
    expect(plan).toMatchObject({
      lessons: [
        { id: 'l2', moduleId: 'm1', position: 0, moved: false },
        { id: 'l1', moduleId: 'm2', position: 0, moved: true },
        { id: 'l3', moduleId: 'm2', position: 1, moved: false },
      ],
    });
  });

  it.each([
    ['a module is missing', { moduleIds: ['m1', 'm2'] }, [['moduleIds']]],
    ['a module stands twice', { moduleIds: ['m1', 'm2', 'm3', 'm1'] }, [['moduleIds', 3]]],
    ['a module is of another course', { moduleIds: ['m1', 'm2', 'm3', 'm9'] }, [['moduleIds', 3]]],
    ['a lesson would be lost', { lessons: [{ moduleId: 'm1', lessonIds: ['l1'] }] }, [['lessons']]],
    [
      'a lesson is pulled out of a module that is not named, which is fine, but stands twice',
      { lessons: [{ moduleId: 'm3', lessonIds: ['l3', 'l3'] }] },
      [['lessons', 0, 'lessonIds', 1]],
    ],
    [
      'a lesson is in two modules',
      {
        lessons: [
          { moduleId: 'm1', lessonIds: ['l1', 'l2'] },
          { moduleId: 'm2', lessonIds: ['l3', 'l1'] },
        ],
      },
      [['lessons', 1, 'lessonIds', 1]],
    ],
    [
      'a lesson is of another course',
      { lessons: [{ moduleId: 'm2', lessonIds: ['l3', 'l9'] }] },
      [['lessons', 0, 'lessonIds', 1]],
    ],
  ])('is refused when %s', (_, wanted, paths) => {
    const plan = planReorder(current, wanted);
    expect('faults' in plan ? plan.faults.map((fault) => fault.path) : []).toEqual(paths);
  });

  it('loses no lesson and gives each module the positions 0, 1, 2 …, whatever permutation is wanted', () => {
    const permutation = fc.shuffledSubarray(['l1', 'l2', 'l3'], { minLength: 3 });
    fc.assert(
      fc.property(permutation, fc.nat(3), fc.nat(3), (lessonIds, cut1, cut2) => {
        const [a, b] = [Math.min(cut1, cut2), Math.max(cut1, cut2)];
        const lessons = [
          { moduleId: 'm1', lessonIds: lessonIds.slice(0, a) },
          { moduleId: 'm2', lessonIds: lessonIds.slice(a, b) },
          { moduleId: 'm3', lessonIds: lessonIds.slice(b) },
        ];
        const plan = planReorder(current, { lessons });
        if ('faults' in plan) throw new Error(JSON.stringify(plan.faults));
        expect(plan.lessons.map((lesson) => lesson.id).toSorted()).toEqual(['l1', 'l2', 'l3']);
        for (const { moduleId, lessonIds: wanted } of lessons) {
          const placed = plan.lessons.filter((lesson) => lesson.moduleId === moduleId);
          expect(placed.map((lesson) => lesson.position)).toEqual(wanted.map((__, index) => index));
        }
      }),
    );
  });
});
