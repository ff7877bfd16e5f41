import { expect, it } from '@jest/globals';
import { renderReply } from '../../examples/webhook-channel/render.ts';
import type { Block } from '../../src/core/index.ts';

it('draws every kind of block', () => {
  const source = {
    label: 'Regels, 2024',
    section: 'Stallen',
    guidance: 'regels',
    edition: '2024',
    sentences: [1],
    link: 'https://example.org/bron/regels',
  };
  const cited = { text: 'Regels, 2024 · Stallen', url: 'https://example.org/bron/regels' };
  const drawn: { readonly [Kind in Block['kind']]: readonly [Extract<Block, { kind: Kind }>, unknown] } = {
    heading: [
      { kind: 'heading', text: 'Stallen' },
      { type: 'heading', text: 'Stallen' },
    ],
    paragraph: [
      { kind: 'paragraph', text: 'In een rek.' },
      { type: 'text', text: 'In een rek.' },
    ],
    quote: [
      { kind: 'quote', texts: ['Zet hem weg.'], language: 'nl', source },
      { type: 'quote', texts: ['Zet hem weg.'], language: 'nl', source: cited },
    ],
    list: [
      { kind: 'list', items: ['a', 'b'] },
      { type: 'list', items: ['a', 'b'] },
    ],
    choices: [
      { kind: 'choices', lead: 'Zie ook', choices: [{ label: 'Open', value: 'entry:open' }] },
      {
        type: 'buttons',
        lead: 'Zie ook',
        buttons: [{ label: 'Open', send: { text: 'entry:open', pressed: true } }],
      },
    ],
    checklist: [
      { kind: 'checklist', lead: 'Ga na:', questions: ['Past hij?'], language: 'nl', source },
      { type: 'checklist', lead: 'Ga na:', questions: ['Past hij?'], language: 'nl', source: cited },
    ],
    feedback: [
      {
        kind: 'feedback',
        entry: 'open',
        question: 'Was dit nuttig?',
        useful: 'nuttig',
        notUseful: 'niet nuttig',
      },
      {
        type: 'buttons',
        lead: 'Was dit nuttig?',
        buttons: [
          { label: 'nuttig', send: { vote: { entry: 'open', useful: true } } },
          { label: 'niet nuttig', send: { vote: { entry: 'open', useful: false } } },
        ],
      },
    ],
    reasons: [
      {
        kind: 'reasons',
        entry: 'open',
        ballot: 'b',
        question: 'Waarom niet?',
        reasons: [{ reason: 'unclear', label: 'onduidelijk' }],
      },
      {
        type: 'buttons',
        lead: 'Waarom niet?',
        buttons: [
          { label: 'onduidelijk', send: { vote: { entry: 'open', useful: false, reason: 'unclear' } } },
        ],
      },
    ],
    link: [
      { kind: 'link', text: 'Bron', url: 'https://example.org' },
      { type: 'link', text: 'Bron', url: 'https://example.org' },
    ],
  };
  for (const [block, json] of Object.values(drawn))
    expect(renderReply({ kind: 'answer', language: 'nl', blocks: [block] }).blocks).toEqual([json]);
});
