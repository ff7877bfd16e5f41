import type { Choice, Language } from './types.ts';

/** A sentence of the source with the white space after it, or a piece without a number: a heading, the sign of a list. */
export interface SourcePart {
  readonly text: string;
  /** From 1, in the order of the source. */
  readonly number?: number;
}

/** A paragraph of the source; its parts together are its text. */
export interface SourceParagraph {
  readonly kind: 'title' | 'heading' | 'item' | 'text';
  readonly parts: readonly SourcePart[];
}

/** The whole text of a guidance, with the questions that quote it. */
export interface SourceText {
  /** The language of the text. */
  readonly language: Language;
  /** As in a `Citation`. */
  readonly label: string;
  readonly edition: string;
  /** Address of the official text. */
  readonly url?: string;
  readonly paragraphs: readonly SourceParagraph[];
  /** Buttons of the entries that quote a sentence, by its number. */
  readonly quotedBy: ReadonlyMap<number, readonly Choice[]>;
}

interface Quoting {
  readonly quotes: readonly { readonly sentences: readonly number[] }[];
}

/** Returns the entries that quote each sentence, by its number. Sentences with the same text count as one. */
export function entriesBySentence<Entry extends Quoting>(
  source: readonly SourceParagraph[],
  entries: readonly Entry[],
): Map<number, Entry[]> {
  const quoting = new Map<number, Set<Entry>>();
  for (const entry of entries) {
    for (const number of entry.quotes.flatMap(({ sentences }) => sentences))
      quoting.set(number, (quoting.get(number) ?? new Set()).add(entry));
  }
  const numbered = source.flatMap(({ parts }) =>
    parts.flatMap(({ text, number }) => (number === undefined ? [] : [{ text: text.trim(), number }])),
  );
  const same = Map.groupBy(numbered, ({ text }) => text);
  return new Map(
    numbered.map(({ text, number }) => {
      const found = new Set((same.get(text) ?? []).flatMap((each) => [...(quoting.get(each.number) ?? [])]));
      return [number, entries.filter((entry) => found.has(entry))];
    }),
  );
}

/** Returns the numbers of all sentences in the paragraph of a quote. */
export function sentencesBeside(
  source: readonly SourceParagraph[],
  quote: Quoting['quotes'][number],
): number[] {
  const numbers = source.map(({ parts }) => parts.flatMap(({ number }) => number ?? []));
  return numbers.find((all) => all.some((number) => quote.sentences.includes(number))) ?? [];
}
