import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { stripVTControlCharacters } from 'node:util';
import { render } from '../../../adapters/terminal/render.ts';
import type { Block, Reply } from '../../../src/core/index.ts';

const source = {
  label: 'Regels, 2024',
  section: 'Stallen',
  guidance: 'regels',
  edition: '2024',
  sentences: [2],
};
const reply = (...blocks: readonly Block[]): Reply => ({ kind: 'answer', language: 'nl', blocks });
const draw = (...blocks: readonly Block[]) => render(reply(...blocks), { colour: false, numbers: true }).text;
const choices = [
  { label: 'Waar?', value: 'entry:waar' },
  { label: 'Wanneer?', value: 'entry:wanneer' },
];
const LONG =
  'Dit is een zin die zo lang is dat hij niet op een enkele regel van tachtig tekens past, echt niet.';
const LONG_1 = 'Dit is een zin die zo lang is dat hij niet op een enkele regel van tachtig';

describe('a block in a terminal', () => {
  it.each<[string, Block, string]>([
    ['a heading', { kind: 'heading', text: 'Stallen' }, 'Stallen'],
    ['a paragraph', { kind: 'paragraph', text: LONG }, `${LONG_1}\ntekens past, echt niet.`],
    [
      'a quote, with a bar before every line and its source under it',
      { kind: 'quote', texts: [LONG], language: 'nl', source },
      '│ “Dit is een zin die zo lang is dat hij niet op een enkele regel van tachtig\n' +
        '│ tekens past, echt niet.”\n' +
        '│ Regels, 2024 · Stallen',
    ],
    [
      'a list, its lines under each other',
      { kind: 'list', items: ['kort', LONG] },
      `- kort\n- ${LONG_1}\n  tekens past, echt niet.`,
    ],
    ['numbered buttons', { kind: 'choices', choices }, '[1]  Waar?\n[2]  Wanneer?'],
    [
      'numbered buttons under their lead',
      { kind: 'choices', lead: 'Zie ook', choices },
      'Zie ook:\n[1]  Waar?\n[2]  Wanneer?',
    ],
    [
      'the questions of the self-check, with a bar and numbers',
      { kind: 'checklist', questions: ['Past hij?', LONG], language: 'nl', source },
      '│ 1. Past hij?\n' +
        '│ 2. Dit is een zin die zo lang is dat hij niet op een enkele regel van\n' +
        '│    tachtig tekens past, echt niet.\n' +
        '│ Regels, 2024 · Stallen',
    ],
    [
      'the sentence that the questions complete, and each translation under its question',
      {
        kind: 'checklist',
        lead: 'Ga na of:',
        questions: ['Hij past.', 'Hij op slot is.'],
        translations: ['Does it fit?', 'Is it locked?'],
        language: 'nl',
        source,
      },
      '│ Ga na of:\n│ 1. Hij past.\n│    Does it fit?\n│ 2. Hij op slot is.\n│    Is it locked?\n│ Regels, 2024 · Stallen',
    ],
    [
      'a link, its address on a line of its own',
      { kind: 'link', text: 'Lees alles', url: 'https://example.org/a' },
      'Lees alles:\nhttps://example.org/a',
    ],
    [
      'no feedback buttons',
      { kind: 'feedback', entry: 'a', question: 'Was dit nuttig?', useful: 'Ja', notUseful: 'Nee' },
      '',
    ],
  ])('is drawn: %s', (_, block, text) => {
    expect(draw(block)).toBe(text);
  });

  it('stands apart from the next by one empty line', () => {
    const feedback: Block = {
      kind: 'feedback',
      entry: 'a',
      question: 'Was dit nuttig?',
      useful: 'Ja',
      notUseful: 'Nee',
    };
    expect(draw({ kind: 'heading', text: 'Een' }, feedback, { kind: 'paragraph', text: 'Twee' })).toBe(
      'Een\n\nTwee',
    );
  });
});

describe('buttons', () => {
  const blocks: readonly Block[] = [
    { kind: 'choices', choices },
    { kind: 'choices', choices: [{ label: 'Alles', value: 'onderwerpen' }] },
  ];

  it('are numbered through the whole reply and given in that order', () => {
    expect(render(reply(...blocks), { colour: false, numbers: true })).toEqual({
      text: '[1]  Waar?\n[2]  Wanneer?\n\n[3]  Alles',
      buttons: [...choices, { label: 'Alles', value: 'onderwerpen' }],
    });
  });

  it('have a dash where nobody can pick them', () => {
    expect(render(reply(...blocks), { colour: false, numbers: false }).text).toBe(
      '  -  Waar?\n  -  Wanneer?\n\n  -  Alles',
    );
  });

  it('line up beyond the ninth', () => {
    const many = Array.from({ length: 10 }, (_, place) => ({ label: `knop ${place + 1}`, value: 'x' }));
    expect(draw({ kind: 'choices', choices: many }).split('\n').slice(8)).toEqual([
      '[9]  knop 9',
      '[10] knop 10',
    ]);
  });
});

describe('colour', () => {
  const blocks: readonly Block[] = [
    { kind: 'heading', text: 'Stallen' },
    { kind: 'quote', texts: ['Zet je fiets in een rek.'], language: 'nl', source },
  ];

  it('makes headings bold and sources dim, and changes nothing else', () => {
    const { text } = render(reply(...blocks), { colour: true, numbers: true });
    expect(text).toBe(
      '\u001b[1mStallen\u001b[22m\n\n│ “Zet je fiets in een rek.”\n\u001b[2m│ Regels, 2024 · Stallen\u001b[22m',
    );
    expect(stripVTControlCharacters(text)).toBe(draw(...blocks));
  });
});

/** Every block kind with one text everywhere that the knowledge can put a text. */
const withText = (text: string): readonly Block[] => {
  const cited = { label: text, section: text, guidance: text, edition: text, sentences: [1] };
  return [
    { kind: 'heading', text },
    { kind: 'paragraph', text },
    { kind: 'quote', texts: [text, text], language: 'nl', source: cited },
    { kind: 'list', items: [text, text] },
    { kind: 'choices', lead: text, choices: [{ label: text, value: 'x' }] },
    {
      kind: 'checklist',
      lead: text,
      questions: [text, text],
      translations: [text, text],
      language: 'nl',
      source: cited,
    },
    { kind: 'link', text, url: 'https://example.org/' },
    { kind: 'feedback', entry: 'x', question: text, useful: text, notUseful: text },
  ];
};

describe.each(withText('').map(({ kind }, place) => [kind, place] as const))('a %s', (_, place) => {
  const drawn = (text: string) => draw(...withText(text).slice(place, place + 1));

  const widest = (text: string) =>
    Math.max(
      ...drawn(text)
        .split('\n')
        .map(({ length }) => length),
    );

  it('is at most 80 columns wide', () => {
    const words = fc.array(fc.stringMatching(/^[a-zé]{1,30}$/), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(words, (parts) => {
        expect(widest(parts.join(' '))).toBeLessThanOrEqual(80);
      }),
    );
  });

  it('is at most 80 columns wide with a word that is longer than a line', () => {
    expect(widest(`een ${'x'.repeat(200)} woord`)).toBeLessThanOrEqual(80);
  });

  // They could move the cursor, clear the screen or change the colours of the reader's terminal.
  it('shows no control characters', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', ' ', '\u001b[2J', '\u0007', '\r', '\n', '\u009b') }),
        (text) => {
          expect(drawn(text).replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
        },
      ),
    );
  });
});
