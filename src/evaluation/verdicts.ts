import { isSameEntry, offeredIn } from '../core/index.ts';
import type { Reply } from '../core/index.ts';
import type { Conversation } from './conversations.ts';
import type { KnownQuestion } from './known-questions.ts';
import type { Snapshot } from './snapshot.ts';

/** How good a reply is; from bad to good. `unlabelled`: nobody said what it should be. */
const VERDICTS = ['wrong', 'missed', 'offered', 'right'] as const;
export type Verdict = (typeof VERDICTS)[number] | 'unlabelled';

/** A reply and how good it is. */
interface Judged {
  readonly reply: Reply;
  readonly verdict: Verdict;
}

/** A known question that two versions answer differently, or that is new. */
export interface Change {
  readonly turns: Conversation;
  /** Absent for a new question: nobody knew what would be right. */
  readonly before?: Judged;
  readonly after: Judged;
  /** Below 0 when it got worse, above 0 when it got better; 0 for a new question. */
  readonly gain: number;
}

/** A known question that two versions answer differently. */
export type ChangedQuestion = Change & Required<Pick<Change, 'before'>>;

/** Returns what happened to the questions that both versions know, and the new ones; each in the same order. */
export function splitChanges<C extends Change>(
  changes: readonly C[],
): { readonly changed: readonly (C & ChangedQuestion)[]; readonly added: readonly C[] } {
  const isChanged = (change: C): change is C & ChangedQuestion => change.before !== undefined;
  return { changed: changes.filter(isChanged), added: changes.filter((change) => !isChanged(change)) };
}

/**
 * The questions that two versions answer differently, worst first: what was right and is wrong, to the reverse. Then all new
 * ones, worst first.
 */
export function changesBetween(
  questions: readonly KnownQuestion[],
  before: Snapshot,
  after: Snapshot,
): Change[] {
  const [old, now] = [before, after].map(repliesIn) as [Map<string, Reply>, Map<string, Reply>];
  const { changed, added } = splitChanges(
    questions.flatMap(({ turns, entries, isNew = false }): Change[] => {
      const [earlier, later] = [old.get(turns.join('\n')), now.get(turns.join('\n'))];
      if (earlier === undefined || later === undefined) return [];
      const judged = (reply: Reply): Judged => ({ reply, verdict: verdictOn(reply, entries) });
      const is = judged(later);
      if (isNew) return [{ turns, after: is, gain: 0 }];
      if (JSON.stringify(earlier) === JSON.stringify(later)) return [];
      const was = judged(earlier);
      return [{ turns, before: was, after: is, gain: rank(is) - rank(was) }];
    }),
  );
  return [
    ...changed.toSorted((a, b) => a.gain - b.gain || rank(b.before) - rank(a.before)),
    ...added.toSorted((a, b) => rank(a.after) - rank(b.after)),
  ];
}

const rank = ({ verdict }: Judged) => (verdict === 'unlabelled' ? 0 : VERDICTS.indexOf(verdict));

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
