/** What all subgraphs have to say and to hear about the data of a user: exports, erasures, and users who are gone. */
import { decodeEvent, encodeEvent, type EncodedEvent } from './codec.js';
import { makeEvent } from './make-event.js';
import type { EventData, RuzletEvent } from './registry.js';

/**
 * Stands for everybody who was erased, where something of theirs stays: the owner of a deck that a course uses. One for all, so that
 * nobody can tell which things were of one person.
 */
export const deletedUserId = '00000000-0000-8000-8000-000000000000';

/** What a subgraph is asked to do with the data of a user. */
export interface DataRequest {
  kind: 'EXPORT' | 'ERASURE';
  requestId: string;
  subjectId: string;
  round: number;
}

/** The request that an event carries, if it does. */
function dataRequestOf(event: RuzletEvent): DataRequest | undefined {
  switch (event.type) {
    case 'ruzlet.user.export.requested.v1':
      return { kind: 'EXPORT', requestId: event.data.exportId, subjectId: event.data.userId, round: 1 };
    case 'ruzlet.user.deletion.requested.v1':
      return {
        kind: 'ERASURE',
        requestId: event.data.receiptId,
        subjectId: event.data.userId,
        round: event.data.round,
      };
    default:
      return undefined;
  }
}

type Domain = EventData<'ruzlet.user.data.erased.v1'>['domain'];

export function dataErased(
  domain: Domain,
  { requestId: receiptId, subjectId: userId, round }: DataRequest,
  result: Pick<EventData<'ruzlet.user.data.erased.v1'>, 'erased' | 'anonymised' | 'objects'>,
  time: Date,
): EncodedEvent {
  const data = { userId, receiptId, round, domain, ...result };
  return encodeEvent(makeEvent('ruzlet.user.data.erased.v1', { source: `/${domain}`, subject: userId, time, data }));
}

export function dataExported(
  domain: Domain,
  { requestId: exportId, subjectId: userId }: DataRequest,
  part: { manifestKey: string; files: number },
  time: Date,
): EncodedEvent {
  const data = { userId, exportId, domain, ...part };
  return encodeEvent(makeEvent('ruzlet.user.data.exported.v1', { source: `/${domain}`, subject: userId, time, data }));
}

/** Every user whom an event names. */
function usersNamedBy({ data }: RuzletEvent): string[] {
  return [
    ...('userId' in data ? [data.userId] : []),
    ...('ownerId' in data ? [data.ownerId] : []),
    ...('attachedBy' in data && data.attachedBy !== undefined ? [data.attachedBy] : []),
    ...('editorIds' in data ? [...data.editorIds, ...data.viewerIds] : []),
  ];
}

/**
 * The event as it may still be taken when users whom it names were erased: null when it is about one of them, else with
 * `deletedUserId` in their place.
 */
function withoutUsers(event: RuzletEvent, erased: ReadonlySet<string>): RuzletEvent | null {
  if (erased.size === 0) return event;
  if ('userId' in event.data && erased.has(event.data.userId)) return null;
  let text = encodeEvent(event).value;
  for (const id of erased) text = text.replaceAll(id, deletedUserId);
  return decodeEvent(text);
}

/** What events say of somebody's data, for the machinery that knows no events. */
export const dataWords = { requestOf: dataRequestOf, namedBy: usersNamedBy, without: withoutUsers };
