import type { Clock } from '@ruzlet/platform/clock';

/** A clock that stands still until the test moves it. */
export interface TestClock extends Clock {
  set(to: Date | string): void;
  /** Moves on by so many milliseconds. */
  advance(ms: number): void;
}

export function testClock(start: Date | string = '2026-01-15T12:00:00Z'): TestClock {
  let now = instant(start);
  return {
    // A copy, since dates can be changed by whoever holds them.
    now: () => new Date(now),
    set: (to) => {
      now = instant(to);
    },
    advance: (ms) => {
      now += ms;
    },
  };
}

function instant(at: Date | string): number {
  const time = new Date(at).getTime();
  if (Number.isNaN(time)) throw new Error(`"${String(at)}" is no instant: write it like 2026-01-15T12:00:00Z.`);
  return time;
}
