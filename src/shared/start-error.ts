/**
 * A program cannot start, or a command cannot do its work, for a reason that the person who started it can mend. The
 * message is advice for that person: print it without a stack trace.
 */
export class StartError extends Error {
  override readonly name: string = 'StartError';
}
