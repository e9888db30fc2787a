import { builds, serveOurSubgraph, serveStockSubgraph, type BuildName } from './builds.js';
import { subgraphs } from './graph.js';

/**
 * One process of the comparison: `server.ts <what> <argument as JSON>`. It sends its parent where it listens, and the
 * CPU time that it has used whenever it is asked.
 */
const [what = '', argument = '{}'] = process.argv.slice(2);

process.env.APOLLO_TELEMETRY_DISABLED = '1';
process.on('message', () => process.send?.({ cpuMicros: process.cpuUsage(), memoryBytes: process.memoryUsage().rss }));
process.on('disconnect', () => process.exit());

const [kind = '', name = ''] = what.split('/');
const isSubgraph = (text: string): text is keyof typeof subgraphs => text in subgraphs;
const isBuild = (text: string): text is BuildName => text in builds;

let url: string;
if (kind === 'stock' && isSubgraph(name)) url = await serveStockSubgraph(name);
else if (kind === 'ours' && isSubgraph(name)) url = await serveOurSubgraph(name);
else if (kind === 'build' && isBuild(name)) url = await builds[name](JSON.parse(argument));
else throw new Error(`Nothing is called ${what}.`);
process.send?.({ url });
