import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { Clock } from '../clock.js';
import { attachment } from './content-disposition.js';
import { ObjectTooLargeError, type ObjectFolder } from './object-folder.js';
import { isObjectKey } from './object-key.js';
import { verifyGrant, type Grant } from './signed-urls.js';

export interface ObjectHandlerOptions {
  folder: ObjectFolder;
  /** What precedes the key in the path, without a slash at the end. */
  basePath: string;
  secret: string;
  uploadBytesMax: number;
  clock: Clock;
}

/** Uploads and downloads by signed URL. The signature is the permission: no cookie, no token. */
export function createObjectHandler(options: ObjectHandlerOptions): RequestListener {
  return (request, response) => {
    answer(options, request, response).catch((error: unknown) => {
      if (response.headersSent) response.destroy(error instanceof Error ? error : undefined);
      else refuse(request, response, 500, 'Something went wrong on our side.');
    });
  };
}

async function answer(
  options: ObjectHandlerOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  // Signed URLs are meant to work from any page, as those of S3.
  response.setHeader('access-control-allow-origin', '*');
  response.setHeader('access-control-expose-headers', 'etag, content-length, content-range');
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
  const key = pathname.startsWith(`${options.basePath}/`) ? pathname.slice(options.basePath.length + 1) : '';
  if (!isObjectKey(key)) {
    refuse(request, response, 404, 'There is no such object.');
    return;
  }
  if (request.method === 'OPTIONS') {
    response.setHeader('access-control-allow-methods', 'GET, HEAD, PUT');
    response.setHeader('access-control-allow-headers', 'content-type, range');
    response.setHeader('access-control-max-age', '86400');
    response.writeHead(204).end();
    return;
  }
  const grant = verifyGrant(key, searchParams, options.secret);
  const method = request.method === 'HEAD' ? 'GET' : request.method;
  if (!grant || grant.method !== method) {
    refuse(request, response, 403, 'The signature does not fit this request.');
  } else if (grant.expiresAtMs <= options.clock.now().getTime()) {
    refuse(request, response, 403, 'The URL has expired: ask for a new one.');
  } else if (method === 'PUT') {
    await upload(options, grant, request, response);
  } else {
    await download(options, grant, request, response);
  }
}

async function upload(
  { folder, uploadBytesMax }: ObjectHandlerOptions,
  grant: Grant,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const contentType = request.headers['content-type'];
  if (grant.contentType === undefined || contentType !== grant.contentType) {
    refuse(request, response, 403, `The URL is for an upload of type ${grant.contentType ?? '(none)'}.`);
    return;
  }
  const tooLarge = `An object may have ${uploadBytesMax} bytes.`;
  if (Number(request.headers['content-length'] ?? 0) > uploadBytesMax) {
    refuse(request, response, 413, tooLarge);
    return;
  }
  try {
    const { etag } = await folder.write(grant.key, request, grant.contentType, uploadBytesMax);
    response.writeHead(200, { etag: `"${etag}"` }).end();
  } catch (error) {
    if (!(error instanceof ObjectTooLargeError)) throw error;
    refuse(request, response, 413, tooLarge);
  }
}

async function download(
  { folder }: ObjectHandlerOptions,
  grant: Grant,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const object = await folder.open(grant.key);
  if (!object) {
    refuse(request, response, 404, 'There is no such object.');
    return;
  }
  try {
    const range = parseRange(request.headers.range, object.sizeBytes);
    response.setHeader('accept-ranges', 'bytes');
    response.setHeader('etag', `"${object.etag}"`);
    // Whatever was uploaded is never run as a page of ours.
    response.setHeader('x-content-type-options', 'nosniff');
    response.setHeader('content-security-policy', "default-src 'none'; sandbox");
    if (grant.fileName !== undefined) response.setHeader('content-disposition', attachment(grant.fileName));
    if (range === 'unsatisfiable') {
      response.setHeader('content-range', `bytes */${object.sizeBytes}`);
      refuse(request, response, 416, `The object has ${object.sizeBytes} bytes.`);
      return;
    }
    response.setHeader('content-type', object.contentType);
    response.setHeader('content-length', range ? range.end - range.start + 1 : object.sizeBytes);
    if (range) response.setHeader('content-range', `bytes ${range.start}-${range.end}/${object.sizeBytes}`);
    response.writeHead(range ? 206 : 200);
    if (request.method === 'HEAD') response.end();
    else await pipeline(object.read(range), response);
  } finally {
    await object.close();
  }
}

/** One range of bytes, as players ask for it to jump in a recording; several at once are answered with the whole. */
function parseRange(
  header: string | undefined,
  size: number,
): { start: number; end: number } | 'unsatisfiable' | undefined {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (first === '' && last === '') return undefined;
  const start = first === '' ? Math.max(size - Number(last), 0) : Number(first);
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  return start <= end ? { start, end } : 'unsatisfiable';
}

function refuse(request: IncomingMessage, response: ServerResponse, status: number, message: string): void {
  // What is left of an upload is not read: the connection cannot be used again.
  if (!request.complete) response.setHeader('connection', 'close');
  const body = `${JSON.stringify({ error: message })}\n`;
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) });
  response.end(request.method === 'HEAD' ? undefined : body);
}
