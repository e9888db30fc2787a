import { randomBytes } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** version 00, trace id, parent id, flags; all zeros are no ids. */
const traceparentPattern = /^00-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-([0-9a-f]{2})$/;
const tracestateCharactersMax = 512;
/** Span ids come out of one buffer of chance: asking for eight bytes at a time costs more than the rest of the work. */
const chanceBytes = 8_192;

let chance = Buffer.alloc(0);

function randomHex(bytes: number): string {
  if (chance.length < bytes) chance = randomBytes(chanceBytes);
  const hex = chance.toString('hex', 0, bytes);
  chance = chance.subarray(bytes);
  return hex;
}

/**
 * W3C Trace Context for subgraphs: the client's trace goes on, or a new one begins; either way the router is a span of
 * its own. Nothing is sent anywhere else.
 */
export function traceHeaders(headers: IncomingHttpHeaders): Record<string, string> {
  const { traceparent, tracestate } = headers;
  const known = typeof traceparent === 'string' ? traceparentPattern.exec(traceparent) : null;
  const [, traceId, flags] = known ?? [];
  if (traceId === undefined || flags === undefined) {
    return { traceparent: `00-${randomHex(16)}-${randomHex(8)}-00` };
  }
  const next = { traceparent: `00-${traceId}-${randomHex(8)}-${flags}` };
  return typeof tracestate === 'string' && tracestate.length <= tracestateCharactersMax
    ? { ...next, tracestate }
    : next;
}
