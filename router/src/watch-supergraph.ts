import { readFile, stat } from 'node:fs/promises';
import type { Logger } from '@ruzlet/platform/log';

export interface WatchedSupergraph {
  /** Reads the file now and serves it, changed or not. */
  lookNow(): Promise<void>;
  close(): void;
}

/**
 * Serves the supergraph in a file whenever it changes. A file that cannot be served is logged, and what is served stays.
 * It is looked at now and then instead of watched: that also sees files behind links that are switched, as Kubernetes does.
 *
 * @param options.pollMs how often (milliseconds); 0 never by itself.
 */
export function watchSupergraph(options: {
  file: string | URL;
  pollMs: number;
  reload: (sdl: string) => Promise<void>;
  logger: Logger;
}): WatchedSupergraph {
  const { file, pollMs, reload, logger } = options;
  let seen: string | undefined;
  let looking = false;

  async function stamp(): Promise<string> {
    const { mtimeMs, size, ino } = await stat(file);
    return `${String(mtimeMs)}:${String(size)}:${String(ino)}`;
  }

  async function serve(): Promise<void> {
    try {
      await reload(await readFile(file, 'utf8'));
    } catch (error) {
      logger.error({ err: error }, 'the supergraph in the file cannot be served: the old one goes on');
    }
  }

  async function look(): Promise<void> {
    if (looking) return;
    looking = true;
    try {
      // A file that is gone for a moment, while it is being replaced, is no change.
      const now = await stamp().catch(() => seen);
      const before = seen;
      seen = now;
      if (before !== undefined && now !== before) await serve();
    } finally {
      looking = false;
    }
  }

  void look();
  const timer = pollMs > 0 ? setInterval(() => void look(), pollMs) : undefined;
  timer?.unref();
  return {
    lookNow: serve,
    close() {
      clearInterval(timer);
    },
  };
}
