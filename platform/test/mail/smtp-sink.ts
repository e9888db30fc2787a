import { createServer, type Socket } from 'node:net';

export interface SmtpSink {
  url: string;
  mails: string[];
  close(): Promise<void>;
}

/** As much of a mail server (RFC 5321) as taking mails over needs. */
export async function openSmtpSink(): Promise<SmtpSink> {
  const mails: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    converse(socket, mails);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    url: `smtp://127.0.0.1:${address !== null && typeof address === 'object' ? address.port : 0}`,
    mails,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function converse(socket: Socket, mails: string[]): void {
  let pending = '';
  let inMail = false;
  socket.setEncoding('utf8');
  socket.on('error', () => undefined);
  socket.write('220 sink\r\n');
  socket.on('data', (chunk: string) => {
    pending += chunk;
    for (;;) {
      const ending = inMail ? '\r\n.\r\n' : '\r\n';
      const end = pending.indexOf(ending);
      if (end === -1) return;
      const piece = pending.slice(0, end);
      pending = pending.slice(end + ending.length);
      if (inMail) {
        mails.push(`${piece}\r\n`);
        inMail = false;
        socket.write('250 taken\r\n');
      } else {
        inMail = piece.toUpperCase() === 'DATA';
        socket.write(inMail ? '354 go on\r\n' : '250 ok\r\n');
      }
    }
  });
}
