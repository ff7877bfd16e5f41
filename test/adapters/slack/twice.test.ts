import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { createProcessStore } from '../../../src/store/index.ts';
import { CHANNEL } from './emulator.ts';
import { until } from '../../until.ts';
import { openWorkspace, textsIn } from './workspace.ts';
import type { Workspace } from './workspace.ts';

jest.setTimeout(60_000);

let time = Date.now();
let workspace: Workspace;
beforeAll(async () => {
  workspace = await openWorkspace({ store: createProcessStore(() => time) });
});
afterAll(() => workspace.stop());

/** The presses that were counted from here on. */
function presses() {
  const from = workspace.metered.length;
  return () => workspace.metered.slice(from).filter((event) => event.startsWith('press '));
}

describe('a button that is pressed twice', () => {
  it.each([
    ['asks once', 'kies:0.nl', 'entry:in-rek', 'Waar zet ik mijn fiets?'],
    ['votes once, and is thanked for once', 'stem:ja.nl', 'in-rek', 'nl stem_geteld'],
  ])('%s', async (_, action, value, text) => {
    time += 5_000;
    const counted = presses();
    const response_url = workspace.sink.url(`twice-${action}`);
    const twice = [1, 2].map(() => workspace.press(action, value, { response_url }));
    expect((await Promise.all(twice)).map(({ status }) => status)).toEqual([200, 200]);
    await until(() => counted().length === 2, 'both presses');
    expect(counted().toSorted()).toEqual(['press duplicate', 'press first']);
    // Another button is no second press; its answer comes after all others.
    await workspace.press('kies:1.nl', 'entry:open', { response_url });
    const answers = await workspace.sink.received(`twice-${action}`, 2);
    expect(answers.map(({ blocks }) => textsIn(blocks)[0])).toEqual([text, 'Wanneer is de stalling open?']);
  });

  it('shares once, and says so', async () => {
    const container = { message_ts: '1700000000.000300', is_ephemeral: true };
    const response_url = workspace.sink.url('shared-twice');
    const counted = presses();
    await Promise.all([1, 2].map(() => workspace.press('deel.nl', 'in-rek', { response_url, container })));
    const [, told] = await workspace.sink.received('shared-twice', 2);
    await until(() => counted().length === 2, 'both presses');
    expect(textsIn(told?.blocks)[0]).toBe('nl slack_gedeeld');
    time += 5_000;
    await workspace.press('deel.nl', 'in-rek', { response_url, container });
    const [, , later] = await workspace.sink.received('shared-twice', 3);
    expect(textsIn(later?.blocks)[0]).toBe('nl slack_al_gedeeld');
  });

  it('answers again when it is pressed later, by another person, or on another message', async () => {
    const response_url = workspace.sink.url('again');
    const press = (fields: object = {}) =>
      workspace.press('kies:2.nl', 'entry:open', { response_url, ...fields });
    await press();
    await press({ user: { id: 'U000000002', team_id: 'T000000001' } });
    await press({ container: { message_ts: '1700000000.000400', channel_id: CHANNEL, is_ephemeral: true } });
    await workspace.sink.received('again', 3);
    time += 5_000;
    await press();
    await expect(workspace.sink.received('again', 4)).resolves.toHaveLength(4);
  });
});

it('a vote is changed by the other button, and both are told', async () => {
  const response_url = workspace.sink.url('changed');
  for (const [place, action] of ['stem:ja.en', 'stem:nee.en', 'stem:ja.en'].entries()) {
    await workspace.press(action, 'open', { response_url });
    await workspace.sink.received('changed', place + 1);
    time += 5_000;
  }
  const told = await workspace.sink.received('changed', 3);
  expect(told.map(({ blocks }) => textsIn(blocks)[0])).toEqual([
    'en stem_geteld',
    'en stem_gewijzigd',
    'en stem_gewijzigd',
  ]);
});
