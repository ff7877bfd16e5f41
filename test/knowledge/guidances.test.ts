import { describe, expect, it } from '@jest/globals';
import { entryText, guidanceFiles, load, problemsOf, swap } from '../fixtures/guidance.ts';
import type { Changes } from '../fixtures/guidance.ts';

const BOTH = ['thuiswerken', 'travel-policy'];
const ALL = [...BOTH, 'fietsen'];
const FIXED = 'Geef een van de twee een ander id.';

/** An entry for the English fixture. */
const english = (id: string) =>
  entryText(1, `- id: ${id}`).replace('Neem elk uur een korte pauze:', 'Alcohol is not reimbursed.');

/** The files of a guidance again, under another folder. */
function copyOf(slug: string, folder: string, changes: Changes = {}): Changes {
  const files = [...guidanceFiles(changes, [slug])].filter(([path]) => path.startsWith(`${slug}/`));
  return Object.fromEntries(files.map(([path, bytes]) => [path.replace(slug, folder), bytes]));
}

describe('several guidances', () => {
  it('load together, each in its own language, in the order given', () => {
    const { knowledge } = load({}, ALL);
    expect(knowledge.guidances.map(({ slug, language, title }) => [slug, language, title])).toEqual([
      ['thuiswerken', 'nl', 'Handreiking thuiswerken'],
      ['travel-policy', 'en', 'Travel Policy'],
      ['fietsen', 'nl', 'Regels voor de stalling'],
    ]);
  });

  it('without texts of their own have the shared ones', () => {
    const [home, travel] = load({}, ALL).knowledge.guidances;
    expect(travel?.texts).toEqual(home?.texts);
    expect(home?.texts.nl.elders).toBe('nl elders {verwijzing}');
    expect(home?.texts.en.elders).toBe('en elders {verwijzing}');
  });

  it('without words of their own have the shared ones, not those of another guidance', () => {
    const own = { 'fietsen/woorden.yaml': 'nl: {synoniemen: [[rek, stalling]]}\n' };
    const [home, travel, bicycles] = load(own, ALL).knowledge.guidances;
    expect(home?.words).toEqual(travel?.words);
    expect(home?.words.nl.synoniemen).toEqual([]);
    expect(bicycles?.words.nl.synoniemen).toEqual([['rek', 'stalling']]);
  });

  it('keep their own texts to themselves', () => {
    const own = { 'travel-policy/teksten.yaml': 'en:\n  welkom: Where are you going?\n' };
    const [home, travel] = load(own, BOTH).knowledge.guidances;
    expect(travel?.texts.en.welkom).toBe('Where are you going?');
    expect(home?.texts.en.welkom).toBe('en welkom {titel}; {voorbeeld}');
  });

  it('have everything of handreiking.yaml, and only the languages that it gives', () => {
    const [home, travel] = load({}, BOTH).knowledge.guidances;
    expect(home).toMatchObject({
      owner: 'Gemeente Voorbeeldstad',
      url: 'https://voorbeeldstad.example/thuiswerken',
      edition: '2024-09-01',
      contact: { nl: 'het servicepunt personeel', en: 'the staff service desk' },
      example: { nl: 'krijg ik een bureaustoel voor thuis?', en: 'can I borrow a desk chair for home?' },
    });
    expect(travel?.contact).toEqual({ en: 'the travel desk' });
    expect(travel?.example).toEqual({ en: 'may I take a plane to Berlin?' });
    expect(travel?.entries.map(({ wording }) => Object.keys(wording))).toEqual(Array(5).fill(['en']));
  });

  it('may be one with nothing but a name, a title, a source and a question', () => {
    const { guidances } = load(
      {
        'klein/handreiking.yaml': 'naam: klein\ntitel: Klein\n',
        'klein/bron.txt': 'Klein\n\nHet is klein.\n',
        'klein/vragen/vragen.yaml':
          '- {id: hoe, vraag: Hoe is het?, antwoord: Klein., citaten: [Het is klein.]}\n',
      },
      ['klein'],
    ).knowledge;
    expect(guidances[0]).toMatchObject({
      slug: 'klein',
      edition: '',
      language: 'nl',
      contact: {},
      practice: [],
    });
    expect(guidances[0]).not.toHaveProperty('owner');
  });

  it('may each have a self-check; the second and further ones get an id of their own', () => {
    const changes = {
      'travel-policy/zelfcheck.yaml': [
        'vraag: Not sure about a trip?',
        'inleiding: Ask yourself.',
        "vragen: ['Alcohol is not reimbursed.']",
        'slot: You decide.',
        'verwant: [expenses]',
      ].join('\n'),
      'travel-policy/vragen/zz.yaml': `${english('wine')}  verwant: [zelfcheck, expenses]\n`,
      'travel-policy/praktijkvragen/a.yaml': '- bij: zelfcheck\n  vragen: [can I order wine]\n',
    };
    const checks = (slugs: readonly string[]) =>
      load(changes, slugs).knowledge.guidances.map(({ entries, practice }) => ({
        check: entries.find(({ kind }) => kind === 'checklist')?.id,
        related: entries.find(({ id }) => id === 'wine')?.related,
        practice: practice.find(({ text }) => text === 'can I order wine')?.entry,
      }));
    expect(checks(['travel-policy', 'fietsen'])).toEqual([
      { check: 'zelfcheck', related: ['zelfcheck', 'expenses'], practice: 'zelfcheck' },
      { check: 'zelfcheck-fietsen', related: undefined, practice: undefined },
    ]);
    expect(checks(['fietsen', 'travel-policy'])[1]).toEqual({
      check: 'zelfcheck-travel-policy',
      related: ['zelfcheck-travel-policy', 'expenses'],
      practice: 'zelfcheck-travel-policy',
    });
  });
});

describe('an id in two guidances', () => {
  it('is reported with its file and line, and with the other folder', () => {
    expect(problemsOf({ 'travel-policy/vragen/zz.yaml': `\n\n${english('pauzes')}` }, BOTH)).toEqual([
      `travel-policy/vragen/zz.yaml:3 (pauzes): Het id “pauzes” bestaat ook in de map thuiswerken. ${FIXED}`,
    ]);
  });

  it('is reported with the name of the folder, also when the guidance has another name', () => {
    const renamed = swap('naam: travel-policy', 'naam: reizen');
    const changes = {
      'travel-policy/handreiking.yaml': renamed,
      'travel-policy/vragen/zz.yaml': english('pauzes'),
    };
    const reported = problemsOf(changes, ['travel-policy', 'thuiswerken']);
    expect(reported.map((line) => line.slice(line.indexOf(': ')))).toEqual([
      `: Het id “pauzes” bestaat ook in de map travel-policy. ${FIXED}`,
    ]);
  });

  it('is reported when it is that of the self-check of the first', () => {
    const changes = { 'travel-policy/vragen/zz.yaml': english('zelfcheck') };
    expect(problemsOf(changes, ['fietsen', 'travel-policy'])).toEqual([
      `travel-policy/vragen/zz.yaml:1 (zelfcheck): Het id “zelfcheck” bestaat ook in de map fietsen. ${FIXED}`,
    ]);
  });

  it('is reported when an editor copied a folder and forgot to change its name', () => {
    // All six entries are in both, and every button would lead into one of the two folders only.
    const reported = problemsOf(copyOf('thuiswerken', 'thuiswerken-2'), ['thuiswerken', 'thuiswerken-2']);
    expect(reported.filter((line) => line.includes('bestaat ook in de map thuiswerken.'))).toHaveLength(6);
  });
});

describe('a name of two guidances', () => {
  it('is reported at its line', () => {
    const same = swap('naam: travel-policy', 'naam: thuiswerken');
    expect(problemsOf({ 'travel-policy/handreiking.yaml': same }, BOTH)).toEqual([
      'travel-policy/handreiking.yaml:3: De naam “thuiswerken” heeft de handreiking in de map thuiswerken ook. Geef een van de twee een andere naam.',
    ]);
  });
});
