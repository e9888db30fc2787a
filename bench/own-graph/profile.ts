import { Session, type Profiler } from 'node:inspector/promises';

/** Where the main thread's time goes, by whose code it is. Everything else it calls is counted for whoever called it. */
export const owners = ['router', 'subgraphs', 'database clients', 'node', 'waiting'] as const;
export type Owner = (typeof owners)[number];
export type Shares = Record<Owner, number>;

const patterns: [RegExp, Owner][] = [
  // Before the others: it is what they call.
  [/node_modules\/(postgres|drizzle-orm|@clickhouse|chdb)\//, 'database clients'],
  [/\/router\/(src|dist)\//, 'router'],
  [/node_modules\/@apollo\/(server|query-planner|federation-internals|query-graphs)\//, 'router'],
  [/\/subgraphs\/\w+\/(src|dist)\//, 'subgraphs'],
  [/\/platform\/(src|dist)\/access\//, 'router'],
  [/\/platform\/(src|dist)\//, 'subgraphs'],
];

/** @returns the answer of `work`, and milliseconds of the main thread by owner meanwhile. */
export async function profiled<T>(work: () => Promise<T>): Promise<{ result: T; ms: Shares }> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: 100 });
  await session.post('Profiler.start');
  const result = await work();
  const { profile } = await session.post('Profiler.stop');
  session.disconnect();
  return { result, ms: sharesOf(profile) };
}

function sharesOf(profile: Profiler.Profile): Shares {
  const ownerOf = new Map<number, Owner>();
  const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
  const visit = (id: number, inherited: Owner): void => {
    const node = nodes.get(id);
    if (!node) return;
    const { functionName, url } = node.callFrame;
    const own = patterns.find(([pattern]) => pattern.test(url))?.[1];
    const owner = functionName === '(idle)' ? 'waiting' : (own ?? inherited);
    ownerOf.set(id, owner);
    for (const child of node.children ?? []) visit(child, owner);
  };
  const [root] = profile.nodes;
  if (root) visit(root.id, 'node');
  const ms: Shares = { router: 0, subgraphs: 0, 'database clients': 0, node: 0, waiting: 0 };
  profile.samples?.forEach((id, index) => {
    ms[ownerOf.get(id) ?? 'node'] += (profile.timeDeltas?.[index] ?? 0) / 1_000;
  });
  return ms;
}
