import { diffArrays } from 'diff';
import { isCollection, isScalar, isSeq, parseDocument, Scalar } from 'yaml';
import type { Document, Node, YAMLSeq } from 'yaml';

/** A part of a text (offsets, the end excluded) with what replaces it. */
interface Splice {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Where a value is in a YAML file: keys and indices. */
export type Path = readonly (string | number)[];

/** A new value for an existing place: a text, or a list of texts. */
export interface Edit {
  readonly path: Path;
  readonly value: string | readonly string[];
}

/**
 * Changes values in a YAML text and leaves every other byte as it is: comments, order, quotes, line breaks. A list keeps
 * the lines of the items that stay. Equal values change nothing.
 * @throws {TypeError} when a path leads nowhere, or to something that is no text or list of texts
 */
export function editYaml(text: string, edits: readonly Edit[]): string {
  const document = parseDocument(text);
  const splices = edits.flatMap(({ path, value }) => {
    const node = document.getIn(path, true);
    const isFlow = path.some((_, length) => isFlowAt(document, path.slice(0, length)));
    if (typeof value === 'string') return isScalar(node) ? replaceScalar(node, value, isFlow) : fail(path);
    return isSeq(node) ? replaceItems(text, node, value, isFlow) : fail(path);
  });
  return applySplices(text, splices);
}

function fail(path: Path): never {
  throw new TypeError(`nothing to edit at ${path.join('.')}`);
}

function isFlowAt(document: Document, path: Path): boolean {
  const node = path.length === 0 ? document.contents : document.getIn(path, true);
  return isCollection(node) && node.flow === true;
}

/** From the end of the text to its begin, so that offsets stay valid. */
function applySplices(text: string, splices: readonly Splice[]): string {
  return [...splices]
    .map((splice, order) => ({ ...splice, order }))
    .sort((a, b) => b.from - a.from || b.order - a.order)
    .reduce((result, { from, to, text: own }) => result.slice(0, from) + own + result.slice(to), text);
}

function rangeOf(node: Node): readonly [number, number] {
  if (!node.range) throw new TypeError('a node without a place');
  return [node.range[0], node.range[1]];
}

function replaceScalar(node: Scalar, value: string, isFlow: boolean): Splice[] {
  if (node.value === value) return [];
  const [from, to] = rangeOf(node);
  const isBlock = node.type === Scalar.BLOCK_FOLDED || node.type === Scalar.BLOCK_LITERAL;
  return [{ from, to, text: writeScalar(value, node.type, isFlow) + (isBlock ? '\n' : '') }];
}

/** A text as YAML on one line: with the quotes that it had, or else without where it can do without. */
function writeScalar(value: string, type: Scalar['type'], isFlow: boolean): string {
  if (type === Scalar.QUOTE_DOUBLE || /\p{C}/u.test(value)) return JSON.stringify(value);
  if (type !== Scalar.QUOTE_SINGLE && isPlain(value, isFlow)) return value;
  return `'${value.replaceAll("'", "''")}'`;
}

function isPlain(value: string, isFlow: boolean): boolean {
  // An alias, an anchor and a tag.
  if (/^[*&!]/.test(value)) return false;
  const document = parseDocument(
    isFlow ? `- { k: ${value}, l: [${value}] }` : `- k: ${value}\n  l:\n    - ${value}\n`,
  );
  if (document.errors.length > 0 || document.warnings.length > 0) return false;
  return JSON.stringify(document.toJS()) === JSON.stringify([{ k: value, l: [value] }]);
}

function replaceItems(text: string, list: YAMLSeq, values: readonly string[], isInFlow: boolean): Splice[] {
  const isFlow = isInFlow || list.flow === true;
  const items = list.items.map((item) => (isScalar(item) ? item : fail(['list'])));
  const old = items.map(({ value }) => String(value));
  const changes = changesBetween(old, values);
  const inPlace = changes.flatMap(({ at, value }) => {
    const item = at === undefined ? undefined : items[at];
    return item !== undefined && value !== undefined ? replaceScalar(item, value, isFlow) : [];
  });
  const isSameLength = changes.every(({ at, value }) => at !== undefined && value !== undefined);
  if (isSameLength) return inPlace;
  const [from, to] = rangeOf(list);
  if (isFlow || items.length === 0) {
    return [{ from, to, text: `[${values.map((value) => writeScalar(value, undefined, true)).join(', ')}]` }];
  }
  if (values.length === 0)
    return [
      { from: lineStart(text, from), to: lineEnd(text, to - 1), text: `${indentOf(text, from)}  []\n` },
    ];
  return [...inPlace, ...linesChanged(text, items, changes)];
}

/** A value of the new list, with the index of the item of the old list that it takes the place of. */
interface Change {
  readonly at?: number;
  /** Absent when the item goes away. */
  readonly value?: string;
}

/** Every item of both lists, once and in order; what was changed in place is one. */
function changesBetween(old: readonly string[], values: readonly string[]): Change[] {
  const changes: Change[] = [];
  let [at, removed, added]: [number, number[], string[]] = [0, [], []];
  const flush = () => {
    for (let index = 0; index < Math.max(removed.length, added.length); index += 1) {
      const [from, value] = [removed[index], added[index]];
      changes.push({ ...(from !== undefined && { at: from }), ...(value !== undefined && { value }) });
    }
    [removed, added] = [[], []];
  };
  for (const chunk of diffArrays([...old], [...values])) {
    if (chunk.added) added.push(...chunk.value);
    else if (chunk.removed) removed.push(...chunk.value.map((_, index) => at + index));
    else {
      flush();
      changes.push(...chunk.value.map((value, index) => ({ at: at + index, value })));
    }
    if (!chunk.added) at += chunk.value.length;
  }
  flush();
  return changes;
}

/** The lines that go away from a block list, and those that come into it. */
function linesChanged(text: string, items: readonly Scalar[], changes: readonly Change[]): Splice[] {
  const [first] = items;
  if (first === undefined) return [];
  const dash = indentOf(text, rangeOf(first)[0]);
  let position = lineStart(text, rangeOf(first)[0]);
  return changes.flatMap(({ at, value }): Splice[] => {
    const item = at === undefined ? undefined : items[at];
    if (item === undefined) {
      const line = `${dash}- ${writeScalar(value ?? '', undefined, false)}`;
      const isOpenEnd = position > 0 && text[position - 1] !== '\n';
      return [{ from: position, to: position, text: isOpenEnd ? `\n${line}` : `${line}\n` }];
    }
    const [from, to] = rangeOf(item);
    position = lineEnd(text, Math.max(from, to - 1));
    return value === undefined ? [{ from: lineStart(text, from), to: position, text: '' }] : [];
  });
}

const lineStart = (text: string, at: number) => text.lastIndexOf('\n', at - 1) + 1;

/** The white space before the dash of the line at an offset. */
const indentOf = (text: string, at: number) => /^[ ]*/.exec(text.slice(lineStart(text, at)))?.[0] ?? '';

/** The offset after the line break that ends the line at an offset. */
function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
}
