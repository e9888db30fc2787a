import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { printSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readSupergraph } from '@ruzlet/router/config';
import { loadSupergraph } from '@ruzlet/router/executor/supergraph';

const root = fileURLToPath(new URL('../..', import.meta.url));
const ours = loadSupergraph(readSupergraph());
const urls = Object.fromEntries(ours.subgraphs.map(({ name, url }) => [name, url]));

describe('configurations of other routers', () => {
  it('reach every subgraph of our supergraph where it says, and by other addresses when told so', async () => {
    const file = new URL('../../infra/hive-gateway/gateway.config.mjs', import.meta.url);
    const { createConfig } = await import(file.href);
    const locations = (env: Record<string, string>) =>
      Object.fromEntries(
        Object.entries<any>(createConfig(env).transportEntries)
          .filter(([name]) => name !== '*.http')
          .map(([name, { location }]) => [name, location]),
      );
    expect(locations({})).toEqual(urls);
    expect(locations({ DECKS_URL: 'http://decks/graphql' }).decks).toBe('http://decks/graphql');

    const yaml = parse(readFileSync(`${root}/infra/apollo-router/router.yaml`, 'utf8'));
    const defaults = Object.entries<string>(yaml.override_subgraph_url).map(([name, value]) => {
      const [, variable, url] = /^\$\{env\.(\w+):-(.*)\}$/.exec(value) ?? [];
      expect(variable).toBe(`${name.toUpperCase()}_URL`);
      return [name, url];
    });
    expect(Object.fromEntries(defaults)).toEqual(urls);
  });

  it('are given a supergraph that asks for no license, and is the same graph to clients', () => {
    const plain = execFileSync(process.execPath, ['scripts/plain-supergraph.mjs'], { cwd: root, encoding: 'utf8' });
    const links = [...plain.matchAll(/@link\(url: "https:\/\/specs\.apollo\.dev\/(\w+)\//g)].map(([, spec]) => spec);
    expect(links).toEqual(['link', 'join']);
    expect(plain).not.toMatch(/@(authenticated|policy|requiresScopes|cost|listSize|cacheControl)\b/);
    const names = (sdl: string) => Object.keys(loadSupergraph(sdl).apiSchema.getTypeMap()).sort();
    expect(names(plain)).toEqual(names(ours.sdl));
    expect(printSchema(loadSupergraph(plain).apiSchema)).toBe(printSchema(ours.apiSchema));
  });
});
