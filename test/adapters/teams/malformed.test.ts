import { printsNothing } from './printed.ts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { GREETED, greeter, startTeams } from './harness.ts';
import type { Teams } from './harness.ts';
import { activityTo, TENANT } from './inbound.ts';

let teams: Teams;
beforeAll(async () => {
  teams = await startTeams(greeter());
});
afterAll(() => teams.stop());
printsNothing();

describe('a request that is malformed', () => {
  it.each([
    ['no JSON', 'tekst'],
    ['an empty body', ''],
    ['null', 'null'],
    ['a number', '1'],
    ['a list', '[]'],
    ['an empty object', '{}'],
    ['half a JSON', '{"type":'],
  ])('%s gets 400 without a body', async (_, body) => {
    await expect(teams.post(body, teams.token())).resolves.toMatchObject({ status: 400, text: '' });
  });

  it.each([
    ['type', [undefined, 1, {}, '']],
    ['channelId', [undefined, 1]],
    ['serviceUrl', [undefined, 1, 'geen adres', 'http://a:b@127.0.0.1/']],
    ['conversation', [undefined, 'a', {}, { id: 1 }, { id: '..' }, { id: '\ud800' }, { id: 'a\nb' }]],
    ['from', [undefined, 'a', {}, { id: 1 }]],
    ['recipient', [undefined, [], { id: null }, { id: 'a', name: 1 }]],
    ['text', [1, {}, ['a']]],
    ['entities', ['a', {}, ['a'], [{ type: 'mention', mentioned: 'a' }]]],
    ['membersAdded', [{}, [1]]],
    ['attachments', ['a', [1], [{ contentType: {} }]]],
    ['id', [1, {}, '.']],
    ['timestamp', [1, {}, 'gisteren']],
    ['channelData', ['a', [], { tenant: 'a' }, { tenant: { id: 1 } }, { tenant: { id: [TENANT] } }]],
    ['replyToId', [1, '..']],
    ['locale', [1, {}]],
    ['deliveryMode', [{}]],
    ['name', [1]],
  ])('a wrong %s gets 400 without a body', async (field, values) => {
    for (const value of values as unknown[]) {
      const answered = await teams.post(activityTo(teams.connector, { [field]: value }), teams.token());
      expect([value, answered.status, answered.text]).toEqual([value, 400, '']);
    }
  });

  it.each<[string, (size: number) => object]>([
    ['the name of a person', (size) => ({ from: { id: '29:person', name: 'a'.repeat(size) } })],
    ['a locale', (size) => ({ locale: 'n'.repeat(size) })],
    [
      'the text of a mention',
      (size) => ({ entities: [{ type: 'mention', mentioned: { id: '29:x' }, text: 'a'.repeat(size) }] }),
    ],
    ['a list of attachments', (size) => ({ attachments: Array.from({ length: size }, () => ({})) })],
  ])('%s that is too long is read in part, and the message answered', async (_, more) => {
    await expect(teams.send(more(2_000))).resolves.toMatchObject({ status: 200, sent: GREETED });
  });

  it.each<[string, object]>([
    ['id', { id: 'a'.repeat(1_025) }],
    ['tenant', { channelData: { tenant: { id: 'a'.repeat(1_025) } } }],
  ])('an %s that is too long gets 400, because a part of it is another one', async (_, more) => {
    await expect(teams.post(activityTo(teams.connector, more), teams.token())).resolves.toMatchObject({
      status: 400,
    });
  });

  it('null means absent, in every field and list', async () => {
    const more = {
      locale: null,
      replyToId: null,
      entities: [null, { type: 'mention', mentioned: null }],
      attachments: null,
    };
    await expect(teams.send(more)).resolves.toMatchObject({ status: 200, sent: GREETED });
  });

  it('a body over 256 KB gets 413', async () => {
    const big = activityTo(teams.connector, { text: 'a'.repeat(300_000) });
    await expect(teams.post(big, teams.token())).resolves.toMatchObject({ status: 413 });
  });

  it('another method gets 405, a path behind ours 404', async () => {
    const get = await fetch(teams.address, { headers: teams.token() });
    expect([get.status, get.headers.get('allow'), await get.text()]).toEqual([405, 'POST', '']);
    const behind = await fetch(`${teams.address}/more`, { method: 'POST', headers: teams.token() });
    expect([behind.status, await behind.text()]).toEqual([404, '']);
  });

  it('any JSON gets an answer, and never one of the SDK', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), fc.jsonValue(), fc.jsonValue(), async (value, entities, text) => {
        const more = { value, entities, text, channelData: value, attachments: entities };
        const { status, text: body } = await teams.post(activityTo(teams.connector, more), teams.token());
        expect([200, 400]).toContain(status);
        expect(body).toBe('');
      }),
      { numRuns: 60 },
    );
    await expect(teams.send({})).resolves.toMatchObject({ status: 200 });
  });
});
