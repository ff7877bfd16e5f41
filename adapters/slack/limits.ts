/**
 * Slack's limits, counted in UTF-16 units: Slack does not say how it counts characters outside the basic plane, and
 * this count is never too low.
 */

/** https://docs.slack.dev/reference/block-kit/blocks */
export const MESSAGE_BLOCKS = 50;
export const VIEW_BLOCKS = 100;
/** https://docs.slack.dev/reference/block-kit/blocks/header-block */
export const HEADER_TEXT = 150;
/** https://docs.slack.dev/reference/block-kit/blocks/section-block */
export const SECTION_TEXT = 3_000;
/** https://docs.slack.dev/reference/block-kit/blocks/actions-block */
export const ACTIONS_ELEMENTS = 25;
/** https://docs.slack.dev/reference/block-kit/block-elements/button-element */
export const BUTTON_TEXT = 75;
export const BUTTON_VALUE = 2_000;
export const ACTION_ID = 255;
/** https://docs.slack.dev/reference/views */
export const VIEW_TITLE = 24;
/** https://docs.slack.dev/reference/methods/chat.postMessage: longer `text` is cut by Slack, without a word. */
export const MESSAGE_TEXT = 40_000;
/**
 * All blocks of a message together, as JSON. Slack refuses (`msg_blocks_too_long`) somewhere from 11,341 to 13,297
 * characters of text; that is not documented: https://github.com/slackapi/bolt-js/issues/2509 and
 * https://github.com/slackapi/bolt-js/issues/2867.
 */
export const MESSAGE_SIZE = 10_000;

/** Cuts a text that is too long, never through a character of two units; a cut shows as an ellipsis. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
