import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { serveWeb } from '../serve.ts';
import { ask, describeInBrowser, expectAccessible } from './browser.ts';

// A step waits for a browser on a machine that may be busy.
jest.setTimeout(60_000);

describeInBrowser('the conversation in a tab', (open) => {
  let web: Awaited<ReturnType<typeof serveWeb>>;
  beforeAll(async () => {
    web = await serveWeb();
  });
  afterAll(() => web.stop());
  const asked = () => web.lines.filter(({ message }) => message === 'a message came in').length;
  const answers = (page: Page) => page.locator('.log > .answer').count();

  it('is still there after a permanent link and Back, with the vote, and goes on', async () => {
    const { page, faults } = await open();
    await page.goto(`${web.base}/`);
    await ask(page, 'hoe vaak neem ik pauze?');
    await page.getByRole('button', { name: 'Nuttig', exact: true }).click();
    await page.getByText('Bedankt, je mening is geteld.').waitFor();
    await page.getByRole('link', { name: 'Vaste link naar dit antwoord' }).click();
    await page.waitForURL('**/vraag/thuiswerken/pauzes');
    await page.goBack();
    await page.getByText('Elk uur kort.').first().waitFor();
    expect(await page.locator('.asked').allInnerTexts()).toEqual([
      expect.stringContaining('hoe vaak neem ik pauze?'),
    ]);
    expect(await page.locator('.nl-button--pressed').allInnerTexts()).toEqual(['Nuttig']);
    expect(await page.locator('.introduction').isVisible()).toBe(false);
    // A follow-up is about the answer of before.
    await ask(page, 'bron');
    await page.getByRole('heading', { name: 'De hele alinea' }).waitFor();
    await expectAccessible(page);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('is still there after a reload, in this tab only', async () => {
    const { page } = await open();
    await page.goto(`${web.base}/`);
    await ask(page, 'hoe vaak neem ik pauze?');
    await page.reload();
    expect(await answers(page)).toBe(1);
    const other = await page.context().newPage();
    await other.goto(`${web.base}/`);
    expect(await answers(other)).toBe(0);
    expect(await page.evaluate('JSON.stringify([{ ...localStorage }, document.cookie])')).toBe('[{},""]');
    await page.context().close();
  });

  it('is asked once by a link with a question, also when the page is reloaded', async () => {
    const { page } = await open();
    await page.goto(`${web.base}/onderwerpen`);
    const before = asked();
    await page.goto(`${web.base}/?vraag=hoe+vaak+neem+ik+pauze`);
    await page.getByText('Elk uur kort.').first().waitFor();
    expect(page.url()).toBe(`${web.base}/`);
    await page.reload();
    expect(await answers(page)).toBe(1);
    expect(asked()).toBe(before + 1);
    await page.goto(`${web.base}/?vraag=werken+in+het+buitenland`);
    await page.locator('.log > .answer').nth(1).waitFor();
    expect(asked()).toBe(before + 2);
    await page.context().close();
  });

  it('goes on with what is asked on the page of an entry', async () => {
    const { page } = await open();
    await page.goto(`${web.base}/`);
    await ask(page, 'welke dagen mag ik thuis werken?');
    await page.goto(`${web.base}/vraag/thuiswerken/pauzes`);
    await page.getByRole('combobox', { name: 'Je vraag' }).fill('bron');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'De hele alinea' }).waitFor();
    expect(await answers(page)).toBe(2);
    expect(page.url()).toBe(`${web.base}/`);
    await page.context().close();
  });

  it('is shown after Back where one was reading', async () => {
    const { page } = await open({ viewport: { width: 360, height: 640 } });
    await page.goto(`${web.base}/`);
    for (const question of ['hoe vaak neem ik pauze?', 'welke dagen mag ik thuis werken?', 'bron'])
      await ask(page, question);
    const link = page.getByRole('link', { name: 'Vaste link naar dit antwoord' }).first();
    const top = async () => (await link.boundingBox())?.y ?? Number.NaN;
    await link.scrollIntoViewIfNeeded();
    const before = await top();
    await link.click();
    await page.waitForURL('**/vraag/thuiswerken/pauzes');
    await page.goBack();
    await page.locator('.log > .answer').nth(2).waitFor();
    expect(Math.abs((await top()) - before)).toBeLessThan(5);
    await page.context().close();
  });

  it('is gone after "Nieuw gesprek", also for Back', async () => {
    const { page } = await open();
    await page.goto(`${web.base}/`);
    expect(await page.getByRole('link', { name: 'Nieuw gesprek' }).isVisible()).toBe(false);
    await ask(page, 'hoe vaak neem ik pauze?');
    await page.getByRole('link', { name: 'Nieuw gesprek' }).click();
    await page.locator('.introduction').waitFor();
    expect(await answers(page)).toBe(0);
    expect(await page.evaluate('sessionStorage.length')).toBe(0);
    await page.goto(`${web.base}/over`);
    await page.goBack();
    expect(await answers(page)).toBe(0);
    await page.context().close();
  });

  it('works in a browser that stores nothing', async () => {
    const { page, faults } = await open();
    await page.addInitScript(
      "Object.defineProperty(window, 'sessionStorage', { get() { throw new DOMException('', 'SecurityError'); } })",
    );
    await page.goto(`${web.base}/`);
    await ask(page, 'hoe vaak neem ik pauze?');
    await page.getByRole('link', { name: 'Nieuw gesprek' }).click();
    await page.locator('.introduction').waitFor();
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('without JavaScript survives Back and reload too', async () => {
    const { page } = await open({ javaScriptEnabled: false });
    await page.goto(`${web.base}/`);
    const before = asked();
    await page.getByRole('textbox', { name: 'Je vraag' }).fill('hoe vaak neem ik pauze?');
    await page.keyboard.press('Enter');
    await page.getByText('Elk uur kort.').first().waitFor();
    await page.reload();
    await page.getByText('Elk uur kort.').first().waitFor();
    await page.getByRole('button', { name: 'Nuttig', exact: true }).click();
    await page.getByText('Bedankt, je mening is geteld.').waitFor();
    await page.reload();
    await page.getByRole('link', { name: 'Terug naar het antwoord' }).click();
    await page.getByText('Elk uur kort.').first().waitFor();
    await page.getByRole('link', { name: 'Vaste link naar dit antwoord' }).click();
    await page.waitForURL('**/vraag/thuiswerken/pauzes');
    await page.goBack();
    await page.getByText('Jij vroeg:').waitFor({ state: 'attached' });
    expect(asked()).toBe(before + 1);
    await page.context().close();
  });
});
