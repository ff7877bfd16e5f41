import { afterAll, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from './kustomize.ts';

/** `.ci/run` in a folder of its own, on a machine without buildah and with an `npm` that does nothing. */
describe('the checks before a change lands', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ci-'));
  const bin = join(folder, 'bin');
  mkdirSync(bin);
  for (const path of ['.ci/run', 'scripts/image-check.sh']) cpSync(join(ROOT, path), join(folder, path));
  for (const tool of ['bash', 'dirname', 'id', 'timeout']) symlinkSync(`/usr/bin/${tool}`, join(bin, tool));

  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  const run = (npmStatus: number) => {
    for (const tool of ['npm', 'chromium', 'promtool']) {
      const status = tool === 'npm' ? npmStatus : 0;
      writeFileSync(join(bin, tool), `#!/usr/bin/bash\nexit ${status}\n`);
      chmodSync(join(bin, tool), 0o755);
    }
    const { status, stdout } = spawnSync('/usr/bin/bash', [join(folder, '.ci/run')], {
      encoding: 'utf8',
      env: { PATH: bin },
    });
    return { status, last: stdout.trim().split('\n').at(-1) };
  };

  it('count what cannot run here as skipped, not as passed', () => {
    expect(run(0)).toEqual({ status: 0, last: '10 passed, 0 failed, 2 skipped' });
  });

  it('fail when one step fails', () => {
    expect(run(1)).toEqual({ status: 1, last: '2 passed, 8 failed, 2 skipped' });
  });
});
