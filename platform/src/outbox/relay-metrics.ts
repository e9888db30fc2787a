import { Gauge, type Registry } from 'prom-client';
import type { Relay } from './relay.js';

/**
 * Shows how far a relay is behind at every scrape: `ruzlet_outbox_events` (count) and `ruzlet_outbox_oldest_seconds`, of events that
 * the bus has not acknowledged yet. While the database is away both show nothing rather than an old figure.
 */
export function relayMetrics(relay: Pick<Relay, 'lag'>): (registry: Registry) => void {
  return (registry) => {
    const events = new Gauge({
      name: 'ruzlet_outbox_events',
      help: 'Events in the outbox that the bus has not acknowledged',
      registers: [registry],
      async collect() {
        try {
          const lag = await relay.lag();
          events.set(lag.rows);
          oldest.set(lag.oldestMs / 1_000);
        } catch {
          events.set(Number.NaN);
          oldest.set(Number.NaN);
        }
      },
    });
    const oldest = new Gauge({
      name: 'ruzlet_outbox_oldest_seconds',
      help: 'Age of the oldest of these events',
      registers: [registry],
    });
  };
}
