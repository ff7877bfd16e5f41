import type { Lexicon } from './lexicon.ts';
import type { Word } from './words.ts';

/** Questions about a word by itself. */
export type WordTests = Readonly<
  Record<
    | 'isInitials'
    | 'isLetter'
    | 'isListed'
    | 'isAmbiguous'
    | 'isSurnameLike'
    | 'isAcronym'
    | 'isUnknown'
    | 'isForeign'
    | 'isNamelike',
    (word: Word) => boolean
  >
>;

/** Letters that stand alone without being an initial. */
const WORD_OF_A_LETTER = /^[xiuo]\.?$/;

/** Returns the tests; in a text that `isShouted`, capitals tell nothing. */
export function createWordTests(
  { isCommon, isProper, isStopWord, isUnknown, list }: Lexicon,
  isShouted: boolean,
): WordTests {
  const isFirstName = (folded: string) => list('voornamen').has(folded);
  /** "Karins bericht" */
  const isGenitive = (folded: string) =>
    folded.length > 4 && folded.endsWith('s') && !isCommon(folded) && isFirstName(folded.slice(0, -1));
  const isAcronym = ({ text }: Word) => !isShouted && /^\p{Lu}{2,6}(?:['’]?(?:s|t|ers?))?$/u.test(text);
  return {
    isInitials: ({ text, folded }) =>
      !WORD_OF_A_LETTER.test(folded) &&
      !isProper(folded) &&
      (/^(?:\p{Lu}\.)+$|^\p{Ll}\.$/u.test(text) || (!isShouted && /^\p{Lu}{1,2}$/u.test(text))),
    isLetter: ({ text, folded }) => text.length === 1 && !WORD_OF_A_LETTER.test(folded),
    isListed: ({ folded }) =>
      isFirstName(folded) ||
      isGenitive(folded) ||
      list('achternamen').has(folded) ||
      (folded.includes('-') && folded.split('-').some((part) => part.length > 2 && isFirstName(part))),
    isAmbiguous: ({ folded }) => list('voornamen_ook_woord').has(folded),
    isSurnameLike: ({ folded }) =>
      list('achternamen_ook_woord').has(folded) || list('achternamen').has(folded),
    isAcronym,
    isUnknown: (word) =>
      word.folded.length > 2 && !word.text.includes('.') && !isAcronym(word) && isUnknown(word.folded),
    isForeign: ({ folded }) => isProper(folded) || isStopWord(folded),
    isNamelike: ({ folded }) => !list('tussenvoegsels_ook_woord').has(folded),
  };
}
