import type { Language } from '../types.ts';
import type { Word } from './features.ts';
import type { SparseVector } from './inverted-index.ts';
import type { PhraseKind } from './training-set.ts';

/** How well one entry matches a question; all measures are 0..1. */
export interface EntryScore {
  /** Index in `Matcher.entries`; `-1` for none of them: out of scope, or unanswered. */
  readonly entry: number;
  /** Cosine similarity of the most similar training example. */
  readonly similarity: number;
  /** Probability by the classifier; the similarity when there is no classifier. */
  readonly probability: number;
  /** Weighted mean of the two, by which entries are ranked. */
  readonly blended: number;
  /** Share of the question's words, weighted by IDF, that is foreign to the entry's examples. */
  readonly foreign: number;
}

/** Everything that is measured of a question before a decision is made. */
export interface Analysis {
  /** The content words of the question itself, not of the question before it. */
  readonly words: readonly Word[];
  readonly language: Language;
  /** TF-IDF of the whole question, over the features of the index. */
  readonly vector: SparseVector;
  /** Highest `blended` first. */
  readonly scores: readonly EntryScore[];
  /** The likeliest kind of message about no entry, and the blended score of all of those together. */
  readonly phrase: { readonly kind: PhraseKind; readonly score: number };
  /** If it is about no entry: whether it is about the subject of the guidance nevertheless. */
  readonly isOnSubject: boolean;
  /** The share (0..1) of the words, weighted by IDF, that is in the vocabulary. */
  readonly coverage: number;
}
