import { describe, expect, it } from '@jest/globals';
import { follow } from '../../src/assistant/index.ts';
import { createAsker } from '../../src/core/index.ts';
import type { Reply } from '../../src/core/index.ts';
import { smallFile, smallKnowledge } from './small-knowledge.ts';

const small = createAsker(smallKnowledge());
const buttonsOf = ({ blocks }: Reply) =>
  blocks.flatMap((block) => (block.kind === 'choices' ? block.choices : []));

describe('an English question', () => {
  it('gets the English answer, with a note that the quote is Dutch', () => {
    const { kind, language, entry, blocks } = small.ask({ text: 'where do I put my bicycle?' });
    expect({ kind, language, entry }).toEqual({ kind: 'answer', language: 'en', entry: 'fietsen/in-rek' });
    expect(blocks.map((block) => ('text' in block ? block.text : block.kind))).toEqual([
      'Where do I put my bicycle?',
      'In a rack.',
      'quote',
      'en citaat_taal',
      'choices',
      'feedback',
    ]);
  });

  it('that was not understood gets an English reply', () => {
    const reply = small.ask({ text: 'when does the train leave?', previous: { missed: true } });
    expect(reply).toMatchObject({ kind: 'unknown', language: 'en' });
    expect(reply.blocks[2]).toEqual({ kind: 'paragraph', text: 'en onbekend_contact the front desk' });
  });

  it('gets a reply whose buttons are answered in English, although they carry no language', () => {
    const reply = small.ask({ text: 'may I bring a cargo bike?' });
    const [first] = buttonsOf(reply);
    expect(first).toMatchObject({ label: 'Where do I put my bicycle?' });
    const next = small.ask({ text: first?.value ?? '', previous: follow(undefined, reply) });
    expect(next).toMatchObject({ kind: 'answer', language: 'en', entry: 'fietsen/in-rek' });
  });
});

describe('a guidance in English', () => {
  const { ask } = createAsker(
    smallKnowledge({
      'fietsen/handreiking.yaml': smallFile('fietsen/handreiking.yaml')
        .replace(/^contact_en.*\n|^voorbeeld_en.*\n/gm, '')
        .concat('taal: en\n'),
      'fietsen/vragen/vragen.yaml': `
- id: rack
  onderwerp: Parking
  vraag: Where do I put my bicycle?
  varianten: [must my bicycle be in a rack]
  antwoord: In a rack.
  citaten: [Zet je fiets in een rek.]
- id: hours
  onderwerp: Hours
  vraag: When is it open?
  antwoord: From seven.
  citaten: [De stalling is open van zeven tot negentien uur.]
`,
      'fietsen/zelfcheck.yaml': smallFile('fietsen/zelfcheck.yaml').replace(/^(?:verwant|en):[^]*/m, ''),
      'fietsen/praktijkvragen/geen.yaml': undefined,
    }),
  );

  it('gets replies without a note about the language of the quotes', () => {
    const { language, blocks } = ask({ text: 'where do I put my bicycle?' });
    expect(language).toBe('en');
    expect(blocks.map(({ kind }) => kind)).toEqual(['heading', 'paragraph', 'quote', 'feedback']);
  });

  it('has working buttons for its topics and its self-check', () => {
    const replies = buttonsOf(ask({ text: '' })).map(({ value }) => ask({ text: value }));
    expect(replies.map(({ kind, language }) => [kind, language])).toEqual([
      ['topics', 'en'],
      ['checklist', 'en'],
    ]);
  });
});
