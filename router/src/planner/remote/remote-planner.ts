import type { PlannerCapabilities, PlannerDriver, PlannerName } from '../planner.js';
import { usePlanningPlace, type Place, type PlaceEvents, type PlanningPlace } from './planning-place.js';

/**
 * A planner in a thread or process of its own that all supergraphs share: it plans one operation after the other. A plan that is
 * given up takes the place with it, and so does a crash; the next one begins in another.
 */
export function createRemotePlanner(options: {
  name: PlannerName;
  capabilities: PlannerCapabilities;
  open: (events: PlaceEvents) => Place;
}): PlannerDriver {
  let place: PlanningPlace | undefined;
  let lastGraph = 0;
  let closed = false;

  function current(): PlanningPlace {
    if (closed) throw new Error('The planner is closed.');
    if (!place?.isAlive()) place = usePlanningPlace(options.open);
    return place;
  }

  return {
    name: options.name,
    capabilities: options.capabilities,
    atOnceMax: 1,
    load(sdl) {
      const graph = ++lastGraph;
      const ready = () => current().load(graph, sdl);
      // Started now, so that the first operation does not wait for it; what goes wrong is told to who asks.
      ready().catch(() => undefined);
      return {
        ready,
        async plan(operation, signal, labels) {
          const used = current();
          // Ends at once, in the middle of whatever it does.
          const end = (): void => {
            void used.end();
          };
          signal.addEventListener('abort', end, { once: true });
          try {
            await used.load(graph, sdl);
            return await used.plan(graph, operation, labels);
          } finally {
            signal.removeEventListener('abort', end);
          }
        },
        close() {
          place?.drop(graph);
        },
      };
    },
    async close() {
      closed = true;
      await place?.end();
    },
  };
}
