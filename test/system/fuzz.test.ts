import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { signed } from '../adapters/slack/workspace.ts';
import { activityTo, tokenWith } from '../adapters/teams/inbound.ts';
import { rawHttp } from '../server/raw-http.ts';
import { openEntrances } from './entrances.ts';

const RUNS = 150;
const FORM = 'application/x-www-form-urlencoded';

/** Everything that HTTP can reach, with whatever anybody can send there. */
describe('every entrance', () => {
  let bot: Awaited<ReturnType<typeof openEntrances>>;
  beforeAll(async () => {
    bot = await openEntrances();
  });
  afterAll(() => bot.stop());

  const send = async (path: string, body: string, headers: Record<string, string>) => {
    const response = await fetch(`http://127.0.0.1:${bot.port}${path}`, { method: 'POST', headers, body });
    await response.arrayBuffer();
    // Bolt gives it after three seconds to what it does not know; the guard is to refuse that.
    if (response.status === 404) throw new Error(`no answer to ${body}`);
    return response.status;
  };
  /** No 500, nothing that nobody caught, and the bot still there. */
  const holds = (status: number) => {
    expect(status).toBeGreaterThanOrEqual(100);
    expect(status).not.toBe(500);
    expect(bot.unhandled).toEqual([]);
  };
  const json = fc.oneof(
    fc.jsonValue(),
    fc.constantFrom(null, 1, 'x', [], {}, true),
    fc.object({ maxDepth: 4 }),
  );
  const anyText = fc.string().map((text) => text.toWellFormed());
  /** A right payload of a platform with some of its fields replaced by anything. */
  const bent = (right: Readonly<Record<string, unknown>>) =>
    fc
      .record(
        Object.fromEntries(
          Object.entries(right).map(([key, value]) => [
            key,
            fc.oneof({ weight: 3, arbitrary: fc.constant(value) }, { weight: 1, arbitrary: json }),
          ]),
        ),
        { requiredKeys: [] },
      )
      .map((value) => JSON.stringify(value));
  const check = async (body: fc.Arbitrary<string>, to: (body: string) => Promise<number>) => {
    await fc.assert(
      fc.asyncProperty(body, async (text) => {
        holds(await to(text));
      }),
      { numRuns: RUNS },
    );
  };

  it('takes any bytes as a request', async () => {
    const request = fc
      .tuple(
        fc.constantFrom('GET', 'POST', 'PUT', 'HEAD', 'OPTIONS', 'TRACE', 'X'),
        fc.oneof(
          fc.webPath(),
          fc.string().map((text) => encodeURI(text.toWellFormed())),
          fc.constantFrom(
            '/',
            '//',
            '/%',
            '/vraag/%',
            '/slack/events',
            '/api/messages',
            '/metrics',
            '/assets/..',
          ),
        ),
        fc.string({ maxLength: 40 }),
        fc.uint8Array({ maxLength: 60 }),
      )
      .map(([method, path, host, body]) => {
        const head = `${method} ${path || '/'} HTTP/1.1\r\nhost: ${host}\r\nconnection: close\r\ncontent-length: ${body.length}\r\n\r\n`;
        return Buffer.concat([Buffer.from(head), body]);
      });
    await fc.assert(
      fc.asyncProperty(request, async (bytes) => {
        holds((await rawHttp(bot.port, bytes)).status);
      }),
      { numRuns: RUNS },
    );
  }, 60_000);

  it('takes any signed content from Slack', async () => {
    const to = (type: string) => (body: string) =>
      send('/slack/events', body, { 'content-type': type, ...signed(body) });
    const event = {
      type: 'message',
      channel_type: 'im',
      user: 'U1',
      channel: 'D1',
      ts: '1.1',
      text: 'fiets',
    };
    const action = { action_id: 'choose:0', value: 'entry:open', type: 'button' };
    const pressed = {
      ...{ type: 'block_actions', user: { id: 'U1' }, channel: { id: 'C1' }, team: { id: 'T1' } },
      ...{ actions: [action], trigger_id: 't', container: { is_ephemeral: true, message_ts: '1.1' } },
      response_url: 'http://127.0.0.1:1/x',
    };
    await check(
      json.map((value) => JSON.stringify(value)),
      to('application/json'),
    );
    await check(anyText, to('application/json'));
    await check(
      anyText.map((payload) => new URLSearchParams({ payload }).toString()),
      to(FORM),
    );
    await check(
      bent({ type: 'event_callback', team_id: 'T1', event_id: 'E1', event }),
      to('application/json'),
    );
    await check(
      bent(event).map((inner) => `{"type":"event_callback","event_id":"${Math.random()}","event":${inner}}`),
      to('application/json'),
    );
    await check(
      bent(pressed).map((text) => new URLSearchParams({ payload: text }).toString()),
      to(FORM),
    );
    await check(fc.webQueryParameters(), to(FORM));
    await check(
      fc.string({ unit: 'grapheme' }).map((text) =>
        new URLSearchParams({
          command: '/handreiking',
          text: text.toWellFormed(),
          user_id: 'U1',
        }).toString(),
      ),
      to(FORM),
    );
  }, 120_000);

  it('takes any content from Teams with a valid token', async () => {
    const service = bot.service;
    const authorization = `Bearer ${tokenWith({ claims: { serviceurl: service } })}`;
    const to = (body: string) =>
      send('/api/messages', body, { 'content-type': 'application/json', authorization });
    await check(
      json.map((value) => JSON.stringify(value)),
      to,
    );
    await check(anyText, to);
    await check(bent(activityTo(service, { type: 'message', value: { ask: 'entry:open' } })), to);
    const names = ['adaptiveCard/action', 'composeExtension/query', 'composeExtension/submitAction'];
    for (const name of names) {
      await check(
        json.map((value) => JSON.stringify(activityTo(service, { type: 'invoke', name, value }))),
        to,
      );
    }
  }, 120_000);

  it('takes any content on the page', async () => {
    const texts = fc.oneof(fc.string({ unit: 'binary', maxLength: 3_000 }), json);
    const fields = fc
      .record({ vraag: texts, gesprek: texts, antwoord: texts, nuttig: texts }, { requiredKeys: [] })
      .map((value) => JSON.stringify(value));
    for (const path of ['/api/vraag', '/api/stem']) {
      await check(fields, (body) => send(path, body, { 'content-type': 'application/json' }));
      await check(anyText, (body) => send(path, body, { 'content-type': 'application/json' }));
    }
    for (const path of ['/', '/stem']) {
      await check(fc.webQueryParameters(), (body) => send(path, body, { 'content-type': FORM }));
    }
  }, 120_000);

  it('logs no fault of its own for any of it', () => {
    // An address for the answer that is none of Slack's; and Bolt's timer, which runs on behind an event that was refused.
    const known = /^(Slack did not take|An incoming event was not)/;
    expect([...new Set(bot.faults.filter((message) => !known.test(message)))]).toEqual([]);
  });
});
