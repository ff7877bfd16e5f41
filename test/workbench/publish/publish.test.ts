import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hashOf } from '../../../src/workbench/publish/versions.ts';
import { SMALL, serveWorkbench, withWorkbench } from '../serve.ts';
import type { ServedWorkbench } from '../serve.ts';

const PATH = 'fietsen-op-het-werk/vragen/stalling.yaml';
const QUESTION = 'Hoe kom ik de stalling in?';

describe('the page about going live', () => {
  let root: string;
  let live: string;
  let workbench: ServedWorkbench;
  beforeEach(async () => {
    root = mkdtempSync(join(tmpdir(), 'live-'));
    live = join(root, 'kennis');
    cpSync(SMALL, live, { recursive: true });
    workbench = await serveWorkbench({ live });
  });
  afterEach(async () => {
    await workbench.stop();
    rmSync(root, { recursive: true });
  });

  const edit = (change: (text: string) => string) => {
    writeFileSync(join(workbench.folder, PATH), change(workbench.textOf(PATH)));
  };
  const pageOf = async (path = '/live') => (await workbench.get(path)).text();
  const markIn = (html: string) => /name="kenmerk" value="([^"]+)"/.exec(html)?.[1] ?? '';
  const liveText = () => readFileSync(join(live, PATH), 'utf8');

  it('says when there is nothing to do', async () => {
    expect(await pageOf()).toContain('Alles wat je opsloeg, staat live.');
    expect(await pageOf('/')).toContain('Alles staat live.');
  });

  it('shows which questions go live, does it, and puts the version before back', async () => {
    // Live has a question that the working copy does not have.
    appendFileSync(join(live, PATH), '- id: pomp\n  vraag: Waar is de pomp?\n');
    const before = liveText();
    edit((text) => text.replace(QUESTION, 'Hoe kom ik erin?'));
    const html = await pageOf();
    expect(html).toMatch(/Veranderd<\/h3>[^]*Hoe kom ik erin\?[^]*Weg<\/h3>[^]*Waar is de pomp\?/);
    const done = await workbench.submit('/live', { kenmerk: markIn(html) });
    expect(done.headers.get('location')).toBe('/live?gedaan=live');
    expect(liveText()).toBe(workbench.textOf(PATH));
    const after = await pageOf('/live?gedaan=live');
    expect(after).toContain('Je wijzigingen staan live.');
    const versions = [...after.matchAll(/name="versie" value="([^"]+)"/g)].map(([, id = '']) => id);
    expect(versions.length).toBe(1);
    expect((await workbench.submit('/live/terug', { versie: versions[0] ?? '' })).status).toBe(303);
    expect(liveText()).toBe(before);
    expect(workbench.textOf(PATH)).not.toBe(before);
  });

  it('refuses knowledge with errors, and says which', async () => {
    const before = liveText();
    const mark = markIn(await pageOf());
    edit((text) => text.replace('De stalling onder het gebouw', 'De kelder onder het gebouw'));
    const html = await pageOf();
    expect(html).toContain('Met deze fouten kan de kennis niet live.');
    expect(html).not.toContain('Zet live</button>');
    expect((await workbench.submit('/live', { kenmerk: mark })).status).toBe(409);
    expect(liveText()).toBe(before);
  });

  it('puts nothing live that the editor did not see', async () => {
    edit((text) => text.replace(QUESTION, 'Hoe kom ik erin?'));
    const mark = markIn(await pageOf());
    edit((text) => text.replace('Hoe kom ik erin?', 'Hoe kom ik naar binnen?'));
    const refused = await workbench.submit('/live', { kenmerk: mark });
    expect(refused.status).toBe(409);
    expect(await refused.text()).toContain('Ondertussen is er iets veranderd.');
    expect(liveText()).toContain(QUESTION);
  });

  it('keeps the last ten versions', async () => {
    for (let count = 0; count < 12; count += 1) {
      edit((text) => text.replace(/vraag: Hoe kom .*/, `vraag: Hoe kom ik er de ${count}e keer in?`));
      expect((await workbench.submit('/live', { kenmerk: markIn(await pageOf()) })).status).toBe(303);
    }
    const html = await pageOf();
    expect(html.match(/>kenmerk /g)?.length).toBe(10);
    expect(html.match(/Staat nu live/g)?.length).toBe(1);
  }, 30_000);

  it('puts the oldest of ten versions back when live has knowledge that is not kept yet', async () => {
    const versions = join(workbench.folder, '.redactie/live');
    const ids = Array.from({ length: 10 }, (_, day) => `2026010${day}T000000000`);
    for (const id of ids) {
      cpSync(SMALL, join(versions, id), { recursive: true });
      appendFileSync(join(versions, id, PATH), `# ${id}\n`);
      const hash = hashOf(join(versions, id));
      writeFileSync(join(versions, `${id}.json`), JSON.stringify({ at: '2026-01-01', hash }));
    }
    const [oldest = ''] = ids;
    expect((await workbench.submit('/live/terug', { versie: oldest })).status).toBe(303);
    expect(liveText()).toContain(`# ${oldest}`);
    const html = await pageOf();
    expect(html.match(/>kenmerk /g)?.length).toBe(10);
    expect(html).toContain('Staat nu live');
  });

  it('puts no other folder back than a version', async () => {
    for (const versie of ['../../..', 'x', ''])
      expect((await workbench.submit('/live/terug', { versie })).status).toBe(409);
  });
});

describe('what the bot runs', () => {
  it('is told by its own page', async () => {
    const bot = createServer((request, response) => {
      response.end(request.url === '/over' ? '<p>Kenmerk van de inhoud: 0123456789ab</p>' : '');
    });
    const close = () => new Promise((resolve) => bot.close(resolve));
    await new Promise<void>((resolve) => bot.listen(0, '127.0.0.1', resolve));
    const address = `http://127.0.0.1:${(bot.address() as AddressInfo).port}`;
    try {
      await withWorkbench({ bot: `${address}/over` }, async ({ get }) => {
        const html = await (await get('/live')).text();
        expect(html).toContain('De bot gebruikt een andere versie dan je hier ziet (kenmerk 0123456789ab');
        await close();
        expect(await (await get('/live')).text()).toContain('De bot geeft nu geen antwoord');
      });
    } finally {
      await close();
    }
  });

  it('is what is saved, when it reads the same folder', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'zelfde-'));
    try {
      cpSync(SMALL, folder, { recursive: true });
      await withWorkbench({ directory: folder, live: folder }, async ({ get, submit }) => {
        expect(await (await get('/live')).text()).toContain('Je werkt in de map die de bot zelf leest.');
        expect(await (await get('/')).text()).toContain('Wat je opslaat, staat meteen live.');
        const edition = await submit('/bron/fietsen-op-het-werk/nieuwe-editie', { tekst: 'Nieuw.' });
        expect(await edition.text()).toContain('Nieuwe editie overnemen en live zetten');
      });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
