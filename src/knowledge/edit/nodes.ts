import { isMap, isNode, isScalar, isSeq, Scalar } from 'yaml';
import type { Document, Node, Pair } from 'yaml';
import type { Data } from './draw.ts';
import type { Splice } from './splices.ts';

/** A YAML text without a byte order mark, parsed with its source tokens. */
export interface Parsed {
  readonly text: string;
  readonly document: Document;
}

/**
 * Returns the splices that make a node hold `wanted`; `undefined` when it must be written afresh. `isFlow`: it is between
 * brackets or braces.
 */
export type Reconcile = (node: unknown, wanted: Data, isFlow: boolean) => Splice[] | undefined;

/** Returns the data of a node. */
export function toData({ document }: Parsed, node: unknown): Data {
  return isNode(node) ? (node.toJS(document) as Data) : null;
}

/** Returns where a node begins and ends. @throws {TypeError} for a node that was not parsed */
export function rangeOf(node: unknown): readonly [number, number] {
  const range = (node as Node | null)?.range;
  if (!range) throw new TypeError('a node without a place');
  return [range[0], range[1]];
}

/** Returns the offset at which what a node says ends: without comments and empty lines after it. */
export function contentEnd(text: string, node: unknown): number {
  const [from, to] = rangeOf(node);
  if ((isMap(node) || isSeq(node)) && node.flow !== true) {
    const last: unknown = node.items.at(-1);
    if (last === undefined) return to;
    return isMap(node) ? pairEnd(text, last as Pair) : contentEnd(text, last);
  }
  if (!isBlock(node)) return to;
  const written = text.slice(from, to);
  // With a plus, empty lines at the end belong to the text.
  const isKept = /^[|>]\d?\+/.test(written);
  return isKept ? to : from + written.replace(/[\r\n]+$/, '').length;
}

/** Returns the offset at which a key with its value ends. Without a value that is the colon: the parser can take its place to be below a comment. */
export function pairEnd(text: string, { key, value }: Pair): number {
  return isEmpty(value) ? text.indexOf(':', rangeOf(key)[1]) + 1 : contentEnd(text, value);
}

/** Returns whether nothing is written for a node. */
export function isEmpty(node: unknown): boolean {
  if (node === null) return true;
  const [from, to] = rangeOf(node);
  return from === to;
}

function isBlock(node: unknown): boolean {
  return isScalar(node) && (node.type === Scalar.BLOCK_FOLDED || node.type === Scalar.BLOCK_LITERAL);
}
