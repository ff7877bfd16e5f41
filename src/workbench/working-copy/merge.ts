import { diffArrays } from 'diff';

/** What an editor wrote in place of the lines `from` up to and without `to` of the base. */
interface Change {
  readonly from: number;
  readonly to: number;
  readonly lines: readonly string[];
}

/**
 * Returns a text with the changes of two editors; `undefined` when they changed the same lines, or wrote something else in the
 * same place. Neighbouring lines may both change, as they are different fields; items that both added to a list are all kept.
 * `base`: what both began with.
 */
export function mergeTexts(base: string, mine: string, theirs: string): string | undefined {
  const lines = linesOf(base);
  const [own, other] = [changesOf(lines, mine), changesOf(lines, theirs)];
  if (!own.every((one) => other.every((another) => fit(one, another)))) return undefined;
  const changes = [...other, ...own].toSorted((a, b) => a.from - b.from || a.to - b.to);
  let at = 0;
  const merged = changes.flatMap(({ from, to, lines: written }) => {
    const kept = lines.slice(at, from);
    at = to;
    return [...kept, ...written];
  });
  return [...merged, ...lines.slice(at)].join('');
}

const linesOf = (text: string) => text.replace(/^\uFEFF|\r(?=\n)/g, '').split(/(?<=\n)/);

function changesOf(base: readonly string[], text: string): readonly Change[] {
  const changes: Change[] = [];
  let at = 0;
  for (const { added, removed, value } of diffArrays([...base], linesOf(text))) {
    const last = changes.at(-1);
    const [from, written] = [at, added ? value : []];
    if (!added) at += value.length;
    if (!added && !removed) continue;
    // What is removed and what comes in its place are told one after the other.
    if (last?.to === from) changes.splice(-1, 1, { ...last, to: at, lines: [...last.lines, ...written] });
    else changes.push({ from, to: at, lines: written });
  }
  return changes;
}

/** Whether both changes can be made, in the order of their lines. */
function fit(one: Change, another: Change): boolean {
  const [first, second] =
    one.from < another.from || (one.from === another.from && one.to < another.to)
      ? [one, another]
      : [another, one];
  // New lines right below lines that the other editor changed may belong to what is gone.
  if (first.to < second.from || (first.to === second.from && second.to > second.from)) return true;
  const areInOnePlace = first.from === second.to;
  return areInOnePlace && itemsIndent(first) !== undefined && itemsIndent(first) === itemsIndent(second);
}

/** The indent of new lines that are all items of one list; `undefined` for anything else. */
function itemsIndent({ lines }: Change): string | undefined {
  const indents = new Set(lines.map((line) => /^( *)- (?![\w-]+:( |$))/.exec(line)?.[1]));
  const [indent] = indents;
  return indents.size === 1 ? indent : undefined;
}
