import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createPseudoRandom } from '../../../src/core/match/pseudo-random.ts';
import {
  compileTemplate,
  parseTemplate,
  sampleTemplate,
  TemplateError,
} from '../../../src/core/question/templates.ts';

const RULES = { over: '(over|rond)', stuk: '[de] handreiking', lus: 'a <lus>' };
const patternOf = (template: string) =>
  new RegExp(`^(?:${compileTemplate(parseTemplate(template, RULES))})$`, 'u');
const matches = (template: string, text: string) => patternOf(template).test(`${text} `);

describe('a sentence template', () => {
  it.each([
    ['regels voor {x}', 'regels voor thuiswerken'],
    ['(regels|iets) <over> {x}', 'iets rond thuis werken'],
    ['wat zegt <stuk> <over> {x}', 'wat zegt handreiking over pauze'],
    ['wat zegt <stuk> <over> {x}', 'wat zegt de handreiking over pauze'],
    ['{x} [wat staat er over]', 'pauze wat staat er over'],
    ['en {x} [dan]', 'en pauze'],
    ['(wat is|hoe zit) het met {x}', 'hoe zit het met pauze'],
  ])('matches: %s, %s', (template, text) => {
    expect(matches(template, text)).toBe(true);
  });

  it.each(['regels voor thuiswerken graag', 'geen regels voor thuiswerken', 'regels'])(
    'matches whole messages only: %s',
    (text) => {
      expect(matches('regels voor (thuiswerken|pauze)', text)).toBe(false);
    },
  );

  it.each([
    ['regels (voor {x}', '“)” ontbreekt'],
    ['regels [voor {x}', '“]” ontbreekt'],
    ['regels voor) {x}', '“)” past hier niet'],
    ['regels <voor {x}', '“>” ontbreekt'],
    ['regels <niets> {x}', 'er is geen onderdeel <niets>'],
    ['regels <lus> {x}', 'er is geen onderdeel <lus>'],
    ['regels, voor {x}', '“,” past hier niet'],
    ['regels voor {y}', '“{” past hier niet'],
  ])('tells what is wrong with it: %s', (template, problem) => {
    expect(() => parseTemplate(template, RULES)).toThrow(new TemplateError(problem));
  });

  it('matches each of its samples, or is a template error, whatever an editor writes', () => {
    const piece = fc.constantFrom(
      'a',
      'b ',
      '(',
      ')',
      '[',
      ']',
      '|',
      '<over>',
      '<',
      '>',
      '{x}',
      ' ',
      '.',
      '\\',
    );
    const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), fc.infiniteStream(chance), (pieces, chances) => {
        const template = pieces.join('');
        try {
          const words = sampleTemplate(parseTemplate(template, RULES), () => Number(chances.next().value));
          expect(words.length === 0 || matches(template, words.join(' '))).toBe(true);
        } catch (error) {
          expect(error).toBeInstanceOf(TemplateError);
        }
      }),
    );
  });

  it('gives all sentences that it matches, in time', () => {
    const random = createPseudoRandom('regels');
    const template = parseTemplate('[en] (regels|iets) <over> {x}', RULES);
    const samples = new Set(Array.from({ length: 200 }, () => sampleTemplate(template, random).join(' ')));
    expect(samples).toContain('en regels over {x}');
    expect(samples).toContain('iets rond {x}');
    expect(samples.size).toBe(8);
  });
});
