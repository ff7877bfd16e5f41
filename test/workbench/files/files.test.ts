import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fieldsIn } from '../questions/fields-in.ts';
import { serveWorkbench } from '../serve.ts';
import type { ServedWorkbench } from '../serve.ts';

jest.setTimeout(60_000);

const PATH = 'fietsen-op-het-werk/proefvragen/anders-gezegd.yaml';
const ADDRESS = `/bestanden/${PATH}`;

describe('a file without a form of its own', () => {
  let workbench: ServedWorkbench;
  beforeEach(async () => {
    workbench = await serveWorkbench();
  });
  afterEach(() => workbench.stop());
  const page = async (path: string) => (await workbench.get(path)).text();
  const send = async (doe: string, change: (text: string) => string) => {
    const fields = fieldsIn(await page(ADDRESS));
    return workbench.submit(ADDRESS, { ...fields, tekst: change(String(fields['tekst'])), doe });
  };

  it('is in the list, and those with a form are not', async () => {
    expect(await page('/vragen')).toContain('href="/bestanden"');
    const list = await page('/bestanden');
    expect(list).toContain(`href="${ADDRESS}"`);
    expect(list).toContain('href="/bestanden/fietsen-op-het-werk/handreiking.yaml"');
    expect(list).not.toContain('/vragen/stalling.yaml');
  });

  it('is saved as it was typed, and can be undone', async () => {
    const before = workbench.textOf(PATH);
    const saved = await send('opslaan', (text) => `${text}# gezien\n`);
    expect(workbench.textOf(PATH)).toBe(`${before}# gezien\n`);
    const html = await page(saved.headers.get('location') ?? '');
    expect(html).toContain(`Opgeslagen: ${PATH} aangepast.`);
    const id = /name="id" value="([^"]+)"/.exec(html)?.[1] ?? '';
    await workbench.submit('/ongedaan', { id, naar: ADDRESS });
    expect(workbench.textOf(PATH)).toBe(before);
  });

  it('has the messages of the check, and is saved with errors only when the editor says so', async () => {
    const before = workbench.textOf(PATH);
    const wrong = (text: string) => `${text}- onzin: 1\n`;
    const checked = await (await send('controleer', wrong)).text();
    expect(checked).toMatch(/<li class="fout"><strong>Fout:<\/strong> Regel \d+: /);
    expect(await (await send('opslaan', wrong)).text()).toContain('Nog niet opgeslagen: ');
    expect(workbench.textOf(PATH)).toBe(before);
    expect((await send('toch', wrong)).status).toBe(303);
    expect(workbench.textOf(PATH)).toBe(wrong(before));
  });

  it('that somebody else changed meanwhile is a clash', async () => {
    const fields = fieldsIn(await page(ADDRESS));
    writeFileSync(join(workbench.folder, PATH), `# van een ander\n${workbench.textOf(PATH)}`);
    expect((await workbench.submit(ADDRESS, { ...fields, tekst: '[]\n', doe: 'opslaan' })).status).toBe(409);
  });

  it.each(['fietsen-op-het-werk/vragen/stalling.yaml', 'fietsen-op-het-werk/bron.txt', '../x.yaml', 'x'])(
    'is the only thing that has an address: %s',
    async (path) => {
      const address = `/bestanden/${path.split('/').map(encodeURIComponent).join('/')}`;
      expect((await workbench.get(address)).status).toBe(404);
      expect((await workbench.submit(address, { tekst: '', doe: 'toch' })).status).toBe(404);
    },
  );
});
