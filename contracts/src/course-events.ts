/** Events of `course.events`: courses, enrolments, lessons and the decks they use, published by teaching. Keyed by course. */
import { z } from 'zod';
import { defineEvent } from './define-event.js';
import * as field from './fields.js';

const onCourse = { topic: 'course.events', key: 'courseId', source: '/teaching' } as const;

const courseState = z.object({
  courseId: field.courseId,
  ownerId: field.id('The user who owns the course.'),
  title: field.title('Title of the course.'),
  state: field.courseState.describe('Publication state of the course.'),
});

const enrollment = (roleDescription: string) =>
  z.object({
    courseId: field.courseId,
    userId: field.id('The member of the course.'),
    role: field.courseRole.describe(roleDescription),
  });

const lessonState = z.object({
  courseId: field.courseId,
  moduleId: field.id('The module that holds the lesson.'),
  lessonId: field.lessonId,
  title: field.title('Title of the lesson.'),
});

const lessonDeck = z.object({
  courseId: field.courseId,
  lessonId: field.lessonId,
  deckId: field.deckId,
  attachedBy: field.id('Who attached the deck: the grant is worth what this user may do with the deck.'),
});

const assignmentId = field.id('The assignment.');

const assignmentState = z.object({
  courseId: field.courseId,
  assignmentId,
  title: field.title('Title of the assignment.'),
  kind: field.assignmentKind.describe('How it is done: by studying, by a practice test, or in writing.'),
  points: field.points('Points that it is worth.'),
  published: z.boolean().describe('Whether students see it; only then may members read its deck through it.'),
  deckId: field.id('The deck that it is about; absent without one.').optional(),
  attachedBy: field
    .id('Who gave it the deck: the grant is worth what this user may do with the deck. Absent without a deck.')
    .optional(),
  opensAt: field.time('When it opens; absent when it is open from the start.').optional(),
  dueAt: field.time('When it is due; absent without a date.').optional(),
  closesAt: field.time('When nothing is taken any more; absent when it stays open.').optional(),
});

const submission = {
  courseId: field.courseId,
  assignmentId,
  submissionId: field.id("The student's submission, one for each student and assignment."),
  userId: field.id('The student.'),
  attempt: field.count('Which attempt; 0 for a grade without one.'),
};

export const courseEvents = {
  'ruzlet.course.created.v1': defineEvent({ ...onCourse, summary: 'A course was made.', data: courseState }),
  'ruzlet.course.updated.v1': defineEvent({
    ...onCourse,
    summary: 'Title, owner or publication state of a course changed; carries the state as it is now.',
    data: courseState,
  }),
  'ruzlet.course.enrollment.added.v1': defineEvent({
    ...onCourse,
    summary: 'A user became a member of a course.',
    data: enrollment('Role in the course.'),
  }),
  'ruzlet.course.enrollment.removed.v1': defineEvent({
    ...onCourse,
    summary: 'A user is no member of a course any more.',
    data: enrollment('Role that the user had.'),
  }),
  'ruzlet.course.enrollment.role_changed.v1': defineEvent({
    ...onCourse,
    summary: 'A member of a course got another role.',
    data: enrollment('Role that the user has now.'),
  }),
  'ruzlet.course.lesson.added.v1': defineEvent({ ...onCourse, summary: 'A lesson was added.', data: lessonState }),
  'ruzlet.course.lesson.updated.v1': defineEvent({
    ...onCourse,
    summary: 'A lesson changed; carries title and module as they are now.',
    data: lessonState,
  }),
  'ruzlet.course.lesson.deleted.v1': defineEvent({
    ...onCourse,
    summary: 'A lesson was deleted; the decks attached to it are detached with it.',
    data: lessonState,
  }),
  'ruzlet.course.deck.attached.v1': defineEvent({
    ...onCourse,
    summary: 'A deck was attached to a lesson: members of the course may read it.',
    data: lessonDeck,
  }),
  'ruzlet.course.deck.detached.v1': defineEvent({
    ...onCourse,
    summary: 'A deck was taken from a lesson.',
    data: lessonDeck,
  }),
  'ruzlet.course.lesson.completed.v1': defineEvent({
    ...onCourse,
    summary: 'A member completed a lesson.',
    data: z.object({
      courseId: field.courseId,
      lessonId: field.lessonId,
      userId: field.id('The member of the course.'),
      completedAt: field.time('When the lesson was completed.'),
      lessonsCompleted: field.count('Lessons of the course that the member has completed by now.'),
      lessonsTotal: field.count('Lessons of the course.'),
    }),
  }),
  'ruzlet.course.announcement.posted.v1': defineEvent({
    ...onCourse,
    summary: 'Something was announced to the whole course; the text is read where it is kept.',
    data: z.object({
      courseId: field.courseId,
      announcementId: field.id('The announcement.'),
      authorId: field.id('Who announced it.'),
      postedAt: field.time('When it was announced.'),
    }),
  }),
  'ruzlet.course.assignment.created.v1': defineEvent({
    ...onCourse,
    summary: 'An assignment was made.',
    data: assignmentState,
  }),
  'ruzlet.course.assignment.updated.v1': defineEvent({
    ...onCourse,
    summary: 'An assignment changed or was published; carries the state as it is now.',
    data: assignmentState,
  }),
  'ruzlet.course.assignment.deleted.v1': defineEvent({
    ...onCourse,
    summary: 'An assignment was deleted with its submissions; its deck is not open through it any more.',
    data: z.object({ courseId: field.courseId, assignmentId }),
  }),
  'ruzlet.course.assignment.submitted.v1': defineEvent({
    ...onCourse,
    summary: 'A student handed in an attempt, in writing or by reaching the goal of an assignment.',
    data: z.object({
      ...submission,
      late: z.boolean().describe('Whether it came after the due date and its grace.'),
      submittedAt: field.time('When it was handed in.'),
    }),
  }),
  'ruzlet.course.assignment.graded.v1': defineEvent({
    ...onCourse,
    summary: 'An attempt was graded, or graded anew; feedback is read where it is kept.',
    data: z.object({
      ...submission,
      score: field.points('Points given, after what lateness costs.'),
      points: field.points('Points that the assignment is worth.'),
      automatic: z.boolean().describe('True when study or a practice test graded it, not a person.'),
      visible: z.boolean().describe('Whether the student may see the grade.'),
      gradedAt: field.time('When it was graded.'),
    }),
  }),
  'ruzlet.course.assignment.excused.v1': defineEvent({
    ...onCourse,
    summary: 'A student was excused from an assignment, or no longer is.',
    data: z.object({
      courseId: field.courseId,
      assignmentId,
      userId: field.id('The student.'),
      excused: z.boolean().describe('False when the assignment counts for the student again.'),
      changedAt: field.time('When it was decided.'),
    }),
  }),
  'ruzlet.course.grades.posted.v1': defineEvent({
    ...onCourse,
    summary: "An assignment's grades were shown to the students.",
    data: z.object({ courseId: field.courseId, assignmentId, postedAt: field.time('When they were shown.') }),
  }),
};
