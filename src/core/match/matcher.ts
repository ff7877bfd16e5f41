import type { Entry, Guidance, WordsByLanguage } from '../model.ts';
import { sentences } from '../question/normalize.ts';
import type { Message, Sentence } from '../question/normalize.ts';
import type { Language } from '../types.ts';
import { createBag } from './bag.ts';
import { createClassifier } from './classifier.ts';
import { createWordsFor } from './explain.ts';
import type { WordsFor } from './explain.ts';
import { createExtract, longestGroup } from './features.ts';
import type { Features, Part } from './features.ts';
import { withoutGreetings } from '../question/greetings.ts';
import { wordFeature } from './feature-hash.ts';
import { createVectorize, rarity } from './inverted-index.ts';
import { joinWords, knownQuestions } from './training-set.ts';
import { createLexicon } from '../question/lexicon.ts';
import type { Lexicon } from '../question/lexicon.ts';
import { createLikeness, WHOLE } from './similarity.ts';
import { prepare } from './model.ts';
import { favour, highestOf } from './top-k.ts';
import type { ModelCache } from './model-file.ts';
import { createCorrector, limited } from './spelling.ts';

/** How one entry compares with a question; raw measurements, all 0..1. */
export interface Score {
  /** Place of the entry in `Matcher.entries`; `-1` for questions that are about none of them. */
  readonly entry: number;
  /** Likeness of its most alike known question. */
  readonly nearest: number;
  /** Probability by the classifier; `nearest` again when there is no classifier. */
  readonly probability: number;
  /** The two mixed: what entries are ranked on. */
  readonly rank: number;
}

/** All that is known of a question before anything is decided. */
export interface Analysis {
  /** The words of the question itself, not of the one before. */
  readonly features: Features;
  /** Best first. */
  readonly scores: readonly Score[];
  /** Content words in the question, and the share of their rarity that the knowledge has words for. */
  readonly contentWords: number;
  readonly coverage: number;
}

export interface Matcher {
  readonly entries: readonly Entry[];
  readonly languages: readonly Language[];
  readonly lexicon: Lexicon;
  readonly words: WordsByLanguage;
  readonly wordsFor: WordsFor;
  /** Measures a question against every entry; in the light of the question before it, when that is given. */
  readonly analyse: (message: Message, before?: Before) => Analysis;
}

/** What a follow-up leans on: the words of the entry answered before, and the entries near it. */
export interface Before {
  readonly text: string;
  readonly near: ReadonlySet<number>;
}

const MOST_SCORES = 12;
const LEAST_RANK = 0.005;
const NEAREST_SHARE = 0.2;
/** In a follow-up the words of the question before weigh less than the new ones. */
const BEFORE_WEIGHT = 0.15;

/** Words that are remembered between questions: those that people use most often, in 1 to 2 MB. */
const REMEMBERED = 4_000;
/** Different unknown words of a question that are corrected: those of the longest story in the test sets. */
const MOST_CORRECTED = 16;

/** Prepares all guidances for questions: builds the index and trains the classifier. Deterministic. */
export function createMatcher(guidances: readonly Guidance[], cache?: ModelCache): Matcher {
  const entries = guidances.flatMap((guidance) => guidance.entries);
  const own = guidances[0]?.language ?? 'nl';
  const languages = [
    ...new Set<Language>([own, ...entries.flatMap((entry) => Object.keys(entry.wording) as Language[])]),
  ];
  const words = joinWords(guidances);
  const lexicon = createLexicon(words, own, languages);
  const known = knownQuestions(guidances, entries);
  const none = entries.length;
  const classes = none + 1;
  const classOf = Uint32Array.from(known, ({ entry }) => (entry < 0 ? none : entry));
  const lessons = { known, classOf, classes, entries, words, lexicon };
  const { index, weights, spoken } = prepare(lessons, cache);
  const vocabulary = new Set(lexicon.knownKeys);
  for (const number of spoken.keys) vocabulary.add(spoken.strings[number] ?? '');
  const correct = createCorrector(vocabulary);
  const wordsFor = createWordsFor(spoken, index);
  const classify = weights && createClassifier(weights);
  const compare = createLikeness(index);
  const extract = createExtract(lexicon, REMEMBERED, longestGroup(known.length));
  const vectorize = createVectorize(index);
  const bag = createBag();
  const highest = new Int32Array(classes);
  const nearest = new Float32Array(classes);
  const ranks = new Float64Array(classes);

  return { entries, languages, lexicon, words, wordsFor, analyse };

  /**
   * Greetings and thanks around a question are noise, but when nothing is asked they are what the message is. So a
   * message with such words is measured without them, and with them when that makes it clearer small talk.
   */
  function analyse({ sentences: all }: Message, before?: Before): Analysis {
    const core = withoutGreetings(all, lexicon);
    const plain = measure(core, before);
    if (core === all) return plain;
    const polite = measure(all, before);
    const [social] = polite.scores;
    const isSocial = social !== undefined && entries[social.entry]?.kind === 'social';
    return isSocial && social.rank > (plain.scores[0]?.rank ?? 0) ? polite : plain;
  }

  function measure(asked: readonly Sentence[], before: Before | undefined): Analysis {
    const language = lexicon.languageOf(asked.flatMap(({ tokens }) => tokens));
    const few = limited(correct, vocabulary, MOST_CORRECTED);
    const parts = asked.map((part): Part => ({ tokens: part.tokens, weight: emphasis(part, asked) }));
    bag.clear();
    if (before !== undefined) {
      const context = sentences(before.text).map(({ tokens }): Part => ({ tokens, weight: BEFORE_WEIGHT }));
      extract(bag, context, language, few);
    }
    const features: Features = { words: extract(bag, parts, language, few), language };
    const vector = vectorize(bag);
    findNearest(compare(vector));
    const probabilities = classify?.(vector) ?? nearest;
    if (before !== undefined) favour(probabilities, before.near);
    for (let label = 0; label < classes; label += 1) {
      ranks[label] = NEAREST_SHARE * nearest[label]! + (1 - NEAREST_SHARE) * probabilities[label]!;
    }
    const scores = highestOf(ranks, MOST_SCORES)
      .filter((label) => ranks[label]! > LEAST_RANK)
      .map((label): Score => ({
        entry: label === none ? -1 : label,
        nearest: nearest[label]!,
        probability: probabilities[label]!,
        rank: ranks[label]!,
      }));
    return { features, scores, ...coverageOf(features) };
  }

  /** The likeness of the most alike question of each class. */
  function findNearest(likenesses: Int32Array): void {
    highest.fill(0);
    for (let document = 0; document < likenesses.length; document += 1) {
      const likeness = likenesses[document]!;
      if (likeness > highest[classOf[document]!]!) highest[classOf[document]!] = likeness;
    }
    // Rounding can add up to a little more than the whole.
    for (let label = 0; label < classes; label += 1)
      nearest[label] = Math.min(1, (highest[label] ?? 0) / WHOLE);
  }

  function coverageOf({ words: list }: Features): Pick<Analysis, 'contentWords' | 'coverage'> {
    let all = 0;
    let found = 0;
    for (const { key, meant } of list) {
      const weight = rarity(index, wordFeature(key));
      all += weight;
      if (vocabulary.has(key)) found += weight;
      else found += weight * Math.max(0, ...meant.map(({ likeness: alike }) => alike));
    }
    return { contentWords: list.length, coverage: all === 0 ? 0 : found / all };
  }
}

/** In a story the sentence that asks counts most; what is told around it still helps. */
function emphasis(sentence: Sentence, all: readonly Sentence[]): number {
  if (all.length === 1 || sentence.asks) return 1;
  return all.some(({ asks }) => asks) ? 0.8 : 0.9;
}
