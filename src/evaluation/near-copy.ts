import type { Knowledge } from '../core/index.ts';
import { clean, tokenize } from '../core/index.ts';

/** A question of a set that the knowledge holds, to the letter or nearly. */
export interface NearCopy {
  readonly question: string;
  readonly known: string;
}

/** Two texts of four words or more that share this much of their words are called near copies. */
const SHARED_WORDS = 0.7;
const FEWEST_WORDS = 4;

/** Finds questions that stand in the knowledge's variants or practice questions. */
export function nearCopies(questions: readonly string[], { guidances }: Knowledge): NearCopy[] {
  const known = guidances.flatMap(({ entries, practice }) => [
    ...entries.flatMap(({ wording }) =>
      Object.values(wording).flatMap(({ question, variants }) => [question, ...variants]),
    ),
    ...practice.map(({ text }) => text),
  ]);
  const bags = known.map((text) => ({ text, words: bagOf(text) }));
  return questions.flatMap((question) => {
    const words = bagOf(question);
    const found = bags.find((other) => isNear(words, other.words));
    return found === undefined ? [] : [{ question, known: found.text }];
  });
}

function bagOf(text: string): ReadonlySet<string> {
  return new Set(tokenize(clean(text)));
}

function isNear(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const shared = [...a].filter((word) => b.has(word)).length;
  const all = a.size + b.size - shared;
  if (all === 0) return false;
  return Math.max(a.size, b.size) < FEWEST_WORDS ? shared === all : shared / all >= SHARED_WORDS;
}
