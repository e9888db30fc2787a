// `npm run router`: the router alone, over any Federation 2 supergraph:
// RUZLET_SUPERGRAPH=<file> PORT=<n> npm run router
'use strict';

async function main() {
  const { ensureInstalled, requireNode } = await import('./install.mjs');
  requireNode();
  ensureInstalled();
  const { buildAll, isBuilt } = await import('./build.mjs');
  if (!isBuilt()) await buildAll();
  await import('../router/dist/main.js');
}

main().catch((error) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
});
