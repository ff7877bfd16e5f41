import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { until } from '../../until.ts';
import { CHANNEL } from './emulator.ts';
import type { View } from './emulator.ts';

import { openWorkspace, textsIn } from './workspace.ts';
import type { Workspace } from './workspace.ts';

jest.setTimeout(60_000);

const asked: string[] = [];
let workspace: Workspace;
beforeAll(async () => {
  workspace = await openWorkspace({
    assistant: (assistant) => ({
      ...assistant,
      reply: (message) => {
        asked.push(message.text);
        return assistant.reply(message);
      },
    }),
  });
});
afterAll(() => workspace.stop());

describe('an emoji', () => {
  it('in a command is asked and repeated as the emoji', async () => {
    await workspace.command('waar zet ik mijn fiets? :see_no_evil::hear_no_evil: :party_parrot:', {
      response_url: workspace.sink.url('emoji'),
    });
    const [message] = await workspace.sink.received('emoji');
    expect(asked).toEqual(['waar zet ik mijn fiets? 🙈🙉']);
    expect(textsIn(message?.blocks).slice(0, 2)).toEqual([
      'nl slack_vraag waar zet ik mijn fiets? 🙈🙉',
      'Waar zet ik mijn fiets?',
    ]);
  });

  it.each([
    [':+1:', '👍', '5.1'],
    [':wave::skin-tone-3:', '👋🏼', '5.2'],
  ])('alone in a direct message is asked as the emoji: %s', async (text, wanted, ts) => {
    await workspace.event({ type: 'message', channel_type: 'im', user: 'U1', channel: CHANNEL, ts, text });
    await until(() => Promise.resolve(asked.at(-1) === wanted), `the question ${wanted}`);
    expect(asked.at(-1)).toBe(wanted);
  });

  it('in a message is shown as the emoji above the self-check', async () => {
    await workspace.interact({
      type: 'message_action',
      callback_id: 'zelfcheck_bericht',
      trigger_id: await workspace.slack.trigger(),
      response_url: workspace.sink.url('none'),
      channel: { id: CHANNEL },
      message: { type: 'message', ts: '1.1', text: 'Feest :tada: om 12:30:45 :party_parrot:' },
    });
    let views: readonly View[] = [];
    await until(async () => {
      views = await workspace.slack.views();
      return views.some(({ type }) => type === 'modal');
    }, 'the self-check');
    expect(views.flatMap(({ blocks }) => textsIn(blocks))).toContain('Feest 🎉 om 12:30:45');
  });
});
