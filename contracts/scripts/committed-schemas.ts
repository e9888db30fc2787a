/** The event schemas as a commit has them. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { findIncompatibilities, type Incompatibility } from './compatibility.js';
import { parseSchema, type SchemaNode, type SchemaSet } from './schema-node.js';

const run = promisify(execFile);
const schemaFolder = 'contracts/generated/json-schema';
const outputBytesMax = 64 * 1024 * 1024;

/** What a comparison with a commit found. */
export interface Comparison {
  /** Published schemas at the commit (count). */
  published: number;
  incompatibilities: Incompatibility[];
}

/**
 * Compares the newest schemas with those that the commit `ref` has; undefined when there is no such commit. `folder` is
 * the root of the repository.
 */
export async function compareWithCommit(
  folder: string,
  ref: string,
  newest: SchemaSet,
): Promise<Comparison | undefined> {
  if (!(await hasCommit(folder, ref))) return undefined;
  const published = await readCommittedSchemas(folder, ref);
  return { published: published.size, incompatibilities: findIncompatibilities(published, newest) };
}

async function hasCommit(folder: string, ref: string): Promise<boolean> {
  try {
    await git(folder, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`]);
    return true;
  } catch {
    return false;
  }
}

/** The schemas of the envelope and of all event types; empty when the commit has none. */
async function readCommittedSchemas(folder: string, ref: string): Promise<SchemaSet> {
  const listing = await git(folder, ['ls-tree', '-r', '-z', '--name-only', ref, '--', `${schemaFolder}/`]);
  const paths = listing.split('\0').filter((path) => path.endsWith('.json'));
  const schemas = new Map<string, SchemaNode>();
  for (const path of paths) {
    const name = path.slice(schemaFolder.length + 1, -'.json'.length);
    schemas.set(name, parseSchema(await git(folder, ['show', `${ref}:${path}`])));
  }
  return schemas;
}

async function git(folder: string, args: string[]): Promise<string> {
  const { stdout } = await run('git', ['-C', folder, ...args], { maxBuffer: outputBytesMax });
  return stdout;
}
