import { entriesBySentence } from '../core/index.ts';
import type { Guidance } from '../core/index.ts';
import type { Source } from './source.ts';

/** A sentence of the source, with the entries that quote it. */
export interface Coverage {
  readonly sentence: string;
  /** Ids of entries with a quote that holds the sentence or is part of it, in the order of the guidance. */
  readonly entries: readonly string[];
}

/** Which entries quote each sentence of the source, in the order of the source. */
export function coverageOf(
  { sentences }: Pick<Source, 'sentences'>,
  { source, entries }: Pick<Guidance, 'source' | 'entries'>,
): Coverage[] {
  const quoting = entriesBySentence(source, entries);
  return sentences.map((sentence, index) => ({
    sentence,
    entries: (quoting.get(index + 1) ?? []).map(({ id }) => id),
  }));
}
