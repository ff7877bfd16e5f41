import { describe, expect, it } from '@jest/globals';
import { entryText, EXTRA, load, problemsOf, swap } from '../fixtures/guidance.ts';

/** The guidance with the entries of these two files only. */
const twoFiles = (first: string, second: string) =>
  problemsOf({
    'thuiswerken/vragen/vragen.yaml': null,
    'thuiswerken/vragen/eerst.yaml': first,
    'thuiswerken/vragen/later.yaml': second,
  });
const other = (line?: number, ...instead: string[]) =>
  swap(
    'Mag ik thuis lunchen?',
    'Mag ik eten?',
  )(swap('een boterham eten, soep koken', 'eieren bakken')(entryText(line, ...instead)));

describe('entries', () => {
  it('loads a sound entry, which the other tests change', () => {
    expect(problemsOf({ [EXTRA]: entryText() })).toEqual([]);
  });

  it('puts an entry without a topic in the topic for the rest, and no small talk', () => {
    const lunch = (text: string) =>
      load({ [EXTRA]: text }).knowledge.guidances[0]?.entries.find(({ id }) => id === 'thuiswerken/lunch');
    expect(lunch(entryText())).toMatchObject({ kind: 'answer', topic: 'nl onderwerp_overig' });
    const talk = entryText(5).replace('- id: lunch', '- id: lunch\n  soort: gesprek');
    expect(lunch(talk)).toMatchObject({ kind: 'social' });
    expect(lunch(talk)).not.toHaveProperty('topic');
  });

  it('makes an entry of what its editor wrote', () => {
    const silent = load().knowledge.guidances[0]?.entries.find(({ kind }) => kind === 'silent');
    expect(silent).toEqual({
      id: 'thuiswerken/werken-in-het-buitenland',
      kind: 'silent',
      topic: 'Niet in de handreiking',
      quotes: [
        {
          text: 'Je spreekt met je leidinggevende af op welke dagen je thuis werkt.',
          sentences: [2],
          section: 'Afspraken over dagen',
          paragraph:
            'Je spreekt met je leidinggevende af op welke dagen je thuis werkt. Eén dag per week is het hele team op kantoor. Wissel je een keer van dag? Laat het je team dan op tijd weten.',
        },
      ],
      related: ['thuiswerken/welke-dagen'],
      wording: {
        nl: {
          question: 'Mag ik vanuit het buitenland werken?',
          variants: [
            'een maand werken vanuit Spanje',
            'ik wil mijn laptop meenemen op vakantie',
            'thuiswerken over de grens',
            'ik woon in België',
            'werken vanaf de camping',
          ],
          answer: 'De handreiking zegt niets over werken in het buitenland.',
          pointer: 'Vraag het aan je leidinggevende of aan het servicepunt personeel.',
        },
        en: {
          question: 'May I work from abroad?',
          variants: [
            'a month of working from Spain',
            'taking my laptop on holiday',
            'I live in Belgium',
            'working from a camp site',
          ],
          answer: 'The guidance says nothing about working abroad.',
          pointer: 'Ask your manager or the staff service desk.',
        },
      },
    });
  });
});

describe('an id', () => {
  it('is reported with both places when it is there twice', () => {
    expect(twoFiles(entryText(), other())).toEqual([
      'thuiswerken/vragen/later.yaml:1 (lunch): Het id “lunch” bestaat al (thuiswerken/vragen/eerst.yaml:1). Geef een van de twee een ander id.',
    ]);
  });

  it('is reported on its own line, wherever it stands in the entry', () => {
    const late = (text: string) => `${text.replace('- id: lunch\n ', '-')}  id: lunch\n`;
    expect(twoFiles(late(entryText()), late(other()))).toEqual([
      'thuiswerken/vragen/later.yaml:5 (lunch): Het id “lunch” bestaat al (thuiswerken/vragen/eerst.yaml:5). Geef een van de twee een ander id.',
    ]);
  });

  it('may not be the one that practice questions about nothing have', () => {
    // An entry “geen” would load and never learn: its practice questions count as questions about nothing.
    expect(problemsOf({ [EXTRA]: entryText(1, '- id: geen') })).toEqual([
      `${EXTRA}:1 (geen): Het id “geen” heeft al een betekenis bij praktijkvragen. Kies een ander id.`,
    ]);
  });
});

describe('a variant in two entries', () => {
  it('is reported with the other entry, whatever its capitals and spaces', () => {
    expect(problemsOf({ [EXTRA]: entryText(3, '  varianten:', '    - even de  BENEN strekken') })).toEqual([
      `${EXTRA}:4 (lunch): “even de  BENEN strekken” staat ook bij “pauzes” (thuiswerken/vragen/vragen.yaml). Laat de zin staan bij de vraag waar hij het best past.`,
    ]);
  });

  it('is reported when it is the question of the other entry', () => {
    expect(problemsOf({ [EXTRA]: entryText(2, '  vraag: Hoe vaak neem ik pauze?') })).toEqual([
      `${EXTRA}:2 (lunch): “Hoe vaak neem ik pauze?” staat ook bij “pauzes” (thuiswerken/vragen/vragen.yaml). Laat de zin staan bij de vraag waar hij het best past.`,
    ]);
  });

  it('is reported on the line of its English list', () => {
    const english = ['  en:', '    vraag: May I have lunch?', '    varianten: [soup]', '    antwoord: Yes.'];
    const twice = english.with(2, '    varianten: [soup, tips to move more]');
    expect(problemsOf({ [EXTRA]: `${entryText()}${english.join('\n')}` })).toEqual([]);
    expect(problemsOf({ [EXTRA]: `${entryText()}${twice.join('\n')}` })).toEqual([
      `${EXTRA}:8 (lunch): “tips to move more” staat ook bij “pauzes” (thuiswerken/vragen/vragen.yaml). Laat de zin staan bij de vraag waar hij het best past.`,
    ]);
  });
});

describe('a related id', () => {
  it.each([
    ['has the nearest id as advice', 'pauze', 'Bedoel je “pauzes”?'],
    ['is reported without a suggestion when none is near', 'qqqqqq', 'Haal het weg, of maak die vraag.'],
  ])('that does not exist %s', (_, id, advice) => {
    const related = ['  verwant:', '    - welke-dagen', `    - ${id}`];
    expect(problemsOf({ [EXTRA]: `${entryText()}${related.join('\n')}` })).toEqual([
      `${EXTRA}:8 (lunch): Er is geen vraag met het id “${id}”. ${advice}`,
    ]);
  });

  it('may belong to an entry in a later file', () => {
    expect(
      problemsOf({
        [EXTRA]: entryText(),
        'thuiswerken/vragen/aaa.yaml': other(1, '- id: eten', '  verwant: [lunch]'),
      }),
    ).toEqual([]);
  });
});

describe('an answer without quotes', () => {
  it('is reported with the way out for what the guidance does not say', () => {
    expect(problemsOf({ [EXTRA]: entryText(5) })).toEqual([
      `${EXTRA}:1 (lunch): “citaten” ontbreekt. Zet er een letterlijk citaat uit bron.txt bij. Zegt de handreiking er niets over? Zet dan “soort: niet-behandeld”.`,
    ]);
  });

  it.each(['niet-behandeld', 'gesprek'])('is right for an entry of soort %s', (kind) => {
    expect(problemsOf({ [EXTRA]: entryText(5, `  soort: ${kind}`) })).toEqual([]);
  });
});
