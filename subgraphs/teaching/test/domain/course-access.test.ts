import { describe, expect, it } from 'vitest';
import { courseStates, type CourseState, type Standing } from '../../src/domain/course.js';
import {
  courseActions,
  decideCourseAction,
  isJoinable,
  mayChangeRole,
  type CourseAction,
  type Decision,
} from '../../src/domain/course-access.js';

const standings: Standing[] = ['OWNER', 'TEACHER', 'ASSISTANT', 'STUDENT', 'STRANGER', 'ANONYMOUS'];

/** A allowed, H hidden, F forbidden, C wrong state; one letter for each of DRAFT, PUBLISHED, ARCHIVED. */
const letters: Record<string, Decision> = { A: 'ALLOWED', H: 'HIDDEN', F: 'FORBIDDEN', C: 'WRONG_STATE' };

/** Columns as in `standings`, for a course that is not listed. */
const unlisted: Record<CourseAction, string[]> = {
  SEE_CARD: ['AAA', 'AAA', 'AAA', 'HAA', 'HHH', 'HHH'],
  READ_CONTENT: ['AAA', 'AAA', 'AAA', 'HAA', 'HHH', 'HHH'],
  SEE_STAFF_VIEW: ['AAA', 'AAA', 'AAA', 'HFF', 'HHH', 'HHH'],
  EDIT: ['AAC', 'AAC', 'FFF', 'HFF', 'HHH', 'HHH'],
  PUBLISH: ['AAA', 'AAF', 'FFF', 'HFF', 'HHH', 'HHH'],
  ARCHIVE: ['AAA', 'FFF', 'FFF', 'HFF', 'HHH', 'HHH'],
  ROTATE_JOIN_CODE: ['AAC', 'AAC', 'FFF', 'HFF', 'HHH', 'HHH'],
  MANAGE_MEMBERS: ['AAC', 'AAC', 'FFF', 'HFF', 'HHH', 'HHH'],
  POST_ANNOUNCEMENT: ['AAC', 'AAC', 'AAC', 'HFF', 'HHH', 'HHH'],
  COMPLETE_LESSON: ['CAC', 'CAC', 'CAC', 'HAC', 'HHH', 'HHH'],
  GRADE: ['AAC', 'AAC', 'AAC', 'HFF', 'HHH', 'HHH'],
  SUBMIT: ['FFF', 'FFF', 'FFF', 'HAC', 'HHH', 'HHH'],
};

describe('what somebody may do in a course', () => {
  for (const action of courseActions) {
    standings.forEach((standing, column) => {
      courseStates.forEach((state, row) => {
        const expected = letters[unlisted[action][column]?.charAt(row) ?? ''];
        it(`${action}: ${standing} in a ${state} course is ${String(expected)}`, () => {
          expect(decideCourseAction({ state, listed: false }, standing, action)).toBe(expected);
        });
      });
    });
  }

  it.each(['STRANGER', 'ANONYMOUS'] as const)(
    'shows the card, and only the card, of a listed course to a %s',
    (standing) => {
      const seen = (state: CourseState) =>
        courseActions.map((action) => decideCourseAction({ state, listed: true }, standing, action));
      expect(seen('PUBLISHED')).toEqual(['ALLOWED', ...Array<Decision>(courseActions.length - 1).fill('FORBIDDEN')]);
      expect(new Set([...seen('DRAFT'), ...seen('ARCHIVED')])).toEqual(new Set(['HIDDEN']));
    },
  );

  it('gives members the same in a listed course as in any other', () => {
    for (const standing of standings.slice(0, 4)) {
      for (const state of courseStates) {
        for (const action of courseActions) {
          expect(decideCourseAction({ state, listed: true }, standing, action)).toBe(
            decideCourseAction({ state, listed: false }, standing, action),
          );
        }
      }
    }
  });
});

describe('who can join', () => {
  it.each([
    ['DRAFT', true, 'CODE', false],
    ['DRAFT', true, 'OPEN', false],
    ['PUBLISHED', false, 'CODE', true],
    ['PUBLISHED', false, 'OPEN', false],
    ['PUBLISHED', true, 'OPEN', true],
    ['ARCHIVED', true, 'CODE', false],
    ['ARCHIVED', true, 'OPEN', false],
  ] as const)('%s, listed %s, by %s: %s', (state, listed, by, expected) => {
    expect(isJoinable({ state, listed }, by)).toBe(expected);
  });
});

describe('who may change whose role', () => {
  it('lets the owner do all but lose the course that way', () => {
    for (const from of ['TEACHER', 'ASSISTANT', 'STUDENT', null] as const) {
      for (const to of ['TEACHER', 'ASSISTANT', 'STUDENT', null] as const)
        expect(mayChangeRole('OWNER', from, to)).toBe(true);
    }
    expect(mayChangeRole('OWNER', 'OWNER', 'TEACHER')).toBe(false);
    expect(mayChangeRole('OWNER', 'OWNER', null)).toBe(false);
  });

  it('keeps a teacher to assistants and students', () => {
    expect(mayChangeRole('TEACHER', null, 'STUDENT')).toBe(true);
    expect(mayChangeRole('TEACHER', 'STUDENT', 'ASSISTANT')).toBe(true);
    expect(mayChangeRole('TEACHER', 'ASSISTANT', null)).toBe(true);
    expect(mayChangeRole('TEACHER', 'STUDENT', 'TEACHER')).toBe(false);
    expect(mayChangeRole('TEACHER', 'STUDENT', 'OWNER')).toBe(false);
    expect(mayChangeRole('TEACHER', 'TEACHER', 'STUDENT')).toBe(false);
    expect(mayChangeRole('TEACHER', 'OWNER', null)).toBe(false);
  });

  it.each(['ASSISTANT', 'STUDENT', 'STRANGER', 'ANONYMOUS'] as const)('lets a %s change nobody', (actor) => {
    for (const from of ['OWNER', 'TEACHER', 'ASSISTANT', 'STUDENT', null] as const) {
      for (const to of ['OWNER', 'TEACHER', 'ASSISTANT', 'STUDENT', null] as const) {
        expect(mayChangeRole(actor, from, to)).toBe(false);
      }
    }
  });
});
