import { expect, it } from '@jest/globals';
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FIXTURES } from '../fixtures/guidance.ts';
import { describeOnSmallDisk } from '../shared/small-disk.ts';
import { startWorld } from './world/index.ts';

/** Runs the bot from start to stop; gives how it served meanwhile. */
async function run(settings: Readonly<Record<string, string>>) {
  const world = await startWorld(settings);
  try {
    const { text } = await world.web('hoe vaak neem ik pauze?');
    const ready = await world.get('/readyz');
    return { text, status: ready.status, details: JSON.parse(ready.text) as unknown };
  } finally {
    await world.stop();
  }
}

const SERVED = {
  text: expect.stringContaining('Elk uur kort.'),
  status: 200,
  details: { store: { degraded: false } },
};

/** State and models on one volume, as every file in `deploy/` has them. */
describeOnSmallDisk('the bot on a disk that has no room for what the matcher learned', 3_000, (disk) => {
  it('keeps its state there all the same, and learns again until there is room', async () => {
    // Knowledge that nobody learned before, so that there is a model (some 1.5 MB) to write.
    const knowledge = join(disk(), 'knowledge');
    cpSync(FIXTURES, knowledge, { recursive: true });
    const entries = join(knowledge, 'thuiswerken/vragen/vragen.yaml');
    const text = readFileSync(entries, 'utf8');
    writeFileSync(
      entries,
      text.replace(/^( *)varianten:\n/m, `$&$1  - hoe vaak ${process.hrtime.bigint()}\n`),
    );
    const filler = join(disk(), 'filler');
    writeFileSync(filler, new Uint8Array(1_600_000));
    const models = join(disk(), 'models');
    const places = { KNOWLEDGE_DIR: knowledge, MODEL_CACHE_DIR: models, DATA_DIR: join(disk(), 'data') };
    await expect(run(places)).resolves.toMatchObject(SERVED);
    expect(readdirSync(models)).toEqual([]);
    rmSync(filler);
    await expect(run(places)).resolves.toMatchObject(SERVED);
    expect(readdirSync(models)).toEqual([expect.stringMatching(/\.model$/)]);
  }, 120_000);
});
