import { createServer } from 'node:http';
import { createInProcessBus } from '@ruzlet/platform/bus/in-process-bus';
import { systemClock } from '@ruzlet/platform/clock';
import { createFolderObjects } from '@ruzlet/platform/objects/folder-objects';
import { createLogger } from '@ruzlet/platform/log';
import { createDecks } from '../../subgraphs/decks/src/create-decks.js';
import { createTestTokens } from '../../testkit/src/tokens.js';

/** The decks subgraph in a process of its own, as `run.ts` asks for it: `server.ts DATABASE-URL MEDIA-FOLDER USER-ID…`. */
const [databaseUrl = '', mediaFolder = '', ...userIds] = process.argv.slice(2);
const logger = createLogger({ name: 'bench', level: 'error' });
const bus = createInProcessBus({ logger });
// As in production: what is published is acknowledged by a consumer.
await bus.subscribe({ group: 'bench', topics: ['content.events', 'learning.events'], handle: () => Promise.resolve() });
const tokens = await createTestTokens();
const decks = await createDecks({
  databaseUrl,
  bus,
  clock: systemClock,
  verifyToken: tokens.verifyToken,
  logger,
  // Nothing here has media.
  objects: createFolderObjects({ folder: mediaFolder, baseUrl: 'http://127.0.0.1/objects', secret: 'x'.repeat(32) }),
});
await decks.start();
const server = createServer(decks.handler);
server.listen(0, '127.0.0.1', () => {
  void Promise.all(userIds.map((userId) => tokens.tokenFor({ userId }))).then((signed) => {
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    process.send?.({ url: `http://127.0.0.1:${String(port)}/graphql`, tokens: signed });
  });
});
process.on('message', (message) => {
  if (message === 'usage') process.send?.({ cpu: process.cpuUsage() });
});
process.once('disconnect', () => process.exit());
