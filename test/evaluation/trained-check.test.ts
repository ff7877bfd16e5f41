import { describe, expect, it } from '@jest/globals';
import { formatProblem } from '../../src/knowledge/index.ts';
import type { Problem } from '../../src/knowledge/index.ts';
import { countTests, testQuestionProblems } from '../../src/evaluation/test-question-problems.ts';
import { smallKnowledge } from '../core/small-knowledge.ts';
import { checkSmall, entryWith, EXTRA, PARKING } from './trained-knowledge.ts';

const LUNCH = [
  'waar kan ik lunchen in de kantine',
  'is de kantine open voor lunch',
  'lunch kopen in de kantine',
  'mag ik zelf lunch meenemen naar de kantine',
  'hoe laat is de lunch in de kantine',
  'kantine lunch',
  'lunchen in de kantine',
  'eten in de kantine tijdens de lunch',
  'wanneer lunch in kantine',
  'mijn lunch opeten in de kantine',
];
/** Nearly all of their words are those of `LUNCH`. */
const SWALLOWED = [
  'waar kan ik lunchen in de kantine beneden',
  'is die kantine open voor lunch',
  'zelf lunch kopen in kantine',
  'lunch meenemen naar kantine',
  'hoe laat is die lunch in kantine',
];
/** They share words with many other entries, and none with each other. */
const UNLIKE = [
  'fiets wassen',
  'rek verven',
  'stalling schoonmaken',
  'bakfiets huren',
  'prijs van een helm',
  'openingstijden van het loket',
  'hoe laat begint de vergadering',
  'cargo bike kopen',
  'dankjewel portier',
  'gratis koffie',
  'twijfel over kleding',
  'zeven uur opstaan',
  'buiten wandelen',
  'verwijderd bericht',
  'slot smeren',
];

const of = (problems: readonly Problem[], kind: Problem['kind']) =>
  problems.filter((problem) => problem.kind === kind).map(formatProblem);

describe('an entry that another one takes over', () => {
  it('has a warning that names both', () => {
    const { problems } = checkSmall({
      [EXTRA]: entryWith('lunch', LUNCH) + entryWith('kantine-beneden', SWALLOWED),
    });
    expect(of(problems, 'vraag-gaat-op')).toContainEqual(
      expect.stringMatching(
        /^fietsen\/vragen\/zomer\.yaml:16 \(kantine-beneden\): [345] van de 5 varianten krijgen “lunch” als de bot ze niet heeft geleerd: “.*”, en andere\. Gaan de twee/,
      ),
    );
  });

  it('has none when its variants find it', () => {
    const { problems } = checkSmall({ [EXTRA]: entryWith('lunch', LUNCH) + entryWith('parkeren', PARKING) });
    expect(of(problems, 'vraag-gaat-op')).toEqual([]);
  });
});

/** Without messages that are out of scope, one entry of a small guidance gets all that is like none. */
const ELSEWHERE = `
- recept voor taart
- wie wint de wedstrijd
- hoe warm wordt het
- welke film draait er
- een goed boek
- muziek van vroeger
- verhuizen naar zee
- leuke namen voor een hond
- planten water geven
- wiskunde huiswerk
- ik zoek een kapper
- belasting terugkrijgen
- koorts en hoofdpijn
- vlucht naar rome
- sudoku
`;

describe('an entry that is never found', () => {
  it('has one warning, with how many of its variants and examples, at its own line', () => {
    const { problems } = checkSmall({
      [EXTRA]: entryWith('parkeren', PARKING) + entryWith('los', UNLIKE),
      'basis/buiten-onderwerp.yaml': ELSEWHERE,
    });
    expect(of(problems, 'vraag-onvindbaar')).toEqual([
      expect.stringMatching(
        /^fietsen\/vragen\/zomer\.yaml:12 \(los\): 1[2-5] van de 15 varianten vindt de bot niet als hij ze niet heeft geleerd: “.*”, “.*”, “.*”, en andere\. Wie het/,
      ),
    ]);
    expect(problems.filter(({ entry }) => entry === 'los')).toHaveLength(1);
  });

  it('has none when its variants find it', () => {
    const { problems, variants } = checkSmall({ [EXTRA]: entryWith('parkeren', PARKING) });
    expect(of(problems, 'vraag-onvindbaar')).toEqual([]);
    expect(variants.tried).toBe(PARKING.length);
  });

  it('is counted among the variants of the guidance only, not with those of the shared small talk', () => {
    const talk = ['tot ziens', 'tot morgen', 'tot straks', 'tot later', 'tot gauw', 'doei'];
    const shared = `- id: afscheid\n  soort: gesprek\n  vraag: Dag!\n  varianten: [${talk.join(', ')}]\n  antwoord: Dag!\n  en: {vraag: Bye!, antwoord: Bye!}\n`;
    const files = { [EXTRA]: entryWith('parkeren', PARKING), 'basis/gesprek.yaml': shared };
    expect(checkSmall(files).variants.tried).toBe(PARKING.length);
  });
});

describe('a variant that is found only because it was learned', () => {
  const files = { [EXTRA]: entryWith('parkeren', [...PARKING, 'vignet achter de voorruit']) };

  it('has advice at its own line', () => {
    const { problems, variants } = checkSmall(files);
    expect(of(problems, 'variant-onvindbaar')).toEqual([
      expect.stringMatching(
        /^fietsen\/vragen\/zomer\.yaml:10 \(parkeren\): “vignet achter de voorruit” .* niet/,
      ),
    ]);
    expect(variants).toEqual({ found: PARKING.length, tried: PARKING.length + 1 });
  });

  it('has none where an exception says so, and the exception is not called needless', () => {
    const exception = ['negeer:', '  - {soort: variant-onvindbaar, reden: Zo heet het.}'];
    const { all } = checkSmall({
      [EXTRA]: entryWith('parkeren', [...PARKING, 'vignet achter de voorruit'], ...exception),
    });
    expect(of(all, 'variant-onvindbaar')).toEqual([]);
    expect(of(all, 'uitzondering-overbodig')).toEqual([]);
    const { all: needless } = checkSmall({ [EXTRA]: entryWith('parkeren', PARKING, ...exception) });
    expect(of(needless, 'uitzondering-overbodig')).toEqual([
      expect.stringContaining('“negeer” noemt variant-onvindbaar, maar'),
    ]);
  });

  it('comes first when the bot is surest that it belongs elsewhere', () => {
    const moved = 'mijn fiets stallen in een rek';
    const { problems } = checkSmall({
      [EXTRA]: entryWith('parkeren', [...PARKING, 'vignet achter de voorruit', moved]),
    });
    expect(of(problems, 'variant-onvindbaar')).toEqual([
      expect.stringContaining(`:11 (parkeren): “${moved}” krijgt “in-rek” als`),
      expect.stringContaining(':10 (parkeren): “vignet achter de voorruit” wordt niet begrepen als'),
    ]);
  });

  it('is not looked for among fewer than five variants', () => {
    expect(checkSmall({ [EXTRA]: entryWith('los', UNLIKE.slice(0, 4)) }).variants.tried).toBe(0);
  });
});

describe('test questions', () => {
  const TESTS = 'fietsen/proefvragen/alles.yaml';
  const trial = (...lines: readonly string[]) =>
    checkSmall({
      [EXTRA]: entryWith('parkeren', PARKING),
      [TESTS]: lines.map((line) => `- ${line}\n`).join(''),
    });

  it('that get their entry are counted, and told of nowhere', () => {
    const { problems, tests } = trial(
      '{vraag: waar kan ik mijn auto parkeren vandaag, bij: parkeren}',
      '{vraag: recept voor een taart, buiten: true}',
    );
    expect(problems.filter(({ kind }) => kind.startsWith('proefvraag'))).toEqual([]);
    expect(tests).toEqual({ right: 2, offered: 0, total: 2 });
  });

  it('that get another entry have a warning with what was asked, expected and given', () => {
    const { problems, tests } = trial('{vraag: waar kan ik mijn auto parkeren vandaag, bij: [open, kosten]}');
    expect(of(problems, 'proefvraag-fout')).toEqual([
      `${TESTS}:1: “waar kan ik mijn auto parkeren vandaag” hoort bij “open” of “kosten”, maar krijgt “parkeren”. Zet bij die vraag varianten met dezelfde woorden, in andere zinnen. Klopt het antwoord toch? Pas dan de proefvraag aan.`,
    ]);
    expect(tests).toEqual({ right: 0, offered: 0, total: 1 });
  });

  it.each([
    [
      'is understood although it is out of scope',
      'waar kan ik mijn auto parkeren vandaag, buiten: true',
      'valt buiten het onderwerp, maar krijgt “parkeren”',
    ],
    [
      'is not understood',
      'recept voor een taart, bij: parkeren',
      'hoort bij “parkeren”, maar de bot begrijpt hem niet',
    ],
    ['is a command', 'over, bij: parkeren', 'hoort bij “parkeren”, maar krijgt de tekst over de bot'],
  ])('have a warning when one %s', (_, question, told) => {
    expect(of(trial(`{vraag: ${question}}`).problems, 'proefvraag-fout')).toEqual([
      expect.stringContaining(told),
    ]);
  });

  it('that are offered their entry have advice', () => {
    const question = {
      text: 'stalling',
      entries: ['fietsen/open'],
      file: TESTS,
      line: () => 1,
      entriesLine: 1,
    };
    const result = {
      outcome: 'offered',
      kind: 'choices',
      entries: ['fietsen/open', 'fietsen/kosten'],
    } as const;
    const knowledge = smallKnowledge();
    const subject = { knowledge, located: [], testQuestions: [question] };
    expect(testQuestionProblems(subject, [result]).map(formatProblem)).toEqual([
      `${TESTS}:1: “stalling” hoort bij “open”, en de bot laat kiezen uit “open” en “kosten”. Zet bij die vraag een variant met dezelfde woorden, in een andere zin.`,
    ]);
    expect(countTests([result])).toEqual({ right: 0, offered: 1, total: 1 });
  });
});
