// `npm start`: installs and builds what is missing, then runs everything in this process. CommonJS, because it is read
// without the thread pool, whose size has to be set before its first use: chdb's connections run in parallel on it.
'use strict';
process.env.UV_THREADPOOL_SIZE ??= '16';

async function main() {
  const { ensureInstalled, requireNode } = await import('./install.mjs');
  requireNode();
  ensureInstalled();
  const { buildAll, isBuilt } = await import('./build.mjs');
  if (!isBuilt()) {
    process.stdout.write('Building …\n');
    await buildAll();
  }
  await import('../local/dist/main.js');
}

main().catch((error) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
});
