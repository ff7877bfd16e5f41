import { describe, expect, it } from '@jest/globals';
import { existsSync, mkdirSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { createWorkingCopy } from '../../../src/workbench/working-copy/index.ts';
import { FIRST, SECOND, seen, useWorkingFolder } from './folder.ts';

describe('what was saved', () => {
  const disk = useWorkingFolder();
  const { write, textAt, save } = disk;

  const saves = () => join(disk.folder, '.redactie/opgeslagen');
  /** Makes the last save one that was not finished. */
  const leaveUnfinished = () => {
    const name = readdirSync(saves()).at(-1) ?? '';
    renameSync(join(saves(), name), join(saves(), name.replace('.json', '.bezig')));
  };

  it('undoes a save to the byte, and undoes that again, also after a restart', () => {
    save({ [FIRST]: 'een\nnog een\n', [SECOND]: undefined }, 'Vraag toegevoegd');
    const copy = createWorkingCopy(disk.folder);
    const [last] = copy.history();
    expect(last).toMatchObject({ about: 'Vraag toegevoegd', paths: [FIRST, SECOND] });
    expect(copy.undo(last?.id ?? '')).toMatchObject({ kind: 'saved' });
    expect([textAt(FIRST), textAt(SECOND)]).toEqual(['een\r\n', 'twee\n']);
    const [undone] = createWorkingCopy(disk.folder).history();
    expect(undone?.about).toBe('Ongedaan gemaakt: Vraag toegevoegd');
    expect(copy.undo(undone?.id ?? '')).toMatchObject({ kind: 'saved' });
    expect(textAt(FIRST)).toBe('een\r\nnog een\r\n');
    expect(existsSync(join(disk.folder, SECOND))).toBe(false);
    const [redone] = copy.history();
    expect(redone?.about).toBe('Opnieuw gedaan: Vraag toegevoegd');
    copy.undo(redone?.id ?? '');
    expect(copy.history()[0]?.about).toBe('Ongedaan gemaakt: Vraag toegevoegd');
  });

  it('undoes nothing when a file changed after the save', () => {
    save({ [FIRST]: 'mijn\n', [SECOND]: 'ook\n' });
    write(SECOND, 'van een ander\n');
    const copy = createWorkingCopy(disk.folder);
    expect(copy.undo(copy.history()[0]?.id ?? '')).toEqual({ kind: 'clash', paths: [SECOND] });
    expect(textAt(FIRST)).toBe('mijn\r\n');
  });

  it('takes back what a killed process had half written', () => {
    save({ [FIRST]: 'mijn een\n', [SECOND]: 'mijn twee\n' });
    leaveUnfinished();
    // As if it was killed between the two files.
    write(SECOND, 'twee\n');
    expect(createWorkingCopy(disk.folder).history()).toEqual([]);
    expect([textAt(FIRST), textAt(SECOND)]).toEqual(['een\r\n', 'twee\n']);
    expect(readdirSync(saves())).toEqual([]);
  });

  it('takes that back before the next save too, so that no later start undoes more', () => {
    const copy = createWorkingCopy(disk.folder);
    save({ [FIRST]: 'mijn een\n' });
    leaveUnfinished();
    expect(copy.save(seen({ [SECOND]: 'mijn twee\n' }, copy.read().versions))).toMatchObject({
      kind: 'saved',
    });
    expect([textAt(FIRST), textAt(SECOND)]).toEqual(['een\r\n', 'mijn twee\n']);
    expect(readdirSync(saves())).toEqual([expect.stringMatching(/\.json$/)]);
  });

  it('starts when what a killed process left is damaged', () => {
    write('.redactie/opgeslagen/20260101T000000000-abcd.bezig', '{');
    expect(createWorkingCopy(disk.folder).history()).toEqual([]);
    expect(save({ [SECOND]: 'mijn twee\n' })).toMatchObject({ kind: 'saved' });
  });

  it('is saved when an old save cannot be removed', () => {
    // A folder is not removed as a file is.
    mkdirSync(join(saves(), '20200101T000000000-abcd.json'), { recursive: true });
    expect(save({ [SECOND]: 'x'.repeat(16_000_000) })).toMatchObject({ kind: 'saved' });
    expect(createWorkingCopy(disk.folder).history().length).toBe(1);
  });

  it('keeps the last 200 saves', () => {
    const copy = createWorkingCopy(disk.folder);
    for (let count = 0; count < 205; count += 1)
      copy.save(seen({ [SECOND]: `${count}\n` }, copy.read().versions, `nummer ${count}`));
    // Several of these fall in one millisecond.
    const about = copy.history().map((saved) => saved.about);
    expect(about).toEqual(Array.from({ length: 200 }, (_, index) => `nummer ${204 - index}`));
  });

  it('keeps 20 MB of them at most, and always the last', () => {
    const copy = createWorkingCopy(disk.folder);
    for (let count = 0; count < 5; count += 1)
      copy.save(seen({ [SECOND]: `${count}`.repeat(4_000_000) }, copy.read().versions, `nummer ${count}`));
    expect(copy.history().map((saved) => saved.about)).toEqual(['nummer 4']);
  });
});
