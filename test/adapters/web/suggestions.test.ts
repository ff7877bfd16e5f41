import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { serveWeb } from './serve.ts';
import type { Served } from './serve.ts';
import { sorryAsker } from '../sorry.ts';

interface Found {
  readonly suggestions: readonly {
    readonly label: string;
    readonly value: string;
    readonly language: string;
  }[];
}

describe('suggestions on the page', () => {
  let web: Served;
  beforeAll(async () => {
    web = await serveWeb({ rateLimit: 1 });
  });
  afterAll(() => web.stop());

  const found = async (fields: unknown) =>
    ((await (await web.post('/api/suggesties', fields)).json()) as Found).suggestions;

  it('are the questions that what is typed may become, with button and language', async () => {
    expect((await found({ vraag: 'hoe vaak n' }))[0]).toEqual({
      label: 'Hoe vaak neem ik pauze?',
      value: 'entry:thuiswerken/pauzes',
      language: 'nl',
    });
    expect((await found({ vraag: 'pauz', taal: 'en' }))[0]).toMatchObject({ language: 'en' });
    expect(await found({ vraag: 'qwzx' })).toEqual([]);
  });

  it('are at most five, whatever is typed', async () => {
    for (const vraag of ['ik', 'e', 'x'.repeat(20_000), '\u0000\ud83d', '{"a":1}', ''])
      expect((await found({ vraag })).length).toBeLessThanOrEqual(5);
  });

  it.each([
    ['no JSON', 'vraag=pauze'],
    ['no text', '{"vraag":7}'],
    ['nothing', '{}'],
    ['a list', '[1]'],
  ])('are refused with 400 for %s', async (_, body) => {
    expect((await web.post('/api/suggesties', body)).status).toBe(400);
  });

  it('are not for pages of others, and have no address that holds what was typed', async () => {
    const other = await web.post('/api/suggesties', { vraag: 'pauze' }, { 'sec-fetch-site': 'cross-site' });
    expect(other.status).toBe(403);
    const get = await web.get('/api/suggesties?vraag=pauze');
    expect([get.status, get.headers.get('allow')]).toEqual([405, 'POST']);
  });

  it('are kept nowhere: not in the log, nor among the questions', async () => {
    await found({ vraag: 'hoe vaak geheim' });
    expect(web.counted).toEqual([]);
    expect(JSON.stringify(web.lines)).not.toContain('hoe vaak');
    expect(new Set(web.metered)).toEqual(new Set(['suggestion found', 'suggestion none']));
  });

  it('are limited apart from questions: over the limit there are none, and a question is answered', async () => {
    for (let count = 0; count < 20; count += 1) await found({ vraag: 'pauze' });
    expect(await found({ vraag: 'pauze' })).toEqual([]);
    expect(web.metered).toContain('suggestion limited');
    const answered = await web.post('/api/vraag', { vraag: 'hoe vaak neem ik pauze?' });
    expect(await answered.text()).toContain('Elk uur kort.');
  });

  it('are none when the bot fails', async () => {
    const failing = await serveWeb({ asker: sorryAsker });
    const response = await failing.post('/api/suggesties', { vraag: 'pauze' });
    expect([response.status, await response.json()]).toEqual([200, { suggestions: [] }]);
    await failing.stop();
  });
});
