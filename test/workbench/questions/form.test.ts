import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fieldsIn } from './fields-in.ts';
import { serveWorkbench } from '../serve.ts';
import type { ServedWorkbench } from '../serve.ts';

// A workbench starts its threads on a machine that may be busy.
jest.setTimeout(60_000);

const FILE = 'fietsen-op-het-werk/vragen/stalling.yaml';
const PLEK = '/vragen/fietsen-op-het-werk/plek';

describe('the form of a question', () => {
  let workbench: ServedWorkbench;
  beforeEach(async () => {
    workbench = await serveWorkbench();
  });
  afterEach(() => workbench.stop());
  const form = async (path: string) => fieldsIn(await (await workbench.get(path)).text());

  it('saves what it shows without changing a byte', async () => {
    const before = workbench.textOf(FILE);
    for (const id of ['toegang', 'openingstijden', 'plek', 'gestolen']) {
      const path = `/vragen/fietsen-op-het-werk/${id}`;
      const { status, headers } = await workbench.submit(path, { ...(await form(path)), doe: 'opslaan' });
      expect([id, status, headers.get('location')]).toEqual([id, 303, `${path}?bewaard=niets`]);
    }
    expect(workbench.textOf(FILE)).toBe(before);
  });

  it('changes only what was changed, and offers to undo it', async () => {
    const before = workbench.textOf(FILE);
    const fields = await form(PLEK);
    const response = await workbench.submit(PLEK, {
      ...fields,
      kop: 'Zet je fiets in een vak',
      varianten: `${String(fields['varianten'])}\r\nfietsplek: waar?\r\n`,
      zin: [
        'Zet je fiets in een vak en niet in het gangpad.',
        'Brommers en scooters horen in de parkeergarage.',
      ],
      verwant: ['Kan ik met een bakfiets komen?', 'Wat doe ik met een lekke band?', ''],
      doe: 'opslaan',
    });
    expect(response.status).toBe(303);
    expect(workbench.textOf(FILE)).toBe(
      before
        .replace(
          '    - plek voor mijn fiets\n',
          "    - plek voor mijn fiets\n    - 'fietsplek: waar?'\n  kop: Zet je fiets in een vak\n",
        )
        .replace(
          'citaten: [Zet je fiets in een vak en niet in het gangpad.]\n  verwant: [bakfiets]',
          'citaten: [Zet je fiets in een vak en niet in het gangpad., Brommers en scooters horen in de parkeergarage.]\n  verwant: [bakfiets, pech]',
        ),
    );
    const page = await (await workbench.get(response.headers.get('location') ?? '')).text();
    expect(page).toContain('Opgeslagen: de vraag “Waar zet ik mijn fiets neer?” aangepast.');
    expect(page).toContain('Ongedaan maken');
  });

  it('says what is wrong beside the field, keeps what was typed, and saves nothing', async () => {
    const before = workbench.textOf(FILE);
    const kop = 'Deze kop is echt veel te lang om boven een antwoord te kunnen staan';
    const response = await workbench.submit(PLEK, {
      ...(await form(PLEK)),
      kop,
      antwoord: '',
      doe: 'opslaan',
    });
    const page = await response.text();
    expect(page).toContain('Nog niet opgeslagen: 2 fouten bij deze vraag.');
    expect(page).toMatch(/id="m-kop"[^>]*>\s*<li class="fout">/);
    expect(page).toMatch(/id="m-antwoord"[^>]*>\s*<li class="fout">/);
    expect(fieldsIn(page)['kop']).toBe(kop);
    expect(page).toContain('data-unsaved="changed"');
    expect(workbench.textOf(FILE)).toBe(before);
    const anyway = await workbench.submit(PLEK, { ...fieldsIn(page), doe: 'toch' });
    expect(anyway.status).toBe(303);
    expect(workbench.textOf(FILE)).toContain(`  kop: ${kop}\n`);
  });

  it('keeps what was typed when the files cannot hold it, whatever the button', async () => {
    const fields = { ...(await form(PLEK)), kop: 'Een andere kop' };
    writeFileSync(
      join(workbench.folder, 'fietsen-op-het-werk/vragen/kapot.yaml'),
      '- id: plek\n  vraag: "geen YAML\n',
    );
    for (const doe of ['opslaan', 'toch']) {
      const response = await workbench.submit(PLEK, { ...fields, doe });
      const page = await response.text();
      expect([doe, response.status, fieldsIn(page)['kop']]).toEqual([doe, 200, 'Een andere kop']);
      expect(page).toContain('Nog niet opgeslagen: 1 fout');
      expect(page).not.toContain('met fouten');
    }
  });

  it('says what is wrong in the words of the form, not of the file', async () => {
    const fields = await form(PLEK);
    const said = async (changed: Readonly<Record<string, string | readonly string[]>>) =>
      (await workbench.submit(PLEK, { ...fields, ...changed, doe: 'opslaan' })).text();
    expect(await said({ vraag: '', antwoord: '' })).toMatch(/“Vraag” is leeg\.[^]*“Uitleg” is leeg\./);
    expect(await said({ zin: [] })).toContain('Kies een zin onder “Zinnen kiezen”.');
    expect(await said({ deel: 'Dit staat er niet.' })).toContain(
      'Dit citaat staat niet letterlijk in de bron',
    );
    const silent = await said({ soort: 'niet-behandeld', kop: 'Zet hem in een vak' });
    expect(silent).toMatch(/id="m-kop"[^>]*>[^]*?Maak “Kop boven het antwoord” leeg/);
    expect(silent).not.toContain('soort: niet-behandeld');
  });

  it('checks without saving', async () => {
    const before = workbench.textOf(FILE);
    const response = await workbench.submit(PLEK, {
      ...(await form(PLEK)),
      antwoord: 'Zet hem in een vak. Niet in het gangpad. En ook niet elders.',
      verwant: ['Bestaat deze vraag?'],
      doe: 'controleer',
    });
    const page = await response.text();
    expect(page).toContain('De uitleg heeft 3 zinnen');
    expect(page).toContain('Nu 3 zinnen en 13 woorden');
    expect(page).toContain('Er is geen vraag “Bestaat deze vraag?”.');
    expect(workbench.textOf(FILE)).toBe(before);
  });

  it('shows how the answer reads in every channel, with what was not saved yet', async () => {
    const response = await workbench.submit(PLEK, {
      ...(await form(PLEK)),
      antwoord: 'Nieuwe uitleg.',
      doe: 'controleer',
    });
    const page = await response.text();
    for (const channel of ['In Slack', 'In Teams']) expect(page).toContain(channel);
    expect(page.split('Nieuwe uitleg.').length).toBeGreaterThan(4);
  });

  it('shows both texts when the file was changed meanwhile, and can join them', async () => {
    const fields = await form(PLEK);
    const path = join(workbench.folder, FILE);
    writeFileSync(path, workbench.textOf(FILE).replace('Van zes tot tien.', 'Van zes tot elf.'));
    const response = await workbench.submit(PLEK, { ...fields, antwoord: 'In een vak.', doe: 'opslaan' });
    expect(response.status).toBe(409);
    const page = await response.text();
    await workbench.submit('/botsing', { ...fieldsIn(page), keuze: 'samen' });
    expect(workbench.textOf(FILE)).toContain('antwoord: Van zes tot elf.');
    expect(workbench.textOf(FILE)).toContain('antwoord: In een vak.');
  });

  it('keeps parts of sentences, and joins sentences that follow each other', async () => {
    const deel = 'open van zes uur';
    const response = await workbench.submit(PLEK, {
      ...(await form(PLEK)),
      zin: [
        'Zet je fiets in een vak en niet in het gangpad.',
        'Bakfietsen en andere brede fietsen hebben eigen plaatsen bij de ingang.',
        'Brommers en scooters horen in de parkeergarage.',
      ],
      deel: [deel],
      doe: 'opslaan',
    });
    expect(response.status).toBe(303);
    const again = await form(PLEK);
    expect(again['deel']).toEqual([deel, '']);
    expect(again['was']).toEqual([
      'Zet je fiets in een vak en niet in het gangpad.',
      'Bakfietsen en andere brede fietsen hebben eigen plaatsen bij de ingang. Brommers en scooters horen in de parkeergarage.',
      deel,
    ]);
  });

  it('counts the other questions that quote a sentence, also in part or with its neighbours', async () => {
    const path = join(workbench.folder, FILE);
    const before = workbench.textOf(FILE);
    const first = 'Zet je fiets in een vak en niet in het gangpad.';
    const second = 'Bakfietsen en andere brede fietsen hebben eigen plaatsen bij de ingang.';
    const quotes = `['${first} ${second}', horen in de parkeergarage]`;
    writeFileSync(path, before.replace(`citaten: [${second}]`, `citaten: ${quotes}`));
    const page = await (await workbench.get('/vragen/fietsen-op-het-werk/toegang')).text();
    const countAfter = (sentence: string) =>
      new RegExp(`<span\\s*>${sentence} <span class="small">\\(([^)]*)\\)`).exec(page)?.[1];
    expect(countAfter(first)).toBe('al bij 2 vragen');
    expect(countAfter(second)).toBe('al bij 1 vraag');
    expect(countAfter('Brommers en scooters horen in de parkeergarage.')).toBe('al bij 2 vragen');
  });

  it('says so when there is no such question', async () => {
    for (const path of ['/vragen/fietsen-op-het-werk/weg', '/vragen/elders/plek', `${PLEK}/../x/hernoem`])
      expect([path, (await workbench.get(path)).status]).toEqual([path, 404]);
    expect((await workbench.submit('/vragen/elders/plek', {})).status).toBe(404);
  });
});
