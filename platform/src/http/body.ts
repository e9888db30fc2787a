import type { IncomingMessage, ServerResponse } from 'node:http';
import { payloadTooLarge } from '../errors.js';

/**
 * The body of a request as text.
 *
 * @throws AppError PAYLOAD_TOO_LARGE beyond `bytesMax`; the rest is left unread.
 */
export function readBody(request: IncomingMessage, bytesMax: number): Promise<string> {
  // Events, not an async iterator: that makes several promises for each chunk, and every request comes through here.
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    let complete = false;
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > bytesMax) {
        request.pause().removeAllListeners('data');
        reject(payloadTooLarge(`The request body is larger than ${String(bytesMax)} bytes.`));
        return;
      }
      chunks.push(chunk);
    });
    request.once('end', () => {
      complete = true;
      const [only, second] = chunks;
      resolve((only && !second ? only : Buffer.concat(chunks)).toString('utf8'));
    });
    request.once('error', reject);
    request.once('close', () => {
      if (!complete) reject(new Error('The client went away while it was sending.'));
    });
  });
}

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
  });
  response.end(text);
}

export function sendText(response: ServerResponse, status: number, contentType: string, text: string): void {
  response.writeHead(status, { 'content-type': contentType, 'content-length': Buffer.byteLength(text) });
  response.end(text);
}
