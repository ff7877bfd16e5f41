import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { cpSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { PUMP, QUESTIONS } from './pump.ts';
import { serveWorkbench, SMALL } from './serve.ts';
import type { ServedWorkbench } from './serve.ts';

jest.setTimeout(120_000);

describe('the pages that try the knowledge', () => {
  let root: string;
  let live: string;
  let workbench: ServedWorkbench;
  beforeEach(async () => {
    root = mkdtempSync(join(tmpdir(), 'live-'));
    live = join(root, 'kennis');
    workbench = await serveWorkbench({ live });
  });
  afterEach(async () => {
    await workbench.stop();
    rmSync(root, { recursive: true });
  });

  const textAt = async (path: string) => (await workbench.get(path)).text();
  /** The page at an address, once it has this text; the last one after a minute. */
  const pageWith = async (path: string, text: string) => {
    let page = await textAt(path);
    for (const end = performance.now() + 60_000; !page.includes(text) && performance.now() < end;) {
      await pause(200);
      page = await textAt(path);
    }
    expect(page).toContain(text);
    return page;
  };
  const compare = async (fields: Readonly<Record<string, string>>) =>
    (await workbench.submit('/wijzigingen', fields)).headers.get('location') ?? '';
  const withPump = () => ({ bestand: QUESTIONS, tekst: workbench.textOf(QUESTIONS) + PUMP });

  it('answer a question and tell why', async () => {
    const page = await pageWith(
      '/proberen?vraag=mijn+bakfiets+is+te+breed+voor+een+vak',
      'Waarom dit antwoord',
    );
    expect(page).toContain('Bakfietsen en andere brede fietsen hebben eigen plaatsen');
    expect(page).toMatch(/De zekerheid (is )?\d,\d\d/);
    expect(page).toContain('“mijn fiets is te breed voor een vak”');
  });

  it('show what a message means in a conversation, and escape it', async () => {
    const page = await pageWith('/proberen?vraag=openingstijden&vraag=%3Cb%3Ewaarom', 'Waarom dit antwoord');
    expect(page).toContain('&lt;b&gt;waarom');
    expect(page).not.toContain('<b>waarom');
  });

  it('offer only the questions that can be edited here, and none for a pressed button', async () => {
    const asked = await pageWith('/proberen?vraag=openingstijden', 'Hoort deze vraag ergens bij?');
    const options = [...asked.matchAll(/<option value="([^"]*)"/g)].map(([, value = '']) => value);
    expect(options).toContain('fietsen-op-het-werk/bakfiets');
    expect(options.filter((value) => !value.startsWith('fietsen-op-het-werk/'))).toEqual(['buiten']);
    const pressed = await textAt('/proberen?vraag=openingstijden&vraag=entry:fietsen-op-het-werk/plek');
    expect(pressed).toContain('Waarom dit antwoord');
    expect(pressed).not.toContain('Hoort deze vraag ergens bij?');
  });

  it('add a message in English to the English variants', async () => {
    const english = '  en:\n    vraag: Where is the pump?\n    varianten:\n      - pump\n';
    writeFileSync(join(workbench.folder, QUESTIONS), workbench.textOf(QUESTIONS) + PUMP + english);
    await workbench.submit('/proberen/toevoegen', {
      tekst: 'my tyre is flat',
      vraag: 'my tyre is flat',
      taal: 'en',
      bij: 'fietsen-op-het-werk/pomp',
      soort: 'variant',
    });
    expect(workbench.textOf(QUESTIONS)).toContain(`${english}      - my tyre is flat\n`);
  });

  it.each([
    ['variant', QUESTIONS],
    ['praktijkvraag', 'fietsen-op-het-werk/praktijkvragen/stalling.yaml'],
    ['proefvraag', 'fietsen-op-het-werk/proefvragen/anders-gezegd.yaml'],
  ])('make a question a %s with one press', async (soort, file) => {
    const added = await workbench.submit('/proberen/toevoegen', {
      tekst: 'waar laat ik mijn ligfiets',
      vraag: 'waar laat ik mijn ligfiets',
      bij: 'fietsen-op-het-werk/bakfiets',
      soort,
    });
    expect(added.status).toBe(303);
    expect(workbench.textOf(file)).toContain('waar laat ik mijn ligfiets');
    const page = await textAt(added.headers.get('location') ?? '');
    expect(page).toContain('toegevoegd bij “Kan ik met een bakfiets komen?”');
    expect(page).toContain('Ongedaan maken');
  });

  it('show what an unsaved entry takes over, expected first and confirmed after training', async () => {
    const address = await compare(withPump());
    expect(address).toMatch(/^\/wijzigingen\/[\da-f]{16}$/);
    const page = await pageWith(address, 'bekende vragen zijn nagegaan');
    expect(page).toContain('Bij alle is het antwoord goed.');
    expect(page).toMatch(/Nieuwe vragen[^]*pomp lenen/);
    expect(page).toContain('slechter, 0 beter, ');
    expect(page).toContain('bevestigd');
    expect(page).not.toContain('>verwacht<');
  });

  it('show what a save changed, and nothing after it was undone', async () => {
    expect(await textAt('/wijzigingen')).toContain('Er is nu niets om te vergelijken');
    await workbench.submit('/proberen/toevoegen', {
      tekst: 'hebben jullie een pomp voor mijn ligfiets',
      bij: 'fietsen-op-het-werk/bakfiets',
      soort: 'variant',
      vraag: '',
    });
    const list = await textAt('/wijzigingen');
    const id = /name="sinds" value="([^"]+)"/.exec(list)?.[1] ?? '';
    const page = await pageWith(await compare({ sinds: id }), 'bekende vragen zijn nagegaan');
    expect(page).toMatch(/Nieuwe vragen[^]*hebben jullie een pomp voor mijn ligfiets/);
    await workbench.submit('/ongedaan', { id, naar: '/wijzigingen' });
    expect(workbench.textOf(QUESTIONS)).not.toContain('ligfiets');
  });

  it('show what is not live yet, when the bot reads another folder', async () => {
    const label = 'Alles wat nog niet live staat';
    expect(await textAt('/wijzigingen')).not.toContain(label);
    cpSync(SMALL, live, { recursive: true });
    expect(await textAt('/wijzigingen')).toContain('Er is nu niets om te vergelijken');
    writeFileSync(join(workbench.folder, QUESTIONS), workbench.textOf(QUESTIONS) + PUMP);
    renameSync(
      join(live, 'fietsen-op-het-werk/vragen/stalling.yaml'),
      join(live, 'fietsen-op-het-werk/vragen/x.yaml'),
    );
    expect(await textAt('/wijzigingen')).toContain(label);
    const page = await pageWith(await compare({ sinds: 'live' }), 'bekende vragen zijn nagegaan');
    expect(page).toMatch(/Deze 6 vragen kwamen erbij[^]*pomp lenen/);
  });

  it('show a new question that the bot does not find, with its reply', async () => {
    const path = 'fietsen-op-het-werk/proefvragen/anders-gezegd.yaml';
    const tekst = `${workbench.textOf(path)}- { vraag: zzz qqq, bij: bakfiets }\n`;
    const page = await pageWith(await compare({ bestand: path, tekst }), 'bekende vragen zijn nagegaan');
    expect(page).toContain('0 bekende vragen krijgen een ander');
    expect(page).toMatch(/Deze vraag kwam erbij. Het antwoord is nog niet goed.[^]*zzz qqq[^]*niet begrepen/);
  });

  it('say so when the knowledge has errors', async () => {
    const tekst = `${workbench.textOf(QUESTIONS)}\n- id: stuk\n`;
    await pageWith(await compare({ bestand: QUESTIONS, tekst }), 'Er zit een fout in de kennis');
  });

  it('lead back from a comparison that is not remembered', async () => {
    const response = await workbench.get('/wijzigingen/0000000000000000', { redirect: 'manual' });
    expect(response.headers.get('location')).toBe('/wijzigingen');
  });
});
