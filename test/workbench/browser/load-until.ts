import type { Page } from 'playwright-core';

/** Loads a page again until its main part has this text: the bot of the workbench answers from an older version at first. */
export async function loadUntil(page: Page, address: string, text: string): Promise<void> {
  for (let turn = 0; turn < 100; turn += 1) {
    await page.goto(address);
    if ((await page.locator('main').innerText()).includes(text)) return;
    await page.waitForTimeout(300);
  }
  throw new Error(`no ${text} on ${address}`);
}
