import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Version of this bot, from `package.json`; `unknown` when that file is not shipped. */
export const VERSION = readVersion(join(import.meta.dirname, '../../package.json'));

function readVersion(file: string): string {
  try {
    const { version } = JSON.parse(readFileSync(file, 'utf8')) as { version?: unknown };
    return typeof version === 'string' ? version : 'unknown';
  } catch {
    return 'unknown';
  }
}
