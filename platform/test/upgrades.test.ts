import { createServer } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { afterEach, describe, it } from 'vitest';
import { takeUpgrades } from '@ruzlet/platform/http/upgrades';
import { waitFor } from '@ruzlet/testkit/wait';

let close = (): void => undefined;
afterEach(() => {
  close();
});

describe('a request for a protocol that is not spoken', () => {
  it('is answered as an ordinary one, with its body and what follows on the connection, whole or in pieces', async () => {
    const server = createServer((request, response) => {
      let text = '';
      request.on('data', (chunk: Buffer) => (text += chunk.toString()));
      request.on('end', () => {
        response.end(`${request.url ?? ''} ${String(request.headers['x-kept'])} ${text};`);
      });
    });
    takeUpgrades(server, () => false);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
    close = () => {
      socket.destroy();
      server.close();
    };
    let received = '';
    socket.on('data', (chunk: Buffer) => (received += chunk.toString()));
    const request = (path: string, body: string, more = '') =>
      `POST ${path} HTTP/1.1\r\nHost: x\r\nX-Kept: é\r\n${more}Content-Length: ${String(body.length)}\r\n\r\n${body}`;
    const h2c = 'Connection: Upgrade, HTTP2-Settings\r\nHTTP2-Settings: AAA\r\nUpgrade: h2c\r\n';

    socket.write(request('/one', 'whole', h2c), 'latin1');
    await waitFor(() => received.includes('/one é whole;'));
    socket.write(request('/two', 'plain'), 'latin1');
    await waitFor(() => received.includes('/two é plain;'));
    const split = request('/three', 'x'.repeat(100_000), h2c);
    socket.write(split.slice(0, 60), 'latin1');
    socket.write(split.slice(60, 50_000), 'latin1');
    socket.write(split.slice(50_000), 'latin1');
    await waitFor(() => received.includes(`/three é ${'x'.repeat(100_000)};`));
    socket.write(request('/four', 'last', h2c), 'latin1');
    await waitFor(() => received.includes('/four é last;'));
  });
});
