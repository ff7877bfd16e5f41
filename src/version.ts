import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Of this bot, as in `package.json`; `unknown` where that was not shipped along. */
export const VERSION = versionIn(['../package.json', 'package.json']);

function versionIn(places: readonly string[]): string {
  for (const place of places) {
    try {
      const { version } = JSON.parse(readFileSync(join(import.meta.dirname, place), 'utf8')) as {
        version?: unknown;
      };
      if (typeof version === 'string') return version;
    } catch {
      // Another place, or none.
    }
  }
  return 'unknown';
}
