import { readFileSync } from 'node:fs';

/** The SDL of a subgraph: what is common to all, then its own. Read once, at start. */
export function readSubgraphSdl(name: string): string {
  const folder = new URL('../../../schema/', import.meta.url);
  return ['common', name].map((part) => readFileSync(new URL(`${part}.graphql`, folder), 'utf8')).join('\n');
}
