import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { RuzletClient } from '@ruzlet/client/client';
import { RuzletError } from '@ruzlet/client/errors';
import {
  AddLessonDocument,
  AttachDeckDocument,
  CreateAssignmentDocument,
  CreateCourseDocument,
  ImportDeckDocument,
  JoinCourseDocument,
  PublishCourseDocument,
} from '@ruzlet/client/generated/operations';
import { absent } from './absent.js';
import type { RunningRuzlet } from './start-ruzlet.js';

/** What ships as files in `content/`, and what the demo makes of it. */
const manifestSchema = z.object({
  /** Raised when the content changes in a way that a data folder should take over. */
  version: z.number().int(),
  decks: z.array(
    z.object({
      id: z.uuid(),
      file: z.string(),
      format: z.enum(['CSV', 'TSV', 'QUIZLET_TEXT', 'JSON']),
      title: z.string(),
      description: z.string(),
      termLanguage: z.string(),
      definitionLanguage: z.string(),
      tags: z.array(z.string()),
    }),
  ),
  course: z.object({
    id: z.uuid(),
    title: z.string(),
    description: z.string(),
    lessons: z.array(z.object({ id: z.uuid(), title: z.string(), body: z.string(), deckId: z.uuid() })),
    assignment: z.object({
      id: z.uuid(),
      title: z.string(),
      instructions: z.string(),
      deckId: z.uuid(),
      retrievability: z.number(),
      points: z.number(),
    }),
  }),
});

type Manifest = z.output<typeof manifestSchema>;

const demoSchema = z.object({
  version: z.number(),
  accounts: z.array(z.string()),
  courseTitle: z.string(),
  joinCode: z.string(),
});

/** What the start prints of the demo. */
export type DemoContent = z.output<typeof demoSchema>;

const contentFolder = new URL('../../content/', import.meta.url);
const teacher = { email: 'teacher@example.com', username: 'teacher', displayName: 'Tamara Teacher' };
const learner = { email: 'learner@example.com', username: 'learner', displayName: 'Leo Learner' };

/**
 * Loads the demo content once per data folder, through the router like any client: accounts, decks by `importDeck`, a
 * course. Every step can be repeated, so a start that was interrupted goes on where it stopped.
 */
export async function ensureDemo(ruzlet: RunningRuzlet): Promise<DemoContent> {
  const marker = join(ruzlet.dataDir, 'demo.json');
  const done = await readFile(marker, 'utf8').catch(absent);
  if (done !== undefined) return demoSchema.parse(JSON.parse(done));

  const manifest = manifestSchema.parse(JSON.parse(await readFile(new URL('manifest.json', contentFolder), 'utf8')));
  const joinCode = await loadAsTeacher(await signIn(ruzlet, teacher), manifest);
  const learnerClient = await signIn(ruzlet, learner);
  await learnerClient.request(JoinCourseDocument, { joinCode });

  const demo: DemoContent = {
    version: manifest.version,
    accounts: [teacher.email, learner.email],
    courseTitle: manifest.course.title,
    joinCode,
  };
  await writeFile(`${marker}.new`, JSON.stringify(demo, null, 2));
  await rename(`${marker}.new`, marker);
  return demo;
}

async function signIn(ruzlet: RunningRuzlet, account: typeof teacher): Promise<RuzletClient> {
  const client = new RuzletClient({ url: `${ruzlet.url}/graphql` });
  const password = ruzlet.secrets.demoPassword;
  try {
    await client.register({ ...account, password });
  } catch (error) {
    // An earlier start got this far.
    if (!(error instanceof RuzletError && error.code === 'CONFLICT')) throw error;
    await client.login({ email: account.email, password });
  }
  return client;
}

/** @returns the course's join code. */
async function loadAsTeacher(client: RuzletClient, { decks, course }: Manifest): Promise<string> {
  for (const { id, file, ...deck } of decks) {
    const content = await readFile(new URL(file, contentFolder), 'utf8');
    const { importDeck } = await client.request(ImportDeckDocument, {
      input: { ...deck, id, content, visibility: 'PUBLIC' },
    });
    if (importDeck.problems.length > 0) {
      throw new Error(`content/${file} does not import cleanly: ${importDeck.problems[0]?.message ?? ''}`);
    }
  }
  await client.request(CreateCourseDocument, {
    input: { id: course.id, title: course.title, description: course.description, listed: true },
  });
  for (const { id, title, body, deckId } of course.lessons) {
    await client.request(AddLessonDocument, { input: { id, courseId: course.id, title, body } });
    await client.request(AttachDeckDocument, { input: { lessonId: id, deckId } });
  }
  const { retrievability, ...assignment } = course.assignment;
  await client.request(CreateAssignmentDocument, {
    input: { ...assignment, courseId: course.id, kind: 'STUDY', goal: { retrievability }, publish: true },
  });
  const { publishCourse } = await client.request(PublishCourseDocument, { id: course.id });
  const { joinCode } = publishCourse.course;
  if (joinCode === null) throw new Error('The demo course has no join code.');
  return joinCode;
}
