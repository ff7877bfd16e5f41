import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { htmlText } from '../../../adapters/teams/html.ts';

const EMOJI = '<img alt="👍" itemscope itemtype="http://schema.skype.com/Emoji" itemid="1f44d_yes" src="x">';
const REPLY =
  '<blockquote itemscope itemtype="http://schema.skype.com/Reply" itemid="1"><strong>Noor</strong><p>oud</p></blockquote>';

describe('the HTML of a message', () => {
  it.each([
    ['an emoji as a bot gets it', `<div><div>${EMOJI}</div></div>`, '👍'],
    ['an emoji of Microsoft Graph', '<p>hoi<emoji id="wave" alt="👋" title="Zwaai"></emoji>!</p>', 'hoi👋!'],
    ['a picture, without its description', '<p>kijk <img alt="image" src="x"> hier</p>', 'kijk hier'],
    ['parts of a word', 'on<strong>mis</strong>ken<i>baar</i>', 'onmiskenbaar'],
    ['paragraphs', '<p>een\n zin</p>\n<p>twee</p>', 'een zin\ntwee'],
    ['an empty paragraph between them', '<p>een</p><p>&nbsp;</p><p>twee</p>', 'een\n\ntwee'],
    ['blocks and breaks', '<div>a</div><div>b<br>c</div><h1>Kop</h1>d<hr>e', 'a\nb\nc\nKop\nd\ne'],
    [
      'lists',
      '<ul><li>een</li><li>twee<ul><li>drie</li></ul></li></ul><ol start="3"><li>vier</li></ol>',
      '- een\n- twee\n- drie\n3. vier',
    ],
    ['a table', '<table><tr><th>a</th><th>b</th></tr><tr><td>c</td><td>d</td></tr></table>', 'a b\nc d'],
    ['a link, by its text', '<a href="https://x.nl/?a=b" title="x">lees dit</a>', 'lees dit'],
    ['a quotation', '<blockquote>eerder</blockquote><p>nu</p>', '> eerder\nnu'],
    ['a reply, without what it replies to', `${REPLY}\n<p>nieuw</p>`, 'nieuw'],
    ['code', '<pre>een\n  twee</pre><code>a_b</code>', 'een\ntwee\na_b'],
    ['entities, once', '&euro; &amp;lt; &#39;x&#x27; R&D &copy', "€ &lt; 'x' R&D ©"],
    ['signs that are no tags', 'a < b && c > d', 'a < b && c > d'],
    ['scripts and styles, not at all', '<style>p {}</style><script>x()</script>zin', 'zin'],
    ['nothing', '', ''],
  ])('is read with %s', (_, html, wanted) => {
    expect(htmlText(html, 'html')).toBe(wanted);
  });

  it.each([
    '<at id="0">Noor de Vries</at>',
    '<span itemscope itemtype="http://schema.skype.com/Mention" itemid="0">Noor de Vries</span>',
  ])('names who is mentioned: %s', (html) => {
    expect(htmlText(`<p>${html}&nbsp;hoi</p>`, 'html')).toBe('Noor de Vries hoi');
    expect(htmlText(`<p>${html}&nbsp;hoi</p>`, 'html', (name) => `[${name}]`)).toBe('[Noor de Vries] hoi');
  });

  it('keeps its words, in order, whatever tags are around them', () => {
    const word = fc.stringMatching(/^[a-z]{1,8}$/);
    const tag = fc.constantFrom('p', 'div', 'b', 'li', 'td', 'span', 'blockquote', 'at');
    const node: fc.Arbitrary<string> = fc.letrec<{ node: string }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 6 },
        word,
        fc
          .tuple(tag, fc.array(tie('node'), { maxLength: 4 }))
          .map(([name, inside]) => `<${name}>${inside.join(' ')}</${name}>`),
      ),
    })).node;
    fc.assert(
      fc.property(node, (html) => {
        const words = (text: string) => text.match(/[a-z]+/g);
        expect(words(htmlText(html, 'html'))).toEqual(words(html.replace(/<[^>]*>/g, ' ')));
      }),
    );
  });

  it('of any kind is read', () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '</',
      '&',
      '&#x110000;',
      '&#0;',
      '<p>',
      '</p>',
      '<at',
      '"',
      '=',
      'a',
      ' ',
    );
    const any = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(piece).map((pieces) => pieces.join('')),
    );
    fc.assert(
      fc.property(any, fc.constantFrom('html', 'text'), (html, kind) => {
        expect(htmlText(html, kind)).toBe(htmlText(html, kind).trim());
      }),
    );
  });
});
