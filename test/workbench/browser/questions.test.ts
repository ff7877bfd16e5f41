import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { describeInBrowser, expectAccessible, hasFocus, tabTo } from '../../adapters/web/browser/browser.ts';
import type { Open } from '../../adapters/web/browser/browser.ts';
import { serveWorkbench } from '../serve.ts';
import type { ServedWorkbench } from '../serve.ts';

const FILE = 'fietsen-op-het-werk/vragen/stalling.yaml';
const PLEK = '/vragen/fietsen-op-het-werk/plek';
const LONG = 'Deze kop is echt veel te lang om boven een antwoord te kunnen staan';

describeInBrowser('questions in the workbench', (open: Open) => {
  let workbench: ServedWorkbench;
  beforeEach(async () => {
    workbench = await serveWorkbench();
  });
  afterEach(() => workbench.stop());

  it('are added with the keyboard alone', async () => {
    const { page, faults } = await open();
    await page.goto(`${workbench.base}/vragen`);
    await tabTo(page, 'link', 'Nieuwe vraag');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/vragen/nieuw');
    await tabTo(page, 'textbox', 'Vraag');
    await page.keyboard.type('Mag mijn accu mee naar boven?');
    await page.keyboard.press('Tab');
    await page.keyboard.type('accu mee naar mijn bureau');
    await page.keyboard.press('Enter');
    await page.keyboard.type('accu op kantoor');
    await tabTo(page, 'textbox', 'Uitleg');
    await page.keyboard.type('Nee, die laat je in de stalling.');
    await page.getByLabel('Zoek in de bron').focus();
    await page.keyboard.type('werkplek');
    const sentences = page.getByRole('group', { name: 'Zinnen van de bron' }).getByRole('checkbox');
    expect(await sentences.filter({ visible: true }).count()).toBe(1);
    expect(await page.locator('.source-heading').filter({ visible: true }).allInnerTexts()).toEqual([
      'Opladen',
    ]);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.getByLabel('Onderwerp').focus();
    await page.keyboard.type('Opladen');
    await page.getByText('Neem een accu niet mee naar je werkplek.”').first().waitFor();
    await tabTo(page, 'button', 'Opslaan');
    await page.keyboard.press('Enter');
    await page.getByText('Opgeslagen: de vraag “Mag mijn accu mee naar boven?” erbij.').waitFor();
    expect(workbench.textOf(FILE)).toContain(
      '  varianten:\n    - accu mee naar mijn bureau\n    - accu op kantoor\n',
    );
    await expectAccessible(page);
    expect(faults).toEqual([]);
    await page.context().close();
  }, 120_000);

  it('tell while somebody types what is wrong, and show the answer in every channel', async () => {
    const { page, faults } = await open({ viewport: { width: 1300, height: 900 } });
    await page.goto(`${workbench.base}${PLEK}`);
    const kop = page.getByLabel('Kop boven het antwoord');
    await kop.fill(LONG);
    await page.locator('#m-kop .fout').waitFor();
    expect(await kop.getAttribute('aria-invalid')).toBe('true');
    expect(await hasFocus(kop)).toBe(true);
    await page.getByText('67 van 60 tekens').waitFor();
    await page.getByText('1 fout').first().waitFor();
    await expectAccessible(page);
    await kop.fill('Zet je fiets in een vak');
    await page.locator('.drawn').getByText('Zet je fiets in een vak').first().waitFor();
    for (const name of ['Slack', 'Teams']) {
      await page.getByRole('tab', { name }).click();
      const panel = page.getByRole('tabpanel', { name });
      await panel.getByText('Zet je fiets in een vak', { exact: true }).waitFor();
      await expectAccessible(page);
    }
    await page.getByLabel('Uitleg').fill('Nieuwe uitleg in een vak.');
    await page.getByRole('tabpanel', { name: 'Teams' }).getByText('Nieuwe uitleg in een vak.').waitFor();
    expect(workbench.textOf(FILE)).not.toContain('Nieuwe uitleg');
    expect(faults).toEqual([]);
    await page.context().close();
  }, 120_000);

  it.each([
    ['light', { colorScheme: 'light' }],
    ['dark', { colorScheme: 'dark' }],
    ['on a phone', { viewport: { width: 360, height: 640 } }],
    ['without a script', { javaScriptEnabled: false }],
  ] as const)(
    'are accessible in every state, and no page scrolls sideways (%s)',
    async (_, options) => {
      const { page, faults } = await open(options);
      const expectGood = async () => {
        if ('javaScriptEnabled' in options) return;
        await expectAccessible(page);
        const isTooWide = await page.evaluate<boolean>('document.documentElement.scrollWidth > innerWidth');
        expect([page.url(), isTooWide]).toEqual([page.url(), false]);
      };
      for (const path of [
        '/vragen',
        '/vragen?zoek=bestaatniet',
        '/vragen/nieuw',
        PLEK,
        `${PLEK}/hernoem`,
        `${PLEK}/weg`,
        '/vragen/x/y',
      ]) {
        await page.goto(`${workbench.base}${path}`);
        await expectGood();
      }
      await page.goto(`${workbench.base}${PLEK}`);
      await page.getByLabel('Kop boven het antwoord').fill(LONG);
      await page.getByRole('button', { name: 'Opslaan', exact: true }).click();
      await page.getByText('Nog niet opgeslagen').waitFor();
      expect(await page.getByLabel('Kop boven het antwoord').inputValue()).toBe(LONG);
      await expectGood();
      await page.goto(`${workbench.base}${PLEK}/hernoem`);
      await page.getByLabel('Nieuwe vaste naam').fill('vak');
      await page.getByRole('button', { name: 'Verander de naam' }).click();
      await page.getByText('Opgeslagen: “plek” heet nu “vak”.').waitFor();
      await expectGood();
      expect(faults).toEqual(expect.not.arrayContaining([expect.stringMatching(/^(?:script|request)/)]));
      await page.context().close();
    },
    180_000,
  );
});
