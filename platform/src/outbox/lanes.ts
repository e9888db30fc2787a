/** Messages of one key, in order. */
export type Lane<M> = M[];

export interface LaneWork<M> {
  /** Names the lane of a message: those of one lane are worked on one after another. */
  laneOf: (message: M) => string;
  /** Lanes that are worked on at the same time (count). */
  lanesMax: number;
  one: (message: M) => Promise<void>;
  /** Messages that may be worked on as a set, those of one lane still in order; false when they have to come one by one. */
  together?: { takes: (message: M) => boolean; all: (messages: M[]) => Promise<boolean> };
}

/**
 * Works on the messages of each lane in order: as sets of several lanes where that is possible, the others one by one, up to `lanesMax` lanes at the same
 * time. When one fails, no further message is begun; rejects with the first failure after those that run have ended.
 */
export async function handleLanes<M>(batch: M[], { laneOf, lanesMax, one, together }: LaneWork<M>): Promise<void> {
  const lanes = new Map<string, Lane<M>>();
  for (const message of batch) {
    const name = laneOf(message);
    const lane = lanes.get(name);
    if (lane) lane.push(message);
    else lanes.set(name, [message]);
  }
  let left = [...lanes.values()];
  while (left.length > 0) {
    if (together) {
      const sets = left.map((lane) => takeWhile(lane, together.takes)).filter((set) => set.length > 0);
      const messages = sets.flat();
      const done = messages.length > 1 && (await together.all(messages));
      if (!done) await inLanes(sets, lanesMax, one);
    }
    const single = left.map((lane) => takeWhile(lane, (message) => together?.takes(message) !== true));
    await inLanes(single, lanesMax, one);
    left = left.filter((lane) => lane.length > 0);
  }
}

/** Takes messages from the front of the lane, as long as they fit. */
function takeWhile<M>(lane: Lane<M>, fits: (message: M) => boolean): Lane<M> {
  const end = lane.findIndex((message) => !fits(message));
  return lane.splice(0, end === -1 ? lane.length : end);
}

async function inLanes<M>(lanes: Lane<M>[], lanesMax: number, one: (message: M) => Promise<void>): Promise<void> {
  const waiting = lanes.filter((lane) => lane.length > 0);
  const failures: unknown[] = [];

  async function work(): Promise<void> {
    for (let lane = waiting.shift(); lane; lane = waiting.shift()) {
      for (const message of lane) {
        if (failures.length > 0) return;
        try {
          await one(message);
        } catch (error) {
          failures.push(error);
          return;
        }
      }
    }
  }

  await Promise.all(Array.from({ length: Math.min(lanesMax, waiting.length) }, work));
  if (failures.length > 0) throw failures[0];
}
