import type {
  ActionsBlock,
  Button,
  KnownBlock,
  PlainTextElement,
  RichTextBlock,
  RichTextElement,
  RichTextLink,
  RichTextSection,
  RichTextText,
} from '@slack/types';
import { cut } from '../../src/shared/cut.ts';
import { ACTIONS_ELEMENTS, BUTTON_TEXT, BUTTON_VALUE, SECTION_TEXT } from './limits.ts';

/**
 * Builders of Block Kit objects. All text goes into `rich_text` or `plain_text`, in which Slack reads no markup: in mrkdwn
 * `*`, `_`, `~` and a backtick cannot be escaped.
 */

export type Style = NonNullable<RichTextText['style']>;

/** A `plain_text` of at most `maxLength` characters. */
export function plain(text: string, maxLength: number): PlainTextElement {
  return { type: 'plain_text', text: cut(printable(text), maxLength), emoji: false };
}

/** A run of text in a `rich_text` element. */
export function textRun(text: string, style?: Style): RichTextText {
  return { type: 'text', text: printable(text), ...(style !== undefined && { style }) };
}

/** One line or paragraph of a `rich_text` block. */
export function section(...elements: RichTextElement[]): RichTextSection {
  return { type: 'rich_text_section', elements };
}

/** A `rich_text` block. */
export function rich(...elements: RichTextBlock['elements']): RichTextBlock {
  return { type: 'rich_text', elements };
}

/** A block with one paragraph. */
export function paragraph(text: string, style?: Style): RichTextBlock {
  return rich(section(textRun(text, style)));
}

/** https://docs.slack.dev/reference/block-kit/blocks/rich-text-block */
const MAX_URL = 3_000;

/** A link; of an address that Slack would refuse, the text with the address. */
export function link(text: string, url: string): RichTextLink | RichTextText {
  const isWeb = /^https?:\/\//.test(url) && URL.canParse(url) && url.length <= MAX_URL;
  return isWeb ? { type: 'link', url, text: cut(text, MAX_URL) || url } : textRun(`${text}: ${url}`);
}

/** A button whose accessible name is `label`, also when it shows another text. */
export function button(action: string, value: string, label: string, shown = label): Button {
  return {
    type: 'button',
    action_id: action,
    text: plain(shown, BUTTON_TEXT),
    value,
    accessibility_label: cut(printable(label), BUTTON_TEXT),
  };
}

/** Rows of buttons; a label that is too long for a button is shown in full beside it. */
export function buttonRows(buttons: readonly { button: Button; label: string }[]): KnownBlock[] {
  const blocks: KnownBlock[] = [];
  let row: Button[] = [];
  const close = () => {
    if (row.length > 0) blocks.push({ type: 'actions', elements: row } satisfies ActionsBlock);
    row = [];
  };
  for (const { button: made, label } of buttons) {
    const isUsable = (made.value ?? '').length <= BUTTON_VALUE;
    if (isUsable && label.length <= BUTTON_TEXT) {
      if (row.length === ACTIONS_ELEMENTS) close();
      row.push(made);
    } else {
      close();
      blocks.push({
        type: 'section',
        text: plain(label, SECTION_TEXT),
        ...(isUsable && { accessory: made }),
      });
    }
  }
  close();
  return blocks;
}

/** The text without control characters; an ellipsis when it is blank, because Slack refuses empty texts. */
function printable(text: string): string {
  const clean = text.replace(/[^\P{Cc}\n]+/gu, ' ');
  return clean.trim() === '' ? '…' : clean;
}
