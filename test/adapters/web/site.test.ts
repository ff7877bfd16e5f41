import { describe, expect, it } from '@jest/globals';
import { withoutBase } from '../../../adapters/web/address.ts';
import { serveWeb, textOf, VISIT } from './serve.ts';

const SVG = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>');
const logo = { type: 'image/svg+xml', extension: 'svg', body: SVG };

describe('the frame of every page', () => {
  it('has the source with its date, the privacy text and the version at its foot', async () => {
    const web = await serveWeb();
    try {
      const html = await (await web.get('/onderwerpen')).text();
      const foot = textOf(/<footer[^]*<\/footer>/.exec(html)?.[0] ?? '');
      expect(foot).toMatch(/Bron: Handreiking thuiswerken, 1 september 2024 Privacy Versie \d+\.\d+\.\d+/);
      expect(foot).toMatch(/Afgedrukt op \d+ \w+ \d{4} van http:\/\/127\.0\.0\.1:\d+\/onderwerpen/);
      expect(html).toContain('href="https://voorbeeldstad.example/thuiswerken"');
      expect(html).toContain('href="/over#privacy"');
      const over = await (await web.get('/over')).text();
      expect(over).toContain('id="privacy"');
      expect(textOf(over)).toContain('blijft alleen in dit tabblad van je browser staan');
      expect(html).not.toContain('class="logo"');
    } finally {
      await web.stop();
    }
  });

  it('has the name and the logo of the organisation, from this host', async () => {
    const web = await serveWeb({ site: { name: 'Gemeente <Voorbeeldstad>', logo } });
    try {
      const html = await (await web.get('/')).text();
      expect(textOf(html)).toContain('Handreiking-bot Gemeente <Voorbeeldstad>');
      const [, address = ''] = /class="logo"\s+src="([^"]*)"\s+alt=""/.exec(html) ?? [];
      const response = await web.get(address);
      expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/svg+xml']);
      expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(Buffer.from(await response.arrayBuffer())).toEqual(SVG);
    } finally {
      await web.stop();
    }
  });

  it('serves a logo so that it keeps its own colours and runs nothing', async () => {
    const web = await serveWeb({ site: { logo } });
    try {
      const [, address = ''] = /class="logo"\s+src="([^"]*)"/.exec(await (await web.get('/')).text()) ?? [];
      const policy = (await web.get(address)).headers.get('content-security-policy')?.split('; ');
      expect(policy).toEqual(
        expect.arrayContaining(["default-src 'none'", "style-src 'unsafe-inline'", 'sandbox']),
      );
      expect(policy?.join()).not.toContain('script-src');
    } finally {
      await web.stop();
    }
  });

  it('says that a logo is one when there is no name beside it', async () => {
    const web = await serveWeb({ site: { logo } });
    try {
      expect(await (await web.get('/')).text()).toMatch(/class="logo"\s+src="[^"]*"\s+alt="Logo"/);
    } finally {
      await web.stop();
    }
  });
});

describe('addresses', () => {
  it('with a slash at the end give the same page', async () => {
    const web = await serveWeb();
    try {
      for (const path of ['/onderwerpen/', '/zelfcheck/', '/over/', '/vraag/pauzes/']) {
        const [response, plain] = [await web.get(path), await web.get(path.slice(0, -1))];
        expect([path, response.status]).toEqual([path, 200]);
        const mask = (html: string) => html.replace(/[\da-f-]{36}/g, '');
        expect(mask(await response.text())).toBe(mask(await plain.text()));
      }
    } finally {
      await web.stop();
    }
  });

  it('that do not exist have a field to ask in', async () => {
    const web = await serveWeb();
    try {
      const html = await (await web.get('/weg')).text();
      expect(html).toMatch(/<form[^>]*method="post"[^]*name="vraag"/);
    } finally {
      await web.stop();
    }
  });
});

describe('a page below a path', () => {
  it('has that path before every address, whether the proxy leaves it on or takes it off', async () => {
    const publicUrl = 'https://www.example.org/bot';
    const web = await serveWeb({ site: { publicUrl, logo } });
    try {
      for (const path of ['/', '/onderwerpen', '/zelfcheck', '/over', '/vraag/pauzes', '/weg']) {
        const [below, bare] = [await web.get(`/bot${path}`), await web.get(path)];
        expect([path, below.status]).toEqual([path, bare.status]);
        const html = await below.text();
        expect(html).toContain('data-base="/bot"');
        for (const [, address = ''] of html.matchAll(/\s(?:src|href|action)="([^"]*)"/g)) {
          expect(address).toMatch(/^(\/bot\/|#|https:\/\/voorbeeldstad\.example\/)/);
          if (address.startsWith('/bot/assets/')) {
            expect([address, (await web.get(address)).status]).toEqual([address, 200]);
            expect((await web.get(address.slice('/bot'.length))).status).toBe(200);
          }
        }
        expect(textOf(html)).toContain(`van https://www.example.org/bot${path}`);
      }
      expect(textOf(await (await web.get('/bot')).text())).toContain('Stel je vraag');
      expect((await web.get('/botanie')).status).toBe(404);
    } finally {
      await web.stop();
    }
  });

  it('answers questions, forms and votes there', async () => {
    const web = await serveWeb({ site: { publicUrl: 'https://www.example.org/bot' } });
    try {
      const vraag = 'hoe vaak neem ik pauze?';
      expect(textOf((await web.visit(`/bot/?vraag=${encodeURIComponent(vraag)}`, VISIT)).html)).toContain(
        'Elk uur kort.',
      );
      const sent = await web.get('/bot/', {
        method: 'POST',
        body: new URLSearchParams({ vraag }),
        redirect: 'manual',
      });
      expect(sent.headers.get('location')).toMatch(/^\/bot\/\?beurt=/);
      const { html } = (await (await web.post('/bot/api/vraag', { vraag })).json()) as { html: string };
      expect(html).toContain('action="/bot/stem"');
      expect(html).toContain('href="/bot/vraag/thuiswerken/pauzes"');
      const vote = await web.submit('/bot/stem', { antwoord: 'pauzes', nuttig: 'ja' });
      expect(textOf(await vote.text())).toContain('Bedankt');
    } finally {
      await web.stop();
    }
  });

  it.each([
    ['/bot', '/'],
    ['/bot?a=1', '/?a=1'],
    ['/bot/over', '/over'],
    ['/botanie', '/botanie'],
    ['/over', '/over'],
  ])('reads %s as %s', (address, read) => {
    expect(withoutBase(address, '/bot')).toBe(read);
    expect(withoutBase(address, '')).toBe(address);
  });
});
