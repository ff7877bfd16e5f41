import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { collapse, findQuote, readSource } from '../../src/knowledge/source.ts';

const TEXT = `Titel van de tekst

Een inleiding die
over twee regels loopt.

Eerste kop

Zin een. Zin twee!

Let op het volgende:

• Een punt met een stip.
  Het gaat hier verder.
- Een punt zonder slotteken

Tweede kop

Slot.`;

describe('a source', () => {
  it('is cut into paragraphs under their headings; headings and the title can be quoted too', () => {
    expect(readSource(TEXT, 'nl')).toMatchObject({
      title: 'Titel van de tekst',
      paragraphs: [
        { text: 'Titel van de tekst' },
        { text: 'Een inleiding die over twee regels loopt.' },
        { text: 'Eerste kop', section: 'Eerste kop' },
        { text: 'Zin een. Zin twee!', section: 'Eerste kop' },
        { text: 'Let op het volgende:', section: 'Eerste kop' },
        { text: 'Een punt met een stip. Het gaat hier verder.', section: 'Eerste kop' },
        { text: 'Een punt zonder slotteken', section: 'Eerste kop' },
        { text: 'Tweede kop', section: 'Tweede kop' },
        { text: 'Slot.', section: 'Tweede kop' },
      ],
      sentences: [
        'Een inleiding die over twee regels loopt.',
        'Zin een.',
        'Zin twee!',
        'Let op het volgende:',
        'Een punt met een stip.',
        'Het gaat hier verder.',
        'Een punt zonder slotteken',
        'Slot.',
      ],
    });
  });

  it.each([
    ['Windows line ends', TEXT.replaceAll('\n', '\r\n')],
    ['old Mac line ends', TEXT.replaceAll('\n', '\r')],
    ['several blank lines with spaces and tabs', TEXT.replaceAll('\n\n', '\n \t\n\n  \n')],
    ['white space at both ends', `\n\n${TEXT}\n \n`],
    [
      'Markdown headings',
      TEXT.replace('Titel', '# Titel').replace('Eerste', '## Eerste').replace('Tweede', '### Tweede'),
    ],
    ['other bullets', TEXT.replace('•', '–').replace('\n- ', '\n  * ')],
  ])('is the same with %s', (_, text) => {
    expect(readSource(text, 'nl')).toEqual(readSource(TEXT, 'nl'));
  });

  it.each([
    ['a line with closing punctuation', 'Kort.', false],
    ['a question', 'Wat is thuiswerken?', false],
    ['a line that leads in a list', 'Vraag je af of je:', false],
    ['a closing quotation mark', 'Zij zei ‘doe maar’', false],
    ['a bullet', '• punt', false],
    ['120 characters', 'x'.repeat(120), true],
    ['121 characters', 'x'.repeat(121), false],
    ['a question with a Markdown sign', '## Wat is thuiswerken?', true],
    ['a hash that is no Markdown sign', '#thuiswerken', true],
  ])('takes this as a heading or not: %s', (_, line, heading) => {
    const { paragraphs } = readSource(`Titel\n\n${line}\n\nTekst.`, 'nl');
    expect(paragraphs.at(-1)?.section !== undefined).toBe(heading);
  });

  it('does not cut a sentence at a number or an abbreviation', () => {
    const text = 'Titel\n\nDat kost 1.500 euro. Vraag het bijv. aan je baas.';
    expect(readSource(text, 'nl').sentences).toEqual([
      'Dat kost 1.500 euro.',
      'Vraag het bijv. aan je baas.',
    ]);
  });

  it('without text has no title and no sentences', () => {
    expect(readSource('', 'nl')).toMatchObject({ title: '', paragraphs: [], sentences: [] });
  });
});

describe('a quote in any source', () => {
  const line = fc
    .array(fc.constantFrom('De', 'bot', 'zegt', 'niets', '‘zo’', 'é', '1.5', '-', '•', '#', '\t', '\u00A0'), {
      minLength: 1,
      maxLength: 8,
    })
    .chain((words) => fc.constantFrom('.', '?', ':', '').map((end) => words.join(' ') + end));
  const text = fc.array(line, { minLength: 1, maxLength: 8 }).map((lines) => lines.join('\n\n'));

  it('is found when it is a sentence or a paragraph of it', () => {
    fc.assert(
      fc.property(text, (written) => {
        const source = readSource(written, 'nl');
        for (const quote of [...source.sentences, ...source.paragraphs.map((paragraph) => paragraph.text)]) {
          expect(findQuote(source, quote)?.text).toBe(quote);
        }
      }),
    );
  });

  it('is found however its white space is written, and is then written with single spaces', () => {
    const space = fc.constantFrom(' ', '  ', '\n', ' \n ', '\t', '\u00A0');
    fc.assert(
      fc.property(fc.array(space, { minLength: 6, maxLength: 6 }), (spaces) => {
        const words = ['Een', 'inleiding', 'die', 'over', 'twee', 'regels'];
        const quote = words.map((word, place) => word + (spaces[place] ?? '')).join('');
        expect(findQuote(readSource(TEXT, 'nl'), quote)?.text).toBe('Een inleiding die over twee regels');
      }),
    );
  });

  it('is made of the letters of the source and nothing else', () => {
    fc.assert(
      fc.property(text, (written) => {
        const { paragraphs } = readSource(written, 'nl');
        for (const paragraph of paragraphs) expect(collapse(written)).toContain(paragraph.text);
      }),
    );
  });

  it('of nothing is not found', () => {
    expect(findQuote(readSource(TEXT, 'nl'), ' \n')).toBeUndefined();
  });
});
