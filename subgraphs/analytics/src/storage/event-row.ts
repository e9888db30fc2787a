import type { RuzletEvent } from '@ruzlet/contracts/registry';

/** A row of `events`. */
export interface EventRow {
  event_id: string;
  type: string;
  topic: string;
  source: string;
  key: string;
  subject: string;
  time: string;
  received_at: string;
  user_id: string;
  deck_id: string;
  course_id: string;
  card_id: string;
  data: string;
}

/** Stands for "about no such thing": columns of a sorting key are not nullable. */
export const noId = '00000000-0000-0000-0000-000000000000';

/**
 * An event as a row. `user_id` is the user whom the event is about (for decks and courses their owner), so that everything
 * of a user can be found and erased by key.
 */
export function eventRow(event: RuzletEvent, topic: string, receivedAt: Date): EventRow {
  const ids = new Map<string, unknown>(Object.entries(event.data));
  const idOf = (...fields: string[]) => {
    const found = fields.map((field) => ids.get(field)).find((value) => typeof value === 'string');
    return typeof found === 'string' ? found : noId;
  };
  return {
    event_id: event.id,
    type: event.type,
    topic,
    source: event.source,
    key: wellFormed(event.key),
    subject: wellFormed(event.subject),
    time: clickhouseTime(new Date(event.time)),
    received_at: clickhouseTime(receivedAt),
    user_id: idOf('userId', 'ownerId', 'attachedBy'),
    deck_id: idOf('deckId'),
    course_id: idOf('courseId'),
    card_id: idOf('cardId'),
    data: jsonOf(event.data),
  };
}

/**
 * JSON can hold half of a surrogate pair, UTF-8 cannot: ClickHouse would refuse the whole insert for it, or find nothing in the data. U+FFFD
 * takes its place.
 */
const wellFormed = (text: string): string => Buffer.from(text).toString();

function jsonOf(data: RuzletEvent['data']): string {
  const json = JSON.stringify(data);
  // What is half is written as an escape, what is whole never is.
  if (!json.includes('\\ud')) return json;
  return JSON.stringify(data, (_, value: unknown) => (typeof value === 'string' ? wellFormed(value) : value));
}

/** The plain format of `DateTime64(3, 'UTC')`, which needs no setting to be read. */
function clickhouseTime(at: Date): string {
  return at.toISOString().replace('T', ' ').slice(0, -1);
}
