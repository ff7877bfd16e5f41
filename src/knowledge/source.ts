import type { Quote, SourceParagraph, SourcePart } from '../core/index.ts';

/** A paragraph of the source. `section` is the heading above it, or its own text. */
interface Paragraph extends SourceParagraph {
  readonly text: string;
  readonly section?: string;
}

/** The verbatim text of a guidance, split into paragraphs and sentences. */
export interface Source {
  readonly title: string;
  readonly paragraphs: readonly Paragraph[];
  /** The sentences of the running text, in order; no headings, no title. */
  readonly sentences: readonly string[];
  /** Inverted index: the paragraphs that contain a word, in order. Words are split at spaces. */
  readonly byWord: ReadonlyMap<string, readonly Paragraph[]>;
}

const BULLET = /^[•·▪‣*–-]\s+/;
/** “a.” or “iv)” before an item of a list. */
const ENUMERATOR = /^\(?(?:\p{L}{1,2}|[ivx]+)[.)]$/iu;
const HEADING_END = /[.?!:;,”’"]$/;
const MAX_HEADING_LENGTH = 120;

/** Replaces each run of white space by one space, because YAML may fold a quote over lines. */
export function collapse(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/**
 * Splits a source. Blank lines separate paragraphs, and each line with a bullet is a paragraph. The first paragraph is the
 * title; a heading is a short one without closing punctuation, or with a Markdown `#`.
 */
export function readSource(text: string, language: string): Source {
  const blocks = text
    .replace(/\r\n?/g, '\n')
    .split(/\n(?:[ \t]*\n)+|\n(?=[ \t]*[•·▪‣*–-][ \t])/)
    .map(collapse)
    .filter((block) => block !== '');
  const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' });
  const paragraphs: Paragraph[] = [];
  const sentences: string[] = [];
  let section: string | undefined;
  for (const [index, block] of blocks.entries()) {
    const markdown = /^#+\s+(.+)$/.exec(block);
    const isItem = BULLET.test(block);
    const isHeading =
      markdown !== null || (block.length <= MAX_HEADING_LENGTH && !HEADING_END.test(block) && !isItem);
    const text = (markdown?.[1] ?? block).replace(BULLET, '');
    if (isHeading && index > 0) section = text;
    const kind = index === 0 ? 'title' : isHeading ? 'heading' : isItem ? 'item' : 'text';
    const parts = [...segmenter.segment(text)].map(({ segment }): SourcePart => {
      if (kind === 'title' || kind === 'heading' || !isSentence(segment.trim())) return { text: segment };
      return { text: segment, number: sentences.push(segment.trim()) };
    });
    // Headings too: they may be quoted.
    paragraphs.push({ kind, text, parts, ...(section !== undefined && { section }) });
  }
  return { title: paragraphs[0]?.text ?? '', paragraphs, sentences, byWord: indexWords(paragraphs) };
}

function isSentence(text: string): boolean {
  return /\p{L}/u.test(text) && !ENUMERATOR.test(text);
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

/**
 * The paragraphs that may contain a collapsed text: those with its rarest word. Ignores its first and last word, which may
 * be parts of words.
 */
function candidatesFor({ paragraphs, byWord }: Source, text: string): readonly Paragraph[] {
  let rarest = paragraphs;
  for (const word of text.split(' ').slice(1, -1)) {
    const list = byWord.get(word) ?? [];
    if (list.length < rarest.length) rarest = list;
  }
  return rarest;
}

/** The quote with its paragraph and section; `undefined` when it is not in the source word for word. */
export function findQuote(source: Source, quote: string): Quote | undefined {
  const text = collapse(quote);
  const paragraph = candidatesFor(source, text).find((candidate) => candidate.text.includes(text));
  if (paragraph === undefined || text === '') return undefined;
  const { section } = paragraph;
  return {
    text,
    paragraph: paragraph.text,
    sentences: numbersAt(paragraph, paragraph.text.indexOf(text), text.length),
    ...(section !== undefined && section !== paragraph.text && { section }),
  };
}

/** The numbers of the sentences of which a piece of a paragraph holds something. */
function numbersAt({ parts }: Paragraph, start: number, length: number): number[] {
  let end = 0;
  return parts.flatMap(({ text, number }) => {
    const begin = end;
    end += text.length;
    return number === undefined || begin >= start + length || end <= start ? [] : [number];
  });
}

/**
 * The sentence or paragraph nearest to a wrong quote, by the Dice coefficient of their trigrams, and the first difference
 * between quote and source as Dutch text.
 */
export function nearestSentence(
  source: Source,
  quote: string,
): { readonly sentence: string; readonly difference: string } | undefined {
  const text = collapse(quote);
  const wanted = trigrams(text);
  let best: { readonly sentence: string; readonly score: number } | undefined;
  for (const sentence of [...source.sentences, ...source.paragraphs.map((paragraph) => paragraph.text)]) {
    const found = trigrams(sentence);
    const score = (2 * countShared(wanted, found)) / (wanted.size + found.size || 1);
    if (best === undefined || score > best.score) best = { sentence, score };
  }
  if (best === undefined) return undefined;
  const original = alignedSource(source, text);
  const at = commonPrefixLength(text, original);
  const around = (line: string) => line.slice(Math.max(0, at - 15), at + 15).trim();
  return {
    sentence: best.sentence,
    difference: `jij schrijft “${around(text)}”, de bron heeft “${around(original)}”`,
  };
}

/** The rest of a paragraph, from the word at which the source resembles a wrong quote most. */
function alignedSource(source: Source, text: string): string {
  const wanted = trigrams(text);
  let best = { rest: '', score: -1 };
  for (const paragraph of source.paragraphs) {
    for (const { index } of paragraph.text.matchAll(/(?<![\p{L}\p{N}])[^\s]/gu)) {
      const rest = paragraph.text.slice(index);
      const window = rest.slice(0, text.length);
      // Shared trigrams find the region, the common prefix finds the word in it.
      const score = countShared(wanted, trigrams(window)) + commonPrefixLength(text, window) / 2;
      if (score > best.score) best = { rest, score };
    }
  }
  return best.rest;
}

function trigrams(text: string): Set<string> {
  const padded = `  ${text.toLowerCase()} `;
  return new Set(Array.from({ length: padded.length - 2 }, (_, index) => padded.slice(index, index + 3)));
}

function countShared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  return [...a].filter((gram) => b.has(gram)).length;
}

function commonPrefixLength(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}

/** Whether each occurrence of a quote in the source begins or ends inside a word. */
export function cutsWord(source: Source, quote: string): boolean {
  const text = collapse(quote);
  const inWord = /[\p{L}\p{N}]/u;
  return !candidatesFor(source, text).some((paragraph) => {
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
