import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { serveWeb } from '../serve.ts';
import { ask, describeInBrowser, expectAccessible } from './browser.ts';
import type { Open } from './browser.ts';
import { SHOWN } from './shown.ts';

const LOOKS = [
  ['light', { colorScheme: 'light' }],
  ['dark', { colorScheme: 'dark' }],
] as const;

describeInBrowser('the web page is accessible', (open: Open) => {
  let web: Awaited<ReturnType<typeof serveWeb>>;
  beforeAll(async () => {
    web = await serveWeb({ previews: SHOWN });
  });
  afterAll(() => web.stop());

  it.each(LOOKS)(
    'in every state of the conversation (%s)',
    async (_, options) => {
      const { page, faults } = await open(options);
      await page.goto(`${web.base}/`);
      await expectAccessible(page);
      for (const question of [
        // An empty question gets help as the first one only: later it is Enter pressed twice.
        '',
        'hoe vaak neem ik pauze?',
        'thuis',
        'qwzx',
        'entry:werken-in-het-buitenland',
        'help',
        'zelfcheck',
        'over',
      ]) {
        await ask(page, question);
        await expectAccessible(page, '.log > .answer:last-child');
      }
      await page.getByRole('button', { name: 'Niet nuttig' }).first().click();
      await page.getByText('Bedankt, je mening is geteld.').waitFor();
      await expectAccessible(page);
      await page.reload();
      await expectAccessible(page);
      expect(faults).toEqual([]);
      await page.context().close();
    },
    180_000,
  );

  it.each(LOOKS)(
    'on every other page (%s)',
    async (_, options) => {
      const { page, faults } = await open(options);
      for (const path of [
        '/onderwerpen',
        '/over',
        '/vraag/pauzes',
        '/bron/thuiswerken?editie=2024-09-01&zinnen=11-12-13#zin-11',
        '/bron/thuiswerken?editie=2019-01-01#zin-11',
        '/vraag/thuiswerken/werken-in-het-buitenland',
        '/?vraag=pauze',
        '/?beurt=x',
        '/stem?uitkomst=counted',
      ]) {
        await page.goto(`${web.base}${path}`);
        for (const folded of await page.locator('summary').all()) await folded.click();
        await expectAccessible(page);
      }
      await page.goto(`${web.base}/voorbeeld/thuiswerken/pauzes`);
      for (const name of ['Webpagina', 'Slack', 'Teams']) {
        await page.getByRole('tab', { name }).click();
        if (name === 'Teams') await page.locator('.ac-adaptiveCard').waitFor();
        await expectAccessible(page);
      }
      await page.goto(`${web.base}/zelfcheck`);
      await expectAccessible(page);
      for (const option of await page.getByLabel('Nee').all()) await option.check();
      await page.getByText('Je koos niet overal ja.').waitFor();
      await expectAccessible(page);
      expect(faults).toEqual([]);
      await page.goto(`${web.base}/vraag/bestaat-niet`);
      await expectAccessible(page);
      await page.context().close();
    },
    180_000,
  );

  it.each([
    ['a phone of 360 pixels', { width: 360, height: 640 }],
    ['a screen of 1280 pixels at 400 %', { width: 320, height: 256 }],
  ])(
    'without scrolling sideways on %s',
    async (_, viewport) => {
      const { page } = await open({ viewport });
      const isTooWide = () => page.evaluate<boolean>('document.documentElement.scrollWidth > innerWidth');
      for (const path of [
        '/',
        '/onderwerpen',
        '/over',
        '/zelfcheck',
        '/vraag/pauzes',
        '/bron/thuiswerken',
        '/weg',
      ]) {
        await page.goto(`${web.base}${path}`);
        expect([path, await isTooWide()]).toEqual([path, false]);
      }
      await page.goto(`${web.base}/`);
      for (const question of ['hoe vaak neem ik pauze?', 'x'.repeat(300), 'thuis']) await ask(page, question);
      expect(await isTooWide()).toBe(false);
      await expectAccessible(page);
      await page.goto(`${web.base}/voorbeeld/thuiswerken/pauzes`);
      for (const name of ['Webpagina', 'Slack', 'Teams']) {
        await page.getByRole('tab', { name }).click();
        expect([name, await isTooWide()]).toEqual([name, false]);
      }
      await page.context().close();
    },
    180_000,
  );

  it('with targets of 24 pixels at least', async () => {
    const { page } = await open({ viewport: { width: 360, height: 640 } });
    for (const path of [
      '/?vraag=pauze',
      '/onderwerpen',
      '/zelfcheck',
      '/vraag/pauzes',
      '/bron/thuiswerken',
      '/voorbeeld/thuiswerken/pauzes',
      '/over',
      '/weg',
    ]) {
      await page.goto(`${web.base}${path}`);
      for (const target of await page
        .locator('a:not(.nl-skip-link), button, input:not([type=hidden])')
        .all()) {
        if (!(await target.isVisible())) continue;
        const box = await target.boundingBox();
        const name = (await target.getAttribute('name')) ?? (await target.innerText());
        expect([name, Math.min(box?.width ?? 0, box?.height ?? 0) >= 24]).toEqual([name, true]);
      }
    }
    await page.context().close();
  }, 180_000);

  it('in forced colours, where only borders tell things apart', async () => {
    const { page } = await open({ forcedColors: 'active' });
    await page.goto(`${web.base}/`);
    await ask(page, 'hoe vaak neem ik pauze?');
    const border = await page.evaluate<string>(
      "getComputedStyle(document.querySelector('.log > .answer')).borderTopColor",
    );
    expect(border).toMatch(/^rgb\(/);
    await expectAccessible(page);
    await page.context().close();
  });

  it('to whom the text is twice as large', async () => {
    const { page } = await open({ viewport: { width: 640, height: 512 } });
    await page.goto(`${web.base}/?vraag=pauze`);
    await page.evaluate("document.documentElement.style.fontSize = '200%'");
    expect(await page.evaluate<boolean>('document.documentElement.scrollWidth > innerWidth')).toBe(false);
    await page.context().close();
  });
});
