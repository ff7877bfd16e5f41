import { describe, expect, it } from '@jest/globals';
import { entryText, guidanceFiles, load, problemsOf, swap } from '../fixtures/guidance.ts';
import type { Changes } from '../fixtures/guidance.ts';

const BOTH = ['thuiswerken', 'travel-policy'];
const ALL = [...BOTH, 'fietsen'];

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

  it('put their name before every id, so that the same id may be in each', () => {
    const changes = {
      'travel-policy/zelfcheck.yaml': [
        'vraag: Not sure about a trip?',
        'inleiding: Ask yourself.',
        "vragen: ['Alcohol is not reimbursed.']",
        'slot: You decide.',
        'verwant: [expenses]',
      ].join('\n'),
      'travel-policy/vragen/zz.yaml': `${english('open')}  verwant: [zelfcheck, expenses]\n`,
      'travel-policy/praktijkvragen/a.yaml': '- bij: zelfcheck\n  vragen: [can I order wine]\n',
      'travel-policy/proefvragen/a.yaml': '- { vraag: wine at lunch, bij: open }\n',
    };
    for (const slugs of [
      ['travel-policy', 'fietsen'],
      ['fietsen', 'travel-policy'],
    ]) {
      const { knowledge, testQuestions } = load(changes, slugs);
      const travel = knowledge.guidances.find(({ slug }) => slug === 'travel-policy');
      const bicycles = knowledge.guidances.find(({ slug }) => slug === 'fietsen');
      const ids = bicycles?.entries.map(({ id }) => id);
      expect(ids).toEqual(expect.arrayContaining(['fietsen/open', 'fietsen/zelfcheck']));
      expect(travel?.entries.find(({ id }) => id === 'travel-policy/open')?.related).toEqual([
        'travel-policy/zelfcheck',
        'travel-policy/expenses',
      ]);
      expect(travel?.practice).toContainEqual({ text: 'can I order wine', entry: 'travel-policy/zelfcheck' });
      expect(testQuestions).toEqual([{ text: 'wine at lunch', entries: ['travel-policy/open'] }]);
    }
  });

  it('have the shared sentences for what is said of all, and one has not', () => {
    const own = { 'thuiswerken/teksten.yaml': 'nl:\n  hulp: Hulp\n' };
    const { texts, guidances } = load(own, BOTH).knowledge;
    expect(texts?.nl.hulp).toBe('nl hulp {titel}');
    expect(guidances[0]?.texts.nl.hulp).toBe('Hulp');
    expect(load(own).knowledge).not.toHaveProperty('texts');
  });

  it('with a reference into another are refused: ids are of one guidance', () => {
    const elsewhere = { 'travel-policy/vragen/zz.yaml': `${english('wine')}  verwant: [pauzes]\n` };
    expect(problemsOf(elsewhere, BOTH)).toEqual([
      expect.stringContaining('Er is geen vraag met het id “pauzes”.'),
    ]);
  });

  it('that an editor copied without another name are refused for that alone', () => {
    expect(problemsOf(copyOf('thuiswerken', 'thuiswerken-2'), ['thuiswerken', 'thuiswerken-2'])).toEqual([
      expect.stringContaining('De naam “thuiswerken” heeft de handreiking in de map thuiswerken ook.'),
    ]);
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
