import { describe, expect, it } from '@jest/globals';
import {
  addEntry,
  addPracticeQuestion,
  addTestQuestion,
  addVariant,
  entriesOf,
  NO_FIELDS,
  referencesTo,
  removeEntry,
  renameEntry,
  saveEntry,
  textOfFile,
  UneditableFileError,
} from '../../../src/knowledge/edit/index.ts';
import { after, ENTRIES, fieldsOf, shipped, SHIPPED, small, SMALL } from './guidances.ts';

const TESTS = `${SMALL}/proefvragen/anders-gezegd.yaml`;

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

  it('as a practice question, once over all files and groups', () => {
    const practice = (name: string) => `${SMALL}/praktijkvragen/${name}.yaml`;
    const files = after(
      new Map([
        [practice('a'), '- bij: plek\n  vragen: [een]\n- bij: plek\n  vragen: [twee]\n'],
        [practice('b'), '- bij: plek\n  vragen: [drie]\n'],
      ]),
    );
    for (const known of ['een', 'twee', 'drie'])
      expect([known, ...addPracticeQuestion(files, SMALL, 'plek', known)]).toEqual([known]);
    expect([...addPracticeQuestion(files, SMALL, 'plek', 'vier').keys()]).toEqual([practice('b')]);
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

describe('a file that is no list of mappings', () => {
  const PRACTICE = `${SMALL}/praktijkvragen/stalling.yaml`;
  const OWN_TESTS = `${SMALL}/proefvragen/eigen.yaml`;
  const without = new Map([...small].filter(([path]) => !path.includes('/proefvragen/')));
  const fields = { ...NO_FIELDS, id: 'regenpak', vraag: 'Waar hang ik mijn regenpak?' };

  it.each([
    ['an entry without a dash', ENTRIES, 'id: plek\nvraag: Waar?\n'],
    ['practice questions without a dash', PRACTICE, 'bij: plek\nvragen: [een]\n'],
    ['a test question without a dash', OWN_TESTS, 'vraag: een\nbij: plek\n'],
    ['a text in a list', ENTRIES, '- zomaar een tekst\n'],
    ['no YAML', ENTRIES, '- id: [\n'],
  ])('is never written over: %s', (_, path, text) => {
    const files = after(new Map([[path, text]]), without);
    const add = {
      [ENTRIES]: () => addEntry(files, ENTRIES, fields),
      [PRACTICE]: () => addPracticeQuestion(files, SMALL, 'plek', 'twee'),
      [OWN_TESTS]: () => addTestQuestion(files, SMALL, ['plek'], 'twee'),
    }[path];
    expect(add).toThrow(UneditableFileError);
    expect(add).toThrow(`In ${path} kan niets veranderen: `);
  });

  it('is not changed where another value refers to it', () => {
    const path = `${SMALL}/zelfcheck.yaml`;
    const files = after(new Map([[path, 'varianten: &a [een]\nverwant: *a\n']]));
    expect(() => addVariant(files, SMALL, 'zelfcheck', 'twee')).toThrow(UneditableFileError);
  });
});
