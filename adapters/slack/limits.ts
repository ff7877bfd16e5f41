import type { ReplyLimits } from '../../src/core/index.ts';

/**
 * Slack's limits. We count UTF-16 units, which is never too low: Slack does not say how it counts characters outside the
 * Basic Multilingual Plane.
 */

/** https://docs.slack.dev/reference/block-kit/blocks */
export const MESSAGE_BLOCKS = 50;
export const VIEW_BLOCKS = 100;
/** https://docs.slack.dev/reference/block-kit/blocks/header-block */
export const HEADER_TEXT = 150;
/** https://docs.slack.dev/reference/block-kit/blocks/section-block */
export const SECTION_TEXT = 3_000;
/** https://docs.slack.dev/reference/block-kit/composition-objects/text-object, for each element of a context block */
export const CONTEXT_TEXT = 3_000;
/** https://docs.slack.dev/reference/block-kit/blocks/actions-block */
export const ACTIONS_ELEMENTS = 25;
/** https://docs.slack.dev/reference/block-kit/block-elements/button-element */
export const BUTTON_TEXT = 75;
export const BUTTON_VALUE = 2_000;
/** https://docs.slack.dev/reference/block-kit/blocks/input-block, for the label and the hint */
export const INPUT_LABEL = 2_000;
/** https://docs.slack.dev/reference/block-kit/composition-objects/option-object */
export const OPTION_TEXT = 75;
export const OPTION_VALUE = 150;
/** https://docs.slack.dev/reference/block-kit/block-elements/select-menu-element */
export const PLACEHOLDER = 150;
/** https://docs.slack.dev/reference/views */
export const VIEW_TITLE = 24;
/** The blocks of a view as JSON; Slack takes a view of 250 KB. */
export const VIEW_SIZE = 100_000;
/** https://docs.slack.dev/reference/methods/chat.postMessage: Slack cuts a longer `text` silently. */
export const MESSAGE_TEXT = 40_000;
/**
 * All blocks of a message together, as JSON. Slack refuses (`msg_blocks_too_long`) somewhere from 11,341 to 13,297
 * characters of text; that is not documented: https://github.com/slackapi/bolt-js/issues/2509 and
 * https://github.com/slackapi/bolt-js/issues/2867.
 */
export const MESSAGE_SIZE = 10_000;

/** Shorter versions of a reply that is too long, tried from the top. */
export const SHORTER: readonly ReplyLimits[] = [
  { text: 6_000, items: 40, blocks: 40 },
  { text: 3_000, items: 40, blocks: 40 },
  { text: 1_500, items: 30, blocks: 30 },
  { text: 700, items: 20, blocks: 20 },
  { text: 300, items: 10, blocks: 12 },
  { text: 150, items: 5, blocks: 6 },
  { text: 100, items: 3, blocks: 4 },
  { text: 60, items: 2, blocks: 2 },
];
