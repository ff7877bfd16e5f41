import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { serveWeb } from '../serve.ts';
import { ask, describeInBrowser, expectAccessible, tabTo } from './browser.ts';
import { SHOWN } from './shown.ts';

// A step waits for a browser on a machine that may be busy.
jest.setTimeout(60_000);

describeInBrowser('the self-check in a browser', (open) => {
  let web: Awaited<ReturnType<typeof serveWeb>>;
  beforeAll(async () => {
    web = await serveWeb({ previews: SHOWN });
  });
  afterAll(() => web.stop());

  it('does the self-check with the keyboard, sends nothing, and keeps nothing', async () => {
    const { page, faults } = await open();
    await page.goto(`${web.base}/zelfcheck`);
    const sent: string[] = [];
    page.on('request', (request) => sent.push(request.url()));
    const outcome = page.getByRole('status').first();
    for (let question = 0; question < 2; question += 1) {
      await page.getByRole('radio', { name: 'Ja' }).nth(question).focus();
      await page.keyboard.press('Space');
    }
    expect(await outcome.innerText()).toBe('Je koos overal ja. Hieronder staan nog tips.');
    await page.keyboard.press('ArrowRight');
    expect(await outcome.innerText()).toContain('Je koos niet overal ja.');
    await tabTo(page, 'button', 'Wis mijn keuzes');
    await page.keyboard.press('Enter');
    await page.waitForFunction("document.querySelectorAll('input:checked').length === 0");
    expect(await outcome.innerText()).toBe('');
    // The icon may still be on its way.
    expect(sent.filter((address) => !address.includes('/assets/'))).toEqual([]);
    expect(
      await page.evaluate('JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie])'),
    ).toBe('[{},{},""]');
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('concludes nothing from a self-check whose questions do not each have one answer that it knows', async () => {
    const { page, faults } = await open();
    const outcome = page.getByRole('status').first();
    const tampered: Readonly<Record<string, string>> = {
      'nothing chosen': '',
      'one of two chosen': 'first[0].checked = true',
      'two answers to one question, none to the other': `
        first[1].name = 'other';
        first[0].checked = first[1].checked = true`,
      'two answers to one question, one to the other': `
        first[1].name = 'other';
        first[0].checked = first[1].checked = second[0].checked = true`,
      'an answer without a value': `
        first[0].removeAttribute('value');
        first[0].checked = second[0].checked = true`,
      'an unknown answer': `
        first[0].setAttribute('value', 'misschien');
        first[0].checked = second[0].checked = true`,
      'two answers in one': `
        first[0].setAttribute('value', 'yes,no');
        first[0].checked = second[0].checked = true`,
      'no question left': 'for (const one of questions) one.remove()',
    };
    for (const [what, change] of Object.entries(tampered)) {
      await page.goto(`${web.base}/zelfcheck`);
      await page.evaluate(`{
        const form = document.querySelector('form[data-self-check]');
        const questions = [...form.querySelectorAll('fieldset')];
        const [first, second] = questions.map((one) => [...one.querySelectorAll('input')]);
        ${change};
        form.dispatchEvent(new Event('change'));
      }`);
      expect([what, await outcome.innerText()]).toEqual([what, '']);
    }
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('does the self-check in the conversation, says what is missing, and keeps no choice in the tab', async () => {
    const { page, faults } = await open();
    await page.goto(`${web.base}/`);
    await ask(page, 'zelfcheck');
    const form = page.locator('form[data-self-check]');
    const outcome = form.locator('.outcome');
    const sent: string[] = [];
    page.on('request', (request) => sent.push(request.url()));
    await form.getByRole('radio', { name: 'Nee' }).first().check();
    await form.getByRole('button', { name: 'Bekijk de tips' }).click();
    expect(await outcome.innerText()).toBe('Kies bij elke vraag een antwoord.');
    await expectAccessible(page);
    await form.getByRole('radio', { name: 'Weet ik niet' }).last().check();
    const said = await outcome.innerText();
    expect(said).toContain('Je koos niet overal ja.');
    expect(said).toContain('“Sta op en loop een rondje.” Je koos: Nee.');
    expect(said).toContain('“Kijk even in de verte.” Je koos: Weet ik niet.');
    await expectAccessible(page);
    await page.reload();
    expect(await form.getByRole('radio').count()).toBe(6);
    expect(await page.locator('input:checked').count()).toBe(0);
    expect(await outcome.innerText()).toBe('');
    expect(await page.evaluate<string>('JSON.stringify({ ...sessionStorage })')).not.toContain(
      'Je koos: Nee',
    );
    expect(sent.filter((address) => !address.includes('/assets/'))).toEqual([`${web.base}/`]);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('asks why an answer was not useful, and takes the question back with the other vote', async () => {
    const { page, faults } = await open();
    for (const path of ['/', '/vraag/pauzes']) {
      await page.goto(`${web.base}${path}`);
      if (path === '/') await ask(page, 'hoe vaak neem ik pauze?');
      await page.getByText('Was dit nuttig?').waitFor();
      await page.getByRole('button', { name: 'Niet nuttig' }).click();
      await page.getByRole('button', { name: 'Onduidelijk' }).click();
      await page.getByText('Bedankt, je reden is geteld.').waitFor();
      await expectAccessible(page);
      await page.getByRole('button', { name: 'Nuttig', exact: true }).click();
      await page.getByText('Bedankt, je mening is gewijzigd.').waitFor();
      expect(await page.getByText('Wat was er niet goed?').count()).toBe(0);
    }
    expect(web.counted.filter(({ kind }) => kind === 'reason')).toMatchObject([
      { reason: 'unclear' },
      { replaces: 'unclear' },
      { reason: 'unclear' },
      { replaces: 'unclear' },
    ]);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('does the self-check without JavaScript', async () => {
    const { page, faults } = await open({ javaScriptEnabled: false });
    await page.goto(`${web.base}/?vraag=zelfcheck`);
    // Which is not so without the script.
    expect(await page.getByText('blijft in je browser').isVisible()).toBe(false);
    await page.getByRole('radio', { name: 'Ja' }).first().check();
    await page.getByRole('button', { name: 'Bekijk de tips' }).click();
    await page.getByText('Kies bij elke vraag een antwoord.').waitFor();
    expect(await page.locator('input:checked').count()).toBe(1);
    await page.getByRole('radio', { name: 'Nee' }).last().check();
    await page.getByRole('button', { name: 'Bekijk de tips' }).click();
    await page.getByText('“Kijk even in de verte.” Je koos: Nee.').waitFor();
    expect(faults).toEqual([]);
    await page.context().close();
  });
});
