import type { HomeView } from '@slack/types';
import type { Reply } from '../../src/core/index.ts';
import { button, buttonRows, paragraph } from './elements.ts';
import { MESSAGE_SIZE, VIEW_BLOCKS } from './limits.ts';
import { COMMAND } from './manifest.ts';
import { actionOf, ACTIONS, renderBlocks } from './render.ts';
import { questionSelect } from './suggestions.ts';
import type { SlackAssistant } from './texts.ts';

/** The command whose reply the Home tab shows. */
export const HOME_TEXT = 'onderwerpen';
/** Blocks around the reply: how to ask, a row of buttons, the search, two dividers, edition, privacy; one spare. */
const OWN_BLOCKS = 8;

/** Renders the Home tab: a reply, under how to ask a question and above the edition and what is stored. */
export function homeView(reply: Reply, say: SlackAssistant['say'], above: readonly string[] = []): HomeView {
  const { language } = reply;
  const ways = [
    { label: say('onderwerpen_knop', {}, language), value: 'onderwerpen' },
    { label: say('zelfcheck_knop', {}, language), value: 'zelfcheck' },
    { label: say('hulp_knop', {}, language), value: 'help' },
  ];
  const around = {
    shortenedNotice: say('slack_ingekort', {}, language),
    check: say('zelfcheck_knop', {}, language),
    above,
  };
  return {
    type: 'home',
    blocks: [
      paragraph(say('slack_start', { opdracht: COMMAND }, language)),
      ...buttonRows(
        ways.map(({ label, value }) => ({
          label,
          button: button(actionOf(`${ACTIONS.choose}:${value}`, language), value, label),
        })),
      ),
      questionSelect(language, say),
      { type: 'divider' },
      ...renderBlocks(reply, around, { blocks: VIEW_BLOCKS - OWN_BLOCKS, size: MESSAGE_SIZE }),
      { type: 'divider' },
      paragraph(say('over_editie', {}, language)),
      paragraph(say('over_privacy', {}, language)),
    ],
  };
}
