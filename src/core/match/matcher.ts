import type { Entry, Guidance, WordsByLanguage } from '../model.ts';
import { stripGreetings } from '../question/greetings.ts';
import type { Lexicon } from '../question/lexicon.ts';
import { splitSentences } from '../question/normalize.ts';
import type { ParsedText, Sentence } from '../question/normalize.ts';
import type { Language } from '../types.ts';
import type { Analysis, EntryScore } from './analysis.ts';
import type { PhrasingsByLanguage } from './augmentation.ts';
import { createBag } from './bag.ts';
import { createClassifier } from './classifier.ts';
import { createWordsFor } from './explain.ts';
import type { WordsFor } from './explain.ts';
import { createExtractor, maxNgramLength } from './features.ts';
import type { WeightedTokens } from './features.ts';
import { raisePriorOdds } from './follow-up-prior.ts';
import { createForeignShare } from './foreign-words.ts';
import { createVectorizer } from './inverted-index.ts';
import type { ModelCache } from './model-file.ts';
import { createMaxByClass } from './max-by-class.ts';
import { createNearest } from './nearest.ts';
import type { Nearest } from './nearest.ts';
import { createSimilarity } from './similarity.ts';
import { createCorrector, limitCorrections } from './spelling.ts';
import { coverageOf } from './coverage.ts';
import { sentenceWeight } from './sentence-weight.ts';
import { topK } from './top-k.ts';
import { ruleOutUnanswered } from './unanswered.ts';
import { classesOf, likeliestPhrase } from './training-set.ts';
import { trainModel } from './train.ts';

export interface Matcher {
  /** The entries of all guidances. */
  readonly entries: readonly Entry[];
  /** The languages in which entries have a wording, the guidance's own first. */
  readonly languages: readonly Language[];
  readonly lexicon: Lexicon;
  /** The merged word lists of all guidances. */
  readonly words: WordsByLanguage;
  readonly wordsFor: WordsFor;
  /** Returns the sentences without greetings, thanks and the names after them. */
  readonly stripGreetings: (sentences: readonly Sentence[]) => readonly Sentence[];
  /** Returns the example of an entry (by id) that is most like an analysed question. */
  readonly nearest: (analysis: Analysis, entry: string) => Nearest | undefined;
  /** Scores every entry for a question; for a follow-up, with its context. */
  readonly analyse: (question: ParsedText, context?: FollowUpContext) => Analysis;
}

/** What a follow-up is about. */
export interface FollowUpContext {
  /** The question of the entry answered before; empty when entries were only offered. */
  readonly text: string;
  /** Indexes of the entries with higher prior odds. */
  readonly near: ReadonlySet<number>;
}

const MAX_SCORES = 12;
const MIN_BLENDED = 0.005;
/** Weight of the similarity in the blended score; the classifier has the rest. */
const SIMILARITY_WEIGHT = 0.2;
/** Weight of the words of the last answered entry's question, in a follow-up. */
const CONTEXT_WEIGHT = 0.15;

/** Tokens of each language whose lookups are cached between questions: 1 to 2 MB. */
const WORD_CACHE_SIZE = 4_000;
/** Unknown words of a question that are corrected: as many as the longest test question has. */
const MAX_CORRECTED_WORDS = 16;

/**
 * Creates the matcher of all guidances: loads the model from the cache, or fits it. Deterministic. Throws a `TypeError`
 * when there is no guidance.
 */
export function createMatcher(
  guidances: readonly Guidance[],
  cache?: ModelCache,
  phrasings: PhrasingsByLanguage = {},
): Matcher {
  const { entries, lexicon, languages, words, examples, model } = trainModel(guidances, cache, phrasings);
  const { index, classifier, vocabulary, classOf, comparable } = model;
  const classes = classesOf(entries.length);
  const { count, unanswered, outOfScope } = classes;
  const known = new Set(lexicon.synsetKeys);
  for (const key of vocabulary.keys) known.add(vocabulary.strings[key] ?? '');
  const correct = createCorrector(known);
  const classify = classifier && createClassifier(classifier);
  const compare = createSimilarity(index, comparable);
  const nearest = createNearest(examples, compare);
  const maxByClass = createMaxByClass(classOf, count);
  const foreignShare = createForeignShare(index, classOf, count);
  const extract = createExtractor(lexicon, WORD_CACHE_SIZE, maxNgramLength(index.documentCount));
  const vectorize = createVectorizer(index);
  const bag = createBag();
  const blended = new Float64Array(count);

  const isName = (token: string) => {
    const keys = languages.map((language) => lexicon.key(token, language));
    return keys.every((key) => !known.has(key) && correct(key).length === 0);
  };
  const withoutGreetings = (sentences: readonly Sentence[]) => stripGreetings(sentences, lexicon, isName);

  return {
    entries,
    languages,
    lexicon,
    words,
    wordsFor: createWordsFor(vocabulary, index),
    stripGreetings: withoutGreetings,
    nearest: ({ vector }, entry) =>
      nearest(
        vector,
        entries.findIndex(({ id }) => id === entry),
      ),
    analyse,
  };

  /**
   * Greetings and thanks are noise around a question, but the subject of small talk. So a message with them is scored
   * without and with them; the latter counts when its best entry is small talk with a higher score.
   */
  function analyse({ sentences }: ParsedText, context?: FollowUpContext): Analysis {
    const asked = withoutGreetings(sentences);
    const language = lexicon.languageOf(asked.flatMap(({ tokens }) => tokens));
    const analysis = score(asked, language, context);
    if (asked === sentences) return analysis;
    const greeted = score(sentences, lexicon.languageOf(sentences.flatMap(({ tokens }) => tokens)), context);
    const [first] = greeted.scores;
    const isSocial = first !== undefined && entries[first.entry]?.kind === 'social';
    return isSocial && first.blended > (analysis.scores[0]?.blended ?? 0) ? greeted : analysis;
  }

  function score(
    sentences: readonly Sentence[],
    language: Language,
    context: FollowUpContext | undefined,
  ): Analysis {
    const correctSome = limitCorrections(correct, known, MAX_CORRECTED_WORDS);
    bag.clear();
    if (context !== undefined) {
      const parts = splitSentences(context.text).map(({ tokens }): WeightedTokens => ({
        tokens,
        weight: CONTEXT_WEIGHT,
      }));
      extract(bag, parts, language, correctSome);
    }
    const parts = sentences.map((sentence): WeightedTokens => ({
      tokens: sentence.tokens,
      weight: sentenceWeight(sentence, sentences),
    }));
    const contentWords = extract(bag, parts, language, correctSome);
    const vector = vectorize(bag);
    const similarities = maxByClass(compare(vector));
    const probabilities = classify?.(vector) ?? similarities;
    if (context !== undefined) raisePriorOdds(probabilities, context.near, classify !== undefined);
    const foreignTo = foreignShare(contentWords);
    ruleOutUnanswered(probabilities, classes, foreignTo, classify !== undefined);
    for (let label = 0; label < count; label += 1) {
      blended[label] =
        SIMILARITY_WEIGHT * similarities[label]! + (1 - SIMILARITY_WEIGHT) * probabilities[label]!;
    }
    const phrase = likeliestPhrase(blended.subarray(entries.length, unanswered));
    const isOnSubject = blended[unanswered]! > blended[outOfScope]!;
    for (const scores of [blended, probabilities]) scores[outOfScope]! += scores[unanswered]!;
    blended.fill(0, entries.length, outOfScope);
    const scores = topK(blended, MAX_SCORES)
      .filter((label) => blended[label]! > MIN_BLENDED)
      .map((label): EntryScore => ({
        entry: label === outOfScope ? -1 : label,
        similarity: similarities[label]!,
        probability: probabilities[label]!,
        blended: blended[label]!,
        foreign: foreignTo(label),
      }));
    return {
      words: contentWords,
      language,
      vector,
      scores,
      phrase,
      isOnSubject,
      coverage: coverageOf(contentWords, known, index),
    };
  }
}
