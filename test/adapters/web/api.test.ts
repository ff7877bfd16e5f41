import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { rawHttp } from '../../server/raw-http.ts';
import { serveWeb, textOf } from './serve.ts';

type Served = Awaited<ReturnType<typeof serveWeb>>;

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
    expect(html).toContain('href="/vraag/pauzes"');
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
      return html.includes(`value="entry:${id}"`);
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
        expect(page).not.toMatch(/<img|<script>/);
      }),
      { numRuns: 60 },
    );
  }, 30_000);

  it('logs nothing of what is asked', async () => {
    await ask('een heel bijzondere vraag over kwikstaarten');
    expect(JSON.stringify(web.lines)).not.toContain('kwikstaart');
  });
});

describe('votes', () => {
  let web: Served;
  beforeAll(async () => {
    web = await serveWeb();
  });
  afterAll(() => web.stop());
  const votes = () => web.counted.filter(({ kind }) => kind === 'vote');

  it('counts one for each answer of a conversation', async () => {
    const gesprek = randomUUID();
    const vote = async (nuttig: string, antwoord = 'pauzes') =>
      (await web.post('/api/stem', { gesprek, antwoord, nuttig })).json();
    const thanks = { text: 'Bedankt, je mening is geteld.', counted: true };
    const again = { text: 'Je mening over dit antwoord was al geteld.', counted: false };
    await expect(vote('ja')).resolves.toEqual(thanks);
    await expect(vote('nee')).resolves.toEqual(again);
    await expect(vote('nee', 'werkplek')).resolves.toEqual(thanks);
    expect(votes()).toEqual([
      { kind: 'vote', channel: 'web', entry: 'pauzes', useful: true },
      { kind: 'vote', channel: 'web', entry: 'werkplek', useful: false },
    ]);
  });

  it('of what is not in the bot is not counted, and not thanked for', async () => {
    const before = votes().length;
    const fields = { gesprek: randomUUID(), antwoord: 'bestaat-niet-meer', nuttig: 'ja' };
    const said = 'Deze vraag staat niet meer in de bot. Je mening is niet geteld.';
    const answered = await web.post('/api/stem', fields);
    await expect(answered.json()).resolves.toEqual({ text: said, counted: false });
    expect(textOf(await (await web.submit('/stem', fields)).text())).toContain(said);
    expect(votes()).toHaveLength(before);
  });

  it('thanks on a page of its own without JavaScript', async () => {
    const response = await web.submit('/stem', { gesprek: randomUUID(), antwoord: 'pauzes', nuttig: 'nee' });
    expect(response.status).toBe(200);
    expect(textOf(await response.text())).toContain('Bedankt, je mening is geteld.');
  });

  it.each([
    {},
    { antwoord: 'pauzes' },
    { antwoord: 'pauzes', nuttig: 'misschien' },
    { antwoord: 'a b', nuttig: 'ja' },
  ])('refuses %j', async (fields) => {
    const before = votes().length;
    expect((await web.post('/api/stem', fields)).status).toBe(400);
    expect((await web.submit('/stem', fields)).status).toBe(400);
    expect(votes()).toHaveLength(before);
  });

  it.each(['nuttig=ja&nuttig=nee', 'nuttig=nee&nuttig=nee', 'nuttig=ja&antwoord=werkplek'])(
    'refuses a form with a field twice: %s',
    async (more) => {
      const before = votes().length;
      const body = new URLSearchParams(`antwoord=pauzes&${more}`);
      expect((await web.get('/stem', { method: 'POST', body })).status).toBe(400);
      expect(votes()).toHaveLength(before);
    },
  );
});

describe('requests of other sites', () => {
  let web: Served;
  beforeAll(async () => {
    web = await serveWeb();
  });
  afterAll(() => web.stop());
  const status = async (headers: Record<string, string>) =>
    (await web.post('/api/vraag', { vraag: 'help' }, headers)).status;

  it('are refused', async () => {
    await expect(status({ 'sec-fetch-site': 'cross-site' })).resolves.toBe(403);
    await expect(status({ 'sec-fetch-site': 'same-site' })).resolves.toBe(403);
    await expect(status({ origin: 'https://elders.example' })).resolves.toBe(403);
    await expect(status({ origin: 'null' })).resolves.toBe(403);
  });

  it('are told from those of our own pages, and of programs that are no browser', async () => {
    await expect(status({ 'sec-fetch-site': 'same-origin', origin: 'https://proxy.example' })).resolves.toBe(
      200,
    );
    await expect(status({ origin: `http://127.0.0.1:${web.port}` })).resolves.toBe(200);
    await expect(status({})).resolves.toBe(200);
  });

  it.each([
    ['bot.example.org:80', 'http://bot.example.org', 200],
    ['bot.example.org', 'http://bot.example.org:80', 200],
    ['bot.example.org:443', 'https://bot.example.org', 200],
    ['BOT.example.org', 'http://bot.example.org', 200],
    ['bot.example.org:81', 'http://bot.example.org', 403],
    ['bot.example.org:80', 'https://bot.example.org', 403],
    ['bot.example.org', 'http://bot.example.org.elders.example', 403],
  ])('are told by host and port (%s asked by %s): %d', async (host, origin, expected) => {
    const head = `POST /api/vraag HTTP/1.1\r\nhost: ${host}\r\norigin: ${origin}\r\nconnection: close\r\n`;
    const body = JSON.stringify({ vraag: 'help' });
    const answer = await rawHttp(web.port, `${head}content-length: ${body.length}\r\n\r\n${body}`);
    expect(answer.status).toBe(expected);
  });

  it('may link to a question, for that is what links are for', async () => {
    expect(textOf((await web.visit('/?vraag=hoe+vaak+neem+ik+pauze')).html)).toContain('Elk uur kort.');
  });
});
