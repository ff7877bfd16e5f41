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

function withEndingsOf(old: readonly Line[], lines: readonly Line[]): string {
  const windows = old.filter(({ ending }) => ending === '\r\n').length;
  const usual = windows * 2 > old.length ? '\r\n' : '\n';
  const contents = (of: readonly Line[]) => of.map(({ content }) => content);
  let [from, to] = [0, 0];
  let result = '';
  for (const { added, removed, count } of diffArrays(contents(old), contents(lines))) {
    if (!removed) {
      for (let index = 0; index < count; index += 1) {
        const { content, ending } = lines[to + index] ?? { content: '', ending: '' };
        const kept = added ? '' : (old[from + index]?.ending ?? '');
        result += content + (ending === '' ? '' : kept === '' ? usual : kept);
      }
      to += count;
    }
    if (!added) from += count;
  }
  return result;
}

const encode = (text: string) => new TextEncoder().encode(text);
