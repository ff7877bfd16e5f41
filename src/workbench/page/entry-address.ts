import { ownId } from '../../core/index.ts';

/** Returns the address of the form of an entry. `guidance`: its folder or its name; `id`: with the guidance or without. */
export function entryAddress(guidance: string, id: string): string {
  return `/vragen/${encodeURIComponent(guidance)}/${encodeURIComponent(ownId(id))}`;
}
