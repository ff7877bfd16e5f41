import { describe, expect, it } from '@jest/globals';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FIXTURES } from '../fixtures/guidance.ts';
import { startWorld } from '../system/world/index.ts';
import { until } from '../until.ts';

const EDITION = 'thuiswerken/handreiking.yaml';

/** Makes the first worker thread that finds the mark remove it, and die. */
const DIES_ONCE = `
  import { existsSync, rmSync } from 'node:fs';
  import { isMainThread } from 'node:worker_threads';
  const mark = process.env.DIES_ONCE;
  if (!isMainThread && existsSync(mark)) {
    rmSync(mark);
    process.exit(1);
  }`;

describe('a bot whose worker dies while it prepares changed knowledge', () => {
  it('goes on with the old knowledge, and tries the change again by itself', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'reload-'));
    const mark = join(folder, 'mark');
    const knowledge = join(folder, 'kennis');
    cpSync(FIXTURES, knowledge, { recursive: true });
    const world = await startWorld({ KNOWLEDGE_DIR: knowledge, DIES_ONCE: mark }, [
      ...['--import', `data:text/javascript,${encodeURIComponent(DIES_ONCE)}`, 'src/main.ts'],
    ]);
    const isNew = async () => (await world.web('over')).text.includes('2031');
    try {
      writeFileSync(mark, '');
      const file = join(knowledge, EDITION);
      writeFileSync(file, readFileSync(file, 'utf8').replace(/^editie:.*/m, 'editie: "2031"'));
      await until(async () => (await world.get('/readyz')).text.includes('tried again'), 'the refusal');
      expect(await isNew()).toBe(false);
      await until(isNew, 'the change to be in use');
      expect((await world.get('/readyz')).text).not.toContain('refused');
    } finally {
      await world.stop();
      rmSync(folder, { recursive: true });
    }
  }, 60_000);
});
