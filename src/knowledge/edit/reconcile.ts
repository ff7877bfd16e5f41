import { isDeepStrictEqual } from 'node:util';
import { isMap, isScalar, isSeq } from 'yaml';
import type { Pair, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import { drawFlow, drawFlowPair, drawPair, drawScalar, isList, isMapping } from './draw.ts';
import type { Data, DataMap } from './draw.ts';
import { contentEnd, isEmpty, pairEnd, rangeOf, toData } from './nodes.ts';
import type { Parsed, Reconcile } from './nodes.ts';
import { reconcileItems } from './reconcile-items.ts';
import { afterComments, insertLines, lineAt, lineEnd, lineStart, replacePart } from './splices.ts';
import type { Splice } from './splices.ts';

/**
 * Returns what has to be replaced for a node to become `wanted`, and as little as possible of it; `undefined` when it has
 * to be written afresh.
 */
export function reconcile(
  parsed: Parsed,
  node: unknown,
  wanted: Data,
  isFlow: boolean,
): Splice[] | undefined {
  if (isDeepStrictEqual(toData(parsed, node), wanted)) return [];
  const again: Reconcile = (...args) => reconcile(parsed, ...args);
  if (isSeq(node) && isList(wanted)) return reconcileList(parsed, node, wanted, isFlow, again);
  if (isMap(node) && isMapping(wanted)) {
    return node.flow === true || isFlow
      ? reconcileFlowMap(parsed, node, wanted, again)
      : reconcileBlockMap(parsed, node, wanted, again);
  }
  if (isScalar(node) && !isEmpty(node) && !isList(wanted) && !isMapping(wanted))
    return reconcileScalar(parsed, node, wanted, isFlow);
  return undefined;
}

function reconcileScalar(
  { text }: Parsed,
  node: Scalar,
  wanted: string | number | boolean | null,
  isFlow: boolean,
): Splice[] {
  const [from] = rangeOf(node);
  const to = contentEnd(text, node);
  return [replacePart(text, from, to, drawScalar(wanted, node.type, isFlow))];
}

function reconcileList(
  parsed: Parsed,
  node: YAMLSeq,
  wanted: readonly Data[],
  isInFlow: boolean,
  again: Reconcile,
): Splice[] | undefined {
  if (node.flow !== true && !isInFlow) return reconcileItems(parsed, node, wanted, again);
  const isSameLength = wanted.length === node.items.length;
  const inPlace = isSameLength ? wanted.map((data, at) => again(node.items[at], data, true)) : [undefined];
  if (inPlace.every((splices) => splices !== undefined)) return inPlace.flat();
  const [from, to] = rangeOf(node);
  return [{ from, to, text: drawFlow(wanted) }];
}

const keyOf = ({ key }: Pair) => (isScalar(key) ? String(key.value) : '');

/** The pair after which a new key comes: that of the nearest key before it in `wanted`. */
function pairBefore(pairs: readonly Pair[], wanted: DataMap, key: string): Pair | undefined {
  const keys = Object.keys(wanted);
  const before = keys
    .slice(0, keys.indexOf(key))
    .findLast((one) => pairs.some((pair) => keyOf(pair) === one));
  return pairs.find((pair) => keyOf(pair) === before);
}

const newKeys = (pairs: readonly Pair[], wanted: DataMap) =>
  Object.entries(wanted).filter(([key]) => !pairs.some((pair) => keyOf(pair) === key));

function reconcileBlockMap(
  parsed: Parsed,
  { items: pairs }: YAMLMap,
  wanted: DataMap,
  again: Reconcile,
): Splice[] | undefined {
  const { text } = parsed;
  const [first] = pairs;
  if (first === undefined || !pairs.some((pair) => wanted[keyOf(pair)] !== undefined)) return undefined;
  const [start] = rangeOf(first.key);
  const indent = start - lineStart(text, start);
  const kept = pairs.flatMap((pair): Splice[] => {
    const [from] = rangeOf(pair.key);
    const data = wanted[keyOf(pair)];
    if (data === undefined) return [removePair(text, from, pairEnd(text, pair))];
    return (
      again(pair.value, data, false) ?? [
        replacePart(text, from, pairEnd(text, pair), drawPair(keyOf(pair), data, indent)),
      ]
    );
  });
  const added = newKeys(pairs, wanted).map(([key, data]) => {
    const before = pairBefore(pairs, wanted, key);
    const drawn = drawPair(key, data, indent);
    const margin = ' '.repeat(indent);
    if (before === undefined) {
      const line = lineStart(text, start);
      return text.slice(line, start).trim() === ''
        ? { from: line, to: line, text: `${margin}${drawn}\n` }
        : { from: start, to: start, text: `${drawn}\n${margin}` };
    }
    const at = afterComments(text, lineEnd(text, Math.max(0, pairEnd(text, before) - 1)), indent);
    return insertLines(text, at, `${margin}${drawn}\n`);
  });
  return [...kept, ...added];
}

/** The lines of a key; where it is behind a dash, the next key moves up to it. */
function removePair(text: string, from: number, end: number): Splice {
  const to = lineEnd(text, Math.max(from, end - 1));
  const start = lineStart(text, from);
  if (text.slice(start, from).trim() === '') return { from: start, to, text: '' };
  return { from, to: to + (/^ */.exec(lineAt(text, to))?.[0].length ?? 0), text: '' };
}

function reconcileFlowMap(
  parsed: Parsed,
  { items: pairs }: YAMLMap,
  wanted: DataMap,
  again: Reconcile,
): Splice[] | undefined {
  const isKept = (pair: Pair) => wanted[keyOf(pair)] !== undefined;
  if (pairs.length === 0 || !pairs.every(isKept)) return undefined;
  const kept = pairs.map((pair) => again(pair.value, wanted[keyOf(pair)] ?? null, true));
  const added = newKeys(pairs, wanted).map(([key, data]) => {
    const before = pairBefore(pairs, wanted, key) ?? pairs.at(-1);
    const at = before === undefined ? 0 : pairEnd(parsed.text, before);
    return { from: at, to: at, text: `, ${drawFlowPair([key, data])}` };
  });
  return kept.every((splices) => splices !== undefined) ? [...kept.flat(), ...added] : undefined;
}
