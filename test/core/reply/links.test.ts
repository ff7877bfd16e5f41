import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { linkedParts, parseLinks, writtenOut } from '../../../src/core/index.ts';

const partsOf = (written: string) => linkedParts(parseLinks(written));

describe('a text that an editor wrote', () => {
  it('has links of Markdown and bare addresses, without the full stop after them', () => {
    expect(
      partsOf('Zie de [code](https://a.nl/x) (of https://b.nl/y_(1)). Of [c](https://c.nl/(d)).'),
    ).toEqual([
      { text: 'Zie de ' },
      { text: 'code', url: 'https://a.nl/x' },
      { text: ' (of ' },
      { text: 'https://b.nl/y_(1)', url: 'https://b.nl/y_(1)' },
      { text: '). Of ' },
      { text: 'c', url: 'https://c.nl/(d)' },
      { text: '.' },
    ]);
  });

  it.each(['geen link', '[code](http://a.nl)', '[code](javascript:alert(1))', 'www.a.nl', '[a] (b)', ''])(
    'is no link unless it leads to https: %j',
    (written) => {
      expect(partsOf(written)).toEqual([{ text: written }]);
    },
  );

  it('is whole again in its parts, whatever is in it', () => {
    const piece = fc.oneof(
      fc.constantFrom('[', ']', '(', ')', 'https://a.nl', '[b](https://c.nl)', '.', ' '),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const linked = parseLinks(pieces.join(''));
        expect(
          linkedParts(linked)
            .map(({ text }) => text)
            .join(''),
        ).toBe(linked.text);
      }),
    );
  });

  it('loses a link that was cut, and nothing else', () => {
    const { links } = parseLinks('Zie [de code](https://a.nl) of [de wet](https://b.nl).');
    expect(linkedParts({ text: 'Zie de code of de…', links })).toEqual([
      { text: 'Zie ' },
      { text: 'de code', url: 'https://a.nl' },
      { text: ' of de…' },
    ]);
  });

  it('has its addresses in parentheses where nothing can be clicked, each once', () => {
    expect(writtenOut(parseLinks('Zie [de code](https://a.nl) of https://b.nl.'))).toBe(
      'Zie de code (https://a.nl) of https://b.nl.',
    );
  });
});
