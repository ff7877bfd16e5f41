import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { removeAbandoned } from '../../src/shared/atomic-write.ts';

const MODULE = pathToFileURL(join(import.meta.dirname, '../../src/shared/atomic-write.ts')).href;

let folder: string;
const children: ChildProcess[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'atomic-write-'));
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});
const names = () => readdirSync(folder).sort();
const age = (name: string, seconds: number) => {
  const time = Date.now() / 1_000 - seconds;
  utimesSync(join(folder, name), time, time);
};

/** Another process that has written the first half of a file; it writes the other half when it is told to. */
async function halfWritten() {
  const script = `
    import { readSync } from 'node:fs';
    import { writeAtomically } from '${MODULE}';
    function* halves() {
      yield new Uint8Array(50_000).fill(1);
      process.stdout.write('half');
      readSync(0, Buffer.alloc(1));
      yield new Uint8Array(50_000).fill(1);
    }
    writeAtomically(${JSON.stringify(join(folder, 'a.model'))}, halves());`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  children.push(child);
  await once(child.stdout, 'data');
  return child;
}

async function killed(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

describe('a file that is left unfinished', () => {
  it('by a process that lives is kept, and finished', async () => {
    const child = await halfWritten();
    removeAbandoned(folder);
    expect(names()).toEqual([expect.stringMatching(/^a\.model\..*\.part$/)]);
    const ended = once(child, 'exit');
    child.stdin.write('x');
    await expect(ended).resolves.toEqual([0, null]);
    expect(names()).toEqual(['a.model']);
    expect(readFileSync(join(folder, 'a.model'))).toHaveLength(100_000);
  });

  it('by a process that was killed is removed at once', async () => {
    await killed(await halfWritten());
    expect(names()).toHaveLength(1);
    removeAbandoned(folder);
    expect(names()).toEqual([]);
  });

  it('by an earlier process of the same number, as in a container, is removed at once', async () => {
    const child = await halfWritten();
    await killed(child);
    const [name = ''] = names();
    renameSync(join(folder, name), join(folder, name.replace(`-${child.pid}-`, `-${process.pid}-`)));
    removeAbandoned(folder);
    expect(names()).toEqual([]);
  });

  it('by a process elsewhere is kept for a minute, since it may live, and removed then', async () => {
    await killed(await halfWritten());
    const [name = ''] = names();
    const elsewhere = name.replace(/[\da-f]{8}(?=-\d+-)/, '01234567');
    renameSync(join(folder, name), join(folder, elsewhere));
    age(elsewhere, 50);
    removeAbandoned(folder);
    expect(names()).toEqual([elsewhere]);
    age(elsewhere, 70);
    removeAbandoned(folder);
    expect(names()).toEqual([]);
  });

  it('by an older release is removed after a minute; what is finished is never', () => {
    for (const name of ['0a1b.4711.part', '0a1b.model', 'party', 'part']) {
      writeFileSync(join(folder, name), 'half');
      age(name, 7 * 24 * 3_600);
    }
    writeFileSync(join(folder, '0a1c.4711.part'), 'half');
    removeAbandoned(folder);
    expect(names()).toEqual(['0a1b.model', '0a1c.4711.part', 'part', 'party']);
  });

  it('by a thread of this process that still writes is kept from the other threads', () => {
    const script = `
      import { once } from 'node:events';
      import { readdirSync } from 'node:fs';
      import { Worker } from 'node:worker_threads';
      const thread = (run) => new Worker(
        "import { parentPort } from 'node:worker_threads';" +
        "import { removeAbandoned, writeAtomically } from '${MODULE}';" + run,
        { eval: true },
      );
      const writer = thread(\`writeAtomically('a.model', (function* () {
        parentPort.postMessage('open');
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
      })())\`);
      await once(writer, 'message');
      await once(thread("removeAbandoned('.')"), 'exit');
      process.stdout.write(readdirSync('.').join());
      process.exit();`;
    const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      ...{ cwd: folder, encoding: 'utf8' },
    });
    expect([stdout, stderr]).toEqual([expect.stringMatching(/^a\.model\..*\.part$/), '']);
  });

  it('in a folder that is not there, or not a folder, is nobody’s trouble', () => {
    writeFileSync(join(folder, 'file'), '');
    for (const none of ['none', 'file'])
      expect(() => {
        removeAbandoned(join(folder, none));
      }).not.toThrow();
  });

  it('is removed by one of several processes that look at the same time, and by the others without a fault', async () => {
    for (let number = 0; number < 300; number += 1) {
      writeFileSync(join(folder, `${number}.1.part`), '');
      age(`${number}.1.part`, 100);
    }
    const script = `import { removeAbandoned } from '${MODULE}'; removeAbandoned('.');`;
    const statuses = await Promise.all(
      [0, 1, 2].map(async () => {
        const child = spawn(process.execPath, ['--input-type=module', '-e', script], { cwd: folder });
        children.push(child);
        return (await once(child, 'exit'))[0] as number;
      }),
    );
    expect([statuses, names()]).toEqual([[0, 0, 0], []]);
  });
});
