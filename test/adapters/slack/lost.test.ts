import { expect, it, jest } from '@jest/globals';
import type { Fetch } from '../../../adapters/slack/network.ts';
import { createProcessStore } from '../../../src/store/index.ts';
import { sorryAsker, speechless } from '../sorry.ts';
import { DIRECT, openWorkspace } from './workspace.ts';
import type { Workspace, WorkspaceParts } from './workspace.ts';

jest.setTimeout(60_000);

/** What happens to a call that is to fail; nothing when it goes through. */
type Failing = () => Promise<Response> | Response;

const status = (code: number, headers = {}) => new Response('', { status: code, headers });
const never: Failing = () => new Promise(() => undefined);

/** Lets all calls through but those to an address that ends so, the first `times` of them. */
function failing(address: string, fail: Failing, times = Infinity): Fetch {
  let calls = 0;
  return async (url, init) => {
    if (!String(url).endsWith(address) || (calls += 1) > times) return fetch(url, init);
    const late = new Promise<never>((_, reject) => {
      init?.signal?.addEventListener('abort', () => {
        reject(init.signal?.reason as Error);
      });
    });
    return Promise.race([fail(), late]);
  };
}

const mention = ({ event }: Workspace) => event({ type: 'app_mention', ts: '5.1', text: 'help' });
const command = (workspace: Workspace) => workspace.command('help');
const home = ({ event }: Workspace) => event({ type: 'app_home_opened', tab: 'home' });
const shortcut = async ({ interact, slack }: Workspace) =>
  interact({ type: 'shortcut', callback_id: 'zelfcheck', trigger_id: await slack.trigger() });
const press =
  (action: string, value: string, place: 'message' | object = 'message') =>
  (workspace: Workspace) =>
    workspace.press(
      action,
      value,
      place === 'message'
        ? { response_url: workspace.sink.url('press') }
        : { channel: undefined, container: { type: 'view' }, response_url: undefined, view: place },
    );

/** Does something in a workspace, lets what runs end, and tells what was counted of faults. */
async function faultsAfter(parts: WorkspaceParts, act: (workspace: Workspace) => Promise<unknown>) {
  const workspace = await openWorkspace(parts);
  await act(workspace).finally(workspace.stop);
  return workspace.metered.filter((event) => event.startsWith('fault') || event.endsWith('failed'));
}

it.each<[string, (workspace: Workspace) => Promise<unknown>, Fetch]>([
  ['HTTP 500 to a mention', mention, failing('postMessage', () => status(500))],
  [
    'an error in the body to a mention',
    mention,
    failing('postMessage', () => Response.json({ ok: false, error: 'is_archived' })),
  ],
  [
    'blocks and words that it does not take',
    mention,
    failing('postMessage', () => Response.json({ ok: false, error: 'invalid_blocks' })),
  ],
  [
    'a wait longer than the bot waits',
    mention,
    failing('postMessage', () => status(429, { 'retry-after': '60' })),
  ],
  [
    'a short wait, again and again',
    mention,
    failing('postMessage', () => status(429, { 'retry-after': '0.1' })),
  ],
  ['no answer at all', mention, failing('postMessage', never)],
  [
    'a connection that breaks',
    mention,
    failing('postMessage', () => Promise.reject(Object.assign(new Error('reset'), { code: 'ECONNRESET' }))),
  ],
  ['HTTP 404 to a command', command, failing('/command', () => status(404))],
  ['HTTP 500 to a command', command, failing('/command', () => status(500))],
  [
    'an error in the body to a command',
    command,
    failing('/command', () => Response.json({ ok: false, error: 'used_url' })),
  ],
  ['no answer to a command', command, failing('/command', never)],
  [
    'an address that is not its own',
    ({ command }) => command('help', { response_url: 'http://127.0.0.2/' }),
    fetch,
  ],
  ['an address that is none', ({ command }) => command('help', { response_url: '' }), fetch],
  ['HTTP 500 to the Home tab', home, failing('views.publish', () => status(500))],
  ['HTTP 500 to a window that opens', shortcut, failing('views.open', () => status(500))],
  [
    'an expired trigger for a second window',
    press('kies:0.nl', 'entry:in-rek', { id: 'V1', type: 'modal', root_view_id: 'V1' }),
    failing('views.push', () => Response.json({ ok: false, error: 'expired_trigger_id' })),
  ],
  [
    'HTTP 500 to what changes in a window',
    press('kies:0.nl', 'entry:in-rek', { id: 'V2', type: 'modal', root_view_id: 'V1' }),
    failing('views.update', () => status(500)),
  ],
  ['HTTP 500 to a button', press('kies:0.nl', 'entry:in-rek'), failing('/press', () => status(500))],
  ['HTTP 500 to the thanks for a vote', press('stem:ja.nl', 'in-rek'), failing('/press', () => status(500))],
  [
    'HTTP 500 to sharing, which is then told',
    press('deel.nl', 'in-rek'),
    failing('/press', () => status(500), 3),
  ],
  ['HTTP 500 to sharing and to telling so', press('deel.nl', 'in-rek'), failing('/press', () => status(500))],
])('loses one answer when Slack gives %s', async (_, act, fetch) => {
  expect(await faultsAfter({ settings: { fetch } }, act)).toEqual(['fault lost']);
});

it.each<[string, (workspace: Workspace) => Promise<unknown>, Fetch]>([
  ['at a second try', mention, failing('postMessage', () => status(500), 2)],
  [
    'as words, without blocks',
    mention,
    failing('postMessage', () => Response.json({ ok: false, error: 'invalid_blocks' }), 1),
  ],
  ['at a second try of a command', command, failing('/command', () => status(503), 1)],
])('an answer that arrives %s is not lost', async (_, act, fetch) => {
  expect(await faultsAfter({ settings: { fetch } }, act)).toEqual([]);
});

it('an event that needs no answer loses none', async () => {
  const other = ({ event }: Workspace) => event({ type: 'message', channel: 'C9', ts: '1.1', text: 'help' });
  expect(await faultsAfter({}, other)).toEqual([]);
});

it.each<[string, WorkspaceParts, (workspace: Workspace) => Promise<unknown>, string[]]>([
  ['its core, at a question', { asker: sorryAsker }, mention, ['question failed']],
  ['its core, at a button', { asker: sorryAsker }, press('kies:0.nl', 'entry:in-rek'), ['button failed']],
  [
    'its store, at a vote',
    { store: { ...createProcessStore(), claim: () => Promise.reject(new Error('store')) } },
    press('stem:ja.nl', 'in-rek'),
    ['fault failed'],
  ],
  [
    'its core, while Slack takes no apology',
    { asker: sorryAsker, settings: { fetch: failing('postMessage', () => status(500)) } },
    ({ event }) => event({ type: 'message', channel_type: 'im', channel: DIRECT, ts: '5.1', text: 'help' }),
    ['question failed', 'fault lost'],
  ],
  [
    'its drawing, so that there is no apology either',
    { assistant: speechless },
    command,
    ['fault failed', 'fault lost'],
  ],
])('counts once that it fails in %s', async (_, parts, act, counted) => {
  expect(await faultsAfter(parts, act)).toEqual(counted);
});
