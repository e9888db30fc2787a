/** An HTTP/1.1 response, read whole. */
export interface HttpResponse {
  status: number;
  text: string;
}

/** What the parser makes of the bytes so far. */
export interface ParsedResponse extends HttpResponse {
  /** Milliseconds for which the server keeps the idle connection, if it says so; 0 when it closes it. */
  keepAliveMs: number | undefined;
}

export interface ResponseParser {
  /** @returns the response when it is complete. @throws Error when it is no HTTP/1.1 response, or too large. */
  push(chunk: Buffer): ParsedResponse | undefined;
  /** The server has closed the connection. @returns the response when that completes it. */
  end(): ParsedResponse | undefined;
}

/** Bytes of the status line and headers together. */
const headBytesMax = 65_536;

interface Head {
  status: number;
  contentLength: number | undefined;
  chunked: boolean;
  keepAliveMs: number | undefined;
  bodyStart: number;
}

/**
 * Reads responses of one connection, one after another. Strict on purpose: what is ambiguous or unexpected ends the
 * connection, so that a response can never be taken for that of another request.
 */
export function createResponseParser(bodyBytesMax: number): ResponseParser {
  let head: Head | undefined;
  /** What has come and is not used yet, joined only when there may be enough of it. */
  let parts: Buffer[] = [];
  let partBytes = 0;
  let bytesNeeded = 0;
  /** The body of a chunked response so far. */
  let chunks: Buffer[] = [];
  let chunkBytes = 0;

  /** @returns nothing, since there is no response yet. */
  function keep(bytes: Buffer, needed: number): undefined {
    parts = bytes.length > 0 ? [bytes] : [];
    partBytes = bytes.length;
    bytesNeeded = needed;
    return undefined;
  }

  function finish({ status, keepAliveMs }: Head, text: string): ParsedResponse {
    keep(Buffer.alloc(0), 0);
    head = undefined;
    chunks = [];
    chunkBytes = 0;
    return { status, text, keepAliveMs };
  }

  function read(bytes: Buffer): ParsedResponse | undefined {
    if (!head) {
      const found = readHead(bytes);
      if (!found) {
        if (bytes.length > headBytesMax) throw new Error('The headers of the response are too large.');
        keep(bytes, bytes.length + 1);
        return;
      }
      const rest = bytes.subarray(found.bodyStart);
      // After 1xx comes the response.
      if (found.status < 200) return read(rest);
      head = found;
      bytes = rest;
    }
    if (head.chunked) return readChunks(bytes, head);
    const { contentLength } = head;
    if ((contentLength ?? bytes.length) > bodyBytesMax) throw tooLarge(bodyBytesMax);
    if (contentLength === undefined || bytes.length < contentLength) {
      keep(bytes, contentLength ?? 0);
      return;
    }
    if (bytes.length > contentLength) throw new Error('The response is longer than it says.');
    return finish(head, bytes.toString('utf8'));
  }

  function readChunks(bytes: Buffer, of: Head): ParsedResponse | undefined {
    for (;;) {
      const lineEnd = bytes.indexOf('\r\n', 0, 'latin1');
      if (lineEnd < 0) {
        if (bytes.length > headBytesMax) throw new Error('The response has a malformed chunk.');
        keep(bytes, bytes.length + 1);
        return;
      }
      const size = /^([0-9a-f]{1,8})(?:;.*)?$/i.exec(bytes.toString('latin1', 0, lineEnd))?.[1];
      if (size === undefined) throw new Error('The response has a malformed chunk.');
      const length = Number.parseInt(size, 16);
      const start = lineEnd + 2;
      if (length === 0) {
        // Trailers, if any, end with an empty line.
        const end =
          bytes.indexOf('\r\n', start, 'latin1') === start ? start : bytes.indexOf('\r\n\r\n', start, 'latin1') + 2;
        if (end < start) {
          keep(bytes, bytes.length + 1);
          return;
        }
        if (bytes.length > end + 2) throw new Error('The response is longer than it says.');
        return finish(of, Buffer.concat(chunks).toString('utf8'));
      }
      chunkBytes += length;
      if (chunkBytes > bodyBytesMax) throw tooLarge(bodyBytesMax);
      if (bytes.length < start + length + 2) {
        chunkBytes -= length;
        keep(bytes, start + length + 2);
        return;
      }
      chunks.push(bytes.subarray(start, start + length));
      bytes = bytes.subarray(start + length + 2);
    }
  }

  return {
    push(chunk) {
      parts.push(chunk);
      partBytes += chunk.length;
      if (partBytes < bytesNeeded) return undefined;
      const [only, second] = parts;
      return read(only && !second ? only : Buffer.concat(parts));
    },
    end() {
      if (!head || head.chunked || head.contentLength !== undefined) return undefined;
      return finish({ ...head, keepAliveMs: 0 }, Buffer.concat(parts).toString('utf8'));
    },
  };
}

function readHead(bytes: Buffer): Head | undefined {
  const end = bytes.indexOf('\r\n\r\n', 0, 'latin1');
  if (end < 0) return undefined;
  const [statusLine = '', ...lines] = bytes.toString('latin1', 0, end).split('\r\n');
  const status = Number(/^HTTP\/1\.1 (\d{3})(?: |$)/.exec(statusLine)?.[1]);
  if (!(status >= 100)) throw new Error('What answers does not speak HTTP/1.1.');
  const found: Head = { status, contentLength: undefined, chunked: false, keepAliveMs: undefined, bodyStart: end + 4 };
  for (const line of lines) readHeader(line, found);
  if (found.chunked && found.contentLength !== undefined) throw new Error('The response gives two lengths.');
  if (status === 204 || status === 304) found.contentLength = 0;
  return found;
}

function readHeader(line: string, to: Head): void {
  const colon = line.indexOf(':');
  if (colon <= 0) throw new Error('The response has a malformed header.');
  switch (line.slice(0, colon).toLowerCase()) {
    case 'content-length': {
      const value = line.slice(colon + 1).trim();
      if (!/^\d{1,15}$/.test(value) || to.contentLength !== undefined)
        throw new Error('The response has a bad length.');
      to.contentLength = Number(value);
      return;
    }
    case 'transfer-encoding':
      if (
        line
          .slice(colon + 1)
          .trim()
          .toLowerCase() !== 'chunked'
      )
        throw new Error('The response is encoded unknown.');
      to.chunked = true;
      return;
    case 'content-encoding':
      if (
        line
          .slice(colon + 1)
          .trim()
          .toLowerCase() !== 'identity'
      )
        throw new Error('Nobody asked for compression.');
      return;
    case 'connection':
      if (
        line
          .slice(colon + 1)
          .toLowerCase()
          .includes('close')
      )
        to.keepAliveMs = 0;
      return;
    case 'keep-alive': {
      const seconds = /timeout=(\d{1,6})/.exec(line)?.[1];
      if (seconds !== undefined && to.keepAliveMs !== 0) to.keepAliveMs = Number(seconds) * 1_000;
      return;
    }
    default:
  }
}

function tooLarge(bodyBytesMax: number): Error {
  return new Error(`The response is larger than ${String(bodyBytesMax)} bytes.`);
}
