import { randomUUID } from 'node:crypto';
import { questionMark } from '../../../src/core/index.ts';
import type { World } from '../world/index.ts';
import { times } from './numbers.ts';
import type { Step } from './numbers.ts';

const QUESTION = 'hoe vaak neem ik pauze?';
/** Messages that one person may send in a minute. */
export const LIMIT = 15;

const MENTION = { type: 'app_mention', channel: 'C1', user: 'UNOOR', ts: '1.1', text: `<@UBOT> ${QUESTION}` };
const DIRECT = { ...MENTION, type: 'message', channel_type: 'im', channel: 'D1', ts: '2.1' };
const HOME = { type: 'app_home_opened', tab: 'home', user: 'UNOOR' };

/** A press in an answer that one person sees, by default a new one. */
function press(world: World, action: string, value: string, fields: object = {}) {
  return world.slackInteraction({
    type: 'block_actions',
    channel: { id: 'C1' },
    container: { type: 'message', message_ts: '3.1', channel_id: 'C1', is_ephemeral: true },
    response_url: `https://hooks.slack.com/actions/${randomUUID()}`,
    actions: [{ type: 'button', action_id: action, block_id: 'b', value }],
    ...fields,
  });
}
/** Somebody who is not near the limit. */
const REASONER = { user: { id: 'UREDEN' } };
const inHome = { view: { id: 'V1', type: 'home' }, container: { type: 'view' }, channel: undefined };

export const SLACK: readonly Step[] = [
  {
    name: 'a mention, which comes as two events, again, and as another event',
    run: async ({ slackEvent }) => [
      await slackEvent(MENTION, 'Ev1'),
      await slackEvent({ ...MENTION, type: 'message', channel_type: 'channel' }),
      await slackEvent(MENTION, 'Ev1'),
      await slackEvent(MENTION, 'Ev2'),
    ],
    counts: { 'question answer': 1, 'delivery first': 1, 'delivery duplicate': 2 },
    sent: 1,
  },
  {
    name: 'a direct message that mentions the bot, which comes as two events',
    run: async ({ slackEvent }) => [
      await slackEvent(DIRECT),
      await slackEvent({ ...DIRECT, type: 'app_mention' }),
    ],
    counts: { 'question answer': 1, 'delivery first': 1, 'delivery duplicate': 1 },
    sent: 1,
  },
  {
    name: 'what is not for the bot',
    run: async ({ slackEvent }) => [
      await slackEvent({ ...DIRECT, ts: '2.2', subtype: 'message_changed' }),
      await slackEvent({ ...DIRECT, ts: '2.3', bot_id: 'B1' }),
      await slackEvent({ ...HOME, tab: 'messages' }),
    ],
    counts: {},
    sent: 0,
  },
  {
    name: 'a command, delivered twice, and the self-check asked for by command',
    run: async ({ slack }) => [
      await slack(QUESTION, 'UNOOR', 'T1'),
      await slack(QUESTION, 'UNOOR', 'T1'),
      await slack('zelfcheck', 'UNOOR'),
    ],
    counts: { 'question answer': 1, 'question checklist': 1, 'delivery first': 2, 'delivery duplicate': 1 },
    sent: 2,
  },
  {
    name: 'the Home tab, opened twice and once delivered twice',
    run: async ({ slackEvent }) => [
      await slackEvent(HOME, 'Ev3'),
      await slackEvent(HOME, 'Ev3'),
      await slackEvent(HOME, 'Ev4'),
    ],
    counts: { 'delivery first': 2, 'delivery duplicate': 1 },
    sent: 2,
  },
  {
    name: 'the self-check in a modal, on a message',
    run: async ({ slackInteraction }) => [
      await slackInteraction({ type: 'message_action', callback_id: 'zelfcheck', message: { text: 'hoi' } }),
    ],
    counts: { 'delivery first': 1 },
    sent: 1,
  },
  {
    name: 'buttons in the Home tab, with a topic and with a command',
    run: async (world) => [
      await press(world, 'kies:0.nl', 'topic:Werktijd', inHome),
      await press(world, 'kies:zelfcheck.nl', 'zelfcheck', inHome),
    ],
    counts: { 'button topics': 1, 'button checklist': 1, 'delivery first': 2, 'press first': 2 },
    sent: 2,
  },
  {
    name: 'a button whose press is delivered twice',
    run: (world) => times(2, () => press(world, 'kies:0.nl', 'entry:pauzes', { trigger_id: 'T2' })),
    counts: { 'button answer': 1, 'delivery first': 1, 'delivery duplicate': 1, 'press first': 1 },
    sent: 1,
  },
  {
    name: 'a vote, changed, one delivered twice, and one on what is not in the bot',
    run: async (world) => [
      await press(world, 'stem:ja.nl', 'pauzes'),
      await press(world, 'stem:nee.nl', 'pauzes'),
      ...(await times(2, () => press(world, 'stem:ja.nl', 'bereikbaar', { trigger_id: 'T3' }))),
      await press(world, 'stem:ja.nl', 'bestaat-niet'),
    ],
    counts: {
      ...{ 'vote counted': 2, 'vote changed': 1, 'delivery first': 4, 'delivery duplicate': 1 },
      'press first': 4,
    },
    sent: 4,
  },
  {
    name: 'a self-check that is sent with a missing answer, and whole',
    run: async ({ slackInteraction }) => {
      const answered = (value: string | null) => ({
        antwoord: { selected_option: value === null ? null : { value } },
      });
      const questions = ['Sta op en loop een rondje.', 'Kijk even in de verte.'];
      const [first = '', second = ''] = questions.map(
        (each, place) => `vraag:${place}:${questionMark(each)}`,
      );
      const send = (values: object) =>
        slackInteraction({
          type: 'view_submission',
          view: {
            ...{ id: 'V2', type: 'modal', callback_id: 'zelfcheck', state: { values } },
            private_metadata: '{"entry":"thuiswerken/zelfcheck","language":"nl"}',
          },
        });
      return [
        await send({ [first]: answered('yes'), [second]: answered(null) }),
        await send({ [first]: answered('yes'), [second]: answered('no') }),
      ];
    },
    counts: { 'check done': 1 },
    sent: 0,
  },
  {
    name: 'a reason, and another one',
    run: async (world) => [
      await press(world, 'reden:unclear.nl', 'werkplek b1', REASONER),
      await press(world, 'reden:other.nl', 'werkplek b1', REASONER),
    ],
    counts: {
      ...{ 'vote counted': 1, 'reason unclear': 1, 'reason other': 1 },
      ...{ 'delivery first': 2, 'press first': 2 },
    },
    sent: 2,
  },
  {
    name: 'a vote in the Home tab, which is drawn again',
    run: async (world) => [await press(world, 'stem:ja.nl', 'pauzes', inHome)],
    counts: { 'vote counted': 1, 'delivery first': 1, 'press first': 1 },
    sent: 1,
  },
  {
    name: 'an answer that is shared, by a press delivered twice, and again, by the same button and by another',
    run: async (world) => [
      ...(await times(2, () => press(world, 'deel.nl', 'pauzes', { trigger_id: 'T4' }))),
      await press(world, 'deel.nl', 'pauzes'),
      await press(world, 'deel.en', 'pauzes'),
    ],
    counts: {
      ...{ 'share first': 1, 'share duplicate': 1, 'delivery first': 3, 'delivery duplicate': 1 },
      ...{ 'press first': 2, 'press duplicate': 1 },
    },
    sent: 3,
  },
  {
    name: 'somebody who sends too much',
    run: ({ slack }) => times(LIMIT + 3, () => slack('onderwerpen', 'UHAAST')),
    counts: { 'question topics': LIMIT, 'question limited': 3, 'delivery first': LIMIT + 3 },
    sent: LIMIT + 3,
  },
];
