import type { Knowledge, Language } from '../core/index.ts';
import { placedLandings } from './left-out.ts';
import type { Landing } from './left-out.ts';

/** A variant that its entry is not found with, when the bot did not learn it. */
export interface LostVariant {
  readonly text: string;
  readonly language: Language;
  /** Id of the entry that it gets instead; absent when it is not understood. */
  readonly by?: string;
}

/** How well an entry is found by variants that the bot did not learn. */
export interface EntryState {
  readonly tried: number;
  readonly found: number;
  readonly lost: readonly LostVariant[];
}

/** Returns the states of the entries by id, from what their variants got; entries with too few variants have none. */
export function entryStates(
  knowledge: Knowledge,
  landings: readonly (readonly Landing[])[],
): Map<string, EntryState> {
  const entries = knowledge.guidances.flatMap((guidance) => guidance.entries);
  const wordings = new Map(entries.map(({ id, wording }) => [id, wording]));
  return new Map(
    [...Map.groupBy(placedLandings(knowledge, landings), ({ entry }) => entry)].map(([id, own]) => {
      const lost = own.flatMap(({ language, variant, landing }): LostVariant[] => {
        if (landing.kind === 'found') return [];
        const text = wordings.get(id)?.[language]?.variants[variant] ?? '';
        return [{ text, language, ...(landing.kind === 'taken' && { by: landing.by }) }];
      });
      return [id, { tried: own.length, found: own.length - lost.length, lost }];
    }),
  );
}
