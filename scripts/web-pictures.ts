/**
 * Takes the screenshots of the web page in `docs/pictures` from a running bot, in the system's Chromium:
 *
 *     npm start & node scripts/web-pictures.ts [ADDRESS] [FOLDER]
 */
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { BrowserContextOptions, Page } from 'playwright-core';

const [, , address = 'http://localhost:3978', folder = 'docs/pictures'] = process.argv;

const PHONE = { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2 };
/** The viewport of a 1280 × 1024 screen at 400 % zoom (WCAG 1.4.10). */
const ZOOMED = { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 };
/** The same phone with its keyboard open. */
const TYPING = { viewport: { width: 360, height: 400 }, deviceScaleFactor: 2 };
const DESK = { viewport: { width: 1280, height: 860 } };

const ask = (question: string) => async (page: Page) => {
  await page.getByRole('combobox').fill(question);
  await page.keyboard.press('Enter');
  await page.locator('.log .answer:not(.waiting)').last().waitFor();
};

interface Picture {
  readonly name: string;
  readonly options: BrowserContextOptions;
  readonly path?: string;
  readonly act?: (page: Page) => Promise<void>;
}

const QUESTION = 'mag ik ook alleen meelezen?';
const dark = { colorScheme: 'dark' } as const;

const PICTURES: readonly Picture[] = [
  { name: 'start', options: DESK },
  { name: 'start-dark', options: { ...DESK, ...dark } },
  { name: 'start-phone', options: PHONE },
  { name: 'answer', options: DESK, act: ask(QUESTION) },
  { name: 'dark', options: { ...DESK, ...dark }, act: ask(QUESTION) },
  { name: 'silent', options: DESK, act: ask('mag ik anoniem twitteren?') },
  { name: 'choices', options: DESK, act: ask('dingen plaatsen') },
  { name: 'phone', options: PHONE, act: ask(QUESTION) },
  { name: 'phone-dark', options: { ...PHONE, ...dark }, act: ask(QUESTION) },
  { name: 'keyboard', options: TYPING, act: ask(QUESTION) },
  { name: 'zoom', options: ZOOMED, act: ask(QUESTION) },
  { name: 'zoom-start', options: ZOOMED },
  { name: 'forced', options: { ...DESK, forcedColors: 'active' }, act: ask(QUESTION) },
  { name: 'entry', options: DESK, path: '/vraag/online-communicatie/alleen-meelezen' },
  { name: 'entry-phone', options: PHONE, path: '/vraag/online-communicatie/alleen-meelezen' },
  { name: 'topics', options: DESK, path: '/onderwerpen' },
  { name: 'topics-phone', options: PHONE, path: '/onderwerpen' },
  { name: 'about', options: DESK, path: '/over' },
  { name: 'missing', options: DESK, path: '/weg' },
  {
    name: 'failed',
    options: PHONE,
    act: async (page) => {
      await page.route('**/api/**', (route) => route.abort());
      await ask(QUESTION)(page);
    },
  },
  {
    name: 'checklist',
    options: DESK,
    path: '/zelfcheck',
    act: async (page) => {
      const yes = await page.getByLabel('Ja').all();
      for (const option of yes.slice(1)) await option.check();
      await page.getByLabel('Weet ik niet').first().check();
    },
  },
  ...['Slack', 'Teams'].map((name) => ({
    name: `preview-${name.toLowerCase()}`,
    options: DESK,
    path: '/voorbeeld/online-communicatie/alleen-meelezen',
    act: async (page: Page) => {
      await page.getByRole('tab', { name }).click();
      await page.getByRole('tabpanel', { name }).getByText('meelezen').first().waitFor();
    },
  })),
];

const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic'],
});
for (const { name, options, path = '/', act } of PICTURES) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  await page.goto(`${address}${path}`);
  await act?.(page);
  await page.screenshot({ path: join(folder, `web-${name}.png`) });
  await context.close();
}
await browser.close();
