import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { serveWeb, textOf } from './serve.ts';
import type { Served } from './serve.ts';

// Hundreds of requests in one property.
jest.setTimeout(30_000);

describe('asking from the page', () => {
  let web: Served;
  const ask = async (vraag: string, gesprek: string = randomUUID()) => {
    const response = await web.post('/api/vraag', { vraag, gesprek });
    return ((await response.json()) as { html: string }).html;
  };

  beforeAll(async () => {
    web = await serveWeb();
  });
  afterAll(() => web.stop());

  it('gives the answer as a fragment for the conversation', async () => {
    const html = await ask('hoe vaak neem ik pauze?');
    expect(html).toMatch(/^<article/);
    expect(textOf(html)).toContain('Elk uur kort.');
    expect(html).toContain('href="/vraag/thuiswerken/pauzes"');
  });

  it('answers a button like a typed question, in the same conversation', async () => {
    const gesprek = randomUUID();
    expect(textOf(await ask('entry:werkplek', gesprek))).toContain('Je kunt een bureaustoel');
    expect(textOf(await ask('bron', gesprek))).toContain('De hele alinea');
  });

  it('says English words in English and marks their language, and that of the quotes', async () => {
    const html = await ask('how often do I take a break?');
    expect(html).toContain('<div lang="en">');
    expect(html).toContain('<blockquote lang="nl">');
    expect(textOf(html)).toContain('Permanent link to this answer');
  });

  it('keeps conversations apart', async () => {
    await ask('hoe vaak neem ik pauze?');
    expect(textOf(await ask('bron'))).toContain('Er is nog geen antwoord met een citaat.');
  });

  it('answers 200 chats at once, each with its own thread', async () => {
    const ids = ['pauzes', 'werkplek', 'bereikbaar', 'welke-dagen'];
    const chats = Array.from({ length: 200 }, async (_, place) => {
      const id = ids[place % ids.length] ?? '';
      const gesprek = randomUUID();
      await ask(`entry:${id}`, gesprek);
      const html = await ask('uitleg', gesprek);
      return html.includes(`value="entry:thuiswerken/${id}"`);
    });
    expect((await Promise.all(chats)).filter((isRight) => isRight)).toHaveLength(200);
  });

  it.each([
    ['no JSON', 'vraag=hallo'],
    ['nothing', ''],
    ['no object', '"hallo"'],
    ['null', 'null'],
    ['no question', '{}'],
    ['a question that is no text', '{"vraag":{"$gt":""}}'],
    ['a list', '[["vraag","x"]]'],
    ['half a character', '{"vraag":'],
  ])('refuses %s with 400, in words', async (_, body) => {
    const response = await web.post('/api/vraag', body);
    expect(response.status).toBe(400);
    await expect(response.json()).resolves.toEqual({ error: expect.stringContaining('Ga terug') });
  });

  it('starts a new conversation when the given one is no id of ours', async () => {
    const response = await web.post('/api/vraag', { vraag: 'help', gesprek: 'teams:19:abc' });
    const { html } = (await response.json()) as { html: string };
    expect(html).toMatch(/name="gesprek" value="[\da-f-]{36}"/);
    expect(html).not.toContain('teams:19');
  });

  it('never fails and never lets what is typed become markup', async () => {
    const nasty = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 400 }),
      fc.constantFrom(
        '<img src=x onerror=alert(1)>',
        '"><script>alert(1)</script>',
        '${7*7}',
        '\u0000',
        '\ud800',
      ),
    );
    await fc.assert(
      fc.asyncProperty(nasty, async (text) => {
        const response = await web.post('/api/vraag', { vraag: text });
        const page = await (await web.submit('/', { vraag: text })).text();
        expect(response.status).toBe(200);
        expect(page).not.toMatch(/<img src=x|<script>/);
      }),
      { numRuns: 60 },
    );
  }, 30_000);

  it('logs nothing of what is asked', async () => {
    await ask('een heel bijzondere vraag over kwikstaarten');
    expect(JSON.stringify(web.lines)).not.toContain('kwikstaart');
  });
});
