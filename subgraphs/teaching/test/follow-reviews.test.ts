import { encodeEvent } from '@ruzlet/contracts/codec';
import type { RuzletEvent } from '@ruzlet/contracts/registry';
import { newId } from '@ruzlet/platform/ids';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTeachingWorld, join, makeCourse, reviewed, type Person, type TeachingWorld } from './teaching-world.js';

let world: TeachingWorld;
beforeAll(async () => {
  world = await createTeachingWorld();
});
afterAll(() => world.close());

const cards = [newId(), newId(), newId()];
const minuteMs = 60_000;

interface Review {
  deck: number;
  card: number;
  minute: number;
  stability: number;
}

const reviews = fc.array(
  fc.record({
    deck: fc.nat({ max: 1 }),
    card: fc.nat({ max: cards.length - 1 }),
    // Few, so that some are reviewed at the same time and some late.
    minute: fc.nat({ max: 5 }),
    stability: fc.constantFrom(0.5, 3, 40, 400),
  }),
  { minLength: 1, maxLength: 25 },
);

/** A review by somebody, so many minutes after the first of them. */
function reviewAt(of: Pick<Review, 'minute' | 'stability'> & { userId: string; deckId: string; cardId: string }) {
  const { minute, stability, ...ids } = of;
  const reviewedAt = new Date(world.clock.now().getTime() - (10 - minute) * minuteMs).toISOString();
  const before = { stateBefore: 2, elapsedDays: 2, scheduledDaysBefore: 2, stabilityBefore: stability / 2 };
  return reviewed(world, { ...ids, ...before, stabilityAfter: stability, reviewedAt });
}

describe('reviews that come together', () => {
  it('leave the memory and the progress of assignments that they leave one by one', async () => {
    const teacher = await world.person();
    const decks = [await world.deck({ ownerId: teacher.userId }), await world.deck({ ownerId: teacher.userId })];
    const course = await makeCourse(teacher);
    // One of the two decks has an assignment that waits for it.
    const assigned = await teacher.ask(
      `mutation ($input: CreateAssignmentInput!) { createAssignment(input: $input) { assignment { id } } }`,
      {
        input: {
          courseId: course.id,
          title: 'Capitals',
          kind: 'STUDY',
          deckId: decks[0],
          goal: { retrievability: 0.8 },
          points: 10,
          publish: true,
        },
      },
    );
    expect(assigned.errors).toEqual([]);

    async function student(): Promise<Person> {
      const person = await world.person();
      await join(person, course.joinCode);
      return person;
    }
    const eventsOf = ({ userId }: Person, list: Review[]): RuzletEvent[] =>
      list.map(({ deck, card, ...rest }) =>
        reviewAt({ userId, deckId: decks[deck] ?? '', cardId: cards[card] ?? '', ...rest }),
      );
    const leftTo = async ({ userId }: Person) => ({
      memory: await world.sql`
        select deck_id, card_id, stability, reviewed_at, stability_before, reviewed_before
        from memory_copies where user_id = ${userId} order by deck_id, card_id`,
      submissions: await world.sql`
        select assignment_id, state, progress, attempts, score from submissions where student_id = ${userId}`,
    });

    await fc.assert(
      fc.asyncProperty(reviews, reviews, async (list, others) => {
        const [alone, together, another] = [await student(), await student(), await student()];
        for (const event of eventsOf(alone, list)) await world.bus.publish([encodeEvent(event)]);
        const [first, ...rest] = eventsOf(together, list);
        const mixed = [first, ...eventsOf(another, others), ...rest].flatMap((event) => event ?? []);
        // A repetition within the set changes nothing.
        await world.bus.publish([...mixed, ...mixed.slice(0, 2)].map(encodeEvent));
        expect(await leftTo(together)).toEqual(await leftTo(alone));
      }),
      { numRuns: 15 },
    );
  });

  it('take as many statements for a hundred as for two', async () => {
    const deckId = await world.deck({ ownerId: (await world.person()).userId });
    const learners = Array.from({ length: 10 }, () => newId());
    const count = async (reviewsMax: number) => {
      const events = Array.from({ length: reviewsMax }, (_, index) =>
        reviewAt({ userId: learners[index % learners.length] ?? '', deckId, cardId: newId(), minute: 0, stability: 3 }),
      );
      world.queries.length = 0;
      await world.bus.publish(events.map(encodeEvent));
      return world.queries.length;
    };
    const few = await count(2);
    expect(await count(100)).toBe(few);
    expect(few).toBeLessThanOrEqual(8);
    expect(await world.sql`select 1 from memory_copies where deck_id = ${deckId}`).toHaveLength(102);
  });
});
