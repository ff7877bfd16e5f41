import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { findLostText } from '../../src/knowledge/advice/lost-text.ts';
import { entryText, EXTRA, findingsOf, load, problemsOf, swap } from '../fixtures/guidance.ts';

const QUOTE = 'Zet aanhalingstekens om de hele zin.';
const lost = (line: number, comment: string) =>
  `${EXTRA}:${line}: Achter # leest YAML niets: “${comment}” valt weg. ${QUOTE}`;
const sign = (line: number, token: string) =>
  `${EXTRA}:${line}: “${token}” leest de bot niet, want het begint met ${token.slice(0, 1)}. ${QUOTE}`;
const variant = (text: string) => entryText(3, '  varianten:', `    - ${text}`);

describe('words that YAML leaves out', () => {
  it.each([
    [
      'a # in an answer',
      entryText(4, '  antwoord: Ja, dat mag #altijd. Maar niet nu.'),
      lost(4, '#altijd. Maar niet nu.'),
    ],
    ['a # in a variant', variant('hoeveel #hashtags per bericht'), lost(4, '#hashtags per bericht')],
    ['a # at the beginning of a variant', variant('#durftevragen mag dat'), lost(4, '#durftevragen mag dat')],
    ['a # after a closing quotation mark', variant('"Open" #data'), lost(4, '#data')],
    [
      'a # in a quote that stays verbatim',
      entryText(5, '  citaten:', '    - Neem elk uur #een korte'),
      lost(6, '#een korte'),
    ],
    [
      'a # on the second line of a sentence',
      entryText(4, '  antwoord: Dat', '    mag #niet altijd'),
      lost(5, '#niet altijd'),
    ],
    ['a # without a space in a list', entryText(3, '  varianten: [een #b', '    , soep]'), lost(3, '#b')],
    ['an exclamation mark', variant('!belangrijk mag ik thee'), sign(4, '!belangrijk')],
    ['a single exclamation mark', variant('! mag ik thee'), sign(4, '!')],
    ['an ampersand', variant('&nbsp;mag ik thee'), sign(4, '&nbsp;mag')],
  ])('are an error at their line, once: %s', (_, file, reported) => {
    expect(problemsOf({ [EXTRA]: file })).toEqual([reported]);
  });

  it('are found in every file: words, texts and practice questions', () => {
    const reported = problemsOf({
      'thuiswerken/woorden.yaml': 'nl:\n  negeren:\n    - !x de\n',
      'thuiswerken/teksten.yaml': 'nl:\n  leeg: Stel een vraag #nu\n',
      'thuiswerken/praktijkvragen/a.yaml': '- bij: pauzes\n  vragen:\n    - mag #ik\n',
    });
    expect(reported.map((line) => line.split(':').slice(0, 2).join(':')).sort()).toEqual([
      'thuiswerken/praktijkvragen/a.yaml:3',
      'thuiswerken/teksten.yaml:2',
      'thuiswerken/woorden.yaml:3',
    ]);
  });

  it.each([
    ['a comment of its own line', '#lunch\n# lunch\n'],
    ['a # inside quotation marks', `- id: a\n  vraag: "Wat is #lunch?"\n`],
    ['a # inside a word', '- id: a\n  vraag: C#lunch\n'],
    ['a # in a block of text', '- id: a\n  antwoord: >\n    Dat mag #altijd\n    en & ook !nu.\n'],
    ['an ampersand or exclamation mark inside a sentence', '- vraag: R&D, mag dat! & hoe!?\n'],
    ['a text that is used twice', '- a: &kort Ja.\n  b: *kort\n'],
    ['a comment behind a name', '- id: lunch # een vaste naam\n  varianten: # drie\n    - soep\n'],
  ])('are not %s', (_, text) => {
    expect(findLostText(text)).toEqual([]);
  });

  it('are a warning behind a # with a space, because that may be a comment', () => {
    const file = entryText(4, '  antwoord: Dat is een pauze. # elk uur');
    expect(problemsOf({ [EXTRA]: file })).toEqual([]);
    expect(findingsOf('opmerking-achter-tekst', { [EXTRA]: file })).toEqual([
      expect.stringContaining(`${EXTRA}:4: “# elk uur” leest de bot niet. Hoort het bij de zin?`),
    ]);
    const own = swap('  antwoord: Dat', '  # elk uur\n  antwoord: Dat');
    expect(findingsOf('opmerking-achter-tekst', { [EXTRA]: own(entryText()) })).toEqual([]);
  });

  it('are found wherever YAML drops a piece of a sentence', () => {
    const word = fc.stringMatching(/^[a-z]{1,8}$/);
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 4 }),
        fc.constantFrom('#', ' #'),
        word,
        (words, mark, tail) => {
          const text = `${words.join(' ')}${mark}${tail}`;
          const file = `- bij: geen\n  vragen:\n    - ${text}\n`;
          const path = 'thuiswerken/praktijkvragen/a.yaml';
          const read = () => load({ [path]: file }).knowledge.guidances[0]?.practice[0]?.text;
          if (mark === '#') expect(read()).toBe(text);
          else expect(read).toThrow('valt weg');
        },
      ),
      { numRuns: 30 },
    );
  });
});
