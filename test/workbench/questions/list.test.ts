import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { serveWorkbench, withWorkbench } from '../serve.ts';
import type { ServedWorkbench } from '../serve.ts';

describe('the list of questions', () => {
  let workbench: ServedWorkbench;
  beforeAll(async () => {
    workbench = await serveWorkbench();
    await until(async () => (await list('')).text.includes('class="state'));
  });
  afterAll(() => workbench.stop());
  const list = async (query: string) => {
    const page = await (await workbench.get(`/vragen${query}`)).text();
    const rows = page.match(/<ul class="entries">[\s\S]*?<\/ul>/)?.[0] ?? '';
    const ids = [...rows.matchAll(/href="\/vragen\/fietsen-op-het-werk\/([^"]+)"/g)].map(([, id]) => id);
    return { text: page.slice(page.indexOf('<main')), ids };
  };

  it('has every question, what needs work first, with how it stands', async () => {
    const { text, ids } = await list('');
    expect(text).toContain('8 vragen.');
    expect(ids).toHaveLength(8);
    expect(text).toContain('1 citaat');
    expect(text).toContain('1 waarschuwing');
  });

  it.each([
    ['?zoek=bakfiets', ['bakfiets']],
    ['?zoek=ACCU+kantoor', ['opladen']],
    ['?onderwerp=Opladen', ['opladen']],
    ['?soort=niet-behandeld', []],
    ['?staat=zonder', []],
    ['?staat=fout', []],
    ['?onderwerp=Zorg+voor+je+fiets&volgorde=vraag', ['gestolen', 'pech']],
    ['?volgorde=bestand&onderwerp=Toegang', ['toegang', 'openingstijden']],
    ['?zoek=%3Cscript%3E', []],
  ])('finds with %s', async (query, expected) => {
    expect((await list(query)).ids.toSorted()).toEqual(expected.toSorted());
  });

  it('remembers in the form what was asked', async () => {
    const { text } = await list('?zoek=fiets&onderwerp=Plaatsen&volgorde=vraag');
    expect(text).toContain('value="fiets"');
    expect(text).toMatch(/<option value="Plaatsen" selected/);
    expect(text).toMatch(/<option value="vraag" selected/);
    expect((await list('?zoek=%22%3E%3Cb%3E')).text).not.toContain('"><b>');
  });
});

describe('votes in the list', () => {
  const store = (votes: readonly Readonly<Record<string, string | number>>[]) => ({
    tables: () => Promise.resolve({ counts: [], reasons: [], chosen: [], missed: [], votes }),
    secret: () => Promise.reject(new Error('no secret')),
  });
  const listWith = (parts: Parameters<typeof serveWorkbench>[0]) =>
    withWorkbench(parts, async ({ get }) => (await get('/vragen?zoek=bakfiets')).text());

  it('stand with their question, small numbers hidden', async () => {
    const votes = [
      { entry: 'fietsen-op-het-werk/bakfiets', useful: 'yes', number: 12 },
      { entry: 'fietsen-op-het-werk/bakfiets', useful: 'no', number: '<5' },
    ];
    expect(await listWith({ store: store(votes) })).toContain('12 keer nuttig, &lt;5 keer niet');
  });

  it('are read once for all pages of a minute', async () => {
    let reads = 0;
    const { tables, secret } = store([]);
    const counted = () => {
      reads += 1;
      return tables();
    };
    const workbench = await serveWorkbench({ store: { tables: counted, secret } });
    try {
      for (const query of ['', '?zoek=bakfiets', '']) await workbench.get(`/vragen${query}`);
    } finally {
      await workbench.stop();
    }
    expect(reads).toBe(1);
  });

  it('are left out when the store cannot be used', async () => {
    const fail = () => Promise.reject(new Error('gone'));
    expect(await listWith({ store: { tables: fail, secret: fail } })).not.toContain('keer nuttig');
  });
});

/** Waits for what the engine does in the background. */
async function until(isDone: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    if (await isDone()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the engine did not get there');
}
