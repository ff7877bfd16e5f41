/** The form of an id that an editor writes, of an entry or a guidance. */
export const ID = /^[a-z0-9]+(?:[-_.][a-z0-9]+)*$/;

/**
 * The form of the id of an entry in buttons, addresses and votes, which stay in conversations for years: `<guidance>/<entry>`,
 * or an entry alone, as versions before 2026-12 had it.
 */
export const ENTRY_ID = /^(?:[a-z0-9]+(?:[-_.][a-z0-9]+)*\/)?[a-z0-9]+(?:[-_.][a-z0-9]+)*$/;

/** Id of the self-check within its guidance. */
export const CHECKLIST_ID = 'zelfcheck';

const SEPARATOR = '/';

/** Returns the id of an entry among those of all guidances. */
export function fullId(guidance: string, id: string): string {
  return `${guidance}${SEPARATOR}${id}`;
}

/** Returns the id of an entry within its guidance. */
export function ownId(id: string): string {
  return id.slice(id.indexOf(SEPARATOR) + 1);
}

/** Returns the name of the guidance that an entry is in; empty for an id that does not tell. */
export function guidanceIn(id: string): string {
  return id.slice(0, Math.max(0, id.indexOf(SEPARATOR)));
}

/** Returns whether two ids name the same entry, also when one of them does not tell its guidance. */
export function isSameEntry(a: string, b: string): boolean {
  return a === b || ((guidanceIn(a) === '' || guidanceIn(b) === '') && ownId(a) === ownId(b));
}

/**
 * Returns the entry with an id. An id without a guidance is that of the first guidance that has it; the self-check of a
 * further guidance was `zelfcheck-<guidance>` before 2026-12.
 */
export function findEntry<Found extends { readonly id: string }>(
  entries: readonly Found[],
  id: string,
): Found | undefined {
  const exact = entries.find((entry) => entry.id === id);
  if (exact !== undefined || guidanceIn(id) !== '') return exact;
  return (
    entries.find((entry) => ownId(entry.id) === id) ??
    entries.find(
      (entry) => ownId(entry.id) === CHECKLIST_ID && id === `${CHECKLIST_ID}-${guidanceIn(entry.id)}`,
    )
  );
}

/** Returns the function that writes ids as programs and editors read them: with the guidance where there are several. */
export function shortestIds(entries: readonly { readonly id: string }[]): (id: string) => string {
  const guidances = new Set(entries.map(({ id }) => guidanceIn(id)));
  return guidances.size > 1 ? (id) => id : ownId;
}
