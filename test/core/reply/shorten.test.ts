import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { renderToFit } from '../../../src/core/index.ts';
import type { Block, Reply, ReplyLimits } from '../../../src/core/index.ts';

/** The version of a reply within these limits, for a channel in which the whole one does not fit. */
const shorten = (whole: Reply, limits: ReplyLimits, notice: string): Reply =>
  renderToFit(
    whole,
    [limits],
    notice,
    (reply) => reply,
    (reply) => reply !== whole,
  );
const text = fc.string({ minLength: 1, maxLength: 30 });
const list = fc.array(text, { minLength: 1, maxLength: 8 });
const source = fc
  .tuple(text, text)
  .map(([label, section]) => ({ label, section, guidance: 'regels', edition: '2024', sentences: [1] }));
const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constantFrom('heading' as const, 'paragraph' as const), text }),
  fc.record({
    kind: fc.constant('quote' as const),
    texts: list,
    language: fc.constant('nl' as const),
    source,
  }),
  fc.record({ kind: fc.constant('list' as const), items: list }),
  fc.record({
    kind: fc.constant('choices' as const),
    lead: text,
    choices: fc.array(fc.record({ label: text, value: text }), { maxLength: 8 }),
  }),
  fc.record({
    kind: fc.constant('checklist' as const),
    lead: text,
    questions: list,
    translations: list,
    language: fc.constant('nl' as const),
    source,
  }),
  fc.record({
    kind: fc.constant('feedback' as const),
    entry: text,
    question: text,
    useful: text,
    notUseful: text,
  }),
  fc.record({
    kind: fc.constant('reasons' as const),
    entry: text,
    ballot: text,
    question: text,
    reasons: fc.record({ reason: fc.constant('other' as const), label: text }).map((one) => [one]),
  }),
  fc.record({ kind: fc.constant('link' as const), text, url: text }),
);

/** The texts of a block that a person reads, and its number of items. */
function contents(one: Block): { texts: readonly string[]; items: number } {
  switch (one.kind) {
    case 'heading':
    case 'paragraph':
    case 'link':
      return { texts: [one.text], items: 1 };
    case 'quote':
      return {
        texts: [...one.texts, one.source.label, one.source.section ?? ''],
        items: one.texts.length,
      };
    case 'list':
      return { texts: one.items, items: one.items.length };
    case 'choices':
      return { texts: [one.lead ?? '', ...one.choices.map(({ label }) => label)], items: one.choices.length };
    case 'checklist':
      return {
        texts: [
          one.lead ?? '',
          ...one.questions,
          ...(one.translations ?? []),
          one.source.label,
          one.source.section ?? '',
        ],
        items: one.questions.length,
      };
    case 'feedback':
      return { texts: [one.question, one.useful, one.notUseful], items: 1 };
    case 'reasons':
      return { texts: [one.question, ...one.reasons.map(({ label }) => label)], items: one.reasons.length };
  }
}

describe('a shortened reply', () => {
  const reply = fc
    .array(block, { maxLength: 6 })
    .map((blocks): Reply => ({ kind: 'answer', language: 'nl', blocks }));
  const limits = fc.record({
    text: fc.integer({ min: 1, max: 20 }),
    items: fc.integer({ min: 1, max: 6 }),
    blocks: fc.nat(5),
  });

  it('keeps within the limits, block by block, and ends with the notice', () => {
    fc.assert(
      fc.property(reply, limits, (whole, most) => {
        const { blocks } = shorten(whole, most, 'Ingekort.');
        expect(blocks.at(-1)).toEqual({ kind: 'paragraph', text: 'Ingekort.' });
        const kept = blocks.slice(0, -1);
        expect(kept.map(({ kind }) => kind)).toEqual(
          whole.blocks.slice(0, most.blocks).map(({ kind }) => kind),
        );
        for (const { texts, items } of kept.map(contents)) {
          expect(items).toBeLessThanOrEqual(most.items);
          for (const own of texts) expect(own.length).toBeLessThanOrEqual(most.text);
        }
      }),
    );
  });

  it('has every block as it was, and working buttons, when all of it fits', () => {
    fc.assert(
      fc.property(reply, (whole) => {
        const { blocks } = shorten(whole, { text: 100, items: 100, blocks: 100 }, 'Ingekort.');
        expect(blocks.slice(0, -1)).toEqual(whole.blocks);
      }),
    );
  });

  it('never cuts the value of a button, an address or an entry id', () => {
    const blocks: Block[] = [
      { kind: 'choices', choices: [{ label: 'Waar zet ik mijn fiets?', value: 'entry:in-rek' }] },
      { kind: 'link', text: 'Lees alles', url: 'https://example.org/regels' },
      {
        kind: 'feedback',
        entry: 'in-rek',
        question: 'Was dit nuttig?',
        useful: 'Nuttig',
        notUseful: 'Niet nuttig',
      },
    ];
    const reply: Reply = { kind: 'answer', language: 'nl', blocks };
    const shortened = shorten(reply, { text: 4, items: 3, blocks: 3 }, '');
    expect(shortened.blocks.slice(0, 3)).toMatchObject([
      { choices: [{ label: 'Waa…', value: 'entry:in-rek' }] },
      { url: 'https://example.org/regels' },
      { entry: 'in-rek' },
    ]);
  });
});
