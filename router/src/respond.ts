import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const compressGzip = promisify(gzip);
const compressBrotli = promisify(brotliCompress);

/** Shorter answers are sent as they are (bytes): compressing them saves less than it costs. */
export const compressFromBytes = 1_024;
/** Both leave most of the time to the graph: higher levels cost several times as much for a few percent. */
export const gzipLevel = 4;
export const brotliQuality = 4;

/** Ends a response with a text, compressed where the client takes it and it is worth it. */
export async function respond(
  request: Pick<IncomingMessage, 'headers'>,
  response: ServerResponse,
  answer: { status: number; headers: Record<string, string>; text: string; compress: boolean },
): Promise<void> {
  const { status, headers, text } = answer;
  if (answer.compress && text.length >= compressFromBytes) {
    const encoding = acceptedEncoding(request.headers['accept-encoding']);
    addVary(response, 'Accept-Encoding');
    if (encoding) {
      const body = await (encoding === 'br'
        ? compressBrotli(text, { params: { [constants.BROTLI_PARAM_QUALITY]: brotliQuality } })
        : compressGzip(text, { level: gzipLevel }));
      response.writeHead(status, { ...headers, 'content-encoding': encoding, 'content-length': body.length });
      response.end(body);
      return;
    }
  }
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(text) });
  response.end(text);
}

/** The best of the encodings that the client takes; those with `q=0` it does not. */
export function acceptedEncoding(accept: string | string[] | undefined): 'br' | 'gzip' | undefined {
  if (typeof accept !== 'string') return undefined;
  const taken = new Set(
    accept
      .split(',')
      .map((part) => part.trim().toLowerCase())
      .filter((part) => !/;\s*q=0(\.0*)?$/.test(part))
      .map((part) => part.split(';', 1)[0]),
  );
  if (taken.has('br')) return 'br';
  return taken.has('gzip') || taken.has('*') ? 'gzip' : undefined;
}

export function addVary(response: ServerResponse, name: string): void {
  const set = response.getHeader('vary');
  response.setHeader('vary', typeof set === 'string' ? `${set}, ${name}` : name);
}
