import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { createProcessStore } from '../../../src/store/index.ts';
import type { SlackAssistant } from '../../../adapters/slack/texts.ts';
import { BOT, CHANNEL } from './emulator.ts';
import { until } from '../../until.ts';
import { DIRECT, openWorkspace } from './workspace.ts';
import type { Workspace, WorkspaceParts } from './workspace.ts';

jest.setTimeout(60_000);

let workspace: Workspace;
const open = async (parts?: WorkspaceParts) => (workspace = await openWorkspace(parts));
afterEach(() => workspace.stop());

const SECRET_QUESTION = 'mijn geheime vraag';

describe('when the bot itself fails', () => {
  const broken = (): never => {
    throw new Error(`stuk bij ${SECRET_QUESTION}`);
  };
  const asker = {
    ask: broken,
    language: 'nl' as const,
    say: (key: string) => key,
    sorry: (reference: string) => sorry(reference),
    suggest: () => [],
    entries: [],
  };
  const failing = (part: Partial<SlackAssistant>) => (assistant: SlackAssistant) => ({
    ...assistant,
    ...part,
  });

  it.each<[string, WorkspaceParts]>([
    ['core', { asker }],
    [
      'store',
      {
        asker,
        store: { ...createProcessStore(), claim: () => Promise.reject(new Error('store')) },
      },
    ],
    ['knowledge of a sentence', { assistant: failing({ say: broken }) }],
  ])(
    'in its %s, the person gets one line with a reference that is in the log, without the question',
    async (_, parts) => {
      const { command, sink, logged } = await open(parts);
      await command(SECRET_QUESTION);
      await until(() => logged.some(({ fields }) => 'reference' in fields), 'a reference in the log');
      const reference = String(logged.find(({ fields }) => 'reference' in fields)?.fields['reference']);
      if (parts.assistant === undefined) {
        const [message] = await sink.received('command');
        expect(message?.text).toContain(reference);
      }
      expect(JSON.stringify(logged)).not.toContain(
        parts.assistant === undefined ? SECRET_QUESTION : BOT.token,
      );
    },
  );
});

describe('when the store fails', () => {
  const views = async () => JSON.stringify(await workspace.slack.views());
  const thread = async () => {
    const { channel, ts } = await workspace.slack.call('chat.postMessage', { channel: CHANNEL, text: 'x' });
    return { channel: String(channel), ts: String(ts) };
  };
  const pressed = async (action: string) => {
    await workspace.press(action, 'in-rek', { response_url: workspace.sink.url('press') });
    return async () => JSON.stringify(await workspace.sink.received('press'));
  };

  it.each<[string, () => Promise<() => Promise<string>>]>([
    [
      'a mention',
      async () => {
        const { channel, ts } = await thread();
        await workspace.event({ type: 'app_mention', channel, ts, text: SECRET_QUESTION });
        return async () => JSON.stringify(await workspace.slack.messages(channel, ts));
      },
    ],
    ['a button', () => pressed('kies:0.nl')],
    ['a vote', () => pressed('stem:ja.nl')],
    ['sharing', () => pressed('deel.nl')],
    [
      'the Home tab',
      async () => {
        await workspace.event({ type: 'app_home_opened', tab: 'home' });
        return views;
      },
    ],
    [
      'a shortcut',
      async () => {
        const trigger_id = await workspace.slack.trigger();
        await workspace.interact({ type: 'shortcut', callback_id: 'zelfcheck', trigger_id });
        return views;
      },
    ],
  ])('%s is answered with one line and a reference that is in the log', async (_, ask) => {
    const store = { ...createProcessStore(), claim: () => Promise.reject(new Error('store')) };
    const { logged } = await open({ store });
    const seen = await ask();
    const reference = () => logged.find(({ level }) => level === 'error')?.fields['reference'];
    await until(() => reference() !== undefined, 'a reference in the log');
    await until(async () => (await seen()).includes(`nl storing ${String(reference())}`), 'an apology');
    expect(JSON.stringify(logged)).not.toContain(SECRET_QUESTION);
  });
});

const sorry = (reference: string) =>
  ({
    kind: 'unknown',
    language: 'nl',
    blocks: [{ kind: 'paragraph', text: `Storing ${reference}` }],
  }) as const;

describe('when it stops', () => {
  it('finishes what runs, and takes nothing new', async () => {
    let answer: () => void = () => undefined;
    const wait = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const slow = (assistant: SlackAssistant): SlackAssistant => ({
      ...assistant,
      reply: async (message) => {
        await wait;
        return assistant.reply(message);
      },
    });
    const { command, channel, sink, event } = await open({ assistant: slow });
    await command('help');
    const stopped = channel.stop();
    expect((await event({ type: 'app_mention', ts: '6.1', channel: DIRECT, text: 'help' })).status).toBe(503);
    answer();
    await stopped;
    expect(sink.sunk.map(({ body }) => body.text)).toEqual([expect.stringContaining('nl hulp')]);
  });
});
