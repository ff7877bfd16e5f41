import { createHash } from 'node:crypto';
import type { Quote } from '../core/index.ts';

/** A paragraph of the source with the heading that it stands under. */
interface Paragraph {
  readonly text: string;
  readonly section?: string;
}

/** The verbatim text of a guidance, cut into paragraphs and sentences. */
export interface Source {
  readonly title: string;
  readonly paragraphs: readonly Paragraph[];
  /** Every sentence of the running text, in order; headings and the title are not among them. */
  readonly sentences: readonly string[];
  /** The paragraphs in which a word stands between spaces, in order. */
  readonly byWord: ReadonlyMap<string, readonly Paragraph[]>;
}

const BULLET = /^[•·▪‣*–-]\s+/;
const HEADING_END = /[.?!:;,”’"]$/;
const LONGEST_HEADING = 120;

export function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Runs of white space count as one space: a quote may be folded over lines in YAML, its words may not differ. */
export function collapse(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/**
 * Reads the source: paragraphs are parted by blank lines, a short line without closing punctuation is a heading
 * (a Markdown `#` is one too), the first line is the title, a line that starts with a bullet is a paragraph of its own.
 */
export function readSource(text: string, language: string): Source {
  const blocks = text
    .replace(/\r\n?/g, '\n')
    .split(/\n(?:[ \t]*\n)+|\n(?=[ \t]*[•·▪‣*–-][ \t])/)
    .map(collapse)
    .filter((block) => block !== '');
  const paragraphs: Paragraph[] = [];
  let section: string | undefined;
  for (const [index, block] of blocks.entries()) {
    const markdown = /^#+\s+(.+)$/.exec(block);
    const isHeading =
      markdown !== null ||
      (block.length <= LONGEST_HEADING && !HEADING_END.test(block) && !BULLET.test(block));
    const bare = (markdown?.[1] ?? block).replace(BULLET, '');
    if (isHeading && index > 0) section = bare;
    paragraphs.push({ text: bare, ...(section !== undefined && { section }) });
    // A heading is kept as a paragraph too, so that it can be quoted.
  }
  const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' });
  const sentences = paragraphs
    .filter((paragraph, index) => index > 0 && paragraph.text !== paragraph.section)
    .flatMap((paragraph) => [...segmenter.segment(paragraph.text)].map(({ segment }) => segment.trim()))
    .filter((sentence) => /\p{L}/u.test(sentence));
  return { title: paragraphs[0]?.text ?? '', paragraphs, sentences, byWord: indexWords(paragraphs) };
}

function indexWords(paragraphs: readonly Paragraph[]): Map<string, Paragraph[]> {
  const byWord = new Map<string, Paragraph[]>();
  for (const paragraph of paragraphs) {
    for (const word of new Set(paragraph.text.split(' '))) {
      const list = byWord.get(word);
      if (list === undefined) byWord.set(word, [paragraph]);
      else list.push(paragraph);
    }
  }
  return byWord;
}

/** The only paragraphs that a collapsed text can stand in: those with the rarest of its words, its edges left out. */
function paragraphsFor({ paragraphs, byWord }: Source, text: string): readonly Paragraph[] {
  let fewest = paragraphs;
  for (const word of text.split(' ').slice(1, -1)) {
    const list = byWord.get(word) ?? [];
    if (list.length < fewest.length) fewest = list;
  }
  return fewest;
}

/** Finds a quote in the source, word for word; `undefined` when it does not stand there. */
export function findQuote(source: Source, quote: string): Quote | undefined {
  const text = collapse(quote);
  const paragraph = paragraphsFor(source, text).find((candidate) => candidate.text.includes(text));
  if (paragraph === undefined || text === '') return undefined;
  const { section } = paragraph;
  return {
    text,
    paragraph: paragraph.text,
    ...(section !== undefined && section !== paragraph.text && { section }),
  };
}

/** The sentence of the source that looks most like a wrong quote, and where the two begin to differ. */
export function nearestSentence(
  source: Source,
  quote: string,
): { sentence: string; difference: string } | undefined {
  const text = collapse(quote);
  const wanted = trigrams(text);
  let best: { sentence: string; score: number } | undefined;
  for (const sentence of [...source.sentences, ...source.paragraphs.map((paragraph) => paragraph.text)]) {
    const found = trigrams(sentence);
    const shared = [...wanted].filter((gram) => found.has(gram)).length;
    const score = (2 * shared) / (wanted.size + found.size || 1);
    if (best === undefined || score > best.score) best = { sentence, score };
  }
  if (best === undefined) return undefined;
  const original = alignedWith(source, text, wanted);
  let at = 0;
  while (at < text.length && text[at] === original[at]) at += 1;
  const around = (line: string) => line.slice(Math.max(0, at - 15), at + 15).trim();
  return {
    sentence: best.sentence,
    difference: `jij schrijft “${around(text)}”, de bron heeft “${around(original)}”`,
  };
}

/** The source from the word on where it goes on most like a wrong quote. */
function alignedWith(source: Source, text: string, wanted: ReadonlySet<string>): string {
  let best = { rest: '', score: -1 };
  for (const paragraph of source.paragraphs) {
    for (const { index } of paragraph.text.matchAll(/(?<![\p{L}\p{N}])[^\s]/gu)) {
      const rest = paragraph.text.slice(index);
      const window = rest.slice(0, text.length);
      const found = trigrams(window);
      let same = 0;
      while (same < text.length && text[same] === window[same]) same += 1;
      // Letter groups find the place; the same beginning decides between places a word apart.
      const score = [...wanted].filter((gram) => found.has(gram)).length + same / 2;
      if (score > best.score) best = { rest, score };
    }
  }
  return best.rest;
}

/** Whether a quote stands in the source, but only with half a word at its beginning or end. */
export function cutsWord(source: Source, quote: string): boolean {
  const text = collapse(quote);
  const inWord = /[\p{L}\p{N}]/u;
  return !paragraphsFor(source, text).some((paragraph) => {
    for (let at = paragraph.text.indexOf(text); at >= 0; at = paragraph.text.indexOf(text, at + 1)) {
      const before = paragraph.text[at - 1] ?? '';
      const after = paragraph.text[at + text.length] ?? '';
      const cut =
        (inWord.test(before) && inWord.test(text[0] ?? '')) ||
        (inWord.test(after) && inWord.test(text.at(-1) ?? ''));
      if (!cut) return true;
    }
    return false;
  });
}

function trigrams(text: string): Set<string> {
  const padded = `  ${text.toLowerCase()} `;
  return new Set(Array.from({ length: padded.length - 2 }, (_, index) => padded.slice(index, index + 3)));
}
