import { parseButton } from '../core/index.ts';
import type { Reply } from '../core/index.ts';

/** Returns the id of the entry that a person chose by its button out of those that were offered; `undefined` for anything else. */
export function chosenEntry(
  typed: string,
  { entry }: Pick<Reply, 'entry'>,
  offered: readonly string[],
): string | undefined {
  const press = parseButton(typed);
  if (press?.kind !== 'entry') return undefined;
  // The id in a button of an older version does not tell the guidance; that of the reply does.
  const chosen = entry ?? press.entry;
  return offered.includes(chosen) ? chosen : undefined;
}
