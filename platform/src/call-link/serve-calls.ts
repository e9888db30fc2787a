import type { Duplex } from 'node:stream';
import type { TakeUpgrade } from '../http/upgrades.js';
import { callLinkProtocol, createFrameReader, createFrameWriter, goAway } from './frames.js';

/** What one link may hold. */
export interface CallLinkLimits {
  /** Bytes of one call. */
  callBytesMax: number;
  /** Calls under way on one link (count), beyond which no more is read from it. */
  callsUnderWayMax: number;
  /** Bytes of answers that wait to be sent, beyond which no more is read. */
  bytesUnsentMax: number;
  /** Milliseconds that calls get to end when the service stops. */
  drainMs: number;
}

export interface CallServer {
  /** Takes connections that are to be links. */
  upgrade: TakeUpgrade;
  /** Asks all to call elsewhere; links end with their calls, and at the latest in `drainMs`. */
  drain(): void;
  close(): void;
}

/**
 * Answers many calls on one connection, in whatever order they end. It begins as an HTTP request with `Upgrade`, and costs
 * each call a fraction of what a request of its own does.
 *
 * @param answer never throws: what goes wrong is in its text.
 */
export function createCallServer(
  answer: (text: string, remoteAddress: string | undefined) => Promise<string>,
  limits: CallLinkLimits,
): CallServer {
  const sockets = new Map<Duplex, (call: number, text: string) => void>();

  function serve(socket: Duplex, remoteAddress: string | undefined, head: Buffer): void {
    const write = createFrameWriter(socket);
    const read = createFrameReader(limits.callBytesMax);
    let underWay = 0;
    sockets.set(socket, write);

    const isFull = (): boolean => underWay >= limits.callsUnderWayMax || socket.writableLength > limits.bytesUnsentMax;
    const goOn = (): void => {
      if (socket.isPaused() && !isFull()) socket.resume();
    };
    async function take(call: number, text: string): Promise<void> {
      underWay += 1;
      const answered = await answer(text, remoteAddress);
      underWay -= 1;
      write(call, answered);
      goOn();
    }
    const receive = (chunk: Buffer): void => {
      try {
        for (const { call, text } of read(chunk)) void take(call, text);
        if (isFull()) socket.pause();
      } catch {
        // What follows cannot be told apart any more.
        socket.destroy();
      }
    };
    socket.on('data', receive);
    socket.on('drain', goOn);
    // Whoever called has gone, or has been told to go: what it still waits for is sent first.
    socket.on('end', () => socket.end());
    socket.on('error', () => socket.destroy());
    socket.on('close', () => sockets.delete(socket));
    if (head.length > 0) receive(head);
  }

  return {
    upgrade(request, socket, head) {
      if (request.headers.upgrade?.toLowerCase() !== callLinkProtocol) return false;
      const { remoteAddress } = request.socket;
      request.socket.setTimeout(0);
      request.socket.setNoDelay(true);
      request.socket.setKeepAlive(true, 30_000);
      socket.write(`HTTP/1.1 101 Switching Protocols\r\nconnection: Upgrade\r\nupgrade: ${callLinkProtocol}\r\n\r\n`);
      serve(socket, remoteAddress, head);
      return true;
    },
    drain() {
      for (const write of sockets.values()) write(goAway, '');
      setTimeout(() => {
        for (const socket of sockets.keys()) socket.destroy();
      }, limits.drainMs).unref();
    },
    close() {
      for (const socket of sockets.keys()) socket.destroy();
    },
  };
}
