import { describe, expect, it } from '@jest/globals';
import { entryText, EXTRA, findingsOf } from '../../fixtures/guidance.ts';

const PRACTICE = 'thuiswerken/praktijkvragen/a.yaml';
const BEST = 'Laat de zin staan bij de vraag waar hij het best past.';
const variants = (...texts: string[]) =>
  entryText(3, '  varianten:', ...texts.map((text) => `    - ${text}`));

describe('variants of two entries', () => {
  it('that differ in order and small words only are advice', () => {
    const file = variants('kan ik een bureaustoel te leen', 'een bureaustoel kan ik lenen');
    expect(
      findingsOf('bijna-gelijk', { [EXTRA]: file, 'basis/woorden.yaml': 'nl: {negeren: [een, ik]}\n' }),
    ).toEqual([
      `${EXTRA}:5 (lunch): “een bureaustoel kan ik lenen” lijkt op “kan ik een bureaustoel lenen” bij “werkplek”. ${BEST}`,
    ]);
  });

  it('that share one word are none', () => {
    expect(findingsOf('bijna-gelijk', { [EXTRA]: variants('een bureaustoel', 'bureaustoel kopen') })).toEqual(
      [],
    );
  });
});

describe('the kinds of variants', () => {
  const oneSided = (texts: readonly string[]) =>
    findingsOf('eenzijdige-varianten', { [EXTRA]: variants(...texts) }).filter((line) =>
      line.startsWith(EXTRA),
    );
  const long = [
    'hoe lang mag ik thuis pauze houden van mijn chef',
    'mag ik bij mooi weer buiten eten van de baas',
  ];
  it.each([
    [
      'one kind',
      ['soep', 'brood', 'kaas', 'ei', 'melk'],
      'een situatie (“ik wil … en …”), korte vragen, hele zinnen',
    ],
    ['two kinds', ['soep', 'brood', 'kaas', ...long], 'korte vragen, hele zinnen'],
  ])('are advice when there are fewer than three: %s', (_, texts, missing) => {
    expect(oneSided(texts)).toEqual([
      expect.stringContaining(`${EXTRA}:1 (lunch): Er zijn geen varianten van deze soorten: ${missing}. `),
    ]);
  });

  it.each([
    ['three kinds', ['soep', 'mag soep ook', 'kaas', ...long]],
    ['too few variants to judge', ['soep', 'brood']],
  ])('are no advice with %s', (_, texts) => {
    expect(oneSided(texts)).toEqual([]);
  });
});

describe('a practice question', () => {
  const told = (line: number, text: string, owner: string, place: string) =>
    `${PRACTICE}:${line} (pauzes): “${text}” staat hier bij “pauzes” en bij “${owner}” (${place}). ${BEST}`;

  it('that is a variant of another entry is a warning, whatever its capitals and signs', () => {
    const file = '- bij: pauzes\n  vragen:\n    - Kan ik een bureaustoel lenen?!\n    - even koffie\n';
    expect(findingsOf('praktijkvraag-elders', { [PRACTICE]: file })).toEqual([
      told(3, 'Kan ik een bureaustoel lenen?!', 'werkplek', 'thuiswerken/vragen/vragen.yaml:52'),
    ]);
  });

  it('under two ids is a warning that names both', () => {
    const file = '- bij: werkplek\n  vragen: [is dat zo]\n- bij: pauzes\n  vragen: [Is dat zo?]\n';
    expect(findingsOf('praktijkvraag-elders', { [PRACTICE]: file })).toEqual([
      told(4, 'Is dat zo?', 'werkplek', `${PRACTICE}:2`),
    ]);
  });

  it('that is twice under one id, or a variant of its own entry, is none', () => {
    const file = '- bij: pauzes\n  vragen: [is dat zo, is dat zo, even de benen strekken]\n';
    expect(findingsOf('praktijkvraag-elders', { [PRACTICE]: file })).toEqual([]);
  });
});

describe('a topic of one entry', () => {
  const topic = (name: string) =>
    findingsOf('onderwerp-tikfout', {
      [EXTRA]: entryText(2, '  vraag: Mag ik lunchen?', `  onderwerp: ${name}`),
    });

  it.each(['Werktijdd', 'Wertijd', 'werktijd', 'Werk-tijd', 'Werktijden'])(
    'is a warning near another: %s',
    (name) => {
      expect(topic(name)).toEqual([
        `${EXTRA}:3 (lunch): Het onderwerp “${name}” staat maar bij één vraag en lijkt op “Werktijd”. Is het hetzelfde onderwerp? Schrijf het dan precies hetzelfde.`,
      ]);
    },
  );

  it.each(['Eten en drinken', 'Werktijd', 'Werkkleding'])('is none when it is another: %s', (name) => {
    expect(topic(name)).toEqual([]);
  });
});
