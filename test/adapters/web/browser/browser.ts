import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { AxeBuilder } from '@axe-core/playwright';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';

/** Where Debian and others put it; `CHROMIUM` names another. */
const { CHROMIUM } = process.env;
const PLACES = CHROMIUM === undefined ? ['/usr/bin/chromium', '/usr/bin/chromium-browser'] : [CHROMIUM];
const found = PLACES.find((path) => existsSync(path));

/** As root, in containers, and without Chromium's own calls home. */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** A page in the browser, with what went wrong in it. */
export interface Opened {
  readonly page: Page;
  /** Requests to another host, violations of the content policy, errors of scripts; empty when all is well. */
  readonly faults: readonly string[];
}

/** A suite in a real browser; skipped, and says so, where there is none. */
export function describeInBrowser(name: string, suite: (open: Open) => void): void {
  if (found === undefined) {
    process.stderr.write(`skipped "${name}": no Chromium here (apt-get install chromium, or set CHROMIUM)\n`);
    describe.skip(`${name} (no Chromium)`, () => {
      suite(() => Promise.reject(new Error('no Chromium')));
    });
    return;
  }
  describe(name, () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await chromium.launch({ executablePath: found, args: ARGUMENTS });
    }, 60_000);
    afterAll(() => browser.close());
    suite((options) => open(browser, options));
  });
}

export type Open = (options?: BrowserContextOptions) => Promise<Opened>;

async function open(browser: Browser, options: BrowserContextOptions = {}): Promise<Opened> {
  const context = await browser.newContext({ viewport: { width: 1000, height: 760 }, ...options });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('request', (request) => {
    const { hostname, protocol } = new URL(request.url());
    if (hostname !== 'localhost' || protocol !== 'http:') faults.push(`request to ${request.url()}`);
  });
  page.on('console', (message) => {
    // What the policy stops is told on the console as an error.
    if (message.type() === 'error') faults.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`script: ${error.message}`));
  return { page, faults };
}

/** Fails with every rule of WCAG 2.2 AA that the page, or a part of it, breaks, and where. */
export async function expectAccessible(page: Page, part = 'html'): Promise<void> {
  // Legacy mode leaves out frames of other hosts, of which there are none, in half the time.
  const axe = new AxeBuilder({ page }).setLegacyMode(true).include(part).withTags(TAGS);
  const { violations } = await axe.analyze();
  expect(
    violations.map(
      ({ id, nodes }) =>
        `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary ?? ''}`).join('; ')}`,
    ),
  ).toEqual([]);
}

/** Asks in the field and waits for the answer. */
export async function ask(page: Page, question: string): Promise<void> {
  const answers = page.locator('.log > .answer');
  const before = await answers.count();
  await page.getByRole('combobox', { name: 'Je vraag' }).fill(question);
  await page.keyboard.press('Enter');
  await answers.nth(before).waitFor();
}

/** Presses Tab until this is what has the focus. */
export async function tabTo(
  page: Page,
  role: 'button' | 'link' | 'radio' | 'textbox' | 'combobox' | 'tab',
  name: string,
): Promise<void> {
  const target = page.getByRole(role, { name, exact: true }).last();
  for (let press = 0; press < 80; press += 1) {
    await page.keyboard.press('Tab');
    if (await hasFocus(target)) return;
  }
  throw new Error(`Tab does not reach ${role} ${name}`);
}

export async function hasFocus(element: Locator): Promise<boolean> {
  return (await element.and(element.page().locator(':focus')).count()) > 0;
}
