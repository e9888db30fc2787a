import type { Logger } from '@ruzlet/platform/log';
import type { RouterMetrics } from '../metrics.js';
import type { SubgraphTransport } from '../transport.js';
import { assembleSupergraph, loadSupergraph, type LoadedSupergraph } from '../executor/supergraph.js';
import type { SchemaThread, ThreadGraph } from '../schema-thread/schema-thread.js';
import type { Graph } from './create-graph.js';
import { warm } from './warm.js';

export interface CurrentGraphOptions {
  schemaThread: SchemaThread;
  build: (
    supergraph: LoadedSupergraph,
    thread: ThreadGraph,
    transportsOf: (supergraph: LoadedSupergraph) => ReadonlyMap<string, SubgraphTransport>,
  ) => Promise<Graph>;
  /** Makes the way to a subgraph. */
  connect: (name: string, url: string) => SubgraphTransport;
  metrics: RouterMetrics;
  logger: Logger;
}

/** A graph with those who use it counted, so that it is taken down when nobody does any more. */
interface Held {
  sdl: string;
  graph: Graph;
  ways: Map<string, Way>;
  users: number;
  retired: boolean;
}

interface Way {
  transport: SubgraphTransport;
  url: string;
  graphs: number;
}

/** The graph that is served now. */
export interface CurrentGraph {
  start(sdl: string): Promise<void>;
  /**
   * Serves another supergraph from now on. Requests that began with the old one end with it.
   *
   * @throws when the text is no supergraph that can be served; the old one goes on then.
   */
  replace(sdl: string): Promise<void>;
  /** The graph, kept until `release` is called. @throws when there is none yet. */
  use(): { graph: Graph; release: () => void };
  transports(): Map<string, SubgraphTransport>;
  /** Operations that are kept with their plans (count). */
  plansKept(): number;
  close(): Promise<void>;
}

export function createCurrentGraph(options: CurrentGraphOptions): CurrentGraph {
  const { logger, metrics } = options;
  let current: Held | undefined;
  const all = new Set<Held>();
  let replacing: Promise<void> = Promise.resolve();

  async function load(sdl: string): Promise<Held> {
    const before = current;
    const ways = new Map<string, Way>();
    const thread = options.schemaThread.graph(sdl);
    let graph: Graph;
    try {
      // Only at the start nobody waits meanwhile.
      const supergraph = before ? await assembleSupergraph(sdl, await thread.facts()) : loadSupergraph(sdl);
      graph = await options.build(supergraph, thread, ({ subgraphs }) => {
        for (const { name, url } of subgraphs) {
          // The same subgraph at the same place keeps its connections, and what its breaker has learned.
          const known = before?.ways.get(name);
          ways.set(name, known?.url === url ? known : { transport: options.connect(name, url), url, graphs: 0 });
        }
        return new Map([...ways].map(([name, { transport }]) => [name, transport]));
      });
    } catch (error) {
      thread.close();
      throw error;
    }
    for (const way of ways.values()) way.graphs += 1;
    const held: Held = { sdl, graph, ways, users: 0, retired: false };
    all.add(held);
    return held;
  }

  function retire(held: Held): void {
    held.retired = true;
    if (held.users === 0) void takeDown(held);
  }

  async function takeDown(held: Held): Promise<void> {
    if (!all.delete(held)) return;
    held.graph.planner.close();
    held.graph.thread.close();
    await held.graph.server.stop();
    const unused = [...held.ways.values()].filter((way) => {
      way.graphs -= 1;
      return way.graphs === 0;
    });
    await Promise.all(unused.map(({ transport }) => transport.close()));
  }

  async function replaceNow(sdl: string): Promise<void> {
    if (current?.sdl === sdl) return;
    let next: Held;
    try {
      next = await load(sdl);
    } catch (error) {
      metrics.reloaded('bad');
      throw error;
    }
    const old = current;
    if (old) await warm(next.graph, old.graph);
    current = next;
    metrics.reloaded('good');
    logger.info({ subgraphs: [...next.ways.keys()] }, 'another supergraph is served');
    if (old) retire(old);
  }

  return {
    async start(sdl) {
      current ??= await load(sdl);
    },
    replace: (sdl) => {
      const turn = replacing.then(() => replaceNow(sdl));
      replacing = turn.catch(() => undefined);
      return turn;
    },
    use() {
      const held = current;
      if (!held) throw new Error('The router was not started.');
      held.users += 1;
      let released = false;
      return {
        graph: held.graph,
        release() {
          if (released) return;
          released = true;
          held.users -= 1;
          if (held.retired && held.users === 0) void takeDown(held);
        },
      };
    },
    transports: () => new Map([...(current?.ways ?? [])].map(([name, { transport }]) => [name, transport])),
    plansKept: () => current?.graph.executor.size() ?? 0,
    async close() {
      await Promise.all([...all].map(takeDown));
    },
  };
}
