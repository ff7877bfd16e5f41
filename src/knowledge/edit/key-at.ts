import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';

/**
 * Returns the key of an item of a file that a line is in; keys below `en` begin with `en.`. Empty for a line of no key.
 * `line` is 1-based.
 */
export function keyAt(text: string, at: number, line: number): string {
  const lines = new LineCounter();
  const { contents } = parseDocument(text, { lineCounter: lines });
  const item = isSeq(contents) ? contents.items[at] : undefined;
  return keyIn(item, (offset) => lines.linePos(offset).line <= line);
}

function keyIn(item: unknown, isBefore: (offset: number) => boolean): string {
  if (!isMap(item)) return '';
  const pair = item.items.findLast(({ key }) => isScalar(key) && key.range && isBefore(key.range[0]));
  if (pair === undefined || !isScalar(pair.key)) return '';
  const key = String(pair.key.value);
  const inner = key === 'en' ? keyIn(pair.value, isBefore) : '';
  return inner === '' ? key : `${key}.${inner}`;
}
