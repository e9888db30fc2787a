import { createParser } from 'eventsource-parser';
import type { GraphqlErrorBody } from './errors.js';

/** One message of a stream. Without data it ends the stream with its errors. */
export interface StreamMessage<T> {
  data?: T | null;
  errors?: GraphqlErrorBody[];
}

/** The server sends a heartbeat every 12 seconds: one that is silent for so long is gone (milliseconds). */
const silentMs = 40_000;

/**
 * The messages of a GraphQL stream of Server-Sent Events, until it is complete.
 *
 * @throws when it is cut off before, or silent for too long.
 */
export async function* readEventStream<T>(
  body: ReadableStream<Uint8Array>,
  end: AbortController,
): AsyncGenerator<StreamMessage<T>, void> {
  const ready: { event?: string | undefined; data: string }[] = [];
  const parser = createParser({ onEvent: (event) => ready.push(event) });
  const decoder = new TextDecoder();
  const reader = body.getReader();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const expectMore = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      end.abort(new Error('The server has been silent for too long.'));
    }, silentMs);
  };
  try {
    for (;;) {
      expectMore();
      const { done, value } = await reader.read();
      if (done) throw new Error('The stream was cut off.');
      parser.feed(decoder.decode(value, { stream: true }));
      for (const { event, data } of ready.splice(0)) {
        if (event === 'complete') return;
        // The shape is the operation's: generated from the schema that the server serves.
        if (event === 'next') yield JSON.parse(data) as StreamMessage<T>;
      }
    }
  } finally {
    clearTimeout(timer);
    end.abort();
  }
}
