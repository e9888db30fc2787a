import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createTeachingWorld,
  join,
  makeCourse,
  makeLesson,
  makeModule,
  type Person,
  type TeachingWorld,
} from './teaching-world.js';

/** Everything that hangs on a course, in a list of courses. */
const document = /* GraphQL */ `
  query ($first: Int!) {
    myCourses(first: $first) {
      edges {
        node {
          title
          joinCode
          lessonCount
          studentCount
          viewerRole
          teacher {
            id
          }
          viewerProgress {
            lessonsCompleted
            lessonsTotal
            course {
              id
            }
          }
          modules {
            title
            unlocked
            lessonCount
            unlock {
              afterModule {
                id
              }
            }
            lessons {
              title
              completedByViewer
              course {
                id
              }
              module {
                id
              }
              decks {
                id
              }
            }
          }
          lessons(first: 2) {
            edges {
              node {
                title
              }
            }
          }
          enrollments(first: 2) {
            edges {
              node {
                user {
                  id
                }
                progress {
                  percent
                }
              }
            }
          }
          announcements(first: 2) {
            edges {
              node {
                title
              }
            }
          }
          assignments(first: 2) {
            edges {
              node {
                title
                instructions
                course {
                  id
                }
                deck {
                  id
                }
                viewerDates {
                  dueAt
                }
                viewerSubmission {
                  state
                  attemptsLeft
                  assignment {
                    id
                  }
                }
              }
            }
          }
        }
      }
    }
  }
`;
const coursesMade = 20;

let world: TeachingWorld;
let student: Person;
beforeAll(async () => {
  world = await createTeachingWorld();
  student = await world.person();
  const deckOwner = await world.person();
  const deckId = await world.deck({ ownerId: deckOwner.userId, visibility: 'PUBLIC' });
  for (let index = 0; index < coursesMade; index++) {
    // Joining is limited for each viewer.
    if (index % 5 === 0) world.clock.advance(120_000);
    const teacher = await world.person();
    const { id, joinCode } = await makeCourse(teacher, { title: `Course ${String(index)}` });
    const first = await makeModule(teacher, id);
    const second = await makeModule(teacher, id, { unlock: { afterModuleId: first } });
    const lessonId = await makeLesson(teacher, id, { moduleId: first });
    await makeLesson(teacher, id, { moduleId: second });
    await teacher.ask(`mutation ($input: AttachDeckInput!) { attachDeck(input: $input) { lesson { id } } }`, {
      input: { lessonId, deckId },
    });
    await teacher.ask(
      `mutation ($input: PostAnnouncementInput!) { postAnnouncement(input: $input) { announcement { id } } }`,
      { input: { courseId: id, title: 'Hello', body: 'Hello' } },
    );
    await join(student, joinCode);
    for (const [days, title] of ['Essay', 'Report'].entries()) {
      const dueAt = new Date(world.clock.now().getTime() + (days + 1) * 86_400_000).toISOString();
      const made = await teacher.ask(
        `mutation ($input: CreateAssignmentInput!) { createAssignment(input: $input) { assignment { id } } }`,
        { input: { courseId: id, title, kind: 'WRITTEN', points: 10, publish: true, dueAt } },
      );
      if (title === 'Report' && index % 2 === 0) continue;
      await student.ask(
        `mutation ($input: SubmitAssignmentInput!) { submitAssignment(input: $input) { submission { id } } }`,
        { input: { assignmentId: made.data.createAssignment.assignment.id, text: 'My words.' } },
      );
    }
    if (index % 2 === 0) {
      await student.ask(`mutation ($id: ID!) { completeLesson(id: $id) { percent } }`, { id: lessonId });
    }
  }
}, 120_000);
afterAll(() => world.close());

async function ask(first: number) {
  world.queries.length = 0;
  const { data, errors } = await student.ask(document, { first });
  expect(errors).toEqual([]);
  return { nodes: data.myCourses.edges.map((edge: { node: unknown }) => edge.node), queries: [...world.queries] };
}

describe('a list of courses', () => {
  it('takes as many queries for 20 courses as for 2', async () => {
    // Two, one of them with an open second module: so that both kinds are in either list.
    const two = await ask(2);
    const twenty = await ask(coursesMade);
    expect(two.nodes).toHaveLength(2);
    expect(twenty.nodes).toHaveLength(coursesMade);
    expect(twenty.queries).toHaveLength(two.queries.length);
    expect(twenty.queries.length).toBeLessThanOrEqual(17);
  });

  it('answers each course with its own', async () => {
    const { nodes } = await ask(coursesMade);
    const oddest = nodes.find((node: { title: string }) => node.title === 'Course 19');
    const evenest = nodes.find((node: { title: string }) => node.title === 'Course 18');
    expect(evenest).toMatchObject({
      joinCode: null,
      lessonCount: 2,
      studentCount: 1,
      viewerRole: 'STUDENT',
      viewerProgress: { lessonsCompleted: 1, lessonsTotal: 2 },
      modules: [
        { unlocked: true, lessons: [{ completedByViewer: true, decks: [{}] }] },
        { unlocked: true, lessons: [{ completedByViewer: false, decks: [] }] },
      ],
      enrollments: { edges: [{ node: { user: { id: student.userId }, progress: { percent: 50 } } }] },
      announcements: { edges: [{ node: { title: 'Hello' } }] },
      assignments: {
        edges: [
          { node: { title: 'Essay', viewerSubmission: { state: 'SUBMITTED' } } },
          { node: { title: 'Report', viewerSubmission: null } },
        ],
      },
    });
    expect(evenest.lessons.edges).toHaveLength(2);
    expect(oddest.assignments.edges[1]).toMatchObject({ node: { viewerSubmission: { state: 'SUBMITTED' } } });
    expect(oddest).toMatchObject({
      viewerProgress: { lessonsCompleted: 0 },
      modules: [{ unlocked: true }, { unlocked: false, lessons: [], lessonCount: 1 }],
    });
    expect(oddest.lessons.edges).toHaveLength(1);
  });
});
