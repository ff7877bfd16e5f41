import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeInBrowser, expectAccessible, tabTo } from '../../adapters/web/browser/browser.ts';
import { serveWorkbench, SMALL } from '../serve.ts';
import type { ServedWorkbench } from '../serve.ts';

const GUIDANCE = 'fietsen-op-het-werk';
const SOURCE = `${GUIDANCE}/bron.txt`;
const ORIGINAL = readFileSync(join(SMALL, SOURCE), 'utf8');
const FRESH = ORIGINAL.replace('in een vak en niet', 'altijd in een vak en nooit');

describeInBrowser('an editor in the browser', (open) => {
  let root: string;
  let live: string;
  let workbench: ServedWorkbench;
  beforeAll(async () => {
    root = mkdtempSync(join(tmpdir(), 'live-'));
    live = join(root, 'kennis');
    workbench = await serveWorkbench({ live });
  });
  beforeEach(() => {
    rmSync(live, { recursive: true, force: true });
    cpSync(SMALL, live, { recursive: true });
    cpSync(SMALL, workbench.folder, { recursive: true });
  });
  afterAll(async () => {
    await workbench.stop();
    rmSync(root, { recursive: true });
  });

  const go = (page: Page, path: string) => page.goto(`${workbench.base}${path}`);
  const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();
  const heading = (page: Page) => page.locator('h1').innerText();
  /** Pastes a new edition and looks at what it changes. */
  const compare = async (page: Page, text = FRESH) => {
    await go(page, `/bron/${GUIDANCE}/nieuwe-editie`);
    await page.getByLabel('De nieuwe tekst').fill(text);
    await press(page, 'Laat zien wat er verandert');
  };
  const isTooWide = (page: Page) =>
    page.evaluate<boolean>('document.documentElement.scrollWidth > innerWidth');

  it('takes over a new edition, and undoes it', async () => {
    const { page, faults } = await open();
    await go(page, '/bron');
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Nieuwe editie' }).click();
    await expectAccessible(page);
    await compare(page);
    expect(await heading(page)).toBe('Wat de nieuwe editie verandert');
    expect(await page.locator('.facts').innerText()).toMatch(/1 zin verandert\s+1 citaat klopt niet meer/);
    await expectAccessible(page);
    expect(workbench.textOf(SOURCE)).toBe(ORIGINAL);
    await page.getByLabel('Editie').fill('2027-01-01');
    await press(page, 'Nieuwe editie overnemen');
    expect(await page.getByRole('status').innerText()).toContain('Opgeslagen: Nieuwe editie van de tekst.');
    expect(workbench.textOf(SOURCE)).toBe(FRESH);
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Welke?' }).click();
    expect(await page.locator('.quoting > li').first().innerText()).toContain(
      'Staat niet letterlijk in de tekst',
    );
    await expectAccessible(page);
    await go(page, '/');
    expect(await heading(page)).toBe('Er is 1 fout');
    await expectAccessible(page);
    await press(page, /^Ongedaan maken.*Nieuwe editie/);
    expect(await page.getByRole('status').innerText()).toContain('Ongedaan gemaakt');
    expect(workbench.textOf(SOURCE)).toBe(ORIGINAL);
    expect(faults).toEqual([]);
    await page.context().close();
  }, 90_000);

  it('loses nothing when somebody changes the same file on disk', async () => {
    const { page, faults } = await open();
    await compare(page);
    writeFileSync(join(workbench.folder, SOURCE), ORIGINAL.replace('tien uur', 'elf uur'));
    await press(page, 'Nieuwe editie overnemen');
    expect(await heading(page)).toBe('Iemand anders veranderde dit ook');
    const shown = await page.locator('.diff').first().innerText();
    expect(shown).toContain('elf uur');
    expect(shown).toContain('altijd in een vak');
    await expectAccessible(page);
    await press(page, 'Voeg samen: bewaar beide wijzigingen');
    expect(workbench.textOf(SOURCE)).toBe(FRESH.replace('tien uur', 'elf uur'));
    // 409 is how a clash is answered; Chromium tells it on its console.
    expect(faults.filter((fault) => !fault.includes('409'))).toEqual([]);
    await page.context().close();
  }, 60_000);

  it('goes live and puts the version before back', async () => {
    const { page, faults } = await open();
    const path = `${GUIDANCE}/vragen/stalling.yaml`;
    writeFileSync(
      join(workbench.folder, path),
      workbench.textOf(path).replace('Hoe kom ik de stalling in?', 'Hoe kom ik erin?'),
    );
    await go(page, '/');
    await page.getByRole('link', { name: '1 verandering' }).click();
    expect(await page.locator('main').innerText()).toMatch(/Veranderd\s+Hoe kom ik erin\?/);
    await expectAccessible(page);
    await press(page, 'Zet live');
    expect(await page.getByRole('status').innerText()).toContain('Je wijzigingen staan live.');
    expect(readFileSync(join(live, path), 'utf8')).toContain('Hoe kom ik erin?');
    await expectAccessible(page);
    await press(page, /^Zet terug/);
    expect(await page.getByRole('status').innerText()).toContain('De oudere versie staat weer live.');
    expect(readFileSync(join(live, path), 'utf8')).toContain('Hoe kom ik de stalling in?');
    await expectAccessible(page);
    expect(faults).toEqual([]);
    await page.context().close();
  }, 90_000);

  it('does it all with the keyboard', async () => {
    const { page } = await open();
    await go(page, `/bron/${GUIDANCE}`);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate<string>('document.activeElement.id')).toBe('inhoud');
    await tabTo(page, 'link', 'Nieuwe editie');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/nieuwe-editie');
    await tabTo(page, 'textbox', 'De nieuwe tekst');
    await page.keyboard.insertText(FRESH);
    await tabTo(page, 'button', 'Laat zien wat er verandert');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Wat de nieuwe editie verandert' }).waitFor();
    await tabTo(page, 'button', 'Nieuwe editie overnemen');
    await page.keyboard.press('Enter');
    await page.getByRole('status').waitFor();
    expect(workbench.textOf(SOURCE)).toBe(FRESH);
    await page.context().close();
  }, 90_000);

  it('does it without JavaScript', async () => {
    const { page } = await open({ javaScriptEnabled: false });
    await compare(page);
    await press(page, 'Nieuwe editie overnemen');
    expect(workbench.textOf(SOURCE)).toBe(FRESH);
    await page.context().close();
  }, 60_000);

  it.each(['light', 'dark'] as const)(
    'sees every page whole at 360 px, %s',
    async (colorScheme) => {
      const { page, faults } = await open({ viewport: { width: 360, height: 700 }, colorScheme });
      for (const path of ['/', '/live', `/bron/${GUIDANCE}`, `/bron/${GUIDANCE}?toon=vragen`, '/weg']) {
        await go(page, path);
        expect([path, await isTooWide(page)]).toEqual([path, false]);
        await expectAccessible(page);
      }
      await compare(page);
      expect(await isTooWide(page)).toBe(false);
      await expectAccessible(page);
      expect(faults.filter((fault) => !fault.includes('404'))).toEqual([]);
      await page.context().close();
    },
    120_000,
  );
});
