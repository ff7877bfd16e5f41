import { describe, expect, it, jest } from '@jest/globals';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { dirname, join } from 'node:path';
import { createRequire } from 'node:module';
import { createGenerator } from 'ts-json-schema-generator';
import { homeView } from '../../../adapters/slack/home.ts';
import { modalView } from '../../../adapters/slack/modal.ts';
import { renderMessage } from '../../../adapters/slack/render.ts';
import { REASONS } from '../../../src/core/index.ts';
import type { Block, Reply } from '../../../src/core/index.ts';
import { breaches } from './limits.ts';

jest.setTimeout(60_000);

const TYPES = join(
  dirname(createRequire(import.meta.filename).resolve('@slack/types/package.json')),
  'dist/index.d.ts',
);
const RUNS = { numRuns: 150 };

/** Slack's own types as a schema: it knows every block and field, and no length. */
function schemaOf(type: string) {
  const schema = createGenerator({ path: TYPES, type, skipTypeCheck: true }).createSchema(type);
  return new Ajv({ strict: false, allowUnionTypes: true }).compile(schema as object);
}

const text = (most: number) =>
  fc.oneof(
    { weight: 6, arbitrary: fc.string({ maxLength: 80, unit: 'grapheme' }) },
    {
      weight: 2,
      arbitrary: fc.constantFrom(
        '',
        ' ',
        '<!channel> & <@U1>',
        '*a* _b_ `c`',
        '\u0000\u001b[31m',
        'https://x.nl',
      ),
    },
    {
      weight: 1,
      arbitrary: fc
        .integer({ min: 70, max: most })
        .map((length) => 'lang 👩‍💻 '.repeat(length / 8).slice(0, length)),
    },
  );
const source = fc.record(
  {
    label: text(400),
    section: text(400),
    guidance: text(80),
    edition: text(80),
    sentences: fc.constant([1]),
    link: fc.oneof(fc.webUrl(), text(4_000)),
  },
  { requiredKeys: ['label', 'guidance', 'edition', 'sentences'] },
);
const language = fc.constantFrom('nl' as const, 'en' as const);
const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constantFrom('heading' as const, 'paragraph' as const), text: text(9_000) }),
  fc.record({
    kind: fc.constant('quote' as const),
    texts: fc.array(text(30_000), { minLength: 1, maxLength: 3 }),
    language,
    source,
  }),
  fc.record({
    kind: fc.constant('paragraph' as const),
    text: fc.constant('zie dit'),
    links: fc.tuple(
      fc.record({ at: fc.nat(5), text: fc.constantFrom('dit', ''), url: fc.oneof(fc.webUrl(), text(4_000)) }),
    ),
  }),
  fc.record({ kind: fc.constant('list' as const), items: fc.array(text(500), { maxLength: 60 }) }),
  fc.record(
    {
      kind: fc.constant('choices' as const),
      lead: text(300),
      choices: fc.array(fc.record({ label: text(400), value: text(3_000) }), { maxLength: 70 }),
    },
    { requiredKeys: ['kind', 'choices'] },
  ),
  fc.record({
    kind: fc.constant('checklist' as const),
    questions: fc.array(text(500), { maxLength: 12 }),
    language,
    source,
  }),
  fc.record({
    kind: fc.constant('feedback' as const),
    entry: text(200),
    question: text(500),
    useful: text(100),
    notUseful: text(100),
  }),
  fc.record({
    kind: fc.constant('reasons' as const),
    entry: text(200),
    ballot: text(100),
    question: text(500),
    reasons: fc.uniqueArray(fc.record({ reason: fc.constantFrom(...REASONS), label: text(400) }), {
      selector: ({ reason }) => reason,
      maxLength: 4,
    }),
  }),
  fc.record({
    kind: fc.constant('link' as const),
    text: text(4_000),
    url: fc.oneof(fc.webUrl(), text(4_000)),
  }),
);
const reply: fc.Arbitrary<Reply> = fc.record(
  {
    kind: fc.constantFrom('answer' as const, 'topics' as const),
    language,
    entry: text(200),
    blocks: fc.array(block, { maxLength: 60 }),
  },
  { requiredKeys: ['kind', 'language', 'blocks'] },
);
const say = (key: string) => key;

describe('whatever the reply', () => {
  it('a message is one that Slack takes', () => {
    const isMessage = schemaOf('KnownBlock');
    fc.assert(
      fc.property(reply, text(300), (given, above) => {
        const { blocks, text: words } = renderMessage(given, {
          shortenedNotice: 'ingekort',
          above: [above],
          share: 'Deel',
          check: 'Doe de zelfcheck',
        });
        expect(breaches(blocks, 'message')).toEqual([]);
        expect(blocks.filter((one) => !isMessage(one))).toEqual([]);
        expect(words.length).toBeGreaterThan(0);
        expect(words.length).toBeLessThanOrEqual(40_000);
        expect(words).not.toMatch(/[<>]/);
      }),
      RUNS,
    );
  });

  it('the Home tab and the modal are views that Slack takes', () => {
    const [isHome, isModal] = [schemaOf('HomeView'), schemaOf('ModalView')];
    fc.assert(
      fc.property(reply, text(5_000), (given, message) => {
        const [home, modal] = [homeView(given, say), modalView(given, say, { message })];
        expect([...breaches(home.blocks, 'view'), ...breaches(modal.blocks, 'view')]).toEqual([]);
        expect([isHome(home), isModal(modal)]).toEqual([true, true]);
      }),
      RUNS,
    );
  });
});
