const MAX_CAUSE_LENGTH = 2_000;

/** Returns the error with its stack, without what was typed, in at most 2,000 code units. */
export function causeOf(error: unknown, typed: string): string {
  const cause = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const safe =
    typed.trim() === '' ? cause : cause.replaceAll(typed, '[...]').replaceAll(typed.trim(), '[...]');
  return safe.slice(0, MAX_CAUSE_LENGTH);
}
