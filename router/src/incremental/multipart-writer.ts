import type { IncomingMessage, ServerResponse } from 'node:http';
import { constants, createBrotliCompress, createGzip } from 'node:zlib';
import type { GraphQLError, GraphQLFormattedError } from 'graphql';
import type { PartWriter } from '../executor/delivery.js';
import { acceptedEncoding, addVary, brotliQuality, gzipLevel } from '../respond.js';
import { deferSpec } from './accepts-parts.js';

/** Each compressed answer in parts holds a window for as long as it lasts (bits: 2^18 bytes). */
const brotliWindowBits = 18;

export interface MultipartOptions {
  compress: boolean;
  /** What caches are told; asked when the first part goes out. */
  cacheControl: () => string;
  present: (errors: readonly GraphQLError[]) => GraphQLFormattedError[];
}

/**
 * An answer as `multipart/mixed` in the version of incremental delivery that Apollo's clients and routers speak: the first part
 * is `{ data, errors?, hasNext }`, each after it `{ incremental: [{ path, label?, data, errors? }], hasNext }`. Each part ends
 * with the boundary of the next one, so that a client knows that it has it all.
 */
export function createMultipartWriter(
  request: Pick<IncomingMessage, 'headers'>,
  response: ServerResponse,
  { compress, cacheControl, present }: MultipartOptions,
): PartWriter {
  let body: Body | undefined;
  let first: string | undefined;
  const fragments: string[] = [];

  function open(): Body {
    if (compress) addVary(response, 'Accept-Encoding');
    const encoding = compress ? acceptedEncoding(request.headers['accept-encoding']) : undefined;
    response.writeHead(200, {
      'content-type': `multipart/mixed; boundary="-"; deferSpec=${deferSpec}`,
      'cache-control': cacheControl(),
      // Proxies that collect answers would hold parts back.
      'x-accel-buffering': 'no',
      ...(encoding && { 'content-encoding': encoding }),
    });
    return encoding ? compressInto(response, encoding) : plainInto(response);
  }

  function json({ data, errors }: { data: unknown; errors: readonly GraphQLError[] }): string {
    const told = errors.length > 0 ? `,"errors":${JSON.stringify(present(errors))}` : '';
    return `"data":${JSON.stringify(data)}${told}`;
  }

  return {
    first(result) {
      first = json(result);
    },
    fragment({ path, label, data, errors }) {
      const named = label === undefined ? '' : `,"label":${JSON.stringify(label)}`;
      fragments.push(`{"path":${JSON.stringify(path)}${named},${json({ data, errors })}}`);
    },
    flush(hasNext) {
      if (response.destroyed) return;
      const isFirst = body === undefined;
      body ??= open();
      const incremental = fragments.length > 0 ? [`"incremental":[${fragments.splice(0).join()}]`] : [];
      const members = [...(first === undefined ? [] : [first]), ...incremental, `"hasNext":${String(hasNext)}`];
      first = undefined;
      const head = 'content-type: application/json; charset=utf-8\r\n\r\n';
      body.write(`${isFirst ? '\r\n---\r\n' : ''}${head}{${members.join()}}\r\n---${hasNext ? '' : '--'}\r\n`);
      if (!hasNext) body.end();
    },
  };
}

interface Body {
  /** Sends what can be read when it comes. */
  write: (text: string) => void;
  end: () => void;
}

function plainInto(response: ServerResponse): Body {
  return {
    write: (text) => response.write(text),
    end: () => response.end(),
  };
}

function compressInto(response: ServerResponse, encoding: 'br' | 'gzip'): Body {
  const compressor =
    encoding === 'br'
      ? createBrotliCompress({
          params: {
            [constants.BROTLI_PARAM_QUALITY]: brotliQuality,
            [constants.BROTLI_PARAM_LGWIN]: brotliWindowBits,
          },
        })
      : createGzip({ level: gzipLevel });
  compressor.pipe(response);
  response.once('close', () => compressor.destroy());
  return {
    write(text) {
      compressor.write(text);
      compressor.flush();
    },
    end: () => compressor.end(),
  };
}
