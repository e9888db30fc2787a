/** Time as an argument: production passes `systemClock`, tests own theirs. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };
