import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { snapshotOfVersion } from '../../src/cli/version-snapshot.ts';
import type { Snapshot } from '../../src/evaluation/snapshot.ts';

const CONVERSATIONS: Snapshot = {
  replies: [{ reply: { kind: 'help' }, drawings: {} }],
  conversations: [{ turns: ['hoi'], reply: 0, words: [] }],
};
const LOCK = JSON.stringify({ packages: { '': {}, 'node_modules/toy': { integrity: 'sha512-1' } } });
/** A version whose `compare` answers with the conversations that it was given, and the package that it found. */
const ECHO = `
import { readFileSync, writeFileSync } from 'node:fs';
import toy from 'toy';
const { values: options } = (await import('node:util')).parseArgs({
  options: { save: { type: 'string' }, conversations: { type: 'string' }, knowledge: { type: 'string' } },
});
const given = JSON.parse(readFileSync(options.conversations, 'utf8'));
given.replies[0].drawings = { toy, knowledge: options.knowledge ?? null };
writeFileSync(options.save, JSON.stringify(given));
`;

let root = '';
const git = (...args: readonly string[]) =>
  execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args], {
    cwd: root,
    encoding: 'utf8',
  });
const write = (path: string, text: string) => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};
const commit = (tag: string, files: Readonly<Record<string, string>>) => {
  for (const [path, text] of Object.entries(files)) write(path, text);
  git('add', '--all');
  git('commit', '--quiet', '--message', tag);
  git('tag', tag);
};
const snapshotOf = (version: string, knowledge?: string) =>
  snapshotOfVersion({ root, version, conversations: CONVERSATIONS, knowledge });

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'versions-'));
  git('init', '--quiet');
  commit('old', { '.gitignore': 'node_modules\n', 'package.json': '{"type":"module"}' });
  commit('new', { 'package-lock.json': LOCK, 'src/cli/compare.ts': ECHO });
  write('node_modules/toy/package.json', '{"name":"toy","exports":"./index.js"}');
  write('node_modules/toy/index.js', "module.exports = 'linked';");
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

describe('the snapshot of another version', () => {
  it('is what its own command says in the same conversations', () => {
    expect(snapshotOf('new')).toEqual({
      ...CONVERSATIONS,
      replies: [{ reply: { kind: 'help' }, drawings: { toy: 'linked', knowledge: null } }],
    });
    expect(snapshotOf('new', root).replies[0]?.drawings).toMatchObject({ knowledge: root });
  });

  it('leaves nothing behind in the repository', () => {
    snapshotOf('new');
    expect(git('worktree', 'list').trim().split('\n')).toHaveLength(1);
    expect(git('status', '--porcelain')).toBe('');
  });

  it('is refused in one line when git does not know the version, or when it is older than the command', () => {
    expect(() => snapshotOf('nergens')).toThrow(/^“nergens” is geen versie in git en geen bestand\.$/);
    expect(() => snapshotOf('old')).toThrow(
      /^De versie old is te oud om mee te vergelijken: src\/cli\/compare\.ts bestond toen nog niet\.$/,
    );
  });

  it('is refused with the reason when its command fails', () => {
    commit('broken', { 'src/cli/compare.ts': "throw new Error('kapot');" });
    expect(() => snapshotOf('broken')).toThrow(
      /^De versie broken kan niet worden vergeleken:\n[^]*Error: kapot/,
    );
  });

  it('runs with the packages of that version where they are others', () => {
    const package_ = { name: 'v', version: '1.0.0', type: 'module', dependencies: { toy: 'file:toy' } };
    const lock = {
      name: 'v',
      version: '1.0.0',
      lockfileVersion: 3,
      packages: {
        '': { name: 'v', version: '1.0.0', dependencies: { toy: 'file:toy' } },
        'node_modules/toy': { resolved: 'toy', link: true },
        toy: { version: '1.0.0' },
      },
    };
    commit('others', {
      'package.json': JSON.stringify(package_),
      'package-lock.json': JSON.stringify(lock),
      'toy/package.json': '{"name":"toy","version":"1.0.0","exports":"./index.js"}',
      'toy/index.js': "module.exports = 'its own';",
    });
    write('package-lock.json', LOCK);
    expect(snapshotOf('others').replies[0]?.drawings).toMatchObject({ toy: 'its own' });
  }, 60_000);
});
