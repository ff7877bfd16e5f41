import { parseButton } from '../../src/core/index.ts';
import type { Choice } from '../../src/core/index.ts';
import { FIELD } from './read.ts';

const PAGE_OF: Readonly<Record<string, string>> = {
  zelfcheck: '/zelfcheck',
  onderwerpen: '/onderwerpen',
  over: '/over',
};

/** Returns the path of the page that shows the reply to a button. */
export function addressOf({ value }: Pick<Choice, 'value'>): string {
  const press = parseButton(value);
  if (press?.kind === 'entry') return `/vraag/${press.entry.split('/').map(encodeURIComponent).join('/')}`;
  return PAGE_OF[value] ?? `/?${FIELD.question}=${encodeURIComponent(value)}`;
}
