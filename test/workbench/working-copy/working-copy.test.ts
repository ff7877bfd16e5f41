import { describe, expect, it } from '@jest/globals';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { SHIPPED_KNOWLEDGE } from '../../../src/knowledge/index.ts';
import { createWorkingCopy } from '../../../src/workbench/working-copy/index.ts';
import { FIRST, SECOND, seen, useWorkingFolder } from './folder.ts';

describe('the working copy', () => {
  const disk = useWorkingFolder();
  const { write, textAt, save } = disk;

  it('leaves every file of the shipped knowledge as it is when its own text is saved', () => {
    rmSync(disk.folder, { recursive: true });
    cpSync(SHIPPED_KNOWLEDGE, disk.folder, { recursive: true });
    const copy = createWorkingCopy(disk.folder);
    const { files, versions } = copy.read();
    const texts = [...files].map(([path, bytes]) => [path, new TextDecoder().decode(bytes)] as const);
    expect(copy.save({ edits: new Map(texts), base: versions, about: 'niets' })).toEqual({ kind: 'saved' });
    expect(copy.history()).toEqual([]);
    for (const [path, bytes] of files)
      expect(Buffer.compare(readFileSync(join(disk.folder, path)), bytes)).toBe(0);
  });

  it('writes several files at once, in the style that each has', () => {
    expect(
      save({ [FIRST]: 'een\nnog een\n', [SECOND]: undefined, 'thuis/vragen/drie.yaml': 'drie\n' }),
    ).toEqual({ kind: 'saved', id: expect.any(String) });
    expect([textAt(FIRST), textAt('thuis/vragen/drie.yaml')]).toEqual(['een\r\nnog een\r\n', 'drie\n']);
    expect(existsSync(join(disk.folder, SECOND))).toBe(false);
  });

  it.each([
    ['changed', FIRST, 'anders\n'],
    ['deleted', SECOND, undefined],
    ['created', 'thuis/vragen/drie.yaml', 'van een ander\n'],
  ])('writes nothing when a file was %s on disk meanwhile', (_, path, there) => {
    const copy = createWorkingCopy(disk.folder);
    const edits = seen(
      { [FIRST]: 'mijn een\n', [SECOND]: 'mijn twee\n', 'thuis/vragen/drie.yaml': 'mijn drie\n' },
      copy.read().versions,
    );
    if (there === undefined) rmSync(join(disk.folder, path));
    else write(path, there);
    const before = readdirSync(join(disk.folder, 'thuis/vragen')).map((name) =>
      textAt(`thuis/vragen/${name}`),
    );
    expect(copy.save(edits)).toEqual({ kind: 'clash', paths: [path] });
    expect(
      readdirSync(join(disk.folder, 'thuis/vragen')).map((name) => textAt(`thuis/vragen/${name}`)),
    ).toEqual(before);
    expect(copy.history()).toEqual([]);
  });

  it('sees a clash in a file that the editor only looked at', () => {
    const copy = createWorkingCopy(disk.folder);
    const { versions } = copy.read();
    write(SECOND, 'anders\n');
    const result = copy.save({ edits: new Map([[FIRST, 'mijn\n']]), base: versions, about: 'iets' });
    expect(result).toEqual({ kind: 'clash', paths: [SECOND] });
  });

  it('writes nothing when the disk refuses one of the files', () => {
    // A folder stands where the file should come.
    mkdirSync(join(disk.folder, 'thuis/vragen/drie.yaml/map'), { recursive: true });
    const copy = createWorkingCopy(disk.folder);
    const result = copy.save(
      seen({ [FIRST]: 'mijn\n', 'thuis/vragen/een.yaml/x.yaml': 'kan niet\n' }, copy.read().versions),
    );
    expect(result).toEqual({ kind: 'failed', reason: expect.stringMatching(/^Op de plek van een bestand/) });
    expect(textAt(FIRST)).toBe('een\r\n');
    expect(copy.history()).toEqual([]);
  });

  it('puts back what it wrote when the disk refuses a later file', () => {
    // Leaves no room for the name of the temporary file.
    const tooLong = `thuis/vragen/${'x'.repeat(250)}.yaml`;
    expect(save({ [FIRST]: 'mijn\n', [SECOND]: undefined, [tooLong]: 'kan niet\n' })).toMatchObject({
      kind: 'failed',
    });
    expect([textAt(FIRST), textAt(SECOND)]).toEqual(['een\r\n', 'twee\n']);
    expect(readdirSync(join(disk.folder, '.redactie/opgeslagen'))).toEqual([]);
  });

  it('refuses to write into a file that is not UTF-8', () => {
    write(FIRST, Buffer.from([0x65, 0xe9, 0x6e]));
    expect(save({ [FIRST]: 'één' })).toEqual({ kind: 'failed', reason: `${FIRST} is geen UTF-8-tekst.` });
    expect([...readFileSync(join(disk.folder, FIRST))]).toEqual([0x65, 0xe9, 0x6e]);
  });

  it.each([
    '../buiten.yaml',
    '/etc/passwd',
    'thuis/../../x',
    '.redactie/slot',
    'los.yaml',
    'thuis//x',
    'C:/x',
  ])('writes nothing outside the knowledge: %s', (path) => {
    expect(() => save({ [path]: 'x' })).toThrow(TypeError);
  });

  it('is read again only where something changed, and sees what others write', () => {
    const copy = createWorkingCopy(disk.folder);
    const before = copy.read();
    expect(copy.read().files.get(FIRST)).toBe(before.files.get(FIRST));
    write(FIRST, 'anders\r\n');
    const after = copy.read();
    expect(after.versions.get(FIRST)).not.toBe(before.versions.get(FIRST));
    expect(after.files.get(SECOND)).toBe(before.files.get(SECOND));
    expect(copy.textOf(before.versions.get(FIRST) ?? '')).toBe('een\r\n');
  });

  it('is empty where there is no guidance yet', () => {
    rmSync(join(disk.folder, 'thuis'), { recursive: true });
    expect(createWorkingCopy(disk.folder).read()).toMatchObject({ slugs: [], hasOwnBase: false });
  });

  it('keeps its own state out of the knowledge and out of git', () => {
    save({ [FIRST]: 'mijn\n' });
    expect(textAt('.redactie/.gitignore')).toBe('*\n');
    expect(
      [...createWorkingCopy(disk.folder).read().files.keys()].filter((path) => path.includes('.redactie')),
    ).toEqual([]);
  });
});
