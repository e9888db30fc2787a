import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compareWithCommit } from '../scripts/committed-schemas.js';
import { buildPublishedSchemas } from '../scripts/json-schemas.js';
import type { SchemaNode, SchemaSet } from '../scripts/schema-node.js';

const type = 'ruzlet.user.session.ended.v1';

/** The newest schemas, with one type changed. */
function withChange(change: (properties: Record<string, SchemaNode>, schema: SchemaNode) => void): SchemaSet {
  const schemas = new Map(buildPublishedSchemas());
  const schema = structuredClone(schemas.get(type));
  if (!schema?.properties) throw new Error(`no schema of ${type}`);
  change(schema.properties, schema);
  return schemas.set(type, schema);
}

describe('compareWithCommit', () => {
  let repository = '';

  const git = (...args: string[]) => {
    const identity = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', '-c', 'commit.gpgsign=false'];
    return execFileSync('git', ['-C', repository, ...identity, ...args], { stdio: 'pipe' });
  };

  beforeAll(() => {
    repository = mkdtempSync(join(tmpdir(), 'ruzlet-contracts-'));
    git('init', '--quiet');
    const folder = join(repository, 'contracts/generated/json-schema');
    mkdirSync(folder, { recursive: true });
    for (const [name, schema] of buildPublishedSchemas()) {
      writeFileSync(join(folder, `${name}.json`), JSON.stringify(schema));
    }
    git('add', '--all');
    git('commit', '--quiet', '--message', 'Publish the schemas');
  });

  afterAll(() => {
    rmSync(repository, { recursive: true, force: true });
  });

  it('finds the working tree compatible with the commit of the same schemas', async () => {
    const newest = buildPublishedSchemas();
    expect(await compareWithCommit(repository, 'HEAD', newest)).toEqual({
      published: newest.size,
      incompatibilities: [],
    });
  });

  it('fails an incompatible change of a published type', async () => {
    const newest = withChange((properties, schema) => {
      properties.device = { type: 'string' };
      schema.required = [...(schema.required ?? []), 'device'];
    });
    expect((await compareWithCommit(repository, 'HEAD', newest))?.incompatibilities).toMatchObject([
      { eventType: type, rule: 'PROPERTY_NEWLY_REQUIRED', path: 'device' },
    ]);
  });

  it('passes the same change when it comes as a new version', async () => {
    const changed = withChange((properties) => (properties.device = { type: 'string' })).get(type) ?? {};
    const newest = new Map([...buildPublishedSchemas(), [type.replace('.v1', '.v2'), changed]]);
    expect((await compareWithCommit(repository, 'HEAD', newest))?.incompatibilities).toEqual([]);
  });

  it('fails the removal of a published type', async () => {
    const newest = new Map(buildPublishedSchemas());
    newest.delete(type);
    expect((await compareWithCommit(repository, 'HEAD', newest))?.incompatibilities).toMatchObject([
      { eventType: type, rule: 'TYPE_REMOVED' },
    ]);
  });

  it('says that a commit does not exist rather than finding it compatible', async () => {
    expect(await compareWithCommit(repository, 'HEAD~1', buildPublishedSchemas())).toBeUndefined();
    expect(await compareWithCommit(repository, '--help', buildPublishedSchemas())).toBeUndefined();
  });
});
