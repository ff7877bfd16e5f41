import { diffArrays, diffWords } from 'diff';
import { collapse, cutsWord, findQuote, nearestSentence } from '../source.ts';
import type { Source } from '../source.ts';

/** A sentence that is not the same in two editions. One of the two is absent when it came or went. */
export interface SentenceChange {
  readonly before?: string;
  readonly after?: string;
}

/** What becomes of a quote in another edition. */
export interface QuoteFate {
  readonly entry: string;
  readonly quote: string;
  /** `kept`: word for word in it. `signs`: its words are, with other signs. `broken`: its words are not. */
  readonly fate: 'kept' | 'signs' | 'broken';
  /** `signs`: the quote as it is there now. `broken`: the sentence nearest to it. */
  readonly now?: string;
}

/** Sentences that share at least half of their characters, in whole words, are one sentence that changed. */
const MIN_SHARED = 0.5;

/** The sentences that differ between two editions, in order. */
export function changedSentences(before: Source, after: Source): SentenceChange[] {
  const changes: SentenceChange[] = [];
  let gone: string[] = [];
  const flush = (came: readonly string[]) => {
    const left = [...gone];
    for (const sentence of came) {
      const at = left.findIndex((old) => sharedPart(old, sentence) >= MIN_SHARED);
      const removed = at < 0 ? [] : left.splice(0, at + 1);
      changes.push(...removed.slice(0, -1).map((old) => ({ before: old })));
      const old = removed.at(-1);
      changes.push({ ...(old !== undefined && { before: old }), after: sentence });
    }
    changes.push(...left.map((old) => ({ before: old })));
    gone = [];
  };
  for (const { value, added, removed } of diffArrays([...before.sentences], [...after.sentences])) {
    if (removed) gone = value;
    else flush(added ? value : []);
  }
  flush([]);
  return changes;
}

/** The share (0..1) of the longer text that is in the other too. */
function sharedPart(one: string, other: string): number {
  const common = diffWords(one, other).filter(({ added, removed }) => !added && !removed);
  return common.reduce((sum, { value }) => sum + value.length, 0) / Math.max(one.length, other.length);
}

/** What becomes of quotes in a new edition. */
export function fatesOfQuotes(
  quotes: readonly Pick<QuoteFate, 'entry' | 'quote'>[],
  after: Source,
): QuoteFate[] {
  return quotes.map(({ entry, quote }) => ({ entry, quote, ...fateOf(quote, after) }));
}

function fateOf(quote: string, after: Source): Pick<QuoteFate, 'fate' | 'now'> {
  const isThere = (text: string) => findQuote(after, text) !== undefined && !cutsWord(after, text);
  if (isThere(quote)) return { fate: 'kept' };
  const now = withOtherSigns(quote, after);
  if (now !== undefined && isThere(now)) return { fate: 'signs', now };
  const near = nearestSentence(after, quote)?.sentence;
  return { fate: 'broken', ...(near !== undefined && { now: near }) };
}

/** Signs that are written in several ways, each with one of them; all of one character, so that offsets stay. */
const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/[‘’‚‛`´′]/gu, "'"],
  [/[“”„‟″«»]/gu, '"'],
  [/[‐‑‒–—−]/gu, '-'],
  [/\s/gu, ' '],
];

function plainSigns(text: string): string {
  return SIGNS.reduce((result, [signs, plain]) => result.replace(signs, plain), text);
}

/** The piece of a source that has the same words as a quote. */
function withOtherSigns(quote: string, { paragraphs }: Source): string | undefined {
  const wanted = plainSigns(collapse(quote.normalize('NFC')));
  for (const { text } of paragraphs) {
    const at = plainSigns(text).indexOf(wanted);
    if (at >= 0) return text.slice(at, at + wanted.length);
  }
  return undefined;
}
