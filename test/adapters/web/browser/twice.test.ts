import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { serveWeb } from '../serve.ts';
import { ask, describeInBrowser, tabTo } from './browser.ts';

// A step waits for a browser on a machine that may be busy.
jest.setTimeout(60_000);

describeInBrowser('one press too many on the web page', (open) => {
  let web: Awaited<ReturnType<typeof serveWeb>>;
  beforeAll(async () => {
    web = await serveWeb();
  });
  afterAll(() => web.stop());

  /** The page of a conversation, and the number of requests that it sent to an address. */
  async function opened(path = '/') {
    const { page } = await open();
    const sent: string[] = [];
    page.on('request', (request) => sent.push(new URL(request.url()).pathname));
    await page.goto(`${web.base}${path}`);
    return { page, sentTo: (address: string) => sent.filter((each) => each === address).length };
  }

  describe.each([
    [
      'Enter twice',
      async (page: Awaited<ReturnType<typeof opened>>['page']) => {
        await page.keyboard.press('Enter');
        await page.keyboard.press('Enter');
      },
    ],
    [
      'Enter that is held down',
      async (page: Awaited<ReturnType<typeof opened>>['page']) => {
        for (let press = 0; press < 5; press += 1) await page.keyboard.down('Enter');
      },
    ],
    [
      'a double click',
      async (page: Awaited<ReturnType<typeof opened>>['page']) => {
        await page.getByRole('button', { name: 'Verstuur', exact: true }).dblclick();
      },
    ],
  ])('%s', (_, press) => {
    it('asks a question once', async () => {
      const { page, sentTo } = await opened();
      await page.getByRole('combobox', { name: 'Je vraag' }).fill('hoe vaak neem ik pauze?');
      await press(page);
      await page.locator('.log > .answer').first().waitFor();
      await ask(page, 'welke dagen mag ik thuis werken?');
      expect(sentTo('/api/vraag')).toBe(2);
      expect(await page.locator('.log > .answer').count()).toBe(2);
      await page.context().close();
    });
  });

  it('a double click on a button asks once, also when the answer moves the page', async () => {
    const { page, sentTo } = await opened();
    await page.getByRole('button', { name: 'Doe de zelfcheck' }).dblclick();
    await page.locator('.log > .answer').first().waitFor();
    await ask(page, 'hoe vaak neem ik pauze?');
    expect(sentTo('/api/vraag')).toBe(2);
    await page.context().close();
  });

  it('a button that is pressed by keys again and again asks once', async () => {
    const { page, sentTo } = await opened('/?vraag=entry:pauzes');
    await tabTo(page, 'button', 'Wanneer moet ik bereikbaar zijn?');
    for (let press = 0; press < 4; press += 1) await page.keyboard.down('Enter');
    await page.getByText('Tijdens de uren die je hebt afgesproken.').first().waitFor();
    await ask(page, 'welke dagen mag ik thuis werken?');
    expect(sentTo('/api/vraag')).toBe(2);
    await page.context().close();
  });

  it('a vote is sent once, by a double click and by keys, and can be changed', async () => {
    const { page, sentTo } = await opened('/?vraag=entry:pauzes');
    const pressed = page.locator('[name=nuttig].nl-button--pressed');
    await page.getByRole('button', { name: 'Nuttig', exact: true }).dblclick();
    await page.getByText('Bedankt, je mening is geteld.').waitFor();
    await page.keyboard.press('Enter');
    expect(await pressed.allInnerTexts()).toEqual(['Nuttig']);
    await page.getByRole('button', { name: 'Niet nuttig' }).dblclick();
    await page.getByText('Bedankt, je mening is gewijzigd.').waitFor();
    expect(await pressed.allInnerTexts()).toEqual(['Niet nuttig']);
    expect(sentTo('/api/stem')).toBe(2);
    await page.context().close();
  });
});
