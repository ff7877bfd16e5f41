import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { replaceKnowledge } from '../../../src/workbench/publish/replace-directory.ts';
import { targetOf } from '../../../src/workbench/publish/target.ts';

describe('going live', () => {
  let root: string;
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  const treeOf = (folder: string) =>
    Object.fromEntries(
      readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
        .filter((item) => item.isFile())
        .map((item) => join(item.parentPath, item.name))
        .map((path) => [path.slice(join(root, folder).length + 1), readFileSync(path, 'utf8')]),
    );
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'live-'));
    write('werk/thuis/handreiking.yaml', 'nieuw');
    write('werk/thuis/vragen/een.yaml', 'een');
    write('werk/.redactie/live/x', 'van de werkbank');
    write('werk/thuis/.~lock', 'van een ander programma');
  });
  afterEach(() => {
    rmSync(root, { recursive: true });
  });
  const replace = () => {
    replaceKnowledge(join(root, 'werk'), join(root, 'live'));
  };
  const NEW = { 'thuis/handreiking.yaml': 'nieuw', 'thuis/vragen/een.yaml': 'een' };

  it('leaves the folder as it was when there is nothing to put there', () => {
    write('live/thuis/handreiking.yaml', 'oud');
    const replaceByNothing = () => {
      replaceKnowledge(join(root, 'nergens'), join(root, 'live'));
    };
    expect(replaceByNothing).toThrow('no knowledge');
    expect(treeOf('live')).toEqual({ 'thuis/handreiking.yaml': 'oud' });
  });

  it('makes the folder when it is not there', () => {
    replace();
    expect(treeOf('live')).toEqual(NEW);
  });

  it('takes away what is gone, keeps files beside the guidances, and leaves nothing behind', () => {
    write('live/thuis/handreiking.yaml', 'oud');
    write('live/thuis/vragen/twee.yaml', 'twee');
    write('live/weg/handreiking.yaml', 'weg');
    write('live/LEESMIJ.txt', 'van de beheerder');
    replace();
    expect(treeOf('live')).toEqual({ ...NEW, 'LEESMIJ.txt': 'van de beheerder' });
    expect(readdirSync(root).sort()).toEqual(['live', 'werk']);
  });

  it('replaces file by file where the folder holds hidden files, as those of git', () => {
    write('live/.git/HEAD', 'ref');
    write('live/thuis/handreiking.yaml', 'oud');
    write('live/thuis/vragen/twee.yaml', 'twee');
    write('live/weg/handreiking.yaml', 'weg');
    replace();
    expect(treeOf('live')).toEqual({ ...NEW, '.git/HEAD': 'ref' });
    expect(existsSync(join(root, 'live/weg'))).toBe(false);
  });

  it('keeps hidden files in a guidance, as those of git or of a file manager', () => {
    write('live/thuis/handreiking.yaml', 'oud');
    write('live/thuis/.git/HEAD', 'ref');
    write('live/thuis/vragen/twee.yaml', 'twee');
    write('live/thuis/vragen/.DS_Store', 'stand');
    replace();
    const hidden = { 'thuis/.git/HEAD': 'ref', 'thuis/vragen/.DS_Store': 'stand' };
    expect(treeOf('live')).toEqual({ ...NEW, ...hidden });
  });

  it.each([
    [undefined, { kind: 'none' }],
    ['werk', { kind: 'same' }],
    ['link', { kind: 'same' }],
    ['nergens', { kind: 'other' }],
    ['leeg', { kind: 'other' }],
    ['werk/onder', { kind: 'refused' }],
    ['.', { kind: 'refused' }],
    ['thuismap', { kind: 'refused' }],
    ['bestand', { kind: 'refused' }],
  ])('leads to %s: %j', (name, expected) => {
    symlinkSync(join(root, 'werk'), join(root, 'link'));
    mkdirSync(join(root, 'leeg'));
    write('bestand', 'x');
    write('thuismap/Documenten/brief.txt', 'niet weggooien');
    const target = targetOf(join(root, 'werk'), name === undefined ? undefined : join(root, name));
    expect(target).toMatchObject(expected);
  });
});
