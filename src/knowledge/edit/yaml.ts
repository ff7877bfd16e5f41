import { isDeepStrictEqual } from 'node:util';
import { isCollection, isSeq, parse, parseDocument } from 'yaml';
import { drawFlow, drawItem, drawPair, isList, isMapping } from './draw.ts';
import type { Data } from './draw.ts';
import { contentEnd, rangeOf, toData } from './nodes.ts';
import type { Parsed } from './nodes.ts';
import { reconcileItems } from './reconcile-items.ts';
import { reconcile } from './reconcile.ts';
import { applySplices, replacePart } from './splices.ts';
import type { Splice } from './splices.ts';

/** Where a value is in a YAML file: keys and indices. */
export type Path = readonly (string | number)[];

/** A new value for an existing place: a text, or a list of texts. */
export interface Edit {
  readonly path: Path;
  readonly value: string | readonly string[];
}

const MARK = '\uFEFF';

/** Returns what a YAML text holds; `null` for one that holds nothing. @throws {Error} when it is not YAML */
export function readData(text: string): Data {
  return parse(withoutMark(text)) as Data;
}

/** A byte order mark would move the first line. */
const withoutMark = (text: string) => (text.startsWith(MARK) ? text.slice(1) : text);

/**
 * Changes values in a YAML text and leaves every other byte as it is: comments, order, quotes, line breaks. A list keeps
 * the lines of the items that stay. Equal values change nothing.
 * @throws {TypeError} when a path leads nowhere, or to something that is no text or list of texts
 */
export function editYaml(text: string, edits: readonly Edit[]): string {
  const data = edits.reduce((result, { path, value }) => withValue(result, path, value), readData(text));
  return rewriteYaml(text, data);
}

function withValue(data: Data | undefined, path: Path, value: Edit['value']): Data {
  const [key, ...rest] = path;
  if (key === undefined) {
    if (isList(value) ? isList(data) : typeof data === 'string') return value;
  } else if (isList(data) && typeof key === 'number' && data[key] !== undefined) {
    return data.with(key, withValue(data[key], rest, value));
  } else if (isMapping(data) && data[key] !== undefined) {
    return { ...data, [key]: withValue(data[key], rest, value) };
  }
  throw new TypeError(`nothing to edit at ${path.join('.')}`);
}

/**
 * Makes a YAML text hold `data`, and leaves every byte as it is that can stay: comments, order, quotes, line breaks, a byte
 * order mark. A new key comes after the one that is before it in `data`; the order of keys that are there already stays.
 * @throws {TypeError} when that cannot be done, as with an anchor that other values refer to
 */
export function rewriteYaml(text: string, data: Data): string {
  const own = withoutMark(text);
  const document = parseDocument(own, { keepSourceTokens: true });
  const [error] = document.errors;
  if (error !== undefined) throw new TypeError('a file that is not YAML', { cause: error });
  if (isDeepStrictEqual(document.toJS(), data)) return text;
  const parsed = { text: own, document };
  const changed = [changesOf, changesOfItems]
    .map((changes) => applySplices(own, changes(parsed, data)))
    .find((candidate) => holds(candidate, data));
  if (changed === undefined) throw new TypeError('these data cannot be written into this file');
  return text === own ? changed : `${MARK}${changed}`;
}

function holds(text: string, data: Data): boolean {
  try {
    return isDeepStrictEqual(parse(text), data);
  } catch {
    return false;
  }
}

function changesOf(parsed: Parsed, data: Data): Splice[] {
  const { text, document } = parsed;
  if (document.contents === null) return [{ from: text.length, to: text.length, text: drawRoot(text, data) }];
  const [from] = rangeOf(document.contents);
  const isEmpty = isCollection(document.contents) && document.contents.items.length === 0;
  const splices = isEmpty ? undefined : reconcile(parsed, document.contents, data, false);
  const drawn = drawRoot('', data).slice(0, -1);
  return splices ?? [replacePart(text, from, contentEnd(text, document.contents), drawn)];
}

/** For texts as a block of empty lines, which no smaller change keeps: items that change are written afresh. */
function changesOfItems(parsed: Parsed, data: Data): Splice[] {
  const { contents } = parsed.document;
  if (!isSeq(contents) || contents.flow === true || !isList(data)) return [];
  const isSame = (node: unknown, wanted: Data) => isDeepStrictEqual(toData(parsed, node), wanted);
  return (
    reconcileItems(parsed, contents, data, (node, wanted) => (isSame(node, wanted) ? [] : undefined)) ?? []
  );
}

/** A whole file below what is there already. */
function drawRoot(above: string, data: Data): string {
  const gap = above === '' || above.endsWith('\n') ? '' : '\n';
  const isLong = (item: string) => item.includes('\n');
  if (isList(data)) {
    const items = data.map((item) => drawItem(item, 0));
    return data.length === 0 ? `${gap}[]\n` : `${gap}${items.join(items.some(isLong) ? '\n\n' : '\n')}\n`;
  }
  if (isMapping(data))
    return `${gap}${Object.entries(data)
      .map(([key, value]) => drawPair(key, value, 0))
      .join('\n')}\n`;
  return `${gap}${drawFlow(data)}\n`;
}
