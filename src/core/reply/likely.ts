import type { GuidanceEntry } from './compose.ts';
import type { MatchedEntry } from './decide.ts';

/** As many questions are offered to somebody who was not understood. */
const MAX_LIKELY = 3;
/** Below this confidence an entry is no likelier than any other. */
const MIN_LIKELY = 0.03;

/**
 * Returns a function that picks the entries to offer when a question was not understood: those that it may be about,
 * highest confidence first, then those that most others are related to.
 */
export function createLikely(
  entries: readonly GuidanceEntry[],
  lookUp: (id: string) => GuidanceEntry | undefined,
): (matches: readonly MatchedEntry[]) => GuidanceEntry[] {
  const references = new Map<string, number>();
  for (const id of entries.flatMap(({ entry }) => entry.related))
    references.set(id, (references.get(id) ?? 0) + 1);
  const countOf = ({ entry }: GuidanceEntry) => references.get(entry.id) ?? 0;
  const ranked = entries
    .filter(({ entry }) => entry.kind === 'answer' || entry.kind === 'checklist')
    .toSorted((a, b) => countOf(b) - countOf(a));
  // Of several guidances in turn.
  const central = [...Map.groupBy(ranked, ({ guidance }) => guidance).values()]
    .flatMap((own) => own.slice(0, MAX_LIKELY).map((item, rank) => ({ item, rank })))
    .toSorted((a, b) => a.rank - b.rank)
    .slice(0, MAX_LIKELY)
    .map(({ item }) => item);
  return (matches) => {
    const matched = matches
      .filter(({ entry, match }) => entry.kind !== 'social' && match.confidence >= MIN_LIKELY)
      .flatMap(({ entry }) => lookUp(entry.id) ?? []);
    return [...new Set([...matched, ...central])].slice(0, MAX_LIKELY);
  };
}
