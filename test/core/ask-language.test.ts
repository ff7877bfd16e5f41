import { beforeAll, describe, expect, it } from '@jest/globals';
import { follow } from '../../src/assistant/index.ts';
import { createAsker, loadKnowledge } from '../../src/core/index.ts';
import type { Asker, Reply } from '../../src/core/index.ts';
import { smallFile, smallKnowledge } from './small-knowledge.ts';

const small = createAsker(smallKnowledge());
const buttonsOf = ({ blocks }: Reply) =>
  blocks.flatMap((block) => (block.kind === 'choices' ? block.choices : []));

describe('an English question', () => {
  it('gets the English answer, with a note that the quote is Dutch', () => {
    const { kind, language, entry, blocks } = small.ask({ text: 'where do I put my bicycle?' });
    expect({ kind, language, entry }).toEqual({ kind: 'answer', language: 'en', entry: 'in-rek' });
    expect(blocks.map((block) => ('text' in block ? block.text : block.kind))).toEqual([
      'Where do I put my bicycle?',
      'In a rack.',
      'Zet je fiets in een rek.',
      'en citaat_taal',
      'choices',
      'feedback',
    ]);
  });

  it('that was not understood is told so in English', () => {
    const reply = small.ask({ text: 'when does the train to my aunt leave?', previous: { missed: true } });
    expect(reply).toMatchObject({ kind: 'unknown', language: 'en' });
    expect(reply.blocks[2]).toEqual({ kind: 'paragraph', text: 'en onbekend_contact the front desk' });
  });

  // A button carries no language of its own; the person still reads English.
  it('is followed up in English by the buttons of its reply', () => {
    const reply = small.ask({ text: 'may I bring a cargo bike?' });
    const [first] = buttonsOf(reply);
    expect(first).toMatchObject({ label: 'Where do I put my bicycle?' });
    const next = small.ask({ text: first?.value ?? '', previous: follow(undefined, reply) });
    expect(next).toMatchObject({ kind: 'answer', language: 'en', entry: 'in-rek' });
  });
});

describe('a guidance that is wholly in English', () => {
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

  it('answers without a note, because the quote is in the language of the reply', () => {
    const { language, blocks } = ask({ text: 'where do I put my bicycle?' });
    expect(language).toBe('en');
    expect(blocks.map(({ kind }) => kind)).toEqual(['heading', 'paragraph', 'quote', 'feedback']);
  });

  it.each([
    ['help', 'topics'],
    ['help', 'checklist'],
  ])('has a button in its %s that opens the %s', (_, kind) => {
    const replies = buttonsOf(ask({ text: '' })).map(({ value }) => ask({ text: value }));
    expect(replies.map((reply) => reply.kind)).toContain(kind);
  });
});

describe('the shipped knowledge', () => {
  let asker: Asker;
  beforeAll(() => {
    asker = createAsker(loadKnowledge().knowledge);
  }, 120_000);

  it('answers an English question in English, with a note that the quote is Dutch', () => {
    const { kind, language, entry, blocks } = asker.ask({ text: 'Is it fine to only read along?' });
    expect({ kind, language, entry }).toEqual({ kind: 'answer', language: 'en', entry: 'alleen-meelezen' });
    expect(blocks[2]).toMatchObject({ kind: 'quote', language: 'nl' });
    expect(blocks[3]).toEqual({
      kind: 'paragraph',
      text: 'The quote is in Dutch, the language of the source.',
    });
  });

  // The English help text names exactly these words.
  it.each(['checklist', 'topics', 'explain', 'source', 'about'])(
    'answers the English command “%s” in English',
    (text) => {
      const previous = { entry: 'alleen-meelezen', words: ['read'] };
      expect(asker.ask({ text, previous }).language).toBe('en');
    },
  );

  it('names the English commands in its English help', () => {
    const { language, blocks } = asker.ask({ text: 'what can you do?' });
    expect(language).toBe('en');
    const list = blocks.flatMap((block) => (block.kind === 'list' ? block.items : []));
    expect(list.map((item) => item.split(':')[0])).toEqual([
      'checklist',
      'topics',
      'explain',
      'source',
      'about',
    ]);
  });
});
