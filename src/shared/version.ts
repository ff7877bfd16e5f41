import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Version of this bot, as in `package.json`; `unknown` where that was not shipped along. */
export const VERSION = readVersion(join(import.meta.dirname, '../../package.json'));

function readVersion(file: string): string {
  try {
    const { version } = JSON.parse(readFileSync(file, 'utf8')) as { version?: unknown };
    return typeof version === 'string' ? version : 'unknown';
  } catch {
    return 'unknown';
  }
}
