import { SLACK_TEXTS } from '../../adapters/slack/texts.ts';
import { TEAMS_TEXTS } from '../../adapters/teams/texts.ts';
import { TERMINAL_TEXTS } from '../../adapters/terminal/texts.ts';
import { WEB_TEXTS } from '../../adapters/web/texts.ts';
import type { Assistant } from '../assistant/index.ts';
import type { TextDeclarations, TextKey } from '../core/index.ts';

/** The sentences of all channels, on or off: `teksten.yaml` holds them all. */
export const CHANNEL_TEXTS = {
  ...SLACK_TEXTS,
  ...WEB_TEXTS,
  ...TEAMS_TEXTS,
  ...TERMINAL_TEXTS,
} satisfies TextDeclarations;

/** An assistant for any channel. */
export type AnyAssistant = Assistant<TextKey | keyof typeof CHANNEL_TEXTS>;
