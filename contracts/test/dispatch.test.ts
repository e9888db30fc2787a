import { describe, expect, expectTypeOf, it } from 'vitest';
import { decodeEvent } from '../src/codec.js';
import { on } from '../src/dispatch.js';
import type { RuzletEvent } from '../src/registry.js';
import { fixtures } from './fixtures.js';

const events = fixtures.map(({ text }) => decodeEvent(text));

describe('on', () => {
  it('gives each event to the handler of its type, with the transaction, and ignores the rest', async () => {
    const seen: string[] = [];
    const handle = on<string[]>({
      'ruzlet.course.created.v1': (tx, event) => {
        expectTypeOf(event.data.state).toEqualTypeOf<'DRAFT' | 'PUBLISHED' | 'ARCHIVED'>();
        tx.push(`created ${event.data.title}`);
        return Promise.resolve();
      },
      'ruzlet.user.session.ended.v1': (tx, event) => {
        tx.push(`ended ${event.data.reason}`);
        return Promise.resolve();
      },
    });
    for (const event of events) await handle(seen, event);
    expect(seen.sort()).toEqual(['created Chemistry 101', 'ended LOGOUT', 'ended REUSE_DETECTED']);
  });

  it('rejects when the handler rejects, so that the consumer tries again', async () => {
    const handle = on<null>({
      'ruzlet.course.created.v1': () => Promise.reject(new Error('no connection')),
    });
    const created = events.find((event) => event.type === 'ruzlet.course.created.v1');
    await expect(handle(null, created ?? failed())).rejects.toThrow('no connection');
  });

  it('tells the types of events apart by their type', () => {
    const event = events[0] ?? failed();
    expectTypeOf(event).toEqualTypeOf<RuzletEvent>();
    if (event.type === 'ruzlet.learning.card.reviewed.v1') expectTypeOf(event.data.rating).toEqualTypeOf<number>();
  });
});

function failed(): never {
  throw new Error('no such fixture');
}
