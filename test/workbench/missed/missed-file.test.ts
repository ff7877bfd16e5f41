import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { serveWorkbench } from '../serve.ts';
import type { ServedWorkbench } from '../serve.ts';
import { MISSED_ROWS as rows } from './rows.ts';

jest.setTimeout(60_000);

describe('missed questions of a file', () => {
  let workbench: ServedWorkbench;
  beforeEach(async () => {
    workbench = await serveWorkbench();
  });
  afterEach(() => workbench.stop());
  const upload = (text: string | undefined) => {
    const body = new FormData();
    if (text !== undefined) body.append('bestand', new Blob([text]), 'gemist.json');
    return workbench.get('/gemist/bestand', { method: 'POST', body, redirect: 'manual' });
  };
  const page = async () => (await workbench.get('/gemist')).text();

  it('are asked for when there are none', async () => {
    const html = await page();
    expect(html).toContain('npm run --silent data -- export missed');
    expect(html).toContain('type="file"');
  });

  it.each([
    ['JSON of a table', JSON.stringify(rows)],
    ['JSON of everything', JSON.stringify({ counts: [], missed: rows })],
    [
      'CSV',
      `week,reason,language,text,entries,number\r\n2026-W47,unknown,nl,"'=past ""mijn"" longtail, daar",,<5\r\n`,
    ],
    [
      'CSV of Excel, without the replies',
      '\uFEFFweek;reason;language;text;number\r\n2026-W47;unknown;nl;past mijn longtail daar;6\r\n',
    ],
  ])('are read from %s', async (_, text) => {
    expect((await upload(text)).status).toBe(303);
    expect(await page()).toContain('longtail');
  });

  it('that is no export say what to do', async () => {
    for (const text of [undefined, '{"a": 1}', '[{"a": 1}]', '{', 'a,b\n1,2', '"'])
      expect([text, (await upload(text)).status]).toEqual([text, 400]);
    expect(await (await upload('{"a": 1}')).text()).toContain('npm run --silent data');
  });

  it('have a key of their own, that nobody else can read', async () => {
    await upload(JSON.stringify(rows));
    await workbench.submit('/gemist', { doe: 'weg', vraag: 'hoe laat gaat de trein' });
    const path = join(workbench.folder, '.redactie', 'gemist.sleutel');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    await upload(JSON.stringify(rows.toReversed()));
    expect(await page()).not.toContain('value="hoe laat gaat de trein" checked');
  });
});
