const MOMENT = new Intl.DateTimeFormat('nl', { dateStyle: 'long', timeStyle: 'short' });

/** Returns a moment in words, in the time zone of this machine. */
export function inWords(at: Date): string {
  return MOMENT.format(at);
}
