import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { cpSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createWorkingCopy } from '../../../src/workbench/working-copy/index.ts';
import { FIRST, SECOND, seen, workingFolder } from './folder.ts';

describe('what was saved', () => {
  let { folder, write, textAt, save, remove } = workingFolder();
  beforeEach(() => {
    remove();
    ({ folder, write, textAt, save, remove } = workingFolder());
  });
  afterEach(() => {
    remove();
  });

  it('undoes a save to the byte, and undoes that again, also after a restart', () => {
    save({ [FIRST]: 'een\nnog een\n', [SECOND]: undefined }, 'Vraag toegevoegd');
    const copy = createWorkingCopy(folder);
    const [last] = copy.history();
    expect(last).toMatchObject({ about: 'Vraag toegevoegd', paths: [FIRST, SECOND] });
    expect(copy.undo(last?.id ?? '')).toMatchObject({ kind: 'saved' });
    expect([textAt(FIRST), textAt(SECOND)]).toEqual(['een\r\n', 'twee\n']);
    const [undone] = createWorkingCopy(folder).history();
    expect(undone?.about).toBe('Ongedaan gemaakt: Vraag toegevoegd');
    expect(copy.undo(undone?.id ?? '')).toMatchObject({ kind: 'saved' });
    expect(textAt(FIRST)).toBe('een\r\nnog een\r\n');
    expect(existsSync(join(folder, SECOND))).toBe(false);
    const [redone] = copy.history();
    expect(redone?.about).toBe('Opnieuw gedaan: Vraag toegevoegd');
    copy.undo(redone?.id ?? '');
    expect(copy.history()[0]?.about).toBe('Ongedaan gemaakt: Vraag toegevoegd');
  });

  it('undoes nothing when a file changed after the save', () => {
    save({ [FIRST]: 'mijn\n', [SECOND]: 'ook\n' });
    write(SECOND, 'van een ander\n');
    const copy = createWorkingCopy(folder);
    expect(copy.undo(copy.history()[0]?.id ?? '')).toEqual({ kind: 'clash', paths: [SECOND] });
    expect(textAt(FIRST)).toBe('mijn\r\n');
  });

  it('takes back what a killed process had half written', () => {
    save({ [FIRST]: 'mijn een\n', [SECOND]: 'mijn twee\n' });
    const done = join(folder, '.redactie/opgeslagen');
    const [name = ''] = readdirSync(done);
    // As if it was killed between the two files.
    cpSync(join(done, name), join(done, name.replace('.json', '.bezig')));
    rmSync(join(done, name));
    write(SECOND, 'twee\n');
    expect(createWorkingCopy(folder).history()).toEqual([]);
    expect([textAt(FIRST), textAt(SECOND)]).toEqual(['een\r\n', 'twee\n']);
    expect(readdirSync(done)).toEqual([]);
  });

  it('keeps the last 200 saves', () => {
    const copy = createWorkingCopy(folder);
    for (let count = 0; count < 205; count += 1)
      copy.save(seen({ [SECOND]: `${count}\n` }, copy.read().versions, `nummer ${count}`));
    // Several of these fall in one millisecond.
    const about = copy.history().map((saved) => saved.about);
    expect(about).toEqual(Array.from({ length: 200 }, (_, index) => `nummer ${204 - index}`));
  });

  it('keeps 20 MB of them at most, and always the last', () => {
    const copy = createWorkingCopy(folder);
    for (let count = 0; count < 5; count += 1)
      copy.save(seen({ [SECOND]: `${count}`.repeat(4_000_000) }, copy.read().versions, `nummer ${count}`));
    expect(copy.history().map((saved) => saved.about)).toEqual(['nummer 4']);
  });
});
