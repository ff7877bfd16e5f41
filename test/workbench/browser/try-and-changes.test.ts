import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describeInBrowser, expectAccessible, hasFocus, tabTo } from '../../adapters/web/browser/browser.ts';
import { serveWorkbench } from '../serve.ts';
import type { ServedWorkbench } from '../serve.ts';

const QUESTIONS = 'fietsen-op-het-werk/vragen/stalling.yaml';
const PUMP = `
- id: pomp
  onderwerp: Plaatsen
  vraag: Waar vind ik een fietspomp?
  varianten: [mijn band is zacht, band oppompen, lucht in mijn band, is er een pomp, pomp lenen]
  antwoord: Bij de ingang.
  citaten: [Zet je fiets in een vak en niet in het gangpad.]
`;
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
  /** Loads a page again until it answers from a version that finds this. */
  const until = async (page: Page, path: string, text: string) => {
    for (let turn = 0; turn < 100; turn += 1) {
      await go(page, path);
      if ((await page.locator('main').innerText()).includes(text)) return;
      await page.waitForTimeout(300);
    }
    throw new Error(`no ${text} on ${path}`);
  };
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
