import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { load, SHIPPED_BASE } from '../../fixtures/guidance.ts';
import { createAsker } from '../../../src/core/index.ts';
import { CHECKLIST, serveWeb, textOf } from './serve.ts';
import type { Served } from './serve.ts';

const PAGE = '/bron/thuiswerken';
const NOW = '?editie=2024-09-01';

describe('the page of a source', () => {
  let web: Served;
  const read = async (path: string) => {
    const response = await web.get(path);
    return { status: response.status, html: await response.text() };
  };
  /** The text at an anchor. */
  const at = (html: string, number: number) =>
    textOf(new RegExp(`<(span|mark) id="zin-${number}">([^]*?)</\\1>`).exec(html)?.[2] ?? '');

  beforeAll(async () => {
    web = await serveWeb();
  });
  afterAll(() => web.stop());

  it('has the whole text, its headings as headings, its lists as lists and an anchor for each sentence', async () => {
    const { status, html } = await read(PAGE);
    expect(status).toBe(200);
    expect(html).toMatch(/<h1[^>]*>Handreiking thuiswerken<\/h1>/);
    expect([...html.matchAll(/<h2[^>]*>([^<]*)<\/h2>/g)].map(([, heading]) => heading)).toEqual([
      'Afspraken over dagen',
      'De werkplek thuis',
      'Bereikbaar en onbereikbaar',
    ]);
    expect(at(html, 1)).toBe(
      'Deze handreiking is bedoeld voor iedereen die een deel van de week thuis werkt.',
    );
    expect(at(html, 5)).toBe('Laat het je team dan op tijd weten.');
    expect(html).toMatch(/<ul lang="nl">\s*<li>\s*<span id="zin-12">/);
    expect(textOf(html)).toContain(
      'Eén dag per week is het hele team op kantoor. Wissel je een keer van dag? Laat',
    );
    expect(textOf(html)).toContain('Handreiking thuiswerken, 1 september 2024');
    expect(html).toContain('href="https://voorbeeldstad.example/thuiswerken"');
  });

  it('is where the citation of an answer leads, to the quoted sentences, which are marked', async () => {
    const { html: answer } = await read('/vraag/pauzes');
    const [, link = ''] = /<cite\s*><a[^>]*href="([^"]*)"/.exec(answer) ?? [];
    expect(link.replaceAll('&amp;', '&')).toBe(`${PAGE}${NOW}&zinnen=11-12-13#zin-11`);
    const { html } = await read(link.replaceAll('&amp;', '&'));
    expect([...html.matchAll(/<mark id="zin-(\d+)"/g)].map(([, number]) => number)).toEqual([
      '11',
      '12',
      '13',
    ]);
  });

  it('says which questions quote each sentence, with links to them', async () => {
    const { html } = await read(PAGE);
    const folded = [...html.matchAll(/<details[^]*?<\/details>/g)].map(([part]) => part);
    const about = folded.find((part) => part.includes('Kijk even')) ?? '';
    expect(about).toContain('href="#zin-13"');
    expect(about).toMatch(/href="\/vraag\/thuiswerken\/pauzes"[^>]*>Hoe vaak neem ik pauze\?/);
    expect(textOf(about)).toMatch(/^\d vragen over deze zinnen|^1 vraag over deze zinnen/);
  });

  it('says to an old link that the text is of another edition, and marks nothing', async () => {
    const { html } = await read(`${PAGE}?editie=2019-01-01&zinnen=11-12#zin-11`);
    expect(textOf(html)).toContain(
      'Deze link hoort bij een andere editie van de tekst. Hieronder staat: Handreiking thuiswerken, 1 september 2024.',
    );
    expect(html).not.toContain('zin-11');
    expect(html).not.toContain('<mark');
    for (const path of [PAGE, `${PAGE}${NOW}`])
      expect((await read(path)).html).not.toContain('andere editie');
  });

  it.each(['<script>', '1-', '99999', '-', '1'.repeat(10_000), '1-'.repeat(5_000), '1-'.repeat(51) + '1'])(
    'takes any numbers from an address: %.20s',
    async (numbers) => {
      const { status, html } = await read(`${PAGE}${NOW}&zinnen=${encodeURIComponent(numbers)}`);
      expect(status).toBe(200);
      expect(html).not.toMatch(/<mark|<script>/);
    },
  );

  it.each(['<script>', '"><script>', '{{datum}}', '1'.repeat(10_000)])(
    'takes any edition from an address, and does not show it: %.20s',
    async (edition) => {
      const { status, html } = await read(`${PAGE}?editie=${encodeURIComponent(edition)}`);
      expect(status).toBe(200);
      expect(textOf(html)).toContain('een andere editie');
      expect(html).not.toContain(edition);
      expect(html).not.toContain('<script>');
    },
  );

  it('does not exist for an unknown guidance, and takes no other method', async () => {
    expect((await read('/bron/onbekend')).status).toBe(404);
    expect((await web.submit(PAGE, {})).status).toBe(405);
  });

  it('is in the language of its text and of its reader, each marked as such', async () => {
    const changes = { 'thuiswerken/zelfcheck.yaml': CHECKLIST, ...SHIPPED_BASE };
    const english = await serveWeb({
      asker: createAsker(load(changes, ['travel-policy', 'thuiswerken']).knowledge),
    });
    try {
      const html = await (await english.get(PAGE)).text();
      expect(html).toContain('<html lang="en"');
      expect(html).toMatch(/<h1[^>]*lang="nl"/);
      expect(textOf(html)).toContain('Read the official text');
    } finally {
      await english.stop();
    }
  });
});
