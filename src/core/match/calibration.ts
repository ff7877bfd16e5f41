import type { Entry } from '../model.ts';
import type { Analysis, EntryScore } from './analysis.ts';

/**
 * The inputs of the calibration, in the order of its weights. They are probabilities and similarities, never words, so
 * the fit holds for other guidances too.
 */
export const CALIBRATION_INPUTS = [
  'support',
  'similarity',
  'outOfScope',
  'foreign',
  'silentSupport',
  'answer',
  'silent',
  'social',
] as const;
export type CalibrationInputs = Readonly<Record<(typeof CALIBRATION_INPUTS)[number], number>>;

/** Fitted and printed by `npm run calibrate`; data, date and method are in `bench/README.md`. */
const BIAS = -0.63;
const WEIGHTS: CalibrationInputs = {
  support: 0.6,
  similarity: 1.37,
  outOfScope: -0.2,
  foreign: -1.2,
  silentSupport: 0.4,
  answer: 0.64,
  silent: 0.91,
  social: 2.02,
};

/** An entry with the calibrated probability (0..1) that replying with it is right. */
export interface CalibratedScore {
  readonly score: EntryScore;
  readonly confidence: number;
}

/**
 * Returns the calibration inputs of `analysis.scores[index]`: logits of its support (of a silent entry once more) and of "out of scope", its cosine
 * similarity, the share of foreign words, and its kind one-hot (all 0 for a checklist). Throws a `RangeError` when there is no such score.
 */
export function calibrationInputs(
  analysis: Analysis,
  index: number,
  entries: readonly Entry[],
): CalibrationInputs {
  const { scores } = analysis;
  const score = scores[index];
  if (score === undefined) throw new RangeError(`no score at index ${index}`);
  const outOfScope = scores.find(({ entry }) => entry < 0);
  const kind = entries[score.entry]?.kind;
  const support = logit(supportOf(score, scores, entries));
  return {
    support,
    similarity: score.similarity,
    outOfScope: logit(outOfScope?.probability ?? 0),
    foreign: score.foreign,
    silentSupport: kind === 'silent' ? support : 0,
    answer: kind === 'answer' ? 1 : 0,
    silent: kind === 'silent' ? 1 : 0,
    social: kind === 'social' ? 1 : 0,
  };
}

/** Clamped at 0.005 and 0.995: beyond that the classifier is surer than its training set allows. */
function logit(probability: number): number {
  const clamped = Math.min(0.995, Math.max(0.005, probability));
  return Math.log(clamped / (1 - clamped));
}

/**
 * The probability of an entry plus that of the other answers in proportion to the quotes that they share with it:
 * doubt between two answers with the same quotes does not matter to the reader.
 */
function supportOf(score: EntryScore, scores: readonly EntryScore[], entries: readonly Entry[]): number {
  const own = entries[score.entry];
  if (own?.kind !== 'answer') return score.probability;
  const quotes = new Set(own.quotes.map(({ text }) => text));
  let support = score.probability;
  for (const other of scores) {
    const entry = entries[other.entry];
    if (other === score || entry?.kind !== 'answer') continue;
    const shared = entry.quotes.filter(({ text }) => quotes.has(text)).length;
    support += other.probability * (shared / entry.quotes.length);
  }
  return Math.min(1, support);
}

/**
 * Small talk is said in much the same words by everybody. Less similar messages were small talk in 1 of 67 held-out
 * questions of the shipped guidance, and not in four of five of other guidances that the classifier took for it.
 */
const MIN_SOCIAL_SIMILARITY = 0.3;

/**
 * Calibrates the scores of a question (Platt scaling: a logistic regression on the inputs). Highest confidence first,
 * without "out of scope" and without small talk that the question is not similar to.
 */
export function calibrate(analysis: Analysis, entries: readonly Entry[]): CalibratedScore[] {
  return analysis.scores
    .flatMap((score, index) => {
      if (score.entry < 0) return [];
      const isSocial = entries[score.entry]?.kind === 'social';
      if (isSocial && score.similarity < MIN_SOCIAL_SIMILARITY) return [];
      const inputs = calibrationInputs(analysis, index, entries);
      const sum = CALIBRATION_INPUTS.reduce((total, name) => total + WEIGHTS[name] * inputs[name], BIAS);
      return [{ score, confidence: 1 / (1 + Math.exp(-sum)) }];
    })
    .sort((a, b) => b.confidence - a.confidence || a.score.entry - b.score.entry);
}

/** A lower probability of none is noise, even when it is the highest of all. */
const MIN_OUT_OF_SCOPE = 0.12;

/**
 * The same for one or two content words that are all in the vocabulary: the classifier has too little to tell entries
 * apart then, and the largest class gets most. Fitted on bare subjects: `bench/README.md`.
 */
const MIN_OUT_OF_SCOPE_SHORT = 0.45;
const MAX_SHORT = 2;

/**
 * Returns whether a question is likelier to be about none of the entries than about any. In a large guidance
 * confidence alone says so too; in one of a few entries all probabilities are alike, and confidence was not fitted on it.
 */
export function isAboutNone({ scores: [first], words, coverage }: Analysis): boolean {
  const isShort = words.length > 0 && words.length <= MAX_SHORT && coverage === 1;
  const min = isShort ? MIN_OUT_OF_SCOPE_SHORT : MIN_OUT_OF_SCOPE;
  return first !== undefined && first.entry < 0 && first.probability >= min;
}
