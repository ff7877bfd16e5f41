import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { serveWeb } from '../serve.ts';
import { ask, describeInBrowser, hasFocus, tabTo } from './browser.ts';
import { SHOWN } from './shown.ts';

// A step waits for a browser on a machine that may be busy.
jest.setTimeout(60_000);

describeInBrowser('the web page in use', (open) => {
  let web: Awaited<ReturnType<typeof serveWeb>>;
  beforeAll(async () => {
    web = await serveWeb({ previews: SHOWN });
  });
  afterAll(() => web.stop());

  it('answers below the question, announces it, and leaves the focus in the field', async () => {
    const { page, faults } = await open();
    await page.goto(`${web.base}/`);
    await ask(page, 'hoe vaak neem ik pauze?');
    const log = page.getByRole('log', { name: 'Gesprek' });
    expect(await log.getAttribute('aria-live')).toBe('polite');
    await expect(log.innerText()).resolves.toMatch(/hoe vaak neem ik pauze\?[^]*Elk uur kort\./);
    const field = page.getByRole('combobox', { name: 'Je vraag' });
    expect(await hasFocus(field)).toBe(true);
    expect(await field.inputValue()).toBe('');
    await ask(page, 'en welke dagen mag ik thuis werken?');
    expect(await page.locator('.log > .answer').count()).toBe(2);
    expect(page.url()).toBe(`${web.base}/`);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('can be used with the keyboard alone: ask, take a suggestion, vote, follow the permanent link', async () => {
    const { page } = await open({ viewport: { width: 360, height: 640 } });
    await page.goto(`${web.base}/`);
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Direct naar de inhoud');
    await page.keyboard.press('Enter');
    await tabTo(page, 'combobox', 'Je vraag');
    await page.keyboard.type('hoe vaak neem ik pauze?');
    await page.keyboard.press('Enter');
    await page.locator('.log > .answer').first().waitFor();
    await page.goto(`${web.base}/?vraag=entry:pauzes`);
    await tabTo(page, 'button', 'Wanneer moet ik bereikbaar zijn?');
    await page.keyboard.press('Enter');
    await page.getByText('Tijdens de uren die je hebt afgesproken.').first().waitFor();
    await tabTo(page, 'button', 'Nuttig');
    await page.keyboard.press('Space');
    await page.getByText('Bedankt, je mening is geteld.').waitFor();
    await tabTo(page, 'link', 'Vaste link naar dit antwoord');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/vraag/thuiswerken/bereikbaar');
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(
      'Wanneer moet ik bereikbaar zijn?',
    );
    await page.context().close();
  });

  it('shows as pressed only the vote that counts, which the other button changes', async () => {
    const { page } = await open();
    await page.goto(`${web.base}/?vraag=entry:pauzes`);
    const pressed = page.locator('[name=nuttig].nl-button--pressed');
    await page.getByRole('button', { name: 'Nuttig', exact: true }).click();
    await page.getByText('Bedankt, je mening is geteld.').waitFor();
    await page.getByRole('button', { name: 'Niet nuttig' }).click();
    await page.getByText('Bedankt, je mening is gewijzigd. Alleen deze telt.').waitFor();
    expect(await pressed.allInnerTexts()).toEqual(['Niet nuttig']);
    await page.context().close();
  });

  it('never hides what has the focus behind the question field', async () => {
    const { page } = await open({ viewport: { width: 360, height: 640 } });
    await page.goto(`${web.base}/?vraag=entry:pauzes`);
    const field = page.locator('.ask');
    for (let press = 0; press < 25; press += 1) {
      await page.keyboard.press('Tab');
      const focused = page.locator(':focus');
      if ((await focused.count()) === 0 || (await page.locator('.ask :focus').count()) > 0) continue;
      const [box, above] = [await focused.boundingBox(), await field.boundingBox()];
      const name = await focused.innerText();
      const isBelow = (box?.y ?? 0) >= (above?.y ?? 0) + (above?.height ?? 0);
      expect([name, isBelow || (box?.y ?? 0) < (above?.y ?? 0)]).toEqual([name, true]);
    }
    await page.context().close();
  });

  it('browses topics with the keyboard', async () => {
    const { page } = await open();
    await page.goto(`${web.base}/`);
    await tabTo(page, 'link', 'Onderwerpen');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/onderwerpen');
    await tabTo(page, 'link', 'Hoe vaak neem ik pauze?');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/vraag/thuiswerken/pauzes');
    await tabTo(page, 'combobox', 'Je vraag');
    await page.keyboard.type('bron');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'De hele alinea' }).waitFor();
    await page.context().close();
  });

  it('does the same without JavaScript, one page for each answer', async () => {
    const { page, faults } = await open({ javaScriptEnabled: false });
    await page.goto(`${web.base}/`);
    await page.getByRole('textbox', { name: 'Je vraag' }).fill('hoe vaak neem ik pauze?');
    await page.keyboard.press('Enter');
    await page.getByText('Elk uur kort.').first().waitFor();
    await page.getByRole('button', { name: 'Wanneer moet ik bereikbaar zijn?' }).click();
    await page.getByText('Tijdens de uren die je hebt afgesproken.').first().waitFor();
    await page.getByRole('button', { name: 'Nuttig', exact: true }).click();
    await page.getByText('Bedankt, je mening is geteld.').waitFor();
    await page.goto(`${web.base}/voorbeeld/thuiswerken/pauzes`);
    await page.getByText('Zo ziet dit antwoord eruit in Slack').click();
    await page.getByText('"type": "header"').waitFor();
    await page.goto(`${web.base}/zelfcheck`);
    await page.getByLabel('Nee').first().check();
    await page.getByText('Vraag een collega om mee te lopen.').waitFor();
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('says so when the bot cannot be reached, and goes on when it can', async () => {
    const { page } = await open();
    await page.goto(`${web.base}/`);
    await page.route('**/api/**', (route) => route.abort());
    await ask(page, 'hoe vaak neem ik pauze?');
    await page.getByText('De bot is niet bereikbaar.').waitFor();
    await page.unroute('**/api/**');
    await page.getByRole('combobox', { name: 'Je vraag' }).fill('hoe vaak neem ik pauze?');
    await page.keyboard.press('Enter');
    await page.getByText('Elk uur kort.').first().waitFor();
    await page.context().close();
  });

  it('shows what is typed as text, whatever it is', async () => {
    const { page, faults } = await open();
    await page.goto(`${web.base}/`);
    const nasty = '<img src=x onerror="document.title=1"><script>document.title=2</script>';
    await ask(page, nasty);
    expect(await page.locator('.asked').last().innerText()).toContain(nasty);
    await page.goto(`${web.base}/?vraag=${encodeURIComponent(nasty)}`);
    expect(await page.locator('.asked').last().innerText()).toContain(nasty);
    expect(await page.title()).toContain('Handreiking');
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it("shows other channels' looks in tabs, the card drawn by Microsoft's renderer from our own host", async () => {
    const { page, faults } = await open();
    await page.goto(`${web.base}/vraag/pauzes`);
    await page.getByRole('link', { name: 'Zo ziet dit antwoord eruit in andere kanalen' }).click();
    await tabTo(page, 'tab', 'Webpagina');
    await page.keyboard.press('ArrowRight');
    expect(await page.getByRole('tab', { name: 'Slack' }).getAttribute('aria-selected')).toBe('true');
    await page.getByRole('tabpanel', { name: 'Slack' }).getByText('"type": "header"').waitFor();
    await page.keyboard.press('ArrowRight');
    const card = page.getByRole('tabpanel', { name: 'Teams' });
    await card.getByRole('heading', { name: 'Hoe vaak neem ik pauze?' }).waitFor();
    expect(await card.locator('.ac-adaptiveCard').count()).toBe(1);
    await card.getByRole('link', { name: 'Handreiking thuiswerken, 1 september 2024' }).waitFor();
    expect(await page.getByRole('tabpanel', { name: 'Webpagina' }).count()).toBe(0);
    await page.keyboard.press('ArrowRight');
    await page.getByRole('tabpanel', { name: 'Webpagina' }).getByText('Elk uur kort.').first().waitFor();
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('prints an entry as its text alone', async () => {
    const { page } = await open();
    await page.goto(`${web.base}/vraag/pauzes`);
    await page.emulateMedia({ media: 'print' });
    const text = await page.locator('body').innerText();
    expect(text).toContain('Hoe vaak neem ik pauze?');
    expect(text).toContain('Sta op en loop een rondje.');
    expect(text).toMatch(/Afgedrukt op \d+ \w+ \d{4} van http:\/\/localhost:\d+\/vraag\/pauzes/);
    expect(text).not.toMatch(/Je vraag|Zie ook|Niet nuttig|Onderwerpen|Kopieer|Privacy/);
    await page.context().close();
  });
});
