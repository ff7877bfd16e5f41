import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);
const OPTIONS = { timeout: 5_000, maxBuffer: 16 * 1024 * 1024, windowsHide: true };

/** Returns what git prints for a command in a directory. Rejects without git, when it fails, and after five seconds. */
export async function runGit(directory: string, ...args: readonly string[]): Promise<string> {
  return (await run('git', ['-C', directory, ...args], OPTIONS)).stdout;
}
