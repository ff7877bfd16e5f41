import { afterEach, beforeEach, describe } from '@jest/globals';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * A suite on a real file system of so many kB, a new one for each test; skipped, and says so, where nothing may be
 * mounted.
 */
export function describeOnSmallDisk(name: string, size: number, suite: (disk: () => string) => void): void {
  const reason = reasonToSkip();
  if (reason !== undefined) {
    process.stderr.write(`skipped "${name}": ${reason}\n`);
    describe.skip(`${name} (${reason})`, () => {
      suite(() => '');
    });
    return;
  }
  describe(name, () => {
    let disk = '';
    beforeEach(() => {
      disk = mount(size);
    });
    afterEach(() => {
      unmount(disk);
    });
    suite(() => disk);
  });
}

function mount(size: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'small-disk-'));
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}k`, 'tmpfs', folder], { stdio: 'pipe' });
  return folder;
}

function unmount(folder: string): void {
  execFileSync('umount', ['-l', folder]);
  rmdirSync(folder);
}

function reasonToSkip(): string | undefined {
  if (process.platform !== 'linux') return 'no tmpfs here';
  const folder = mkdtempSync(join(tmpdir(), 'small-disk-'));
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=4k', 'tmpfs', folder], {
    stdio: 'ignore',
  });
  if (status === 0) execFileSync('umount', [folder]);
  rmdirSync(folder);
  return status === 0 ? undefined : 'a small disk cannot be mounted (needs root)';
}
