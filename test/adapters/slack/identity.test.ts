import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { SlackAssistant } from '../../../adapters/slack/texts.ts';
import { ADMIN, CHANNEL, TEAM } from './emulator.ts';
import { until } from '../../until.ts';
import { openWorkspace, textsIn } from './workspace.ts';
import type { Workspace } from './workspace.ts';

jest.setTimeout(60_000);

/** All that the channel gave to the rest of the bot. */
const given: unknown[] = [];
const watched = (assistant: SlackAssistant): SlackAssistant => ({
  ...assistant,
  reply: (message) => {
    given.push(message);
    return assistant.reply(message);
  },
  feedback: (vote) => {
    given.push(vote);
    return assistant.feedback(vote);
  },
  claim: (event) => {
    given.push(event);
    return assistant.claim(event);
  },
});

let workspace: Workspace;
beforeAll(async () => {
  workspace = await openWorkspace({ assistant: watched });
});
afterAll(() => workspace.stop());

async function threadOf(ts: string, count: number) {
  const read = async () =>
    (await workspace.slack.messages(CHANNEL, ts)).filter((message) => message.ts !== ts);
  await until(async () => (await read()).length >= count, `${count} answers`);
  return read();
}

/** As Slack sends them for an app that is installed on a whole organisation. */
const GRID = { team: null, team_id: null, enterprise: { id: 'E1' }, enterprise_id: 'E1' };

describe('an app that is installed on a whole Enterprise Grid', () => {
  it('answers commands, mentions, presses and the Home tab', async () => {
    const { slack, sink, command, event, press } = workspace;
    await command('help', { is_enterprise_install: 'true', enterprise_id: 'E1' });
    await sink.received('command');

    const ts = String((await slack.call('chat.postMessage', { channel: CHANNEL, text: 'vraag' }))['ts']);
    const authorizations = [
      { enterprise_id: 'E1', team_id: null, is_bot: true, is_enterprise_install: true },
    ];
    const envelope = { ...GRID, authorizations };
    await event({ type: 'app_mention', ts, text: 'waar zet ik mijn fiets?' }, envelope);
    await threadOf(ts, 1);
    await press('kies:0', 'entry:open', {
      ...GRID,
      is_enterprise_install: true,
      user: { id: ADMIN },
      container: { type: 'message', message_ts: '1.2', channel_id: CHANNEL, thread_ts: ts },
    });
    const [, answer] = await threadOf(ts, 2);
    expect(textsIn(answer?.blocks)).toContain('Van zeven tot zeven.');

    await event({ type: 'app_home_opened', tab: 'home' }, envelope);
    await until(async () => (await slack.views()).some(({ type }) => type === 'home'), 'the Home tab');
    expect(workspace.logged.filter(({ level }) => level !== 'info')).toEqual([]);
  });
});

describe('ids of people and places', () => {
  it('stay in the channel', async () => {
    const { command, press, sink } = workspace;
    await command('waar zet ik mijn fiets?', { response_url: sink.url('ids') });
    await press('stem:ja.nl', 'in-rek', { response_url: sink.url('ids') });
    await press('deel.nl', 'in-rek', { response_url: sink.url('ids') });
    await sink.received('ids', 4);
    expect(given.length).toBeGreaterThan(4);
    const kept = JSON.stringify([given, workspace.logged]);
    for (const id of [ADMIN, CHANNEL, TEAM, 'E1', '1700000000.000100']) expect(kept).not.toContain(`"${id}`);
    expect(kept).not.toContain(sink.url(''));
  });
});
