import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { serveWeb } from '../serve.ts';
import { ask, describeInBrowser, expectAccessible } from './browser.ts';

// A step waits for a browser on a machine that may be busy.
jest.setTimeout(60_000);

/** Inline style, to see whether the strict policy of pages lets a logo be drawn as it is. */
const SVG = `<svg xmlns="http://www.w3.org/2000/svg" width="120" height="40"><rect width="120" height="40" style="fill:#c00"/></svg>`;
const MEASURE = `
  window.shifted = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifted += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });`;

describeInBrowser('the look of the web page', (open) => {
  let web: Awaited<ReturnType<typeof serveWeb>>;
  beforeAll(async () => {
    const logo = { type: 'image/svg+xml', extension: 'svg', body: Buffer.from(SVG) };
    web = await serveWeb({ site: { name: 'Gemeente Voorbeeldstad', logo } });
  });
  afterAll(() => web.stop());
  const shifted = (page: Page) => page.evaluate<number>('window.shifted');

  it('moves nothing while it loads, at the start and with a conversation', async () => {
    for (const viewport of [
      { width: 1280, height: 800 },
      { width: 360, height: 740 },
    ]) {
      const { page } = await open({ viewport });
      await page.addInitScript(MEASURE);
      for (const path of ['/', '/onderwerpen', '/vraag/pauzes', '/zelfcheck', '/over']) {
        await page.goto(`${web.base}${path}`, { waitUntil: 'networkidle' });
        expect([path, await shifted(page)]).toEqual([path, 0]);
      }
      await page.goto(`${web.base}/`);
      await ask(page, 'hoe vaak neem ik pauze?');
      await page.reload({ waitUntil: 'networkidle' });
      expect(await page.locator('.log > .answer').count()).toBe(1);
      expect(await shifted(page)).toBeLessThan(0.01);
      await page.context().close();
    }
  });

  it('moves nothing when a page comes in pieces, as over a slow line', async () => {
    const slow = createServer((request, response) => {
      const path = request.url ?? '/';
      const send = async () => {
        const answer = await fetch(`${web.base}${path}`);
        response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' });
        const body = Buffer.from(await answer.arrayBuffer());
        const size = path === '/' ? 40 : body.length;
        for (let from = 0; from < body.length; from += size) {
          response.write(body.subarray(from, from + size));
          await pause(10);
        }
        response.end();
      };
      send().catch(() => response.destroy());
    }).listen(0);
    try {
      const { page } = await open({ viewport: { width: 360, height: 740 } });
      await page.addInitScript(MEASURE);
      const { port } = slow.address() as AddressInfo;
      await page.goto(`http://localhost:${port}/`, { waitUntil: 'networkidle' });
      expect(await shifted(page)).toBe(0);
      await page.context().close();
    } finally {
      slow.close();
      slow.closeAllConnections();
    }
  });

  it('weighs less than 60 KB with everything that it loads', async () => {
    for (const path of ['/', '/vraag/pauzes', '/onderwerpen']) {
      const { page } = await open();
      const sizes: Promise<number>[] = [];
      page.on('response', (response) => sizes.push(response.body().then(({ length }) => length)));
      await page.goto(`${web.base}${path}`, { waitUntil: 'networkidle' });
      const total = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
      expect([path, total < 60_000 ? 'light' : total]).toEqual([path, 'light']);
      await page.context().close();
    }
  });

  it('fits its menu in one row of a phone of 360 pixels', async () => {
    const { page } = await open({ viewport: { width: 360, height: 740 } });
    await page.goto(`${web.base}/`);
    const boxes = await Promise.all((await page.locator('.menu a').all()).map((link) => link.boundingBox()));
    expect(boxes).toHaveLength(4);
    expect(new Set(boxes.map((box) => box?.y)).size).toBe(1);
    await page.context().close();
  });

  it('shows the logo of the organisation, beside its name', async () => {
    const { page, faults } = await open();
    await page.goto(`${web.base}/`);
    expect(await page.evaluate("document.querySelector('.logo').naturalWidth")).toBe(120);
    await expectAccessible(page);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('keeps the field in reach above the keyboard of a phone', async () => {
    const { page } = await open({ viewport: { width: 360, height: 400 } });
    await page.goto(`${web.base}/?vraag=zelfcheck`);
    const box = await page.getByRole('combobox', { name: 'Je vraag' }).boundingBox();
    expect(box === null ? 0 : box.y + box.height).toBeLessThanOrEqual(400);
    expect(box?.y).toBeGreaterThan(250);
    await page.context().close();
  });

  it('filters the questions of all topics while somebody types', async () => {
    const { page, faults } = await open();
    await page.goto(`${web.base}/onderwerpen`);
    const shown = () => page.locator('.topic li:visible').allInnerTexts();
    expect((await shown()).length).toBeGreaterThan(4);
    await page.getByRole('searchbox', { name: 'Zoek in de vragen' }).fill('PÁUZE');
    expect(await shown()).toEqual(['Hoe vaak neem ik pauze?']);
    expect(await page.getByRole('heading', { level: 2 }).allInnerTexts()).toHaveLength(1);
    expect(await page.getByRole('navigation', { name: 'Ga naar' }).count()).toBe(0);
    await page.getByText('Gevonden vragen: 1').waitFor();
    await page.getByRole('searchbox').fill('qwzx');
    await page.getByText('Geen vraag met deze woorden.').waitFor();
    await expectAccessible(page);
    await page.getByRole('searchbox').fill('');
    expect((await shown()).length).toBeGreaterThan(4);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('shows no button that needs JavaScript without it', async () => {
    const { page } = await open({ javaScriptEnabled: false });
    for (const path of ['/onderwerpen', '/vraag/pauzes']) {
      await page.goto(`${web.base}${path}`);
      expect(await page.locator('.needs-script:visible').count()).toBe(0);
    }
    await page.context().close();
  });
});
