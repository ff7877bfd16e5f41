import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { ADMIN, CHANNEL } from './emulator.ts';
import type { View } from './emulator.ts';
import { until } from '../../until.ts';
import { buttonsIn, openWorkspace, textsIn } from './workspace.ts';
import type { Workspace } from './workspace.ts';

jest.setTimeout(60_000);

let workspace: Workspace;
beforeAll(async () => {
  workspace = await openWorkspace();
});
afterAll(() => workspace.stop());

/** The view of a type that says something, when it is there. */
async function shown(type: View['type'], text: string): Promise<View> {
  let found: View | undefined;
  await until(async () => {
    const views = await workspace.slack.views();
    found = views.find((view) => view.type === type && textsIn(view.blocks).includes(text));
    return found !== undefined;
  }, `a ${type} with ${text}`);
  return found as View;
}

const press = (value: string, view: object, trigger_id = 'x') => ({
  type: 'block_actions',
  trigger_id,
  view,
  container: { type: 'view' },
  actions: [{ type: 'button', action_id: 'kies:0', value }],
});

describe('the Home tab', () => {
  it('shows how to ask, the topics, the self-check, the edition and what is kept', async () => {
    await workspace.event({ type: 'app_home_opened', tab: 'home' });
    const { blocks } = await shown('home', 'nl onderwerpen');
    const texts = textsIn(blocks);
    expect(texts[0]).toBe('nl slack_start /handreiking');
    expect(texts.slice(-2)).toEqual([
      'nl over_editie Regels voor de stalling; 2024; 2024; Facilitair',
      'nl over_privacy',
    ]);
    const values = buttonsIn(blocks).map(({ value }) => value);
    expect(values).toEqual(
      expect.arrayContaining(['topic:fietsen/Stallen', 'zelfcheck', 'onderwerpen', 'help']),
    );
  });

  it('is where a topic and an answer are read, with thanks for a vote', async () => {
    await workspace.interact(press('topic:Stallen', { id: 'V1', type: 'home' }));
    await shown('home', 'nl onderwerp Stallen');
    await workspace.interact(press('entry:in-rek', { id: 'V1', type: 'home' }, 'y'));
    await shown('home', 'In een rek.');
    await workspace.press('stem:ja.nl', 'in-rek', {
      channel: undefined,
      container: { type: 'view' },
      response_url: undefined,
      view: { id: 'V1', type: 'home' },
    });
    await shown('home', 'nl stem_geteld');
  });

  it('is not published when another tab is opened', async () => {
    await workspace.event({ type: 'app_home_opened', tab: 'messages', user: 'U000000002' });
    await workspace.event({ type: 'app_home_opened', tab: 'home' });
    await shown('home', 'nl onderwerpen');
    expect((await workspace.slack.views()).filter(({ user_id: user }) => user !== ADMIN)).toEqual([]);
  });
});

describe('the self-check', () => {
  it('opens in a modal from anywhere', async () => {
    const trigger_id = await workspace.slack.trigger();
    await workspace.interact({ type: 'shortcut', callback_id: 'zelfcheck', trigger_id });
    const modal = await shown('modal', 'Twijfel je over je fiets?');
    expect(modal.title?.text).toBe('nl slack_zelfcheck');
    expect(textsIn(modal.blocks)).toEqual(
      expect.arrayContaining(['1. Je fiets in een rek past.', '2. Je fiets op slot staat.']),
    );
  });

  it('shows the message that it is used on, as people read it, and keeps and logs nothing of it', async () => {
    const trigger_id = await workspace.slack.trigger();
    await workspace.interact({
      type: 'message_action',
      callback_id: 'zelfcheck_bericht',
      trigger_id,
      response_url: workspace.sink.url('none'),
      channel: { id: CHANNEL },
      message: {
        type: 'message',
        ts: '1.1',
        text: 'geheim &amp; <@U999|jan> in <#C1|algemeen> van <https://x.nl|x> <!here> <!date^1^{date}|maandag>',
      },
    });
    const modal = await shown('modal', 'geheim & @jan in #algemeen van x @here maandag');
    expect(textsIn(modal.blocks)).toEqual(
      expect.arrayContaining(['nl slack_bericht', 'nl slack_bericht_privacy']),
    );
    expect(modal).not.toMatchObject({ private_metadata: expect.stringContaining('geheim') });
    expect(JSON.stringify(workspace.logged)).not.toContain('geheim');
  });

  it('stays under the answer of a button in it', async () => {
    await workspace.interact({
      type: 'shortcut',
      callback_id: 'zelfcheck',
      trigger_id: await workspace.slack.trigger(),
    });
    const { view_id: id } = await shown('modal', 'Twijfel je over je fiets?');
    const made = await workspace.slack.call('views.generateTriggerId', { view_id: id }, 'xoxb-emulated');
    await workspace.interact(
      press('entry:in-rek', { id, type: 'modal', root_view_id: id }, String(made['trigger_id'])),
    );
    const answer = await shown('modal', 'In een rek.');
    expect(answer.view_id).not.toBe(id);
    await workspace.interact(
      press('entry:open', { id: answer.view_id, type: 'modal', root_view_id: id }, 'z'),
    );
    expect((await shown('modal', 'Van zeven tot zeven.')).view_id).toBe(answer.view_id);
  });
});
