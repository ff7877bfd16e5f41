import type { Entry, Guidance, WordsByLanguage } from '../knowledge/model.ts';
import { sentences } from '../normalize.ts';
import type { Sentence } from '../normalize.ts';
import type { Language } from '../types.ts';
import { createClassifier } from './classifier.ts';
import type { ModelCache } from './classifier.ts';
import { createWordsFor } from './explain.ts';
import type { WordsFor } from './explain.ts';
import { extract } from './features.ts';
import type { Features } from './features.ts';
import { createIndex } from './index.ts';
import { joinWords, knownQuestions } from './known-questions.ts';
import { createLexicon } from './lexicon.ts';
import type { Lexicon } from './lexicon.ts';
import { createCorrector } from './vocabulary.ts';

/** How one entry compares with a question; raw measurements, all 0..1. */
export interface Score {
  /** Place of the entry in `Matcher.entries`; `-1` for questions that are about none of them. */
  readonly entry: number;
  /** Likeness of its most alike known question. */
  readonly nearest: number;
  /** Probability by the classifier; equal to the share of `nearest` when there is no classifier. */
  readonly probability: number;
  /** The two mixed: what entries are ranked on. */
  readonly rank: number;
}

/** All that is known of a question before anything is decided. */
export interface Analysis {
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
  readonly analyse: (text: string, before?: Before) => Analysis;
}

/** What a follow-up leans on: the words of the entry answered before, and the entries near it. */
export interface Before {
  readonly text: string;
  readonly near: ReadonlySet<number>;
}

const MOST_SCORES = 12;
const NEAREST_SHARE = 0.2;
/** In a follow-up the question before weighs less than the new words, and its neighbours are likelier. */
const BEFORE_WEIGHT = 0.15;
const NEAR_BONUS = 0.1;

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
  const documents = known.map(({ text, language, entry }) => {
    const all = sentences(text);
    const parts = entries[entry]?.kind === 'social' ? all : withoutGreetings(all);
    const spoken = language ?? lexicon.languageOf(parts.flatMap(({ tokens }) => tokens));
    return extract(
      parts,
      () => 1,
      spoken,
      lexicon,
      () => [],
    );
  });
  const index = createIndex(documents);
  const vocabulary = new Set([
    ...lexicon.knownKeys,
    ...documents.flatMap(({ words }) => words.map(({ key }) => key)),
  ]);
  const correct = createCorrector(vocabulary);
  const none = entries.length;
  const classOf = known.map(({ entry }) => (entry < 0 ? none : entry));
  const classes = none + 1;
  const { vectors, features } = index;
  const classify = createClassifier({ vectors, classOf, features, classes }, cache);
  const wordsFor = createWordsFor(documents, classOf, index, correct);

  return { entries, languages, lexicon, words, wordsFor, analyse };

  /**
   * Greetings and thanks around a question are noise, but when nothing is asked they are what the message is. So a
   * message with such words is measured without them, and with them when that makes it clearer small talk.
   */
  function analyse(text: string, before?: Before): Analysis {
    const all = sentences(text);
    const core = withoutGreetings(all);
    const plain = measure(core, before);
    if (core === all) return plain;
    const polite = measure(all, before);
    const [social] = polite.scores;
    const isSocial = social !== undefined && entries[social.entry]?.kind === 'social';
    return isSocial && social.rank > (plain.scores[0]?.rank ?? 0) ? polite : plain;
  }

  function measure(asked: readonly Sentence[], before: Before | undefined): Analysis {
    const language = lexicon.languageOf(asked.flatMap(({ tokens }) => tokens));
    const context =
      before === undefined ? [] : sentences(before.text).map((part) => ({ ...part, asks: false }));
    const weigh = (sentence: Sentence) =>
      context.includes(sentence) ? BEFORE_WEIGHT : emphasis(sentence, asked);
    const features = extract([...context, ...asked], weigh, language, lexicon, correct);
    const vector = index.vectorize(features);
    const likeness = index.likeness(vector);
    const nearest = nearestPerClass(likeness);
    const probabilities = classify?.(vector);
    const scores: Score[] = [];
    for (let label = 0; label < classes; label += 1) {
      const near = nearest[label] ?? 0;
      const probability = probabilities?.[label] ?? near;
      const bonus = before?.near.has(label) === true ? NEAR_BONUS : 0;
      const rank = NEAREST_SHARE * near + (1 - NEAREST_SHARE) * probability + bonus;
      if (rank > 0.005) scores.push({ entry: label === none ? -1 : label, nearest: near, probability, rank });
    }
    scores.sort((a, b) => b.rank - a.rank || a.entry - b.entry);
    return { features, scores: scores.slice(0, MOST_SCORES), ...coverageOf(features) };
  }

  function nearestPerClass(likeness: Float32Array): Float32Array {
    const best = new Float32Array(classes);
    for (let document = 0; document < likeness.length; document += 1) {
      const label = classOf[document] ?? none;
      const value = likeness[document] ?? 0;
      if (value > (best[label] ?? 0)) best[label] = value;
    }
    return best;
  }

  function coverageOf({ words }: Features): Pick<Analysis, 'contentWords' | 'coverage'> {
    let all = 0;
    let found = 0;
    for (const { key } of words) {
      const rarity = index.rarity(`w${key}`);
      all += rarity;
      if (vocabulary.has(key)) found += rarity;
      else found += rarity * Math.max(0, ...correct(key).map(({ likeness }) => likeness));
    }
    return { contentWords: words.length, coverage: all === 0 ? 0 : found / all };
  }

  /** Without greetings and signatures; the same list when there are none, or when they are all there is. */
  function withoutGreetings(all: readonly Sentence[]): readonly Sentence[] {
    const left = all
      .map((sentence) => ({ ...sentence, tokens: lexicon.withoutGreetings(sentence.tokens) }))
      .filter(({ tokens }) => tokens.length > 0);
    const length = (list: readonly Sentence[]) => list.reduce((sum, { tokens }) => sum + tokens.length, 0);
    return left.length === 0 || length(left) === length(all) ? all : left;
  }
}

/** In a story the sentence that asks counts most; what is told around it still helps. */
function emphasis(sentence: Sentence, all: readonly Sentence[]): number {
  if (all.length === 1 || sentence.asks) return 1;
  return all.some(({ asks }) => asks) ? 0.8 : 0.9;
}
