import { sourcePath } from '../../src/assistant/index.ts';
import { parseButton } from '../../src/core/index.ts';
import type { Choice, Citation, Reply } from '../../src/core/index.ts';
import { FIELD } from './read.ts';

const PAGE_OF: Readonly<Record<string, string>> = {
  zelfcheck: '/zelfcheck',
  onderwerpen: '/onderwerpen',
  over: '/over',
};

/** Returns the path of the page that shows the reply to a button, below `base`. */
export function addressOf({ value }: Pick<Choice, 'value'>, base: string): string {
  const press = parseButton(value);
  if (press?.kind === 'entry') return `${base}/vraag/${pathOfEntry(press.entry)}`;
  return `${base}${PAGE_OF[value] ?? `/?${FIELD.question}=${encodeURIComponent(value)}`}`;
}

/** Returns the id of an entry as the end of a path. */
export function pathOfEntry(id: string): string {
  return id.split('/').map(encodeURIComponent).join('/');
}

/** Returns the id of the entry that a reply answers; `undefined` for small talk and help, which are about nothing. */
export function entryOf({ entry, kind }: Reply): string | undefined {
  return kind === 'social' || kind === 'help' ? undefined : entry;
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
