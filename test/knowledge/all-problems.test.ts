import { describe, expect, it } from '@jest/globals';
import { KnowledgeError } from '../../src/knowledge/index.ts';
import { entryText, EXTRA, load, problemsOf, swap } from '../fixtures/guidance.ts';

const BOTH = ['thuiswerken', 'travel-policy'];
const PRACTICE = 'thuiswerken/praktijkvragen/a.yaml';
const TEXTS = 'thuiswerken/teksten.yaml';
const UNKNOWN_QUOTE = entryText(5, '  citaten: [Kijk evn in de verte.]');
const QUOTE_TOLD = `${EXTRA}:5 (lunch): Dit citaat staat niet letterlijk in bron.txt: “Kijk evn in de verte.”. Bedoel je “Kijk even in de verte.”? Eerste verschil: jij schrijft “Kijk evn in de verte.”, de bron heeft “Kijk even in de verte.”.`;
const PRACTICE_TOLD = `${PRACTICE}:1: Er is geen vraag met het id “pauze”. Bedoel je “pauzes”?`;

describe('all problems', () => {
  it('in several files of several guidances are reported at once', () => {
    const changes = {
      [EXTRA]: UNKNOWN_QUOTE,
      [PRACTICE]: '- bij: pauze\n  vragen: [x]\n',
      [TEXTS]: 'nl:\n  welkon: Hoi\n',
      'travel-policy/bron.txt': null,
      'travel-policy/vragen/leeg.yaml': '',
    };
    expect(problemsOf(changes, BOTH).sort()).toEqual(
      [
        PRACTICE_TOLD,
        `${TEXTS}:2: De bot kent geen zin met de naam “welkon”. Haal de regel weg, of kijk in knowledge/basis/teksten.yaml welke namen er zijn.`,
        QUOTE_TOLD,
        'travel-policy/bron.txt: Dit bestand ontbreekt. Kijk in knowledge/README.md wat er in de map van een handreiking hoort.',
        'travel-policy/vragen/leeg.yaml: Het bestand is leeg. Vul het, of verwijder het.',
      ].sort(),
    );
  });

  it('are the message of the error, a line each, under their number', () => {
    const changes = { [EXTRA]: entryText(4), 'thuiswerken/zelfcheck.yaml': '' };
    expect(() => load(changes)).toThrow(
      new KnowledgeError([
        {
          kind: 'ontbreekt',
          file: EXTRA,
          line: 1,
          entry: 'lunch',
          message: '“antwoord” ontbreekt.',
          advice: 'Voeg “antwoord” toe.',
        },
        {
          kind: 'bestand-leeg',
          file: 'thuiswerken/zelfcheck.yaml',
          message: 'Het bestand is leeg.',
          advice: 'Vul het, of verwijder het.',
        },
      ]),
    );
    expect(() => load(changes)).toThrow(
      `De kennis heeft 2 problemen:\n- ${EXTRA}:1 (lunch): “antwoord” ontbreekt. Voeg “antwoord” toe.\n- thuiswerken/zelfcheck.yaml: Het bestand is leeg. Vul het, of verwijder het.`,
    );
  });

  it('are counted in good Dutch when there is one', () => {
    expect(() => load({ [EXTRA]: '' })).toThrow(
      `De kennis heeft 1 probleem:\n- ${EXTRA}: Het bestand is leeg.`,
    );
  });

  it('in a guidance are reported beside one in handreiking.yaml', () => {
    const about = (text: string) => text.replace(/^titel: .*\n/m, '');
    expect(problemsOf({ 'thuiswerken/handreiking.yaml': about, [EXTRA]: UNKNOWN_QUOTE })).toEqual([
      'thuiswerken/handreiking.yaml:3: “titel” ontbreekt. Voeg “titel” toe.',
      QUOTE_TOLD,
    ]);
  });

  it('in a guidance are reported beside one in the shared words', () => {
    expect(problemsOf({ 'basis/woorden.yaml': 'nl: de\n', [EXTRA]: UNKNOWN_QUOTE })).toEqual([
      'basis/woorden.yaml:1: “nl” moet uit namen met waarden bestaan. Schrijf het als “naam: waarde”.',
      QUOTE_TOLD,
    ]);
  });
});

// An editor who mistypes one name must not be sent to a hundred other places.
describe('one mistake', () => {
  it('in a file of questions is not reported again for what refers to its entries', () => {
    const change = swap('verwant: [bereikbaar, werkplek]', 'verwant: [bereikbaar, werkplek]\n  elder: x');
    const changes = {
      'thuiswerken/vragen/vragen.yaml': change,
      [EXTRA]: entryText(3, '  verwant: [pauzes]'),
      [PRACTICE]: '- bij: pauzes\n  vragen: [x]\n',
    };
    const reported = problemsOf(changes);
    expect(reported.map((line) => line.split('. ')[0])).toHaveLength(1);
    expect(reported[0]).toContain('Onbekende naam: “elder”.');
  });

  it('in the self-check is not reported again for its practice questions', () => {
    const changes = {
      'fietsen/zelfcheck.yaml': swap('slot:', 'slott:'),
      'fietsen/praktijkvragen/a.yaml': '- bij: zelfcheck\n  vragen: [x]\n',
    };
    const reported = problemsOf(changes, ['fietsen']);
    expect(reported).not.toEqual([]);
    expect(reported.filter((line) => !line.startsWith('fietsen/zelfcheck.yaml:'))).toEqual([]);
  });
});
