import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { textsOfLastCommit } from '../../src/workbench/changes/last-commit.ts';

const TEXT = 'een tekst die lang genoeg is\nom hem te herkennen\nals hij ergens anders staat\n';

describe('the texts of the last commit', () => {
  let root: string;
  let directory: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'vastgelegd-'));
    directory = join(root, 'kennis');
    mkdirSync(directory);
    git('init', '--quiet');
  });
  afterEach(() => {
    rmSync(root, { recursive: true });
  });
  const git = (...args: readonly string[]) => execFileSync('git', ['-C', root, ...args]);
  const write = (name: string, text: string) => {
    writeFileSync(join(directory, name), text);
  };
  const commit = () => {
    git('add', '.');
    git('-c', 'user.name=test', '-c', 'user.email=test@example.org', 'commit', '--quiet', '-m', 'Begin');
  };

  it('are those of the files that differ, under the names that they had', async () => {
    for (const name of ['zelfde', 'anders', 'weg', 'één naam.txt']) write(name, `${name}\n${TEXT}`);
    commit();
    write('anders', 'nieuw\n');
    rmSync(join(directory, 'weg'));
    renameSync(join(directory, 'één naam.txt'), join(directory, 'andere naam.txt'));
    git('add', '.');
    write('erbij', 'nieuw\n');
    expect(Object.fromEntries((await textsOfLastCommit(directory)) ?? [])).toEqual({
      anders: `anders\n${TEXT}`,
      weg: `weg\n${TEXT}`,
      'één naam.txt': `één naam.txt\n${TEXT}`,
      'andere naam.txt': undefined,
      erbij: undefined,
    });
  });

  it('are not there when git cannot tell one of them', async () => {
    // More than is read of one command.
    write('groot', 'x'.repeat(17 * 1024 * 1024));
    commit();
    write('groot', 'klein');
    expect(await textsOfLastCommit(directory)).toBeUndefined();
  });

  it('are not there without a commit, or without git', async () => {
    expect(await textsOfLastCommit(directory)).toBeUndefined();
    rmSync(join(root, '.git'), { recursive: true });
    expect(await textsOfLastCommit(directory)).toBeUndefined();
  });
});
