import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { serveWorkbench } from '../serve.ts';
import type { ServedWorkbench } from '../serve.ts';
import { BAKFIETS } from './rows.ts';
import { ENTRIES, isGrouping, serveMissed } from './serve-missed.ts';
import type { ServedMissed } from './serve-missed.ts';

jest.setTimeout(60_000);

describe('missed questions', () => {
  let workbench: ServedMissed;
  beforeEach(async () => {
    workbench = await serveMissed();
  });
  afterEach(() => workbench.stop());

  it('stand together when they ask alike, most asked first, with what was said', async () => {
    expect(await workbench.waiting()).toEqual([
      'past mijn longtail daar',
      'past een longtail daar',
      'mag [naam] mijn step lenen',
      'hoe laat gaat de trein',
    ]);
    const html = await workbench.page();
    expect(html.match(/<legend>/g)).toHaveLength(3);
    expect(html).toContain('De bot liet kiezen uit “Kan ik met een bakfiets komen?”; niemand koos er een.');
    expect(html).toContain('De bot begreep het niet.');
    expect(html).toContain('Iemand vond het antwoord op “Wat doe ik met een lekke band?” niet nuttig.');
  });

  it('become variants of the entry that is picked, and only that is written', async () => {
    const before = workbench.textOf(ENTRIES);
    const texts = ['past mijn longtail daar', 'past een longtail daar'];
    const { status, headers } = await workbench.send({
      doe: 'variant',
      bij: 'Kan ik met een bakfiets komen? (fietsen-op-het-werk/bakfiets)',
      vraag: texts,
    });
    expect([status, headers.get('location')]).toEqual([303, expect.stringMatching(/^\/gemist\?bewaard=/)]);
    const last = '    - ik breng eerst de kinderen weg met de bakfiets\n';
    expect(workbench.textOf(ENTRIES)).toBe(
      before.replace(last, `${last}    - past mijn longtail daar\n    - past een longtail daar\n`),
    );
    expect(await workbench.waiting()).toEqual(['mag [naam] mijn step lenen', 'hoe laat gaat de trein']);
    const after = await workbench.page(headers.get('location') ?? '');
    expect(after).toContain('2 vragen bij “Kan ik met een bakfiets komen?”');
  });

  it('become variants of an entry that the bot named, with one button', async () => {
    await workbench.send({ doe: `variant:${BAKFIETS}`, vraag: 'past mijn longtail daar' });
    expect(workbench.textOf(ENTRIES)).toContain('    - past mijn longtail daar\n');
  });

  it('become practice questions, or of no entry when they are about something else', async () => {
    await workbench.send({ doe: 'praktijk', bij: 'pech', vraag: 'past een longtail daar' });
    expect(workbench.textOf('fietsen-op-het-werk/praktijkvragen/stalling.yaml')).toBe(
      '- bij: pech\n  vragen:\n    - past een longtail daar\n',
    );
    await workbench.send({ doe: 'buiten', vraag: 'hoe laat gaat de trein' });
    expect(workbench.textOf('fietsen-op-het-werk/praktijkvragen/buiten-onderwerp.yaml')).toBe(
      '- bij: geen\n  vragen:\n    - hoe laat gaat de trein\n',
    );
    expect(await workbench.waiting()).toEqual(['past mijn longtail daar', 'mag [naam] mijn step lenen']);
  });

  it('wait when the file where they belong is no list, and that file stays as it is', async () => {
    const path = 'fietsen-op-het-werk/praktijkvragen/stalling.yaml';
    const broken = 'bij: pech\nvragen: [lekke band]\n';
    mkdirSync(join(workbench.folder, dirname(path)));
    writeFileSync(join(workbench.folder, path), broken);
    const response = await workbench.send({ doe: 'praktijk', bij: 'pech', vraag: 'past een longtail daar' });
    expect(response.status).toBe(409);
    expect(await response.text()).toContain(`In ${path} kan niets veranderen: het is geen lijst`);
    expect(workbench.textOf(path)).toBe(broken);
    expect(await workbench.waiting()).toContain('past een longtail daar');
  });

  it('with something masked go in as the editor wrote them', async () => {
    const text = 'mag [naam] mijn step lenen';
    await workbench.send({
      doe: 'variant:pech',
      vraag: text,
      [`anders:${text}`]: 'mag mijn collega mijn step lenen ',
    });
    expect(workbench.textOf(ENTRIES)).toContain('    - mag mijn collega mijn step lenen\n');
    expect(workbench.textOf(ENTRIES)).not.toContain('[naam]');
    expect(await workbench.waiting()).not.toContain(text);
  });

  it('open the form of a new entry, with the others of the group as variants', async () => {
    const texts = ['past mijn longtail daar', 'past een longtail daar'];
    const location = (await workbench.send({ doe: 'nieuw', vraag: texts })).headers.get('location') ?? '';
    expect(location).toMatch(
      /^\/vragen\/nieuw\?handreiking=fietsen-op-het-werk&vraag=past\+mijn\+longtail\+daar&variant=past\+een\+longtail\+daar(&gemist=[\w-]{43}){2}$/,
    );
    const form = await workbench.page(location);
    for (const text of texts) expect(form).toContain(text);
  });

  it.each([
    ['Kies eerst bij welke vraag', { doe: 'variant', bij: 'bestaat niet', vraag: 'hoe laat gaat de trein' }],
    ['Vink minstens één vraag aan', { doe: 'weg' }],
    ['Vink minstens één vraag aan', { doe: 'weg', vraag: 'een vraag die niet gemist is' }],
    ['Kies wat er met deze vragen moet gebeuren', { doe: 'iets', vraag: 'hoe laat gaat de trein' }],
  ])('are left as they are when a form is not complete: %s', async (said, fields) => {
    const response = await workbench.send(fields);
    expect(response.status).toBe(400);
    expect(await response.text()).toContain(said);
    expect(await workbench.waiting()).toHaveLength(4);
  });

  it('can be filtered by what went wrong and by words', async () => {
    expect(await workbench.page('/gemist?reden=unknown')).not.toContain('mijn step');
    expect(await workbench.page('/gemist?woorden=STEP')).toContain('1 groep');
  });
});

describe('thousands of missed questions', () => {
  const part = (index: number) =>
    ['ba', 'ke', 'mo', 'lu', 'ri', 'so', 'ti', 'vu', 'we', 'zo'][index % 10] ?? '';
  const rows = Array.from({ length: 2_000 }, (_, index) => ({
    text: `${index % 2 === 0 ? 'past mijn' : 'past een'} ${[200, 20, 2].map((by) => part(Math.floor(index / by))).join('')}fiets daar`,
    reason: 'unknown' as const,
    language: 'nl' as const,
    entries: [],
    number: index === 1 ? 9 : 1,
  }));
  let workbench: ServedWorkbench;
  beforeEach(async () => {
    workbench = await serveWorkbench({ missed: { name: 'een bestand', rows } });
  });
  afterEach(() => workbench.stop());

  it('are there before their groups, which follow', async () => {
    const page = async () => (await workbench.get('/gemist')).text();
    const first = await page();
    expect(isGrouping(first)).toBe(true);
    expect(first).toContain('2000 groepen');
    expect(first).toContain('past een bababafiets daar');
    let later = first;
    while (isGrouping(later)) later = await page();
    expect(Number(/(\d+) groep/.exec(later)?.[1])).toBeLessThan(2_000);
  });
});
