import { isUtf8 } from 'node:buffer';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { AppError, payloadTooLarge } from '../errors.js';

const jsonType = 'application/json; charset=utf-8';

/**
 * The body of a request as text.
 *
 * @param look sees each piece as it comes; what it throws ends the reading.
 * @throws AppError PAYLOAD_TOO_LARGE beyond `bytesMax`, the rest is left unread; BAD_USER_INPUT for what is not UTF-8.
 */
export function readBody(request: IncomingMessage, bytesMax: number, look?: (chunk: Buffer) => void): Promise<string> {
  // Events, not an async iterator: that makes several promises for each chunk, and every request comes through here.
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    let complete = false;
    function stop(error: unknown): void {
      chunks.length = 0;
      request.pause().removeAllListeners('data');
      reject(error instanceof Error ? error : new Error(String(error)));
    }
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > bytesMax) {
        stop(payloadTooLarge(`The request body is larger than ${String(bytesMax)} bytes.`));
        return;
      }
      try {
        look?.(chunk);
      } catch (error) {
        stop(error);
        return;
      }
      chunks.push(chunk);
    });
    request.once('end', () => {
      complete = true;
      const [only, second] = chunks;
      const body = only && !second ? only : Buffer.concat(chunks);
      // Else wrong bytes would be stored as question marks.
      if (isUtf8(body)) resolve(body.toString('utf8'));
      else reject(new AppError('BAD_USER_INPUT', 'The request body is not UTF-8.'));
    });
    request.once('error', reject);
    request.once('close', () => {
      if (!complete) reject(new Error('The client went away while it was sending.'));
    });
  });
}

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  sendText(response, status, jsonType, JSON.stringify(body));
}

/** Writes an answer whole, and leaves it to the caller to end it. */
export function writeJson(response: ServerResponse, status: number, body: unknown): void {
  const text = JSON.stringify(body);
  response.writeHead(status, { 'content-type': jsonType, 'content-length': Buffer.byteLength(text) });
  response.write(text);
}

export function sendText(response: ServerResponse, status: number, contentType: string, text: string): void {
  response.writeHead(status, { 'content-type': contentType, 'content-length': Buffer.byteLength(text) });
  response.end(text);
}
