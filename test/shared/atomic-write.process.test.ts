import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { writeAtomically } from '../../src/shared/atomic-write.ts';
import { describeOnSmallDisk } from './small-disk.ts';

const MODULE = pathToFileURL(join(import.meta.dirname, '../../src/shared/atomic-write.ts')).href;
const SOME = new Uint8Array(100_000).fill(1);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'atomic-write-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});
const names = () => readdirSync(folder).sort();

describe('a file that is written whole', () => {
  it('is there with all its parts, in the place of an older one, and nothing beside it', () => {
    writeFileSync(join(folder, 'a'), 'old');
    writeAtomically(join(folder, 'a'), [Buffer.from('new '), Buffer.from('file')]);
    expect(readFileSync(join(folder, 'a'), 'utf8')).toBe('new file');
    expect(names()).toEqual(['a']);
  });

  it('leaves the older one and nothing else when it cannot be written', () => {
    writeFileSync(join(folder, 'a'), 'old');
    const broken = function* () {
      yield SOME;
      throw new Error('no second part');
    };
    expect(() => {
      writeAtomically(join(folder, 'a'), broken());
    }).toThrow('no second part');
    mkdirSync(join(folder, 'folder/inside'), { recursive: true });
    expect(() => {
      writeAtomically(join(folder, 'folder'), [SOME]);
    }).toThrow('EISDIR');
    expect(readFileSync(join(folder, 'a'), 'utf8')).toBe('old');
    expect(names()).toEqual(['a', 'folder']);
  });

  it('leaves nothing when the system stops it at a largest size', () => {
    const script = `import { writeAtomically } from '${MODULE}';
      try { writeAtomically('a', [new Uint8Array(4_000_000)]); } catch ({ code }) { console.log(code); }`;
    const command = `ulimit -f 1000 && exec "${process.execPath}" --input-type=module -e "$SCRIPT"`;
    const { stdout } = spawnSync('bash', ['-c', command], {
      ...{ cwd: folder, env: { SCRIPT: script }, encoding: 'utf8' },
    });
    expect([stdout, names()]).toEqual(['EFBIG\n', []]);
  });
});

describeOnSmallDisk('on a disk that is full, a file that is written whole', 200, (disk) => {
  it('leaves nothing of itself, and what was there', () => {
    const path = join(disk(), 'a');
    writeAtomically(path, [SOME]);
    expect(() => {
      writeAtomically(path, [SOME, SOME]);
    }).toThrow('ENOSPC');
    expect(readdirSync(disk())).toEqual(['a']);
    expect(readFileSync(path).equals(SOME)).toBe(true);
    // The room is there again.
    writeFileSync(join(disk(), 'b'), SOME.subarray(0, 90_000));
    expect(existsSync(join(disk(), 'b'))).toBe(true);
  });
});
