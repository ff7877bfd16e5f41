import { ownId } from '../core/index.ts';
import type { Knowledge } from '../core/index.ts';

/** Returns the id of an entry as its editor wrote it; with the guidance before it when there are several. */
export function shownId({ guidances }: Knowledge, id: string): string {
  return guidances.length === 1 ? ownId(id) : id;
}
