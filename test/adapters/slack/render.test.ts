import { describe, expect, it } from '@jest/globals';
import { renderMessage } from '../../../adapters/slack/render.ts';
import { plainText } from '../../../src/core/index.ts';
import type { Block, Citation, Reply } from '../../../src/core/index.ts';
import { buttonsIn, textsIn } from './workspace.ts';

const answer = (...blocks: Block[]): Reply => ({ kind: 'answer', language: 'nl', entry: 'x', blocks });
const CITED: Citation = { label: 'Regels (2024)', guidance: 'regels', edition: '2024', sentences: [2] };
const quote = (words: string): Block => ({ kind: 'quote', texts: [words], language: 'nl', source: CITED });

describe('what does not fit', () => {
  it('of a quote is left out with a line that says so, and keeps its source and its buttons', () => {
    const feedback: Block = {
      kind: 'feedback',
      entry: 'x',
      question: 'Was dit nuttig?',
      useful: 'Nuttig',
      notUseful: 'Niet nuttig',
    };
    const { blocks, text: words } = renderMessage(answer(quote('woord '.repeat(3_000)), feedback), {
      shortenedNotice: 'Ingekort.',
    });
    const texts = textsIn(blocks);
    expect(texts[0]).toMatch(/…”$/);
    expect(texts[1]).toBe('Regels (2024)');
    expect(texts.at(-1)).toBe('Ingekort.');
    expect(buttonsIn(blocks)).toHaveLength(2);
    expect(words).toContain('woord '.repeat(2_999));
  });

  it('on a button is shown in full beside it', () => {
    const label = 'Een heel lange vraag '.repeat(6).trim();
    const { blocks } = renderMessage(answer({ kind: 'choices', choices: [{ label, value: 'entry:x' }] }), {
      shortenedNotice: '',
    });
    expect(blocks).toMatchObject([
      { type: 'section', text: { text: label }, accessory: { value: 'entry:x' } },
    ]);
  });

  it('in a heading is drawn bold', () => {
    const heading = 'Kop '.repeat(50).trim();
    expect(
      renderMessage(answer({ kind: 'heading', text: heading }), { shortenedNotice: '' }).blocks,
    ).toMatchObject([
      { type: 'rich_text', elements: [{ elements: [{ text: heading, style: { bold: true } }] }] },
    ]);
  });
});

describe('an answer that fits', () => {
  it('is drawn whole, in the same order and words as its text', () => {
    const blocks: Block[] = [
      { kind: 'heading', text: 'Kop' },
      { kind: 'paragraph', text: 'Uitleg' },
      quote('Citaat'),
      { kind: 'list', items: ['een', 'twee'] },
      { kind: 'choices', lead: 'Zie ook', choices: [{ label: 'Vraag', value: 'entry:y' }] },
      {
        kind: 'checklist',
        lead: 'Ga na:',
        questions: ['Eerst?', 'Dan?'],
        translations: ['First?', 'Then?'],
        language: 'nl',
        source: CITED,
      },
      { kind: 'link', text: 'Bron', url: 'https://example.org/' },
    ];
    const { blocks: drawn, text: words } = renderMessage(answer(...blocks), { shortenedNotice: 'Ingekort.' });
    const texts = textsIn(drawn);
    expect(texts).toEqual([
      'Kop',
      'Uitleg',
      '“Citaat”',
      'Regels (2024)',
      'een',
      'twee',
      'Zie ook',
      'Vraag',
      'Ga na:',
      'Eerst?',
      '\nFirst?',
      'Dan?',
      '\nThen?',
      'Regels (2024)',
      'Bron',
    ]);
    const places = texts.slice(0, 13).map((part) => words.indexOf(part.trim()));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(words).toBe(plainText(answer(...blocks)));
  });

  it('never has typed text in a field that Slack reads as markup', () => {
    const typed = '<!channel> <@U1> *vet* <https://kwaad.nl|klik>';
    const { blocks, text } = renderMessage(answer(), { shortenedNotice: '', above: [`Je vraag: ${typed}`] });
    expect(text).toMatch(/^Je vraag: &lt;!channel&gt; [^<>]*$/);
    expect(blocks).toEqual([
      {
        type: 'rich_text',
        elements: [
          {
            type: 'rich_text_section',
            elements: [{ type: 'text', text: `Je vraag: ${typed}`, style: { italic: true } }],
          },
        ],
      },
    ]);
    expect(JSON.stringify(blocks)).not.toContain('mrkdwn');
  });
});
