import { describe, expect, it, jest } from '@jest/globals';
import { csvOf, exportAll, purge, rowCounts } from '../../src/store/export.ts';
import type { Wanted } from '../../src/store/export.ts';
import { sweep } from '../../src/store/queries.ts';
import { createPlaces, KINDS } from './databases.ts';
import { about, DAY, looking, MINUTE, NOW, reply, rowsOf, storeAt } from './timed-store.ts';

jest.setTimeout(30_000);
const placeOf = createPlaces();
const reason = { kind: 'reason', channel: 'web', entry: 'open', reason: 'unclear', since: NOW } as const;
const chosen = { kind: 'chosen', channel: 'web', language: 'nl', entry: 'open' } as const;

describe.each(KINDS)('a store in %s', (kind) => {
  it('keeps no name of a conversation, event or person that can be read', async () => {
    const place = await placeOf(kind);
    const store = await storeAt(place);
    await store.remember('slack:T1/C1/U-kwikstaart', about('open'));
    await store.claim('teams:19:kwikstaart@thread.v2');
    store.count(reply);
    await store.close();
    const all = await Promise.all(
      (
        [
          'meta',
          'conversations',
          'claims',
          'ballots',
          'counts',
          'votes',
          'reasons',
          'chosen',
          'missed',
        ] as const
      ).map((table) => rowsOf(place, table)),
    );
    expect(all.flat().length).toBeGreaterThan(4);
    expect(JSON.stringify(all)).not.toContain('kwikstaart');
  });

  it('deletes what has been kept long enough, and nothing else', async () => {
    const place = await placeOf(kind);
    const store = await storeAt(place);
    await store.remember('a', about('open'));
    await store.claim('a');
    await store.castBallot('a', true);
    store.count(reply);
    store.count(reason);
    store.count(chosen);
    store.keepMissed({ reason: 'unknown', language: 'nl', text: 'mag de kat mee', entries: [] });
    await store.close();
    await looking(place, async ({ db }) => {
      const after = async (milliseconds: number) => {
        await sweep(db, NOW + milliseconds);
        return rowCounts(db);
      };
      // One claim is that of the batch, which may be tried again for a day.
      await expect(after(10 * MINUTE)).resolves.toEqual({
        conversations: 1,
        claims: 1,
        ballots: 0,
        counts: 1,
        votes: 0,
        reasons: 1,
        chosen: 1,
        missed: 1,
      });
      await expect(after(30 * MINUTE)).resolves.toMatchObject({ conversations: 0 });
      // The question is of a Sunday: its week began six days before, and who knows only the week counts from there.
      await expect(after(21 * DAY)).resolves.toMatchObject({ claims: 0, missed: 1 });
      await expect(after(28 * DAY)).resolves.toMatchObject({ counts: 1, reasons: 1, chosen: 1, missed: 0 });
      await expect(after(800 * DAY)).resolves.toMatchObject({ counts: 0, reasons: 0, chosen: 0 });
    });
  });

  it('keeps the questions of before it knew what they were replied to with', async () => {
    const place = await placeOf(kind);
    const question = { reason: 'unknown', language: 'nl', text: 'mag de kat mee' } as const;
    const before = await storeAt(place);
    before.keepMissed({ ...question, entries: [] });
    await before.close();
    await looking(place, async ({ db }) => {
      await db.schema.dropTable('chosen').execute();
      await db.schema.alterTable('missed').dropColumn('entries').execute();
      await db.updateTable('meta').set({ value: '3' }).where('name', '=', 'schema').execute();
    });
    const after = await storeAt(place);
    after.keepMissed({ ...question, entries: ['open'] });
    after.count(chosen);
    await after.close();
    await looking(place, async (connection) => {
      const { missed, chosen: choices } = await exportAll(connection);
      expect(missed.map(({ text, entries }) => [text, entries])).toEqual([
        ['mag de kat mee', ''],
        ['mag de kat mee', 'open'],
      ]);
      expect(choices).toHaveLength(1);
    });
  });

  it('has nothing left of a question that was withdrawn, also when that is written later', async () => {
    const place = await placeOf(kind);
    const question = {
      reason: 'not useful',
      language: 'nl',
      text: 'mag de kat mee',
      entries: ['open'],
    } as const;
    for (const more of [{}, {}, { withdraws: NOW }, { withdraws: NOW }]) {
      const store = await storeAt(place);
      store.keepMissed({ ...question, ...more });
      await store.close();
    }
    await looking(place, async ({ db }) => {
      await expect(rowCounts(db)).resolves.toMatchObject({ missed: 0 });
    });
  });

  it('exports the weeks and the channel that are wanted, added up by what entries are named', async () => {
    const place = await placeOf(kind);
    const store = await storeAt(place);
    for (const entry of ['open', 'rek', 'dicht'])
      for (let number = 0; number < 3; number += 1) {
        store.count({ ...chosen, entry });
        store.count({ ...chosen, entry, channel: 'slack' });
      }
    await store.close();
    await looking(place, async (connection) => {
      const chosenOf = async (wanted: Wanted) => (await exportAll(connection, wanted)).chosen;
      const nameOf = (entry: string) => (entry === 'dicht' ? 'tijden' : 'fietsen');
      const by = ['entry'] as const;
      await expect(
        chosenOf({ by, nameOf, channel: 'slack', from: '2026-W47', to: '2026-W47' }),
      ).resolves.toEqual([
        { entry: 'fietsen', number: 6 },
        { entry: 'tijden', number: '<5' },
      ]);
      for (const none of [{ from: '2026-W48' }, { to: '2026-W46' }, { channel: 'teams' }])
        await expect(chosenOf({ by, ...none })).resolves.toEqual([]);
    });
  });

  it('shows counts under 5 as that, and nothing after a purge', async () => {
    const place = await placeOf(kind);
    const store = await storeAt(place);
    for (let number = 0; number < 4; number += 1) store.count(reply);
    for (let number = 0; number < 5; number += 1) store.count({ ...reply, entry: 'rek' });
    for (let number = 0; number < 6; number += 1) store.count(reason);
    store.count({ ...reason, reason: 'other' });
    store.keepMissed({
      reason: 'unknown',
      language: 'nl',
      text: '=1+1 "zei" de kat,\nmiauw\u0000',
      entries: ['open', 'rek'],
    });
    await store.close();
    await looking(place, async (connection) => {
      const { counts, missed, reasons } = await exportAll(connection);
      expect(counts.map(({ entry, number }) => [entry, number])).toEqual([
        ['open', '<5'],
        ['rek', 5],
      ]);
      expect(csvOf(reasons)).toBe(
        'week,channel,entry,reason,number\r\n2026-W47,web,open,other,<5\r\n2026-W47,web,open,unclear,6\r\n',
      );
      expect(csvOf(missed)).toBe(
        `week,reason,language,text,entries,number\r\n2026-W47,unknown,nl,"'=1+1 ""zei"" de kat,\nmiauw",open rek,<5\r\n`,
      );
      const { counts: weeks } = await exportAll(connection, { by: ['week'] });
      expect(weeks).toEqual([{ week: '2026-W47', number: 9 }]);
      await purge(connection);
      await expect(exportAll(connection)).resolves.toEqual({
        counts: [],
        votes: [],
        reasons: [],
        chosen: [],
        missed: [],
      });
      await expect(rowCounts(connection.db)).resolves.toMatchObject({ conversations: 0, claims: 0 });
    });
  });
});
