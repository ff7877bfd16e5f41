import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fieldsIn } from '../questions/fields-in.ts';
import { BAKFIETS } from './rows.ts';
import { ENTRIES, serveMissed } from './serve-missed.ts';
import type { ServedMissed } from './serve-missed.ts';

jest.setTimeout(60_000);

describe('decided questions', () => {
  let workbench: ServedMissed;
  beforeEach(async () => {
    workbench = await serveMissed();
  });
  afterEach(() => workbench.stop());
  /** The fields of the form of a new entry that is made of these questions. */
  const newEntry = async (vraag: readonly string[]) => {
    const { headers } = await workbench.send({ doe: 'nieuw', vraag });
    return fieldsIn(await workbench.page(headers.get('location') ?? ''));
  };

  it('are decided once the entry that was made of them is saved, whatever its texts became', async () => {
    const form = await newEntry(['past mijn longtail daar', 'past een longtail daar']);
    expect(await workbench.waiting()).toHaveLength(4);
    const saved = await workbench.submit('/vragen/nieuw', {
      ...form,
      vraag: 'Mag mijn verlengde fiets naar binnen?',
      varianten: 'verlengde fiets',
      doe: 'toch',
    });
    expect(saved.status).toBe(303);
    expect(await workbench.waiting()).toEqual(['mag [naam] mijn step lenen', 'hoe laat gaat de trein']);
    await workbench.undo(saved);
    expect(await workbench.waiting()).toHaveLength(4);
  });

  it('come back when the save that placed them is undone, and go away when that is undone', async () => {
    const saved = await workbench.send({ doe: `variant:${BAKFIETS}`, vraag: 'past mijn longtail daar' });
    expect(await workbench.waiting()).not.toContain('past mijn longtail daar');
    const undone = await workbench.undo(saved);
    expect(await workbench.waiting()).toContain('past mijn longtail daar');
    await workbench.undo(undone);
    expect(await workbench.waiting()).not.toContain('past mijn longtail daar');
  });

  it('that were put back do not stand in the way of undoing the save', async () => {
    const text = 'mag [naam] mijn step lenen';
    const saved = await workbench.send({
      doe: 'variant:pech',
      vraag: text,
      [`anders:${text}`]: 'mag ik een step lenen',
    });
    await workbench.send({ doe: 'terug', vraag: text });
    expect(await workbench.waiting()).toContain(text);
    expect((await workbench.undo(saved)).headers.get('location')).toMatch(/^\/gemist\?bewaard=/);
    expect(workbench.textOf(ENTRIES)).not.toContain('step lenen');
  });

  it('are decided when the save that met a clash is done after all', async () => {
    const form = await newEntry(['hoe laat gaat de trein']);
    writeFileSync(join(workbench.folder, ENTRIES), `# van een ander\n${workbench.textOf(ENTRIES)}`);
    const clash = await workbench.submit('/vragen/nieuw', { ...form, doe: 'toch' });
    expect(clash.status).toBe(409);
    await workbench.submit('/botsing', { ...fieldsIn(await clash.text()), keuze: 'mijn' });
    expect(workbench.textOf(ENTRIES)).toContain('hoe laat gaat de trein');
    expect(workbench.decision()).toMatch(/^\["bij","[\w-]{43}"\]$/);
  });

  it('go away when they are in the knowledge by now', async () => {
    await workbench.submit('/gemist', { doe: `variant:${BAKFIETS}`, vraag: 'past mijn longtail daar' });
    expect(workbench.decision()).toMatch(/^\["bij","[\w-]{43}"\]$/);
    expect(await workbench.page()).toContain('bij een vraag gezet');
  });

  it('are remembered as decided by a hash, over a new export, until they are put back', async () => {
    const { headers } = await workbench.send({
      doe: 'weg',
      vraag: ['past mijn longtail daar', 'past een longtail daar'],
    });
    expect(await workbench.page(headers.get('location') ?? '')).toContain('2 vragen weggelegd.');
    expect(await workbench.waiting()).toEqual(['mag [naam] mijn step lenen', 'hoe laat gaat de trein']);
    expect(workbench.decision()).toMatch(/^\["weg","[\w-]{43}","[\w-]{43}"\]$/);
    await workbench.send({ doe: 'terug', vraag: 'past een longtail daar' });
    expect(await workbench.waiting()).toContain('past een longtail daar');
  });
});
