import { sourcePath } from '../../src/assistant/index.ts';
import { parseButton } from '../../src/core/index.ts';
import type { Choice, Citation } from '../../src/core/index.ts';
import { FIELD } from './read.ts';

const PAGE_OF: Readonly<Record<string, string>> = {
  zelfcheck: '/zelfcheck',
  onderwerpen: '/onderwerpen',
  over: '/over',
};

/** Returns the path of the page that shows the reply to a button. */
export function addressOf({ value }: Pick<Choice, 'value'>): string {
  const press = parseButton(value);
  if (press?.kind === 'entry') return `/vraag/${encodeURIComponent(press.entry)}`;
  return PAGE_OF[value] ?? `/?${FIELD.question}=${encodeURIComponent(value)}`;
}

/** Returns the address of quotes on the page of their source. */
export function sourceAddress(source: Citation): string {
  return `/${sourcePath(source)}`;
}
