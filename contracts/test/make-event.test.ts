import { describe, expect, it } from 'vitest';
import { makeEvent } from '../src/make-event.js';
import type { EventData, EventType, RuzletEvent } from '../src/registry.js';

const time = new Date('2026-03-04T15:05:44.526Z');
const data = {
  courseId: '01973c5a-20c7-7f03-8ab4-c47d19e06f38',
  userId: '01973c4e-5a10-7c3e-9f21-6b0d8a4e1c55',
  role: 'STUDENT',
} as const;

const added = (more: { id?: string; key?: string; requestId?: string } = {}) =>
  makeEvent('ruzlet.course.enrollment.added.v1', { source: '/teaching', subject: data.userId, time, data, ...more });

describe('makeEvent', () => {
  it('gives every event a UUIDv7 of its own, made of its time', () => {
    const ids = new Set(Array.from({ length: 1_000 }, () => added().id));
    expect(ids.size).toBe(1_000);
    for (const id of ids) {
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(time.getTime());
    }
  });

  it('takes the partition key from the field that the registry names', () => {
    expect(added().key).toBe(data.courseId);
    expect(added({ key: 'another' }).key).toBe('another');
  });

  it('keeps the id and the request id that it is given', () => {
    const id = '01973c71-6d02-7a4f-8b93-c2e10f7d5a68';
    expect(added({ id, requestId: 'request-1' })).toMatchObject({ id, requestId: 'request-1' });
    expect('requestId' in added()).toBe(false);
  });

  it('fits a list of any events, also where the type is generic', () => {
    const events: RuzletEvent[] = [];
    const emit = <T extends EventType>(type: T, of: EventData<T>) =>
      events.push(makeEvent(type, { source: '/teaching', subject: data.userId, time, data: of }));
    emit('ruzlet.course.enrollment.added.v1', data);
    expect(events[0]?.data).toEqual(data);
  });

  it('refuses an invalid time', () => {
    const make = () =>
      makeEvent('ruzlet.course.enrollment.added.v1', {
        source: '/teaching',
        subject: data.userId,
        time: new Date(Number.NaN),
        data,
      });
    expect(make).toThrow(RangeError);
  });
});
