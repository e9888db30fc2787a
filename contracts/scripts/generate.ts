/**
 * Writes contracts/generated from the zod schemas: JSON Schemas, the AsyncAPI document, the reference.
 * With `--check` it writes nothing and fails when a file is stale, missing or left over.
 */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { stringify } from 'yaml';
import { buildAsyncApi } from './asyncapi.js';
import { buildDataSchemas, buildEnvelopeSchema, buildPublishedSchemas } from './json-schemas.js';
import { buildReference } from './reference.js';

const folder = fileURLToPath(new URL('../generated', import.meta.url));

/** All generated files by path below contracts/generated, formatted as the repository's formatter would. */
async function generateFiles(): Promise<Map<string, string>> {
  const envelope = buildEnvelopeSchema();
  const schemas = buildDataSchemas();
  const files = new Map<string, string>([
    ...[...buildPublishedSchemas()].map(([name, schema]): [string, string] => [
      `json-schema/${name}.json`,
      JSON.stringify(schema),
    ]),
    // Anchors would make the document hard to read for people and for simple parsers.
    ['asyncapi.yaml', stringify(buildAsyncApi(envelope, schemas), { aliasDuplicateObjects: false, lineWidth: 0 })],
    ['events.md', buildReference(envelope, schemas)],
  ]);
  for (const [path, text] of files) {
    const filepath = join(folder, path);
    files.set(path, await format(text, { ...(await resolveConfig(filepath)), filepath }));
  }
  return files;
}

async function filesOnDisk(): Promise<Map<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = new Map<string, string>();
  for (const entry of entries.filter((found) => found.isFile())) {
    const path = join(entry.parentPath, entry.name);
    files.set(relative(folder, path), await readFile(path, 'utf8'));
  }
  return files;
}

const [expected, present] = [await generateFiles(), await filesOnDisk()];
const stale = [...expected.keys()].filter((path) => present.get(path) !== expected.get(path));
const leftOver = [...present.keys()].filter((path) => !expected.has(path));

if (process.argv.includes('--check')) {
  for (const path of stale)
    say(process.stderr, `contracts/generated/${path} is ${present.has(path) ? 'stale' : 'missing'}`);
  for (const path of leftOver) say(process.stderr, `contracts/generated/${path} is left over`);
  if (stale.length + leftOver.length > 0) {
    say(process.stderr, 'Run: npx tsx --conditions=@ruzlet/source contracts/scripts/generate.ts');
    process.exitCode = 1;
  }
} else {
  for (const path of leftOver) await rm(join(folder, path));
  for (const path of stale) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), expected.get(path) ?? '');
  }
  say(
    process.stdout,
    `contracts/generated: ${stale.length} of ${expected.size} files written, ${leftOver.length} removed`,
  );
}

function say(stream: NodeJS.WriteStream, line: string): void {
  stream.write(`${line}\n`);
}
