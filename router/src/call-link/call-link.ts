import { request as requestHttp, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { Duplex } from 'node:stream';
import { callLinkProtocol, createFrameReader, createFrameWriter, goAway } from '@ruzlet/platform/call-link/frames';

export interface CallLink {
  /** @throws Error when no answer has come in time, the caller has gone, or the link has ended. */
  call(text: string, options: { timeoutMs: number; signal: AbortSignal | undefined }): Promise<string>;
  /** Whether it takes calls. */
  isOpen(): boolean;
  /** Calls that have no answer yet (count). */
  underWay(): number;
  /** Takes no more calls, and closes when those under way have ended. */
  retire: () => void;
  close: () => void;
}

export interface CallLinkOptions {
  connectTimeoutMs: number;
  /** Bytes of one answer. */
  answerBytesMax: number;
}

/** The server does not offer links. */
export class NoCallLinks extends Error {
  override readonly name = 'NoCallLinks';
}

interface Pending {
  resolve: (text: string) => void;
  reject: (error: Error) => void;
  sentMs: number;
  deadlineMs: number;
  stopListening: () => void;
}

/** How often deadlines are looked at (milliseconds): one look for all calls costs less than a timer for each. */
const lookEveryMs = 100;
/** The highest number of a call; then they begin again with 1. */
const callNumberMax = 0xffff_fffe;

/** @throws NoCallLinks when the server is there and does not offer any; Error when it is not there. */
export async function openCallLink(url: string, options: CallLinkOptions): Promise<CallLink> {
  const { socket, head } = await upgrade(url, options.connectTimeoutMs);
  return speak(socket, head, options);
}

function speak(socket: Duplex, head: Buffer, { answerBytesMax }: CallLinkOptions): CallLink {
  const write = createFrameWriter(socket);
  const read = createFrameReader(answerBytesMax);
  const pending = new Map<number, Pending>();
  let last = 0;
  let retired = false;
  let heardMs = performance.now();
  let timer: NodeJS.Timeout | undefined;

  function settle(call: number): Pending | undefined {
    const found = pending.get(call);
    if (!found) return undefined;
    pending.delete(call);
    found.stopListening();
    if (pending.size === 0) {
      clearInterval(timer);
      timer = undefined;
      if (retired) socket.end();
    }
    return found;
  }
  function endWith(error: Error): void {
    retired = true;
    socket.destroy();
    for (const call of [...pending.keys()]) settle(call)?.reject(error);
  }
  function retire(): void {
    retired = true;
    if (pending.size === 0) socket.end();
  }
  function look(): void {
    const nowMs = performance.now();
    for (const [call, { deadlineMs, sentMs }] of pending) {
      if (nowMs <= deadlineMs) continue;
      // Nothing at all has come since: the other side may be gone without a word.
      if (heardMs < sentMs) {
        endWith(new Error('The link to the subgraph is silent.'));
        return;
      }
      settle(call)?.reject(new Error('The subgraph took too long.'));
    }
  }
  function receive(chunk: Buffer): void {
    heardMs = performance.now();
    try {
      for (const { call, text } of read(chunk)) {
        if (call === goAway) retire();
        // Who has gone meanwhile is not told.
        else settle(call)?.resolve(text);
      }
    } catch (error) {
      endWith(error instanceof Error ? error : new Error(String(error)));
    }
  }
  socket.on('data', receive);
  socket.on('error', endWith);
  socket.on('close', () => {
    endWith(new Error('The link to the subgraph was lost.'));
  });
  if (head.length > 0) receive(head);

  return {
    call: (text, { timeoutMs, signal }) =>
      new Promise((resolve, reject) => {
        if (retired) {
          reject(new Error('The link to the subgraph has ended.'));
          return;
        }
        if (signal?.aborted === true) {
          reject(new Error('Nobody waits for the answer.'));
          return;
        }
        last = last >= callNumberMax ? 1 : last + 1;
        const call = last;
        const onAbort = (): void => {
          settle(call)?.reject(new Error('Nobody waits for the answer.'));
        };
        signal?.addEventListener('abort', onAbort);
        const sentMs = performance.now();
        pending.set(call, {
          resolve,
          reject,
          sentMs,
          deadlineMs: sentMs + timeoutMs,
          stopListening: () => signal?.removeEventListener('abort', onAbort),
        });
        timer ??= setInterval(look, lookEveryMs).unref();
        write(call, text);
      }),
    isOpen: () => !retired,
    underWay: () => pending.size,
    retire,
    close: () => {
      endWith(new Error('The link was closed.'));
    },
  };
}

function upgrade(url: string, timeoutMs: number): Promise<{ socket: Duplex; head: Buffer }> {
  return new Promise((resolve, reject) => {
    const request = (url.startsWith('https:') ? requestHttps : requestHttp)(url, {
      agent: false,
      timeout: timeoutMs,
      headers: { connection: 'Upgrade', upgrade: callLinkProtocol },
    });
    request.once('upgrade', (_response: IncomingMessage, socket, head) => {
      socket.setTimeout(0);
      socket.setNoDelay(true);
      socket.setKeepAlive(true, 30_000);
      resolve({ socket, head });
    });
    request.once('response', (response) => {
      response.destroy();
      reject(new NoCallLinks(`The subgraph answered ${String(response.statusCode)}: it does not offer links.`));
    });
    request.once('timeout', () => request.destroy(new Error(`There was no link within ${String(timeoutMs)} ms.`)));
    request.once('error', reject);
    request.end();
  });
}
