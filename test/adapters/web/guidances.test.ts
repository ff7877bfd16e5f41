import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createAsker } from '../../../src/core/index.ts';
import { TITLES, twoGuidances } from '../../fixtures/two-guidances.ts';
import { serveWeb, textOf } from './serve.ts';
import type { Served } from './serve.ts';

let web: Served;
beforeAll(async () => {
  web = await serveWeb({ asker: createAsker(twoGuidances()) });
});
afterAll(() => web.stop());

const read = async (path: string) => {
  const response = await web.get(path);
  return { status: response.status, html: await response.text() };
};
const asked = async (fields: object) => {
  const response = await web.post('/api/vraag', { gesprek: crypto.randomUUID(), ...fields });
  return ((await response.json()) as { html: string }).html;
};
const linksIn = (html: string) => [...html.matchAll(/href="(\/vraag[^"]*)"/g)].map(([, path]) => path);

describe('the pages of two guidances', () => {
  it('have an address for each entry, also where ids are the same', async () => {
    for (const [path, text] of [
      ['/vraag/thuiswerken/pauzes', 'Sta op en loop een rondje.'],
      ['/vraag/op-kantoor/pauzes', 'Pauzes houd je in de kantine.'],
      ['/vraag/op-kantoor%2Fpauzes', 'Pauzes houd je in de kantine.'],
      // As links were before there were two.
      ['/vraag/pauzes', 'Sta op en loop een rondje.'],
      ['/vraag/parkeren', 'Parkeer je auto op het dak.'],
      ['/vraag/zelfcheck-op-kantoor', 'Je raam dicht is.'],
    ] as const) {
      const { status, html } = await read(path);
      expect([path, status]).toEqual([path, 200]);
      expect(textOf(html)).toContain(text);
    }
  });

  it('do not exist for what neither has', async () => {
    for (const path of [
      '/vraag/op-kantoor/werkplek',
      '/vraag/weg/pauzes',
      '/vraag/op-kantoor/',
      '/vraag/op-kantoor/pauzes/x',
      '/vraag/..%2Fpauzes',
      '/vraag/OP-KANTOOR/pauzes',
    ])
      expect([path, (await read(path)).status]).toEqual([path, 404]);
  });

  it('list the topics of each under its title', async () => {
    const { html } = await read('/onderwerpen');
    const headings = [...html.matchAll(/<(h[23])[^>]*>([^<]*)</g)].map(([, tag, text]) => `${tag} ${text}`);
    expect(headings).toEqual([
      `h2 ${TITLES.home}`,
      'h3 Afspraken',
      'h3 Werkplek',
      'h3 Werktijd',
      'h3 Niet in de handreiking',
      `h2 ${TITLES.office}`,
      'h3 Werktijd',
      'h3 Werkplek',
      'h3 Niet in de regels',
    ]);
    expect(linksIn(html)).toEqual(
      expect.arrayContaining(['/vraag/thuiswerken/pauzes', '/vraag/op-kantoor/pauzes']),
    );
  });

  it('list topics of one name at a place of their own', async () => {
    const { html } = await read('/onderwerpen');
    const anchors = [...html.matchAll(/<section class="topic" id="([^"]+)"/g)].map(([, anchor]) => anchor);
    expect(new Set(anchors).size).toBe(7);
    expect([...html.matchAll(/href="#(onderwerp[^"]+)"/g)].map(([, anchor]) => anchor)).toEqual(anchors);
  });

  it('show the source of each, with the questions that quote it', async () => {
    for (const [path, text, links] of [
      ['/bron/thuiswerken', 'Sta op en loop een rondje.', '/vraag/thuiswerken/pauzes'],
      ['/bron/op-kantoor', 'Pauzes houd je in de kantine.', '/vraag/op-kantoor/pauzes'],
    ] as const) {
      const { status, html } = await read(path);
      expect([path, status]).toEqual([path, 200]);
      expect(textOf(html)).toContain(text);
      expect(linksIn(html)).toContain(links);
      expect(linksIn(html).every((link = '') => link.startsWith(links.replace('pauzes', '')))).toBe(true);
    }
    expect((await read('/bron/weg')).status).toBe(404);
  });

  it('cite each guidance by its own title, with the sentence in its own source', async () => {
    for (const [path, label, address] of [
      ['/vraag/op-kantoor/pauzes', TITLES.office, '/bron/op-kantoor#zin-1'],
      ['/vraag/op-kantoor/parkeren', TITLES.office, '/bron/op-kantoor#zin-3'],
      ['/vraag/thuiswerken/pauzes', `${TITLES.home}, 1 september 2024`, '/bron/thuiswerken?'],
    ] as const) {
      const { html } = await read(path);
      const [, cited, said] = /href="([^"]*\/bron[^"]*)"[^>]*>([^<]*)</.exec(html) ?? [];
      expect([cited?.slice(0, address.length), said?.trim()]).toEqual([address, label]);
    }
  });

  it('give the choice between the self-checks, each with a form of its own', async () => {
    const { status, html } = await read('/zelfcheck');
    expect(status).toBe(200);
    expect(linksIn(html)).toEqual(['/vraag/thuiswerken/zelfcheck', '/vraag/op-kantoor/zelfcheck']);
    expect(html).not.toContain('data-self-check');
    for (const [path, own, other] of [
      ['/vraag/thuiswerken/zelfcheck', 'Sta op en loop een rondje.', 'Je raam dicht is.'],
      ['/vraag/op-kantoor/zelfcheck', 'Je raam dicht is.', 'Sta op en loop een rondje.'],
    ] as const) {
      const page = await read(path);
      expect(page.html).toContain('data-self-check');
      expect(textOf(page.html)).toContain(own);
      expect(textOf(page.html)).not.toContain(other);
    }
  });

  it('name both on the first page', async () => {
    const { html } = await read('/');
    expect(textOf(html)).toContain(`Stel je vraag over de ${TITLES.home} en de ${TITLES.office}`);
  });
});

describe('the conversation on the page with two guidances', () => {
  it('links an answer and a self-check to the address of their own', async () => {
    expect(linksIn(await asked({ vraag: 'waar houd ik pauze' }))).toEqual(['/vraag/op-kantoor/pauzes']);
    expect(linksIn(await asked({ keuze: 'entry:op-kantoor/zelfcheck' }))).toEqual([
      '/vraag/op-kantoor/zelfcheck',
    ]);
  });

  it('takes votes with the id of an answer, and with the one that it had', async () => {
    for (const antwoord of ['op-kantoor/parkeren', 'parkeren']) {
      const vote = { antwoord, nuttig: 'ja', gesprek: crypto.randomUUID() };
      const response = await web.post('/api/stem', vote);
      expect(await response.json()).toMatchObject({ counted: true });
      expect(web.counted.at(-1)).toMatchObject({ kind: 'vote', entry: 'op-kantoor/parkeren' });
    }
    for (const antwoord of ['weg/parkeren', 'op-kantoor/weg'])
      expect(await (await web.post('/api/stem', { antwoord, nuttig: 'ja' })).json()).toMatchObject({
        counted: false,
      });
    expect((await web.post('/api/stem', { antwoord: 'a/b/c', nuttig: 'ja' })).status).toBe(400);
  });

  it('follows up the answer on the page that was read, whichever guidance it is of', async () => {
    for (const antwoord of ['op-kantoor/pauzes', 'thuiswerken/pauzes']) {
      const html = await asked({ vraag: 'zelfcheck', antwoord });
      expect(linksIn(html)[0]).toBe(`/vraag/${antwoord.replace('pauzes', 'zelfcheck')}`);
    }
  });
});
