import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { keepStyle } from '../../../src/workbench/working-copy/keep-style.ts';

const BOM = '\uFEFF';
const bytes = (text: string) => new TextEncoder().encode(text);
const textOf = (of: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(of);

const line = fc.oneof(
  fc.constantFrom('- id: a', '  vraag: Mag dat?', '', '# opmerking', '\u00e9\u00e9n \ud83d\udc4d', ' \r x'),
  fc.string({ unit: 'grapheme' }).map((text) => text.replace(/[\n\uFEFF]|\r$/g, '')),
);
const file = fc
  .record({
    mark: fc.constantFrom('', BOM),
    lines: fc.array(fc.tuple(line, fc.constantFrom('\n', '\r\n')), { maxLength: 12 }),
    last: line,
  })
  .map(({ mark, lines, last }) => ({
    text: mark + lines.map(([content, ending]) => content + ending).join('') + last,
  }));

describe('a text in the style of the file that it replaces', () => {
  it('is the same byte for byte when nothing changed, however the text came by', () => {
    fc.assert(
      fc.property(file, ({ text }) => {
        const seen = [
          text,
          text.replace(BOM, ''),
          text.replaceAll('\r\n', '\n'),
          text.replaceAll('\r\n', '\n').replace(BOM, ''),
        ];
        for (const one of seen) expect(textOf(keepStyle(bytes(text), one))).toBe(text);
      }),
    );
  });

  it('changes one line and no other, in a file of both kinds of line endings too', () => {
    fc.assert(
      fc.property(file, fc.nat(), ({ text }, at) => {
        const lines = text.replaceAll('\r\n', '\n').split('\n');
        const index = at % lines.length;
        const fresh = 'een regel die er nog niet was';
        const edited = lines.map((one, place) => (place === index ? fresh : one)).join('\n');
        const before = text.replace(BOM, '').split('\n');
        const after = textOf(keepStyle(bytes(text), edited))
          .replace(BOM, '')
          .split('\n');
        expect(after.length).toBe(before.length);
        for (const [place, one] of before.entries()) if (place !== index) expect(after[place]).toBe(one);
        expect(after[index]?.replace(/\r$/, '')).toBe(fresh);
      }),
    );
  });

  it.each([
    ['a: 1\r\nb: 2\r\n', 'a: 1\nc: 3\nb: 2\n', 'a: 1\r\nc: 3\r\nb: 2\r\n'],
    [`${BOM}a: 1\n`, 'a: 2\r\n', `${BOM}a: 2\n`],
    ['a: 1\r\nb: 2\nc: 3\r\n', 'a: 1\nx: 9\nb: 2\nc: 3\n', 'a: 1\r\nx: 9\r\nb: 2\nc: 3\r\n'],
    ['a: 1\r\nb: 2', 'a: 1\nb: 2\nc: 3\n', 'a: 1\r\nb: 2\r\nc: 3\r\n'],
    ['', 'a: 1\n', 'a: 1\n'],
  ])('%j with %j becomes %j', (before, text, after) => {
    expect(textOf(keepStyle(bytes(before), text))).toBe(after);
  });

  it('is as it was given in a file that is new', () => {
    expect(textOf(keepStyle(undefined, 'a: 1\r\n'))).toBe('a: 1\r\n');
  });
});
