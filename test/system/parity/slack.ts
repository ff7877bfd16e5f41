import { CALL_POLICY } from '../../../adapters/slack/calls.ts';
import { questionMark } from '../../../src/core/index.ts';
import type { Asker } from '../../../src/core/index.ts';
import { CHANNEL } from '../../adapters/slack/emulator.ts';
import type { Message } from '../../adapters/slack/emulator.ts';
import { until } from '../../until.ts';
import { pressed } from '../../adapters/slack/private-answers.ts';
import { buttonsIn, openWorkspace } from '../../adapters/slack/workspace.ts';
import { choice, itemAt, vote, words } from './reading.ts';
import type { FilledIn, ParityChannel, Reading } from './reading.ts';

type Part = Readonly<Record<string, unknown>>;

/** Signed events and presses; messages as Slack's Web API has them. Each thread is a conversation. */
export async function startInSlack(asker: Asker): Promise<ParityChannel> {
  // The bot's own timeouts: nothing fails here, and a slow test machine is no failing Slack.
  const workspace = await openWorkspace({ asker, settings: { callPolicy: CALL_POLICY } });
  const open = async () => {
    const started = await workspace.slack.call('chat.postMessage', { channel: CHANNEL, text: 'Een draad.' });
    const thread = String(started['ts']);
    let said: readonly Message[] = [];
    let reasons: ReturnType<typeof buttonsIn> = [];
    const next = async () => {
      const before = said.length;
      await until(async () => {
        const all = await workspace.slack.messages(CHANNEL, thread);
        said = all.filter(({ ts }) => ts !== thread);
        return said.length > before;
      }, 'an answer in the thread');
      return readPart(said.at(-1)?.blocks);
    };
    return {
      type: async (text: string) => {
        const ts = `18000000${String(said.length).padStart(2, '0')}.${thread.replace('.', '')}`;
        await workspace.event({
          type: 'app_mention',
          ts,
          thread_ts: thread,
          text: `<@U0000000BOT> ${text}`,
        });
        return next();
      },
      press: async (place: number) => {
        const message = itemAt(said, -1);
        const button = itemAt(choicesIn(message.blocks), place);
        const container = {
          type: 'message',
          message_ts: message.ts,
          channel_id: CHANNEL,
          thread_ts: thread,
        };
        await workspace.press(String(button['action_id']), String(button['value']), { container });
        return next();
      },
      voteDown: async (entry: string) => {
        const { ts } = itemAt(said, -1);
        const container = { type: 'message', message_ts: ts, channel_id: CHANNEL, thread_ts: thread };
        const { blocks } = await pressed(workspace, 'stem:nee.nl', entry, { container });
        reasons = buttonsIn(blocks).filter(({ action }) => action.startsWith('reden:'));
        return readPart(blocks);
      },
      explain: async () => {
        const { action, value } = itemAt(reasons, 0);
        return readPart((await pressed(workspace, action, value)).blocks);
      },
      fill: async ({ entry, questions, answers }: FilledIn) => {
        const values = questions.map((question, place) => {
          const chosen = { selected_option: { value: answers[place] } };
          return [`vraag:${place}:${questionMark(question)}`, { antwoord: chosen }] as const;
        });
        const view = {
          ...{
            id: 'V1',
            type: 'modal',
            callback_id: 'zelfcheck',
            state: { values: Object.fromEntries(values) },
          },
          private_metadata: JSON.stringify({ entry, language: 'nl' }),
        };
        const response = await workspace.interact({ type: 'view_submission', view });
        const { blocks } = ((await response.json()) as { view: { blocks: unknown[] } }).view;
        // The last one is the field to look up a question in.
        return readPart(blocks.slice(0, -1));
      },
    };
  };
  return { open, stop: workspace.stop };
}

const isPart = (value: unknown): value is Part => typeof value === 'object' && value !== null;
const isChoice = (part: Part) => String(part['action_id']).startsWith('kies:');

/** A label that does not fit on its button stands beside it. */
function readPart(part: unknown): Reading {
  if (Array.isArray(part)) return part.flatMap(readPart);
  if (!isPart(part)) return [];
  const { type, text, accessory } = part;
  const shown = isPart(text) ? String(text['text']) : String(text);
  switch (type) {
    case 'header':
    case 'text':
    case 'plain_text':
      return words(shown);
    // Of a citation; where its link leads is of the channel.
    case 'mrkdwn':
      return words(shown.replace(/<[^|>]*\|([^>]*)>/g, '$1'));
    case 'link':
      return [...words(shown), ...words(String(part['url']))];
    case 'section':
      return isPart(accessory) ? [choice(shown)] : words(shown);
    case 'button':
      // How the self-check is filled in is of the channel.
      if (String(part['action_id']).startsWith('zelfcheck')) return [];
      return [isChoice(part) ? choice(shown) : vote(shown)];
    default:
      return readPart(part['elements']);
  }
}

function choicesIn(part: unknown): Part[] {
  if (Array.isArray(part)) return part.flatMap(choicesIn);
  if (!isPart(part)) return [];
  return part['type'] === 'button' && isChoice(part) ? [part] : choicesIn(Object.values(part));
}
