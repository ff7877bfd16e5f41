import type { LanguageWords, WordsByLanguage } from '../knowledge/model.ts';
import { clean, tokenize } from '../normalize.ts';
import type { Language } from '../types.ts';
import { stem } from './stem.ts';

/** A synonym group as a feature: its number and how alike its words are (0..1). */
export interface Concept {
  readonly id: number;
  readonly weight: number;
}

/** What the words files say, made ready to look up. */
export interface Lexicon {
  readonly languages: readonly Language[];
  /** The language whose common words the tokens hold most of; the guidance's own when they tell nothing. */
  readonly languageOf: (tokens: readonly string[]) => Language;
  /** Writes abbreviations out and takes greetings from around the question, unless nothing else is left. */
  readonly expand: (tokens: readonly string[], language: Language) => string[];
  readonly withoutGreetings: (tokens: readonly string[]) => string[];
  /** Whether a question opens with, or is, words that lean on what was said before ("en op", "waarom"). */
  readonly isJoining: (tokens: readonly string[]) => boolean;
  readonly isIgnored: (token: string, language: Language) => boolean;
  /** A word as the index knows it: sounds folded to one spelling, ending cut. */
  readonly key: (token: string, language: Language) => string;
  /** A word with its sounds folded, uncut. */
  readonly fold: (token: string) => string;
  /** The synonym groups of the phrase of `length` tokens that starts at a place. */
  readonly conceptsAt: (keys: readonly string[], start: number, length: number) => readonly Concept[];
  /** Every key that stands in some synonym group. */
  readonly knownKeys: ReadonlySet<string>;
}

/** Longest phrase of a synonym group, in words. */
export const LONGEST_PHRASE = 4;
/** Words are folded often and seldom new. Bounded, because people can type anything. */
const CACHE_SIZE = 20_000;

export function createLexicon(
  words: WordsByLanguage,
  own: Language,
  languages: readonly Language[],
): Lexicon {
  const used = languages.map((language) => [language, words[language]] as const);
  const fold = createFold(used.flatMap(([, list]) => list.spelling));
  const keys = new Map<string, string>();
  const key = (token: string, language: Language): string => {
    const name = `${language}${token}`;
    let value = keys.get(name);
    if (value === undefined) {
      value = stem(fold(token), language);
      if (keys.size >= CACHE_SIZE) keys.clear();
      keys.set(name, value);
    }
    return value;
  };
  const concepts = createConcepts(used, key);
  const ignored = perLanguage(used, (list) => new Set(list.negeren.flatMap(phrase)));
  const common = perLanguage(used, (list) => new Set(list.herkennen.flatMap(phrase)));
  const short = perLanguage(used, (list) => abbreviations(list));
  const greetings = phrasesByFirst(used.flatMap(([, list]) => list.begroeting));
  const joining = phrasesByFirst(used.flatMap(([, list]) => list.aansluiten));

  return {
    languages,
    fold,
    key,
    conceptsAt: (list, start, length) => concepts.get(list.slice(start, start + length).join(' ')) ?? [],
    knownKeys: new Set([...concepts.keys()].filter((name) => !name.includes(' '))),
    isIgnored: (token, language) => ignored[language]?.has(token) ?? false,
    isJoining: (tokens) => phraseAt(joining, tokens, 0) !== undefined,
    languageOf: (tokens) => {
      let best = own;
      let most = 0;
      for (const language of [own, ...languages.filter((other) => other !== own)]) {
        const count = tokens.filter((token) => common[language]?.has(token)).length;
        if (count > most) [best, most] = [language, count];
      }
      return best;
    },
    expand: (tokens, language) => tokens.flatMap((token) => short[language]?.get(token) ?? [token]),
    withoutGreetings: (tokens) => {
      const left: string[] = [];
      for (let at = 0; at < tokens.length;) {
        const match = phraseAt(greetings, tokens, at);
        if (match === undefined) left.push(tokens[at] ?? '');
        at += match?.length ?? 1;
      }
      return left;
    },
  };
}

type Phrases = ReadonlyMap<string, readonly (readonly string[])[]>;

/** Phrases by their first word, longest first. */
function phrasesByFirst(texts: readonly string[]): Phrases {
  const phrases = new Map<string, string[][]>();
  for (const words of texts.map(phrase)) {
    const [first] = words;
    if (first !== undefined) phrases.set(first, [...(phrases.get(first) ?? []), words]);
  }
  for (const list of phrases.values()) list.sort((a, b) => b.length - a.length);
  return phrases;
}

function phraseAt(phrases: Phrases, tokens: readonly string[], at: number): readonly string[] | undefined {
  return (phrases.get(tokens[at] ?? '') ?? []).find((words) =>
    words.every((word, offset) => tokens[at + offset] === word),
  );
}

function phrase(text: string): string[] {
  return tokenize(clean(text));
}

function perLanguage<T>(
  used: readonly (readonly [Language, LanguageWords])[],
  make: (list: LanguageWords) => T,
): Partial<Record<Language, T>> {
  return Object.fromEntries(used.map(([language, list]) => [language, make(list)]));
}

function abbreviations(list: LanguageWords): Map<string, string[]> {
  return new Map(
    Object.entries(list.afkortingen).flatMap(([from, to]) => {
      const [token, ...more] = phrase(from);
      return token === undefined || more.length > 0 ? [] : [[token, phrase(to)] as [string, string[]]];
    }),
  );
}

function createFold(rules: readonly (readonly [string, string])[]): (token: string) => string {
  const compiled = rules.map(([from, to]) => {
    const literal = from.replace(/[^\p{L}\p{N}^$]/gu, '');
    return [new RegExp(literal, 'g'), to] as const;
  });
  return (token) => {
    let folded = token;
    for (const [from, to] of compiled) folded = folded.replace(from, to);
    return folded.replace(/(\p{L})\1+/gu, '$1');
  };
}

function createConcepts(
  used: readonly (readonly [Language, LanguageWords])[],
  key: (token: string, language: Language) => string,
): Map<string, Concept[]> {
  const concepts = new Map<string, Concept[]>();
  let id = 0;
  for (const [, list] of used) {
    for (const group of list.synoniemen) {
      const { woorden, gewicht } = Array.isArray(group) ? { woorden: group, gewicht: 1 } : group;
      for (const word of woorden) {
        const tokens = phrase(word);
        if (tokens.length === 0 || tokens.length > LONGEST_PHRASE) continue;
        for (const language of used.map(([name]) => name)) {
          const name = tokens.map((token) => key(token, language)).join(' ');
          const found = concepts.get(name) ?? [];
          if (!found.some((concept) => concept.id === id))
            concepts.set(name, [...found, { id, weight: gewicht }]);
        }
      }
      id += 1;
    }
  }
  return concepts;
}
