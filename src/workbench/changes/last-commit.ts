import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Edits } from '../working-copy/types.ts';

const run = promisify(execFile);
/** Milliseconds for one call of git. */
const TIMEOUT = 5_000;
const MAX_BYTES = 16 * 1024 * 1024;

/**
 * Returns the texts of the last commit of the files that differ from it, new files as `undefined`; nothing without git, or
 * when git does not answer.
 */
export async function textsOfLastCommit(directory: string): Promise<Edits | undefined> {
  const git = async (...args: readonly string[]) => {
    const options = { timeout: TIMEOUT, maxBuffer: MAX_BYTES, windowsHide: true };
    return (await run('git', ['-C', directory, ...args], options)).stdout;
  };
  const paths = (listed: string) => listed.split('\0').filter((path) => path !== '');
  try {
    const changed = paths(await git('diff', '--name-only', '--relative', '-z', 'HEAD', '--', '.'));
    const added = paths(await git('ls-files', '--others', '--exclude-standard', '-z', '--', '.'));
    const texts = await Promise.all(
      changed.map(
        async (path) => [path, await git('show', `HEAD:./${path}`).catch(() => undefined)] as const,
      ),
    );
    return new Map([...texts, ...added.map((path) => [path, undefined] as const)]);
  } catch {
    return undefined;
  }
}
