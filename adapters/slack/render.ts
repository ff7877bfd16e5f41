import type { HeaderBlock, KnownBlock, RichTextElement } from '@slack/types';
import { plainText, renderToFit } from '../../src/core/index.ts';
import type { Block, Language, Reply } from '../../src/core/index.ts';
import { cut } from '../../src/shared/cut.ts';
import { button, buttonRows, paragraph, plain, rich, section, words } from './elements.ts';
import { HEADER_TEXT, MESSAGE_BLOCKS, MESSAGE_SIZE, MESSAGE_TEXT, SHORTER } from './limits.ts';

/** What the buttons are called in Slack's payloads, before what tells them apart and their language; see `readAction`. */
export const ACTIONS = { choose: 'kies', useful: 'stem:ja', notUseful: 'stem:nee', share: 'deel' } as const;

/** A button says in which language its reply is: pressed a week later, nobody else knows. */
export function actionOf(name: string, language: Language): string {
  return `${name}.${language}`;
}

/** What a channel shows around a reply; all of it comes from the texts. */
export interface Around {
  /** Said at the end of what did not fit. */
  readonly tooLong: string;
  /** Lines above the reply: the person's own question, a word of thanks. */
  readonly above?: readonly string[];
  /** The label of the button that shares the answer; absent where there is nothing or nobody to share with. */
  readonly share?: string;
}

/** A message: the blocks that are drawn, and the same words for notifications and screen readers. */
export interface Drawing {
  readonly blocks: KnownBlock[];
  readonly text: string;
}

/** Draws a reply as a message, within Slack's limits. */
export function renderMessage(reply: Reply, around: Around): Drawing {
  const most = { blocks: MESSAGE_BLOCKS, size: MESSAGE_SIZE };
  return { blocks: renderBlocks(reply, around, most), text: fallback(reply, around) };
}

/** The blocks of a reply, within a number and a size as JSON. */
export function renderBlocks(
  reply: Reply,
  around: Around,
  most: { readonly blocks: number; readonly size: number },
): KnownBlock[] {
  const above = (around.above ?? []).map((line) => paragraph(line, { italic: true }));
  return renderToFit(
    reply,
    SHORTER,
    around.tooLong,
    (shown) => [...above, ...shown.blocks.flatMap((block) => draw(block, shown, around))],
    (blocks) => blocks.length <= most.blocks && JSON.stringify(blocks).length <= most.size,
  );
}

/**
 * The words of the whole message. Slack reads mrkdwn here, of which `&`, `<` and `>` make links and mentions:
 * https://docs.slack.dev/messaging/formatting-message-text/#escaping.
 */
function fallback(reply: Reply, { above = [] }: Around): string {
  const said = [...above, plainText(reply)].filter((part) => part !== '').join('\n\n');
  const text = said.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return cut(text, MESSAGE_TEXT) || '…';
}

function draw(block: Block, reply: Reply, around: Around): KnownBlock[] {
  switch (block.kind) {
    case 'heading':
      return [heading(block.text)];
    case 'paragraph':
      return [paragraph(block.text)];
    case 'quote':
      return [
        rich(
          { type: 'rich_text_quote', elements: [words(`“${block.text}”`)] },
          section(words(block.source.label, { italic: true })),
        ),
      ];
    case 'list':
      return list('bullet', block.items);
    case 'choices':
      return [
        ...(block.lead === undefined ? [] : [paragraph(block.lead, { bold: true })]),
        ...buttonRows(
          block.choices.map(({ label, value }, place) => ({
            label,
            button: button(actionOf(`${ACTIONS.choose}:${place}`, reply.language), value, label),
          })),
        ),
      ];
    case 'checklist':
      return [
        ...list('ordered', block.questions),
        rich(section(words(block.source.label, { italic: true }))),
      ];
    case 'feedback':
      return buttonRows([
        vote(actionOf(ACTIONS.useful, reply.language), block.entry, block.useful, '👍'),
        vote(actionOf(ACTIONS.notUseful, reply.language), block.entry, block.notUseful, '👎'),
        ...(around.share === undefined || reply.entry === undefined
          ? []
          : [
              {
                label: around.share,
                button: button(actionOf(ACTIONS.share, reply.language), reply.entry, around.share),
              },
            ]),
      ]);
    case 'link':
      return [rich(section(link(block.text, block.url)))];
  }
}

function heading(text: string): KnownBlock {
  if (text.length > HEADER_TEXT) return paragraph(text, { bold: true });
  return { type: 'header', text: plain(text, HEADER_TEXT) } satisfies HeaderBlock;
}

function list(style: 'bullet' | 'ordered', items: readonly string[]): KnownBlock[] {
  if (items.length === 0) return [];
  return [rich({ type: 'rich_text_list', style, elements: items.map((item) => section(words(item))) })];
}

/** The word on it says what the emoji means. */
function vote(action: string, entry: string, label: string, emoji: string) {
  return { label, button: button(action, entry, label, `${emoji} ${label}`) };
}

const MOST_URL = 3_000;

function link(text: string, url: string): RichTextElement {
  const isWeb = /^https?:\/\//.test(url) && URL.canParse(url) && url.length <= MOST_URL;
  return isWeb ? { type: 'link', url, text: cut(text, MOST_URL) || url } : words(`${text}: ${url}`);
}
