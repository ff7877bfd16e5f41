import { clean, tokenize } from '../core/index.ts';
import type { Knowledge } from '../core/index.ts';
import { bijOf } from '../knowledge/index.ts';
import type { KnownQuestion } from './known-questions.ts';

/** Words in more of the questions tell nothing of what they are about. */
const MAX_SHARE = 1 / 16;
/** But not in a small knowledge. */
const MIN_SKIPPED = 50;
/** Score (0..1) of a question that belongs to a changed entry: before those that have one ordinary word of the change. */
const OF_CHANGED_ENTRY = 0.2;

/**
 * Returns known questions in the order in which a change may concern them: those whose words are most like the texts that
 * the matcher learns in one version only, and those of the entries that differ.
 */
export function likelyChanged(
  questions: readonly KnownQuestion[],
  before: Knowledge,
  after: Knowledge,
): KnownQuestion[] {
  const { texts, entries } = changedParts(before, after);
  const words = questions.map(({ turns }) => wordsOf(turns.at(-1) ?? ''));
  const places = new Map<string, number[]>();
  words.forEach((own, at) => {
    for (const word of own) {
      const known = places.get(word);
      if (known === undefined) places.set(word, [at]);
      else known.push(at);
    }
  });
  const weightOf = (word: string) => Math.log(1 + questions.length / (places.get(word)?.length ?? 1));
  const norms = words.map((own) => Math.hypot(...[...own].map(weightOf)) || 1);
  const best: number[] = questions.map((question) =>
    question.entries?.some((id) => entries.has(id)) === true ? OF_CHANGED_ENTRY : 0,
  );
  const scores = new Float64Array(questions.length);
  for (const text of texts) {
    const own = [...wordsOf(text)];
    const norm = Math.hypot(...own.map(weightOf)) || 1;
    const touched = new Set<number>();
    for (const word of own) {
      const found = places.get(word) ?? [];
      if (found.length > Math.max(MIN_SKIPPED, MAX_SHARE * questions.length)) continue;
      for (const at of found) {
        scores[at] = (scores[at] ?? 0) + weightOf(word) ** 2;
        touched.add(at);
      }
    }
    for (const at of touched) {
      best[at] = Math.max(best[at] ?? 0, (scores[at] ?? 0) / (norm * (norms[at] ?? 1)));
      scores[at] = 0;
    }
  }
  return questions
    .map((question, at) => ({ question, score: best[at] ?? 0 }))
    .sort((a, b) => b.score - a.score)
    .map(({ question }) => question);
}

const wordsOf = (text: string) => new Set(tokenize(clean(text)));

/** The texts that are learned in one of two versions only, and the ids of the entries that differ in what is matched. */
function changedParts(
  before: Knowledge,
  after: Knowledge,
): { readonly texts: readonly string[]; readonly entries: ReadonlySet<string> } {
  const [old, now] = [learnedIn(before), learnedIn(after)];
  const only = [...old].filter(([key]) => !now.has(key)).concat([...now].filter(([key]) => !old.has(key)));
  return {
    texts: only.map(([, { text }]) => text),
    entries: new Set(only.map(([, { entry }]) => entry)),
  };
}

function learnedIn({ guidances }: Knowledge): Map<string, { readonly text: string; readonly entry: string }> {
  const learned = guidances.flatMap(({ entries, practice }) => [
    ...entries.flatMap(({ id, wording }) =>
      Object.values(wording).flatMap(({ question, variants }) =>
        [question, ...variants].map((text) => ({ text, entry: id })),
      ),
    ),
    ...practice.map((question) => ({ text: question.text, entry: bijOf(question) })),
  ]);
  return new Map(learned.map((one) => [`${one.entry} ${one.text}`, one]));
}
