/**
 * Takes the screenshots of Teams in `docs/pictures` from Microsoft's Agents Playground, started as in `docs/teams.md`, in the
 * system's Chromium (`apt-get install chromium fonts-noto-color-emoji`):
 *
 *     node scripts/teams-pictures.ts [ADDRESS] [FOLDER]
 */
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { Locator } from 'playwright-core';

const [, , address = 'http://localhost:56150', folder = 'docs/pictures'] = process.argv;
const DRAFT = 'Trots op ons team: morgen gaat het nieuwe loket online!';

const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
const page = await browser.newPage({ viewport: { width: 1200, height: 1600 } });
const cards = page.locator('.ac-adaptiveCard');
const take = (element: Locator, name: string) =>
  element.screenshot({ path: join(folder, `teams-${name}.png`) });

await page.goto(address);
await page.getByText('Connected.').waitFor();

await take(await send('mag ik ook alleen meelezen?', 'Niet nuttig'), 'answer');

const check = await send('zelfcheck', 'Bekijk de tips');
await take(check, 'self-check');
await check.getByText('Weet ik niet').first().click();
for (const yes of [1, 2]) await check.getByText('Ja', { exact: true }).nth(yes).click();
await check.getByText('Bekijk de tips').click();
await check.getByText('De bot bewaart je keuzes niet.').waitFor();
await take(check, 'self-check-done');

await send(DRAFT);
// The last message is the answer, the one before it the draft.
await page.getByLabel('Show more information').nth(-2).click();
await page.getByText('Action Command').last().click();
await page.getByText('Create', { exact: true }).last().click();
const dialog = page.getByRole('dialog').last();
await dialog.getByText('Bekijk de tips').waitFor();
await take(dialog, 'action');
await browser.close();

/** Sends a message; returns the card that answers it, once `part` is in it. */
async function send(text: string, part?: string): Promise<Locator> {
  const before = await cards.count();
  const field = page.locator('[contenteditable=true]').first();
  await field.click();
  await field.pressSequentially(text);
  await page.keyboard.press('Enter');
  await cards.nth(before).waitFor();
  const answer = cards.last();
  if (part !== undefined) await answer.getByText(part).first().waitFor();
  return answer;
}
