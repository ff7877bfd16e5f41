import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { createProcessStore } from '../../../src/store/index.ts';
import type { CountedEvent } from '../../../src/store/index.ts';
import { until } from '../../until.ts';
import { CHANNEL } from './emulator.ts';
import { commanded, pressed } from './private-answers.ts';
import { buttonsIn, openWorkspace, textsIn } from './workspace.ts';
import type { Workspace } from './workspace.ts';

jest.setTimeout(60_000);

const counted: CountedEvent[] = [];
let workspace: Workspace;
beforeAll(async () => {
  const store = { ...createProcessStore(), count: (one: CountedEvent) => void counted.push(one) };
  workspace = await openWorkspace({ store });
});
afterAll(() => workspace.stop());

const reasonsIn = (blocks: unknown) => buttonsIn(blocks).filter(({ action }) => action.startsWith('reden:'));
const places = {
  'a private answer': {},
  'a thread': {
    container: { type: 'message', message_ts: '1800000004.1', channel_id: CHANNEL, thread_ts: '1' },
  },
};

describe('an answer', () => {
  it('asks whether it was useful', async () => {
    const { blocks } = await commanded(workspace, 'waar zet ik mijn fiets?');
    expect(textsIn(blocks)).toContain('nl nuttig_vraag');
  });
});

describe.each(Object.entries(places))('not useful, in %s', (_, fields) => {
  it('asks why, and leads on', async () => {
    const { blocks, ...message } = await pressed(workspace, 'stem:nee.nl', 'fietsen/in-rek', fields);
    expect(message).toMatchObject({ response_type: 'ephemeral', replace_original: false });
    expect(textsIn(blocks)[0]).toMatch(/^nl stem_/);
    expect(reasonsIn(blocks).map(({ text }) => text)).toEqual(
      ['onderwerp', 'onduidelijk', 'onvolledig', 'anders'].map((name) => `nl reden_${name}`),
    );
    expect(textsIn(blocks)).toEqual(
      expect.arrayContaining(['Wanneer is de stalling open?', 'nl verder_contact de receptie']),
    );
  });

  it('has a reason on the same ballot, though it is pressed in another message', async () => {
    counted.length = 0;
    const own = { ...fields, user: { id: `U${Math.random()}` } };
    const asked = await pressed(workspace, 'stem:nee.nl', 'fietsen/open', own);
    const [reason] = reasonsIn(asked.blocks);
    const container = {
      type: 'message',
      message_ts: '1900000000.1',
      channel_id: CHANNEL,
      is_ephemeral: true,
    };
    const press = { container, user: own.user };
    const thanks = await pressed(workspace, reason?.action ?? '', reason?.value ?? '', press);
    expect(thanks).toMatchObject({ replace_original: true });
    expect(textsIn(thanks.blocks)[0]).toBe('nl reden_geteld');
    expect(reasonsIn(thanks.blocks)).toEqual([]);
    expect(counted).toMatchObject([
      { kind: 'vote', entry: 'fietsen/open', useful: false },
      { kind: 'reason', entry: 'fietsen/open', reason: 'wrong-subject' },
    ]);
    // Then useful after all, on the answer itself.
    await pressed(workspace, 'stem:ja.nl', 'fietsen/open', own);
    expect(counted.slice(2)).toMatchObject([
      { kind: 'vote', useful: true },
      { kind: 'reason', replaces: 'wrong-subject' },
    ]);
  });
});

it('not useful, in the Home tab, asks why above the answer', async () => {
  await workspace.press('stem:nee.nl', 'fietsen/in-rek', {
    channel: undefined,
    container: { type: 'view' },
    response_url: undefined,
    view: { id: 'V7', type: 'home' },
  });
  let blocks: unknown;
  await until(async () => {
    const home = (await workspace.slack.views()).find(({ type }) => type === 'home');
    blocks = home?.blocks;
    return reasonsIn(blocks).length > 0;
  }, 'the reasons in the Home tab');
  expect(textsIn(blocks)).toEqual(expect.arrayContaining(['nl stem_geteld', 'In een rek.']));
});

it('a reason that is none of ours is not counted', async () => {
  counted.length = 0;
  const url = { response_url: workspace.sink.url('odd') };
  expect((await workspace.press('reden:saai.nl', 'fietsen/in-rek b', url)).status).toBe(200);
  await pressed(workspace, 'kies:0', 'help');
  expect(counted.filter(({ kind }) => kind !== 'reply')).toEqual([]);
});
