import { homeView } from '../../adapters/slack/home.ts';
import { modalView } from '../../adapters/slack/modal.ts';
import { renderMessage } from '../../adapters/slack/render.ts';
import { cardMessage } from '../../adapters/teams/card.ts';
import { render } from '../../adapters/terminal/render.ts';
import { textOf } from '../pages/index.ts';
import { renderReply } from '../../adapters/web/render.ts';
import type { Reply } from '../core/index.ts';
import type { Drawings } from '../evaluation/snapshot.ts';
import type { AnyAssistant } from './channel-texts.ts';

/** A reply as each channel draws it, by name of the drawing; with a fixed conversation id. */
export function drawEverywhere(reply: Reply, say: AnyAssistant['say']): Drawings {
  const web = { say, base: '', conversation: 'gesprek' };
  const slack = {
    shortenedNotice: say('slack_ingekort', {}, reply.language),
    share: say('slack_delen', {}, reply.language),
  };
  return {
    'Slack: bericht': renderMessage(reply, slack),
    'Slack: home': homeView(reply, say),
    'Slack: venster': modalView(reply, say),
    'Teams: kaart': cardMessage(reply, say),
    'Teams: dialoog': cardMessage(reply, say, { kind: 'open', where: 'dialog' }),
    'Teams: ingevuld': cardMessage(reply, say, { kind: 'done', doubts: true }),
    'web: gesprek': textOf(renderReply(reply, { ...web, view: 'conversation' })),
    'web: pagina': textOf(renderReply(reply, { ...web, view: 'page' })),
    terminal: render(reply, { colour: false, numbers: true }).text,
  };
}
