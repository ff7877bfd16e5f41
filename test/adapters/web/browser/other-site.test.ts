import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { listen } from '../../../../src/server/http.ts';
import { serveWeb } from '../serve.ts';
import { describeInBrowser } from './browser.ts';

// A step waits for a browser on a machine that may be busy.
jest.setTimeout(60_000);

describeInBrowser('a page of another site', (open) => {
  let web: Awaited<ReturnType<typeof serveWeb>>;
  const address = (number: number) => `${web.base}/?vraag=hoe+vaak+neem+ik+pauze+${number}`;
  /** All ways in which a page makes a browser fetch an address by itself; and a link. */
  const site = createServer((_, response) => {
    const rules = { prefetch: [{ urls: [address(5)] }], prerender: [{ urls: [address(6)] }] };
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(`<!doctype html><title>Elders</title>
      <link rel="prefetch" href="${address(0)}">
      <script type="speculationrules">${JSON.stringify(rules)}</script>
      <img alt="" src="${address(1)}">
      <iframe src="${address(2)}"></iframe>
      <object data="${address(3)}"></object>
      <script>fetch("${address(4)}", { mode: 'no-cors' })</script>
      <a href="${address(7)}">Vraag het de bot</a>`);
  });
  beforeAll(async () => {
    web = await serveWeb();
    await listen(site, { host: '127.0.0.1', port: 0, setting: 'PORT' });
  });
  afterAll(async () => {
    site.close();
    site.closeAllConnections();
    await web.stop();
  });
  const asked = () => web.lines.filter(({ message }) => message === 'a message came in').length;

  it('does not make the browser ask, until somebody follows its link', async () => {
    const { page } = await open();
    await (await fetch(web.base)).text();
    const before = asked();
    const fetched: string[] = [];
    // Not only answers: of some the browser shows nothing to the page, after it had them.
    page.on('request', (request) => fetched.push(request.url()));
    await page.goto(`http://127.0.0.1:${(site.address() as AddressInfo).port}/`, {
      waitUntil: 'networkidle',
    });
    expect(fetched).toEqual(expect.arrayContaining([1, 2, 3, 4, 5, 6].map(address)));
    expect(asked()).toBe(before);
    await page.getByText('Vraag het de bot').click();
    await page.locator('.log > .answer').waitFor();
    expect(asked()).toBe(before + 1);
    await page.context().close();
  });
});
