import type { Lexicon } from './lexicon.ts';
import { createWordTests } from './word-tests.ts';
import type { Word } from './words.ts';

/** Questions about the words of one text, by their index; false for an index that has no word. */
export interface NameTests {
  /** A name by itself, wherever it stands. */
  readonly isName: (index: number) => boolean;
  /** Any words but stop words and proper names: where only a name can stand. */
  readonly couldBeName: (first: number, last: number) => boolean;
  /** A capital, a first name or a word that the knowledge does not have: where a name often stands. */
  readonly isLikelyName: (index: number) => boolean;
  /** Belongs to the name after it: an initial, a first name, a particle. */
  readonly mayPrecedeName: (index: number) => boolean;
  readonly mayFollowName: (index: number) => boolean;
  /** The first word from this one on that is no particle; `isNamelike` when one of those is no ordinary word. */
  readonly skipParticles: (index: number) => { readonly last: number; readonly isNamelike: boolean };
  /** Whether nothing but a space, or the full stop of an initial or a title, is between the words. */
  readonly isJoined: (first: number, last: number) => boolean;
  readonly isStart: (index: number) => boolean;
  readonly isStop: (index: number) => boolean;
  readonly isCapital: (index: number) => boolean;
  readonly isParticle: (index: number) => boolean;
  /** Whether a comma, an exclamation mark or a line end follows. */
  readonly endsClause: (index: number) => boolean;
}

const MAX_PARTICLES = 4;
/** Share of capitals above which they tell nothing. */
const SHOUTED = 0.6;

/** Returns the tests for the words of a text. */
export function createNameTests(words: readonly Word[], lexicon: Lexicon): NameTests {
  const { isCommon, isStopWord, list } = lexicon;
  const letters = words
    .map(({ text }) => text)
    .filter((text) => !text.startsWith('['))
    .join('');
  const isShouted =
    (words.length > 2 && (letters.match(/\p{Lu}/gu)?.length ?? 0) > SHOUTED * letters.length) ||
    (words.length > 4 && words.filter(({ text }) => /^\p{Lu}/u.test(text)).length > SHOUTED * words.length);
  const test = (is: (word: Word, index: number) => boolean) => (index: number) => {
    const word = words[index];
    return word !== undefined && !word.text.startsWith('[') && is(word, index);
  };

  const {
    isInitials,
    isListed,
    isAmbiguous,
    isSurnameLike,
    isAcronym,
    isUnknown,
    isForeign,
    isLetter,
    isNamelike,
  } = createWordTests(lexicon, isShouted);
  const isStart = (index: number) => {
    const previous = words[index - 1];
    return previous === undefined || (/[.!?:;\n"“”•]/.test(previous.gap) && !isInitials(previous));
  };
  const isCapital = test(({ text }) => !isShouted && /^['’]?\p{Lu}/u.test(text));
  const isParticle = test(({ folded }) => list('tussenvoegsels').has(folded));
  const isStop = test(({ folded }) => isStopWord(folded));
  const isInitial = test((word) => isInitials(word) && word.text.endsWith('.'));
  const isFirstPart = test((word) => isInitials(word) || isListed(word));

  const skipParticles = (index: number) => {
    let last = index;
    while (last < index + MAX_PARTICLES && (isParticle(last) || isInitial(last))) last += 1;
    const particles = words.slice(index, last);
    return {
      last,
      isNamelike:
        particles.some(isNamelike) ||
        (particles.length > 1 &&
          list('tussenvoegsels').has(
            particles
              .slice(-2)
              .map(({ folded }) => folded)
              .join(' '),
          )),
    };
  };
  const isJoined = (first: number, last: number) => {
    if (first === last) return true;
    const word = words[first];
    if (word === undefined || words[last] === undefined || last > first + 1) return false;
    return (
      word.gap === ' ' || (/^\.? ?$/.test(word.gap) && (word.text.length < 3 || word.text.endsWith('.')))
    );
  };
  const isSurname = test((word, index) => isSurnameLike(word) && isJoined(index - 1, index));
  const unknown = test(isUnknown);
  /** "mag gjalt dit plaatsen" */
  const isSubject = (index: number) =>
    unknown(index) &&
    isJoined(index - 1, index) &&
    isStart(index - 1) &&
    list('werkwoorden').has(words[index - 1]?.folded ?? '');
  /** "sharda ramdin" */
  const isPair = (index: number) =>
    unknown(index) &&
    ((isJoined(index, index + 1) && unknown(index + 1)) ||
      (isJoined(index - 1, index) && unknown(index - 1)));
  /** Capitalized ordinary words in a row, as in the name of a course. */
  const isOrdinary = test(
    (word, index) => isCapital(index) && isCommon(word.folded) && !isAmbiguous(word) && !isSurnameLike(word),
  );
  const isTitle = (index: number) => isOrdinary(index) && (isOrdinary(index - 1) || isOrdinary(index + 1));
  const isName = test((word, index) => {
    if (isListed(word) || (/^(?:\p{Lu}\.){2,}$/u.test(word.text) && isInitials(word))) return true;
    if (isInitial(index)) return startsName(index);
    if (isForeign(word) || list('tussenvoegsels').has(word.folded)) return false;
    if (isShouted) return isUnknown(word) && /^\p{Lu}/u.test(word.text);
    if (isAmbiguous(word) && isJoined(index, index + 1) && isSurname(skipParticles(index + 1).last))
      return true;
    if (isSubject(index) || isPair(index)) return true;
    if (!isCapital(index) || isAcronym(word) || word.text.length < 2 || word.text.includes('.')) return false;
    if (!isStart(index)) return !isTitle(index);
    return isUnknown(word) || (isAmbiguous(word) && list('werkwoorden').has(words[index + 1]?.folded ?? ''));
  });
  /** "w. bloem belde", "roos de boer" */
  const startsName = (index: number) => {
    const { last } = skipParticles(index + 1);
    const next = words[last];
    if (next === undefined || !isJoined(last - 1, last) || isForeign(next)) return false;
    return isCapital(last) || isUnknown(next) || isAmbiguous(next) || isSurnameLike(next) || isStart(index);
  };
  const isLikelyName = test(
    (word, index) =>
      isName(index) ||
      (!isForeign(word) && (isUnknown(word) || isAmbiguous(word) || (isCapital(index) && !isAcronym(word)))),
  );
  const couldBeName = test((word) => !isForeign(word) || isListed(word));
  return {
    isName,
    isLikelyName,
    couldBeName: (first, last) => couldBeName(first) && couldBeName(last),
    mayPrecedeName: test(
      (word, index) =>
        isListed(word) ||
        (isAmbiguous(word) && !isStopWord(word.folded)) ||
        isInitials(word) ||
        isLetter(word) ||
        isUnknown(word) ||
        (isParticle(index) &&
          (isNamelike(word) || (isCapital(index) && !isStart(index)) || isFirstPart(index - 1))),
    ),
    mayFollowName: test(
      (word, index) =>
        isLikelyName(index) ||
        isSurnameLike(word) ||
        (isInitials(word) && word.text.length < 3) ||
        (isParticle(index - 1) && isCapital(index) && !isForeign(word)) ||
        // "Jan Rotterdam"
        (isFirstPart(index - 1) &&
          /^\p{Lu}/u.test(word.text) &&
          !isStopWord(word.folded) &&
          !isCommon(word.folded)),
    ),
    skipParticles,
    isJoined,
    isStart,
    isStop,
    isCapital,
    isParticle,
    endsClause: (index) => index === words.length - 1 || /^ ?[,!\n(]/.test(words[index]?.gap ?? ''),
  };
}
