import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { storeReader } from '../../../src/cli/redactie/store-reader.ts';
import { NO_LOG } from '../../../src/shared/log.ts';
import { openStore } from '../../../src/store/open.ts';
import { serveWorkbench, withWorkbench } from '../serve.ts';
import type { ServedWorkbench } from '../serve.ts';

jest.setTimeout(60_000);
const DAY = 86_400_000;

describe('figures', () => {
  let workbench: ServedWorkbench;
  let folder = '';
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'werkbank-cijfers-'));
    const count = async (now: number) => {
      const store = await openStore({ kind: 'sqlite', directory: folder }, { log: NO_LOG, now: () => now });
      const reply = { kind: 'reply', channel: 'web', language: 'nl' } as const;
      const times = (number: number, work: () => void) => {
        for (let time = 0; time < number; time += 1) work();
      };
      times(12, () => {
        store.count({ ...reply, outcome: 'answer', entry: 'fietsen-op-het-werk/pech' });
      });
      times(3, () => {
        store.count({ ...reply, channel: 'slack', outcome: 'answer', entry: 'plek' });
        store.count({ kind: 'vote', channel: 'web', entry: 'fietsen-op-het-werk/pech', useful: true });
      });
      times(6, () => {
        store.count({ ...reply, outcome: 'choices' });
        store.count({
          kind: 'chosen',
          channel: 'web',
          language: 'nl',
          entry: 'fietsen-op-het-werk/bakfiets',
        });
        store.count({ kind: 'vote', channel: 'web', entry: 'fietsen-op-het-werk/pech', useful: false });
        store.count({
          kind: 'reason',
          channel: 'web',
          entry: 'fietsen-op-het-werk/pech',
          reason: 'unclear',
          since: now,
        });
      });
      times(9, () => {
        store.count({ ...reply, outcome: 'unknown' });
      });
      await store.close();
    };
    await count(Date.now() - 70 * DAY);
    await count(Date.now());
    const store = storeReader({ DATA_DIR: folder });
    workbench = await serveWorkbench(store === undefined ? {} : { store });
  });
  afterAll(async () => {
    await workbench.stop();
    rmSync(folder, { recursive: true });
  });
  /** The cells of the row with this name, in the table with this caption. */
  const rowOf = (html: string, caption: string, name: string) => {
    const [, table = ''] = html.split(`aria-label="${caption}"`);
    const [row = ''] =
      table
        .split('</table>')[0]
        ?.split('<tr>')
        .filter((each) => each.includes(name)) ?? [];
    return [...row.matchAll(/<td[^>]*>([^<]*)<\/td>/g)].map(([, cell]) => cell?.replace('&lt;', '<'));
  };
  const page = async (query = '') => (await workbench.get(`/cijfers${query}`)).text();

  it('are of entries, topics and the last weeks, with numbers under 5 hidden', async () => {
    const html = await page('?periode=4');
    expect(rowOf(html, 'Cijfers per vraag', 'lekke band')).toEqual(['12', '0', '<5', '6']);
    expect(rowOf(html, 'Cijfers per vraag', 'bakfiets')).toEqual(['0', '6', '0', '0']);
    expect(rowOf(html, 'Cijfers per vraag', 'Waar zet ik mijn fiets neer')).toEqual(['<5', '0', '0', '0']);
    expect(rowOf(html, 'Cijfers per onderwerp', 'Zorg voor je fiets')).toEqual(['12', '0', '0', '<5', '6']);
    expect(rowOf(html, 'Redenen per vraag', 'lekke band')).toEqual(['6', '0', '6', '0', '0']);
    expect(html).not.toMatch(/>[1-4]<\/(td|dd|text)>/);
  });

  it('of a longer period are larger, and show what was hidden', async () => {
    const html = await page('?periode=13');
    expect(rowOf(html, 'Cijfers per vraag', 'Waar zet ik mijn fiets neer')).toEqual(['6', '0', '0', '0']);
    const [, weeks = ''] = html.split('aria-label="Cijfers per week"');
    expect(weeks.split('</table>')[0]?.match(/<tr>/g)).toHaveLength(1 + 11);
  });

  it('can be of one channel', async () => {
    const html = await page('?periode=alles&kanaal=slack');
    expect(rowOf(html, 'Cijfers per vraag', 'lekke band')).toEqual([]);
    expect(rowOf(html, 'Cijfers per vraag', 'Waar zet ik mijn fiets neer')).toEqual(['6', '0', '0', '0']);
  });

  it('are saved as one file that asks for nothing else', async () => {
    const response = await workbench.get('/cijfers/bestand?periode=4&kanaal=web');
    expect(response.headers.get('content-disposition')).toMatch(
      /^attachment; filename="cijfers-\d{4}-\d\d-\d\d\.html"$/,
    );
    const html = await response.text();
    expect(html).toContain('Laatste 4 weken, Webpagina.');
    expect(html).not.toMatch(/\b(?:href|src|action)=|url\(|@import|<script/);
    expect(rowOf(html, 'Cijfers per vraag', 'lekke band')).toEqual(['12', '0', '<5', '6']);
  });
});

describe('figures without a database', () => {
  it('say how to get them', async () => {
    expect(storeReader({})).toBeUndefined();
    await withWorkbench({}, async ({ get }) => {
      expect(await (await get('/cijfers')).text()).toContain('DATA_DIR');
    });
  });

  it('that cannot be read now say so', async () => {
    const fail = () => Promise.reject(new Error('weg'));
    await withWorkbench({ store: { tables: fail, secret: fail } }, async ({ get }) => {
      const response = await get('/cijfers');
      expect([response.status, await response.text()]).toEqual([
        500,
        expect.stringContaining('nu niet te lezen'),
      ]);
    });
  });
});
