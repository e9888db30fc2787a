import { newId } from '@ruzlet/platform/ids';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { joinCodeAlphabet } from '../src/domain/join-code.js';
import { createTeachingWorld, join, makeCourse, type Person, type TeachingWorld } from './teaching-world.js';

const enrolDocument = `mutation ($input: EnrollUserInput!) { enrollUser(input: $input) { enrollment { id role user { id } } } }`;
const roleDocument = `mutation ($input: SetCourseRoleInput!) { setCourseRole(input: $input) { enrollment { role course { teacher { id } viewerRole } } } }`;
const removeDocument = `mutation ($input: RemoveEnrollmentInput!) { removeEnrollment(input: $input) { course { studentCount } } }`;
const leaveDocument = `mutation ($id: ID!) { leaveCourse(id: $id) { courseId } }`;

let world: TeachingWorld;
let teacher: Person;
let student: Person;
beforeAll(async () => {
  world = await createTeachingWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  teacher = await world.person();
  student = await world.person();
});

async function eventsOf(courseId: string, type: string): Promise<unknown[]> {
  const told = (await world.events()).filter((event) => event.key === courseId && event.type === type);
  return told.map((event) => event.data);
}

describe('joining by code', () => {
  it('takes the code in any case, with blanks and hyphens', async () => {
    const { id, joinCode } = await makeCourse(teacher);
    const { data, errors } = await join(student, ` ${joinCode.slice(0, 4).toLowerCase()}-${joinCode.slice(4)} `);
    expect(errors).toEqual([]);
    expect(data.joinCourse.enrollment).toMatchObject({ role: 'STUDENT', course: { id, title: 'Geography' } });
  });

  it('makes one enrolment and one event of many joins at once', async () => {
    const { id, joinCode } = await makeCourse(teacher);
    const answers = await Promise.all(Array.from({ length: 8 }, () => join(student, joinCode)));
    const ids = answers.map(({ data }) => data.joinCourse.enrollment.id);
    expect(new Set(ids).size).toBe(1);
    expect(await eventsOf(id, 'ruzlet.course.enrollment.added.v1')).toEqual([
      { courseId: id, userId: teacher.userId, role: 'OWNER' },
      { courseId: id, userId: student.userId, role: 'STUDENT' },
    ]);
  });

  it('lets many people in at once', async () => {
    const { id, joinCode } = await makeCourse(teacher);
    const people = await Promise.all(Array.from({ length: 12 }, () => world.person()));
    const answers = await Promise.all(people.map((person) => join(person, joinCode)));
    expect(answers.flatMap((answer) => answer.errors)).toEqual([]);
    const { data } = await teacher.ask(`query ($id: ID!) { course(id: $id) { studentCount } }`, { id });
    expect(data.course.studentCount).toBe(12);
  });

  it('leaves staff what they are', async () => {
    const { joinCode } = await makeCourse(teacher);
    expect((await join(teacher, joinCode)).data.joinCourse.enrollment.role).toBe('OWNER');
  });

  it('finds neither drafts nor archived courses nor codes that were replaced', async () => {
    const draft = await makeCourse(teacher, {}, { draft: true });
    expect((await join(student, draft.joinCode)).code).toBe('NOT_FOUND');

    const archived = await makeCourse(teacher);
    await teacher.ask(`mutation ($id: ID!) { archiveCourse(id: $id) { course { id } } }`, archived);
    expect((await join(student, archived.joinCode)).code).toBe('NOT_FOUND');

    const rotated = await makeCourse(teacher);
    const answer = await teacher.ask(
      `mutation ($id: ID!) { rotateJoinCode(id: $id) { course { joinCode } } }`,
      rotated,
    );
    const { joinCode } = answer.data.rotateJoinCode.course;
    expect(joinCode).toMatch(new RegExp(`^[${joinCodeAlphabet}]{8}$`));
    expect((await join(student, rotated.joinCode)).code).toBe('NOT_FOUND');
    expect((await join(student, joinCode)).code).toBeUndefined();
  });

  it('stops guessing after ten attempts within a minute, also of a code that is right', async () => {
    const { joinCode } = await makeCourse(teacher);
    for (let attempt = 0; attempt < 10; attempt++) expect((await join(student, 'AAAAAAAA')).code).toBe('NOT_FOUND');
    const refused = await join(student, joinCode);
    expect(refused.code).toBe('RATE_LIMITED');
    expect(refused.errors[0]?.extensions?.retryAfterMs).toBeGreaterThan(0);
    // The limit is each viewer's own.
    expect((await join(await world.person(), joinCode)).code).toBeUndefined();
  });

  it('needs a token', async () => {
    expect((await world.anonymous(`mutation { joinCourse(joinCode: "AAAAAAAA") { enrollment { id } } }`)).code).toBe(
      'UNAUTHENTICATED',
    );
  });
});

describe('joining without a code', () => {
  const joinPublic = `mutation ($id: ID!) { joinPublicCourse(id: $id) { enrollment { role } } }`;

  it('works for listed courses only', async () => {
    const listed = await makeCourse(teacher, { listed: true });
    const unlisted = await makeCourse(teacher);
    expect((await student.ask(joinPublic, { id: listed.id })).data.joinPublicCourse.enrollment.role).toBe('STUDENT');
    expect((await student.ask(joinPublic, { id: unlisted.id })).code).toBe('NOT_FOUND');
  });
});

describe('enrolling others', () => {
  it('makes a student by default, once', async () => {
    const { id } = await makeCourse(teacher);
    const input = { courseId: id, userId: student.userId };
    const first = await teacher.ask(enrolDocument, { input });
    const second = await teacher.ask(enrolDocument, { input });
    expect(first.data.enrollUser.enrollment).toMatchObject({ role: 'STUDENT', user: { id: student.userId } });
    expect(second.data).toEqual(first.data);
    const other = await teacher.ask(enrolDocument, { input: { ...input, role: 'ASSISTANT' } });
    expect(other.code).toBe('CONFLICT');
  });

  it('waits for an account that was made a moment ago', async () => {
    const { id } = await makeCourse(teacher);
    const fresh = await world.person({ registered: false });
    const waiting = teacher.ask(enrolDocument, { input: { courseId: id, userId: fresh.userId } });
    await world.register(fresh.userId);
    expect((await waiting).data.enrollUser.enrollment.user.id).toBe(fresh.userId);
  });

  it('knows nobody by an id that is no user’s', async () => {
    const { id } = await makeCourse(teacher);
    const old = newId(new Date('2020-01-01T00:00:00Z'));
    for (const userId of [old, 'nonsense']) {
      expect((await teacher.ask(enrolDocument, { input: { courseId: id, userId } })).code).toBe('NOT_FOUND');
    }
  });

  it('keeps teachers from making teachers, and everybody from making owners', async () => {
    const { id } = await makeCourse(teacher);
    const colleague = await world.person();
    const asTeacher = { courseId: id, userId: colleague.userId, role: 'TEACHER' };
    expect((await teacher.ask(enrolDocument, { input: asTeacher })).data.enrollUser.enrollment.role).toBe('TEACHER');
    const input = { courseId: id, userId: student.userId };
    expect((await colleague.ask(enrolDocument, { input: { ...input, role: 'TEACHER' } })).code).toBe('FORBIDDEN');
    expect((await teacher.ask(enrolDocument, { input: { ...input, role: 'OWNER' } })).code).toBe('BAD_USER_INPUT');
    expect((await colleague.ask(enrolDocument, { input })).data.enrollUser.enrollment.role).toBe('STUDENT');
    expect((await student.ask(enrolDocument, { input })).code).toBe('FORBIDDEN');
  });
});

describe('changing roles', () => {
  it('hands the course over: whose it was becomes a teacher', async () => {
    const { id, joinCode } = await makeCourse(teacher);
    await join(student, joinCode);
    const input = { courseId: id, userId: student.userId, role: 'OWNER' };
    const { data } = await teacher.ask(roleDocument, { input });
    expect(data.setCourseRole.enrollment).toEqual({
      role: 'OWNER',
      course: { teacher: { id: student.userId }, viewerRole: 'TEACHER' },
    });
    // Asked again by whom it is no longer: nothing to change.
    expect((await teacher.ask(roleDocument, { input })).code).toBeUndefined();
    expect(await eventsOf(id, 'ruzlet.course.enrollment.role_changed.v1')).toEqual([
      { courseId: id, userId: teacher.userId, role: 'TEACHER' },
      { courseId: id, userId: student.userId, role: 'OWNER' },
    ]);
    const updates = await eventsOf(id, 'ruzlet.course.updated.v1');
    expect(updates.at(-1)).toMatchObject({ ownerId: student.userId });
  });

  it('refuses to demote the owner, by anybody', async () => {
    const { id } = await makeCourse(teacher);
    const input = { courseId: id, userId: teacher.userId, role: 'STUDENT' };
    expect((await teacher.ask(roleDocument, { input })).code).toBe('FORBIDDEN');
  });

  it('leaves one owner when the course is handed to two people at once', async () => {
    const { id, joinCode } = await makeCourse(teacher);
    const heirs = await Promise.all([world.person(), world.person()]);
    for (const heir of heirs) await join(heir, joinCode);
    const answers = await Promise.all(
      heirs.map((heir) => teacher.ask(roleDocument, { input: { courseId: id, userId: heir.userId, role: 'OWNER' } })),
    );
    expect(answers.filter((answer) => answer.code === undefined)).toHaveLength(1);
    const rows = await world.sql`select user_id from enrollments where course_id = ${id} and role = 'OWNER'`;
    expect(rows).toHaveLength(1);
  });
});

describe('ending memberships', () => {
  it('lets a member leave, twice, and tells it once', async () => {
    const { id, joinCode } = await makeCourse(teacher);
    await join(student, joinCode);
    for (let time = 0; time < 2; time++) {
      expect((await student.ask(leaveDocument, { id })).data.leaveCourse.courseId).toBe(id);
    }
    expect(await eventsOf(id, 'ruzlet.course.enrollment.removed.v1')).toEqual([
      { courseId: id, userId: student.userId, role: 'STUDENT' },
    ]);
    expect((await student.ask(`query ($id: ID!) { course(id: $id) { id } }`, { id })).code).toBe('NOT_FOUND');
  });

  it('keeps the owner', async () => {
    const { id } = await makeCourse(teacher);
    expect((await teacher.ask(leaveDocument, { id })).code).toBe('CONFLICT');
    const input = { courseId: id, userId: teacher.userId };
    expect((await teacher.ask(removeDocument, { input })).code).toBe('FORBIDDEN');
  });

  it('lets staff remove a student, who is then a stranger', async () => {
    const { id, joinCode } = await makeCourse(teacher);
    await join(student, joinCode);
    const input = { courseId: id, userId: student.userId };
    expect((await student.ask(removeDocument, { input })).code).toBe('FORBIDDEN');
    expect((await teacher.ask(removeDocument, { input })).data.removeEnrollment.course.studentCount).toBe(0);
    expect((await teacher.ask(removeDocument, { input })).code).toBe('NOT_FOUND');
    expect(await eventsOf(id, 'ruzlet.course.enrollment.removed.v1')).toHaveLength(1);
  });
});

describe('announcements', () => {
  const post = `mutation ($input: PostAnnouncementInput!) { postAnnouncement(input: $input) { announcement { id title author { id } } } }`;
  const list = `query ($id: ID!, $after: String) { course(id: $id) { announcements(first: 1, after: $after) { edges { node { title } } pageInfo { endCursor hasNextPage } } } }`;

  it('are posted by staff, once for an id, and read by members, the newest first', async () => {
    const { id, joinCode } = await makeCourse(teacher);
    await join(student, joinCode);
    const input = { courseId: id, id: newId(), title: 'Welcome', body: 'Hello' };
    const first = await teacher.ask(post, { input });
    expect((await teacher.ask(post, { input })).data).toEqual(first.data);
    world.clock.advance(1_000);
    await teacher.ask(post, { input: { courseId: id, title: 'Test on Friday', body: 'Learn' } });
    expect((await student.ask(post, { input: { courseId: id, title: 'Hi', body: 'Hi' } })).code).toBe('FORBIDDEN');

    const newest = (await student.ask(list, { id })).data.course.announcements;
    expect(newest.edges).toEqual([{ node: { title: 'Test on Friday' } }]);
    const older = (await student.ask(list, { id, after: newest.pageInfo.endCursor })).data.course.announcements;
    expect(older).toMatchObject({ edges: [{ node: { title: 'Welcome' } }], pageInfo: { hasNextPage: false } });
  });

  it('are deleted by their author or whoever may edit the course', async () => {
    const { id } = await makeCourse(teacher);
    const assistant = await world.person();
    await teacher.ask(enrolDocument, { input: { courseId: id, userId: assistant.userId, role: 'ASSISTANT' } });
    const input = { courseId: id, title: 'A', body: 'B' };
    const byTeacher = (await teacher.ask(post, { input })).data.postAnnouncement.announcement.id;
    const byAssistant = (await assistant.ask(post, { input })).data.postAnnouncement.announcement.id;
    const remove = `mutation ($id: ID!) { deleteAnnouncement(id: $id) { course { announcements { edges { node { id } } } } } }`;
    expect((await assistant.ask(remove, { id: byTeacher })).code).toBe('FORBIDDEN');
    expect((await student.ask(remove, { id: byTeacher })).code).toBe('NOT_FOUND');
    expect((await assistant.ask(remove, { id: byAssistant })).code).toBeUndefined();
    const { data } = await teacher.ask(remove, { id: byTeacher });
    expect(data.deleteAnnouncement.course.announcements.edges).toEqual([]);
  });
});
