import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkKnowledge, severityOf, sha256 } from '../../../src/knowledge/index.ts';
import { CHANNEL_TEXTS } from '../../../src/cli/channel-texts.ts';
import { textOf } from '../../adapters/web/serve.ts';
import { serveWorkbench } from '../serve.ts';
import type { ServedWorkbench } from '../serve.ts';

const GUIDANCE = 'fietsen-op-het-werk';
const SOURCE = `${GUIDANCE}/bron.txt`;

describe('the page of a source', () => {
  let workbench: ServedWorkbench;
  beforeEach(async () => {
    workbench = await serveWorkbench();
  });
  afterEach(() => workbench.stop());
  const change = (path: string, edit: (text: string) => string) => {
    writeFileSync(join(workbench.folder, path), edit(workbench.textOf(path)));
  };
  const pageOf = async (path: string) => (await workbench.get(path)).text();
  const errors = () =>
    checkKnowledge(workbench.folder, CHANNEL_TEXTS)
      .problems()
      .filter(({ kind }) => severityOf(kind) === 'fout');

  it('is that of the only guidance', async () => {
    expect((await workbench.get('/bron', { redirect: 'manual' })).headers.get('location')).toBe(
      `/bron/${GUIDANCE}`,
    );
    expect((await workbench.get('/bron/nergens')).status).toBe(404);
    expect((await workbench.get('/bron/nergens/nieuwe-editie')).status).toBe(404);
  });

  it('shows each sentence with the questions that quote it, and which have none', async () => {
    const html = await pageOf(`/bron/${GUIDANCE}`);
    const text = textOf(html);
    expect(text).toContain('8 van de 10 zinnen staan bij een vraag; 2 nog niet.');
    expect(text).toContain('Zet je fiets in een vak en niet in het gangpad. Waar zet ik mijn fiets neer?');
    expect(text).toContain('Neem een accu niet mee naar je werkplek. Nog bij geen vraag');
    expect(html).toContain(`href="/vragen/${GUIDANCE}/plek"`);
    const open = textOf(await pageOf(`/bron/${GUIDANCE}?toon=zonder`));
    expect(open).toContain('Neem een accu niet mee');
    expect(open).not.toContain('Zet je fiets in een vak');
  });

  it('marks what one question quotes', async () => {
    const html = await pageOf(`/bron/${GUIDANCE}?vraag=plek`);
    expect(html.match(/<mark>/g)?.length).toBe(1);
    expect(html).toContain('<mark>Zet je fiets in een vak en niet in het gangpad.</mark>');
  });

  it('shows the questions with their quotes, those that are wrong first', async () => {
    change(`${GUIDANCE}/vragen/stalling.yaml`, (text) =>
      text.replace('Zet je fiets in een vak en', 'Zet hem'),
    );
    const text = textOf(await pageOf(`/bron/${GUIDANCE}?toon=vragen`));
    expect(text).toContain('Eén citaat staat niet letterlijk in de tekst.');
    expect(text.indexOf('Waar zet ik mijn fiets neer?')).toBeLessThan(
      text.indexOf('Hoe kom ik de stalling in?'),
    );
  });

  it('works while a file is no YAML', async () => {
    change(`${GUIDANCE}/vragen/stalling.yaml`, (text) => `${text}\n- vraag: Mag: dit: niet?\n`);
    expect((await workbench.get(`/bron/${GUIDANCE}`)).status).toBe(200);
  });

  it('shows what a new edition changes without saving it, takes it over as one save, and undoes it', async () => {
    change(SOURCE, (text) => text.replaceAll('\n', '\r\n'));
    change(`${GUIDANCE}/handreiking.yaml`, (text) => `${text}sha256: ${sha256(workbench.textOf(SOURCE))}\n`);
    const before = [SOURCE, `${GUIDANCE}/handreiking.yaml`, `${GUIDANCE}/vragen/stalling.yaml`].map((path) =>
      workbench.textOf(path),
    );
    const fresh = workbench
      .textOf(SOURCE)
      .replaceAll('\r\n', '\n')
      .replace('in een vak en niet in het gangpad', 'altijd in een vak en nooit in het gangpad')
      .replace("'s ochtends", '’s ochtends')
      .replace("'s avonds", '’s avonds');
    const compared = await workbench.submit(`/bron/${GUIDANCE}/nieuwe-editie`, { tekst: fresh });
    const text = textOf(await compared.text());
    expect(text).toContain('2 zinnen veranderen 1 citaat klopt niet meer 1 citaat krijgt andere leestekens');
    expect(workbench.textOf(SOURCE)).toBe(before[0]);
    const taken = await workbench.submit(`/bron/${GUIDANCE}/overnemen`, {
      tekst: fresh,
      editie: '2027-01-01',
    });
    expect(taken.status).toBe(303);
    expect(workbench.textOf(SOURCE)).toBe(fresh.replaceAll('\n', '\r\n'));
    expect(workbench.textOf(`${GUIDANCE}/handreiking.yaml`)).toMatch(/^editie: ['"]?2027-01-01/m);
    // The fingerprint is that of the bytes on disk, and only the quote that changed is wrong.
    expect(errors().map(({ kind, entry }) => [kind, entry])).toEqual([['citaat-niet-letterlijk', 'plek']]);
    const html = await pageOf(taken.headers.get('location') ?? '');
    const id = /name="id" value="([^"]+)"/.exec(html)?.[1] ?? '';
    await workbench.submit('/ongedaan', { id, naar: '/' });
    expect(
      [SOURCE, `${GUIDANCE}/handreiking.yaml`, `${GUIDANCE}/vragen/stalling.yaml`].map((path) =>
        readFileSync(join(workbench.folder, path), 'utf8'),
      ),
    ).toEqual(before);
  });

  it('takes an uploaded file, and refuses one that is not UTF-8', async () => {
    const send = (bytes: Uint8Array<ArrayBuffer>) => {
      const body = new FormData();
      body.set('tekst', '');
      body.set('bestand', new Blob([bytes]), 'nieuw.txt');
      return workbench.get(`/bron/${GUIDANCE}/nieuwe-editie`, { method: 'POST', body });
    };
    const same = await send(new Uint8Array(readFileSync(join(workbench.folder, SOURCE))));
    expect(textOf(await same.text())).toContain('Alle zinnen zijn hetzelfde.');
    const wrong = await send(new Uint8Array([0x65, 0xe9, 0x6e]));
    expect(wrong.status).toBe(400);
    expect(textOf(await wrong.text())).toContain('Dit bestand is geen tekst in UTF-8.');
    expect(textOf(await (await send(new Uint8Array())).text())).toContain('Er staat nog geen tekst.');
  });

  it('overwrites no edition that somebody else took over meanwhile', async () => {
    const base = JSON.stringify([[SOURCE, sha256(workbench.textOf(SOURCE))]]);
    change(SOURCE, (text) => text.replace('tien uur', 'elf uur'));
    const taken = await workbench.submit(`/bron/${GUIDANCE}/overnemen`, {
      tekst: 'Een\n\nAnders.\n',
      basis: base,
    });
    expect(taken.status).toBe(409);
    expect(workbench.textOf(SOURCE)).toContain('elf uur');
  });
});
