import { runGit } from '../working-copy/run-git.ts';

/** A directory as git sees it. */
export interface GitState {
  readonly branch: string;
  /** Number of files that are not as in the last commit. */
  readonly changed: number;
}

/** Returns the branch that is checked out, and how many files changed; `undefined` without git. */
export async function gitState(directory: string): Promise<GitState | undefined> {
  try {
    const branch = (await runGit(directory, 'symbolic-ref', '--short', 'HEAD')).trim();
    const changed = (await runGit(directory, 'status', '--porcelain', '--', '.'))
      .split('\n')
      .filter((line) => line !== '');
    return { branch, changed: changed.length };
  } catch {
    return undefined;
  }
}
