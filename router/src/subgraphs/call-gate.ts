/** How many calls may be under way, and how many may wait for their turn. */
export interface GateSettings {
  callsInFlightMax: number;
  callsWaitingMax: number;
}

export interface CallGate {
  /** Resolves when it is the call's turn, false when too many wait already. */
  enter(): true | false | Promise<true>;
  leave(): void;
  inFlight(): number;
}

/** Bounds the calls to one subgraph, so that a slow one does not take the memory of the rest. */
export function createCallGate(settings: GateSettings): CallGate {
  let inFlight = 0;
  const waiting: (() => void)[] = [];
  let head = 0;

  return {
    enter() {
      if (inFlight < settings.callsInFlightMax) {
        inFlight += 1;
        return true;
      }
      if (waiting.length - head >= settings.callsWaitingMax) return false;
      return new Promise((resolve) => {
        waiting.push(() => {
          resolve(true);
        });
      });
    },
    leave() {
      const next = waiting[head];
      if (!next) {
        inFlight -= 1;
        return;
      }
      // The place goes to who has waited longest.
      head += 1;
      if (head > 1_000 && head * 2 > waiting.length) {
        waiting.splice(0, head);
        head = 0;
      }
      next();
    },
    inFlight: () => inFlight,
  };
}
