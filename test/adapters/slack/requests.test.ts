import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { openWorkspace, signed } from './workspace.ts';
import type { Workspace } from './workspace.ts';

jest.setTimeout(60_000);

let workspace: Workspace;
const unhandled: unknown[] = [];
const keep = (reason: unknown) => unhandled.push(reason);
beforeAll(async () => {
  process.on('unhandledRejection', keep);
  workspace = await openWorkspace();
});
afterAll(async () => {
  process.off('unhandledRejection', keep);
  await workspace.stop();
});

const EVENT = JSON.stringify({ type: 'event_callback', event: { type: 'app_mention' } });
const FORM = 'application/x-www-form-urlencoded';
const now = () => Math.floor(Date.now() / 1_000);
const status = async (response: Promise<Response>) => (await response).status;

describe('a request over HTTP', () => {
  it.each<[string, () => Record<string, string>, number]>([
    ['signed just now', () => signed(EVENT), 200],
    ['signed with another secret', () => signed(EVENT, now(), 'other'), 401],
    ['signed for another body', () => signed('{}'), 401],
    ['signed ten minutes ago', () => signed(EVENT, now() - 600), 401],
    ['signed for ten minutes ahead', () => signed(EVENT, now() + 600), 401],
    ['signed without a time', () => ({ ...signed(EVENT), 'x-slack-request-timestamp': 'soon' }), 401],
    ['not signed', () => ({ 'x-slack-signature': '' }), 401],
  ])('%s', async (_, headers, expected) => {
    expect(await status(workspace.send(EVENT, headers()))).toBe(expected);
  });

  it.each([
    ['null', 'null', 400],
    ['a number', '1', 400],
    ['a text', '"x"', 400],
    ['a list', '[]', 400],
    ['an empty object', '{}', 400],
    ['half a body', '{"type":"event_', 400],
    ['an event that is null', '{"type":"event_callback","event":null}', 400],
    ['a kind of event that is not known', '{"type":"something"}', 400],
    ['a press of nothing', '{"type":"block_actions","user":{"id":"U1"}}', 400],
    ['a press by nobody', '{"type":"block_actions","user":null}', 400],
    ['nothing', '', 400],
  ])('with %s in it is refused', async (_, body, expected) => {
    expect(await status(workspace.send(body))).toBe(expected);
  });

  it.each([
    'null',
    '[]',
    '7',
    '{"type":"block_actions"}',
    '{"type":"interactive_message","user":{"id":"U"}}',
    '%',
  ])('with a form with the payload %s is refused', async (payload) => {
    const body = new URLSearchParams({ payload }).toString();
    expect(await status(workspace.send(body, { 'content-type': FORM }))).toBe(400);
  });

  it('of another type, method, path or size is refused', async () => {
    const url = `${workspace.base}/slack/events`;
    expect(await status(workspace.send(EVENT, { 'content-type': 'text/plain' }))).toBe(415);
    expect(await status(fetch(url))).toBe(405);
    expect(await status(fetch(`${url}/more`, { method: 'POST' }))).toBe(404);
    const large = 'x'.repeat(5 * 1024 * 1024);
    expect(
      await workspace.send(large).then(
        (response) => response.status,
        () => 413,
      ),
    ).toBe(413);
  });

  it('of url_verification is answered', async () => {
    const challenge = await workspace.send(JSON.stringify({ type: 'url_verification', challenge: 'abc' }));
    expect(await challenge.json()).toEqual({ challenge: 'abc' });
    const body = 'ssl_check=1&token=x';
    expect(await status(workspace.send(body, { 'content-type': FORM, 'x-slack-signature': '' }))).toBe(200);
  });

  it('of app_rate_limited is acknowledged and ignored', async () => {
    const body = JSON.stringify({
      type: 'app_rate_limited',
      team_id: 'T1',
      minute_rate_limited: 1_700_000_000,
    });
    expect(await status(workspace.send(body))).toBe(200);
  });

  it('cannot smuggle an event into a check of the certificate', async () => {
    const body = new URLSearchParams({
      ssl_check: '1',
      command: '/handreiking',
      text: 'help',
      trigger_id: 'smuggled',
      response_url: workspace.sink.url('smuggled'),
    }).toString();
    await workspace.send(body, { 'content-type': FORM, 'x-slack-signature': '' });
    await workspace.command('help', { response_url: workspace.sink.url('sound') });
    await workspace.sink.received('sound');
    expect(workspace.sink.sunk.map(({ path }) => path)).not.toContain('smuggled');
  });

  it('with a form of a charset is a form', async () => {
    const body = new URLSearchParams({
      command: '/x',
      response_url: workspace.sink.url('charset'),
    }).toString();
    expect(await status(workspace.send(body, { 'content-type': `${FORM}; charset=UTF-8` }))).toBe(200);
    await workspace.sink.received('charset');
  });

  it('that is signed gets an answer at once, whatever is in it', async () => {
    const type = fc.constantFrom(
      'event_callback',
      'block_actions',
      'shortcut',
      'message_action',
      'view_submission',
      'view_closed',
      'x',
    );
    const odd = fc.record(
      {
        type,
        event: fc.oneof(
          fc.jsonValue(),
          fc.record(
            {
              type: fc.constantFrom('message', 'app_mention', 'app_home_opened'),
              user: fc.jsonValue(),
              channel: fc.jsonValue(),
            },
            { requiredKeys: ['type'] },
          ),
        ),
        user: fc.oneof(fc.jsonValue(), fc.constant({ id: 'U1' })),
        actions: fc.oneof(
          fc.jsonValue(),
          fc.constant([{ type: 'button', action_id: 'kies:0', value: 'help' }]),
        ),
        view: fc.jsonValue(),
        team: fc.jsonValue(),
        channel: fc.jsonValue(),
        authorizations: fc.jsonValue(),
      },
      { requiredKeys: ['type'] },
    );
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.jsonValue(), odd), fc.boolean(), async (value, isForm) => {
        const text = JSON.stringify(value);
        const body = isForm ? new URLSearchParams({ payload: text }).toString() : text;
        const answer = workspace.send(body, isForm ? { 'content-type': FORM } : {});
        // What nobody acknowledged gets 404 from Bolt after three seconds.
        expect([200, 400, 401, 500]).toContain(await status(answer));
      }),
      { numRuns: 300 },
    );
    expect(unhandled).toEqual([]);
  });
});
