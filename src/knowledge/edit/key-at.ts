import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';

/**
 * Parses a file and returns which key of an item a line (1-based) is in; keys below `en` begin with `en.`. Empty for a line
 * of no key.
 */
export function keysByLine(text: string, at: number): (line: number) => string {
  const lines = new LineCounter();
  const { contents } = parseDocument(text, { lineCounter: lines });
  const item = isSeq(contents) ? contents.items[at] : undefined;
  return (line) => keyIn(item, (offset) => lines.linePos(offset).line <= line);
}

function keyIn(item: unknown, isBefore: (offset: number) => boolean): string {
  if (!isMap(item)) return '';
  const pair = item.items.findLast(({ key }) => isScalar(key) && key.range && isBefore(key.range[0]));
  if (pair === undefined || !isScalar(pair.key)) return '';
  const key = String(pair.key.value);
  const inner = key === 'en' ? keyIn(pair.value, isBefore) : '';
  return inner === '' ? key : `${key}.${inner}`;
}
