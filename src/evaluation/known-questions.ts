import type { Knowledge } from '../core/index.ts';
import type { TestQuestion } from '../knowledge/index.ts';
import type { Conversation } from './conversations.ts';
import type { Labelled } from './question-set.ts';

/** A known question with the ids of the entries that are right; none when it is out of scope, absent when unlabelled. */
export interface KnownQuestion {
  readonly turns: Conversation;
  readonly entries?: readonly string[];
  /** Of two versions, only the later one knows it. */
  readonly isNew?: true;
}

/** Every question, variant, practice question and test question, and the labelled ones; each once. A test question decides. */
export function knownQuestions(
  { guidances }: Knowledge,
  tests: readonly TestQuestion[],
  labelled: readonly Labelled[],
): KnownQuestion[] {
  const known: (readonly [string, readonly string[]])[] = [
    ...guidances.flatMap(({ entries, practice }) => [
      ...entries.flatMap(({ id, wording }) =>
        Object.values(wording).flatMap(({ question, variants }) =>
          [question, ...variants].map((text) => [text, [id]] as const),
        ),
      ),
      ...practice.map(({ text, entry }) => [text, entry === null ? [] : [entry]] as const),
    ]),
  ];
  const byText = new Map<string, KnownQuestion>();
  for (const [text, entries] of known) {
    const other = byText.get(text)?.entries ?? [];
    byText.set(text, { turns: [text], entries: [...new Set([...other, ...entries])] });
  }
  for (const { text, entries } of tests) byText.set(text, { turns: [text], entries });
  for (const { q, after } of labelled) {
    const turns = after === undefined ? [q] : [after, q];
    if (!byText.has(turns.join('\n'))) byText.set(turns.join('\n'), { turns });
  }
  return [...byText.values()];
}

/** The known questions of two versions, each once. The later version decides what is right. */
export function knownInEither(
  before: readonly KnownQuestion[],
  after: readonly KnownQuestion[],
): KnownQuestion[] {
  const keyOf = ({ turns }: KnownQuestion) => turns.join('\n');
  const isLabelled = ({ entries }: KnownQuestion) => entries !== undefined;
  const old = new Set(before.filter(isLabelled).map(keyOf));
  const now = after.map((question): KnownQuestion => {
    const isNew = isLabelled(question) && !old.has(keyOf(question));
    return isNew ? { ...question, isNew } : question;
  });
  return [...new Map([...before, ...now].map((question) => [keyOf(question), question])).values()];
}
