import type { Writable } from 'node:stream';

/** One message on a link: which call it belongs to, and its text. */
export interface Frame {
  call: number;
  text: string;
}

/** What a link is asked for as in HTTP's `Upgrade` header. */
export const callLinkProtocol = 'ruzlet-calls';
/** The call number of a frame that says: begin nothing more here. */
export const goAway = 0;

/** Both numbers in front of a frame, unsigned and big-endian: bytes of the text, and the call. */
const headBytes = 8;

/** Writes frames; those of one turn of the event loop go out in one write. */
export function createFrameWriter(socket: Writable): (call: number, text: string) => void {
  let waiting: Frame[] = [];

  function flush(): void {
    const frames = waiting;
    waiting = [];
    if (socket.destroyed || socket.writableEnded) return;
    let bytes = 0;
    for (const { text } of frames) bytes += headBytes + Buffer.byteLength(text);
    const buffer = Buffer.allocUnsafe(bytes);
    let at = 0;
    for (const { call, text } of frames) {
      const length = buffer.write(text, at + headBytes, 'utf8');
      buffer.writeUInt32BE(length, at);
      buffer.writeUInt32BE(call, at + 4);
      at += headBytes + length;
    }
    socket.write(buffer);
  }

  return (call, text) => {
    if (waiting.push({ call, text }) === 1) setImmediate(flush);
  };
}

/**
 * Reads frames from what comes, however it is cut.
 *
 * @param bytesMax bytes of one text.
 * @returns what to call with each chunk, for the frames that are complete with it. It throws when a frame is too large.
 */
export function createFrameReader(bytesMax: number): (chunk: Buffer) => Frame[] {
  let parts: Buffer[] = [];
  let held = 0;
  let needed = headBytes;

  return (chunk) => {
    parts.push(chunk);
    held += chunk.length;
    if (held < needed) return [];
    const [only, second] = parts;
    let bytes = only && !second ? only : Buffer.concat(parts);
    const frames: Frame[] = [];
    needed = headBytes;
    while (bytes.length >= headBytes) {
      const length = bytes.readUInt32BE(0);
      if (length > bytesMax) throw new Error(`A frame is larger than ${String(bytesMax)} bytes.`);
      needed = headBytes + length;
      if (bytes.length < needed) break;
      frames.push({ call: bytes.readUInt32BE(4), text: bytes.toString('utf8', headBytes, needed) });
      bytes = bytes.subarray(needed);
      needed = headBytes;
    }
    parts = bytes.length > 0 ? [bytes] : [];
    held = bytes.length;
    return frames;
  };
}
