import fc from 'fast-check';
import type { CheckState } from '../../../adapters/teams/checklist.ts';
import type { Block, Reply } from '../../../src/core/index.ts';

/** Any text, and what is difficult in Teams. */
export const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc.string({ unit: 'binary', maxLength: 100 }),
  fc.constantFrom(
    '',
    ' ',
    '**vet** [x](http://y) <b>',
    '{{DATE(2024-01-01T00:00:00Z, SHORT)}}',
    '- a\n1. b',
    '\ud800',
    'é'.repeat(9_000),
  ),
);
const source = fc.record(
  {
    label: text,
    section: text,
    guidance: text,
    edition: text,
    sentences: fc.constant([1]),
    link: fc.webUrl(),
  },
  { requiredKeys: ['label', 'guidance', 'edition', 'sentences'] },
);
const language = fc.constantFrom('nl', 'en');
const choice = fc.record({ label: text, value: text });
const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constantFrom('heading', 'paragraph'), text }) as fc.Arbitrary<Block>,
  fc.record({
    kind: fc.constant('quote'),
    texts: fc.array(text, { minLength: 1, maxLength: 3 }),
    language,
    source,
  }) as fc.Arbitrary<Block>,
  fc.record({ kind: fc.constant('list'), items: fc.array(text, { maxLength: 40 }) }) as fc.Arbitrary<Block>,
  fc.record({
    kind: fc.constant('choices'),
    lead: text,
    choices: fc.array(choice, { maxLength: 40 }),
  }) as fc.Arbitrary<Block>,
  fc.record({
    kind: fc.constant('feedback'),
    entry: text,
    question: text,
    useful: text,
    notUseful: text,
  }) as fc.Arbitrary<Block>,
  fc.record({
    kind: fc.constant('reasons'),
    entry: text,
    ballot: text,
    question: text,
    reasons: fc.array(fc.record({ reason: fc.constantFrom('unclear', 'other'), label: text }), {
      maxLength: 4,
    }),
  }) as fc.Arbitrary<Block>,
  fc.record({
    kind: fc.constant('link'),
    text,
    url: fc.oneof(fc.webUrl(), fc.constantFrom('javascript:alert(1)', 'geen adres', '')),
  }) as fc.Arbitrary<Block>,
);
const checklist = fc.record(
  {
    kind: fc.constant('checklist'),
    lead: text,
    questions: fc.array(text, { maxLength: 5 }),
    translations: fc.array(text, { maxLength: 5 }),
    language,
    source,
  },
  { requiredKeys: ['kind', 'questions', 'language', 'source'] },
) as fc.Arbitrary<Block>;
const blocks = fc
  .tuple(
    fc.array(block, { maxLength: 12 }),
    fc.option(checklist, { nil: undefined }),
    fc.array(block, { maxLength: 4 }),
  )
  .map(([before, middle, after]) => [...before, ...(middle === undefined ? [] : [middle]), ...after]);
/** Any reply, with at most one self-check. */
export const reply: fc.Arbitrary<Reply> = fc.record({
  kind: fc.constant('answer'),
  language,
  blocks,
});
/** Any state of a self-check. */
export const state: fc.Arbitrary<CheckState> = fc.oneof(
  fc.record(
    {
      kind: fc.constant('open'),
      where: fc.constantFrom('chat', 'dialog'),
      chosen: fc.array(fc.constantFrom('yes', 'no', 'doubt', undefined), { maxLength: 6 }),
    },
    { requiredKeys: ['kind', 'where'] },
  ),
  fc.record(
    {
      kind: fc.constant('done'),
      doubts: fc.boolean(),
      repeated: fc.array(fc.record({ question: text, answer: fc.constantFrom('no', 'doubt') }), {
        maxLength: 4,
      }),
    },
    { requiredKeys: ['kind'] },
  ),
);
