import type { Entry } from '../model.ts';
import type { Analysis, Score } from './matcher.ts';

/**
 * The probability that showing an entry is right, judged on measurements of the match by a logistic regression. The
 * measurements do not depend on the guidance: they are shares and likenesses, not words.
 */
export interface Judgement {
  readonly score: Score;
  readonly confidence: number;
}

/** The measurements, in the order of the weights. */
export const SIGNALS = ['support', 'nearest', 'none', 'answer', 'silent', 'social'] as const;
export type Signals = Readonly<Record<(typeof SIGNALS)[number], number>>;

/** Fitted and printed by `npm run calibrate`; data, date and method stand in `bench/README.md`. */
const BIAS = -0.42;
const WEIGHTS: Signals = {
  support: 0.75,
  nearest: 2.72,
  none: -0.15,
  answer: 0.74,
  silent: 1.87,
  social: 2.41,
};

/** Measures one candidate. Probabilities come as log-odds, cut off where the classifier is surer than its data. */
export function signals(analysis: Analysis, place: number, entries: readonly Entry[]): Signals {
  const { scores } = analysis;
  const score = scores[place];
  if (score === undefined) throw new RangeError(`no candidate at place ${place}`);
  const none = scores.find(({ entry }) => entry < 0);
  const kind = entries[score.entry]?.kind;
  return {
    support: logOdds(supportOf(score, scores, entries)),
    nearest: score.nearest,
    none: logOdds(none?.probability ?? 0),
    answer: kind === 'answer' ? 1 : 0,
    silent: kind === 'silent' ? 1 : 0,
    social: kind === 'social' ? 1 : 0,
  };
}

function logOdds(probability: number): number {
  const within = Math.min(0.995, Math.max(0.005, probability));
  return Math.log(within / (1 - within));
}

/**
 * The classifier's probability of an entry, with that of the entries that answer with the same quotes: when two
 * entries say the same, doubt between them is no doubt about what the person gets to read.
 */
function supportOf(score: Score, scores: readonly Score[], entries: readonly Entry[]): number {
  const own = entries[score.entry];
  if (own?.kind !== 'answer') return score.probability;
  const mine = new Set(own.quotes.map(({ text }) => text));
  let support = score.probability;
  for (const other of scores) {
    const entry = entries[other.entry];
    if (other === score || entry?.kind !== 'answer') continue;
    const shared = entry.quotes.filter(({ text }) => mine.has(text)).length;
    support += other.probability * (shared / entry.quotes.length);
  }
  return Math.min(1, support);
}

/** Judges the candidates of a question, surest first. */
export function judge(analysis: Analysis, entries: readonly Entry[]): Judgement[] {
  return analysis.scores
    .flatMap((score, place) => {
      if (score.entry < 0) return [];
      const found = signals(analysis, place, entries);
      const sum = SIGNALS.reduce((total, name) => total + WEIGHTS[name] * found[name], BIAS);
      return [{ score, confidence: 1 / (1 + Math.exp(-sum)) }];
    })
    .sort((a, b) => b.confidence - a.confidence || a.score.entry - b.score.entry);
}

/** How likely "none of the entries" must be, and likelier than each of them, to say so. */
const LIKELY_OUTSIDE = 0.12;

/** Whether a question is likelier to be about none of the entries than about any of them. */
export function isOutside({ scores: [first] }: Analysis): boolean {
  return first !== undefined && first.entry < 0 && first.probability >= LIKELY_OUTSIDE;
}
