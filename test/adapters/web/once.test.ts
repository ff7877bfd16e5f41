import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { createOnce } from '../../../adapters/web/once.ts';
import { serveWeb, textOf } from './serve.ts';

let web: Awaited<ReturnType<typeof serveWeb>>;
let gesprek: string;
beforeEach(async () => {
  web = await serveWeb();
  gesprek = randomUUID();
});
afterEach(() => web.stop());

/** What a browser without JavaScript shows of each of two clicks on one button. */
const click = (path: string, fields: Record<string, string>) =>
  Promise.all(
    [1, 2].map(async () => {
      return textOf(await (await web.submit(path, { gesprek, ...fields })).text());
    }),
  );

describe('a double click without JavaScript', () => {
  it.each([
    { vraag: 'hoe vaak neem ik pauze?' },
    { keuze: 'entry:pauzes', taal: 'nl' },
    { keuze: 'onderwerpen' },
    { vraag: 'qwzx' },
  ])('asks once and gets one answer: %j', async (fields) => {
    const [first, again] = await click('/', fields);
    expect(again).toBe(first);
    expect(web.counted).toHaveLength(1);
    expect(web.metered.filter((what) => what.startsWith('press'))).toEqual([
      'press first',
      'press duplicate',
    ]);
  });

  it('on a follow-up gets its answer twice, not the next one', async () => {
    await web.submit('/', { gesprek, vraag: 'hoe vaak neem ik pauze?' });
    const [first, again] = await click('/', { vraag: 'bron' });
    expect(again).toBe(first);
    expect(first).toContain('Sta op en loop een rondje.');
    expect(web.counted).toHaveLength(2);
  });

  it('votes once and gets one thanks', async () => {
    const [first, again] = await click('/stem', { antwoord: 'pauzes', nuttig: 'ja' });
    expect([first, again]).toEqual([first, first]);
    expect(first).toContain('Bedankt, je mening is geteld.');
    expect(web.counted).toHaveLength(1);
  });

  it('leaves other questions, conversations and votes alone', async () => {
    const vraag = 'hoe vaak neem ik pauze?';
    for (const fields of [{ vraag }, { vraag: 'bron' }, { vraag }, { vraag, gesprek: randomUUID() }])
      await web.submit('/', { gesprek, ...fields });
    for (const nuttig of ['ja', 'nee', 'ja'])
      await web.submit('/stem', { gesprek, antwoord: 'pauzes', nuttig });
    expect(web.counted).toHaveLength(7);
  });
});

it('the second press at another replica is not a first one', async () => {
  const claims = new Set<string>();
  const claim = (ids: readonly string[]) => {
    const isFree = ids.every((id) => !claims.has(id));
    for (const id of ids) claims.add(id);
    return Promise.resolve(isFree);
  };
  const press = () =>
    createOnce<string>(claim)('a', 'b', {
      first: () => Promise.resolve('first'),
      again: () => Promise.resolve('again'),
    });
  expect([await press(), await press()]).toEqual(['first', 'again']);
});
