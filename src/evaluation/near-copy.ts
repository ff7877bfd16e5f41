import type { Knowledge } from '../core/index.ts';
import { clean, tokenize } from '../core/index.ts';

/** A question of a set, and a text of the knowledge that equals it or nearly so. */
export interface NearCopy {
  readonly question: string;
  readonly known: string;
}

/** Texts of four words or more are near copies from this Jaccard similarity of their words; shorter ones when equal. */
const MIN_SIMILARITY = 0.7;
const MIN_WORDS = 4;

/** The questions that are near copies of a question, variant or practice question of the knowledge. */
export function nearCopies(questions: readonly string[], { guidances }: Knowledge): NearCopy[] {
  const known = guidances.flatMap(({ entries, practice }) => [
    ...entries.flatMap(({ wording }) =>
      Object.values(wording).flatMap(({ question, variants }) => [question, ...variants]),
    ),
    ...practice.map(({ text }) => text),
  ]);
  const texts = known.map((text) => ({ text, words: wordsOf(text) }));
  return questions.flatMap((question) => {
    const words = wordsOf(question);
    const found = texts.find((other) => isNear(words, other.words));
    return found === undefined ? [] : [{ question, known: found.text }];
  });
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(tokenize(clean(text)));
}

function isNear(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const shared = [...a].filter((word) => b.has(word)).length;
  const union = a.size + b.size - shared;
  if (union === 0) return false;
  return Math.max(a.size, b.size) < MIN_WORDS ? shared === union : shared / union >= MIN_SIMILARITY;
}
