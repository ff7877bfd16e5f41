import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { serveWeb, textOf, VISIT } from './serve.ts';

const QUESTION = 'hoe vaak neem ik pauze?';
const ADDRESS = `/?vraag=${encodeURIComponent(QUESTION)}`;
const ANSWER = 'Elk uur kort.';

describe('a question in the address', () => {
  let web: Awaited<ReturnType<typeof serveWeb>>;
  beforeAll(async () => {
    web = await serveWeb({ rateLimit: 2 });
    await web.get('/');
  });
  afterAll(() => web.stop());
  const asked = () => web.lines.filter(({ message }) => message === 'a message came in').length;

  it.each([
    ['a picture of another site', { ...VISIT, 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'image' }],
    ['a frame of another site', { ...VISIT, 'sec-fetch-dest': 'iframe' }],
    ['an object of another site', { ...VISIT, 'sec-fetch-dest': 'object' }],
    ['a script', { ...VISIT, 'sec-fetch-mode': 'cors', 'sec-fetch-dest': 'empty' }],
    ['a browser that fetches ahead', { ...VISIT, 'sec-purpose': 'prefetch' }],
    ['a browser that draws ahead', { ...VISIT, 'sec-purpose': 'prefetch;prerender' }],
    ['an older browser that fetches ahead', { purpose: 'prefetch', referer: 'http://localhost/' }],
    ['a program that draws a preview of a link', {}],
    ['an older browser, from another site', { host: 'bot.example.org', referer: 'http://elders.example/' }],
    [
      'an older browser, from a site with a name that begins alike',
      { host: 'bot.example.org', referer: 'http://bot.example.org.elders.example/' },
    ],
  ])('is not asked by %s; it stands in the field', async (_, headers) => {
    const [before, counted] = [asked(), web.counted.length];
    // More often than one person may ask.
    for (let count = 0; count < 5; count += 1) {
      const { status, html } = await web.visit(ADDRESS, headers);
      expect(status).toBe(200);
      expect(textOf(html)).not.toContain(ANSWER);
      expect(html).toContain(`value="${QUESTION}"`);
      expect(html).toContain('<meta name="robots" content="noindex" />');
    }
    expect([asked(), web.counted.length]).toEqual([before, counted]);
  });

  it('is not asked by HEAD', async () => {
    const before = asked();
    for (let count = 0; count < 5; count += 1) {
      expect(await web.visit(ADDRESS, VISIT, 'HEAD')).toEqual({ status: 200, html: '' });
    }
    expect(asked()).toBe(before);
  });

  it('is written in the field as it is, not as markup', async () => {
    const { html } = await web.visit(`/?vraag=${encodeURIComponent('"><script>1</script>')}`, {});
    expect(html).toContain('value="&quot;&gt;&lt;script&gt;1&lt;/script&gt;"');
  });

  it('is asked, and counts for the limit, when somebody goes there', async () => {
    const before = asked();
    expect(textOf((await web.visit(ADDRESS)).html)).toContain(ANSWER);
    expect(asked()).toBe(before + 1);
    // The second click of a double click.
    expect(textOf((await web.visit(ADDRESS)).html)).toContain(ANSWER);
    expect(asked()).toBe(before + 1);
    await web.visit(`${ADDRESS}1`);
    expect(textOf((await web.visit(`${ADDRESS}2`)).html)).toContain('Wacht een minuut');
  });
});

describe('a browser that does not say how it comes to a page', () => {
  it('asks by links of our own pages', async () => {
    const web = await serveWeb();
    try {
      const host = 'bot.example.org';
      for (const referer of ['http://bot.example.org/onderwerpen', 'https://bot.example.org/zelfcheck']) {
        expect(textOf((await web.visit(ADDRESS, { host, referer })).html)).toContain(ANSWER);
      }
      const named = { host: 'bot.example.org:80', referer: 'http://bot.example.org/over' };
      expect(textOf((await web.visit(ADDRESS, named)).html)).toContain(ANSWER);
    } finally {
      await web.stop();
    }
  });
});

describe('a link with a question that two follow at once', () => {
  it('is asked once, in a conversation for each, in which a follow-up is about the answer', async () => {
    const web = await serveWeb();
    try {
      const pages = await Promise.all([web.visit(ADDRESS), web.visit(ADDRESS)]);
      expect(web.counted).toHaveLength(1);
      const ids = pages.map(({ html }) => /name="gesprek" value="([^"]+)"/.exec(html)?.[1] ?? '');
      expect(new Set(ids).size).toBe(2);
      for (const [at, gesprek] of ids.entries()) {
        const antwoord =
          /name="antwoord" value="(thuiswerken\/pauzes)"/.exec(pages[at]?.html ?? '')?.[1] ?? '';
        const next = await (await web.submit('/', { vraag: 'bron', gesprek, antwoord })).text();
        expect(textOf(next)).toContain('De hele alinea');
      }
    } finally {
      await web.stop();
    }
  });
});
