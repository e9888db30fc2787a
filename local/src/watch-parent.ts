const checkIntervalMs = 1_000;

/**
 * Calls `orphaned` when the process that started this one (npm) is gone: killed, it cannot pass its signal on, and
 * nobody would know what still holds the ports.
 */
export function watchParent(orphaned: () => void): () => void {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid !== parent) {
      clearInterval(timer);
      orphaned();
    }
  }, checkIntervalMs);
  timer.unref();
  return () => {
    clearInterval(timer);
  };
}
