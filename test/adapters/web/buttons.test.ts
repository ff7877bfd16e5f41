import { afterAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { createAsker } from '../../../src/core/index.ts';
import { smallFile, smallKnowledge } from '../../core/small-knowledge.ts';
import { serveWeb } from './serve.ts';

const PATH = 'fietsen/vragen/vragen.yaml';
const LONG = 'Een onderwerp '.repeat(22).trim();
const entries = [
  ['artikel-3.1', 'Les #2'],
  ['a_b.c-d', LONG],
].map(([id = '', topic = '']) =>
  [
    `- id: ${id}`,
    `  onderwerp: "${topic}"`,
    `  vraag: Wat staat er in ${id}?`,
    `  antwoord: Dit is ${id}.`,
    '  citaten: [Zet je fiets in een rek.]',
    '',
  ].join('\n'),
);
const asker = createAsker(smallKnowledge({ [PATH]: smallFile(PATH) + entries.join('') }));

describe('any id and topic that the schema allows', () => {
  const served = serveWeb({ asker });
  afterAll(async () => (await served).stop());
  const api = async (path: string, fields: object) =>
    (await (await served).post(path, { gesprek: randomUUID(), ...fields })).json() as Promise<
      Record<string, unknown>
    >;

  it.each(['artikel-3.1', 'a_b.c-d'])('%s can be voted on, asked and opened', async (id) => {
    await expect(api('/api/stem', { antwoord: id, nuttig: 'ja' })).resolves.toMatchObject({ counted: true });
    expect((await api('/api/vraag', { keuze: `entry:${id}` }))['html']).toContain(`Dit is ${id}.`);
    for (const path of [`fietsen/${id}`, id]) {
      const page = await fetch(`${(await served).base}/vraag/${path}`);
      expect([page.status, (await page.text()).includes(`Dit is ${id}.`)]).toEqual([200, true]);
    }
  });

  it.each(['Les #2', LONG])('the topic %s is opened by its button, and listed', async (topic) => {
    const shown = String((await api('/api/vraag', { keuze: 'onderwerpen' }))['html']);
    const values = [...shown.matchAll(/name="keuze" value="([^"]*)"/g)].map((match) => match[1] ?? '');
    const value = values.find((each) => each.startsWith(`topic:fietsen/${topic}`)) ?? '';
    expect((await api('/api/vraag', { keuze: value }))['html']).toContain('Wat staat er in');
    const listed = await (await fetch(`${(await served).base}/onderwerpen`)).text();
    expect(listed).toContain(topic);
    expect(listed).toContain('/vraag/fietsen/artikel-3.1');
  });
});

describe('the rate limit', () => {
  it('is told in the language of the conversation, for a question, a button and a vote', async () => {
    const web = await serveWeb({ asker, rateLimit: 1 });
    try {
      const gesprek = randomUUID();
      const post = async (path: string, fields: object) =>
        JSON.stringify(await (await web.post(path, { gesprek, ...fields })).json());
      expect(await post('/api/vraag', { vraag: 'topics' })).toContain('en onderwerpen');
      expect(await post('/api/vraag', { vraag: 'where do i put my bicycle?' })).toContain('en te_snel');
      expect(await post('/api/vraag', { keuze: 'entry:open', taal: 'nl' })).toContain('nl te_snel');
      const vote = { antwoord: 'open', nuttig: 'ja', taal: 'en' };
      expect(await post('/api/stem', vote)).toBe('{"text":"en stem_te_snel","counted":false}');
      expect(web.counted.filter(({ kind }) => kind === 'vote')).toEqual([]);
    } finally {
      await web.stop();
    }
  });
});
