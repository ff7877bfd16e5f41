import type { ModalView } from '@slack/types';
import type { Reply } from '../../src/core/index.ts';
import { cut } from '../../src/shared/cut.ts';
import { checkFormBlocks, checkFormParts, fillable } from './check-form.ts';
import { paragraph, plain, rich, textRun } from './elements.ts';
import { MESSAGE_SIZE, VIEW_BLOCKS, VIEW_SIZE, VIEW_TITLE } from './limits.ts';
import { shownText } from './payload.ts';
import { renderBlocks } from './render.ts';
import { questionSelect } from './suggestions.ts';
import type { SlackAssistant } from './texts.ts';

/** The command whose reply the shortcuts show. */
export const MODAL_TEXT = 'zelfcheck';
/** Enough to recognise the message; all of it is visible behind the modal. */
const MAX_MESSAGE = 2_000;
/** The message, a line above it, a line below it, a divider, and the search. */
const OWN_BLOCKS = 5;

/** What a modal shows besides the reply. */
export interface ModalParts {
  /** The text of the message that the shortcut was used on, as mrkdwn; empty when it has none. */
  readonly message?: string;
  readonly above?: readonly string[];
}

/**
 * Renders a reply in a modal. A self-check is filled in there, and its advice comes with its conclusion. The message is only
 * rendered: it goes neither to the core nor into the view's metadata.
 */
export function modalView(
  reply: Reply,
  say: SlackAssistant['say'],
  { message, above = [] }: ModalParts = {},
): ModalView {
  const { language } = reply;
  const shown = shownText(message ?? '');
  const around = { shortenedNotice: say('slack_ingekort', {}, language), above };
  const blocks = VIEW_BLOCKS - OWN_BLOCKS;
  const questions = fillable(reply);
  const form = (block: Parameters<typeof checkFormBlocks>[0]) => checkFormBlocks(block, language, say);
  const rendered =
    questions === undefined
      ? renderBlocks(reply, around, { blocks, size: MESSAGE_SIZE })
      : renderBlocks(questions, { ...around, form }, { blocks, size: VIEW_SIZE });
  const text =
    shown === ''
      ? paragraph(say('slack_bericht_leeg', {}, language))
      : rich({ type: 'rich_text_preformatted', elements: [textRun(cut(shown, MAX_MESSAGE))] });
  const quoted =
    message === undefined
      ? []
      : [
          paragraph(say('slack_bericht', {}, language), { bold: true }),
          text,
          paragraph(say('slack_bericht_privacy', {}, language), { italic: true }),
          { type: 'divider' } as const,
        ];
  return {
    type: 'modal',
    title: plain(say('slack_zelfcheck', {}, language), VIEW_TITLE),
    close: plain(say('slack_sluiten', {}, language), VIEW_TITLE),
    ...(questions !== undefined && checkFormParts(reply, say)),
    blocks: [...quoted, ...rendered, questionSelect(language, say)],
  };
}
