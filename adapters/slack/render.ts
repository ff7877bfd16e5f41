import type { HeaderBlock, KnownBlock, RichTextElement } from '@slack/types';
import { linkedParts, plainText, renderToFit } from '../../src/core/index.ts';
import type { Block, Language, Reply } from '../../src/core/index.ts';
import { cut } from '../../src/shared/cut.ts';
import { citationBlock } from './citation.ts';
import { button, buttonRows, link, paragraph, plain, rich, section, textRun } from './elements.ts';
import { HEADER_TEXT, MESSAGE_BLOCKS, MESSAGE_SIZE, MESSAGE_TEXT, SHORTER } from './limits.ts';

/** How the action id of each button begins; see `readAction`. */
export const ACTIONS = {
  choose: 'kies',
  useful: 'stem:ja',
  notUseful: 'stem:nee',
  reason: 'reden',
  check: 'zelfcheck',
  share: 'deel',
  suggest: 'zoek',
} as const;

/** The action id of a button. It holds the language of the reply, which is stored nowhere else. */
export function actionOf(name: string, language: Language): string {
  return `${name}.${language}`;
}

/** The language in the action id of a button; `undefined` when it holds none. */
export function languageOf(action: string): Language | undefined {
  const [, suffix] = action.split('.');
  return suffix === 'nl' || suffix === 'en' ? suffix : undefined;
}

/** Texts around a reply. */
export interface RenderOptions {
  /** The last paragraph of a shortened reply, which says that it is shortened. */
  readonly shortenedNotice: string;
  /** Lines above the reply, such as the person's question. */
  readonly above?: readonly string[];
  /** The label of the button that shares the answer; omit for no button. */
  readonly share?: string;
  /** The label of the button that opens the self-check in a modal; omit for no button. */
  readonly check?: string;
  /** Draws a self-check that is filled in here. */
  readonly form?: (block: Extract<Block, { kind: 'checklist' }>) => KnownBlock[];
}

/** A message: its blocks, and the same text for notifications and screen readers. */
export interface RenderedMessage {
  readonly blocks: KnownBlock[];
  readonly text: string;
}

/** Renders a reply as a message within Slack's limits. */
export function renderMessage(reply: Reply, around: RenderOptions): RenderedMessage {
  const limits = { blocks: MESSAGE_BLOCKS, size: MESSAGE_SIZE };
  return { blocks: renderBlocks(reply, around, limits), text: fallbackText(reply, around) };
}

/**
 * Renders a reply as blocks, shortened when needed.
 * @param limits number of blocks, and characters of their JSON
 */
export function renderBlocks(
  reply: Reply,
  around: RenderOptions,
  limits: { readonly blocks: number; readonly size: number },
): KnownBlock[] {
  const above = (around.above ?? []).map((line) => paragraph(line, { italic: true }));
  return renderToFit(
    reply,
    SHORTER,
    around.shortenedNotice,
    (shown) => [...above, ...shown.blocks.flatMap((block) => renderBlock(block, shown, around))],
    (blocks) => blocks.length <= limits.blocks && JSON.stringify(blocks).length <= limits.size,
  );
}

/**
 * The whole message as text. Slack reads it as mrkdwn, in which `&`, `<` and `>` would make links and mentions:
 * https://docs.slack.dev/messaging/formatting-message-text/#escaping.
 */
function fallbackText(reply: Reply, { above = [] }: RenderOptions): string {
  const said = [...above, plainText(reply)].filter((part) => part !== '').join('\n\n');
  const text = said.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return cut(text, MESSAGE_TEXT) || '…';
}

function renderBlock(block: Block, reply: Reply, around: RenderOptions): KnownBlock[] {
  switch (block.kind) {
    case 'heading':
      return [heading(block.text)];
    case 'paragraph':
      return [rich(section(...linkedParts(block).map(linkOrText)))];
    case 'quote':
      return [
        rich(
          ...block.texts.map((text) => ({
            type: 'rich_text_quote' as const,
            elements: [textRun(`“${text}”`)],
          })),
        ),
        citationBlock(block.source),
      ];
    case 'list':
      return list('bullet', block.items);
    case 'choices':
      return [
        ...(block.lead === undefined ? [] : [paragraph(block.lead, { bold: true })]),
        ...buttonRows(
          block.choices.map(({ label, value }, index) => ({
            label,
            button: button(actionOf(`${ACTIONS.choose}:${index}`, reply.language), value, label),
          })),
        ),
      ];
    case 'checklist':
      if (around.form !== undefined) return around.form(block);
      return [
        ...(block.lead === undefined ? [] : [paragraph(block.lead)]),
        ...list('ordered', block.questions, block.translations),
        citationBlock(block.source),
        ...(around.check === undefined || reply.entry === undefined
          ? []
          : buttonRows([
              {
                label: around.check,
                button: button(actionOf(ACTIONS.check, reply.language), reply.entry, around.check),
              },
            ])),
      ];
    case 'feedback':
      return [
        paragraph(block.question),
        ...buttonRows([
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
        ]),
      ];
    case 'reasons':
      return [
        paragraph(block.question),
        ...buttonRows(
          block.reasons.map(({ reason, label }) => {
            const action = actionOf(`${ACTIONS.reason}:${reason}`, reply.language);
            return { label, button: button(action, `${block.entry} ${block.ballot}`, label) };
          }),
        ),
      ];
    case 'link':
      return [rich(section(link(block.text, block.url)))];
  }
}

function linkOrText({ text, url }: { readonly text: string; readonly url?: string }): RichTextElement {
  return url === undefined ? textRun(text) : link(text, url);
}

function heading(text: string): KnownBlock {
  if (text.length > HEADER_TEXT) return paragraph(text, { bold: true });
  return { type: 'header', text: plain(text, HEADER_TEXT) } satisfies HeaderBlock;
}

/** A list; a translation stands on a line of its own under its item. */
function list(
  style: 'bullet' | 'ordered',
  items: readonly string[],
  translations: readonly string[] = [],
): KnownBlock[] {
  if (items.length === 0) return [];
  const elements = items.map((item, index) => {
    const translation = translations[index];
    const below = translation === undefined ? [] : [textRun(`\n${translation}`, { italic: true })];
    return section(textRun(item), ...below);
  });
  return [rich({ type: 'rich_text_list', style, elements })];
}

/** A vote button. Its text is the label too, because an emoji alone is not clear. */
function vote(action: string, entry: string, label: string, emoji: string) {
  return { label, button: button(action, entry, label, `${emoji} ${label}`) };
}
