import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseDocument } from 'yaml';
import { explainErrors } from '../../../src/knowledge/advice/explain-errors.ts';

const GOOD = ['- id: goed', '  vraag: Mag het?', '  varianten:', '    - mag dat'];
/** Items of a list of questions, each with one mistake in its second line. */
const BAD = {
  quote: ['- id: a', '  vraag: "Mag ik?', '  antwoord: Ja.'],
  colon: ['- id: b', '  vraag: Mag ik: ja?', '  antwoord: Ja.'],
  tab: ['- id: c', '\tvraag: Mag ik?', '  antwoord: Ja.'],
  twice: ['- id: d', '  id: d', '  antwoord: Ja.'],
  bracket: ['- id: e', '  varianten: [ja, nee'],
} as const;

/** The lines, with a problem each, of these items below each other. */
function told(...items: readonly (readonly string[])[]): (number | undefined)[] {
  const text = items.flat().join('\n');
  return explainErrors(text, parseDocument(text).errors).map(({ line }) => line);
}

describe('several mistakes in one YAML file', () => {
  it.each([
    ['one', [GOOD, BAD.quote, GOOD], [6]],
    ['two of a kind', [BAD.colon, GOOD, BAD.colon], [2, 9]],
    ['a quote and a bracket that stay open', [BAD.quote, BAD.bracket, GOOD], [2, 5]],
    ['one of each kind', Object.values(BAD), [2, 5, 8, 11, 14]],
    ['an open quote that a later item closes', [BAD.quote, GOOD, ['- id: f', '  vraag: Zeg "ja"']], [2]],
    ['a name twice at the margin of a file of names', [['naam: a', 'naam: b', 'titel: a: b']], [2, 3]],
    ['a line at the margin of a list', [GOOD, ['vraag: Mag ik?'], BAD.colon], [5, 7]],
  ])('are told in one round, each once: %s', (_, items, lines) => {
    expect(told(...items)).toEqual(lines);
  });

  it('are all found, in any order, and nothing else is', () => {
    const item = fc.constantFrom(GOOD, ...Object.values(BAD));
    fc.assert(
      fc.property(fc.array(item, { minLength: 1, maxLength: 12 }), (items) => {
        const bad = items.flatMap((one, index) => {
          const before = items.slice(0, index).flat().length;
          return one === GOOD ? [] : [before + 2];
        });
        expect(bad.length === 0 ? [] : told(...items)).toEqual(bad);
      }),
    );
  });
});
