import { shortestIds } from '../core/index.ts';
import type { Asker, Explained } from '../core/index.ts';

const MAX_SHOWN = 5;

/** Why a reply was given, as text: the decision, and the best of `entries` with confidence and words. */
export function why({ decision, matches, analysis }: Explained, entries: Asker['entries']): string {
  if (analysis === undefined) return `Besluit: ${decision}`;
  const idOf = shortestIds(entries);
  const rows = matches.slice(0, MAX_SHOWN).map(({ entry, confidence, words }) => {
    const found = words();
    const share = `${(100 * confidence).toFixed(0)} %`.padStart(5);
    return `${share}  ${idOf(entry)}${found.length > 0 ? `  (${found.join(', ')})` : ''}`;
  });
  const known = `${(100 * analysis.coverage).toFixed(0)} % van de ${analysis.words.length} inhoudswoorden bekend`;
  return [`Besluit: ${decision}; ${known}`, 'Zekerheid en woorden per vraag:', ...rows].join('\n');
}
