import { renderMessage } from '../../adapters/slack/render.ts';
import { renderCard } from '../../adapters/teams/card.ts';
import { renderReply } from '../../adapters/web/render.ts';
import { textOf } from '../pages/index.ts';
import type { ReplyPreview } from '../workbench/index.ts';

/** A reply as each channel draws it, for the workbench. Loads no SDK of a channel. */
export const REPLY_PREVIEWS: readonly ReplyPreview[] = [
  {
    name: 'Web',
    format: 'html',
    render: (reply, say) =>
      textOf(renderReply(reply, { say, base: '', conversation: 'voorbeeld', view: 'conversation' })),
  },
  {
    name: 'Slack',
    format: 'json',
    render: (reply, say) =>
      renderMessage(reply, { shortenedNotice: say('slack_ingekort', {}, reply.language) }),
  },
  { name: 'Teams', format: 'card', render: (reply, say) => renderCard(reply, say) },
];
