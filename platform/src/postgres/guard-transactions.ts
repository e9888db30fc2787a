import type postgres from 'postgres';

/** A transaction was used after its end: its connection broke, or its callback left something running behind. */
export class TransactionEndedError extends Error {
  override readonly name = 'TransactionEndedError';
  /** Read as an outage by those who retry. */
  readonly code = 'CONNECTION_CLOSED';

  constructor() {
    super('the transaction has ended, its connection may serve another one by now');
  }
}

type Work<T> = (tx: postgres.TransactionSql) => T | Promise<T>;

/**
 * Makes transactions of this client safe against connections that break in the middle.
 *
 * postgres.js 3.4.9 goes on writing to such a connection: its own ROLLBACK throws in a timer and ends the process (its issues 1208
 * and 1154), and statements that the callback still sends may run inside another transaction once the connection has been
 * replaced (1216). Here a transaction whose connection is gone never hears from its callback again: `begin` has rejected by
 * itself by then, the driver sends no ROLLBACK, and further statements are refused.
 */
export function guardTransactions(sql: postgres.Sql): void {
  const begin = sql.begin.bind(sql);

  async function guardedBegin<T>(first: string | Work<T>, second?: Work<T>) {
    const [options, work] = typeof first === 'string' ? [first, second] : ['', first];
    if (!work) throw new TypeError('a transaction needs a callback');
    const state = { ended: false };
    try {
      return await begin(options, (tx) => settleWhileOpen(state, () => work(guard(tx, state))));
    } finally {
      state.ended = true;
    }
  }

  Object.assign(sql, { begin: guardedBegin });
}

interface TransactionState {
  ended: boolean;
}

/** The outcome of the work, or a promise that never settles when the transaction has ended without it. */
async function settleWhileOpen<T>(state: TransactionState, work: () => T | Promise<T>): Promise<T> {
  try {
    const result = await work();
    if (state.ended) return await never();
    return result;
  } catch (error) {
    // A connection that breaks rejects the running statement a moment before it rejects the transaction.
    await new Promise(setImmediate);
    if (state.ended) return never();
    throw error;
  }
}

function never(): Promise<never> {
  return new Promise(() => undefined);
}

/** The transaction, except that it refuses to be used after its end. */
function guard(tx: postgres.TransactionSql, state: TransactionState): postgres.TransactionSql {
  function assertOpen(): void {
    if (state.ended) throw new TransactionEndedError();
  }
  return new Proxy(tx, {
    apply(target, self, args): unknown {
      assertOpen();
      const outcome: unknown = Reflect.apply(target, self, args);
      return outcome;
    },
    get(target, name, receiver): unknown {
      if (name === 'unsafe' || name === 'file') assertOpen();
      const member: unknown = Reflect.get(target, name, receiver);
      if (name !== 'savepoint') return member;
      return async <T>(first: string | Work<T>, second?: Work<T>) => {
        assertOpen();
        const [label, work] = typeof first === 'string' ? [first, second] : ['', first];
        if (!work) throw new TypeError('a savepoint needs a callback');
        return target.savepoint(label, (inner) => settleWhileOpen(state, () => work(guard(inner, state))));
      };
    },
  });
}
