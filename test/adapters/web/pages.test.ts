import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { serveWeb, textOf } from './serve.ts';
import type { Served } from './serve.ts';

const PAGES = ['/', '/onderwerpen', '/zelfcheck', '/over', '/vraag/pauzes', '/bron/thuiswerken', '/niets'];

describe('the pages', () => {
  let web: Served;
  const read = async (path: string) => {
    const response = await web.get(path);
    return { response, html: await response.text() };
  };

  beforeAll(async () => {
    web = await serveWeb();
  });
  afterAll(() => web.stop());

  it('opens with what the bot does, an example and a field for the question', async () => {
    const { response, html } = await read('/');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toMatch(/^text\/html; charset=utf-8$/i);
    expect(textOf(html)).toContain('Stel je vraag over de Handreiking thuiswerken');
    const examples = [...html.matchAll(/name="keuze"\s+value="([^"]*)"/g)].map(([, value]) => value);
    expect(examples).toEqual([
      'krijg ik een bureaustoel voor thuis?',
      'mag ik in het buitenland werken?',
      'zelfcheck',
    ]);
    expect(textOf(html)).toContain('Dit gesprek blijft alleen in dit tabblad');
    expect(html).toContain('<label for="vraag">Je vraag</label>');
    expect(html).toContain('role="log"');
  });

  it('has one h1, a skip link, a language and a title on every page', async () => {
    for (const path of ['/?vraag=pauze', ...PAGES]) {
      const { html } = await read(path);
      expect([path, html.match(/<h1[ >]/g)?.length]).toEqual([path, 1]);
      expect(html).toContain('<html lang="nl" data-base="">');
      expect(html).toMatch(/<title>.+ – Handreiking-bot<\/title>/);
      expect(html).toContain('href="#inhoud"');
      expect(html).toContain('id="inhoud"');
    }
  });

  it('lets pages load from their own host only, in no frame, and has nothing inline', async () => {
    for (const path of PAGES) {
      const { response, html } = await read(path);
      const policy = response.headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).toContain("form-action 'self'");
      expect(policy).not.toMatch(/unsafe|https?:|\*|data:/);
      expect(html).not.toMatch(/\sstyle=|\son\w+=|<style|<script(?![^>]*\ssrc="\/)/);
      for (const [, address = ''] of html.matchAll(/\s(?:src|href|action)="([^"]*)"/g)) {
        expect(address).toMatch(/^(\/(?!\/)|#|https:\/\/voorbeeldstad\.example\/)/);
      }
    }
  });

  it('sets no cookies and lets nobody keep the answers', async () => {
    const { response } = await read('/?vraag=pauze');
    expect(response.headers.get('set-cookie')).toBeNull();
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  it('asks at once what stands in the address', async () => {
    const { html } = await web.visit(`/?vraag=${encodeURIComponent('hoe vaak neem ik pauze?')}`);
    expect(textOf(html)).toContain('Jij vroeg: hoe vaak neem ik pauze?');
    expect(textOf(html)).toContain('Elk uur kort. Loop dan een rondje of kijk in de verte.');
    expect(textOf(html)).toContain('“Neem elk uur een korte pauze:”');
    expect(html).toContain('<meta name="robots" content="noindex" />');
  });

  it('answers a form without JavaScript, and remembers what the conversation is about', async () => {
    const first = await (await web.submit('/', { vraag: 'hoe vaak neem ik pauze?' })).text();
    expect(textOf(first)).toContain('Elk uur kort.');
    const [, gesprek = ''] = /name="gesprek" value="([^"]+)"/.exec(first) ?? [];
    const next = await (await web.submit('/', { vraag: 'bron', gesprek })).text();
    expect(textOf(next)).toContain('De hele alinea');
    expect(next).toContain(`value="${gesprek}"`);
  });

  it('asks for a question when the form was empty', async () => {
    const response = await web.submit('/', { vraag: ' ' });
    expect(response.status).toBe(200);
    expect(textOf(await response.text())).toContain('Je hebt nog geen vraag gesteld.');
  });

  it('gives every entry a page with all that the bot says about it', async () => {
    const { response, html } = await read('/vraag/pauzes');
    expect(response.status).toBe(200);
    expect(html).toContain('<h1 class="nl-heading nl-heading--level-1">Hoe vaak neem ik pauze?</h1>');
    expect(textOf(html)).toContain(
      '“Neem elk uur een korte pauze:” “Sta op en loop een rondje.” “Kijk even in de verte.” ' +
        'Handreiking thuiswerken, 1 september 2024 · Bereikbaar en onbereikbaar',
    );
    expect(html).toContain('href="/vraag/thuiswerken/bereikbaar"');
    expect(html).not.toContain('noindex');
  });

  it('says that a page does not exist for an unknown entry, path or file', async () => {
    for (const path of [
      '/vraag/bestaat-niet',
      '/vraag/',
      '/vraag/a/b',
      '/weg',
      '/assets/page.0.css',
      '/vraag/%00',
    ]) {
      const { response, html } = await read(path);
      expect([path, response.status]).toEqual([path, 404]);
      expect(textOf(html)).toContain('Deze pagina bestaat niet');
      expect(html).toContain('href="/onderwerpen"');
    }
  });

  it('does not take a command for the id of an entry', async () => {
    expect((await web.get('/vraag/zelfcheck%20')).status).toBe(404);
    expect((await web.get('/vraag/onderwerpen')).status).toBe(404);
  });

  it('lists every topic with every entry in it', async () => {
    const { html } = await read('/onderwerpen');
    const headings = [...html.matchAll(/<h2[^>]*>([^<]*)</g)].map(([, text]) => text);
    expect(headings).toEqual(['Afspraken', 'Werkplek', 'Werktijd', 'Niet in de handreiking']);
    for (const id of [
      'wie-werkt-thuis',
      'welke-dagen',
      'werkplek',
      'bereikbaar',
      'pauzes',
      'werken-in-het-buitenland',
    ]) {
      expect(html).toContain(`href="/vraag/thuiswerken/${id}"`);
    }
  });

  it('has the questions on which the guidance is silent apart', async () => {
    const { html } = await read('/onderwerpen');
    const [silences = ''] = /<div class="silences">[^]*?<\/div>/.exec(html) ?? [];
    expect(textOf(silences)).toContain('De handreiking zegt hier niets over.');
    expect([...silences.matchAll(/href="([^"]*)"/g)].map(([, address]) => address)).toEqual([
      '/vraag/thuiswerken/werken-in-het-buitenland',
    ]);
    expect(html.match(/class="silences"/g)).toHaveLength(1);
  });

  it('leads to each topic from the top of the list', async () => {
    const { html } = await read('/onderwerpen');
    const [jump = ''] = /<nav class="jump"[^]*?<\/nav>/.exec(html) ?? [];
    const anchors = [...jump.matchAll(/href="#([^"]*)"/g)].map(([, anchor = '']) => anchor);
    expect(anchors).toHaveLength(4);
    for (const anchor of anchors) expect(html).toContain(`<section class="topic" id="${anchor}">`);
  });

  it('draws the self-check as a form that the bot concludes without JavaScript, and keeps out of addresses', async () => {
    const { html } = await read('/zelfcheck');
    const [form = ''] = /<form[^>]*data-self-check[^]*?<\/form>/.exec(html) ?? [];
    expect(form).toMatch(/method="post"\s+action="\/zelfcheck"\s+autocomplete="off"/);
    expect(form.match(/<fieldset/g)).toHaveLength(2);
    expect(form.match(/type="radio"/g)).toHaveLength(6);
    expect(textOf(form)).toContain('1. Sta op en loop een rondje.');
    expect(textOf(form)).toContain('blijft in je browser');
    expect(textOf(html)).toContain('De bot oordeelt niet.');
    expect(textOf(html)).toContain('Vraag een collega om mee te lopen.');
  });

  it('says about itself what the bot says', async () => {
    const { html } = await read('/over');
    expect(textOf(html)).toContain('De bot citeert de Handreiking thuiswerken, 1 september 2024');
    expect(html).toContain('href="https://voorbeeldstad.example/thuiswerken"');
  });

  it('answers HEAD without a body', async () => {
    const response = await web.get('/onderwerpen', { method: 'HEAD' });
    expect([response.status, await response.text()]).toEqual([200, '']);
  });

  it('answers 405 with the methods that an address takes', async () => {
    const wrong = [
      ['PUT', '/', 'GET, HEAD, POST'],
      ['POST', '/over', 'GET, HEAD'],
      ['DELETE', '/vraag/pauzes', 'GET, HEAD'],
      ['PUT', '/stem', 'GET, HEAD, POST'],
      ['GET', '/api/vraag', 'POST'],
    ] as const;
    for (const [method, path, allow] of wrong) {
      const response = await web.get(path, { method });
      expect([path, response.status, response.headers.get('allow')]).toEqual([path, 405, allow]);
    }
  });
});
