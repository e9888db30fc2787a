/** Gathers rows into inserts: few large inserts cost ClickHouse far less than many small ones. */

export interface BatchLimits {
  /** Rows of one insert at most (count). */
  collectBatchRowsMax: number;
  /** Bytes of one insert at most; a larger row goes alone. */
  collectBatchBytesMax: number;
  /** How long a row waits for company at most (milliseconds). */
  collectBatchWaitMs: number;
  /**
   * After an insert that took d milliseconds the next one waits for this many times d, unless a batch is full. An insert has a
   * fixed price, and this bounds the share of a processor that inserts take under load: 2 means a third.
   */
  collectRestFactor: number;
  /** The longest such rest (milliseconds): an event is to be seen within a second. */
  collectRestMsMax: number;
}

export const batchLimitsDefault: BatchLimits = {
  collectBatchRowsMax: 5_000,
  collectBatchBytesMax: 8_000_000,
  collectBatchWaitMs: 20,
  collectRestFactor: 2,
  collectRestMsMax: 200,
};

export interface Batcher<Row> {
  /**
   * Resolves when all the rows are inserted; rejects when an insert failed that held one of them. The caller waits, and
   * brings no more meanwhile: that keeps memory bounded while ClickHouse is slow or away.
   */
  add(rows: Row[]): Promise<void>;
}

interface Waiting<Row> {
  row: Row;
  bytes: number;
  settle: (error?: Error) => void;
}

/**
 * @param insert writes one batch; it is never called again before it has settled, so rows of a key stay in order.
 * @param bytesOf the size of a row, near enough.
 */
export function createBatcher<Row>(
  insert: (rows: Row[]) => Promise<void>,
  bytesOf: (row: Row) => number,
  limits: BatchLimits = batchLimitsDefault,
): Batcher<Row> {
  const waiting: Waiting<Row>[] = [];
  let bytesWaiting = 0;
  let timer: NodeJS.Timeout | undefined;
  let inserting = false;
  /** Until when inserts rest, on the clock of `performance`. */
  let restsUntilMs = 0;

  function isFull(): boolean {
    return waiting.length >= limits.collectBatchRowsMax || bytesWaiting >= limits.collectBatchBytesMax;
  }

  function take(): Waiting<Row>[] {
    let bytes = 0;
    let rows = 0;
    for (const next of waiting) {
      if (rows === limits.collectBatchRowsMax || (rows > 0 && bytes + next.bytes > limits.collectBatchBytesMax)) break;
      bytes += next.bytes;
      rows += 1;
    }
    bytesWaiting -= bytes;
    return waiting.splice(0, rows);
  }

  function schedule(waitMs: number): void {
    if (isFull()) void flush();
    else timer ??= setTimeout(() => void flush(), Math.max(waitMs, restsUntilMs - performance.now()));
  }

  /** One insert. Rows that come while it runs gather behind it, and have then waited long enough for company. */
  async function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    inserting = true;
    const batch = take();
    const beganMs = performance.now();
    let failure: Error | undefined;
    try {
      await insert(batch.map(({ row }) => row));
    } catch (error) {
      failure = error instanceof Error ? error : new Error('the insert failed', { cause: error });
    }
    for (const { settle } of batch) settle(failure);
    const endedMs = performance.now();
    restsUntilMs = endedMs + Math.min(limits.collectRestMsMax, (endedMs - beganMs) * limits.collectRestFactor);
    inserting = false;
    if (waiting.length > 0) schedule(0);
  }

  return {
    add: (rows) => {
      const inserted = rows.map(
        (row) =>
          new Promise<void>((resolve, reject) => {
            const bytes = bytesOf(row);
            bytesWaiting += bytes;
            waiting.push({
              row,
              bytes,
              settle: (error) => {
                if (error) reject(error);
                else resolve();
              },
            });
          }),
      );
      if (waiting.length > 0 && !inserting) schedule(limits.collectBatchWaitMs);
      return settled(inserted);
    },
  };
}

/** Waits for all, even when one fails early: what is told as failed must not be on its way any more. */
async function settled(promises: Promise<void>[]): Promise<void> {
  const results = await Promise.allSettled(promises);
  const failed = results.find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
}
