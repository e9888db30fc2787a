import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeEvent, encodeEvent, EventDecodeError } from '../src/codec.js';
import { arbitraryEvent } from './arbitrary-event.js';
import { fixtures } from './fixtures.js';

/** Runs the decoder on a text that may be no event; anything but an event or an EventDecodeError escapes. */
function decodeOrRefuse(text: string): unknown {
  try {
    return decodeEvent(text);
  } catch (error) {
    if (error instanceof EventDecodeError) return error;
    throw error;
  }
}

describe('codec', () => {
  it('decodes what it encodes to the same event, for any event', () => {
    fc.assert(
      fc.property(arbitraryEvent, (event) => {
        expect(decodeEvent(encodeEvent(event).value)).toEqual(event);
      }),
      { numRuns: 500 },
    );
  });

  it('throws nothing but EventDecodeError on any text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), (text) => {
        expect(decodeOrRefuse(text)).toBeInstanceOf(EventDecodeError);
      }),
      { numRuns: 1_000 },
    );
  });

  it('throws nothing but EventDecodeError on events with any part replaced', () => {
    const anyFixture = fc.constantFrom(...fixtures).map(({ json }) => json);
    fc.assert(
      fc.property(anyFixture, fc.nat(), fc.nat(), fc.jsonValue(), (json, attribute, field, value) => {
        const envelope = replaceOne(json, attribute, value);
        const data = { ...json, data: replaceOne(json.data, field, value) };
        decodeOrRefuse(JSON.stringify(envelope));
        decodeOrRefuse(JSON.stringify(data));
      }),
      { numRuns: 1_000 },
    );
  });

  it('throws nothing but EventDecodeError on events that were cut off', () => {
    fc.assert(
      fc.property(fc.constantFrom(...fixtures), fc.nat(), ({ text }, cut) => {
        const body = text.trimEnd();
        expect(decodeOrRefuse(body.slice(0, cut % body.length))).toMatchObject({ reason: 'NOT_JSON' });
      }),
    );
  });
});

function replaceOne(object: Record<string, unknown>, index: number, value: unknown): object {
  const names = Object.keys(object);
  return { ...object, [names[index % names.length] ?? 'data']: value };
}
