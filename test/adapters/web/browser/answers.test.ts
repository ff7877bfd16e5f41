import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { serveWeb } from '../serve.ts';
import { ask, describeInBrowser, expectAccessible } from './browser.ts';

// A step waits for a browser on a machine that may be busy.
jest.setTimeout(60_000);

describeInBrowser('an answer on the web page', (open) => {
  let web: Awaited<ReturnType<typeof serveWeb>>;
  beforeAll(async () => {
    web = await serveWeb();
  });
  afterAll(() => web.stop());

  it('is copied as text, with its permanent link', async () => {
    const { page } = await open({ permissions: ['clipboard-read', 'clipboard-write'] });
    await page.goto(`${web.base}/`);
    await ask(page, 'hoe vaak neem ik pauze?');
    await page.getByRole('button', { name: 'Kopieer' }).click();
    await page.getByText('Het antwoord is gekopieerd.').waitFor();
    const copied = await page.evaluate<string>('navigator.clipboard.readText()');
    expect(copied).toMatch(/^Hoe vaak neem ik pauze\?\n\n/);
    expect(copied).toContain('“Sta op en loop een rondje.”');
    expect(copied).not.toMatch(/Nuttig|Zie ook/);
    expect(copied.endsWith(`${web.base}/vraag/thuiswerken/pauzes`)).toBe(true);
    await expectAccessible(page);
    await page.context().close();
  });

  it('is copied in a browser without a clipboard too, as over plain http', async () => {
    const { page } = await open();
    await page.addInitScript("Object.defineProperty(navigator, 'clipboard', { value: undefined })");
    await page.goto(`${web.base}/vraag/thuiswerken/pauzes`);
    await page.getByRole('button', { name: 'Kopieer' }).click();
    await page.getByText('Het antwoord is gekopieerd.').waitFor();
    await page.context().close();
  });

  it('is shared with what the device offers, or its link is copied', async () => {
    const { page } = await open({ permissions: ['clipboard-read', 'clipboard-write'] });
    await page.addInitScript(
      "Object.defineProperty(navigator, 'share', { value: undefined, configurable: true })",
    );
    await page.addInitScript('delete Navigator.prototype.share; delete navigator.share');
    await page.goto(`${web.base}/vraag/thuiswerken/pauzes`);
    await page.getByRole('button', { name: 'Deel' }).click();
    await page.getByText('De link is gekopieerd.').waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(
      `${web.base}/vraag/thuiswerken/pauzes`,
    );
    await page.evaluate('navigator.share = async (data) => { document.title = data.url; }');
    await page.getByRole('button', { name: 'Deel' }).click();
    await page.waitForFunction(`document.title === '${web.base}/vraag/thuiswerken/pauzes'`);
    await page.context().close();
  });

  it('that does not come leaves the question in the field, and is asked again', async () => {
    const { page } = await open();
    await page.goto(`${web.base}/`);
    await page.route('**/api/**', (route) => route.abort());
    await ask(page, 'hoe vaak neem ik pauze?');
    await page.getByText('De bot is niet bereikbaar.').waitFor();
    const field = page.getByRole('combobox', { name: 'Je vraag' });
    expect(await field.inputValue()).toBe('hoe vaak neem ik pauze?');
    await expectAccessible(page);
    await page.unroute('**/api/**');
    await page.getByRole('button', { name: 'Opnieuw' }).click();
    await page.getByText('Elk uur kort.').first().waitFor();
    expect(await field.inputValue()).toBe('');
    expect(await page.locator('.asked').count()).toBe(1);
    expect(await page.locator('.failed').count()).toBe(0);
    await page.context().close();
  });

  it('that takes long is waited for visibly', async () => {
    const { page } = await open();
    await page.goto(`${web.base}/`);
    const { promise: ready, resolve: go } = Promise.withResolvers<undefined>();
    await page.route('**/api/**', async (route) => {
      await ready;
      await route.continue();
    });
    await page.getByRole('combobox', { name: 'Je vraag' }).fill('hoe vaak neem ik pauze?');
    await page.keyboard.press('Enter');
    await page.getByText('De bot zoekt…').waitFor();
    await expectAccessible(page);
    go(undefined);
    await page.getByText('Elk uur kort.').first().waitFor();
    expect(await page.getByText('De bot zoekt…').count()).toBe(0);
    await page.context().close();
  });

  it('asks once when a link with a question is clicked twice', async () => {
    const { page } = await open();
    await page.goto(`${web.base}/`);
    const asked = () => web.lines.filter(({ message }) => message === 'a message came in').length;
    const before = asked();
    await page.evaluate(
      "const link = document.createElement('a'); link.href = '/?vraag=mag+ik+pauze'; link.textContent = 'Vraag het'; document.querySelector('main').prepend(link)",
    );
    await page.getByText('Vraag het').dblclick();
    await page.locator('.log > .answer').waitFor();
    expect(asked()).toBe(before + 1);
    await page.context().close();
  });
});
