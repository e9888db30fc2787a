import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { FolderInUseError, folderHolder, lockFolder } from '../src/folder-lock.js';
import { processIdentity } from '../src/process-identity.js';

describe('lockFolder', () => {
  let folder: string;

  beforeEach(async () => {
    folder = path.join(inject('testScratchFolder'), `lock-${String(Date.now())}`);
    await mkdir(folder);
  });

  afterEach(async () => {
    await rm(folder, { recursive: true });
  });

  it('lets exactly one of many in', async () => {
    const attempts = await Promise.allSettled(Array.from({ length: 20 }, () => lockFolder(folder)));
    expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const attempt of attempts) {
      if (attempt.status === 'rejected') expect(attempt.reason).toBeInstanceOf(FolderInUseError);
    }
    expect(await folderHolder(folder)).toBe(process.pid);
    expect(await readdir(folder)).toEqual(['process.lock.1']);
  });

  it('can be taken again after it was released', async () => {
    await (await lockFolder(folder)).release();
    expect(await folderHolder(folder)).toBeUndefined();
    await (await lockFolder(folder)).release();
    expect(await readdir(folder)).toEqual(['process.lock.2']);
  });

  it('never lets two in, however they come and go', async () => {
    await writeFile(path.join(folder, 'process.lock.7'), '4194305 123@boot abc');
    let inside = 0;
    let entered = 0;
    const visit = async (): Promise<void> => {
      while (entered < 40) {
        try {
          const lock = await lockFolder(folder);
          inside += 1;
          entered += 1;
          expect(inside).toBe(1);
          await setImmediate();
          inside -= 1;
          await lock.release();
        } catch (error) {
          if (!(error instanceof FolderInUseError)) throw error;
        }
      }
    };
    await Promise.all(Array.from({ length: 12 }, visit));
    expect(await folderHolder(folder)).toBeUndefined();
  });

  it.each([
    ['a process that is gone', () => '4194305 123@boot abc'],
    ['an earlier process that had our number', () => `${String(process.pid)} 0@another-boot abc`],
    ['damage', () => '\0\0'],
  ])('takes over what is left of %s', async (_, content) => {
    await writeFile(path.join(folder, 'process.lock.7'), content());
    const attempts = await Promise.allSettled(Array.from({ length: 5 }, () => lockFolder(folder)));
    expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await folderHolder(folder)).toBe(process.pid);
  });
});

describe('processIdentity', () => {
  it('stays the same for a living process and is undefined for none', async () => {
    expect(await processIdentity(process.pid)).toBe(await processIdentity(process.pid));
    expect(await processIdentity(4_194_305)).toBeUndefined();
  });
});
