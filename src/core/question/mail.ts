import { parseText } from './normalize.ts';
import type { PhrasingMatcher } from './phrasings.ts';

const QUOTED = /^\s*>/;
/** The delimiter before a signature (RFC 3676, 4.3); many programs drop its space. */
const SIGNATURE = /^--\s*$/;
/** "On Monday Jan wrote:", directly above what is quoted. */
const ATTRIBUTION = /:\s*$/;
const HEADER = /^\s*\*?(\p{L}{2,20})\*?:\*?\s/u;
/** One line with a colon may be part of a question ("aan: wie vraag ik dat?"). */
const MIN_HEADERS = 2;

/**
 * Removes what a mail has around its message: the header of a forwarded mail, quoted lines and the line that introduces them,
 * and everything from the closing on (signature, footer). Returns the text as it is when nothing else would be left.
 */
export function stripMail(
  text: string,
  phrasings: Pick<PhrasingMatcher, 'opensClosing' | 'isMailHeader'>,
): string {
  if (!text.includes('\n')) return text;
  const lines = withoutHeader(text.split(/\r?\n/), phrasings).filter((line, index, all) => {
    const isAttribution = ATTRIBUTION.test(line) && QUOTED.test(all[index + 1] ?? '');
    return !QUOTED.test(line) && !isAttribution;
  });
  const first = lines.findIndex(hasWords);
  const end = lines.findIndex(
    (line, index) =>
      index > first && (SIGNATURE.test(line) || phrasings.opensClosing(parseText(line).tokens)),
  );
  const message = lines.slice(0, end < 0 ? undefined : end);
  return message.some(hasWords) ? message.join('\n') : text;
}

function withoutHeader(
  lines: readonly string[],
  { isMailHeader }: Pick<PhrasingMatcher, 'isMailHeader'>,
): readonly string[] {
  const isHeader = (line: string) => isMailHeader(HEADER.exec(line)?.[1]?.toLowerCase() ?? '');
  return lines.filter(isHeader).length < MIN_HEADERS ? lines : lines.filter((line) => !isHeader(line));
}

function hasWords(line: string): boolean {
  return /[\p{L}\p{N}]/u.test(line);
}
