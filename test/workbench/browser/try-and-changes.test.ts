import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describeInBrowser, expectAccessible, hasFocus, tabTo } from '../../adapters/web/browser/browser.ts';
import { PUMP, QUESTIONS } from '../pump.ts';
import { serveWorkbench } from '../serve.ts';
import type { ServedWorkbench } from '../serve.ts';
import { loadUntil } from './load-until.ts';

const LOOKS = [
  ['light', { colorScheme: 'light' }],
  ['dark, narrow', { colorScheme: 'dark', viewport: { width: 360, height: 740 } }],
] as const;

describeInBrowser('trying the knowledge, and what changes', (open) => {
  let workbench: ServedWorkbench;
  beforeAll(async () => {
    workbench = await serveWorkbench();
  });
  afterAll(() => workbench.stop());

  const go = (page: Page, path: string) => page.goto(`${workbench.base}${path}`);
  const isTooWide = (page: Page) =>
    page.evaluate<boolean>('document.documentElement.scrollWidth > innerWidth');
  const until = (page: Page, path: string, text: string) => loadUntil(page, `${workbench.base}${path}`, text);
  const picture = async (page: Page, name: string) => {
    const folder = process.env['PICTURES'];
    if (folder !== undefined) await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
  };

  it.each(LOOKS)(
    'finds a new entry in the chat, shows what it changed, and undoes it (%s)',
    async (look, options) => {
      const { page, faults } = await open(options);
      await go(page, '/proberen');
      await expectAccessible(page);
      writeFileSync(join(workbench.folder, QUESTIONS), workbench.textOf(QUESTIONS) + PUMP);
      await until(page, '/proberen?vraag=is+er+een+pomp', 'Bij de ingang.');
      await expectAccessible(page);
      expect(await isTooWide(page)).toBe(false);
      await picture(page, `proberen-${look}`);
      await page.getByLabel('De vraag').fill('ik zoek een pompje');
      await page.getByRole('button', { name: 'Maak er een variant van' }).click();
      expect(workbench.textOf(QUESTIONS)).toContain('ik zoek een pompje');
      await expectAccessible(page);
      await go(page, '/wijzigingen');
      await expectAccessible(page);
      expect(await isTooWide(page)).toBe(false);
      await picture(page, `keuze-${look}`);
      await page
        .getByRole('button', { name: /^Wat veranderde dit/ })
        .first()
        .click();
      await expectAccessible(page);
      await page.getByText('bekende vragen zijn nagegaan').waitFor({ timeout: 60_000 });
      expect(await page.locator('.changes').innerText()).toContain('ik zoek een pompje');
      expect(await page.locator('.changes').innerText()).toContain('bevestigd');
      await expectAccessible(page);
      expect(await isTooWide(page)).toBe(false);
      await picture(page, `wijzigingen-${look}`);
      await go(page, '/wijzigingen');
      await page
        .getByRole('button', { name: /^Ongedaan maken/ })
        .first()
        .click();
      expect(workbench.textOf(QUESTIONS)).not.toContain('ik zoek een pompje');
      writeFileSync(join(workbench.folder, QUESTIONS), workbench.textOf(QUESTIONS).replace(PUMP, ''));
      expect(faults).toEqual([]);
      await page.context().close();
    },
    180_000,
  );

  it('asks with the keyboard alone, and goes on with a button of the reply', async () => {
    const { page } = await open();
    await until(page, '/proberen?vraag=openingstijden', 'Van zes tot tien.');
    await go(page, '/proberen');
    await tabTo(page, 'textbox', 'Je vraag');
    await page.keyboard.type('openingstijden');
    await page.keyboard.press('Enter');
    await page.getByText('Van zes tot tien.').waitFor();
    const offered = page.locator('.conversation .choices a').first();
    for (let press = 0; press < 30 && !(await hasFocus(offered)); press += 1)
      await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('Met je personeelspas.').first().waitFor();
    expect(await page.locator('.asked').allInnerTexts()).toHaveLength(2);
    await page.context().close();
  }, 60_000);
});
