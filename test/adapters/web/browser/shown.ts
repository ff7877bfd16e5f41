import { renderMessage } from '../../../../adapters/slack/render.ts';
import { renderCard } from '../../../../adapters/teams/card.ts';
import type { Preview } from '../../../../adapters/web/index.ts';
import { smallAsker } from '../serve.ts';

const { say } = smallAsker();

/** What `main.ts` gives the page: how the other channels draw a reply. */
export const SHOWN: readonly Preview[] = [
  { name: 'Slack', format: 'json', render: (reply) => renderMessage(reply, { shortenedNotice: '' }) },
  { name: 'Teams', format: 'card', render: (reply) => renderCard(reply, say) },
];
