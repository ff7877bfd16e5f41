/** A word of a text: also initials ("P.J.M.") and a mask ("[naam]"). */
export interface Word {
  readonly text: string;
  /** See `fold`; without the `'s` of a possessive. */
  readonly folded: string;
  /** Offset in the text. */
  readonly start: number;
  /** Offset after the last character. */
  readonly end: number;
  /** The characters up to the next word. */
  readonly gap: string;
}

const WORD =
  /\[[a-z-]+\]|(?:\p{L}\.){2,}|(?<![\p{L}\p{M}'’-])\p{L}\.(?=[ \p{L}])|v\/d(?= )|['’][ts](?= )|\p{L}[\p{L}\p{M}'’]*(?:-[\p{L}\p{M}'’]+)*/gu;

/** The words of a text in their order. */
export function wordsOf(text: string): Word[] {
  const found = [...text.matchAll(WORD)];
  return found.map((match, index) => {
    const end = match.index + match[0].length;
    const gap = text.slice(end, found[index + 1]?.index ?? text.length);
    return { text: match[0], folded: bare(fold(match[0])), start: match.index, end, gap };
  });
}

/** A text in lower case without accents, with straight apostrophes: equal for spellings of one name. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  if (/^[a-z]*$/.test(lower)) return lower;
  return lower
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[’‘`´]/g, "'")
    .replace(/[ıłøđß]/g, (letter) => PLAIN[letter] ?? letter);
}

const PLAIN: Readonly<Record<string, string>> = { ı: 'i', ł: 'l', ø: 'o', đ: 'd', ß: 'ss' };

const bare = (folded: string) => (folded.length > 3 ? folded.replace(/'s?$/, '') : folded);
