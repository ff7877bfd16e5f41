import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { digestOf } from '../../src/knowledge/code-digest.ts';
import { createFileCache } from '../../src/knowledge/model-cache.ts';
import { describeOnSmallDisk } from '../shared/small-disk.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'model-cache-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const BYTES = Uint8Array.from({ length: 1_000 }, (_, place) => place % 251);
const CODE = digestOf(join(import.meta.dirname, '../../src/core'));
const nameOf = (key: string) => `${key}-${CODE}.model`;
const pathOf = (key: string) => join(folder, nameOf(key));

/** As if a file was last used so many seconds ago. */
function age(key: string, seconds: number): void {
  const time = Date.now() / 1000 - seconds;
  utimesSync(pathOf(key), time, time);
}

describe('the file cache', () => {
  it('gives back what was written', () => {
    createFileCache(folder).write('a', BYTES);
    expect(new Uint8Array(createFileCache(folder).read('a') ?? [])).toEqual(BYTES);
  });

  it('gives nothing for what was never written', () => {
    expect(createFileCache(join(folder, 'none')).read('a')).toBeUndefined();
  });

  it('gives nothing that other code has written, and keeps it for that code', () => {
    createFileCache(folder, 'other').write('a', BYTES);
    expect(createFileCache(folder).read('a')).toBeUndefined();
    expect(createFileCache(folder, 'other').read('a')).toBeDefined();
  });

  it('gives nothing for a damaged file', () => {
    const cache = createFileCache(folder);
    cache.write('a', BYTES);
    const bytes = readFileSync(pathOf('a'));
    bytes[500] = (bytes[500] ?? 0) + 1;
    writeFileSync(pathOf('a'), bytes);
    expect(cache.read('a')).toBeUndefined();
  });

  it('keeps the four files that were used last, read or written', () => {
    const cache = createFileCache(folder);
    ['a', 'b', 'c', 'd'].forEach((key, place) => {
      cache.write(key, BYTES);
      age(key, 100 - place);
    });
    cache.read('a');
    cache.write('e', BYTES);
    expect(readdirSync(folder).sort()).toEqual(['a', 'c', 'd', 'e'].map(nameOf));
  });

  it('marks a file as used when it is read', () => {
    const cache = createFileCache(folder);
    cache.write('a', BYTES);
    age('a', 1_000);
    cache.read('a');
    expect(Date.now() - statSync(pathOf('a')).mtimeMs).toBeLessThan(100_000);
  });

  it('removes what earlier processes left unfinished, at its start', () => {
    const unfinished = join(folder, 'a.4711.part');
    writeFileSync(unfinished, BYTES);
    createFileCache(folder);
    expect(readdirSync(folder)).toEqual(['a.4711.part']);
    utimesSync(unfinished, 0, 0);
    createFileCache(folder);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('lives without a folder to write to', () => {
    writeFileSync(join(folder, 'file'), '');
    const cache = createFileCache(join(folder, 'file'));
    expect(() => {
      cache.write('a', BYTES);
    }).not.toThrow();
    expect(cache.read('a')).toBeUndefined();
  });
});

describeOnSmallDisk('the file cache on a full disk', 64, (disk) => {
  it('leaves the room that it found, however often it tries, and works again when there is more', () => {
    const filler = join(disk(), 'filler');
    writeFileSync(filler, new Uint8Array(40_000));
    const model = new Uint8Array(40_000).fill(1);
    for (let count = 0; count < 3; count += 1) createFileCache(disk()).write('a', model);
    expect(readdirSync(disk())).toEqual(['filler']);
    rmSync(filler);
    const cache = createFileCache(disk());
    cache.write('a', model);
    expect(new Uint8Array(cache.read('a') ?? [])).toEqual(model);
  });
});
