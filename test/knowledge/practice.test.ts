import { describe, expect, it } from '@jest/globals';
import { load, problemsOf } from '../fixtures/guidance.ts';

const FILE = 'thuiswerken/praktijkvragen/collega-1.yaml';

describe('practice questions', () => {
  it('belong to an entry, or to none', () => {
    const file = '- bij: pauzes\n  vragen: [ff pauze?, "12.30 uur"]\n- bij: geen\n  vragen: [wat eten we]\n';
    expect(load({ [FILE]: file }).knowledge.guidances[0]?.practice).toEqual([
      { text: 'ff pauze?', entry: 'thuiswerken/pauzes' },
      { text: '12.30 uur', entry: 'thuiswerken/pauzes' },
      { text: 'wat eten we', entry: null },
    ]);
  });

  it('of the whole bot are about none of the entries, and are learned once', () => {
    const changes = { 'basis/buiten-onderwerp.yaml': '- hoe lang kookt een ei\n' };
    const { guidances } = load(changes, ['thuiswerken', 'travel-policy']).knowledge;
    const about = guidances.map(({ practice }) =>
      practice.filter(({ text }) => text.includes('kookt een ei')),
    );
    expect(about).toEqual([[{ text: 'hoe lang kookt een ei', entry: null }], []]);
  });

  it('may belong to the self-check', () => {
    const file = 'fietsen/praktijkvragen/test.yaml';
    const practice = '- bij: zelfcheck\n  vragen: [staat hij zo goed]\n';
    expect(problemsOf({ [file]: practice }, ['fietsen'])).toEqual([]);
  });

  it.each([
    [
      'an id that does not exist',
      '- bij: welke-dagen\n  vragen: [x]\n- bij: pauze\n  vragen: [y]\n',
      ['3: Er is geen vraag met het id “pauze”. Bedoel je “pauzes”?'],
    ],
    [
      'an id that looks like none',
      '- bij: qqqqqqqq\n  vragen: [x]\n',
      ['1: Er is geen vraag met het id “qqqqqqqq”. Haal het weg, of maak die vraag.'],
    ],
    [
      'the self-check of a guidance that has none',
      '- bij: zelfcheck\n  vragen: [x]\n',
      ['1: Er is geen vraag met het id “zelfcheck”. Haal het weg, of maak die vraag.'],
    ],
    [
      'no questions',
      '- bij: pauzes\n  vragen: []\n',
      ['2: “vragen” is leeg. Vul het in, of haal de regel weg.'],
    ],
    [
      'an id and its questions in two items',
      '- bij: pauzes\n- vragen: [x]\n',
      ['1: “vragen” ontbreekt. Voeg “vragen” toe.', '2: “bij” ontbreekt. Voeg “bij” toe.'],
    ],
    [
      'an id with capitals',
      '- bij: Pauzes\n  vragen: [x]\n',
      ['1: “bij” heeft niet de goede vorm. Gebruik kleine letters, cijfers en streepjes, zoals “pauzes”.'],
    ],
  ])('with %s are reported with their line', (_, file, reported) => {
    expect(problemsOf({ [FILE]: file })).toEqual(reported.map((line) => `${FILE}:${line}`));
  });
});
