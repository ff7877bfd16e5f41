import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { createAsker } from '../../../src/core/index.ts';
import type { Suggest, Suggestion } from '../../../src/core/index.ts';
import { smallKnowledge } from '../../core/small-knowledge.ts';
import { until } from '../../until.ts';
import { ADMIN, TEAM } from './emulator.ts';
import type { View } from './emulator.ts';
import { openWorkspace, textsIn } from './workspace.ts';
import type { Workspace } from './workspace.ts';

jest.setTimeout(60_000);

const small = createAsker(smallKnowledge());
const LONG: Suggestion = {
  label: `${'Mag ik dat? '.repeat(8)}(Regels)`,
  value: 'entry:fietsen/open',
  language: 'nl',
};
const suggest: Suggest = (text, n, language) => {
  if (text.includes('boem')) throw new Error(text);
  if (text === 'lang') return [LONG, { ...LONG, value: `entry:${'x'.repeat(150)}` }];
  return small.suggest(text, n, language);
};

let workspace: Workspace;
beforeAll(async () => {
  workspace = await openWorkspace({ asker: { ...small, suggest } });
});
afterAll(() => workspace.stop());

interface Found {
  readonly options: readonly {
    readonly text: { readonly type: string; readonly text: string };
    readonly value: string;
    readonly description?: { readonly text: string };
  }[];
}

const typing = (value: unknown, action_id = 'zoek.nl') =>
  workspace.interact({
    type: 'block_suggestion',
    container: { type: 'view', view_id: 'V1' },
    view: { id: 'V1', type: 'home' },
    action_id,
    block_id: 'b',
    value,
  });
const found = async (value: unknown, action_id?: string) =>
  ((await (await typing(value, action_id)).json()) as Found).options;

describe('the search on the Home tab and in the modal', () => {
  it('is a select that asks the bot after three letters', async () => {
    await workspace.event({ type: 'app_home_opened', tab: 'home' });
    await workspace.interact({
      type: 'shortcut',
      callback_id: 'zelfcheck',
      trigger_id: await workspace.slack.trigger(),
    });
    for (const type of ['home', 'modal'] as const) {
      const view = await shown(type, 'nl slack_zoek');
      expect(view.blocks).toContainEqual(
        expect.objectContaining({
          type: 'section',
          accessory: expect.objectContaining({
            type: 'external_select',
            action_id: 'zoek.nl',
            min_query_length: 3,
            placeholder: expect.objectContaining({ text: 'nl slack_zoek_typ' }),
          }),
        }),
      );
    }
  });

  it('offers the questions that what is typed may become, within two seconds', async () => {
    const start = performance.now();
    expect((await found('waar z'))[0]).toEqual({
      text: { type: 'plain_text', text: 'Waar zet ik mijn fiets?', emoji: false },
      value: 'entry:fietsen/in-rek',
    });
    expect(performance.now() - start).toBeLessThan(2_000);
    expect((await found('openingstijdn'))[0]?.text.text).toBe('Wanneer is de stalling open?');
    expect((await found('fiets', 'zoek.en'))[0]?.text.text).toMatch(/bicycle/);
  });

  it.each([['xqz'], [''], [undefined], [7], ['a boem'], ['x'.repeat(20_000)]])(
    'offers nothing, with 200, for %j',
    async (value) => {
      const response = await typing(value);
      expect([response.status, await response.json()]).toEqual([200, { options: [] }]);
    },
  );

  it('keeps to the lengths of Slack, and leaves out what cannot be picked', async () => {
    const options = await found('lang');
    expect(options).toHaveLength(1);
    const [{ text, description } = { text: { text: '' } }] = options;
    expect(text.text.length).toBeLessThanOrEqual(75);
    expect(description?.text.length).toBeLessThanOrEqual(75);
    expect(description?.text).toMatch(/^….*\(Regels\)$/);
  });

  it('is neither counted as a question nor logged', async () => {
    const before = workspace.metered.length;
    await found('waar zet ik');
    expect(workspace.metered.slice(before)).toEqual(['suggestion found']);
    expect(JSON.stringify(workspace.logged)).not.toMatch(/waar z|boem/);
  });

  it('is answered for Slack alone', async () => {
    const payload = JSON.stringify({ type: 'block_suggestion', user: { id: ADMIN }, value: 'fiets' });
    const response = await workspace.send(`payload=${encodeURIComponent(payload)}`, {
      'content-type': 'application/x-www-form-urlencoded',
      'x-slack-signature': 'v0=0',
    });
    expect([response.status, await response.text()]).toEqual([401, '']);
  });

  it('answers what is picked, in the view and the language that it was picked in', async () => {
    const pick = (action_id: string, value: string) =>
      workspace.interact({
        type: 'block_actions',
        trigger_id: action_id,
        team: { id: TEAM },
        view: { id: 'V1', type: 'home', hash: action_id },
        container: { type: 'view' },
        actions: [{ type: 'external_select', action_id, block_id: 'b', selected_option: { value } }],
      });
    await pick('zoek.nl', 'entry:fietsen/in-rek');
    await shown('home', 'In een rek.');
    await pick('zoek.en', 'entry:fietsen/in-rek');
    await shown('home', 'In a rack.');
    expect(workspace.metered).toContain('button answer');
  });
});

/** The view of a type that says something, when it is there. */
async function shown(type: View['type'], text: string): Promise<View> {
  let view: View | undefined;
  await until(async () => {
    view = (await workspace.slack.views()).find(
      (one) => one.type === type && textsIn(one.blocks).includes(text),
    );
    return view !== undefined;
  }, `a ${type} with ${text}`);
  return view as View;
}
