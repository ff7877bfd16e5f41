/**
 * Takes the screenshots of the editors' workbench in `docs/pictures`, in the system's Chromium, while it does what
 * `docs/redactie.md` tells. It saves changes, so give it a copy of the knowledge:
 *
 *     cp -r knowledge /tmp/kennis && cp -r knowledge /tmp/live && npm run redactie -- --knowledge /tmp/kennis --live /tmp/live &
 *     node scripts/workbench-pictures.ts [ADDRESS] [FOLDER]
 */
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const [, , address = 'http://localhost:3300', folder = 'docs/pictures'] = process.argv;

const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
const page = await browser.newPage({ viewport: { width: 1280, height: 860 } });
const began = performance.now();

async function picture(name: string): Promise<void> {
  const path = join(folder, `redactie-${name}.png`);
  await page.screenshot({ path });
  process.stdout.write(`${((performance.now() - began) / 1000).toFixed(1)} s ${path}\n`);
}

await page.goto(`${address}/`);
await picture('overzicht');

await page.goto(`${address}/vragen`);
await page.getByRole('searchbox', { name: 'Zoek' }).fill('meelezen');
await page.keyboard.press('Enter');
await page.getByRole('link', { name: 'Moet ik zelf iets plaatsen, of is meelezen genoeg?' }).click();
const variants = page.getByLabel('Varianten: hoe mensen het nog meer vragen').first();
await variants.fill(`${await variants.inputValue()}\nkan ik gewoon een stille toeschouwer zijn`);
await picture('vraag');
await page.getByRole('button', { name: 'Opslaan' }).first().click();
await page.getByText('Opgeslagen:').waitFor();

await page.goto(`${address}/wijzigingen`);
await page.getByRole('button', { name: 'Wat veranderde dit' }).first().click();
await page.getByText('bekende vragen').last().waitFor();
await picture('wat-verandert-er');

await page.goto(`${address}/proberen`);
await page.getByLabel('Je vraag').fill('mag ik gewoon toekijken?');
await page.keyboard.press('Enter');
await page.getByRole('heading', { name: 'Waarom dit antwoord' }).waitFor();
await picture('proberen');

await page.goto(`${address}/bron/online-communicatie`);
await picture('bron');

await page.goto(`${address}/live`);
await picture('live');
await browser.close();
