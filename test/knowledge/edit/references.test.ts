import { describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import {
  addPracticeQuestion,
  addTestQuestion,
  addVariant,
  entriesOf,
  fieldsOfEntry,
  findFileEntry,
  referencesTo,
  removeEntry,
  renameEntry,
  saveEntry,
  textOfFile,
  withEdits,
} from '../../../src/knowledge/edit/index.ts';
import type { EntryFields, TextEdits } from '../../../src/knowledge/edit/index.ts';
import { readFiles, SHIPPED_KNOWLEDGE } from '../../../src/knowledge/index.ts';

const shipped = readFiles(SHIPPED_KNOWLEDGE).files;
const SHIPPED = 'online-communicatie';
const small = readFiles(join(import.meta.dirname, '../../fixtures/small-guidance')).files;
const SMALL = 'fietsen-op-het-werk';
const ENTRIES = `${SMALL}/vragen/stalling.yaml`;
const TESTS = `${SMALL}/proefvragen/anders-gezegd.yaml`;

const fieldsOf = (files: typeof small, folder: string, id: string): EntryFields =>
  fieldsOfEntry(findFileEntry(files, folder, id)?.data ?? {});
const after = (edits: TextEdits, files = small) => withEdits(files, edits);

describe('an id', () => {
  it('is found wherever it stands', () => {
    expect(referencesTo(small, SMALL, 'plek').map(({ kind, texts }) => [kind, ...texts])).toEqual([
      ['verwant', 'Kan ik met een bakfiets komen?'],
      ['verwant', 'Mag mijn scooter in de stalling?'],
      ['verwant', 'Waar laad ik mijn elektrische fiets op?'],
      ['proefvragen', 'er is geen vak meer vrij voor mijn fiets'],
    ]);
    const kinds = referencesTo(shipped, SHIPPED, 'alles-openbaar').map(({ kind, file }) => `${kind} ${file}`);
    expect(kinds).toContain(`verwant ${SHIPPED}/zelfcheck.yaml`);
    expect(kinds).toContain(`praktijkvragen ${SHIPPED}/praktijkvragen/openbaarheid.yaml`);
  });

  it('changes everywhere, and nothing else does', () => {
    for (const id of ['alles-openbaar', 'alleen-meelezen']) {
      const renamed = after(renameEntry(shipped, SHIPPED, id, 'zz-nieuw'), shipped);
      expect(referencesTo(renamed, SHIPPED, id)).toEqual([]);
      expect(referencesTo(renamed, SHIPPED, 'zz-nieuw').length).toBe(
        referencesTo(shipped, SHIPPED, id).length,
      );
      const back = after(renameEntry(renamed, SHIPPED, 'zz-nieuw', id), renamed);
      for (const path of shipped.keys()) expect(textOfFile(back, path)).toBe(textOfFile(shipped, path));
    }
  });

  it('changes in links to the page of the entry, and not in longer ids', () => {
    const plek = fieldsOf(small, SMALL, 'pech');
    const link = (id: string) => `Zie [dit](https://bot.nl/vraag/${SMALL}/${id}).`;
    const linked = after(
      saveEntry(small, SMALL, 'pech', { ...plek, elders: `${link('plek')} ${link('plek-2')}` }),
    );
    const renamed = after(renameEntry(linked, SMALL, 'plek', 'vak'), linked);
    expect(fieldsOf(renamed, SMALL, 'pech').elders).toBe(`${link('vak')} ${link('plek-2')}`);
  });
});

describe('taking an entry away', () => {
  it('takes what refers to it along', () => {
    const left = after(removeEntry(small, SMALL, 'plek'));
    expect(entriesOf(left, SMALL).map(({ id }) => id)).not.toContain('plek');
    expect(referencesTo(left, SMALL, 'plek')).toEqual([]);
    expect(textOfFile(left, ENTRIES)).not.toContain('plek]');
    expect(textOfFile(left, TESTS)).toBe(
      textOfFile(small, TESTS).replace(
        '- vraag: er is geen vak meer vrij voor mijn fiets\n  bij: plek\n',
        '',
      ),
    );
  });

  it('gives its questions to another entry when asked', () => {
    const left = after(removeEntry(small, SMALL, 'plek', 'bakfiets'));
    expect(textOfFile(left, TESTS)).toBe(textOfFile(small, TESTS).replace('bij: plek', 'bij: bakfiets'));
    expect(fieldsOf(left, SMALL, 'scooter').verwant).toEqual(['bakfiets']);
    expect(fieldsOf(left, SMALL, 'bakfiets').verwant).toEqual([]);
  });

  it('leaves no trace in the shipped knowledge', () => {
    for (const id of ['alles-openbaar', 'alleen-meelezen'])
      expect([id, referencesTo(after(removeEntry(shipped, SHIPPED, id), shipped), SHIPPED, id)]).toEqual([
        id,
        [],
      ]);
  });
});

describe('adding a question', () => {
  it('as a variant, once', () => {
    const edits = addVariant(small, SMALL, 'plek', 'fiets kwijt');
    expect(edits.get(ENTRIES)).toBe(
      textOfFile(small, ENTRIES).replace(
        '- plek voor mijn fiets\n',
        '- plek voor mijn fiets\n    - fiets kwijt\n',
      ),
    );
    expect(addVariant(after(edits), SMALL, 'plek', 'Fiets  kwijt').size).toBe(0);
    expect(() => addVariant(small, SMALL, 'plek', 'lost', true)).toThrow(TypeError);
    expect([...addVariant(shipped, SHIPPED, 'zelfcheck', 'durf ik dit?').keys()]).toEqual([
      `${SHIPPED}/zelfcheck.yaml`,
    ]);
  });

  it.each([
    ['plek', `${SMALL}/praktijkvragen/stalling.yaml`, '- bij: plek\n  vragen:\n    - heej\n'],
    [undefined, `${SMALL}/praktijkvragen/buiten-onderwerp.yaml`, '- bij: geen\n  vragen:\n    - heej\n'],
    [
      'staat-er-niet-in',
      `${SMALL}/praktijkvragen/staat-er-niet-in.yaml`,
      '- bij: staat-er-niet-in\n  vragen:\n    - heej\n',
    ],
    ['groet', `${SMALL}/praktijkvragen/gesprek.yaml`, '- bij: groet\n  vragen:\n    - heej\n'],
  ])('as a practice question of %s, in a new file', (id, path, text) => {
    const edits = addPracticeQuestion(small, SMALL, id, 'heej');
    expect([...edits]).toEqual([[path, text]]);
    const more = addPracticeQuestion(after(edits), SMALL, id, 'nog een');
    expect([...more]).toEqual([[path, `${text}    - nog een\n`]]);
    expect(addPracticeQuestion(after(edits), SMALL, id, 'Heej').size).toBe(0);
  });

  it('as a practice question where the entry has some, with their quotes', () => {
    const [[path = '', text = ''] = []] = addPracticeQuestion(shipped, SHIPPED, 'benaderbaar', 'bel mij');
    expect(path).toBe(`${SHIPPED}/praktijkvragen/bereikbaar.yaml`);
    expect(text.split('\n').filter((line) => line.includes('bel mij'))).toEqual(['    - "bel mij"']);
  });

  it.each([
    [['alleen-meelezen'], 'behandeld', '- vraag: x y\n  bij: alleen-meelezen\n'],
    [['embargo', 'sancties'], 'behandeld', '- vraag: x y\n  bij:\n    - embargo\n    - sancties\n'],
    [['sancties'], 'niet-behandeld', '- vraag: x y\n  bij: sancties\n'],
    [[], 'buiten', '- vraag: x y\n  buiten: true\n'],
  ])('as a test question about %j, where those of its kind are', (ids, name, text) => {
    const path = `${SHIPPED}/proefvragen/${name}.yaml`;
    expect([...addTestQuestion(shipped, SHIPPED, ids, 'x y')]).toEqual([
      [path, textOfFile(shipped, path) + text],
    ]);
  });
});
