import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileStats } from '../../src/knowledge/file-stats.ts';

let folder = '';
const at = (path: string) => join(folder, path);
const differsAfter = async (change: () => void): Promise<boolean> => {
  const before = await fileStats(folder);
  change();
  return (await fileStats(folder)) !== before;
};
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stats-'));
  mkdirSync(at('a/vragen'), { recursive: true });
  writeFileSync(at('a/bron.txt'), 'x');
  writeFileSync(at('a/vragen/b.yaml'), 'y');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('the stats of files', () => {
  it('are the same when nothing changes', async () => {
    await expect(differsAfter(() => undefined)).resolves.toBe(false);
  });

  it.each([
    [
      'text is added',
      () => {
        appendFileSync(at('a/vragen/b.yaml'), 'z');
      },
    ],
    [
      'a time changes',
      () => {
        utimesSync(at('a/bron.txt'), 1, 1);
      },
    ],
    [
      'a file is renamed',
      () => {
        renameSync(at('a/bron.txt'), at('a/bron2.txt'));
      },
    ],
    [
      'a file is added',
      () => {
        writeFileSync(at('a/vragen/c.yaml'), '');
      },
    ],
    [
      'a file is removed',
      () => {
        rmSync(at('a/bron.txt'));
      },
    ],
    [
      'a file of the same size and time takes its place',
      () => {
        utimesSync(at('a/bron.txt'), 5, 5);
        writeFileSync(at('new'), 'X');
        utimesSync(at('new'), 5, 5);
        renameSync(at('new'), at('a/bron.txt'));
      },
    ],
  ])('differ when %s', async (_, change) => {
    await expect(differsAfter(change)).resolves.toBe(true);
  });

  it('do not differ with hidden files, which editors leave behind', async () => {
    await expect(
      differsAfter(() => {
        writeFileSync(at('a/.bron.txt.swp'), 'x');
        mkdirSync(at('.git'));
        writeFileSync(at('.git/HEAD'), 'x');
      }),
    ).resolves.toBe(false);
  });

  it('differ when a link leads elsewhere, as in a ConfigMap of Kubernetes', async () => {
    const mount = at('mount');
    for (const version of ['..1', '..2']) {
      mkdirSync(join(mount, version), { recursive: true });
      writeFileSync(join(mount, version, 'b.yaml'), 'x');
    }
    symlinkSync('..1', join(mount, '..data'));
    symlinkSync('..data/b.yaml', join(mount, 'b.yaml'));
    await expect(
      differsAfter(() => {
        symlinkSync('..2', join(mount, '..tmp'));
        renameSync(join(mount, '..tmp'), join(mount, '..data'));
      }),
    ).resolves.toBe(true);
  });

  it('end in a loop of links', async () => {
    symlinkSync('..', at('a/terug'));
    await expect(fileStats(folder)).resolves.toContain('bron.txt');
  });

  it('are empty for a directory that is not there', async () => {
    await expect(fileStats(at('nergens'))).resolves.toBe('');
  });
});
