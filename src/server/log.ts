import { pino } from 'pino';
import type { Logger } from 'pino';
import type { Level } from '../shared/log.ts';

/**
 * Returns the log, which writes JSON lines to standard output. What fields may hold: see `Log` in `shared/log.ts`; as a
 * safeguard, fields with the names of secrets are redacted.
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
