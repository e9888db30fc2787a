import { describe, expect, it } from 'vitest';
import { decodeEvent, encodeEvent, eventBytesMax, EventDecodeError, EventEncodeError } from '../src/codec.js';
import { collaboratorsMax, titleCharactersMax } from '../src/fields.js';
import { makeEvent } from '../src/make-event.js';
import type { EventData, RuzletEvent } from '../src/registry.js';
import { fixtures } from './fixtures.js';

const deckId = '01973c52-8e04-7d27-b1c9-0f5a6e3d7b42';
const ownerId = '01973c4b-11f2-7a90-8d6c-2e94f0a7b3d1';
const otherId = '01973c4e-5a10-7c3e-9f21-6b0d8a4e1c55';

const deck: EventData<'ruzlet.content.deck.created.v1'> = {
  deckId,
  ownerId,
  title: 'Capitals',
  visibility: 'PRIVATE',
  cardCount: 0,
  editorIds: [],
  viewerIds: [],
};

function deckCreated(changes: Partial<RuzletEvent> = {}, data: object = {}): RuzletEvent {
  const event = makeEvent('ruzlet.content.deck.created.v1', {
    source: '/decks',
    subject: deckId,
    time: new Date('2026-03-01T17:20:33.415Z'),
    requestId: 'request-1',
    data: { ...deck, ...data },
  });
  return Object.assign(event, changes);
}

/** The message of a deck event as a text, with attributes or data changed; undefined takes a field out. */
function message(attributes: object = {}, data: object = {}): string {
  return JSON.stringify({ ...wire(), ...attributes, ...('data' in attributes ? {} : { data: { ...deck, ...data } }) });
}

function wire(): object {
  const parsed: unknown = JSON.parse(encodeEvent(deckCreated()).value);
  return typeof parsed === 'object' && parsed !== null ? parsed : {};
}

function refusal(text: string): EventDecodeError {
  try {
    decodeEvent(text);
  } catch (error) {
    if (error instanceof EventDecodeError) return error;
    throw error;
  }
  throw new Error(`decoded: ${text}`);
}

describe('encodeEvent', () => {
  it('writes CloudEvents 1.0 in structured JSON, with topic and key for the bus', () => {
    const event = deckCreated();
    const { value, ...routing } = encodeEvent(event);
    expect(routing).toEqual({ id: event.id, type: event.type, topic: 'content.events', key: deckId });
    expect(JSON.parse(value)).toEqual({
      specversion: '1.0',
      id: event.id,
      source: '/decks',
      type: 'ruzlet.content.deck.created.v1',
      time: '2026-03-01T17:20:33.415Z',
      subject: deckId,
      datacontenttype: 'application/json',
      dataschema: 'urn:ruzlet:schema:ruzlet.content.deck.created.v1',
      partitionkey: deckId,
      requestid: 'request-1',
      data: deck,
    });
  });

  it.each<[string, RuzletEvent, string]>([
    ['data that does not fit the schema', deckCreated({}, { cardCount: -1 }), 'data.cardCount'],
    ['a field that the schema does not know', deckCreated({}, { colour: 'red' }), 'data.colour: no such field'],
    ['the source of another subgraph', deckCreated({ source: '/users' }), 'source: expected /decks'],
    ['a key that is not the key field', deckCreated({ key: otherId }), `key: expected data.deckId (${deckId})`],
    ['an id that is no UUID', deckCreated({ id: '7' }), 'id: '],
    ['a time that is not in UTC', deckCreated({ time: '2026-03-01T17:20:33+03:00' }), 'time: '],
    ['an empty subject', deckCreated({ subject: '' }), 'subject: '],
  ])('refuses %s', (_, event, reason) => {
    expect(() => encodeEvent(event)).toThrow(EventEncodeError);
    expect(() => encodeEvent(event)).toThrow(reason);
  });

  it('refuses unknown fields inside lists', () => {
    const fixture = fixtures.find(({ file }) => file === 'ruzlet.learning.test.submitted.v1.json');
    const event = decodeEvent(fixture?.text ?? '');
    if (event.type !== 'ruzlet.learning.test.submitted.v1') throw new Error(event.type);
    Object.assign(event.data.answers[1] ?? {}, { answer: 'Fe' });
    expect(() => encodeEvent(event)).toThrow('data.answers.1.answer: no such field');
  });

  it('takes an optional field that is undefined for an absent one', () => {
    const event = makeEvent('ruzlet.user.session.started.v1', {
      source: '/auth',
      subject: otherId,
      time: new Date(),
      data: { userId: otherId, sessionId: ownerId, userAgent: undefined },
    });
    expect(encodeEvent(event).value).not.toContain('userAgent');
  });

  it('fits the largest deck that the schema allows into eventBytesMax', () => {
    const ids = Array.from({ length: collaboratorsMax }, () => otherId);
    const largest = deckCreated({}, { title: '\0'.repeat(titleCharactersMax), editorIds: ids, viewerIds: ids });
    expect(Buffer.byteLength(encodeEvent(largest).value)).toBeLessThan(eventBytesMax);
    expect(() => encodeEvent(deckCreated({}, { editorIds: [...ids, otherId] }))).toThrow('data.editorIds');
  });
});

describe('decodeEvent', () => {
  it('leaves out fields of data and attributes that it does not know', () => {
    const event = decodeEvent(message({ traceparent: '00-…' }, { colour: 'red' }));
    expect(event.data).toEqual(deck);
    expect(Object.keys(event)).not.toContain('traceparent');
  });

  it('does without the attributes that CloudEvents makes optional', () => {
    const text = message({ datacontenttype: undefined, dataschema: undefined, requestid: undefined });
    const event = decodeEvent(text);
    expect(event).toMatchObject({ type: 'ruzlet.content.deck.created.v1', key: deckId, subject: deckId });
    expect('requestId' in event).toBe(false);
  });

  it.each<[string, string, EventDecodeError['reason']]>([
    ['text that is no JSON', 'deck created', 'NOT_JSON'],
    ['empty text', '', 'NOT_JSON'],
    ['very deep JSON', '['.repeat(200_000), 'NOT_JSON'],
    ['JSON that is no object', '[1]', 'BAD_ENVELOPE'],
    ['an event without id', message({ id: undefined }), 'BAD_ENVELOPE'],
    ['an event without data', message({ data: undefined }), 'BAD_ENVELOPE'],
    ['another version of CloudEvents', message({ specversion: '2.0' }), 'BAD_ENVELOPE'],
    ['data in another format', message({ datacontenttype: 'text/xml' }), 'BAD_ENVELOPE'],
    ['a publisher that does not exist', message({ source: '/billing' }), 'BAD_ENVELOPE'],
    ['an unknown type', message({ type: 'ruzlet.content.deck.painted.v1' }), 'UNKNOWN_TYPE'],
    ['a type without version', message({ type: 'ruzlet.content.deck' }), 'UNKNOWN_TYPE'],
    ['the name of a JavaScript property as type', message({ type: '__proto__' }), 'UNKNOWN_TYPE'],
    ['a version that is not known yet', message({ type: 'ruzlet.content.deck.created.v2' }), 'UNKNOWN_VERSION'],
    ['data that does not fit', message({}, { visibility: 'SECRET' }), 'BAD_DATA'],
    ['data that is no object', message({ data: 'deck' }), 'BAD_DATA'],
    ['too many bytes', message({ subject: 'ё'.repeat(eventBytesMax / 2) }), 'TOO_LARGE'],
  ])('refuses %s', (_, text, reason) => {
    expect(refusal(text).reason).toBe(reason);
  });

  it('says which event it was and what was wrong', () => {
    const error = refusal(message({}, { cardCount: 'many' }));
    expect(error).toMatchObject({ reason: 'BAD_DATA', eventType: 'ruzlet.content.deck.created.v1' });
    expect(error.eventId).toBe(decodeEvent(message({ id: error.eventId })).id);
    expect(error.message).toContain('data.cardCount');
  });

  it('keeps the message of the error short, whatever the event held', () => {
    const editorIds = Array.from({ length: 4_000 }, () => 'nobody');
    expect(refusal(message({}, { editorIds })).message.length).toBeLessThan(1_100);
  });
});
