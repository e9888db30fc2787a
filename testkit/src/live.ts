import { createParser } from 'eventsource-parser';
import { createClient, type Client } from 'graphql-ws';
import WebSocket from 'ws';
import { waitFor } from './wait.js';

/** What a client has received of one subscription. */
export interface Received {
  messages: { data?: any; errors?: { message: string; extensions: { code: string } }[] }[];
  /** Undefined while it goes on. */
  ended: 'complete' | 'cut off' | undefined;
  /** The code that a WebSocket was closed with. */
  closeCode?: number;
  stop(): void;
}

/** Waits for a message that fits. */
export async function received(
  from: Received,
  fits: (message: Received['messages'][number]) => boolean,
  what: string,
): Promise<any> {
  const message = await waitFor(() => from.messages.find(fits), { what });
  return message.data ?? message;
}

/** Subscribes over Server-Sent Events; resolves when the subscription stands. */
export async function overEventStream(
  url: string,
  query: string,
  variables: object,
  token?: string,
): Promise<Received> {
  const leaving = new AbortController();
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'text/event-stream',
      ...(token && { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify({ query, variables }),
    signal: leaving.signal,
  });
  const result: Received = {
    messages: [],
    ended: undefined,
    stop: () => {
      leaving.abort();
    },
  };
  const parser = createParser({
    onEvent({ event, data }) {
      if (event === 'complete') result.ended = 'complete';
      else result.messages.push(JSON.parse(data));
    },
  });
  void (async () => {
    const decoder = new TextDecoder();
    try {
      const reader = response.body?.getReader();
      for (let chunk = await reader?.read(); chunk?.done === false; chunk = await reader?.read()) {
        parser.feed(decoder.decode(chunk.value, { stream: true }));
      }
    } catch {
      // Cut off, by the server or by the test.
    }
    result.ended ??= 'cut off';
  })();
  return result;
}

/** Subscribes over WebSocket with the client of graphql-ws, which does not try again here. */
export function overWebSocket(url: string, query: string, variables: object, token?: string): Received {
  const client: Client = createClient({
    url: `${url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    ...(token !== undefined && { connectionParams: { authorization: `Bearer ${token}` } }),
    on: {
      closed: (event) => {
        const { code } = event as { code: number };
        result.closeCode = code;
        result.ended ??= 'cut off';
      },
    },
  });
  const result: Received = { messages: [], ended: undefined, stop: () => void client.dispose() };
  client.subscribe(
    { query, variables: { ...variables } },
    {
      next: (message) => {
        result.messages.push(JSON.parse(JSON.stringify(message)));
      },
      error: (error) => {
        if (Array.isArray(error)) result.messages.push({ errors: error });
        result.ended ??= Array.isArray(error) ? 'complete' : 'cut off';
      },
      complete: () => {
        result.ended ??= 'complete';
      },
    },
  );
  return result;
}
