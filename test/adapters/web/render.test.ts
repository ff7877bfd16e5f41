import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { renderReply } from '../../../adapters/web/render.ts';
import type { RenderContext } from '../../../adapters/web/forms.ts';
import { plainText } from '../../../src/core/index.ts';
import type { Block, Citation, Reply } from '../../../src/core/index.ts';
import { textOf } from './serve.ts';

const source: Citation = {
  label: 'Regels, 2024',
  section: 'Stallen',
  guidance: 'regels',
  edition: '2024',
  sentences: [2, 3],
};

/** One block of every kind; a new kind does not compile until it is here. */
const EVERY: { readonly [Kind in Block['kind']]: Extract<Block, { readonly kind: Kind }> } = {
  heading: { kind: 'heading', text: 'Mag <b>dit</b>?' },
  paragraph: { kind: 'paragraph', text: 'Ja & nee.' },
  quote: { kind: 'quote', texts: ['Zet je fiets "in" een rek.', 'Op slot.'], language: 'en', source },
  list: { kind: 'list', items: ['een', 'twee'] },
  choices: { kind: 'choices', lead: 'Zie ook', choices: [{ label: 'Waar?', value: 'entry:waar' }] },
  checklist: {
    kind: 'checklist',
    lead: 'Ga na:',
    questions: ['Staat hij goed?'],
    translations: ['Is it right?'],
    language: 'nl',
    source,
  },
  feedback: {
    kind: 'feedback',
    entry: 'stallen',
    question: 'Was dit nuttig?',
    useful: 'Nuttig',
    notUseful: 'Niet nuttig',
  },
  reasons: {
    kind: 'reasons',
    entry: 'stallen',
    ballot: 'b',
    question: 'Waarom niet?',
    reasons: [{ reason: 'unclear', label: 'Onduidelijk' }],
  },
  link: { kind: 'link', text: 'Lees alles', url: 'https://example.org/a?b=1&c=2' },
};

const drawing = (place: RenderContext['view']): RenderContext => ({
  say: (key) => `zin ${key}`,
  conversation: 'g',
  base: '',
  view: place,
});
const replyOf = (...blocks: readonly Block[]): Reply => ({
  kind: 'answer',
  language: 'nl',
  entry: 'stallen',
  blocks,
});
const drawn = (place: RenderContext['view'], ...blocks: readonly Block[]) =>
  // A string already, with a mark on it that it is escaped.
  (renderReply(replyOf(...blocks), drawing(place)) as string).valueOf();

describe('a reply as HTML', () => {
  it.each(['conversation', 'page'] as const)('holds all words of the reply in their order (%s)', (place) => {
    const text = textOf(drawn(place, ...Object.values(EVERY)));
    const words = plainText(replyOf(...Object.values(EVERY)))
      .replace(/https:\S+|[-()]|: *$|\d\./gm, ' ')
      .split(/\s+/)
      .filter((word) => word !== '');
    let from = 0;
    for (const word of words) {
      const at = text.indexOf(word.replace(/:$/, ''), from);
      expect([word, at >= 0]).toEqual([word, true]);
      from = at;
    }
  });

  it('escapes every text once', () => {
    const html = drawn('conversation', ...Object.values(EVERY));
    expect(html).toContain('Mag &lt;b&gt;dit&lt;/b&gt;?');
    expect(html).toContain('Ja &amp; nee.');
    expect(html).toContain('href="https://example.org/a?b=1&amp;c=2"');
    expect(html).not.toContain('&amp;lt;');
  });

  it('keeps quotes apart, in their own language, with their source', () => {
    expect(drawn('conversation', EVERY.quote)).toMatch(
      /<figure class="quote">\s*<blockquote lang="en">[^]*Zet je fiets[^]*<\/blockquote>\s*<figcaption>\s*<cite\s*><a[^>]*>Regels, 2024<\/a><\/cite\s*> · Stallen\s*<\/figcaption>/,
    );
  });

  it('makes buttons of choices in the conversation, and links on a page', () => {
    expect(drawn('conversation', EVERY.choices)).toMatch(/<button[^>]*value="entry:waar"/);
    expect(drawn('page', EVERY.choices)).toContain('href="/vraag/waar"');
  });

  it('leads to the pages of commands, and to the conversation for anything else', () => {
    const choices = ['zelfcheck', 'onderwerpen', 'over', 'topic:Fiets & co', 'entry:a/b?'].map((value) => ({
      label: value,
      value,
    }));
    const html = drawn('page', { kind: 'choices', choices });
    const addresses = [...html.matchAll(/href="([^"]*)"/g)].map(([, address]) => address);
    expect(addresses).toEqual([
      '/zelfcheck',
      '/onderwerpen',
      '/over',
      '/?vraag=topic%3AFiets%20%26%20co',
      '/vraag/a/b%3F',
    ]);
  });

  it('makes the first heading of a page its h1, and others lower', () => {
    expect(drawn('page', EVERY.heading, { ...EVERY.heading }).match(/<h\d/g)).toEqual(['<h1', '<h2']);
    expect(drawn('conversation', EVERY.heading).match(/<h\d/g)).toEqual(['<h2']);
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', 'JAVASCRIPT:alert(1)', '//elders.example'])(
    'shows the address %s as text, not as a link',
    (url) => {
      const html = drawn('page', { kind: 'link', text: 'Lees', url });
      expect(html).not.toContain('href');
      expect(textOf(html)).toContain(url);
    },
  );

  it('never lets a text become markup, whatever is in it', () => {
    // Letters alone hardly ever make a tag.
    const piece = fc.constantFrom('<', '>', '<b>', '</p>', '<!--', '"', "'", ' title="x"', '&', '&lt;', '`');
    const markup = fc
      .array(fc.oneof(piece, fc.string({ unit: 'binary', maxLength: 10 })), { maxLength: 8 })
      .map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(markup, (text) => {
        const blocks: Block[] = [
          { kind: 'heading', text },
          { kind: 'paragraph', text },
          {
            kind: 'quote',
            texts: [text, text],
            language: 'nl',
            source: { ...source, label: text, section: text },
          },
          { kind: 'list', items: [text] },
          { kind: 'choices', lead: text, choices: [{ label: text, value: text }] },
          { kind: 'checklist', lead: text, questions: [text], translations: [text], language: 'nl', source },
          { kind: 'feedback', entry: text, question: text, useful: text, notUseful: text },
          {
            kind: 'reasons',
            entry: text,
            ballot: text,
            question: text,
            reasons: [{ reason: 'unclear', label: text }],
          },
          { kind: 'link', text, url: text },
        ];
        for (const place of ['conversation', 'page'] as const) {
          const tags = (html: string) => html.match(/<\/?[a-z][\w-]*|\s[a-z-]+(?==")/gi);
          const safe = blocks.map(
            (block) =>
              JSON.parse(
                JSON.stringify(block, (_, value: unknown) => (value === text ? 'x' : value)),
              ) as Block,
          );
          expect(tags(drawn(place, ...blocks))).toEqual(tags(drawn(place, ...safe)));
        }
      }),
    );
  });
});
