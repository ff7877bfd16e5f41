import { parseText } from './normalize.ts';
import type { PhrasingMatcher } from './phrasings.ts';

const QUOTED = /^\s*>/;

/**
 * Removes what a mail has around its message: quoted lines, and everything from the closing on (signature, footer). Returns
 * the text as it is when nothing else would be left.
 */
export function stripMail(text: string, phrasings: Pick<PhrasingMatcher, 'opensClosing'>): string {
  if (!text.includes('\n')) return text;
  const lines = text.split(/\r?\n/).filter((line) => !QUOTED.test(line));
  const first = lines.findIndex(hasWords);
  const end = lines.findIndex(
    (line, index) => index > first && phrasings.opensClosing(parseText(line).tokens),
  );
  const message = lines.slice(0, end < 0 ? undefined : end);
  return message.some(hasWords) ? message.join('\n') : text;
}

function hasWords(line: string): boolean {
  return /[\p{L}\p{N}]/u.test(line);
}
