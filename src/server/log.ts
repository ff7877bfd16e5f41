import { pino } from 'pino';
import type { Logger } from 'pino';
import type { Level } from '../shared/log.ts';

/**
 * The log: a line of JSON for each event, on standard output. Whoever writes to it keeps to `Log` in
 * `shared/log.ts`: no question, no name, no id of a person, no secret. Names of secrets are blanked all the same.
 */
export function createLog(level: Level): Logger {
  return pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    redact: {
      paths: ['token', '*.token', 'headers', '*.headers', 'authorization', '*.authorization'],
      censor: '[...]',
    },
  });
}
