import { describe, expect, it } from '@jest/globals';
import { parseDocument } from 'yaml';
import { explainSyntax } from '../../../src/knowledge/advice/explain-syntax.ts';

const explained = (text: string) => {
  const { line, message } = explainSyntax(text, parseDocument(text).errors);
  return [line, message];
};

describe('the explanation of a YAML error', () => {
  it.each([
    ['a: b\n\tc: d\n', 2, 'Er staat een tab aan het begin van de regel.'],
    ['a: b\na: c\n', 2, 'Dezelfde naam staat hier twee keer.'],
    ['a: "b\nc: d\n', 1, 'Er ontbreekt een teken.'],
    ["a: 'b\nc: d\n", 1, 'Er ontbreekt een teken.'],
    ['- a: b\n - c: d\n', 2, 'Deze regel springt niet goed in.'],
    ['a: b: c\n', 1, 'In deze zin staat een dubbele punt.'],
  ])('has the line and the cause: %j', (text, line, message) => {
    expect(explained(text)).toEqual([line, message]);
  });

  it('is about the first of several errors, in whatever order they are given', () => {
    const text = 'a: b\na: c\nd: e: f\n';
    const { errors } = parseDocument(text);
    expect(errors.length).toBeGreaterThan(1);
    expect(explainSyntax(text, errors)).toEqual(explainSyntax(text, errors.toReversed()));
    expect(explained(text)).toEqual([2, 'Dezelfde naam staat hier twee keer.']);
  });

  it('has the line of an alias that leads nowhere, and none for too many aliases', () => {
    const text = 'a: b\nc: *let-op\n';
    const unresolved = new ReferenceError(
      'Unresolved alias (the anchor must be set before the alias): let-op',
    );
    expect(explainSyntax(text, [unresolved])).toMatchObject({
      line: 2,
      message: 'Een zin mag niet met een * beginnen: “*let-op”.',
    });
    expect(explainSyntax(text, [new ReferenceError('Excessive alias count')])).toMatchObject({
      line: undefined,
      message: 'Het bestand verwijst te vaak naar zichzelf (& en *).',
    });
  });
});
