import type { EventOf, EventType, RuzletEvent } from './registry.js';

/** Handlers by event type; each gets events of its own type. */
export type EventHandlers<Tx> = { [T in EventType]?: (tx: Tx, event: EventOf<T>) => Promise<void> };

/** One handler for all events out of handlers per type. Types without a handler are ignored. */
export function on<Tx>(handlers: EventHandlers<Tx>): (tx: Tx, event: RuzletEvent) => Promise<void> {
  return async (tx, event) => {
    await handle(handlers, tx, event);
  };
}

/** Generic in the type, so that the compiler knows that handler and event belong together. */
async function handle<Tx, T extends EventType>(handlers: EventHandlers<Tx>, tx: Tx, event: EventOf<T>): Promise<void> {
  await handlers[event.type]?.(tx, event);
}
