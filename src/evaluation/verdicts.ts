import { isSameEntry, offeredIn } from '../core/index.ts';
import type { Knowledge, Reply } from '../core/index.ts';
import type { TestQuestion } from '../knowledge/index.ts';
import type { Conversation } from './conversations.ts';
import type { Labelled } from './question-set.ts';
import type { Snapshot } from './snapshot.ts';

/** How good a reply is; from bad to good. `unlabelled`: nobody said what it should be. */
const VERDICTS = ['wrong', 'missed', 'offered', 'right'] as const;
export type Verdict = (typeof VERDICTS)[number] | 'unlabelled';

/** A known question with the ids of the entries that are right; none when it is out of scope, absent when unlabelled. */
export interface KnownQuestion {
  readonly turns: Conversation;
  readonly entries?: readonly string[];
}

/** A known question that two versions answer differently. */
export interface Change {
  readonly turns: Conversation;
  readonly before: { readonly reply: Reply; readonly verdict: Verdict };
  readonly after: { readonly reply: Reply; readonly verdict: Verdict };
  /** Below 0 when it got worse, above 0 when it got better. */
  readonly gain: number;
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

/** The questions that two versions answer differently, worst first: what was right and is wrong, to the reverse. */
export function changesBetween(
  questions: readonly KnownQuestion[],
  before: Snapshot,
  after: Snapshot,
): Change[] {
  const [old, now] = [before, after].map(repliesIn) as [Map<string, Reply>, Map<string, Reply>];
  return questions
    .flatMap(({ turns, entries }): Change[] => {
      const [earlier, later] = [old.get(turns.join('\n')), now.get(turns.join('\n'))];
      if (earlier === undefined || later === undefined) return [];
      if (JSON.stringify(earlier) === JSON.stringify(later)) return [];
      const [was, is] = [verdictOn(earlier, entries), verdictOn(later, entries)];
      const judged = { before: { reply: earlier, verdict: was }, after: { reply: later, verdict: is } };
      return [{ turns, ...judged, gain: rank(is) - rank(was) }];
    })
    .sort((a, b) => a.gain - b.gain || rank(b.before.verdict) - rank(a.before.verdict));
}

const rank = (verdict: Verdict) => (verdict === 'unlabelled' ? 0 : VERDICTS.indexOf(verdict));

function repliesIn({ conversations, replies }: Snapshot): Map<string, Reply> {
  // A snapshot holds replies as JSON, without their `words`.
  return new Map(
    conversations.map(({ turns, reply }) => [turns.join('\n'), replies[reply]?.reply as unknown as Reply]),
  );
}

/** How good a reply is to a question with these entries. */
export function verdictOn(reply: Reply, entries: readonly string[] | undefined): Verdict {
  if (entries === undefined) return 'unlabelled';
  const isEntry = ['answer', 'checklist', 'silent'].includes(reply.kind);
  if (entries.length === 0) return isEntry ? 'wrong' : reply.kind === 'choices' ? 'offered' : 'right';
  const isRight = (id: string) => entries.some((right) => isSameEntry(right, id));
  if (reply.entry !== undefined && isRight(reply.entry)) return 'right';
  if (reply.kind === 'choices' && offeredIn(reply).some(isRight)) return 'offered';
  return isEntry || reply.kind === 'social' ? 'wrong' : 'missed';
}
