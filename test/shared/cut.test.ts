import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cut } from '../../src/shared/cut.ts';

it.each([
  ['kort', 4, 'kort'],
  ['langer', 4, 'lan…'],
  ['een woord', 5, 'een…'],
  ['a😀b', 3, 'a…'],
  ['a😀bc', 4, 'a😀…'],
])('%j cut to %i is %j', (text, maxLength, wanted) => {
  expect(cut(text, maxLength)).toBe(wanted);
});

it('is never longer than asked, and never holds half a character that the text did not hold', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 40 }), (text, maxLength) => {
      const short = cut(text, maxLength);
      expect(short.length).toBeLessThanOrEqual(maxLength);
      expect(short.isWellFormed()).toBe(true);
    }),
  );
});
