import { StartError } from '../shared/start-error.ts';

/** Runs a program. Returns its exit status: what `main` returns, or `failed` after printing the advice of a `StartError`. */
export async function runCommand(main: () => number | Promise<number>, failed = 1): Promise<number> {
  process.stdout.on('error', ignoreClosedPipe);
  try {
    return await main();
  } catch (error) {
    if (!(error instanceof StartError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return failed;
  }
}

/** The reader of our output has seen enough (`| head`). */
function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}
