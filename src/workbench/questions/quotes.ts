import { collapse } from '../../knowledge/index.ts';
import type { Source } from '../../knowledge/index.ts';
import type { Fields } from '../page/forms.ts';

/** Returns the sentences that a quote is made of, whole and in one paragraph; `undefined` for a part of a sentence. */
export function sentencesOf(quote: string, { paragraphs }: Source): readonly string[] | undefined {
  const text = collapse(quote);
  for (const { parts } of paragraphs) {
    const sentences = parts.filter(({ number }) => number !== undefined).map((part) => part.text.trim());
    for (let from = 0; from < sentences.length; from += 1) {
      for (let to = from + 1; to <= sentences.length; to += 1) {
        const piece = sentences.slice(from, to);
        if (piece.join(' ') === text) return piece;
      }
    }
  }
  return undefined;
}

/**
 * Returns the quotes that a form holds. `was`: the quotes before; one of which all sentences are still chosen stays as it
 * was. Of the other chosen sentences (`zin`), those that follow each other in a paragraph are one quote. `deel`: parts of
 * sentences, as typed.
 */
export function quotesIn(form: Fields, source: Source): readonly string[] {
  const before = form.all('was');
  const chosen = new Set(form.all('zin'));
  const typed = [...form.all('deel')];
  const used = new Set<string>();
  const kept = before.flatMap((quote) => {
    const sentences = sentencesOf(quote, source);
    if (sentences === undefined) {
      const now = typed.shift() ?? '';
      if (collapse(now) === '') return [];
      return [collapse(now) === collapse(quote) ? quote : collapse(now)];
    }
    if (!sentences.every((sentence) => chosen.has(sentence))) return [];
    for (const sentence of sentences) used.add(sentence);
    return [quote];
  });
  const isNew = (sentence: string) => chosen.has(sentence) && !used.has(sentence);
  const added = source.paragraphs.flatMap(({ parts }) =>
    runsOf(
      parts.map(({ text }) => text.trim()),
      isNew,
    ),
  );
  return [...kept, ...new Set(added), ...typed.map(collapse).filter((text) => text !== '')];
}

/** Neighbours that are wanted, joined. */
function runsOf(sentences: readonly string[], isWanted: (sentence: string) => boolean): string[] {
  const runs: string[][] = [[]];
  for (const sentence of sentences) {
    if (isWanted(sentence)) runs.at(-1)?.push(sentence);
    else runs.push([]);
  }
  return runs.filter((run) => run.length > 0).map((run) => run.join(' '));
}
