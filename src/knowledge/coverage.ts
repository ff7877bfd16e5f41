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
  { entries }: Pick<Guidance, 'entries'>,
): Coverage[] {
  return sentences.map((sentence) => ({
    sentence,
    entries: entries
      .filter(({ quotes }) => quotes.some(({ text }) => text.includes(sentence) || sentence.includes(text)))
      .map(({ id }) => id),
  }));
}
