import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadKnowledge } from '../../src/knowledge/index.ts';
import { markOf } from '../../src/knowledge/file-watch.ts';
import { createFileCache } from '../../src/knowledge/model-cache.ts';
import { createLivingKnowledge } from '../../src/knowledge/reload.ts';
import type { LivingKnowledge } from '../../src/knowledge/reload.ts';
import { until } from '../adapters/slack/sink.ts';
import { FIXTURES } from '../fixtures/guidance.ts';
import { startWorld } from '../system/world/index.ts';

const EDITION = 'thuiswerken/handreiking.yaml';

describe('knowledge that changes on disk', () => {
  let folder = '';
  let living: LivingKnowledge | undefined;
  let told: string[] = [];
  const knowledge = () => join(folder, 'kennis');
  const start = async (directory = knowledge()) => {
    const mark = await markOf(directory);
    const log = (_: object, message: string) => void told.push(message);
    living = createLivingKnowledge({
      ...{ directory, mark, knowledge: loadKnowledge(directory).knowledge },
      ...{ modelCache: join(folder, 'model'), cache: createFileCache(join(folder, 'model')) },
      log: { info: log, warn: log, error: log },
      pace: { every: 3_600_000, settle: 20 },
    });
    return living;
  };
  const change = (path: string, how: (text: string) => string) => {
    const file = join(knowledge(), path);
    writeFileSync(file, how(readFileSync(file, 'utf8')));
  };
  const newEdition = (text: string) => text.replace(/^editie:.*/m, 'editie: "2031"');
  const about = ({ asker }: LivingKnowledge) => JSON.stringify(asker.ask({ text: 'over' }));
  beforeEach(() => {
    told = [];
    folder = mkdtempSync(join(tmpdir(), 'reload-'));
    cpSync(FIXTURES, knowledge(), { recursive: true });
  });
  afterEach(() => {
    living?.stop();
    rmSync(folder, { recursive: true });
  });

  it('is used once it was checked', async () => {
    const knows = await start();
    const before = knows.state();
    expect(about(knows)).not.toContain('2031');
    change(EDITION, newEdition);
    await knows.look();
    expect(about(knows)).toContain('2031');
    expect(knows.state().hash).not.toBe(before.hash);
    expect(told).toContain('the changed knowledge is in use');
  }, 60_000);

  it('is refused with faults, told, and taken when it is right again', async () => {
    const knows = await start();
    const before = knows.state();
    const right = readFileSync(join(knowledge(), EDITION), 'utf8');
    change(EDITION, (text) => `${text}\nkapot: [`);
    await knows.look();
    expect(knows.state()).toEqual({ ...before, refused: expect.stringContaining(EDITION) });
    expect(about(knows)).toContain(before.hash);
    expect(told).toEqual(['the changed knowledge has faults; the last good one stays in use']);
    change(EDITION, () => right);
    await knows.look();
    expect(knows.state()).toEqual(before);
    change(EDITION, newEdition);
    await knows.look();
    expect(about(knows)).toContain('2031');
  }, 60_000);

  it('is refused when it is gone', async () => {
    const knows = await start();
    renameSync(knowledge(), `${knowledge()}-weg`);
    await knows.look();
    expect(knows.state().refused).toContain('bestaat niet');
    expect(about(knows)).toContain('thuiswerken');
  }, 60_000);

  it('is taken when Kubernetes swaps a ConfigMap', async () => {
    const mount = join(folder, 'mount');
    mkdirSync(mount);
    cpSync(knowledge(), join(mount, '..1'), { recursive: true });
    symlinkSync('..1', join(mount, '..data'));
    for (const name of ['thuiswerken', 'travel-policy']) symlinkSync(`..data/${name}`, join(mount, name));
    const knows = await start(mount);
    change(EDITION, newEdition);
    cpSync(knowledge(), join(mount, '..2'), { recursive: true });
    symlinkSync('..2', join(mount, '..data_tmp'));
    renameSync(join(mount, '..data_tmp'), join(mount, '..data'));
    await until(() => about(knows).includes('2031'), 'the swap to be seen without asking');
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
