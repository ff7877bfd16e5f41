import { html, NOTHING } from '../../pages/index.ts';
import type { Html } from '../../pages/index.ts';

/** What is read of a block of Slack, or of a part of one: https://docs.slack.dev/reference/block-kit/blocks. */
interface Part {
  readonly type?: string;
  readonly text?: string | Part;
  readonly elements?: readonly Part[];
  readonly blocks?: readonly Part[];
  readonly url?: string;
  readonly style?: unknown;
  readonly accessory?: Part;
}

/** Returns a message as Slack shows it, about: without its colours and pictures. */
export function drawSlack(message: unknown): Html {
  return html`<div class="slack">${((message as Part).blocks ?? []).map(drawBlock)}</div>`;
}

function drawBlock(block: Part): Html {
  const { type = '', elements = [] } = block;
  const inner = elements.map(drawBlock);
  switch (type) {
    case 'header':
      return html`<p class="slack-header">${wordsOf(block)}</p>`;
    case 'rich_text_quote':
      return html`<blockquote>${elements.map(drawRun)}</blockquote>`;
    case 'rich_text_list':
      return html`<ul>
        ${inner.map((item) => html`<li>${item}</li>`)}
      </ul>`;
    case 'rich_text_section':
      return html`<p>${elements.map(drawRun)}</p>`;
    case 'rich_text':
      return html`${inner}`;
    case 'actions':
      return html`<p class="slack-actions">
        ${elements.map((button) => html`<span class="slack-button">${wordsOf(button)}</span>`)}
      </p>`;
    case 'context':
      return html`<p class="small">${elements.map((part) => html`${drawMarked(wordsOf(part))}`)}</p>`;
    case 'section':
      return html`<p>${drawMarked(wordsOf(block))}</p>
        ${block.accessory === undefined ? NOTHING : drawBlock({ type: 'actions', elements: [block.accessory] })}`;
    default:
      return NOTHING;
  }
}

function drawRun({ type, text = '', url = '' }: Part): Html {
  const words = typeof text === 'string' ? text : wordsOf(text);
  return type === 'link'
    ? html`<span class="slack-link">${words === '' ? url : words}</span>`
    : html`${words}`;
}

/** A text of its own, or that of the object with the text. */
function wordsOf({ text = '' }: Part): string {
  return typeof text === 'string' ? text : wordsOf(text);
}

/** Links of mrkdwn: `<address|words>`. */
function drawMarked(text: string): Html {
  const parts = text.split(/<([^>|]+)(?:\|([^>]*))?>/);
  const plain = (words: string) =>
    words.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
  return html`${parts.map((part, index) =>
    index % 3 === 0
      ? plain(part)
      : index % 3 === 2
        ? NOTHING
        : html`<span class="slack-link">${plain(parts[index + 1] ?? part)}</span>`,
  )}`;
}
