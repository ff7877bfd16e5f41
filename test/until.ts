import { setTimeout as pause } from 'node:timers/promises';

/** In milliseconds: longer than anything here takes on a busy machine. */
const MOST_WAIT = 30_000;

/** Resolves when something holds; rejects with what was waited for when it does not within `MOST_WAIT`. */
export async function until(holds: () => boolean | Promise<boolean>, what: string): Promise<void> {
  const end = performance.now() + MOST_WAIT;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`waited in vain for ${what}`);
    await pause(5);
  }
}
