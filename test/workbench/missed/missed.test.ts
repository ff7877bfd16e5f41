import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StoreReader, StoredTables } from '../../../src/workbench/store.ts';
import { fieldsIn } from '../questions/fields-in.ts';
import { serveWorkbench } from '../serve.ts';
import type { ServedWorkbench } from '../serve.ts';
import { BAKFIETS, MISSED_ROWS } from './rows.ts';

jest.setTimeout(60_000);

const ENTRIES = 'fietsen-op-het-werk/vragen/stalling.yaml';
const NOTHING: StoredTables = { counts: [], votes: [], reasons: [], chosen: [], missed: [] };
const store: StoreReader = {
  tables: () => Promise.resolve({ ...NOTHING, missed: MISSED_ROWS }),
  secret: () => Promise.resolve('een sleutel van de bot'),
};

describe('missed questions', () => {
  let workbench: ServedWorkbench;
  beforeEach(async () => {
    workbench = await serveWorkbench({ store });
  });
  afterEach(() => workbench.stop());
  const page = async (path = '/gemist') => (await workbench.get(path)).text();
  const send = (fields: Parameters<ServedWorkbench['submit']>[1]) => workbench.submit('/gemist', fields);
  const undo = (saved: Response) =>
    workbench.submit('/ongedaan', {
      id: new URL(saved.headers.get('location') ?? '', 'http://localhost').searchParams.get('bewaard') ?? '',
      naar: '/gemist',
    });
  /** The fields of the form of a new entry that is made of these questions. */
  const newEntry = async (vraag: readonly string[]) =>
    fieldsIn(await page((await send({ doe: 'nieuw', vraag })).headers.get('location') ?? ''));
  /** What is on disk of the one decision. */
  const kept = () => {
    const folder = join(workbench.folder, '.redactie/gemist');
    return readdirSync(folder)
      .map((name) => readFileSync(join(folder, name), 'utf8'))
      .join('\n');
  };
  const waiting = async () =>
    [...(await page()).matchAll(/type="checkbox"[^>]*value="([^"]*)"/g)].map(([, text]) => text);

  it('stand together when they ask alike, most asked first, with what was said', async () => {
    expect(await waiting()).toEqual([
      'past mijn longtail daar',
      'past een longtail daar',
      'mag [naam] mijn step lenen',
      'hoe laat gaat de trein',
    ]);
    const html = await page();
    expect(html.match(/<legend>/g)).toHaveLength(3);
    expect(html).toContain('De bot liet kiezen uit “Kan ik met een bakfiets komen?”; niemand koos er een.');
    expect(html).toContain('De bot begreep het niet.');
    expect(html).toContain('Iemand vond het antwoord op “Wat doe ik met een lekke band?” niet nuttig.');
  });

  it('become variants of the entry that is picked, and only that is written', async () => {
    const before = workbench.textOf(ENTRIES);
    const texts = ['past mijn longtail daar', 'past een longtail daar'];
    const { status, headers } = await send({
      doe: 'variant',
      bij: 'Kan ik met een bakfiets komen? (fietsen-op-het-werk/bakfiets)',
      vraag: texts,
    });
    expect([status, headers.get('location')]).toEqual([303, expect.stringMatching(/^\/gemist\?bewaard=/)]);
    const last = '    - ik breng eerst de kinderen weg met de bakfiets\n';
    expect(workbench.textOf(ENTRIES)).toBe(
      before.replace(last, `${last}    - past mijn longtail daar\n    - past een longtail daar\n`),
    );
    expect(await waiting()).toEqual(['mag [naam] mijn step lenen', 'hoe laat gaat de trein']);
    const after = await page(headers.get('location') ?? '');
    expect(after).toContain('2 vragen bij “Kan ik met een bakfiets komen?”');
  });

  it('become variants of an entry that the bot named, with one button', async () => {
    await send({ doe: `variant:${BAKFIETS}`, vraag: 'past mijn longtail daar' });
    expect(workbench.textOf(ENTRIES)).toContain('    - past mijn longtail daar\n');
  });

  it('become practice questions, or of no entry when they are about something else', async () => {
    await send({ doe: 'praktijk', bij: 'pech', vraag: 'past een longtail daar' });
    expect(workbench.textOf('fietsen-op-het-werk/praktijkvragen/stalling.yaml')).toBe(
      '- bij: pech\n  vragen:\n    - past een longtail daar\n',
    );
    await send({ doe: 'buiten', vraag: 'hoe laat gaat de trein' });
    expect(workbench.textOf('fietsen-op-het-werk/praktijkvragen/buiten-onderwerp.yaml')).toBe(
      '- bij: geen\n  vragen:\n    - hoe laat gaat de trein\n',
    );
    expect(await waiting()).toEqual(['past mijn longtail daar', 'mag [naam] mijn step lenen']);
  });

  it('with something masked go in as the editor wrote them', async () => {
    const text = 'mag [naam] mijn step lenen';
    await send({ doe: 'variant:pech', vraag: text, [`anders:${text}`]: 'mag mijn collega mijn step lenen ' });
    expect(workbench.textOf(ENTRIES)).toContain('    - mag mijn collega mijn step lenen\n');
    expect(workbench.textOf(ENTRIES)).not.toContain('[naam]');
    expect(await waiting()).not.toContain(text);
  });

  it('open the form of a new entry, with the others of the group as variants', async () => {
    const texts = ['past mijn longtail daar', 'past een longtail daar'];
    const location = (await send({ doe: 'nieuw', vraag: texts })).headers.get('location') ?? '';
    expect(location).toMatch(
      /^\/vragen\/nieuw\?handreiking=fietsen-op-het-werk&vraag=past\+mijn\+longtail\+daar&variant=past\+een\+longtail\+daar(&gemist=[\w-]{43}){2}$/,
    );
    const form = await page(location);
    for (const text of texts) expect(form).toContain(text);
  });

  it('are decided once the entry that was made of them is saved, whatever its texts became', async () => {
    const form = await newEntry(['past mijn longtail daar', 'past een longtail daar']);
    expect(await waiting()).toHaveLength(4);
    const saved = await workbench.submit('/vragen/nieuw', {
      ...form,
      vraag: 'Mag mijn verlengde fiets naar binnen?',
      varianten: 'verlengde fiets',
      doe: 'toch',
    });
    expect(saved.status).toBe(303);
    expect(await waiting()).toEqual(['mag [naam] mijn step lenen', 'hoe laat gaat de trein']);
    await undo(saved);
    expect(await waiting()).toHaveLength(4);
  });

  it('come back when the save that placed them is undone, and go away when that is undone', async () => {
    const saved = await send({ doe: `variant:${BAKFIETS}`, vraag: 'past mijn longtail daar' });
    expect(await waiting()).not.toContain('past mijn longtail daar');
    const undone = await undo(saved);
    expect(await waiting()).toContain('past mijn longtail daar');
    await undo(undone);
    expect(await waiting()).not.toContain('past mijn longtail daar');
  });

  it('that were put back do not stand in the way of undoing the save', async () => {
    const text = 'mag [naam] mijn step lenen';
    const saved = await send({
      doe: 'variant:pech',
      vraag: text,
      [`anders:${text}`]: 'mag ik een step lenen',
    });
    await send({ doe: 'terug', vraag: text });
    expect(await waiting()).toContain(text);
    expect((await undo(saved)).headers.get('location')).toMatch(/^\/gemist\?bewaard=/);
    expect(workbench.textOf(ENTRIES)).not.toContain('step lenen');
  });

  it('are decided when the save that met a clash is done after all', async () => {
    const form = await newEntry(['hoe laat gaat de trein']);
    writeFileSync(join(workbench.folder, ENTRIES), `# van een ander\n${workbench.textOf(ENTRIES)}`);
    const clash = await workbench.submit('/vragen/nieuw', { ...form, doe: 'toch' });
    expect(clash.status).toBe(409);
    await workbench.submit('/botsing', { ...fieldsIn(await clash.text()), keuze: 'mijn' });
    expect(workbench.textOf(ENTRIES)).toContain('hoe laat gaat de trein');
    expect(kept()).toMatch(/^\["bij","[\w-]{43}"\]$/);
  });

  it('go away when they are in the knowledge by now', async () => {
    await workbench.submit('/gemist', { doe: `variant:${BAKFIETS}`, vraag: 'past mijn longtail daar' });
    expect(kept()).toMatch(/^\["bij","[\w-]{43}"\]$/);
    expect(await page()).toContain('bij een vraag gezet');
  });

  it('are remembered as decided by a hash, over a new export, until they are put back', async () => {
    const { headers } = await send({
      doe: 'weg',
      vraag: ['past mijn longtail daar', 'past een longtail daar'],
    });
    expect(await page(headers.get('location') ?? '')).toContain('2 vragen weggelegd.');
    expect(await waiting()).toEqual(['mag [naam] mijn step lenen', 'hoe laat gaat de trein']);
    expect(kept()).toMatch(/^\["weg","[\w-]{43}","[\w-]{43}"\]$/);
    await send({ doe: 'terug', vraag: 'past een longtail daar' });
    expect(await waiting()).toContain('past een longtail daar');
  });

  it.each([
    ['Kies eerst bij welke vraag', { doe: 'variant', bij: 'bestaat niet', vraag: 'hoe laat gaat de trein' }],
    ['Vink minstens één vraag aan', { doe: 'weg' }],
    ['Vink minstens één vraag aan', { doe: 'weg', vraag: 'een vraag die niet gemist is' }],
    ['Kies wat er met deze vragen moet gebeuren', { doe: 'iets', vraag: 'hoe laat gaat de trein' }],
  ])('are left as they are when a form is not complete: %s', async (said, fields) => {
    const response = await send(fields);
    expect(response.status).toBe(400);
    expect(await response.text()).toContain(said);
    expect(await waiting()).toHaveLength(4);
  });

  it('can be filtered by what went wrong and by words', async () => {
    expect(await page('/gemist?reden=unknown')).not.toContain('mijn step');
    expect(await page('/gemist?woorden=STEP')).toContain('1 groep');
  });
});
