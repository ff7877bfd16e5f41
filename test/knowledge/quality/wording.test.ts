import { describe, expect, it } from '@jest/globals';
import { entryText, EXTRA, findingsOf } from '../../fixtures/guidance.ts';

const words = (count: number) => Array.from({ length: count }, (_, word) => `w${word}`).join(' ');
const answer = (text: string) => entryText(4, `  antwoord: "${text}"`);

describe('an explanation', () => {
  it.each([
    ['three sentences', 'Ja. Dat mag. Graag zelfs.', '3 zinnen en 5 woorden'],
    ['more than forty words', `${words(41)}.`, '1 zin en 41 woorden'],
  ])('of %s is advice', (_, text, told) => {
    expect(findingsOf('lange-uitleg', { [EXTRA]: answer(text) })).toEqual([
      `${EXTRA}:4 (lunch): De uitleg heeft ${told}. Maak er hoogstens 2 zinnen en 40 woorden van.`,
    ]);
  });

  it('with a long sentence is advice, in English and in a pointer too', () => {
    const file = `${entryText(4, '  antwoord: Ja.', `  elders: ${words(21)}.`)}  en: {vraag: A?, antwoord: ${words(22)}.}\n`;
    expect(findingsOf('lange-zin', { [EXTRA]: file }).map((line) => line.split(': “')[0])).toEqual([
      `${EXTRA}:5 (lunch): Deze zin heeft 21 woorden`,
      `${EXTRA}:7 (lunch): Deze zin heeft 22 woorden`,
    ]);
  });

  it('of two sentences of twenty words is none', () => {
    const file = { [EXTRA]: answer(`W${words(20)}. W${words(20)}.`) };
    expect([...findingsOf('lange-uitleg', file), ...findingsOf('lange-zin', file)]).toEqual([]);
  });
});

describe('a hard word', () => {
  const hard = { 'basis/moeilijke-woorden.yaml': 'tevens: ook\nten behoeve van: voor\n' };
  it('is advice with an easier one', () => {
    const file = answer('Tevens mag soep ten behoeve van anderen.');
    expect(findingsOf('moeilijk-woord', { ...hard, [EXTRA]: file })).toEqual([
      `${EXTRA}:4 (lunch): “tevens” is een moeilijk woord. Schrijf bijvoorbeeld “ook”.`,
      `${EXTRA}:4 (lunch): “ten behoeve van” is een moeilijk woord. Schrijf bijvoorbeeld “voor”.`,
    ]);
  });

  it('is none inside another word, in a variant or without the list', () => {
    const file = entryText(3, '  varianten: [mag dat tevens]').replace('Dat is', 'Soeptevens is');
    expect(findingsOf('moeilijk-woord', { ...hard, [EXTRA]: file })).toEqual([]);
    expect(
      findingsOf('moeilijk-woord', { 'basis/moeilijke-woorden.yaml': null, [EXTRA]: answer('Tevens.') }),
    ).toEqual([]);
  });
});

describe('a web address', () => {
  it.each([
    'www.rijksoverheid.nl',
    'http:/www.rijksoverheid.nl',
    'htps://rijksoverheid.nl',
    'https//rijksoverheid.nl',
    'https://rijksoverheid',
    'https://rijksoverheid..nl',
    '[de site](https://rijksoverheid.nl)',
    'https:// rijksoverheid.nl',
  ])('that no program can open is a warning: %s', (link) => {
    expect(findingsOf('kapotte-link', { [EXTRA]: answer(`Kijk op ${link} voor meer.`) })).toEqual([
      expect.stringMatching(/:4 \(lunch\): “.*” is geen goed webadres\. Schrijf het hele adres/),
    ]);
  });

  it.each([
    'https://www.rijksoverheid.nl/onderwerpen?a=b#c.',
    '(http://x.example.org)',
    'let op: dat mag. En meer.',
    'Wet open overheid (artikel 3.1).',
  ])('that works, or that is none, is no warning: %s', (text) => {
    expect(findingsOf('kapotte-link', { [EXTRA]: answer(text) })).toEqual([]);
  });
});
