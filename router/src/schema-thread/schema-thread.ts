import { Worker } from 'node:worker_threads';
import { GraphQLError, Source } from 'graphql';
import type { SupergraphFacts } from '../executor/supergraph-facts.js';
import { operationLimitCode } from '../limits/operation-limits.js';
import { refusal } from '../limits/refusal.js';
import { withResolvers } from '../planner/deferred.js';
import { threadScript } from '../thread-script.js';
import { answer, type Answer, type Question } from './messages.js';

/** What the thread may take. */
export const schemaThreadLimits = {
  /** How long one document may be validated (milliseconds). The rules are bounded, so that it is a net below the net. */
  timeoutMs: 5_000,
  /** Documents that wait for their turn (count). */
  waitingMax: 200,
  /** Memory of the thread's JavaScript (megabytes). */
  heapMegabytesMax: 1_024,
};

/** A thread that does for a router what would keep its own one busy: reading supergraphs, validating large documents. */
export interface SchemaThread {
  /** Begins nothing yet: a thread is started when there is something to do. */
  graph(sdl: string): ThreadGraph;
  close(): Promise<void>;
}

export interface ThreadGraph {
  /** @throws when the text is not a supergraph that can be served. */
  facts(): Promise<SupergraphFacts>;
  /**
   * @param source a document that can be parsed.
   * @returns what graphql-js finds wrong with it; nothing when it is valid.
   * @throws GraphQLError when too many wait or it takes too long; the signal's reason.
   */
  validate(source: string, options: { introspection: boolean; signal?: AbortSignal }): Promise<readonly GraphQLError[]>;
  close(): void;
}

export function createSchemaThread(limits: typeof schemaThreadLimits = schemaThreadLimits): SchemaThread {
  let thread: { worker: Worker; holds: Set<number> } | undefined;
  /** Who waits for the answer to the question that the thread has now. */
  let asked: ReturnType<typeof withResolvers<Answer>> | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  let lastGraph = 0;
  let closed = false;

  function start() {
    if (closed) throw new Error('The thread was closed.');
    if (thread) return thread;
    const worker = new Worker(threadScript(import.meta.url, './schema-worker'), {
      // Nothing of the environment: it needs no secret of ours.
      env: {},
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: limits.heapMegabytesMax },
    });
    // An idle thread keeps no process alive.
    worker.unref();
    const started = (thread = { worker, holds: new Set<number>() });
    const gone = (error: Error): void => {
      if (thread !== started) return;
      thread = undefined;
      asked?.reject(error);
    };
    worker.on('message', (message) => asked?.resolve(answer.parse(message)));
    worker.on('error', (error) => {
      const outOfMemory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      gone(outOfMemory ? tooMuchToValidate('too much memory') : error);
    });
    worker.on('exit', () => {
      gone(new Error('The thread that validates was ended.'));
    });
    return started;
  }

  /** Asks what the thread is free for. @throws GraphQLError when it takes too long. */
  async function ask(question: Question, timeoutMs?: number): Promise<Answer> {
    const { worker } = start();
    const mine = (asked = withResolvers<Answer>());
    worker.ref();
    worker.postMessage(question);
    const timer =
      timeoutMs === undefined
        ? undefined
        : setTimeout(() => {
            mine.reject(tooMuchToValidate(`longer than ${String(timeoutMs)} ms`));
            // Ends at once, in the middle of whatever it does; the next question begins another.
            thread = undefined;
            void worker.terminate();
          }, timeoutMs);
    try {
      const answered = await mine.promise;
      if (answered.kind !== 'failed') return answered;
      throw answered.tooComplex ? tooMuchToValidate('too much memory') : new Error(answered.message);
    } finally {
      clearTimeout(timer);
      asked = undefined;
      worker.unref();
    }
  }

  /** One after the other, in the order in which they come. */
  function inTurn<T>(job: () => Promise<T>): Promise<T> {
    const turn = last.then(job);
    last = turn.catch(() => undefined);
    return turn;
  }

  return {
    graph(sdl) {
      const graph = ++lastGraph;

      async function load(): Promise<SupergraphFacts> {
        const loaded = await ask({ kind: 'load', graph, sdl });
        if (loaded.kind !== 'loaded') throw new Error('The thread gave no answer to what it was asked.');
        thread?.holds.add(graph);
        return loaded.facts;
      }

      return {
        facts: () => inTurn(load),
        async validate(source, { introspection, signal }) {
          if (waiting >= limits.waitingMax) throw tooManyToValidate();
          waiting += 1;
          try {
            return await inTurn(async () => {
              signal?.throwIfAborted();
              if (!start().holds.has(graph)) await load();
              const checked = await ask({ kind: 'validate', graph, source, introspection }, limits.timeoutMs);
              if (checked.kind !== 'validated') throw new Error('The thread gave no answer to what it was asked.');
              const place = new Source(source);
              return checked.faults.map(
                ({ message, positions }) => new GraphQLError(message, positions && { source: place, positions }),
              );
            });
          } finally {
            waiting -= 1;
          }
        },
        close() {
          if (thread?.holds.delete(graph)) thread.worker.postMessage({ kind: 'drop', graph } satisfies Question);
        },
      };
    },
    async close() {
      closed = true;
      await thread?.worker.terminate();
    },
  };
}

function tooMuchToValidate(why: string): GraphQLError {
  return refusal(operationLimitCode, `The operation takes ${why} to be validated. Ask in several operations.`, {
    status: 400,
  });
}

function tooManyToValidate(): GraphQLError {
  const message = 'Too many large new operations wait to be validated: try again in a moment.';
  return refusal('SERVICE_UNAVAILABLE', message, { status: 503, retryAfterMs: 1_000 });
}
