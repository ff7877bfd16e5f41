import { request } from 'node:http';
import { expect, it } from '@jest/globals';
import type { TeamsParts } from '../../../adapters/teams/index.ts';
import { createAssistant } from '../../../src/assistant/index.ts';
import type { TeamsAssistant } from '../../../adapters/teams/texts.ts';
import { createAsker } from '../../../src/core/index.ts';
import { smallKnowledge } from '../../core/small-knowledge.ts';
import { until } from '../../until.ts';
import { sorryAsker, speechless } from '../sorry.ts';
import { inTurn, startBroken, status, taken } from './connector.ts';
import type { Behaviour } from './connector.ts';
import { SHORT_TIMEOUT, startTeams } from './harness.ts';
import type { Teams } from './harness.ts';
import { activityTo, BOT } from './inbound.ts';

const SMALL = createAsker(smallKnowledge());

interface Parts extends TeamsParts {
  readonly asker?: typeof sorryAsker;
  readonly assistant?: (made: TeamsAssistant) => TeamsAssistant;
  readonly behaviour?: Behaviour;
}

/** Does something with the bot, lets what runs end, and tells what was counted of faults. */
async function faultsAfter(parts: Parts, act: (teams: Teams) => Promise<unknown>) {
  const { asker = SMALL, assistant = (made: TeamsAssistant) => made, behaviour, ...rest } = parts;
  const metered: string[] = [];
  const event = (_channel: string, type: string, outcome: string) => void metered.push(`${type} ${outcome}`);
  const teams = await startTeams(
    assistant(createAssistant({ asker, channel: 'teams', meter: { event } })),
    rest,
  );
  teams.behave(behaviour);
  await act(teams).finally(teams.stop);
  return metered.filter((one) => one.startsWith('fault') || one.endsWith('failed'));
}

const message = (teams: Teams) => teams.send({ text: 'help' });
const check = { check: true, answer0: 'yes', answer1: 'yes' };
const submitted = (teams: Teams) => teams.send({ text: undefined, value: check, replyToId: 'r0' });
const pressed = (teams: Teams) =>
  teams.send({
    type: 'invoke',
    name: 'adaptiveCard/action',
    text: undefined,
    replyToId: 'r0',
    value: { action: { type: 'Action.Execute', verb: 'check', data: check } },
  });
const added = (teams: Teams) =>
  teams.send({ type: 'conversationUpdate', text: undefined, membersAdded: [BOT] });

it.each<[string, Behaviour, (teams: Teams) => Promise<unknown>]>([
  ...[400, 403, 413, 500, 503].map(
    (code) => [`${code} to a message`, status(code), message] as [string, Behaviour, typeof message],
  ),
  ['429 at each of four tries', status(429), message],
  ['a longer wait than the bot waits', status(429, { 'retry-after': '60' }), message],
  ['no answer', () => undefined, message],
  ['a connection that breaks', ({ socket }) => socket.resetAndDestroy(), message],
  ['500 to what changes an earlier message', status(500), submitted],
  ['500 to what changes the card that a button stands in', status(500), pressed],
  ['403 to a welcome', status(403), added],
])('loses one answer when Teams gives %s', async (_, behaviour, act) => {
  expect(await faultsAfter({ behaviour, ...SHORT_TIMEOUT }, act)).toEqual(['fault lost']);
});

it('loses each answer for which it has no token', async () => {
  const fetchToken = () => Promise.reject(new Error('AADSTS7000222: expired'));
  const twice = async (teams: Teams) => {
    await message(teams);
    await message(teams);
  };
  expect(await faultsAfter({ fetchToken }, twice)).toEqual(['fault lost', 'fault lost']);
});

it("loses what it cannot take since the keys of Microsoft's tokens cannot be fetched", async () => {
  const broken = await startBroken();
  const counted = await faultsAfter({ openIdUrl: broken.url }, message);
  await broken.stop();
  expect(counted).toEqual(['fault lost']);
});

it('loses a response that Teams did not wait for, but not the messages that are calls of their own', async () => {
  let release: () => void = () => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  let asked = 0;
  const slow = (made: TeamsAssistant): TeamsAssistant => ({
    ...made,
    reply: async (question) => {
      asked += 1;
      await released;
      return made.reply(question);
    },
  });
  /** Sends an activity, and hangs up when the bot is at work on it. */
  const hangUp = async (teams: Teams, activity: object) => {
    const before = asked;
    const headers = { ...teams.token(), 'content-type': 'application/json' };
    const sent = request(teams.address, { method: 'POST', headers }).on('error', () => undefined);
    sent.end(JSON.stringify(activityTo(teams.connector, activity)));
    await until(() => asked > before, 'the question');
    await new Promise((resolve) => sent.on('close', resolve).destroy());
  };
  const chosen = {
    type: 'invoke',
    name: 'adaptiveCard/action',
    text: undefined,
    value: { action: { type: 'Action.Execute', data: { ask: 'entry:in-rek' } } },
  };
  const counted = await faultsAfter({ assistant: slow }, async (teams) => {
    await hangUp(teams, chosen);
    await hangUp(teams, { text: 'help' });
    release();
    // Its turn ends after those two.
    await message(teams);
    expect(teams.received).toHaveLength(2);
  });
  expect(counted).toEqual(['fault lost']);
});

it.each<[string, Behaviour, (teams: Teams) => Promise<unknown>]>([
  ['that arrives at a second try', inTurn(status(502), taken), message],
  [
    'to an invoke that the bot does not know',
    taken,
    (teams) => teams.send({ type: 'invoke', name: 'other' }),
  ],
  [
    'to a stranger',
    taken,
    (teams) => teams.post(activityTo(teams.connector), { authorization: 'Bearer a.b.c' }),
  ],
])('loses no answer %s', async (_, behaviour, act) => {
  expect(await faultsAfter({ behaviour }, act)).toEqual([]);
});

it.each<[string, Parts, (teams: Teams) => Promise<unknown>, string[]]>([
  ['its core, at a question', { asker: sorryAsker }, message, ['question failed']],
  [
    'its core, while somebody searches',
    { asker: sorryAsker },
    (teams) =>
      teams.send({
        type: 'invoke',
        name: 'composeExtension/query',
        value: { commandId: 'zoek', parameters: [{ name: 'zoek', value: 'fiets' }] },
      }),
    ['suggestion failed'],
  ],
  [
    'its core, while Teams takes no apology',
    { asker: sorryAsker, behaviour: status(500) },
    message,
    ['question failed', 'fault lost'],
  ],
  [
    'its drawing, so that there is no apology either',
    { assistant: speechless },
    message,
    ['fault failed', 'fault lost'],
  ],
])('counts once that it fails in %s', async (_, parts, act, counted) => {
  expect(await faultsAfter(parts, act)).toEqual(counted);
});
