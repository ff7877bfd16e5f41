import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { createProcessStore } from '../../../src/store/index.ts';
import { until } from '../../until.ts';
import { buttonsIn, openWorkspace, textsIn } from './workspace.ts';
import type { Workspace } from './workspace.ts';

jest.setTimeout(60_000);

let time = Date.now();
let workspace: Workspace;
beforeAll(async () => {
  workspace = await openWorkspace({ store: createProcessStore(() => time) });
});
afterAll(() => workspace.stop());

describe('sharing', () => {
  it('puts the answer in the channel once, without a name, and takes the button away', async () => {
    const shared = { response_url: workspace.sink.url('share') };
    await workspace.press('deel.nl', 'in-rek', shared);
    const [open, own] = await workspace.sink.received('share', 2);
    expect(open).toMatchObject({ response_type: 'in_channel', replace_original: false });
    expect(textsIn(open?.blocks)).toEqual(expect.arrayContaining(['nl slack_gedeeld_door', 'In een rek.']));
    expect(JSON.stringify(open)).not.toContain('U000000001');
    expect(own).toMatchObject({ response_type: 'ephemeral', replace_original: true });
    expect(textsIn(own?.blocks)[0]).toBe('nl slack_gedeeld');
    expect(buttonsIn([open, own]).map(({ action }) => action)).not.toContain('deel.nl');
    time += 5_000;
    await workspace.press('deel.nl', 'in-rek', shared);
    const [, , again] = await workspace.sink.received('share', 3);
    expect(again?.['response_type']).toBe('ephemeral');
    expect(textsIn(again?.blocks)[0]).toBe('nl slack_al_gedeeld');
  });

  it('is in the language of the answer, not of a later question', async () => {
    await workspace.command('waar zet ik mijn fiets?');
    await workspace.sink.received('command');
    const response_url = workspace.sink.url('english');
    const container = { message_ts: '1700000000.000200', is_ephemeral: true };
    await workspace.press('deel.en', 'in-rek', { response_url, container });
    const [open, own] = await workspace.sink.received('english', 2);
    expect(textsIn(open?.blocks).slice(0, 2)).toEqual([
      'en slack_gedeeld_door',
      'Where do I put my bicycle?',
    ]);
    expect(textsIn(own?.blocks)[0]).toBe('en slack_gedeeld');
  });

  it('that fails is reported to the person, not as done', async () => {
    const { sink, logged, press } = workspace;
    const shared = {
      response_url: sink.url('refused'),
      container: { message_ts: '1700000000.000300', is_ephemeral: true },
    };
    sink.answer((_request, response) => {
      sink.answer();
      response.writeHead(404).end('{"ok":false,"error":"channel_not_found"}');
    });
    await press('deel.nl', 'in-rek', shared);
    const [, own] = await sink.received('refused', 2);
    expect(own).toMatchObject({ response_type: 'ephemeral', replace_original: true });
    expect(textsIn(own?.blocks)[0]).toBe('nl slack_niet_gedeeld');
    expect(buttonsIn(own?.blocks).map(({ action }) => action)).not.toContain('deel.nl');
    await until(() => logged.some(({ level }) => level === 'error'), 'a line in the log');
    expect(logged.at(-1)?.fields).toEqual({ reason: 'channel_not_found' });
  });

  it('of an answer that no longer exists is reported to the person alone', async () => {
    await workspace.press('deel.nl', 'bestaat-niet-meer', { response_url: workspace.sink.url('gone') });
    const [message] = await workspace.sink.received('gone');
    expect(message).toMatchObject({ response_type: 'ephemeral', replace_original: false });
    expect(textsIn(message?.blocks)[0]).toBe('nl verdwenen');
  });
});
