import type { ServerResponse } from 'node:http';

export interface UnreadSettings {
  /** Bytes of answers that clients have not taken yet, together. */
  unreadBytesMax: number;
  /** Milliseconds in which a client takes nothing of its answer. */
  unreadTimeoutMs: number;
}

/**
 * Bounds what clients can make the process keep by asking for much and reading nothing: beyond, the answers that wait longest
 * are given up, with their connections. Who reads is done long before.
 */
export function createUnreadAnswers(
  { unreadBytesMax, unreadTimeoutMs }: UnreadSettings,
  { onGivenUp }: { onGivenUp: () => void },
): { watch(response: ServerResponse): void } {
  /** In the order in which they began to wait. */
  const waiting = new Map<ServerResponse, number>();
  let bytes = 0;

  function forget(response: ServerResponse): void {
    bytes -= waiting.get(response) ?? 0;
    waiting.delete(response);
  }

  function giveUp(response: ServerResponse): void {
    if (!waiting.has(response)) return;
    forget(response);
    onGivenUp();
    response.destroy();
  }

  return {
    /** @param response one that was ended. Most have left by then, and cost nothing. */
    watch(response) {
      const unsent = response.socket?.writableLength ?? 0;
      if (unsent === 0 || response.writableFinished || response.destroyed) return;
      waiting.set(response, unsent);
      bytes += unsent;
      response.once('close', () => {
        forget(response);
      });
      response.setTimeout(unreadTimeoutMs, () => {
        giveUp(response);
      });
      for (const [oldest] of waiting) {
        if (bytes <= unreadBytesMax) return;
        giveUp(oldest);
      }
    },
  };
}
