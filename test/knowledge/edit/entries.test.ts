import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addEntry,
  createEntryReader,
  entriesOf,
  fieldsOfEntry,
  NO_FIELDS,
  proposeId,
  saveEntry,
  textOfFile,
} from '../../../src/knowledge/edit/index.ts';
import type { EntryFields } from '../../../src/knowledge/edit/index.ts';
import { after, ENTRIES, fieldsOf, shipped, SHIPPED, small, SMALL } from './guidances.ts';

describe('entries as fields', () => {
  it('writes back what was read without changing a byte', () => {
    for (const { id, at, data } of entriesOf(shipped, SHIPPED)) {
      if (at > 0) continue;
      expect([id, [...saveEntry(shipped, SHIPPED, id, fieldsOfEntry(data))]]).toEqual([id, []]);
    }
  });

  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('# x', '- x', 'a: b', '"', "'", '💬', 'a\nb', ' x ', 'null', '12', 'x '.repeat(1_200)),
  );
  const filled = text.filter((one) => one !== '');
  const wording = { vraag: text, varianten: fc.array(filled), kop: text, antwoord: text, elders: text };
  const anyFields: fc.Arbitrary<EntryFields> = fc.record(
    {
      ...wording,
      id: fc.constantFrom('nieuw', 'ander'),
      soort: fc.constantFrom('', 'niet-behandeld'),
      onderwerp: text,
      citaten: fc.array(filled),
      verwant: fc.array(fc.constantFrom('plek', 'pech')),
      negeer: fc.array(fc.record({ soort: filled, reden: filled }, { noNullPrototype: true })),
      en: fc.record(wording, { noNullPrototype: true }),
    },
    { noNullPrototype: true },
  );

  it('reads back whatever was written, in a new entry and in one that was there', () => {
    fc.assert(
      fc.property(anyFields, anyFields, (first, second) => {
        const made = after(addEntry(small, ENTRIES, first));
        expect(fieldsOf(made, SMALL, first.id)).toEqual(first);
        const changed = after(saveEntry(made, SMALL, first.id, { ...second, id: first.id }), made);
        expect(fieldsOf(changed, SMALL, first.id)).toEqual({ ...second, id: first.id });
        const others = (files: typeof small) => entriesOf(files, SMALL).filter(({ id }) => id !== first.id);
        expect(others(changed)).toEqual(others(small));
      }),
      { numRuns: 60 },
    );
  });

  it('changes only the lines of a field', () => {
    const plek = fieldsOf(small, SMALL, 'plek');
    const edits = saveEntry(small, SMALL, 'plek', {
      ...plek,
      kop: 'Zet je fiets in een vak',
      varianten: ['plek voor mijn fiets', 'waar is plaats: hier?'],
    });
    const before = textOfFile(small, ENTRIES);
    expect(edits).toEqual(
      new Map([
        [
          ENTRIES,
          before.replace(
            '    - alle vakken zijn vol\n    - mag mijn fiets in het gangpad staan\n    - plek voor mijn fiets\n',
            "    - plek voor mijn fiets\n    - 'waar is plaats: hier?'\n  kop: Zet je fiets in een vak\n",
          ),
        ],
      ]),
    );
  });

  it('adds the English part and takes it away', () => {
    const plek = fieldsOf(small, SMALL, 'plek');
    const en = { ...NO_FIELDS.en, vraag: 'Where do I put my bike?', antwoord: 'In a rack.' };
    const made = after(saveEntry(small, SMALL, 'plek', { ...plek, en }));
    expect(textOfFile(made, ENTRIES)).toContain(
      '  verwant: [bakfiets]\n  en:\n    vraag: Where do I put my bike?\n    antwoord: In a rack.\n- id: bakfiets\n',
    );
    expect(textOfFile(after(saveEntry(made, SMALL, 'plek', plek), made), ENTRIES)).toBe(
      textOfFile(small, ENTRIES),
    );
  });
});

describe('a new entry', () => {
  it('comes at the end, or after another', () => {
    const fields = { ...NO_FIELDS, id: 'regenpak', vraag: 'Waar hang ik mijn regenpak?' };
    const drawn = '- id: regenpak\n  vraag: Waar hang ik mijn regenpak?\n';
    const before = textOfFile(small, ENTRIES);
    expect(addEntry(small, ENTRIES, fields).get(ENTRIES)).toBe(before + drawn);
    expect(addEntry(small, ENTRIES, fields, 'plek').get(ENTRIES)).toBe(
      before.replace('- id: bakfiets', `${drawn}- id: bakfiets`),
    );
    expect(addEntry(small, `${SMALL}/vragen/kleding.yaml`, fields).get(`${SMALL}/vragen/kleding.yaml`)).toBe(
      drawn,
    );
  });

  it.each([
    ['Mag ik mijn e-bike opladen?', [], 'e-bike-opladen'],
    ['Wat is er?', [], 'wat-is-er'],
    ['Één café', [], 'cafe'],
    ['Plek', ['plek', 'plek-2'], 'plek-3'],
    ['Geen', [], 'geen-2'],
    ['?', [], 'vraag'],
    ['lang '.repeat(20), [], 'lang-lang-lang-lang-lang-lang-lang-lang'],
  ])('gets an id from its question: %s', (question, taken, id) => {
    expect(proposeId(question, taken)).toBe(id);
  });
});

describe('reading entries', () => {
  it('gives the same as reading whole files, and leaves out what is not YAML', () => {
    const read = createEntryReader();
    for (const files of [shipped, small]) {
      const folder = files === shipped ? SHIPPED : SMALL;
      expect(read(files, folder)).toEqual(entriesOf(files, folder));
    }
    const broken = after(new Map([[`${SMALL}/vragen/kapot.yaml`, '- id: [\n']]));
    expect(read(broken, SMALL)).toEqual(entriesOf(small, SMALL));
    const anchored = after(new Map([[ENTRIES, '- &a\n  id: a\n- *a\n']]));
    expect(read(anchored, SMALL).map(({ id }) => id)).toEqual(['a', 'a']);
  });
});
