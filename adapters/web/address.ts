import { sourcePath } from '../../src/assistant/index.ts';
import { parseButton } from '../../src/core/index.ts';
import type { Choice, Citation } from '../../src/core/index.ts';
import { FIELD } from './read.ts';

const PAGE_OF: Readonly<Record<string, string>> = {
  zelfcheck: '/zelfcheck',
  onderwerpen: '/onderwerpen',
  over: '/over',
};

/** Returns the path of the page that shows the reply to a button, below `base`. */
export function addressOf({ value }: Pick<Choice, 'value'>, base: string): string {
  const press = parseButton(value);
  if (press?.kind === 'entry') return `${base}/vraag/${entryPath(press.entry)}`;
  return `${base}${PAGE_OF[value] ?? `/?${FIELD.question}=${encodeURIComponent(value)}`}`;
}

/** Returns the id of an entry as the end of an address. */
export function entryPath(entry: string): string {
  return entry.split('/').map(encodeURIComponent).join('/');
}

/** Returns the path in PUBLIC_URL, which goes before every address of the page: empty, or like `/bot`. */
export function baseOf(publicUrl: string | undefined): string {
  return publicUrl === undefined ? '' : new URL(publicUrl).pathname.replace(/\/$/, '');
}

/**
 * Returns the address of a request without `base`. A proxy may take the path of PUBLIC_URL off, or leave it on.
 */
export function withoutBase(address: string, base: string): string {
  if (base === '' || !address.startsWith(base)) return address;
  const rest = address.slice(base.length);
  if (rest === '' || rest.startsWith('?')) return `/${rest}`;
  return rest.startsWith('/') ? rest : address;
}

/** Returns the address of quotes on the page of their source, below `base`. */
export function sourceAddress(source: Citation, base: string): string {
  return `${base}/${sourcePath(source)}`;
}
