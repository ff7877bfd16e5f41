import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { chromium } from 'playwright-core';
import type { Browser, Locator, Page } from 'playwright-core';
import { reasonToSkip, startPlayground } from './playground.ts';
import type { Playground } from './playground.ts';

/**
 * A person in Teams, as near as it gets without an account. Only what the protocol tests cannot tell: that the client
 * draws the cards, and that its own buttons, dialogs and search get what they ask for.
 */
const reason = reasonToSkip();
if (reason !== undefined) process.stderr.write(`Skipped the suite with the Agents Playground: ${reason}\n`);
const suite = reason === undefined ? describe : describe.skip;
/** `PICTURES=docs/pictures` keeps what was seen. */
const PICTURES = process.env['PICTURES'];

suite('in the Agents Playground', () => {
  let playground: Playground;
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    playground = await startPlayground();
    browser = await chromium.launch({ executablePath: playground.chromium, args: ['--no-sandbox'] });
    page = await browser.newPage({ viewport: { width: 1_000, height: 1_600 }, locale: 'nl-NL' });
    page.setDefaultTimeout(20_000);
    await page.goto(playground.url);
    await cards().filter({ hasText: 'Handreiking online communicatie' }).first().waitFor();
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await playground.stop();
  });

  const cards = () => page.locator('.ac-adaptiveCard');
  const cardWith = (text: string): Locator => cards().filter({ hasText: text }).last();
  const type = async (text: string) => {
    await page.locator('[contenteditable=true]').first().click();
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
  };
  const picture = async (name: string, shown: Locator) => {
    if (PICTURES !== undefined) await shown.screenshot({ path: join(PICTURES, `teams-${name}.png`) });
  };

  it('says hello once', async () => {
    await expect(cards().count()).resolves.toBe(1);
  });

  it('answers a question with a card, its quote and its source', async () => {
    await type('mag ik ook alleen meelezen?');
    const card = cardWith('luisteren en meelezen is ook meedoen.”');
    await card.waitFor();
    await expect(card.getByRole('heading').count()).resolves.toBe(1);
    await expect(card.innerText()).resolves.toContain('Handreiking online communicatie, 6 maart 2019');
    await picture('answer', card);
  }, 60_000);

  it('answers a follow-up', async () => {
    const before = await cards().count();
    await type('en op LinkedIn?');
    await cards().nth(before).waitFor();
    await expect(cards().last().innerText()).resolves.toContain('luisteren en meelezen is ook meedoen.”');
    await type('uitleg');
    await cardWith('Zo is het antwoord gevonden').waitFor();
  }, 60_000);

  it('answers a button, and thanks for a vote in place', async () => {
    await cardWith('ook meedoen.”').getByRole('button', { name: 'Wat heb ik als ambtenaar' }).click();
    const card = cardWith('Wat heb ik als ambtenaar aan social media?');
    await card.getByRole('button', { name: 'Niet nuttig' }).click();
    await page.getByText('Bedankt, je mening is geteld.').waitFor();
  }, 60_000);

  it('holds the self-check in one card, from questions to advice', async () => {
    await type('zelfcheck');
    const open = cardWith('Bekijk de tips');
    const button = open.getByRole('button', { name: 'Bekijk de tips' });
    await button.click();
    await open.getByText('Kies een antwoord.').first().waitFor();
    await expect(open.getByText('Kies een antwoord.').count()).resolves.toBe(3);
    await expect(open.innerText()).resolves.not.toContain('Laat een collega meelezen');
    for (const [place, answer] of ['Ja', 'Nee', 'Weet ik niet'].entries())
      await open.getByLabel(answer, { exact: true }).nth(place).check();
    await picture('self-check', open);
    const before = await cards().count();
    await button.click();
    const done = cardWith('Je koos niet overal ja.');
    await done.getByText('Laat een collega meelezen').waitFor();
    await expect(cards().count()).resolves.toBe(before);
    await picture('self-check-done', done);
  }, 60_000);

  it('offers what it is asked to choose from', async () => {
    await type('onderwerpen');
    const card = cardWith('Kies een onderwerp.');
    await card.waitFor();
  }, 60_000);

  it('finds a quote from the compose box', async () => {
    await page.getByRole('button', { name: 'Trigger Message Extension App' }).click();
    await page.getByText('Search Command').click();
    const search = page.getByPlaceholder('Enter a search term');
    await search.fill('mag ik ook alleen meelezen?');
    await search.press('Enter');
    await page.getByText('Je hoeft zelf dus geen').last().waitFor();
    const seen = await cardWith('honderden volgers').count();
    await page.getByText('Je hoeft zelf dus geen').last().click();
    await cards().filter({ hasText: 'honderden volgers' }).nth(seen).waitFor();
    await page.keyboard.press('Escape');
  }, 60_000);

  it('opens the self-check on a message', async () => {
    await page.reload();
    // The page takes no input before its connection stands.
    await page.getByText('Connected.').waitFor();
    const before = await cards().count();
    await type('Wie heeft er vrijdag tijd voor een borrel?');
    await cards().nth(before).waitFor({ state: 'attached' });
    // Of the message before the answer; the page may have scrolled it out of sight.
    await page.getByRole('button', { name: 'Show more information' }).nth(-2).dispatchEvent('click');
    await page.getByRole('menuitem', { name: 'Action Command' }).click();
    await page.getByRole('button', { name: 'Create' }).click();
    const dialog = page.getByRole('dialog').last();
    await dialog.getByText('Bekijk de tips').waitFor();
    await picture('action', dialog);
    for (const place of [0, 1, 2]) await dialog.getByLabel('Ja', { exact: true }).nth(place).check();
    await dialog.getByRole('button', { name: 'Bekijk de tips' }).click();
    await dialog.getByText('Je koos overal ja.').waitFor();
  }, 60_000);
});
