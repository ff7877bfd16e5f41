import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describeInBrowser, expectAccessible } from '../../adapters/web/browser/browser.ts';
import type { StoreReader } from '../../../src/workbench/store.ts';
import { isGrouping } from '../missed/serve-missed.ts';
import { serveWorkbench } from '../serve.ts';
import type { ServedWorkbench } from '../serve.ts';
import { loadUntil } from './load-until.ts';

jest.setTimeout(180_000);
const { PICTURES } = process.env;

const TEXTS = [
  ['past mijn longtail daar', 'choices', 'fietsen-op-het-werk/bakfiets', 7],
  ['past een longtail daar', 'unknown', '', '<5'],
  ['mag [naam] mijn step lenen', 'not useful', 'fietsen-op-het-werk/pech', '<5'],
  ['hoe laat gaat de trein', 'unknown', '', '<5'],
] as const;
const missed = TEXTS.map(([text, reason, entries, number]) => ({
  week: '2026-W47',
  language: 'nl',
  text,
  reason,
  entries,
  number,
}));
const WEEKS = ['2026-W44', '2026-W45', '2026-W46', '2026-W48'];
const ANSWER = 'Bij de ingang zijn brede plaatsen.';
const LARGE = 'fietsen-op-het-werk/pech';

/** Numbers enough to fill every chart and table. */
const store: StoreReader = {
  secret: () => Promise.resolve('een sleutel van de bot'),
  tables: ({ by = [], nameOf = (id: string) => id }) => {
    const names = by.includes('week')
      ? WEEKS
      : by.includes('entry')
        ? [LARGE, 'plek', 'weg'].map(nameOf)
        : [''];
    const column = by.includes('week') ? 'week' : 'entry';
    const row = (name: string, number: number | string, more = {}) => ({
      [column]: name,
      channel: 'web',
      ...more,
      number,
    });
    const of = (more: object, ...numbers: readonly (number | string)[]) =>
      names.map((name, index) => row(name, numbers[index] ?? '<5', more));
    return Promise.resolve({
      missed,
      counts: by.includes('outcome')
        ? [
            ...of({ outcome: 'answer' }, 120, 64, '<5', 88),
            ...of({ outcome: 'unknown' }, 14, '<5', 9, 21),
            ...of({ outcome: 'choices' }, 30, 12, 8, 25),
          ]
        : of({}, 190, 80, 17, 140),
      votes: [...of({ useful: 'yes' }, 22, 9, '<5', 12), ...of({ useful: 'no' }, 8, '<5', '<5', 6)],
      reasons: of({ reason: 'unclear' }, 6),
      chosen: of({}, 21, 7, '<5', 18),
    });
  },
};

async function look(page: Page, name: string) {
  if (PICTURES !== undefined) await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true });
}

describeInBrowser('missed questions and figures', (open) => {
  let workbench: ServedWorkbench;
  beforeAll(async () => {
    workbench = await serveWorkbench({ store });
    while (isGrouping(await (await workbench.get('/gemist')).text()));
  });
  afterAll(() => workbench.stop());

  it('a missed question becomes a variant with the keyboard, is found in the chat, and can be undone', async () => {
    const { page, faults } = await open();
    const chat = `${workbench.base}/proberen?vraag=past+een+longtail+daar`;
    await loadUntil(page, chat, 'Waarom dit antwoord');
    expect(await page.locator('.conversation').innerText()).not.toContain(ANSWER);
    await page.goto(`${workbench.base}/gemist`);
    await look(page, 'gemist');
    await expectAccessible(page);
    await page.getByLabel('Hoort bij de vraag').first().focus();
    await page.keyboard.type('Kan ik met een bakfiets komen? (fietsen-op-het-werk/bakfiets)');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('Opgeslagen: 2 vragen bij “Kan ik met een bakfiets komen?”').waitFor();
    await look(page, 'gemist-opgeslagen');
    await expectAccessible(page);
    expect(workbench.textOf('fietsen-op-het-werk/vragen/stalling.yaml')).toContain('past een longtail daar');
    const saved = page.url();
    await loadUntil(page, chat, ANSWER);
    expect(await page.locator('.conversation').innerText()).toContain(ANSWER);
    await look(page, 'gemist-gevonden');
    await expectAccessible(page);
    await page.goto(saved);
    await page.getByText('Al gedaan (2)').click();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Ongedaan maken' }).click();
    await page.getByText('Ongedaan gemaakt').or(page.getByRole('status')).first().waitFor();
    expect(workbench.textOf('fietsen-op-het-werk/vragen/stalling.yaml')).not.toContain('past een longtail');
    expect(faults).toEqual([]);
  });

  it('what is not complete is said, and what is put away can be put back', async () => {
    const { page } = await open({ viewport: { width: 360, height: 740 }, colorScheme: 'dark' });
    await page.goto(`${workbench.base}/gemist`);
    const group = page.locator('form.missed').filter({ hasText: 'hoe laat gaat de trein' });
    await group.getByRole('button', { name: 'Zet erbij als variant' }).click();
    await page.getByRole('alert').waitFor();
    await expectAccessible(page);
    await page
      .locator('form.missed')
      .filter({ hasText: 'de trein' })
      .getByRole('button', { name: 'Weg' })
      .click();
    await page.getByText('1 vraag weggelegd.').waitFor();
    await look(page, 'gemist-smal');
    await expectAccessible(page);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
    await page.getByText('Al gedaan').last().click();
    await page.getByRole('button', { name: /Zet terug.*trein/ }).click();
    await page.locator('form.missed').filter({ hasText: 'hoe laat gaat de trein' }).waitFor();
  });

  it.each([
    ['wide', { viewport: { width: 1000, height: 760 } }],
    ['narrow and dark', { viewport: { width: 360, height: 740 }, colorScheme: 'dark' }],
    ['in forced colours', { forcedColors: 'active' }],
  ] as const)('figures can be read %s', async (name, options) => {
    const { page, faults } = await open(options);
    await page.goto(`${workbench.base}/cijfers`);
    await look(page, `cijfers-${name.replaceAll(' ', '-')}`);
    await expectAccessible(page);
    expect(await page.getByRole('img', { name: /per week/ }).count()).toBe(1);
    const width = Number(await page.evaluate('document.documentElement.scrollWidth'));
    expect(width).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);
    expect(faults).toEqual([]);
  });

  it('the file with figures needs nothing else, and can be read', async () => {
    const { page, faults } = await open();
    await page.setContent(await (await workbench.get('/cijfers/bestand')).text());
    await look(page, 'cijfers-bestand');
    await expectAccessible(page);
    expect(faults).toEqual([]);
  });
});

describeInBrowser('pages without a database', (open) => {
  it('say what to do', async () => {
    const workbench = await serveWorkbench();
    const { page } = await open();
    for (const path of ['/gemist', '/cijfers']) {
      await page.goto(`${workbench.base}${path}`);
      await look(page, `zonder-${path.slice(1)}`);
      await expectAccessible(page);
    }
    await workbench.stop();
  });
});
