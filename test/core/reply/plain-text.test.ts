import { describe, expect, it } from '@jest/globals';
import { plainText } from '../../../src/core/index.ts';
import type { Block, Reply } from '../../../src/core/index.ts';
import { entryReply, guidanceOf, smallKnowledge } from '../small-knowledge.ts';

const source = {
  label: 'Regels, 2024',
  section: 'Stallen',
  guidance: 'regels',
  edition: '2024',
  sentences: [2],
};
const reply = (...blocks: readonly Block[]): Reply => ({ kind: 'answer', language: 'nl', blocks });
const choices = [
  { label: 'Waar?', value: 'entry:waar' },
  { label: 'Wanneer?', value: 'entry:wanneer' },
];

describe('a reply as plain text', () => {
  it.each<[Block, string]>([
    [{ kind: 'heading', text: 'Stallen' }, 'Stallen.'],
    [{ kind: 'heading', text: 'Waar?' }, 'Waar?'],
    [{ kind: 'paragraph', text: 'In een rek.' }, 'In een rek.'],
    [
      {
        kind: 'paragraph',
        text: 'Zie de code of https://a.nl.',
        links: [
          { at: 4, text: 'de code', url: 'https://example.org/code' },
          { at: 15, text: 'https://a.nl', url: 'https://a.nl' },
        ],
      },
      'Zie de code (https://example.org/code) of https://a.nl.',
    ],
    [
      { kind: 'quote', texts: ['Zet je fiets in een rek.', 'Op slot.'], language: 'nl', source },
      '“Zet je fiets in een rek.”\n“Op slot.”\n(Regels, 2024 · Stallen)',
    ],
    [{ kind: 'list', items: ['een', 'twee'] }, '- een\n- twee'],
    [{ kind: 'choices', choices }, '- Waar?\n- Wanneer?'],
    [{ kind: 'choices', lead: 'Zie ook', choices }, 'Zie ook:\n- Waar?\n- Wanneer?'],
    [
      { kind: 'checklist', questions: ['Past hij?', 'Op slot?'], language: 'nl', source },
      '1. Past hij?\n2. Op slot?\n(Regels, 2024 · Stallen)',
    ],
    [
      {
        kind: 'checklist',
        lead: 'Ga na of:',
        questions: ['Hij past.', 'Hij op slot is.'],
        translations: ['Does it fit?', 'Is it locked?'],
        language: 'nl',
        source,
      },
      'Ga na of:\n1. Hij past. (Does it fit?)\n2. Hij op slot is. (Is it locked?)\n(Regels, 2024 · Stallen)',
    ],
    [{ kind: 'link', text: 'Lees alles', url: 'https://example.org/a' }, 'Lees alles: https://example.org/a'],
    [
      {
        kind: 'feedback',
        entry: 'waar',
        question: 'Was dit nuttig?',
        useful: 'Nuttig',
        notUseful: 'Niet nuttig',
      },
      '',
    ],
  ])('writes %j', (block, text) => {
    expect(plainText(reply(block))).toBe(text);
  });

  it('separates blocks by one empty line, without one for the feedback buttons', () => {
    expect(plainText(entryReply(guidanceOf(smallKnowledge()), 'in-rek', 'nl'))).toBe(
      [
        'Waar zet ik mijn fiets?',
        '',
        'In een rek.',
        '',
        '“Zet je fiets in een rek.”',
        '(nl citaat_bron Regels voor de stalling; 2024 · Stallen)',
        '',
        'nl verwant:',
        '- Wanneer is de stalling open?',
      ].join('\n'),
    );
  });

  it('is empty for a reply without blocks', () => {
    expect(plainText(reply())).toBe('');
  });
});
