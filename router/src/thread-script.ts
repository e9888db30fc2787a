/**
 * The entry of a worker thread, from a built file or from its source: Node 20 reads no TypeScript by itself, and a thread's `--import`
 * comes too late for its entry.
 *
 * @param from `import.meta.url` of who starts it.
 * @param name of the file, beside that one, without its extension: `./name`.
 */
export function threadScript(from: string, name: string): URL {
  if (!new URL(from).pathname.endsWith('.ts')) return new URL(`${name}.js`, from);
  const entry = new URL(`${name}.ts`, from).href;
  return new URL(
    `data:text/javascript,import { register } from '${import.meta.resolve('tsx/esm/api')}';register();` +
      `await import('${entry}')`,
  );
}
