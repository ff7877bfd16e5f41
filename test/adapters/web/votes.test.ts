import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { serveWeb, textOf } from './serve.ts';
import type { Served } from './serve.ts';

describe('votes', () => {
  let web: Served;
  beforeAll(async () => {
    web = await serveWeb();
  });
  afterAll(() => web.stop());
  const votes = () => web.counted.filter(({ kind }) => kind === 'vote');

  it('counts one for each answer of a conversation', async () => {
    const gesprek = randomUUID();
    const vote = async (nuttig: string, antwoord = 'pauzes') =>
      (await web.post('/api/stem', { gesprek, antwoord, nuttig })).json();
    const thanks = { text: 'Bedankt, je mening is geteld.', counted: true };
    const again = { text: 'Je mening over dit antwoord was al geteld.', counted: true };
    const changed = { text: 'Bedankt, je mening is gewijzigd. Alleen deze telt.', counted: true };
    await expect(vote('ja')).resolves.toEqual(thanks);
    await expect(vote('ja')).resolves.toEqual(again);
    await expect(vote('nee')).resolves.toMatchObject(changed);
    await expect(vote('nee', 'werkplek')).resolves.toMatchObject(thanks);
    expect(votes()).toEqual([
      { kind: 'vote', channel: 'web', entry: 'thuiswerken/pauzes', useful: true },
      {
        kind: 'vote',
        channel: 'web',
        entry: 'thuiswerken/pauzes',
        useful: false,
        replaces: expect.any(Number),
      },
      { kind: 'vote', channel: 'web', entry: 'thuiswerken/werkplek', useful: false },
    ]);
  });

  it('of what is not in the bot is not counted, and not thanked for', async () => {
    const before = votes().length;
    const fields = { gesprek: randomUUID(), antwoord: 'bestaat-niet-meer', nuttig: 'ja' };
    const said = 'Deze vraag staat niet meer in de bot. Je mening is niet geteld.';
    const answered = await web.post('/api/stem', fields);
    await expect(answered.json()).resolves.toEqual({ text: said, counted: false });
    expect(textOf(await (await web.submit('/stem', fields)).text())).toContain(said);
    expect(votes()).toHaveLength(before);
  });

  it('thanks on a page of its own without JavaScript', async () => {
    const response = await web.submit('/stem', { gesprek: randomUUID(), antwoord: 'pauzes', nuttig: 'nee' });
    expect(response.status).toBe(200);
    expect(textOf(await response.text())).toContain('Bedankt, je mening is geteld.');
  });

  it.each([
    {},
    { antwoord: 'pauzes' },
    { antwoord: 'pauzes', nuttig: 'misschien' },
    { antwoord: 'a b', nuttig: 'ja' },
  ])('refuses %j', async (fields) => {
    const before = votes().length;
    expect((await web.post('/api/stem', fields)).status).toBe(400);
    expect((await web.submit('/stem', fields)).status).toBe(400);
    expect(votes()).toHaveLength(before);
  });

  it.each(['nuttig=ja&nuttig=nee', 'nuttig=nee&nuttig=nee', 'nuttig=ja&antwoord=werkplek'])(
    'refuses a form with a field twice: %s',
    async (more) => {
      const before = votes().length;
      const body = new URLSearchParams(`antwoord=pauzes&${more}`);
      expect((await web.get('/stem', { method: 'POST', body })).status).toBe(400);
      expect(votes()).toHaveLength(before);
    },
  );
});
