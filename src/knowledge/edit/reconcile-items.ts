import { diffArrays } from 'diff';
import { isMap, isScalar } from 'yaml';
import type { YAMLSeq } from 'yaml';
import { drawItem, isMapping } from './draw.ts';
import type { Data } from './draw.ts';
import { contentEnd, toData } from './nodes.ts';
import type { Parsed, Reconcile } from './nodes.ts';
import { afterComments, insertLines, lineAt, lineEnd, lineStart, replacePart } from './splices.ts';
import type { Splice } from './splices.ts';

/** The keys that tell which item of a list of mappings is which. */
const IDENTITIES = ['id', 'bij', 'vraag', 'soort'] as const;
/** An item with more lines than this is kept apart by an empty line, where the list does not show how. */
const MAX_CLOSE_LINES = 4;

/** An item of the new list, with the index of the item of the old list that it takes the place of. */
interface Step {
  readonly at?: number;
  /** Absent when the item goes away. */
  readonly data?: Data;
}

/**
 * Returns what has to be replaced in a block list for it to hold `wanted`: items that stay keep their lines. `undefined`
 * when it is or becomes empty.
 */
export function reconcileItems(
  parsed: Parsed,
  list: YAMLSeq,
  wanted: readonly Data[],
  again: Reconcile,
): Splice[] | undefined {
  if (list.items.length === 0 || wanted.length === 0) return undefined;
  const { text } = parsed;
  const dashes = dashesOf(list);
  const [first = 0] = dashes;
  const indent = first - lineStart(text, first);
  const old = list.items.map((item) => toData(parsed, item));
  const isApart = keptApart(text, dashes);
  let position = lineStart(text, first);
  let quotes = typeOf(list.items[0]);
  let isBegin = true;
  return stepsBetween(old, wanted).flatMap(({ at, data }): Splice[] => {
    if (at === undefined) {
      const drawn = `${' '.repeat(indent)}${drawItem(data ?? null, indent, quotes)}\n`;
      const apart = isMapping(data) && (isApart ?? drawn.split('\n').length > MAX_CLOSE_LINES + 1);
      return [insertLines(text, position, !apart ? drawn : isBegin ? `${drawn}\n` : `\n${drawn}`)];
    }
    const item = list.items[at];
    isBegin = false;
    quotes = typeOf(item);
    const dash = dashes[at] ?? 0;
    const end = lineEnd(text, Math.max(dash, contentEnd(text, item) - 1));
    position = isMap(item) ? afterComments(text, end, indent) : end;
    if (data === undefined)
      return [
        isMap(item) ? removalOf(text, dash, position) : { from: lineStart(text, dash), to: end, text: '' },
      ];
    const from = lineStart(text, dash) + indent;
    return (
      again(item, data, false) ?? [
        replacePart(text, from, contentEnd(text, item), drawItem(data, indent, quotes)),
      ]
    );
  });
}

const typeOf = (item: unknown) => (isScalar(item) ? item.type : undefined);

/** The offset of the dash of each item, which can be on a line of its own. */
function dashesOf({ srcToken }: YAMLSeq): number[] {
  if (srcToken?.type !== 'block-seq') throw new TypeError('a list without its source');
  return srcToken.items.flatMap(
    ({ start }) => start.find(({ type }) => type === 'seq-item-ind')?.offset ?? [],
  );
}

/** White space can be what the text above it ends with. */
const isBlank = (lines: string) => /^[\r\n]*$/.test(lines);
const isComment = (line: string) => /^[ \t]*#/.test(line);

/** The begin of the comment lines above a line. */
function commentsAbove(text: string, line: number): number {
  let start = line;
  while (start > 0 && isComment(lineAt(text, lineStart(text, start - 1)))) start = lineStart(text, start - 1);
  return start;
}

/** Whether an empty line is above the last item; `undefined` when there is one item only. */
function keptApart(text: string, dashes: readonly number[]): boolean | undefined {
  if (dashes.length < 2) return undefined;
  const above = commentsAbove(text, lineStart(text, dashes.at(-1) ?? 0));
  return isBlank(lineAt(text, lineStart(text, above - 1)));
}

/** The lines of a mapping in a list; with the comment above it where empty lines tell that it belongs to it. */
function removalOf(text: string, dash: number, end: number): Splice {
  const isLast = isBlank(text.slice(end));
  const isAlone = isLast || isBlank(lineAt(text, end));
  const line = lineStart(text, dash);
  const comments = commentsAbove(text, line);
  const isOwn = comments > 0 && isBlank(lineAt(text, lineStart(text, comments - 1)));
  let from = isAlone && isOwn ? comments : line;
  let to = end;
  if (isLast)
    while (from > 0 && isBlank(lineAt(text, lineStart(text, from - 1)))) from = lineStart(text, from - 1);
  else while (to < text.length && isBlank(lineAt(text, to))) to = lineEnd(text, to);
  return { from, to, text: '' };
}

/** Every item of both lists, once and in order; what was changed in place is one. */
function stepsBetween(old: readonly Data[], wanted: readonly Data[]): Step[] {
  const steps: Step[] = [];
  let [at, removed, added]: [number, number[], Data[]] = [0, [], []];
  let next = 0;
  const flush = () => {
    steps.push(...pairsOf(old, removed, added));
    [removed, added] = [[], []];
  };
  for (const { added: isAdded, removed: isRemoved, value } of diffArrays(
    old.map(keyOfData),
    wanted.map(keyOfData),
  )) {
    if (isAdded) added.push(...wanted.slice(next, next + value.length));
    else if (isRemoved) removed.push(...value.map((_, index) => at + index));
    else {
      flush();
      steps.push(...value.map((_, index) => ({ at: at + index, data: old[at + index] ?? null })));
    }
    if (!isAdded) at += value.length;
    if (!isRemoved) next += value.length;
  }
  flush();
  return steps;
}

const keyOfData = (data: Data) => JSON.stringify(data);

function identityOf(data: Data | undefined): string | undefined {
  if (!isMapping(data)) return undefined;
  const key = IDENTITIES.find((name) => data[name] !== undefined);
  return key === undefined ? undefined : JSON.stringify(data[key]);
}

/** Pairs what went away with what came: by identity, and between those in order. */
function pairsOf(old: readonly Data[], removed: readonly number[], added: readonly Data[]): Step[] {
  const match = added.findIndex((data) => partnerOf(old, removed, data) >= 0);
  const data = added[match];
  if (data === undefined) {
    return Array.from({ length: Math.max(removed.length, added.length) }, (_, index): Step => {
      const [at, own] = [removed[index], added[index]];
      return { ...(at !== undefined && { at }), ...(own !== undefined && { data: own }) };
    });
  }
  const partner = partnerOf(old, removed, data);
  return [
    ...pairsOf(old, removed.slice(0, partner), added.slice(0, match)),
    { at: removed[partner] ?? 0, data },
    ...pairsOf(old, removed.slice(partner + 1), added.slice(match + 1)),
  ];
}

function partnerOf(old: readonly Data[], removed: readonly number[], data: Data): number {
  const identity = identityOf(data);
  return identity === undefined ? -1 : removed.findIndex((at) => identityOf(old[at]) === identity);
}
