import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { createAsker } from '../../../src/core/index.ts';
import { TITLES, twoGuidances } from '../../fixtures/two-guidances.ts';
import { until } from '../../until.ts';
import type { View } from './emulator.ts';
import { buttonsIn, openWorkspace, textsIn } from './workspace.ts';
import type { Workspace } from './workspace.ts';

jest.setTimeout(60_000);

let workspace: Workspace;
beforeAll(async () => {
  workspace = await openWorkspace({ asker: createAsker(twoGuidances()) });
});
afterAll(() => workspace.stop());

async function shown(type: View['type'], text: string): Promise<View> {
  let found: View | undefined;
  await until(async () => {
    found = (await workspace.slack.views()).find(
      (view) => view.type === type && textsIn(view.blocks).includes(text),
    );
    return found !== undefined;
  }, `a ${type} with ${text}`);
  return found as View;
}

const press = (value: string, view: object, trigger_id: string) => ({
  type: 'block_actions',
  trigger_id,
  view,
  container: { type: 'view' },
  actions: [{ type: 'button', action_id: 'kies:0.nl', value }],
});

describe('two guidances in Slack', () => {
  it('are both named on the Home tab, each above its topics', async () => {
    await workspace.event({ type: 'app_home_opened', tab: 'home' });
    const { blocks } = await shown('home', TITLES.office);
    const texts = textsIn(blocks);
    expect(texts).toContain(TITLES.home);
    expect(texts.at(-2)).toBe(`De bot citeert de ${TITLES.home} en de ${TITLES.office}.`);
    expect(buttonsIn(blocks).map(({ value }) => value)).toEqual(
      expect.arrayContaining(['topic:thuiswerken/Werktijd', 'topic:op-kantoor/Werktijd']),
    );
  });

  it('give the choice between their self-checks in the modal, and then the chosen one', async () => {
    const trigger_id = await workspace.slack.trigger();
    await workspace.interact({ type: 'shortcut', callback_id: 'zelfcheck', trigger_id });
    const { view_id: id, blocks } = await shown('modal', 'Welke zelfcheck wil je doen?');
    const values = buttonsIn(blocks).map(({ value }) => value);
    expect(values).toEqual(['entry:thuiswerken/zelfcheck', 'entry:op-kantoor/zelfcheck']);
    const made = await workspace.slack.call('views.generateTriggerId', { view_id: id }, 'xoxb-emulated');
    const view = { id, type: 'modal', root_view_id: id };
    await workspace.interact(press('entry:op-kantoor/zelfcheck', view, String(made['trigger_id'])));
    const chosen = await shown('modal', '1. Je raam dicht is.');
    expect(JSON.stringify(chosen)).toContain('op-kantoor/zelfcheck');
    expect(textsIn(chosen.blocks)).not.toContain('1. Sta op en loop een rondje.');
  });

  it('share an answer by its id, also by the one that it had before there were two', async () => {
    for (const value of ['op-kantoor/parkeren', 'parkeren']) {
      await workspace.press('deel.nl', value, {
        response_url: workspace.sink.url(value),
        container: { type: 'message', message_ts: `17${value.length}.1`, is_ephemeral: true },
      });
      const [open, own] = await workspace.sink.received(value, 2);
      expect(open).toMatchObject({ response_type: 'in_channel' });
      expect(textsIn(open?.blocks)).toContain('Op het dak. Vragen? Ga naar de balie.');
      expect(textsIn(own?.blocks)[0]).toBe('Dit antwoord staat nu in het kanaal. Je naam staat er niet bij.');
    }
  });

  it('share nothing that neither has', async () => {
    const response_url = workspace.sink.url('weg');
    await workspace.press('deel.nl', 'thuiswerken/parkeren', { response_url });
    const [notice] = await workspace.sink.received('weg');
    expect(notice).toMatchObject({ response_type: 'ephemeral' });
  });
});
