/** The log for operators. Fields never hold what a person typed, a name, an id of a person or a secret. */
export interface Log {
  readonly info: (fields: Readonly<Record<string, unknown>>, message: string) => void;
  readonly warn: (fields: Readonly<Record<string, unknown>>, message: string) => void;
  readonly error: (fields: Readonly<Record<string, unknown>>, message: string) => void;
}

/** Writes nothing. */
export const NO_LOG: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** Levels, most verbose first. */
export const LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;
/** Level of the log. */
export type Level = (typeof LEVELS)[number];
