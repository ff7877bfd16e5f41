import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compileTemplate, TemplateError } from '../../../src/core/question/templates.ts';

const RULES = { over: '(over|rond)', stuk: '[de] handreiking', lus: 'a <lus>' };
const subjectOf = (template: string, text: string) =>
  new RegExp(`^(?:${compileTemplate(template, RULES)})$`, 'u').exec(`${text} `)?.groups?.['x']?.trim();

describe('a sentence template', () => {
  it.each([
    ['regels voor {x}', 'regels voor thuiswerken', 'thuiswerken'],
    ['(regels|iets) <over> {x}', 'iets rond thuis werken', 'thuis werken'],
    ['wat zegt <stuk> <over> {x}', 'wat zegt handreiking over pauze', 'pauze'],
    ['wat zegt <stuk> <over> {x}', 'wat zegt de handreiking over pauze', 'pauze'],
    ['{x} [wat staat er over]', 'pauze wat staat er over', 'pauze'],
    ['en {x} [dan]', 'en pauze dan', 'pauze'],
    ['(wat is|hoe zit) het met {x}', 'hoe zit het met pauze', 'pauze'],
  ])('finds the subject: %s', (template, text, subject) => {
    expect(subjectOf(template, text)).toBe(subject);
  });

  it.each(['regels voor thuiswerken graag', 'geen regels voor thuiswerken', 'regels'])(
    'matches whole messages only: %s',
    (text) => {
      expect(subjectOf('regels voor (thuiswerken|pauze)', text)).toBeUndefined();
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
    expect(() => compileTemplate(template, RULES)).toThrow(new TemplateError(problem));
  });

  it('is a regular expression or a template error, whatever an editor writes', () => {
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
      '*',
      '\\',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const template = pieces.join('');
        let source: string;
        try {
          source = compileTemplate(template, RULES);
        } catch (error) {
          expect(error).toBeInstanceOf(TemplateError);
          return;
        }
        if (template.split('{x}').length <= 2) expect(() => new RegExp(source, 'u')).not.toThrow();
      }),
    );
  });
});
