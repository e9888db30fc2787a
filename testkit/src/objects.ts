import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { systemClock, type Clock } from '@ruzlet/platform/clock';
import { createFolderObjects } from '@ruzlet/platform/objects/folder-objects';
import type { ObjectStore } from '@ruzlet/platform/objects/objects';
import { inject } from 'vitest';
// Declares the provided context that `inject` reads.
import type {} from './global-setup.js';

export interface TestObjects extends ObjectStore {
  /** Where the objects lie. */
  folder: string;
}

/** An empty object store in a folder of this run, whose signed URLs are served. */
export async function openTestObjects(clock: Clock = systemClock): Promise<TestObjects> {
  const folder = path.join(inject('testScratchFolder'), `objects-${randomUUID()}`);
  const server = createServer((request, response) => {
    objects.handler(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const objects = createFolderObjects({
    folder,
    baseUrl: `http://127.0.0.1:${String(port)}/objects`,
    secret: randomUUID(),
    clock,
  });
  return {
    ...objects,
    folder,
    close: async () => {
      await objects.close();
      server.closeAllConnections();
      await new Promise<void>((resolve) => {
        server.close(() => {
          resolve();
        });
      });
    },
  };
}
