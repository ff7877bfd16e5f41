import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Fetch } from '../../../adapters/slack/network.ts';
import { BOT, CHANNEL } from './emulator.ts';
import { until } from '../../until.ts';
import { openWorkspace } from './workspace.ts';
import type { Workspace, WorkspaceParts } from './workspace.ts';

jest.setTimeout(60_000);

let workspace: Workspace;
const open = async (parts?: WorkspaceParts) => (workspace = await openWorkspace(parts));
afterEach(() => workspace.stop());

const ready = async () => (await fetch(`${workspace.base}/readyz`)).status;
const said = (text: string) => () => workspace.logged.some(({ message }) => message.includes(text));
const SECRET_QUESTION = 'mijn geheime vraag';

/** Lets calls of one method through only when `how` gives no answer of its own. */
function meddling(method: string, how: (calls: number) => Response | Promise<Response> | undefined): Fetch {
  let calls = 0;
  return (url, init) => {
    if (!String(url).endsWith(method)) return fetch(url, init);
    calls += 1;
    return Promise.resolve(how(calls) ?? fetch(url, init));
  };
}

describe('when Slack is down or refuses the token at a start', () => {
  it.each<[string, Fetch, string]>([
    [
      'an outage',
      meddling('auth.test', (calls) => (calls <= 1 ? new Response('', { status: 503 }) : undefined)),
      'Slack cannot be reached (HTTP 503)',
    ],
    [
      'a wrong token',
      meddling('auth.test', (calls) =>
        calls <= 1 ? Response.json({ ok: false, error: 'invalid_auth' }) : undefined,
      ),
      'Slack refuses the token (invalid_auth); check SLACK_BOT_TOKEN and SLACK_APP_TOKEN',
    ],
  ])('the bot starts, says so, and serves when %s is over', async (_, fetch, reason) => {
    const { channel, event, send } = await open({ settings: { fetch } });
    expect(channel.notReady()).toBe(reason);
    expect(await ready()).toBe(503);
    const early = await event({ type: 'app_mention', ts: '1.1', text: 'help' });
    expect([early.status, early.headers.get('retry-after')]).toEqual([503, '5']);
    const challenge = await send(JSON.stringify({ type: 'url_verification', challenge: 'abc' }));
    expect(challenge.status).toBe(200);
    await until(() => channel.notReady() === undefined, 'a connection');
    expect((await event({ type: 'app_mention', ts: '1.1', text: 'help' })).status).toBe(200);
    expect(JSON.stringify(workspace.logged)).not.toContain(BOT.token);
  });
});

describe('when a call to Slack fails', () => {
  const mention = () => workspace.event({ type: 'app_mention', ts: '5.1', text: SECRET_QUESTION });
  const posted = () =>
    workspace.slack.messages(CHANNEL, '5.1').then(
      (all) => all.length > 0,
      () => false,
    );

  it.each<[string, (calls: number) => Response | undefined]>([
    ['HTTP 500', (calls) => (calls <= 2 ? new Response('', { status: 500 }) : undefined)],
    [
      'a wait that Slack asks for',
      (calls) =>
        calls === 1 ? new Response('', { status: 429, headers: { 'retry-after': '1' } }) : undefined,
    ],
    [
      'blocks that it does not take',
      (calls) => (calls === 1 ? Response.json({ ok: false, error: 'msg_blocks_too_long' }) : undefined),
    ],
  ])('the answer arrives all the same: %s', async (_, how) => {
    await open({ settings: { fetch: meddling('chat.postMessage', how) } });
    await mention();
    await until(posted, 'an answer');
  });

  it.each<[string, (calls: number) => Response | Promise<Response>, string, number]>([
    ['is down', () => new Response('', { status: 500 }), 'HTTP 500', 3],
    [
      'asks to wait long',
      () => new Response('', { status: 429, headers: { 'retry-after': '60' } }),
      'rate limited',
      1,
    ],
    [
      'does not want the bot there',
      () => Response.json({ ok: false, error: 'channel_not_found' }),
      'channel_not_found',
      1,
    ],
  ])(
    'it is given up after some tries, and logged without the question, when Slack %s',
    async (_, how, reason, tries) => {
      let calls = 0;
      const counted = (call: number) => {
        calls = call;
        return how(call);
      };
      await open({ settings: { fetch: meddling('chat.postMessage', counted) } });
      await mention();
      await until(said('Slack did not take an answer'), 'a line in the log');
      expect(workspace.logged.find(({ level }) => level === 'error')?.fields).toEqual({ reason });
      expect(calls).toBe(tries);
      expect(JSON.stringify(workspace.logged)).not.toContain(SECRET_QUESTION);
    },
  );

  it('a call that times out is not repeated, because it may have been done', async () => {
    let calls = 0;
    const hanging: Fetch = (url, init) => {
      if (!String(url).endsWith('chat.postMessage')) return fetch(url, init);
      calls += 1;
      return new Promise((_, reject) => {
        init?.signal?.addEventListener('abort', () => {
          reject(init.signal?.reason as Error);
        });
      });
    };
    await open({ settings: { fetch: hanging } });
    await mention();
    await until(said('Slack did not take an answer'), 'a line in the log');
    expect(workspace.logged.at(-1)?.fields).toEqual({ reason: 'timeout' });
    expect(calls).toBe(1);
  });
});

describe('when a response address fails', () => {
  it.each<[string, number, string, number]>([
    ['is expired', 404, 'HTTP 404', 1],
    ['is down', 500, 'HTTP 500', 3],
  ])('that %s, it is given up after some tries', async (_, status, reason, tries) => {
    const { sink, command } = await open();
    sink.answer((_request, response) => response.writeHead(status).end());
    await command('help');
    await until(said('Slack did not take an answer'), 'a line in the log');
    expect(workspace.logged.at(-1)?.fields).toEqual({ reason });
    expect(sink.sunk).toHaveLength(tries);
  });

  it.each([200, 400])('by not taking blocks (HTTP %d), the words arrive all the same', async (status) => {
    const { sink, command } = await open();
    sink.answer((_request, response) => {
      sink.answer();
      response.writeHead(status).end('{"ok":false,"error":"invalid_blocks"}');
    });
    await command('help');
    const [drawn, words] = await sink.received('command', 2);
    expect(words).toEqual({ ...drawn, blocks: [] });
  });

  it('with an error code of Slack, the code is in the log', async () => {
    const { sink, command } = await open();
    sink.answer((_request, response) => response.writeHead(404).end('{"ok":false,"error":"used_url"}'));
    await command('help');
    await until(said('Slack did not take an answer'), 'a line in the log');
    expect(workspace.logged.at(-1)?.fields).toEqual({ reason: 'used_url' });
  });

  it('by not answering, the call times out', async () => {
    const { sink, command } = await open();
    sink.answer(() => undefined);
    await command('help');
    await until(said('Slack did not take an answer'), 'a line in the log');
    expect(workspace.logged.at(-1)?.fields).toEqual({ reason: 'timeout' });
  });

  it('an address of another host is not called', async () => {
    const { command, logged } = await open();
    let calls = 0;
    const other = createServer((_request, response) => {
      calls += 1;
      response.end();
    });
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.2', resolve));
    const { port } = other.address() as AddressInfo;
    try {
      await command('help', { response_url: `http://127.0.0.2:${port}/` });
      await until(() => calls > 0 || logged.some(({ level }) => level === 'error'), 'a line in the log');
      expect(calls).toBe(0);
    } finally {
      other.closeAllConnections();
      other.close();
    }
  });
});
