import { diffArrays } from 'diff';

const BOM = '\uFEFF';
/** A line with its ending; the last one may have none. */
const LINES = /[^\n]*\n|[^\n]+$/g;

/**
 * Returns a text as bytes in the style of the file that it replaces: with its byte order mark, and with its line endings,
 * whatever those of the text are. Where a file has both kinds of endings, each line that stays keeps its own.
 * @throws {TypeError} when the file is not UTF-8
 */
export function keepStyle(before: Uint8Array | undefined, text: string): Uint8Array {
  const bare = text.replace(/^\uFEFF/, '');
  if (before === undefined) return encode(text);
  const old = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(before);
  const mark = old.startsWith(BOM) ? BOM : '';
  const lines = linesOf(old.slice(mark.length));
  const endings = new Set(lines.map(({ ending }) => ending).filter((ending) => ending !== ''));
  if (endings.size < 2) {
    const [only = '\n'] = endings;
    return encode(mark + bare.replace(/\r?\n/g, only));
  }
  return encode(mark + withEndingsOf(lines, linesOf(bare)));
}

interface Line {
  readonly content: string;
  /** Empty for a last line without one. */
  readonly ending: string;
}

function linesOf(text: string): Line[] {
  return (text.match(LINES) ?? []).map((line) => {
    const ending = /\r?\n$/.exec(line)?.[0] ?? '';
    return { content: line.slice(0, line.length - ending.length), ending };
  });
}

/** The lines of a text with the endings that they had in the old one; new lines get the usual one. */
function withEndingsOf(old: readonly Line[], lines: readonly Line[]): string {
  const windows = old.filter(({ ending }) => ending === '\r\n').length;
  const usual = windows * 2 > old.length ? '\r\n' : '\n';
  const contents = (of: readonly Line[]) => of.map(({ content }) => content);
  const counterparts = counterpartsOf(contents(old), contents(lines));
  return lines
    .map(({ content, ending }, index) => {
      if (ending === '') return content;
      const kept = old[counterparts.get(index) ?? -1]?.ending ?? '';
      return content + (kept === '' ? usual : kept);
    })
    .join('');
}

/** The index of each line that stayed, with its index in the old text. Of equal lines, those nearest to either end. */
function counterpartsOf(old: readonly string[], lines: readonly string[]): ReadonlyMap<number, number> {
  const shortest = Math.min(old.length, lines.length);
  let begin = 0;
  while (begin < shortest && old[begin] === lines[begin]) begin += 1;
  let end = 0;
  while (end < shortest - begin && old.at(-1 - end) === lines.at(-1 - end)) end += 1;
  const pairs: [number, number][] = [];
  for (let index = 0; index < begin; index += 1) pairs.push([index, index]);
  for (let index = 1; index <= end; index += 1) pairs.push([lines.length - index, old.length - index]);
  let [from, to] = [begin, begin];
  const middle = (of: readonly string[]) => of.slice(begin, of.length - end);
  for (const { added, removed, count } of diffArrays(middle(old), middle(lines))) {
    if (!added && !removed)
      for (let index = 0; index < count; index += 1) pairs.push([to + index, from + index]);
    if (!removed) to += count;
    if (!added) from += count;
  }
  return new Map(pairs);
}

const encode = (text: string) => new TextEncoder().encode(text);
