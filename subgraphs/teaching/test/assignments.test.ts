import { makeEvent } from '@ruzlet/contracts/make-event';
import { newId } from '@ruzlet/platform/ids';
import { columnsNamed } from '@ruzlet/platform/subject-data/subject-rows';
import { waitFor } from '@ruzlet/testkit/wait';
import { describe, expect, it } from 'vitest';
import { columnsOfPeople } from '../src/services/columns-of-people.js';
import {
  assign,
  classmate,
  courseId,
  create,
  dayMs,
  excuse,
  grade,
  gradebook,
  inDays,
  own,
  student,
  submit,
  teacher,
  useClassroom,
  world,
} from './classroom.js';
import { type Person } from './teaching-world.js';

useClassroom();

describe('an assignment', () => {
  it('is made once, however often it is sent, and told once', async () => {
    const id = newId(world.clock.now());
    const first = await create(teacher, { id });
    const second = await create(teacher, { id });
    expect(second.data).toEqual(first.data);
    expect((await create(teacher, { id, title: 'Another' })).code).toBe('CONFLICT');
    const told = (await world.events()).filter(({ data }) => 'assignmentId' in data && data.assignmentId === id);
    expect(told.map(({ type }) => type)).toEqual(['ruzlet.course.assignment.created.v1']);
    expect((await create(await world.person(), { id })).code).toBe('NOT_FOUND');
  });

  it('does not exist for strangers, nor for students before it is published', async () => {
    const id = await assign({ publish: false });
    const read = (who: Person) => who.ask(`query ($id: ID!) { assignment(id: $id) { id } }`, { id });
    const listed = async (who: Person) =>
      (
        await who.ask(`query ($id: ID!) { course(id: $id) { assignments { edges { node { id } } } } }`, {
          id: courseId,
        })
      ).data.course.assignments.edges.length;
    expect((await read(student)).code).toBe('NOT_FOUND');
    expect((await submit(student, id)).code).toBe('NOT_FOUND');
    expect((await read(await world.person())).code).toBe('NOT_FOUND');
    expect((await submit(await world.person(), id)).code).toBe('NOT_FOUND');
    expect([await listed(student), await listed(teacher)]).toEqual([0, 1]);
    await teacher.ask(`mutation ($id: ID!) { publishAssignment(id: $id) { assignment { id } } }`, { id });
    expect((await read(student)).data.assignment.id).toBe(id);
    expect(await listed(student)).toBe(1);
  });

  it.each(['updateAssignment', 'publishAssignment', 'deleteAssignment', 'gradeSubmission', 'postGrades'])(
    'refuses a student %s',
    async (mutation) => {
      const id = await assign();
      const inputs: Record<string, string> = {
        updateAssignment: 'updateAssignment(input: { id: $id, title: "Mine" }) { assignment { id } }',
        publishAssignment: 'publishAssignment(id: $id) { assignment { id } }',
        deleteAssignment: 'deleteAssignment(id: $id) { course { id } }',
        gradeSubmission: `gradeSubmission(input: { assignmentId: $id, studentId: "${student.userId}", score: 10 }) { submission { id } }`,
        postGrades: 'postGrades(id: $id) { assignment { id } }',
      };
      const query = `mutation ($id: ID!) { ${inputs[mutation] ?? ''} }`;
      expect((await student.ask(query, { id })).code).toBe('FORBIDDEN');
      expect((await (await world.person()).ask(query, { id })).code).toBe('NOT_FOUND');
    },
  );

  it('refuses what Postgres cannot keep, with the reason', async () => {
    const half = 'half of a pair: \ud83c';
    expect((await create(teacher, { rubric: [{ title: half, points: 10 }] })).code).toBe('BAD_USER_INPUT');
    const id = await assign({ rubric: [{ title: 'Style', points: 10 }] });
    const { data } = await teacher.ask(`query ($id: ID!) { assignment(id: $id) { rubric { id } } }`, { id });
    const criteria = [{ criterionId: data.assignment.rubric[0].id, points: 1, comment: half }];
    const graded = await grade(teacher, { assignmentId: id, studentId: student.userId, criteria });
    expect(graded.code).toBe('BAD_USER_INPUT');
    for (const dueAt of ['0000-06-01T00:00:00Z', '0001-01-01T00:00:00+10:00', '9999-12-31T23:59:59-10:00']) {
      expect((await create(teacher, { dueAt })).code).toBe('BAD_USER_INPUT');
    }
  });

  it('says where an input is wrong', async () => {
    const path = async (input: object) => {
      const answer = await create(teacher, input);
      expect(answer.code).toBe('BAD_USER_INPUT');
      const told: { extensions: { issues: { path: string[] }[] } }[] = JSON.parse(JSON.stringify(answer.errors));
      return told[0]?.extensions.issues[0]?.path.join('.');
    };
    expect(await path({ title: ' ' })).toBe('input.title');
    expect(await path({ points: 10_001 })).toBe('input.points');
    expect(await path({ opensAt: inDays(2), dueAt: inDays(1) })).toBe('input.dueAt');
    expect(await path({ dueAt: inDays(2), closesAt: inDays(1) })).toBe('input.closesAt');
    expect(await path({ kind: 'STUDY' })).toBe('input.goal.retrievability');
    expect(await path({ kind: 'TEST' })).toBe('input.deckId');
    expect(await path({ goal: { testScore: 0.5 } })).toBe('input.goal.testScore');
    expect(await path({ rubric: [{ title: 'Facts', points: 4 }] })).toBe('input.points');
    expect(await path({ attemptsMax: 0 })).toBe('input.attemptsMax');
  });

  it('does not let two overwrite each other unseen', async () => {
    const id = await assign();
    const update = (title: string, expectedVersion: number) =>
      teacher.ask(
        `mutation ($input: UpdateAssignmentInput!) { updateAssignment(input: $input) { assignment { title version } } }`,
        {
          input: { id, title, expectedVersion },
        },
      );
    expect((await update('Second', 1)).data.updateAssignment.assignment).toEqual({ title: 'Second', version: 2 });
    expect((await update('Third', 1)).code).toBe('CONFLICT');
  });

  it('keeps its instructions until it opens, and takes nothing before and after', async () => {
    const id = await assign({ instructions: 'Write.', opensAt: inDays(1), closesAt: inDays(3) });
    const read = async (who: Person) =>
      (await who.ask(`query ($id: ID!) { assignment(id: $id) { instructions viewerDates { open } } }`, { id })).data
        .assignment;
    expect(await read(student)).toEqual({ instructions: null, viewerDates: { open: false } });
    expect((await read(teacher)).instructions).toBe('Write.');
    expect((await submit(student, id)).code).toBe('CONFLICT');
    world.clock.advance(dayMs);
    expect(await read(student)).toEqual({ instructions: 'Write.', viewerDates: { open: true } });
    world.clock.advance(3 * dayMs);
    expect((await submit(student, id)).code).toBe('CONFLICT');
    await teacher.ask(
      `mutation ($input: AssignmentOverrideInput!) { setAssignmentOverride(input: $input) { assignment { id } } }`,
      {
        input: { assignmentId: id, studentId: student.userId, closesAt: inDays(1) },
      },
    );
    expect((await submit(student, id)).errors).toEqual([]);
    expect((await submit(classmate, id)).code).toBe('CONFLICT');
  });
});

describe('written work', () => {
  it('goes from draft to grade, and the student sees what they should', async () => {
    const rubric = [
      { id: newId(), title: 'Facts', points: 6 },
      { id: newId(), title: 'Style', points: 4 },
    ];
    const id = await assign({ rubric, attemptsMax: 2 });
    const draft = await student.ask(
      `mutation ($input: SaveSubmissionDraftInput!) { saveSubmissionDraft(input: $input) { submission { state draft } } }`,
      { input: { assignmentId: id, text: 'A first try.' } },
    );
    expect(draft.data.saveSubmissionDraft.submission).toEqual({ state: 'OPEN', draft: 'A first try.' });
    const drafted = await teacher.ask(
      `query ($id: ID!) { assignment(id: $id) { submissions { edges { node { draft } } } } }`,
      { id },
    );
    expect(drafted.data.assignment.submissions.edges).toEqual([{ node: { draft: null } }]);

    const attempt = newId(world.clock.now());
    const handedIn = await submit(student, id, { id: attempt, text: undefined });
    expect(handedIn.data.submitAssignment.submission).toMatchObject({
      state: 'SUBMITTED',
      attempts: 1,
      attemptsLeft: 1,
      text: 'A first try.',
      draft: null,
    });
    expect((await submit(student, id, { id: attempt, text: undefined })).data).toEqual(handedIn.data);
    const { id: submissionId } = handedIn.data.submitAssignment.submission;
    const criteria = rubric.map(({ id: criterionId }, index) => ({
      criterionId,
      points: 5 - 2 * index,
      comment: 'Good.',
    }));
    expect((await grade(teacher, { submissionId, criteria, attempt: 2 })).code).toBe('CONFLICT');
    const graded = await grade(teacher, { submissionId, criteria, attempt: 1, feedback: 'Well done.' });
    expect(graded.data.gradeSubmission.submission).toMatchObject({
      state: 'GRADED',
      score: 8,
      feedback: 'Well done.',
      criteria,
    });
    expect(await own(student, id)).toMatchObject({
      state: 'GRADED',
      score: 8,
      feedback: 'Well done.',
      gradedBy: { id: teacher.userId },
    });
    await grade(teacher, { submissionId, criteria, attempt: 1, feedback: 'Well done.' });

    expect((await submit(student, id, { text: 'Better.' })).data.submitAssignment.submission).toMatchObject({
      state: 'SUBMITTED',
      score: null,
      history: [
        { number: 1, text: 'A first try.', score: 8, feedback: 'Well done.', late: false },
        { number: 2, text: 'Better.', score: null, feedback: null, late: false },
      ],
    });
    expect((await submit(student, id)).code).toBe('CONFLICT');
    const told = (await world.events()).filter(({ data }) => 'assignmentId' in data && data.assignmentId === id);
    expect(told.map(({ type }) => type.split('.').at(-2))).toEqual(['created', 'submitted', 'graded', 'submitted']);
    expect(told[2]?.data).toMatchObject({
      userId: student.userId,
      attempt: 1,
      score: 8,
      points: 10,
      automatic: false,
      visible: true,
    });
  });

  it('costs points when late, unless that is waived', async () => {
    const id = await assign({ dueAt: inDays(1), latePolicy: { penaltyPercentPerDay: 10, graceMinutes: 60 } });
    world.clock.advance(2.5 * dayMs);
    const { submission } = (await submit(student, id)).data.submitAssignment;
    expect(submission).toMatchObject({ late: true, penaltyPercent: 20 });
    const graded = await grade(teacher, { submissionId: submission.id, score: 8 });
    expect(graded.data.gradeSubmission.submission).toMatchObject({ score: 6.4, scoreBeforePenalty: 8 });
    const waived = await grade(teacher, { submissionId: submission.id, score: 8, waivePenalty: true });
    expect(waived.data.gradeSubmission.submission).toMatchObject({ score: 8, penaltyPercent: 0 });
  });

  it('is answered again for the same id whatever came after, and another text by it is refused', async () => {
    const assignmentId = await assign();
    const id = newId();
    expect((await submit(student, assignmentId, { id, text: 'First.' })).errors).toEqual([]);
    expect((await submit(student, assignmentId, { id, text: 'Second.' })).code).toBe('CONFLICT');
    await excuse(teacher, { assignmentId, studentId: student.userId });
    expect((await submit(student, assignmentId, { id, text: 'First.' })).errors).toEqual([]);
    await teacher.ask(`mutation ($id: ID!) { archiveCourse(id: $id) { course { id } } }`, { id: courseId });
    const again = await submit(student, assignmentId, { id, text: 'First.' });
    expect(again.data.submitAssignment.submission).toMatchObject({ attempts: 1, text: 'First.' });
    expect((await submit(student, assignmentId, { id: newId(), text: 'Third.' })).code).toBe('CONFLICT');
  });

  it('hides grades until they are posted, in every place', async () => {
    const id = await assign({ gradesPosted: false });
    const { submission } = (await submit(student, id)).data.submitAssignment;
    await grade(teacher, { submissionId: submission.id, score: 7, feedback: 'Hm.' });
    const hidden = { state: 'SUBMITTED', score: null, scoreBeforePenalty: null, feedback: null, gradedBy: null };
    expect(await own(student, id)).toMatchObject({ ...hidden, history: [{ score: null, feedback: null }] });
    expect((await gradebook(student)).viewerGrades).toEqual({
      score: 0,
      points: 0,
      percent: null,
      grades: [{ state: 'SUBMITTED', score: null }],
    });
    await teacher.ask(`mutation ($id: ID!) { postGrades(id: $id) { assignment { gradesPosted } } }`, { id });
    expect(await own(student, id)).toMatchObject({ state: 'GRADED', score: 7, feedback: 'Hm.' });
    expect((await gradebook(student)).viewerGrades).toMatchObject({ score: 7, points: 10, percent: 70 });
  });

  it('of one student is nothing to another', async () => {
    const id = await assign();
    await submit(student, id, { text: 'Secret.' });
    expect(await own(classmate, id)).toBeNull();
    const { data } = await classmate.ask(
      `query ($id: ID!) { assignment(id: $id) { submissionCounts { graded } submissions { edges { node { text } } } overrides { edges { cursor } } course { gradebook { assignments { id } } } } }`,
      { id },
    );
    expect(data.assignment).toEqual({
      submissionCounts: null,
      submissions: { edges: [] },
      overrides: { edges: [] },
      course: { gradebook: null },
    });
  });
});

describe('an erased student', () => {
  it('leaves nothing of what they handed in, and a teacher who goes leaves grades without a name', async () => {
    const id = await assign();
    const { submission } = (await submit(student, id)).data.submitAssignment;
    await submit(classmate, id);
    await grade(teacher, { submissionId: submission.id, score: 5 });
    for (const { userId } of [classmate, teacher]) {
      const event = makeEvent('ruzlet.user.deletion.requested.v1', {
        source: '/auth',
        subject: userId,
        time: world.clock.now(),
        data: { userId, receiptId: newId(), round: 1 },
      });
      await world.publish(event);
    }
    await waitFor(
      async () =>
        (
          await world.sql`select 1 from submissions where student_id = ${classmate.userId} or graded_by = ${teacher.userId}`
        ).length === 0,
      { what: 'the erasure' },
    );
    expect(await world.sql`select 1 from submission_attempts where student_id = ${classmate.userId}`).toHaveLength(0);
    expect(await own(student, id)).toMatchObject({ state: 'GRADED', score: 5 });
  });

  it('is found in every table that is about somebody', async () => {
    const tables = (await columnsNamed(world.sql, columnsOfPeople)).map(({ table }) => table);
    expect(tables).toEqual(
      expect.arrayContaining(['assignment_overrides', 'memory_copies', 'submission_attempts', 'submissions']),
    );
  });
});
