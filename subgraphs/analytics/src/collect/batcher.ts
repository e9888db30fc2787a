/** Gathers rows into inserts: few large inserts cost ClickHouse far less than many small ones. */

export interface BatchLimits {
  /** Rows of one insert at most (count). */
  collectBatchRowsMax: number;
  /** Bytes of one insert at most; a larger row goes alone. */
  collectBatchBytesMax: number;
  /** How long a row waits for company at most (milliseconds). */
  collectBatchWaitMs: number;
}

export const batchLimitsDefault: BatchLimits = {
  collectBatchRowsMax: 5_000,
  collectBatchBytesMax: 8_000_000,
  collectBatchWaitMs: 20,
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

  /** Rows that come while an insert runs gather behind it, and have then waited long enough. */
  async function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    if (inserting) return;
    inserting = true;
    while (waiting.length > 0) {
      const batch = take();
      try {
        await insert(batch.map(({ row }) => row));
        for (const { settle } of batch) settle();
      } catch (error) {
        const failure = error instanceof Error ? error : new Error('the insert failed', { cause: error });
        for (const { settle } of batch) settle(failure);
      }
    }
    inserting = false;
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
      if (isFull()) void flush();
      else if (!inserting) timer ??= setTimeout(() => void flush(), limits.collectBatchWaitMs);
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
