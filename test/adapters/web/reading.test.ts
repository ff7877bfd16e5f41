import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { serveWeb, textOf } from './serve.ts';

let web: Awaited<ReturnType<typeof serveWeb>>;
beforeEach(async () => {
  web = await serveWeb();
});
afterEach(() => web.stop());

describe('whoever reads pages', () => {
  it.each(['GET', 'HEAD'])('is counted and logged nowhere: %s', async (method) => {
    for (const path of ['/', '/onderwerpen', '/zelfcheck', '/over', '/vraag/pauzes', '/vraag/weg'])
      await web.get(path, { method });
    expect([web.counted, web.lines]).toEqual([[], []]);
  });

  it('asks nothing by asking for the head of a page that would', async () => {
    const { status } = await web.get('/?vraag=pauze', { method: 'HEAD' });
    expect([status, web.counted]).toEqual([200, []]);
    await web.visit('/?vraag=pauze');
    expect(web.counted).toMatchObject([{ kind: 'reply', channel: 'web' }]);
  });
});

describe('a question on the page of an entry', () => {
  /** What the form on the page sends along with a question. */
  async function hiddenOn(path: string): Promise<Record<string, string>> {
    const html = await (await web.get(path)).text();
    const [form = ''] = /<form[^>]*data-ask[^]*?<\/form>/.exec(html) ?? [];
    const fields = [...form.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g)];
    return Object.fromEntries(fields.map(([, name = '', value = '']) => [name, value]));
  }
  const ask = async (vraag: string, fields: Record<string, string>) =>
    textOf(await (await web.submit('/', { ...fields, vraag })).text());

  it('is about that entry, until something else was answered', async () => {
    const fields = await hiddenOn('/vraag/pauzes');
    expect(await ask('bron', fields)).toContain('Sta op en loop een rondje.');
    await ask('krijg ik een bureaustoel voor thuis?', fields);
    expect(await ask('bron', fields)).toContain('leent de organisatie een bureaustoel');
  });

  it('is about nothing when there is no such entry', async () => {
    const fields = { gesprek: randomUUID(), antwoord: 'bestaat-niet' };
    expect(await ask('bron', fields)).toContain('Er is nog geen antwoord met een citaat.');
  });
});
