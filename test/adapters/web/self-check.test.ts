import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { createAsker } from '../../../src/core/index.ts';
import { twoGuidances } from '../../fixtures/two-guidances.ts';
import { serveWeb, textOf } from './serve.ts';
import type { Served } from './serve.ts';

let web: Served;
beforeAll(async () => {
  web = await serveWeb();
});
afterAll(() => web.stop());

const formIn = (html: string) => /<form[^>]*data-self-check[^]*?<\/form>/.exec(html)?.[0] ?? '';
const hiddenIn = (form: string) =>
  Object.fromEntries(
    [...form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(
      ([, name = '', value = '']) => [name, value],
    ),
  );
const asked = async (vraag = 'zelfcheck', on = web) => {
  const response = await on.post('/api/vraag', { vraag, gesprek: randomUUID() });
  return formIn(((await response.json()) as { html: string }).html);
};
const send = (fields: Record<string, string>, on = web) =>
  on.get('/zelfcheck', { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });
/** What a browser without JavaScript shows for a form with these answers. */
const filled = async (form: string, answers: Record<string, string>) => {
  const response = await send({ ...hiddenIn(form), ...answers });
  const address = response.headers.get('location') ?? '';
  const html = await (await web.get(address)).text();
  return { status: response.status, address, html };
};

describe('the self-check without JavaScript', () => {
  it('stands in the conversation with radio buttons for each question, which are its own', async () => {
    const form = await asked();
    expect(form.match(/type="radio"/g)).toHaveLength(6);
    expect(hiddenIn(form)).toMatchObject({ antwoord: 'thuiswerken/zelfcheck', taal: 'nl' });
    expect(form).not.toContain('checked');
  });

  it('gets its conclusion in the conversation, with the same advice whatever was chosen', async () => {
    const form = await asked();
    for (const [one, two, said] of [
      ['yes', 'yes', 'Je koos overal ja. Hieronder staan nog tips.'],
      ['no', 'yes', 'Je koos niet overal ja.'],
      ['doubt', 'no', 'Je koos niet overal ja.'],
    ] as const) {
      const { status, html } = await filled(form, { 'vraag-1': one, 'vraag-2': two });
      expect(status).toBe(303);
      const text = textOf(html);
      expect(text).toContain(said);
      expect(text).toContain('De bot bewaart je keuzes niet.');
      expect(text).toContain('Vraag een collega om mee te lopen.');
      expect(text.includes('“Sta op en loop een rondje.” Je koos:')).toBe(one !== 'yes');
      expect(html).toContain(`name="gesprek" value="${hiddenIn(form)['gesprek'] ?? ''}"`);
    }
  });

  it('says that an answer is missing, concludes nothing, and keeps what was chosen in the form', async () => {
    const form = await asked();
    for (const [answers, checked] of [
      [{}, 0],
      [{ 'vraag-1': 'no' }, 1],
      [{ 'vraag-1': 'no', 'vraag-2': 'misschien' }, 1],
      [{ 'vraag-1': 'no', 'vraag-3': 'yes' }, 1],
      [{ 'vraag-1': 'no', 'vraag-x': 'yes' }, 1],
    ] as const) {
      const { html } = await filled(form, answers);
      expect(textOf(html)).toContain('Kies bij elke vraag een antwoord.');
      expect(textOf(html)).not.toMatch(/Je koos/);
      expect([answers, formIn(html).match(/ checked/g)?.length ?? 0]).toEqual([answers, checked]);
    }
  });

  it('takes no answer for one to a question that has changed, and reads anything', async () => {
    const answers = { 'vraag-1': 'yes', 'vraag-2': 'yes' };
    for (const gevraagd of ['', 'x y', 'AAAAAAAA BBBBBBBB']) {
      const { html } = await filled(await asked(), { ...answers, gevraagd });
      expect(textOf(html)).toContain('Kies bij elke vraag een antwoord.');
    }
    expect((await send({})).status).toBe(303);
    expect((await send({ antwoord: '../x', gesprek: 'y' })).status).toBe(303);
  });

  it('has an address in which nobody reads the answers, and counts only that it was done', async () => {
    const form = await asked();
    const { lines, metered, counted } = web;
    const before = [lines.length, counted.length];
    const { address } = await filled(form, { 'vraag-1': 'no', 'vraag-2': 'doubt' });
    expect(address).toMatch(/^\/\?beurt=[\w-]+$/);
    expect([lines.length, counted.length]).toEqual(before);
    expect(metered.at(-1)).toBe('check done');
  });

  it('is refused from another site', async () => {
    const headers = { 'sec-fetch-site': 'cross-site', origin: 'https://elders.example' };
    const body = new URLSearchParams(hiddenIn(await asked()));
    expect((await web.get('/zelfcheck', { method: 'POST', body, headers })).status).toBe(403);
  });

  it('is of the guidance that its form names', async () => {
    const two = await serveWeb({ asker: createAsker(twoGuidances()) });
    const page = await two.get('/vraag/op-kantoor/zelfcheck');
    const fields = { ...hiddenIn(formIn(await page.text())), 'vraag-1': 'no' };
    const { headers } = await send(fields, two);
    const text = textOf(await (await two.get(headers.get('location') ?? '')).text());
    expect(text).toContain('Je raam dicht is.');
    expect(text).not.toContain('Sta op en loop een rondje.');
    await two.stop();
  });
});

describe('the reason of a vote', () => {
  const vote = (fields: object) =>
    web.post('/api/stem', {
      gesprek: randomUUID(),
      antwoord: 'thuiswerken/pauzes',
      nuttig: 'nee',
      ...fields,
    });
  const reasons = () => web.counted.filter(({ kind }) => kind === 'reason');

  it('is asked for after a vote for not useful, with where to go on', async () => {
    const { html = '', text } = (await (await vote({})).json()) as { html?: string; text: string };
    expect(text).toBe('Bedankt, je mening is geteld.');
    expect(textOf(html)).toContain('Wat was er niet goed? Je hoeft niets te kiezen.');
    expect([...html.matchAll(/name="reden" value="([^"]*)"/g)].map(([, value]) => value)).toEqual([
      'wrong-subject',
      'unclear',
      'incomplete',
      'other',
    ]);
    const useful = (await (await vote({ nuttig: 'ja' })).json()) as { html?: string };
    expect(useful.html).toBeUndefined();
  });

  it('is counted on the same ballot, once, also without JavaScript', async () => {
    const before = reasons().length;
    const gesprek = randomUUID();
    const fields = { gesprek, antwoord: 'thuiswerken/pauzes', nuttig: 'nee', taal: 'nl' };
    const asked = await web.submit('/stem', fields);
    const html = await asked.text();
    expect(textOf(html)).toContain('Bedankt, je mening is geteld.');
    expect(html).toContain(`name="gesprek" value="${gesprek}"`);
    expect(html).toMatch(/<form class="feedback reasons" method="post" action="\/stem"/);
    for (const said of ['Bedankt, je reden is geteld.', 'Bedankt, je reden is geteld.']) {
      const thanks = await web.submit('/stem', { ...fields, reden: 'unclear' });
      expect(textOf(await thanks.text())).toContain(said);
    }
    expect(reasons().slice(before)).toMatchObject([{ entry: 'thuiswerken/pauzes', reason: 'unclear' }]);
    const votes = web.counted.filter(({ kind }) => kind === 'vote');
    expect(votes.at(-1)).toMatchObject({ useful: false });
  });

  it.each([{ reden: 'saai' }, { reden: 5 }, { reden: 'unclear', nuttig: 'ja' }])(
    'that is none of ours is refused: %j',
    async (fields) => {
      const before = web.counted.length;
      expect((await vote(fields)).status).toBe(400);
      expect(web.counted).toHaveLength(before);
    },
  );
});
