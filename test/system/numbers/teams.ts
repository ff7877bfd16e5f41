import type { World } from '../world/index.ts';
import { times } from './numbers.ts';
import type { Step } from './numbers.ts';

const QUESTION = 'hoe vaak neem ik pauze?';
const BOT = { membersAdded: [{ id: '28:11111111-2222-4333-8444-555555555555' }] };
const ANSWERS = { check: true, answer0: 'yes', answer1: 'no' };

const send = ({ teams }: World, more: object) => teams('', undefined, { text: undefined, ...more });
const invoke = (world: World, name: string, value: object, more: object = {}) =>
  send(world, { type: 'invoke', name, value, ...more });
const execute = (world: World, data: object) =>
  invoke(
    world,
    'adaptiveCard/action',
    { action: { type: 'Action.Execute', verb: 'x', data } },
    { replyToId: 'r1' },
  );

export const TEAMS: readonly Step[] = [
  {
    name: 'a message, delivered twice',
    run: ({ teams }) => times(2, () => teams(QUESTION, undefined, { id: 'm1' })),
    counts: { 'question answer': 1, 'delivery first': 1, 'delivery duplicate': 1 },
    sent: 1,
  },
  {
    name: 'what is not for the bot',
    run: (world) =>
      times(3, (place) => send(world, { type: ['messageUpdate', 'messageReaction', 'typing'][place] })),
    counts: {},
    sent: 0,
  },
  {
    name: 'a button with an entry and one with a command, delivered twice',
    run: async (world) => [
      await send(world, { value: { ask: 'entry:pauzes' }, replyToId: 'r3' }),
      ...(await times(2, () => send(world, { id: 'm2', value: { ask: 'onderwerpen' } }))),
    ],
    counts: {
      ...{ 'button answer': 1, 'button topics': 1, 'delivery first': 2, 'delivery duplicate': 1 },
      'press first': 2,
    },
    sent: 2,
  },
  {
    name: 'the self-check: asked for, then filled in twice',
    run: async (world) => [
      await world.teams('zelfcheck'),
      ...(await times(2, () => execute(world, ANSWERS))),
    ],
    counts: { 'question checklist': 1, 'delivery first': 1, 'check done': 2 },
    sent: 3,
  },
  {
    name: 'the self-check in a dialog on a message: opened, filled in, and a button in it delivered twice',
    run: async (world) => [
      await invoke(world, 'composeExtension/fetchTask', { commandId: 'zelfcheck' }),
      await invoke(world, 'composeExtension/submitAction', { data: ANSWERS }),
      ...(await times(2, () =>
        invoke(world, 'composeExtension/submitAction', { data: { ask: 'entry:pauzes' } }, { id: 'i1' }),
      )),
    ],
    counts: {
      ...{ 'button answer': 1, 'delivery first': 1, 'delivery duplicate': 1, 'press first': 1 },
      'check done': 1,
    },
    sent: 0,
  },
  {
    name: 'what is typed at each of two pauses in the search box, and the search box that is opened',
    run: (world) =>
      times(3, (place) => {
        const [name, value] = place === 0 ? ['initialRun', 'true'] : ['vraag', QUESTION];
        return invoke(world, 'composeExtension/query', { parameters: [{ name, value }] });
      }),
    counts: { 'suggestion found': 2 },
    sent: 0,
  },
  {
    name: 'a vote, the same again, changed, one of an old client, and one on what is not in the bot',
    run: async (world) => [
      ...(await times(2, () => execute(world, { vote: 'pauzes', useful: true }))),
      await execute(world, { vote: 'pauzes', useful: false }),
      await send(world, { value: { vote: 'pauzes', useful: false }, replyToId: 'r2' }),
      await execute(world, { vote: 'bestaat-niet', useful: true }),
      // Which counts the vote as well, once.
      ...(await times(2, () => execute(world, { vote: 'werkplek', useful: false, reason: 'unclear' }))),
    ],
    counts: {
      'reason unclear': 1,
      ...{ 'vote counted': 3, 'vote duplicate': 2, 'vote changed': 1, 'delivery first': 1 },
      'press first': 1,
    },
    sent: 1,
  },
  {
    name: 'the welcome, which Teams asks for in two ways',
    run: async (world) => [
      await send(world, { type: 'installationUpdate', action: 'add' }),
      await send(world, { type: 'conversationUpdate', ...BOT }),
    ],
    counts: { 'delivery first': 1, 'delivery duplicate': 1 },
    sent: 1,
  },
];
