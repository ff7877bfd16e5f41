import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { citationText, createAsker, findEntry } from '../../src/core/index.ts';
import { loadKnowledge, SHIPPED_KNOWLEDGE } from '../../src/knowledge/index.ts';
import type { Asker, Block, Language, Reply } from '../../src/core/index.ts';
import { createFileCache } from '../../src/knowledge/model-cache.ts';
import { CHANNEL_TEXTS } from '../../src/cli/channel-texts.ts';

/** The shipped knowledge. Without a cached model, fitting takes some seconds. */
let asker: Asker;
beforeAll(() => {
  asker = createAsker(loadKnowledge(SHIPPED_KNOWLEDGE, CHANNEL_TEXTS).knowledge, createFileCache());
}, 300_000);

const collapse = (text: string) => text.replace(/\s+/g, ' ');
const source = collapse(readFileSync(join(SHIPPED_KNOWLEDGE, 'online-communicatie/bron.txt'), 'utf8'));

/** Everything in a block that a person reads. */
function textsIn(block: Block): readonly string[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [block.text];
    case 'quote':
      return [...block.texts, citationText(block.source), block.source.guidance, block.source.edition];
    case 'list':
      return block.items;
    case 'choices':
      return block.choices.flatMap(({ label, value }) => [label, value]);
    case 'checklist':
      return [
        ...(block.lead === undefined ? [] : [block.lead]),
        ...block.questions,
        ...(block.translations ?? []),
        citationText(block.source),
      ];
    case 'feedback':
      return [block.entry, block.question, block.useful, block.notUseful];
    case 'reasons':
      return [block.question, ...block.reasons.map(({ label }) => label)];
    case 'link':
      return [block.text, block.url];
  }
}

function expectValid({ blocks }: Reply): void {
  expect(blocks).not.toEqual([]);
  for (const block of blocks) {
    const texts = textsIn(block);
    expect(texts).not.toEqual([]);
    // No empty text, and no placeholder that was left unfilled.
    for (const text of texts) expect(text).toMatch(/^[^{}]*[^\s{}][^{}]*$/);
    const verbatim =
      block.kind === 'quote'
        ? block.texts
        : block.kind === 'checklist'
          ? [block.lead ?? '', ...block.questions]
          : [];
    for (const text of verbatim) expect(source).toContain(text);
  }
}

/** The question of an entry, as its editor wrote it. */
function questionOf(id: string, language: Language): string {
  return findEntry(asker.entries, id)?.wording[language]?.question ?? '';
}

describe('the question of an entry, word for word', () => {
  it.each([
    ['answer', 'nl', 'alleen-meelezen'],
    ['answer', 'en', 'alleen-meelezen'],
    ['silent', 'nl', 'anonieme-accounts'],
    ['checklist', 'nl', 'zelfcheck'],
    ['social', 'nl', 'groet'],
  ] as const)('gets the %s in its language (%s): %s', (kind, language, entry) => {
    const reply = asker.ask({ text: questionOf(entry, language) });
    expect(reply).toMatchObject({ kind, language, entry: `online-communicatie/${entry}` });
  });

  it('gets in English a note that the quote is Dutch', () => {
    const { blocks } = asker.ask({ text: questionOf('alleen-meelezen', 'en') });
    const at = blocks.findLastIndex(({ kind }) => kind === 'quote');
    expect(blocks[at]).toMatchObject({ language: 'nl' });
    expect(blocks[at + 1]).toEqual({ kind: 'paragraph', text: 'The quote is in Dutch.' });
  });
});

describe('an English command', () => {
  const NAMED = ['checklist', 'topics', 'explain', 'source', 'about'];

  // “checklist” is Dutch too; the language of the last reply decides.
  it.each(NAMED)('is answered in English: %s', (text) => {
    const previous = { entry: 'alleen-meelezen', words: ['read'], language: 'en' } as const;
    expect(asker.ask({ text, previous }).language).toBe('en');
  });

  it('is named in the English help', () => {
    const { language, blocks } = asker.ask({ text: 'what can you do?' });
    expect(language).toBe('en');
    const items = blocks.flatMap((block) => (block.kind === 'list' ? block.items : []));
    expect(items.map((item) => item.split(':')[0])).toEqual(NAMED);
  });
});

describe('the button of every entry', () => {
  it('gets a valid reply with quotes of bron.txt', () => {
    for (const { id, kind } of asker.entries) {
      const reply = asker.ask({ text: `entry:${id}` });
      expect(reply).toMatchObject({ kind, entry: id });
      expectValid(reply);
      expectValid(asker.ask({ text: 'bron', previous: { entry: id } }));
      expectValid(asker.ask({ text: 'uitleg', previous: { entry: id } }));
    }
  });
});

/** The question gets the same valid reply twice, with and without a reply before it. */
function expectStable(text: string, entry = 'alleen-meelezen'): void {
  for (const question of [{ text }, { text, previous: { entry, words: ['woord'], missed: true } }]) {
    const reply = asker.ask(question);
    expectValid(reply);
    expect(asker.ask(question)).toEqual(reply);
  }
}

describe('hostile text', () => {
  const QUESTION = 'mag ik alleen meelezen';
  it.each<[string, string]>([
    ['100,000 characters', `${QUESTION} `.repeat(4_348)],
    ['100,000 different words', Array.from({ length: 17_000 }, (_, place) => `w${place}`).join(' ')],
    ['one word of 50,000 characters', 'meelezen'.repeat(6_250)],
    ['100,000 marks', '?!.,;'.repeat(20_000)],
    ['100,000 opening brackets', '<'.repeat(100_000)],
    ['control characters', `\u0000${QUESTION}\u0007\u001b[2J\u0008`],
    ['emoji only', '😀👩‍👩‍👧‍👦🏳️‍🌈'.repeat(50)],
    ['right-to-left marks and overrides', `\u202e${QUESTION}\u202c\u2066\u200f`],
    ['Hebrew and Arabic', 'האם מותר לי לפרסם? هل يمكنني النشر؟'],
    ['HTML', `<script>alert(1)</script><img src=x onerror=alert(1)> ${QUESTION}`],
    ['a Slack mention', `<@U123> ${QUESTION} <!channel> <https://example.org|x>`],
    ['a Teams mention', `<at>bot</at> ${QUESTION}`],
    ['Markdown', `**${QUESTION}** \`\`\`code\`\`\` [x](javascript:alert(1))`],
    ['zero-width characters', QUESTION.replace(/./g, '$&\u200b')],
    ['lone surrogates', `\ud83d${QUESTION}\ude00 \udfff`],
    ['a placeholder', '{titel} {contact} {constructor}'],
    ['a button with a placeholder', 'topic:{titel}'],
    ['names of object members', '__proto__ constructor toString hasOwnProperty'],
    ['a heap of accents', `mee${'\u0301'.repeat(3_000)}lezen`],
    ['ligatures that grow when spelled out', 'ﷺ'.repeat(4_000)],
  ])('gets a valid reply, twice the same: %s', (_, text) => {
    expectStable(text);
  });

  it('of any kind gets a valid reply, twice the same', () => {
    const words = fc.constantFrom(
      'mag',
      'ik',
      'niet',
      'twitter',
      'en',
      'zelfcheck',
      'bron',
      'entry:',
      'topic:',
      '?',
      '\n',
      '<b>',
      '\u200d',
      '\ud800',
      '😀',
      'x'.repeat(60),
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.array(fc.nat(0xffff), { maxLength: 100 }).map((units) => String.fromCharCode(...units)),
      fc.array(words, { maxLength: 40 }).map((parts) => parts.join(' ')),
      fc.array(words, { maxLength: 6 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, fc.string({ maxLength: 20 }), (asked, entry) => {
        expectStable(asked, entry);
      }),
      { numRuns: 300 },
    );
  });
});
