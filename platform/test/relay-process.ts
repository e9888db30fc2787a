/** A relay in a process of its own, for tests that kill it. Its bus acknowledges everything; the first publish is told on stdout. */
import { createRelay } from '@ruzlet/platform/outbox/relay';
import postgres from 'postgres';
import { recordingBus, silent } from './outbox-fixture.js';

const [url] = process.argv.slice(2);
if (url === undefined) throw new Error('usage: relay-process <database url>');
const bus = recordingBus(() => {
  process.stdout.write('published\n');
  return Promise.resolve();
});
await createRelay({ sql: postgres(url), bus, logger: silent }).start();
