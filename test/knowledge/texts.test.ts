import { describe, expect, it } from '@jest/globals';
import { CHANNEL_TEXTS } from '../../src/cli/channel-texts.ts';
import { CORE_TEXTS, fill, placeholdersIn } from '../../src/core/texts.ts';
import { load, problemsOf, swap } from '../fixtures/guidance.ts';

const DECLARED = { ...CORE_TEXTS, ...CHANNEL_TEXTS };
const TEXT_KEYS = Object.keys(DECLARED);
const BASE = 'basis/teksten.yaml';
const OWN = 'thuiswerken/teksten.yaml';
const BOTH = ['thuiswerken', 'travel-policy'];
const UNKNOWN = 'Haal de regel weg, of kijk in knowledge/basis/teksten.yaml welke namen er zijn.';
const missing = (language: string) =>
  `${BASE}: De zin “welkom” ontbreekt (${language}). Voeg onder “${language}” een regel toe die met “welkom:” begint.`;

describe('the texts of a guidance', () => {
  it('replace the shared ones by name and by language; the others stay', () => {
    const shared = load().knowledge.guidances[0]?.texts;
    const texts = load({ [OWN]: 'nl:\n  welkom: Dag! Wat wil je weten?\n' }).knowledge.guidances[0]?.texts;
    expect(texts).toEqual({ nl: { ...shared?.nl, welkom: 'Dag! Wat wil je weten?' }, en: shared?.en });
  });

  it('are complete in both languages', () => {
    const texts = load().knowledge.guidances[0]?.texts;
    expect(Object.keys(texts?.nl ?? {}).sort()).toEqual([...TEXT_KEYS].sort());
    expect(Object.keys(texts?.en ?? {}).sort()).toEqual([...TEXT_KEYS].sort());
  });

  it.each([
    [
      'a name that the bot does not know',
      '  welkon: Hoi',
      `2: De bot kent geen zin met de naam “welkon”. ${UNKNOWN}`,
    ],
    // Names that every JavaScript object has.
    ['the name toString', '  toString: Hoi', `2: De bot kent geen zin met de naam “toString”. ${UNKNOWN}`],
    [
      'the name constructor and a placeholder',
      "  constructor: 'Hoi {titel}'",
      `2: De bot kent geen zin met de naam “constructor”. ${UNKNOWN}`,
    ],
    [
      'a placeholder that is not for this sentence',
      "  welkom: 'Welkom bij de {handreiking}'",
      '2: {handreiking} kan de bot hier niet invullen. Hier kun je gebruiken: {titel}, {de_titel}, {voorbeeld}.',
    ],
    [
      'a placeholder in a sentence that has none',
      "  leeg: 'Vraag iets over de {titel}'",
      '2: {titel} kan de bot hier niet invullen. Schrijf het voluit.',
    ],
    ['a sentence without words', '  leeg:', '2: “leeg” is leeg. Vul het in, of haal de regel weg.'],
  ])('with %s are reported with their line', (_, line, reported) => {
    expect(problemsOf({ [OWN]: `nl:\n${line}\n` })).toEqual([`${OWN}:${reported}`]);
  });

  it('may not be one sentence for a whole language', () => {
    expect(problemsOf({ [OWN]: 'nl: Hoi\n' })).toEqual([
      `${OWN}:1: “nl” moet uit namen met waarden bestaan. Schrijf het als “naam: waarde”.`,
    ]);
  });
});

describe('the shared texts', () => {
  const without = (text: string) => text.replace(/^ {2}welkom: .*\n/m, '');

  it('are reported when a sentence is missing in one language', () => {
    expect(problemsOf({ [BASE]: without })).toEqual([missing('nl')]);
  });

  it('are reported when a language is missing: every sentence of it', () => {
    const reported = problemsOf({ [BASE]: (text) => text.slice(0, text.indexOf('\nen:')) });
    expect(reported).toHaveLength(TEXT_KEYS.length);
    expect(reported[0]).toBe(missing('en'));
  });

  it('are reported when the guidance has texts of its own, too', () => {
    const own = { [OWN]: 'nl:\n  welkom: Dag!\n' };
    expect(problemsOf({ ...own, [BASE]: swap('  leeg:', '  vol: x\n  leeg:') })).toEqual([
      expect.stringMatching(/^basis\/teksten\.yaml:\d+: De bot kent geen zin met de naam “vol”\./),
    ]);
  });

  it('are complete by themselves, also when the guidance has the sentence that is missing', () => {
    expect(problemsOf({ [BASE]: without, [OWN]: 'nl:\n  welkom: Dag!\n' })).toEqual([missing('nl')]);
  });

  it('are reported once, however many guidances use them', () => {
    expect(problemsOf({ [BASE]: without }, BOTH)).toEqual([missing('nl')]);
    expect(problemsOf({ [BASE]: swap('  welkom:', '  welkon:') }, BOTH)).toEqual([
      `${BASE}:${2 + TEXT_KEYS.indexOf('welkom')}: De bot kent geen zin met de naam “welkon”. ${UNKNOWN}`,
      missing('nl'),
    ]);
  });
});

describe('placeholders', () => {
  it('are the names between braces', () => {
    expect(placeholdersIn('{titel} ({editie}), {onderdeel}')).toEqual(['titel', 'editie', 'onderdeel']);
    expect(placeholdersIn('geen { of } of {{}}')).toEqual([' of ', '']);
  });

  it('become their value, or nothing without leaving spaces at the ends', () => {
    expect(fill('{titel} van {eigenaar}', { titel: 'Handreiking', eigenaar: undefined })).toBe(
      'Handreiking van',
    );
  });

  it('are filled once: a value with braces stays as it is', () => {
    expect(fill('{titel}', { titel: '{editie} $& $1', editie: '2024' })).toBe('{editie} $& $1');
  });

  it('that the bot can fill in a sentence may all be left out', () => {
    const bare = TEXT_KEYS.map((key) => `  ${key}: Zonder`).join('\n');
    expect(Object.values(DECLARED).flat().length).toBeGreaterThan(0);
    expect(problemsOf({ [BASE]: `nl:\n${bare}\nen:\n${bare}\n` })).toEqual([]);
  });
});
