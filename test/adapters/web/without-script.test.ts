import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { createTurnSeal } from '../../../adapters/web/turn.ts';
import type { Reply } from '../../../src/core/index.ts';
import { serveWeb, textOf } from './serve.ts';

const REPLY: Reply = {
  kind: 'answer',
  language: 'nl',
  entry: 'pauzes',
  blocks: [{ kind: 'paragraph', text: 'Elk uur kort.' }],
};

const secrets = (text: string) => () =>
  Promise.resolve(Array.from(text, (letter) => Buffer.alloc(32, letter).toString('base64url')));

describe('a form without JavaScript', () => {
  let web: Awaited<ReturnType<typeof serveWeb>>;
  beforeAll(async () => {
    web = await serveWeb();
  });
  afterAll(() => web.stop());
  const post = (path: string, fields: Record<string, string>) =>
    web.get(path, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });

  it('gets its answer at an address of its own, so that Back and reload ask nothing again', async () => {
    const response = await post('/', { vraag: 'hoe vaak neem ik pauze?' });
    const address = response.headers.get('location') ?? '';
    expect([response.status, await response.text()]).toEqual([303, '']);
    const counted = web.counted.length;
    const [first, again] = [await web.get(address), await web.get(address)];
    expect([first.status, again.status]).toEqual([200, 200]);
    const html = await again.text();
    expect(html).toBe(await first.text());
    expect(textOf(html)).toContain('Jij vroeg: hoe vaak neem ik pauze?');
    expect(textOf(html)).toContain('Elk uur kort.');
    expect(html).toContain('<meta name="robots" content="noindex" />');
    expect(web.counted).toHaveLength(counted);
  });

  it('has an address in which nobody reads the question', async () => {
    const location = (await post('/', { vraag: 'pauze' })).headers.get('location') ?? '';
    const bytes = Buffer.from(location.split('=')[1] ?? '', 'base64url').toString('latin1');
    expect(location).toMatch(/^\/\?beurt=[\w-]+$/);
    expect(bytes).not.toContain('pauze');
  });

  it('goes on with the conversation at that address', async () => {
    const gesprek = randomUUID();
    const { headers } = await post('/', { vraag: 'hoe vaak neem ik pauze?', gesprek });
    const html = await (await web.get(headers.get('location') ?? '')).text();
    expect(html).toContain(`name="gesprek" value="${gesprek}"`);
  });

  it('fits in the headers that proxies take, however long the question is', async () => {
    const vraag = Array.from({ length: 8_000 }, (_, at) => `woord${at * 7919}`).join(' ');
    const location = (await post('/', { vraag })).headers.get('location') ?? '';
    expect(location.length).toBeLessThan(6_000);
    expect(textOf(await (await web.get(location)).text())).toContain('Jij vroeg: woord0 woord7919');
  });

  it('of which the answer can no longer be read asks for the question again', async () => {
    for (const token of [
      '',
      'x',
      'A'.repeat(200),
      await createTurnSeal(secrets('b')).seal({ reply: REPLY, conversation: 'c' }),
    ]) {
      const response = await web.get(`/?beurt=${token}`);
      expect(response.status).toBe(200);
      const html = await response.text();
      expect(textOf(html)).toContain('Dit antwoord is hier niet meer te zien');
      expect(html).toContain('name="vraag"');
    }
  });

  it('that votes gets the outcome at an address, with the way back to the answer', async () => {
    const fields = { gesprek: randomUUID(), antwoord: 'pauzes', nuttig: 'ja', taal: 'en' };
    const location = (await post('/stem', fields)).headers.get('location') ?? '';
    expect(location).toBe('/stem?uitkomst=counted&taal=en');
    const referer = `http://127.0.0.1:${web.port}/?beurt=abc`;
    const { html } = await web.visit(location, { referer, host: `127.0.0.1:${web.port}` });
    expect(textOf(html)).toContain('Thank you');
    expect(html).toContain('href="/?beurt=abc"');
    const elsewhere = await web.visit(location, { referer: 'https://elders.example/x' });
    expect(elsewhere.html).not.toMatch(/elders\.example|href="\/x"/);
    // To a browser, an address that begins with two slashes is on another host.
    const twoSlashes = { referer: `http://127.0.0.1:${web.port}//elders.example/x` };
    const back = await web.visit(location, { ...twoSlashes, host: `127.0.0.1:${web.port}` });
    expect(back.html).toContain('href="/elders.example/x"');
    for (const path of ['/stem', '/stem?uitkomst=toString']) expect((await web.get(path)).status).toBe(404);
  });
});

describe('a sealed turn', () => {
  const turn = { question: 'mag dat?', reply: REPLY, conversation: randomUUID() };

  it('is read for half an hour, by every replica that knows its secret', async () => {
    let time = 0;
    const { seal } = createTurnSeal(secrets('a'), () => time);
    const token = await seal(turn);
    time = 29 * 60_000;
    // The secret was replaced since.
    await expect(createTurnSeal(secrets('ba'), () => time).open(token)).resolves.toEqual(turn);
    await expect(createTurnSeal(secrets('a'), () => time).open(token)).resolves.toEqual(turn);
    await expect(createTurnSeal(secrets('b'), () => time).open(token)).resolves.toBeUndefined();
    time = 30 * 60_000;
    await expect(createTurnSeal(secrets('a'), () => time).open(token)).resolves.toBeUndefined();
  });

  it('is refused when a bit of it was changed', async () => {
    const { seal, open } = createTurnSeal(secrets('a'));
    const bytes = Buffer.from(await seal(turn), 'base64url');
    for (let at = 0; at < bytes.length; at += 7) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      await expect(open(changed.toString('base64url'))).resolves.toBeUndefined();
    }
  });
});
