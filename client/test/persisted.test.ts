import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Kind, print } from 'graphql';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RuzletClient } from '../src/client.js';
import * as generated from '../src/generated/operations.js';

const manifest = JSON.parse(
  readFileSync(new URL('../src/generated/persisted-operations.json', import.meta.url), 'utf8'),
);

describe('persisted operations', () => {
  let server: Server;
  let url: string;
  let seen: any[];
  let remembered: Set<string>;

  beforeEach(async () => {
    seen = [];
    remembered = new Set();
    server = createServer((request, response) => {
      let text = '';
      request.on('data', (chunk: Buffer) => (text += chunk.toString()));
      request.on('end', () => {
        const body = JSON.parse(text);
        seen.push(body);
        const hash: string = body.extensions?.persistedQuery.sha256Hash;
        if (body.query) remembered.add(hash);
        const known = remembered.has(hash);
        response.setHeader('content-type', 'application/json');
        const unknown = { errors: [{ message: 'no', extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }] };
        response.end(JSON.stringify(known ? { data: { me: null } } : unknown));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/graphql`;
  });
  afterEach(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  it('are registered under the hash of exactly what the SDK sends, all of them', () => {
    const documents = Object.values(generated).filter(
      ({ definitions: [first] }) => first?.kind === Kind.OPERATION_DEFINITION,
    );
    const texts = documents.map((document) => print(document)).sort();
    expect(manifest.operations.map(({ body }: { body: string }) => body).sort()).toEqual(texts);
    for (const { id, body } of manifest.operations) {
      expect(id).toBe(createHash('sha256').update(body).digest('hex'));
    }
  });

  it('are sent by hash, and in full once when the server does not know them', async () => {
    const client = new RuzletClient({ url, persisting: 'automatic' });
    await client.request(generated.MeDocument, {});
    await client.request(generated.MeDocument, {});
    expect(seen.map(({ query }) => query !== undefined)).toEqual([false, true, false]);
  });

  it('are sent by hash alone to a server that was given the manifest', async () => {
    const client = new RuzletClient({ url, persisting: 'registered' });
    await expect(client.request(generated.MeDocument, {})).rejects.toMatchObject({ code: 'PERSISTED_QUERY_NOT_FOUND' });
    expect(seen).toHaveLength(1);
    expect(manifest.operations).toContainEqual(
      expect.objectContaining({ name: 'Me', id: seen[0].extensions.persistedQuery.sha256Hash }),
    );
  });
});
