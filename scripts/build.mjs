// Compiles every workspace's src to dist, file by file, without bundling. Types are checked elsewhere (`npm run types`).
import { readdirSync, rmSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** Workspaces that run compiled; testkit is only ever run from its sources, by tests. */
export const workspaces = [
  'platform',
  'contracts',
  'embedded',
  'router',
  'subgraphs/auth',
  'subgraphs/users',
  'subgraphs/decks',
  'subgraphs/teaching',
  'subgraphs/analytics',
  'client',
  'local',
];

/** Every TypeScript source below a folder, as absolute paths. */
export function sourcesBelow(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.d.ts'))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}

export async function buildAll() {
  await Promise.all(
    workspaces.map(async (workspace) => {
      const source = join(root, workspace, 'src');
      const out = join(root, workspace, 'dist');
      rmSync(out, { recursive: true, force: true });
      await build({
        entryPoints: sourcesBelow(source),
        outdir: out,
        outbase: source,
        platform: 'node',
        target: 'node20',
        format: 'esm',
        sourcemap: true,
        logLevel: 'warning',
      });
    }),
  );
}

/** True when every source has a compiled file that is not older. */
export function isBuilt() {
  return workspaces.every((workspace) => {
    const source = join(root, workspace, 'src');
    return sourcesBelow(source).every((file) => {
      const compiled = join(root, workspace, 'dist', relative(source, file).replace(/\.ts$/, '.js'));
      const stat = statSync(compiled, { throwIfNoEntry: false });
      return stat !== undefined && stat.mtimeMs >= statSync(file).mtimeMs;
    });
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildAll();
