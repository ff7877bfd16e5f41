import { endsPhrase } from './lexicon.ts';
import type { Lexicon } from './lexicon.ts';
import type { NameTests } from './name-tests.ts';
import type { Word } from './words.ts';

/** In words. */
const MAX_SIGNATURE = 8;
const MAX_NAME = 5;

/** Offsets of the signature after this word, if it is a closing near the end of the text. */
export function signatureAfter(
  words: readonly Word[],
  index: number,
  text: string,
  lexicon: Lexicon,
  tests: NameTests,
): readonly [number, number] | undefined {
  const [word, first] = [words[index], words[index + 1]];
  if (word === undefined || first === undefined) return undefined;
  const isThanks = endsPhrase(words, index, lexicon.list('bedankjes'));
  if (!isThanks && !endsPhrase(words, index, lexicon.list('afsluitingen'))) return undefined;
  const rest = words.slice(index + 1);
  if (rest.length > MAX_SIGNATURE || text.slice(word.end).includes('?')) return undefined;
  if (rest.every((one) => one.text.startsWith('['))) return undefined;
  // "groetjes en bedankt voor de hulp"
  if (
    rest.length > 1 &&
    !rest.some((_, at) => tests.isCapital(index + 1 + at) || tests.isLikelyName(index + 1 + at))
  )
    return undefined;
  // A sentence may go on after thanks: "bedankt, maar mag het ook". A name has a capital or is on the next line.
  const isCapital =
    /^\p{Lu}/u.test(first.text) && !lexicon.isStopWord(first.folded) && !lexicon.isProper(first.folded);
  if (isThanks && !isCapital && !word.gap.includes('\n')) return undefined;
  return [first.start, text.length];
}

/** Offsets of the last line, if it is a name. */
export function lastLine(
  words: readonly Word[],
  text: string,
  { isCapital, isParticle, couldBeName }: NameTests,
): readonly [number, number] | undefined {
  const start = text.lastIndexOf('\n') + 1;
  const indexes = [...words.keys()].filter((index) => (words[index]?.start ?? 0) >= start);
  if (start === 0 || indexes.length > MAX_NAME || !/^[^?!0-9]*$/.test(text.slice(start))) return undefined;
  const isPart = (index: number) => isParticle(index) || (isCapital(index) && couldBeName(index, index));
  return indexes.every(isPart) && indexes.some(isCapital) ? [start, text.length] : undefined;
}
