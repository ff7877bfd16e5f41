import { LineCounter, parseDocument } from 'yaml';
import type { YAMLError } from 'yaml';
import { explainSyntax } from './explain-syntax.ts';
import type { SyntaxProblem } from './explain-syntax.ts';

/** More parts with errors are not told: they mostly have one cause. */
const MAX_BLOCKS = 20;

/**
 * Why a text is not YAML: of each item or key at the left margin that is no YAML by itself the first error, because the others
 * in it are mostly consequences; what is wrong between those; and every duplicate key.
 */
export function explainErrors(text: string, errors: readonly YAMLError[]): SyntaxProblem[] {
  const starts = startsOfBlocks(text);
  const lines = text.split('\n');
  const linesOf = (start: number, end?: number) => lines.slice(start - 1, end && end - 1).join('\n');
  const ends = [...starts.slice(1), undefined];
  const found = starts
    .map((start, index) => [start, ends[index]] as const)
    .filter((range) => errorsIn(linesOf(...range)).length > 0)
    .slice(0, MAX_BLOCKS)
    .map(([start, end]) => {
      // Behind as many empty lines as there are before it, so that its errors have the lines of the file.
      const block = `${'\n'.repeat(start - 1)}${linesOf(start, end)}`;
      return explainSyntax(block, errorsIn(block));
    });
  const first = explainSyntax(text, errors);
  // An error of the whole text behind one that a part has by itself may be its consequence: a bracket that stays open.
  const isFirst = found.every(({ line = 1 }) => (first.line ?? 1) < line);
  const problems = isFirst ? [first, ...found] : found;
  const told = new Set(problems.map(({ line }) => line));
  const duplicates = errors
    .filter(({ code }) => code === 'DUPLICATE_KEY')
    .map((error) => explainSyntax(text, [error]))
    .filter(({ line }) => !told.has(line));
  return [...problems, ...duplicates].sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
}

/** The 1-based lines at which an item of a list, or a key, stands at the left margin; what is before them is of the first. */
function startsOfBlocks(text: string): readonly number[] {
  const opens = /^(?:- |-$|[\p{L}\p{N}_-]+:(?:\s|$))/u;
  const starts = text.split(/\r?\n/).flatMap((line, index) => (opens.test(line) ? [index + 1] : []));
  return [1, ...starts.slice(1)];
}

function errorsIn(text: string): readonly YAMLError[] {
  return parseDocument(text, { lineCounter: new LineCounter(), logLevel: 'error' }).errors;
}
