import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '../../../src/knowledge/index.ts';
import { serveWorkbench } from '../serve.ts';
import type { ServedWorkbench } from '../serve.ts';

// A workbench starts its threads on a machine that may be busy.
jest.setTimeout(60_000);

const PATH = 'fietsen-op-het-werk/vragen/stalling.yaml';

describe('a clash with an edit on disk', () => {
  let workbench: ServedWorkbench;
  let began: string;
  beforeEach(async () => {
    workbench = await serveWorkbench();
    // The workbench has read what is there.
    await workbench.get('/');
    began = workbench.textOf(PATH);
  });
  afterEach(() => workbench.stop());

  const onDisk = (text: string) => {
    writeFileSync(join(workbench.folder, PATH), text);
  };
  /** Sends a save of an editor who saw the file as it was at the begin. */
  const save = (text: string, naar = '/vragen', path = PATH) =>
    workbench.submit('/botsing', {
      bestand: path,
      tekst: text,
      basis: JSON.stringify([[PATH, sha256(began)], ...(path === PATH ? [] : [[path, null]])]),
      over: 'Vraag veranderd',
      naar,
      keuze: 'mijn',
    });
  /** Presses a button on a page with a clash, as a browser without JavaScript does. */
  const choose = (html: string, keuze: string) => {
    const form = html.slice(html.indexOf('<form method="post" action="/botsing"'));
    const hidden = [...form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)" \/>/g)].map(
      ([, name = '', value = '']) =>
        [
          name,
          value
            .replaceAll('&quot;', '"')
            .replaceAll('&#39;', "'")
            .replaceAll('&lt;', '<')
            .replaceAll('&amp;', '&'),
        ] as const,
    );
    return workbench.submit('/botsing', { ...Object.fromEntries(hidden), keuze });
  };
  const withFirst = (word: string) => began.replace(/^/, `# ${word}\n`);
  const withLast = (word: string) => `${began.trimEnd()}\n# ${word}\n`;

  it('loses nothing: both texts are on the page, and nothing is written', async () => {
    onDisk(withFirst('van een ander'));
    const response = await save(withFirst('van mij'));
    expect(response.status).toBe(409);
    const html = await response.text();
    expect(html).toContain('<del># van een ander</del>');
    expect(html).toContain('<ins># van mij</ins>');
    expect(html).toContain('Jij wilde opslaan: Vraag veranderd.');
    // The page holds the only copy: a script warns before it is left.
    expect(html).toMatch(/action="\/botsing"[^>]* data-unsaved="changed"/);
    expect(html).toContain('/unsaved.');
    expect(workbench.textOf(PATH)).toBe(withFirst('van een ander'));
  });

  it.each([
    ['mijn', 'van mij'],
    ['schijf', 'van een ander'],
  ])('keeps what the editor chooses: %s', async (choice, kept) => {
    onDisk(withFirst('van een ander'));
    const html = await (await save(withFirst('van mij'))).text();
    expect((await choose(html, choice)).status).toBe(303);
    expect(workbench.textOf(PATH)).toBe(withFirst(kept));
  });

  it('offers to keep both when they are in different places', async () => {
    onDisk(withFirst('van een ander'));
    const html = await (await save(withLast('van mij'))).text();
    expect(html).toContain('Voeg samen: bewaar beide wijzigingen');
    expect((await choose(html, 'samen')).status).toBe(303);
    expect(workbench.textOf(PATH)).toBe(`# van een ander\n${withLast('van mij')}`);
  });

  it('does not offer that for the same line', async () => {
    const withQuestion = (text: string) => began.replace(/^ {2}vraag: .*$/m, `  vraag: ${text}`);
    onDisk(withQuestion('Van een ander?'));
    expect(await (await save(withQuestion('Van mij?'))).text()).not.toContain('Voeg samen');
  });

  it('says of a file that the editor only looked at that it changed, and saves the others', async () => {
    const other = PATH.replace('stalling', 'pomp');
    onDisk(withFirst('van een ander'));
    const html = await (await save('[]\n', '/vragen', other)).text();
    expect(html).toContain('Dit bestand veranderde ondertussen; jij veranderde het niet.');
    expect(html).not.toContain('Jij haalde dit bestand weg');
    expect((await choose(html, 'samen')).status).toBe(303);
    expect([workbench.textOf(PATH), workbench.textOf(other)]).toEqual([withFirst('van een ander'), '[]\n']);
  });

  it('asks again when the file changes once more during the choice', async () => {
    onDisk(withFirst('van een ander'));
    const html = await (await save(withFirst('van mij'))).text();
    onDisk(withFirst('alweer anders'));
    const again = await choose(html, 'mijn');
    expect(again.status).toBe(409);
    expect(await again.text()).toContain('<del># alweer anders</del>');
    expect(workbench.textOf(PATH)).toBe(withFirst('alweer anders'));
  });

  it('says what was saved, and undoes it with one press', async () => {
    const saved = await save(withFirst('van mij'));
    expect(saved.status).toBe(303);
    const to = saved.headers.get('location') ?? '';
    expect(to).toMatch(/^\/vragen\?bewaard=/);
    const html = await (await workbench.get(to)).text();
    expect(html).toContain('Opgeslagen: Vraag veranderd.');
    const id = /name="id" value="([^"]+)"/.exec(html)?.[1] ?? '';
    const undone = await workbench.submit('/ongedaan', { id, naar: '/vragen' });
    expect(undone.status).toBe(303);
    expect(workbench.textOf(PATH)).toBe(began);
    const after = await (await workbench.get(undone.headers.get('location') ?? '')).text();
    expect(after).toContain('Ongedaan gemaakt: Vraag veranderd.');
    expect(after).not.toContain('Opgeslagen: Ongedaan gemaakt');
    expect(after).toContain('Zet mijn wijziging terug');
    const gone = await workbench.submit('/ongedaan', { id, naar: '/vragen' });
    expect(gone.status).toBe(409);
    expect(await gone.text()).toContain('Daarna is nog iets veranderd in');
  });

  it.each(['//evil.example', 'https://evil.example', '/\\evil.example', 'javascript:alert(1)', ''])(
    'leads nowhere else than to its own pages: %s',
    async (naar) => {
      const saved = await save(withFirst('van mij'), naar);
      expect(saved.headers.get('location')).toMatch(/^\/\?bewaard=/);
    },
  );

  it('refuses a path that leads out of the knowledge, and writes nothing', async () => {
    const refused = await workbench.submit('/botsing', { bestand: '../x.yaml', tekst: 'x', keuze: 'mijn' });
    expect(refused.status).toBe(500);
    expect(existsSync(join(workbench.folder, '../x.yaml'))).toBe(false);
  });
});
