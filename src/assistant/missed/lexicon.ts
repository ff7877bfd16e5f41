import type { Knowledge, NameList } from '../../core/index.ts';
import { fold, wordsOf } from './words.ts';
import type { Word } from './words.ts';

/** What is known of words. Phrases and words are folded: see `fold`. */
export interface Lexicon {
  /** The lists of `basis/namen.yaml`; empty without that file. */
  readonly list: (name: NameList) => ReadonlySet<string>;
  /** Words that are never a name: those of the language, and those after which a sentence goes on. */
  readonly isStopWord: (folded: string) => boolean;
  /** Whether the knowledge has the word in lower case, or both halves of a compound. */
  readonly isCommon: (folded: string) => boolean;
  /** Whether nothing is known of it. Never, in a knowledge with too few words to tell. */
  readonly isUnknown: (folded: string) => boolean;
  /** Whether it is the name of an organisation, a place and so on, or a compound of one ("LinkedInbericht"). */
  readonly isProper: (folded: string) => boolean;
}

/** Uses in the knowledge, capitalized within a sentence, that make a proper name: one may be a person's. */
const MIN_PROPER = 2;
/** Words of a knowledge from which on a word that it does not have is probably a name; the shipped one has 20,000. */
const MIN_VOCABULARY = 5_000;
/** Letters of each half of a compound. */
const MIN_HALF = 4;
const SENTENCE_END = /[.!?:;\n"“”(]/;

/** Builds the lexicon from the texts of a knowledge; takes some 0.2 s for 35,000 texts. */
export function createLexicon(knowledge: Knowledge): Lexicon {
  const lists = new Map(
    Object.entries(knowledge.names ?? {}).map(([name, words]) => [name, new Set(words.map(fold))]),
  );
  const none = new Set<string>();
  const list = (name: NameList) => lists.get(name) ?? none;
  const isName = (folded: string) => list('voornamen').has(folded) || list('achternamen').has(folded);
  const isAlsoName = (folded: string) =>
    list('voornamen_ook_woord').has(folded) || list('achternamen_ook_woord').has(folded);
  const common = new Set<string>();
  const capitalized = new Map<string, number>();
  const started = new Set<string>();
  for (const text of new Set(textsOf(knowledge))) {
    let isStart = true;
    // The words since the last that is part of a person's name: "A. de Wit" makes no proper name of "Wit".
    let sinceName = Infinity;
    for (const word of wordsOf(text)) {
      sinceName += 1;
      if (/^\p{Ll}/u.test(word.text)) common.add(word.folded);
      // A word that begins several sentences is no name, or one of the lists.
      else if (isStart) (started.has(word.folded) ? common : started).add(word.folded);
      else if (sinceName > 2) capitalized.set(word.folded, (capitalized.get(word.folded) ?? 0) + 1);
      if (isName(word.folded) || word.text.endsWith('.') || list('aanspreking').has(word.folded))
        sinceName = 0;
      isStart = SENTENCE_END.test(word.gap);
    }
  }
  const proper = new Set(list('eigennamen'));
  for (const [word, uses] of capitalized) {
    if (uses >= MIN_PROPER && word.length > 2 && !isName(word) && !isAlsoName(word)) proper.add(word);
  }
  const stop = new Set([
    ...list('geen_naam'),
    ...list('werkwoorden'),
    ...list('groeten'),
    ...knowledge.guidances.flatMap(({ words }) =>
      [words.nl, words.en].flatMap(({ negeren, herkennen }) => [...negeren, ...herkennen].map(fold)),
    ),
  ]);
  const isWord = (folded: string) => common.has(folded) && !isName(folded);
  const halves = (folded: string, isFirst: (half: string) => boolean, least = MIN_HALF) => {
    for (let at = MIN_HALF; at <= folded.length - least; at += 1) {
      if (isFirst(folded.slice(0, at)) && isWord(folded.slice(at))) return true;
    }
    return false;
  };
  const eachPart = (folded: string, is: (part: string) => boolean) =>
    is(folded) || (folded.includes('-') && folded.split('-').every((part) => part.length < 2 || is(part)));
  const isProperPart = (part: string) => proper.has(part) || halves(part, (half) => proper.has(half), 3);
  const isCommonPart = (part: string) =>
    isWord(part) ||
    halves(part, isWord) ||
    halves(part, (half) => half.endsWith('s') && isWord(half.slice(0, -1)));
  const isStopWord = (folded: string) => stop.has(folded);
  const isCommon = (folded: string) => eachPart(folded, isCommonPart);
  const isProper = (folded: string) =>
    isProperPart(folded) ||
    (folded.split('-').some(isProperPart) &&
      eachPart(folded, (part) => isProperPart(part) || isCommonPart(part)));
  return {
    list,
    isStopWord,
    isCommon,
    isProper,
    isUnknown: (folded) =>
      common.size >= MIN_VOCABULARY && !isCommon(folded) && !isProper(folded) && !isStopWord(folded),
  };
}

function* textsOf({ guidances }: Knowledge): Generator<string> {
  for (const { title, entries, practice } of guidances) {
    yield title;
    for (const { quotes, wording } of entries) {
      for (const { text, paragraph } of quotes) yield* [text, paragraph];
      for (const { question, variants, title = '', answer, pointer = '' } of Object.values(wording))
        yield* [question, ...variants, title, answer, pointer];
    }
    for (const { text } of practice) yield text;
  }
}

/** Whether the words up to and including this one end in a phrase of a list, of at most five words. */
export function endsPhrase(words: readonly Word[], index: number, phrases: ReadonlySet<string>): boolean {
  let phrase = '';
  for (let at = index; at >= 0 && at > index - 5; at -= 1) {
    const word = words[at];
    if (word === undefined || (phrase !== '' && /[^ .]/.test(word.gap))) return false;
    phrase = phrase === '' ? word.folded : `${word.folded} ${phrase}`;
    const isColon = words[index]?.gap.startsWith(':') === true && phrases.has(`${phrase}:`);
    if (isColon || phrases.has(phrase) || phrases.has(phrase.replace(/\.$/, ''))) return true;
  }
  return false;
}
