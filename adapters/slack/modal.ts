import type { ModalView } from '@slack/types';
import type { Assistant } from '../../src/assistant/index.ts';
import type { Reply } from '../../src/core/index.ts';
import { cut } from '../../src/shared/cut.ts';
import { paragraph, plain, rich, words } from './elements.ts';
import { MESSAGE_SIZE, VIEW_BLOCKS, VIEW_TITLE } from './limits.ts';
import { legible } from './payload.ts';
import { renderBlocks } from './render.ts';

/** What the shortcuts ask for. */
export const MODAL_TEXT = 'zelfcheck';
/** Enough to read a message back by; the whole of it is behind the modal. */
const MOST_MESSAGE = 2_000;
/** The message with a line above and a line below it. */
const OWN_BLOCKS = 4;

export interface ModalParts {
  /** The text of the message that the shortcut was used on, as Slack sent it. */
  readonly message?: string;
  readonly above?: readonly string[];
}

/**
 * A reply in a modal. It has no fields to fill in: what a person answers to the self-check stays with that person.
 * The message is drawn and forgotten; it goes neither to the core nor into the view's metadata.
 */
export function modalView(
  reply: Reply,
  say: Assistant['say'],
  { message = '', above = [] }: ModalParts = {},
): ModalView {
  const { language } = reply;
  const shown = legible(message);
  const around = { tooLong: say('slack_ingekort', {}, language), above };
  const quoted =
    shown === ''
      ? []
      : [
          paragraph(say('slack_bericht', {}, language), { bold: true }),
          rich({ type: 'rich_text_preformatted', elements: [words(cut(shown, MOST_MESSAGE))] }),
          paragraph(say('slack_bericht_privacy', {}, language), { italic: true }),
          { type: 'divider' } as const,
        ];
  return {
    type: 'modal',
    title: plain(say('slack_zelfcheck', {}, language), VIEW_TITLE),
    close: plain(say('slack_sluiten', {}, language), VIEW_TITLE),
    blocks: [
      ...quoted,
      ...renderBlocks(reply, around, { blocks: VIEW_BLOCKS - OWN_BLOCKS, size: MESSAGE_SIZE }),
    ],
  };
}
