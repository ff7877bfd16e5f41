import type { Log } from '../shared/log.ts';

/** Resolves at the first SIGINT or SIGTERM. A second one exits at once, with 128 plus the number of the signal. */
export function stopSignal(log: Log): Promise<void> {
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
