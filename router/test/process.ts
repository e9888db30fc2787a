import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { waitFor } from '@ruzlet/testkit/wait';

/** The router as its users start it: a process of its own, over real HTTP. */
export interface RouterProcess {
  url: string;
  child: ChildProcess;
  /** What it has logged so far. */
  log: () => string;
  ask(query: string, headers?: Record<string, string>): Promise<{ status: number; body: any }>;
  /** Ends it as an operator would, and gives its exit code. */
  end(signal?: NodeJS.Signals): Promise<number | null>;
}

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));

export async function runRouter(env: Record<string, string>, nodeArguments: string[] = []): Promise<RouterProcess> {
  const sources = ['--conditions=@ruzlet/source', '--import', 'tsx'];
  const child = spawn(process.execPath, [...sources, ...nodeArguments, main], {
    env: { PATH: process.env.PATH, PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (log += chunk.toString()));
  const exited = once(child, 'exit');
  const port = await waitFor(() => (child.exitCode === null ? /"port":(\d+)/.exec(log)?.[1] : 'none'), {
    timeoutMs: 30_000,
    what: 'the start of the router',
  });
  if (port === 'none') throw new Error(`The router did not start: ${log}`);
  const url = `http://127.0.0.1:${port}/graphql`;
  return {
    url,
    child,
    log: () => log,
    async ask(query, headers = {}) {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ query }),
      });
      return { status: response.status, body: await response.json() };
    },
    async end(signal = 'SIGTERM') {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal);
      await exited;
      return child.exitCode;
    },
  };
}

/** A server over HTTP that answers a request's body with JSON: as little of a subgraph as a test needs. */
export async function serveJson(
  answer: (body: any, request: IncomingMessage, response: ServerResponse) => unknown,
): Promise<{ url: string; port: number; close: () => Promise<void> }> {
  const server = createServer((request, response) => {
    // Routers ask what else is spoken here.
    if (request.headers.upgrade !== undefined) {
      response.writeHead(400).end();
      return;
    }
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const text = Buffer.concat(chunks).toString();
      void Promise.resolve(answer(text === '' ? undefined : JSON.parse(text), request, response)).then((body) => {
        if (response.headersSent || response.destroyed) return;
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify(body));
      });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${String(port)}/graphql`,
    port,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
