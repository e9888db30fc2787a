/** Far longer than anything takes on a busy machine: it costs nothing when all is well (milliseconds). */
const defaultTimeoutMs = 30_000;
const pollFirstMs = 2;
const pollMaxMs = 50;

/**
 * Asks until `check` gives something other than undefined or false, and returns that. Errors that `check` throws count
 * as "not yet"; the last one is told when time is up.
 */
export async function waitFor<T>(
  check: () => T | undefined | false | Promise<T | undefined | false>,
  options: { timeoutMs?: number; what?: string } = {},
): Promise<T> {
  const timeoutMs = options.timeoutMs ?? defaultTimeoutMs;
  const deadline = performance.now() + timeoutMs;
  let cause: unknown;
  for (let pollMs = pollFirstMs; ; pollMs = Math.min(pollMs * 2, pollMaxMs)) {
    try {
      const found = await check();
      if (found !== undefined && found !== false) return found;
    } catch (error) {
      cause = error;
    }
    if (performance.now() > deadline) break;
    await new Promise((resolve) => setTimeout(resolve, pollMs));
  }
  throw new Error(`Waited ${String(timeoutMs)} ms in vain for ${options.what ?? 'a condition'}.`, { cause });
}
