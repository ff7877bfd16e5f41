import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** A directory as git sees it. */
export interface GitState {
  readonly branch: string;
  /** Number of files that are not as in the last commit. */
  readonly changed: number;
}

const run = promisify(execFile);

/** Returns the branch that is checked out, and how many files changed; `undefined` without git. */
export async function gitState(directory: string): Promise<GitState | undefined> {
  const git = async (...args: readonly string[]) =>
    (await run('git', ['-C', directory, ...args], { timeout: 2_000, windowsHide: true })).stdout;
  try {
    const branch = (await git('symbolic-ref', '--short', 'HEAD')).trim();
    const changed = (await git('status', '--porcelain', '--', '.')).split('\n').filter((line) => line !== '');
    return { branch, changed: changed.length };
  } catch {
    return undefined;
  }
}
