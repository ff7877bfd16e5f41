import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { MAX_CARD_BYTES, cardMessage, renderCard } from '../../../adapters/teams/card.ts';
import { escapeMarkdown, lines } from '../../../adapters/teams/elements.ts';
import { createAsker, plainText } from '../../../src/core/index.ts';
import { loadKnowledge, SHIPPED_KNOWLEDGE } from '../../../src/knowledge/index.ts';
import type { Block, Citation, Reply } from '../../../src/core/index.ts';
import { createFileCache } from '../../../src/knowledge/model-cache.ts';
import { CHANNEL_TEXTS } from '../../../src/cli/channel-texts.ts';
import { reply, state, text } from './any-reply.ts';
import { faultsOf } from './card-faults.ts';
import { partsOf } from './cards.ts';

const say = (key: string) => `zin ${key}`;

describe('a card', () => {
  it('that is wrong is found so, by the library and by the schema', () => {
    const card = renderCard({ kind: 'answer', language: 'nl', blocks: [] }, say);
    expect(faultsOf(card)).toEqual([]);
    for (const wrong of [
      { type: 'Nope' },
      { type: 'Input.Text' },
      { type: 'TextBlock', text: 'a', colour: 'red' },
    ])
      expect(faultsOf({ ...card, body: [wrong] })).not.toEqual([]);
  });

  it('is valid for the library and the schema, and under 25 KB, whatever the reply', () => {
    fc.assert(
      fc.property(reply, state, text, (any, check, message) => {
        const card = renderCard(any, say, check, lines(message.slice(0, 1_000)));
        expect(faultsOf(card)).toEqual([]);
        expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThan(MAX_CARD_BYTES);
      }),
      { numRuns: 300 },
    );
  });

  it('of every shipped entry and command says all of it, uncut, in order', () => {
    const asker = createAsker(loadKnowledge(SHIPPED_KNOWLEDGE, CHANNEL_TEXTS).knowledge, createFileCache());
    const texts = [
      'help',
      'over',
      'onderwerpen',
      'zelfcheck',
      ...asker.entries.map(({ id }) => `entry:${id}`),
    ];
    for (const language of ['nl', 'en'] as const) {
      for (const typed of texts) {
        const answer = asker.ask({ text: typed, previous: { language } });
        const card = renderCard(answer, say);
        expect(faultsOf(card)).toEqual([]);
        expect(JSON.stringify(card)).not.toContain('teams_ingekort');
        expect(card['fallbackText']).toBe(plainText(answer));
        let place = 0;
        const drawn = shownTexts(card).join('\n');
        for (const wanted of wordsOf(answer)) {
          const found = drawn.indexOf(wanted, place);
          expect([typed, wanted, found >= 0]).toEqual([typed, wanted, true]);
          place = found;
        }
      }
    }
  }, 120_000);

  it('of which nothing fits says so', () => {
    const endless: Block = { kind: 'link', text: 'Lees', url: `https://example.org/${'a'.repeat(30_000)}` };
    const card = renderCard({ kind: 'answer', language: 'nl', blocks: [endless] }, say);
    expect(card['fallbackText']).toBe('zin teams_ingekort');
  });

  it('that is cut says so', () => {
    const long: Block = { kind: 'paragraph', text: 'woord '.repeat(9_000) };
    const card = renderCard({ kind: 'answer', language: 'nl', blocks: [long] }, say);
    expect(JSON.stringify(card)).toContain('zin teams_ingekort');
  });

  it('shows text as it is: no Markdown, no dates, no addresses but of the web', () => {
    const odd = '*a* [b](http://c) {{TIME(2024-01-01T00:00:00Z)}} <i>';
    const card = renderCard(
      {
        kind: 'answer',
        language: 'nl',
        blocks: [
          { kind: 'paragraph', text: odd },
          { kind: 'heading', text: odd },
          { kind: 'link', text: 'Lees', url: 'javascript:alert(1)' },
        ],
      },
      say,
    );
    expect(partsOf(card, 'TextRun').map((run) => run['text'])).toContain(odd.replace('{{', '{\u2060{'));
    expect(partsOf(card, 'TextBlock').map((part) => part['text'])).toEqual([
      String.raw`\*a\* \[b\]\(http://c\) {⁠{TIME\(2024-01-01T00:00:00Z\)}} \<i\>`,
    ]);
    expect(partsOf(card, 'Action.OpenUrl')).toEqual([]);
  });

  it('escapes what would begin a list', () => {
    expect(escapeMarkdown('- a\n1. b\n+ c')).toBe('\\- a\n\\1. b\n\\+ c');
  });

  it('keeps a quote apart from the explanation, with its source', () => {
    const quote: Block = {
      kind: 'quote',
      texts: ['Zo staat het er.', 'En zo.'],
      language: 'nl',
      source: { label: 'T, 2024', section: 'Deel', guidance: 't', edition: '2024', sentences: [1] },
    };
    const card = renderCard(
      { kind: 'answer', language: 'nl', blocks: [{ kind: 'paragraph', text: 'Uitleg.' }, quote] },
      say,
    );
    const [box] = partsOf(card, 'Container');
    expect(box?.['style']).toBe('emphasis');
    expect(partsOf(box, 'TextRun').map((run) => run['text'])).toEqual([
      '“Zo staat het er.”',
      '“En zo.”',
      'T, 2024 · Deel',
    ]);
  });

  it('comes with the same in plain text for the notification', () => {
    const { summary } = cardMessage(
      { kind: 'answer', language: 'nl', blocks: [{ kind: 'heading', text: 'Kop' }] },
      say,
    );
    expect(summary).toBe('Kop.');
  });
});

/** What a person reads in a card, in its order. */
function shownTexts(card: unknown): string[] {
  if (Array.isArray(card)) return card.flatMap(shownTexts);
  if (typeof card !== 'object' || card === null) return [];
  const { type, text: shown, title, label, ...rest } = card as Record<string, unknown>;
  delete rest['fallback'];
  delete rest['fallbackText'];
  delete rest['speak'];
  const own = [label, shown, title].filter((part) => typeof part === 'string');
  return [
    ...own.map((part) => (type === 'TextBlock' ? readMarkdown(part) : part)),
    ...Object.values(rest).flatMap(shownTexts),
  ];
}

/** All words of a reply that a person is to read, in their order. */
function wordsOf({ blocks: all }: Reply): string[] {
  return all.flatMap((part): readonly string[] => {
    switch (part.kind) {
      case 'heading':
      case 'paragraph':
        return part.text.split('\n').filter((line) => line.trim() !== '');
      case 'quote':
        return [
          ...part.texts.flatMap((each) => each.split('\n')).filter((line) => line.trim() !== ''),
          ...citedWords(part.source),
        ];
      case 'list':
        return part.items;
      case 'choices':
        return [...(part.lead === undefined ? [] : [part.lead]), ...part.choices.map(({ label }) => label)];
      case 'checklist':
        return [
          ...(part.lead === undefined ? [] : [part.lead]),
          ...part.questions.flatMap((question, index) => [
            question,
            ...(part.translations ?? []).slice(index, index + 1),
          ]),
          ...citedWords(part.source),
        ];
      case 'feedback':
        return [part.question, part.useful, part.notUseful];
      case 'reasons':
        return [part.question, ...part.reasons.map(({ label }) => label)];
      case 'link':
        return [part.text];
    }
  });
}

const citedWords = ({ label, section }: Citation) => [label, ...(section === undefined ? [] : [section])];

/** Escaped Markdown as it is shown: a link as its text. */
function readMarkdown(text: string): string {
  return text.replace(/\[((?:\\.|[^\]\\])*)\]\([^)]*\)/g, '$1').replace(/\\(?=[^\w\s])/g, '');
}
