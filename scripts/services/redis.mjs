// Redis from Debian, with the command line that compose.yaml gives its container.
import { mkdirSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { requirePrograms } from './programs.mjs';

export function redisService(settings, services) {
  const port = settings.port('redis');
  const folder = join(settings.data, 'redis');
  return {
    name: 'redis',
    port,
    async install() {
      await requirePrograms({ 'redis-server': 'redis-server' });
      mkdirSync(folder, { recursive: true });
    },
    start() {
      const [command, ...args] = services.redis.command.map(String);
      return {
        command,
        args: [...args, '--bind', '127.0.0.1', '--port', String(port), '--dir', folder, '--daemonize', 'no'],
      };
    },
    ready: () => answersPing(port),
  };
}

async function answersPing(port) {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port }, () => socket.write('PING\r\n'));
    const end = (answer) => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(2_000, () => end(false));
    socket.once('data', (data) => end(data.toString().startsWith('+PONG')));
    socket.once('error', () => end(false));
  });
}
