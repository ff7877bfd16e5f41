import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MISSED_ROWS } from '../missed/rows.ts';
import { SMALL, serveWorkbench } from '../serve.ts';
import type { ServedWorkbench } from '../serve.ts';

jest.setTimeout(60_000);

const ENTRIES = 'fietsen-op-het-werk/vragen/stalling.yaml';
const missed = {
  name: 'een bestand',
  rows: MISSED_ROWS.map(({ text }) => ({
    text,
    reason: 'unknown' as const,
    language: 'nl' as const,
    entries: [],
    number: 1,
  })),
};

describe('the overview', () => {
  let live: string;
  let workbench: ServedWorkbench;
  beforeEach(async () => {
    live = mkdtempSync(join(tmpdir(), 'live-'));
    cpSync(SMALL, live, { recursive: true });
    workbench = await serveWorkbench({ live, missed });
  });
  afterEach(async () => {
    await workbench.stop();
    rmSync(live, { recursive: true });
  });
  const overview = async () => (await workbench.get('/')).text();
  const edit = (change: (text: string) => string) => {
    writeFileSync(join(workbench.folder, ENTRIES), change(workbench.textOf(ENTRIES)));
  };

  it('has each kind of problem once, with its places', async () => {
    let number = 0;
    edit((text) => text.replaceAll('verwant: [plek]', () => `verwant: [bestaat-niet-${(number += 1)}]`));
    const html = await overview();
    expect(html.match(/Een verwijzing leidt nergens heen/g)).toHaveLength(1);
    const places = [...html.matchAll(/href="(\/vragen\/fietsen-op-het-werk\/[^"]+)"/g)].map(([, to]) => to);
    expect(places.length).toBeGreaterThan(2);
    expect(new Set(places).size).toBe(places.length);
  });

  it('says how many missed questions were not decided, until they are', async () => {
    expect(await overview()).toMatch(/<a class="nl-link" href="\/gemist">4 gemiste vragen<\/a>\s+wachten/);
    await workbench.submit('/gemist', {
      doe: 'weg',
      vraag: missed.rows.map(({ text }) => text).slice(0, -1),
    });
    expect(await overview()).toMatch(/1 gemiste vraag<\/a>\s+wacht /);
    await workbench.submit('/gemist', { doe: 'weg', vraag: missed.rows.map(({ text }) => text) });
    expect(await overview()).not.toContain('gemiste vra');
  });

  it('says how much is not live, until it is', async () => {
    expect(await overview()).toContain('Alles staat live.');
    edit((text) => text.replace('Hoe kom ik de stalling in?', 'Hoe kom ik erin?'));
    const html = await overview();
    expect(html).toMatch(/<a class="nl-link" href="\/live">1 verandering<\/a>\s+staat nog niet live/);
    expect(html).not.toContain('Alles staat live.');
    cpSync(join(workbench.folder, ENTRIES), join(live, ENTRIES));
    expect(await overview()).toContain('Alles staat live.');
  });

  it('says that the check goes on, until it has tried everything', async () => {
    expect(await overview()).toContain('De controle is nog bezig');
    while ((await overview()).includes('De controle is nog bezig'))
      await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await overview()).toContain('De bot kent alles wat je hebt opgeslagen.');
  });
});
