import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { smallFiles } from '../core/small-knowledge.ts';

const CLI = join(import.meta.dirname, '../../src/cli');

/** Runs a command of `src/cli` as a person does, with nothing but these settings in its environment. */
export function runCli(
  name: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): { readonly status: number | null; readonly stdout: string; readonly stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(CLI, `${name}.ts`), ...args], {
    env: { PATH: process.env['PATH'], ...environment },
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

/** Writes the small knowledge to a new temporary folder, with files replaced or added by path. */
export function writeSmallKnowledge(changes: Readonly<Record<string, string>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'kennis-'));
  for (const [path, text] of [...smallFiles(), ...Object.entries(changes)]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}
