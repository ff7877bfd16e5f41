import { expect, it, jest } from '@jest/globals';
import { serveWeb } from '../serve.ts';
import { describeInBrowser } from './browser.ts';

// A step waits for a browser on a machine that may be busy.
jest.setTimeout(60_000);

const SVG = `<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"><style>rect { fill: rgb(1, 2, 3) }</style>
  <rect width="20" height="20" onclick="console.log('pressed')"/><script>console.log('ran')</script></svg>`;
const logo = { type: 'image/svg+xml', extension: 'svg', body: Buffer.from(SVG) };

describeInBrowser('a logo that is a program', (open) => {
  it('runs nothing when somebody goes to its address, and has its own colours', async () => {
    const web = await serveWeb({ site: { logo } });
    try {
      const { page } = await open();
      const printed: string[] = [];
      page.on('console', (message) => printed.push(message.text()));
      await page.goto(web.base);
      const address = await page.locator('img.logo').getAttribute('src');
      await page.goto(`${web.base}${address ?? ''}`);
      await page.locator('rect').click();
      expect(printed.filter((text) => text === 'ran' || text === 'pressed')).toEqual([]);
      const fill = await page.evaluate("getComputedStyle(document.querySelector('rect')).fill");
      expect(fill).toBe('rgb(1, 2, 3)');
      await page.context().close();
    } finally {
      await web.stop();
    }
  });
});
