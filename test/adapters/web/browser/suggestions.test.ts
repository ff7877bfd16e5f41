import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { serveWeb } from '../serve.ts';
import { describeInBrowser, expectAccessible, hasFocus } from './browser.ts';

// A step waits for a browser on a machine that may be busy.
jest.setTimeout(60_000);

const fieldIn = (page: Page) => page.getByRole('combobox', { name: 'Je vraag' });
const optionsIn = (page: Page) =>
  page.getByRole('listbox', { name: 'Vragen die de bot kent' }).getByRole('option');
/** What a screen reader says is active. */
const activeIn = (page: Page) =>
  page.evaluate<string | undefined>(
    "document.getElementById(document.activeElement.getAttribute('aria-activedescendant'))?.textContent",
  );

describeInBrowser('suggestions while somebody types', (open) => {
  let web: Awaited<ReturnType<typeof serveWeb>>;
  beforeAll(async () => {
    web = await serveWeb();
  });
  afterAll(() => web.stop());

  it('are gone through and picked with the keyboard, and answered like a button', async () => {
    const { page, faults } = await open();
    await page.goto(`${web.base}/`);
    const field = fieldIn(page);
    await field.focus();
    expect(await field.getAttribute('aria-expanded')).toBe('false');
    await page.keyboard.type('hoe');
    await optionsIn(page).first().waitFor();
    expect(await field.getAttribute('aria-expanded')).toBe('true');
    expect(await page.getByRole('status').allInnerTexts()).toContainEqual(
      expect.stringMatching(/^Vragen.*: \d$/),
    );
    const texts = await optionsIn(page).allInnerTexts();
    expect(texts).toContain('Hoe vaak neem ik pauze?');
    expect(await activeIn(page)).toBeUndefined();
    await page.keyboard.press('ArrowUp');
    expect(await activeIn(page)).toBe(texts.at(-1));
    await page.keyboard.press('ArrowDown');
    expect(await activeIn(page)).toBeUndefined();
    for (let press = 0; press <= texts.indexOf('Hoe vaak neem ik pauze?'); press += 1)
      await page.keyboard.press('ArrowDown');
    expect(await activeIn(page)).toBe('Hoe vaak neem ik pauze?');
    expect(await optionsIn(page).and(page.locator('[aria-selected=true]')).allInnerTexts()).toEqual([
      'Hoe vaak neem ik pauze?',
    ]);
    await expectAccessible(page);
    await page.keyboard.press('Enter');
    await page.getByText('Elk uur kort.').first().waitFor();
    expect(await page.locator('.asked').allInnerTexts()).toEqual([
      expect.stringContaining('Hoe vaak neem ik pauze?'),
    ]);
    expect([await optionsIn(page).count(), await field.inputValue(), await hasFocus(field)]).toEqual([
      0,
      '',
      true,
    ]);
    expect(web.metered).toContain('button answer');
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('close with Escape, and Enter then asks what was typed', async () => {
    const { page } = await open();
    await page.goto(`${web.base}/`);
    await fieldIn(page).pressSequentially('hoe vaak neem ik pauze?');
    await optionsIn(page).first().waitFor();
    await page.keyboard.press('Escape');
    expect(await optionsIn(page).count()).toBe(0);
    expect(await fieldIn(page).inputValue()).toBe('hoe vaak neem ik pauze?');
    await page.keyboard.press('ArrowDown');
    await optionsIn(page).first().waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('Elk uur kort.').first().waitFor();
    expect(await optionsIn(page).count()).toBe(0);
    await page.context().close();
  });

  it.each([
    ['light', { colorScheme: 'light' }],
    ['dark and small', { colorScheme: 'dark', viewport: { width: 320, height: 480 } }],
  ] as const)('are picked with a click, on a page of an answer too (%s)', async (_, options) => {
    const { page, faults } = await open(options);
    await page.goto(`${web.base}/vraag/bereikbaar`);
    await fieldIn(page).pressSequentially('pauze');
    await optionsIn(page).first().waitFor();
    await expectAccessible(page);
    await optionsIn(page).filter({ hasText: 'Hoe vaak neem ik pauze?' }).click();
    await page.waitForURL('**/');
    await page.getByText('Elk uur kort.').first().waitFor();
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('are in the language of the conversation', async () => {
    const { page } = await open();
    await page.goto(`${web.base}/?vraag=how+often+do+i+take+a+break`);
    await page.locator('.answer [lang=en]').first().waitFor();
    await fieldIn(page).pressSequentially('pauz');
    const first = optionsIn(page).first();
    await first.waitFor();
    expect(await first.getAttribute('lang')).toBe('en');
    await page.context().close();
  });

  it('are not there without JavaScript: a plain field', async () => {
    const { page } = await open({ javaScriptEnabled: false });
    await page.goto(`${web.base}/`);
    await page.getByRole('textbox', { name: 'Je vraag' }).fill('hoe vaak neem ik pauze?');
    await page.keyboard.press('Enter');
    await page.getByText('Elk uur kort.').first().waitFor();
    await page.context().close();
  });
});
