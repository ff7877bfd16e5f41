import { describe, expect, it } from '@jest/globals';
import { createAsker } from '../../src/core/index.ts';
import type { Reply } from '../../src/core/index.ts';
import { smallKnowledge } from './small-knowledge.ts';

/** A second guidance beside the bicycles: one entry and a self-check of its own. */
const LUNCH = {
  'lunch/handreiking.yaml': `
naam: lunch
titel: Regels voor de kantine
eigenaar: Catering
url: https://example.org/kantine
editie: "2025"
`,
  'lunch/bron.txt': `Regels voor de kantine

Breng je dienblad terug.

Twijfel je over je maaltijd?

  • Je bord leeg is.
`,
  'lunch/vragen/vragen.yaml': `
- id: dienblad
  onderwerp: Opruimen
  vraag: Wie ruimt mijn dienblad op?
  varianten: [moet ik mijn dienblad terugbrengen, dienblad terugzetten]
  antwoord: Dat doe je zelf.
  citaten: [Breng je dienblad terug.]
`,
  'lunch/zelfcheck.yaml': `
vraag: Twijfel je over je maaltijd?
varianten: [heb ik mijn maaltijd wel goed opgegeten, maaltijd bord leeg]
inleiding: Stel jezelf een vraag.
vragen: [Je bord leeg is.]
slot: Eet smakelijk.
`,
};

const knowledge = smallKnowledge(LUNCH, ['fietsen', 'lunch']);
const { ask } = createAsker(knowledge);
const quotesIn = ({ blocks }: Reply) =>
  blocks.flatMap((block) =>
    block.kind === 'quote'
      ? block.texts.map((text) => [text, block.source.guidance])
      : block.kind === 'checklist'
        ? block.questions.map((question) => [question, block.source.guidance])
        : [],
  );

describe('two guidances', () => {
  it.each([
    ['waar zet ik mijn fiets?', 'fietsen/in-rek', [['Zet je fiets in een rek.', 'fietsen']]],
    ['wie ruimt mijn dienblad op?', 'lunch/dienblad', [['Breng je dienblad terug.', 'lunch']]],
  ])('answer each from its own source: %s', (text, entry, quotes) => {
    const reply = ask({ text });
    expect(reply).toMatchObject({ kind: 'answer', entry });
    expect(quotesIn(reply)).toEqual(quotes);
  });

  it('give the whole paragraph and the address of the one that was quoted', () => {
    const { blocks } = ask({ text: 'bron', previous: { entry: 'dienblad' } });
    expect(blocks.at(-1)).toEqual({ kind: 'link', text: 'nl over_bron', url: 'https://example.org/kantine' });
  });

  it('are both in the topics', () => {
    const labels = ask({ text: 'onderwerpen' }).blocks.flatMap((block) =>
      block.kind === 'choices' ? block.choices.map(({ label }) => label) : [],
    );
    expect(labels).toEqual(['Stallen', 'Openingstijden', 'Zelfcheck', 'Niet in de regels', 'Opruimen']);
  });

  it('are both named by “over”', () => {
    const texts = ask({ text: 'over' }).blocks.map((block) => ('text' in block ? block.text : ''));
    expect(texts).toEqual(
      expect.arrayContaining([
        'nl over_editie Regels voor de stalling; 2024; 2024; Facilitair',
        'nl over_editie Regels voor de kantine; 2025; 2025; Catering',
      ]),
    );
  });

  // Editors give both self-checks the id `zelfcheck`.
  it.each([
    ['staat mijn fiets wel goed', 'fietsen', 'Je fiets in een rek past.'],
    ['heb ik mijn maaltijd wel goed opgegeten', 'lunch', 'Je bord leeg is.'],
  ])('show the self-check that was asked for: %s', (text, title, question) => {
    const reply = ask({ text });
    expect(reply.kind).toBe('checklist');
    expect(quotesIn(reply)).toContainEqual([question, title]);
  });

  it('each have a button value for their self-check', () => {
    expect(quotesIn(ask({ text: 'entry:zelfcheck-lunch' }))).toEqual([['Je bord leeg is.', 'lunch']]);
  });
});
