/** A part of a text (offsets, the end excluded) with what replaces it. Line breaks in `text` are `\n`. */
export interface Splice {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/**
 * Returns a text with its parts replaced; new line breaks are written as the first one of the text is. An insertion inside a
 * removed part moves to the end of that part.
 */
export function applySplices(text: string, splices: readonly Splice[]): string {
  const lineBreak = /\r?\n/.exec(text)?.[0] ?? '\n';
  const placeOf = (at: number) =>
    splices.reduce((place, { from, to }) => (from < place && place < to ? to : place), at);
  // From the end of the text to its begin, so that offsets stay valid.
  return splices
    .map((splice, order) => {
      const isAddition = splice.from === splice.to;
      const at = placeOf(splice.from);
      return { ...splice, ...(isAddition && { from: at, to: at }), order };
    })
    .sort((a, b) => b.from - a.from || b.to - a.to || b.order - a.order)
    .reduce(
      (result, { from, to, text: own }) =>
        result.slice(0, from) + own.replaceAll('\n', lineBreak) + result.slice(to),
      text,
    );
}

/** Returns the offset at which the line of an offset begins. */
export function lineStart(text: string, at: number): number {
  return at <= 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
}

/** Returns the offset after the line break that ends the line of an offset. */
export function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
}

/** Returns the line that begins at an offset, with its line break. */
export function lineAt(text: string, at: number): string {
  return text.slice(at, lineEnd(text, at));
}

/** Returns the splice that puts something in the place of a part of a text, which ends a line where that part does. */
export function replacePart(text: string, from: number, to: number, drawn: string): Splice {
  return { from, to, text: text.slice(from, to).endsWith('\n') ? `${drawn}\n` : drawn };
}

/** Returns the splice that adds lines (each with a line break) before the line at an offset, or at an end without one. */
export function insertLines(text: string, at: number, lines: string): Splice {
  const isOpenEnd = at > 0 && text[at - 1] !== '\n';
  return { from: at, to: at, text: isOpenEnd ? `\n${lines.slice(0, -1)}` : lines };
}

/** Returns the offset after the comment lines that follow an offset and are indented by more than `indent` spaces. */
export function afterComments(text: string, at: number, indent: number): number {
  const comment = new RegExp(`^ {${indent + 1},}#`);
  let end = at;
  while (end < text.length && comment.test(lineAt(text, end))) end = lineEnd(text, end);
  return end;
}
