import type { Log } from '../shared/log.ts';
import type { RunningServer } from './index.ts';

/** What was started; or nothing, after telling why its port cannot be taken. */
export async function orAdvice(
  port: number,
  start: () => Promise<RunningServer>,
): Promise<RunningServer | undefined> {
  try {
    return await start();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const advice: Readonly<Record<string, string>> = {
      EADDRINUSE: `Port ${port} is in use by another program. Stop it, or choose another port: PORT=${port + 1} npm start`,
      EACCES: `This user may not listen on port ${port}. Choose one above 1023: PORT=3978 npm start`,
      EADDRNOTAVAIL: 'HOST is not an address of this machine.',
      ENOTFOUND: 'HOST is not a known host name.',
    };
    if (advice[code] === undefined) throw error;
    process.stderr.write(`${advice[code]}\n`);
    return undefined;
  }
}

/** Resolves at the first SIGINT or SIGTERM. A second one exits at once, with 128 plus the number of the signal. */
export function signal(log: Log): Promise<void> {
  return new Promise((resolve) => {
    let isStopping = false;
    for (const [name, number] of [
      ['SIGINT', 2],
      ['SIGTERM', 15],
    ] as const) {
      process.on(name, () => {
        if (isStopping) process.exit(128 + number);
        isStopping = true;
        log.info({ signal: name }, 'stopping');
        resolve();
      });
    }
  });
}
