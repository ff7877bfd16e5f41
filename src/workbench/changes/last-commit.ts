import type { Edits } from '../working-copy/types.ts';
import { runGit } from '../working-copy/run-git.ts';

/**
 * Returns the texts of the last commit of the files that differ from it, new files as `undefined`; nothing without git, or
 * when git does not answer.
 */
export async function textsOfLastCommit(directory: string): Promise<Edits | undefined> {
  const git = async (...args: readonly string[]) => {
    const printed = await runGit(directory, ...args, '-z', '--', '.');
    return printed.split('\0').filter((part) => part !== '');
  };
  try {
    const untracked = await git('ls-files', '--others', '--exclude-standard');
    const added = await git('diff', '--name-only', '--no-renames', '--diff-filter=A', '--relative', 'HEAD');
    const others = await git('diff', '--name-only', '--no-renames', '--diff-filter=a', '--relative', 'HEAD');
    const texts = await Promise.all(
      others.map(async (path) => [path, await runGit(directory, 'show', `HEAD:./${path}`)] as const),
    );
    return new Map([...texts, ...[...added, ...untracked].map((path) => [path, undefined] as const)]);
  } catch {
    return undefined;
  }
}
