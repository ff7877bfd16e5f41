import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createFileCache, createHotReload, loadKnowledge } from '../../src/knowledge/index.ts';
import type { HotReload, HotReloadOptions } from '../../src/knowledge/reload.ts';
import { until } from '../until.ts';
import { FIXTURES } from '../fixtures/guidance.ts';
import { startWorld } from '../system/world/index.ts';
import { CHANNEL_TEXTS } from '../../src/cli/channel-texts.ts';

const EDITION = 'thuiswerken/handreiking.yaml';

/** The entries without the shared small talk. */
const ownEntries = ({ entries }: HotReload['asker']) => entries.filter(({ kind }) => kind !== 'social');

describe('knowledge that changes on disk', () => {
  let folder = '';
  let hotReload: HotReload | undefined;
  let logged: string[] = [];
  const knowledge = () => join(folder, 'kennis');
  const start = ({
    directory = knowledge(),
    interval = 3_600_000,
    settle = 20,
    ...more
  }: Partial<Pick<HotReloadOptions, 'directory' | 'transform'>> &
    Partial<NonNullable<HotReloadOptions['timing']>> = {}) => {
    const log = (_: object, message: string) => void logged.push(message);
    hotReload = createHotReload({
      ...{
        directory,
        channelTexts: CHANNEL_TEXTS,
        knowledge: loadKnowledge(directory, CHANNEL_TEXTS).knowledge,
      },
      ...{ modelCache: join(folder, 'model'), cache: createFileCache(join(folder, 'model')) },
      log: { info: log, warn: log, error: log },
      timing: { interval, settle },
      ...more,
    });
    return hotReload;
  };
  const change = (path: string, how: (text: string) => string) => {
    const file = join(knowledge(), path);
    writeFileSync(file, how(readFileSync(file, 'utf8')));
  };
  const newEdition = (text: string) => text.replace(/^editie:.*/m, 'editie: "2031"');
  const about = ({ asker }: HotReload) => JSON.stringify(asker.ask({ text: 'over' }));
  beforeEach(() => {
    logged = [];
    folder = mkdtempSync(join(tmpdir(), 'reload-'));
    cpSync(FIXTURES, knowledge(), { recursive: true });
  });
  afterEach(() => {
    hotReload?.stop();
    rmSync(folder, { recursive: true });
  });

  it('is checked and used', async () => {
    const knows = start();
    const before = knows.state();
    expect(about(knows)).not.toContain('2031');
    change(EDITION, newEdition);
    await knows.check();
    expect(about(knows)).toContain('2031');
    expect(knows.state().hash).not.toBe(before.hash);
    expect(knows.knowledge().hash).toBe(knows.state().hash);
    expect(logged).toContain('the changed knowledge is in use');
  }, 60_000);

  it('is refused and logged when it has a problem, and used when that is mended', async () => {
    const knows = start();
    const before = knows.state();
    const entries = ownEntries(knows.asker);
    const right = readFileSync(join(knowledge(), EDITION), 'utf8');
    change(EDITION, (text) => `${text}\nkapot: [`);
    await knows.check();
    expect(knows.state()).toEqual({ ...before, refused: expect.stringContaining(EDITION) });
    expect(about(knows)).toContain(before.hash);
    expect(ownEntries(knows.asker)).toEqual(entries);
    expect(logged).toEqual(['the changed knowledge has faults; the last good one stays in use']);
    change(EDITION, () => right);
    await knows.check();
    expect(knows.state()).toEqual(before);
    change(EDITION, newEdition);
    await knows.check();
    expect(about(knows)).toContain('2031');
  }, 60_000);

  it('is used without being asked to check', async () => {
    const knows = start({ interval: 20 });
    change(EDITION, newEdition);
    await until(() => about(knows).includes('2031'), 'the change to be in use');
  }, 60_000);

  it('is loaded from the start when more files change meanwhile, and used once', async () => {
    const knows = start({ settle: 300 });
    change(EDITION, (text) => `${text}\nkapot: [`);
    const checked = knows.check();
    await wait(150);
    change(EDITION, (text) => newEdition(text.replace('\nkapot: [', '')));
    await checked;
    expect(about(knows)).toContain('2031');
    expect(logged).toEqual(['the changed knowledge is in use']);
  }, 60_000);

  it('is not loaded again when only a time changed', async () => {
    const knows = start();
    const before = knows.state();
    utimesSync(join(knowledge(), EDITION), new Date(0), new Date(0));
    await knows.check();
    expect(knows.state()).toBe(before);
    expect(logged).toEqual([]);
  });

  it('is not used any more after a stop', async () => {
    const knows = start();
    change(EDITION, newEdition);
    const checked = knows.check();
    knows.stop();
    await checked;
    expect(about(knows)).not.toContain('2031');
  }, 60_000);

  it('is answered from after the transformation, each time', async () => {
    const knows = start({ transform: (given) => ({ ...given, guidances: given.guidances.slice(0, 1) }) });
    expect(ownEntries(knows.asker)).toHaveLength(6);
    change(EDITION, newEdition);
    await knows.check();
    expect(ownEntries(knows.asker)).toHaveLength(6);
  }, 60_000);

  it('is refused when it is gone', async () => {
    const knows = start();
    renameSync(knowledge(), `${knowledge()}-weg`);
    await knows.check();
    expect(knows.state().refused).toContain('bestaat niet');
    expect(about(knows)).toContain('thuiswerken');
  }, 60_000);

  it('is used when Kubernetes swaps a ConfigMap', async () => {
    const mount = join(folder, 'mount');
    mkdirSync(mount);
    cpSync(knowledge(), join(mount, '..1'), { recursive: true });
    symlinkSync('..1', join(mount, '..data'));
    for (const name of ['thuiswerken', 'travel-policy']) symlinkSync(`..data/${name}`, join(mount, name));
    const knows = start({ directory: mount });
    change(EDITION, newEdition);
    cpSync(knowledge(), join(mount, '..2'), { recursive: true });
    symlinkSync('..2', join(mount, '..data_tmp'));
    renameSync(join(mount, '..data_tmp'), join(mount, '..data'));
    await knows.check();
    expect(about(knows)).toContain('2031');
  }, 60_000);
});

describe('a bot whose knowledge changes under load', () => {
  it('answers every request, from the old or from the new', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'reload-'));
    cpSync(FIXTURES, folder, { recursive: true });
    const file = join(folder, EDITION);
    const world = await startWorld({ KNOWLEDGE_DIR: folder });
    let isNew = false;
    const statuses = new Set<number>();
    const client = async () => {
      while (!isNew) {
        const { status, text } = await world.web('over');
        statuses.add(status);
        isNew ||= text.includes('2031');
      }
    };
    const clients = [client(), client(), client()];
    const right = readFileSync(file, 'utf8');
    writeFileSync(file, `${right}\nkapot: [`);
    await until(async () => (await world.get('/readyz')).text.includes('refused'), 'the refusal');
    expect((await world.get('/readyz')).status).toBe(200);
    writeFileSync(file, right.replace(/^editie:.*/m, 'editie: "2031"'));
    await Promise.all(clients);
    expect([...statuses]).toEqual([200]);
    await world.stop();
    rmSync(folder, { recursive: true });
  }, 90_000);
});
