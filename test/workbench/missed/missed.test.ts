import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { StoreReader, StoredTables } from '../../../src/workbench/store.ts';
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

  it('wait when the file where they belong is no list, and that file stays as it is', async () => {
    const path = 'fietsen-op-het-werk/praktijkvragen/stalling.yaml';
    const broken = 'bij: pech\nvragen: [lekke band]\n';
    mkdirSync(join(workbench.folder, dirname(path)));
    writeFileSync(join(workbench.folder, path), broken);
    const response = await send({ doe: 'praktijk', bij: 'pech', vraag: 'past een longtail daar' });
    expect(response.status).toBe(409);
    expect(await response.text()).toContain(`In ${path} kan niets veranderen: het is geen lijst`);
    expect(workbench.textOf(path)).toBe(broken);
    expect(await waiting()).toContain('past een longtail daar');
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
    expect(location).toBe(
      '/vragen/nieuw?handreiking=fietsen-op-het-werk&vraag=past+mijn+longtail+daar&variant=past+een+longtail+daar',
    );
    const form = await page(location);
    for (const text of texts) expect(form).toContain(text);
  });

  it('go away when they are in the knowledge by now', async () => {
    await workbench.submit('/gemist', { doe: `variant:${BAKFIETS}`, vraag: 'past mijn longtail daar' });
    const folder = join(workbench.folder, '.redactie');
    expect(readFileSync(join(folder, 'gemist.json'), 'utf8')).toMatch(/^\[\["[\w-]{43}","bij"\]\]$/);
    expect(await page()).toContain('bij een vraag gezet');
  });

  it('are remembered as decided by a hash, over a new export, until they are put back', async () => {
    const { headers } = await send({
      doe: 'weg',
      vraag: ['past mijn longtail daar', 'past een longtail daar'],
    });
    expect(await page(headers.get('location') ?? '')).toContain('2 vragen weggelegd.');
    expect(await waiting()).toEqual(['mag [naam] mijn step lenen', 'hoe laat gaat de trein']);
    const kept = readFileSync(join(workbench.folder, '.redactie', 'gemist.json'), 'utf8');
    expect(kept).not.toContain('longtail');
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
