import type { Entry } from '../knowledge/model.ts';
import type { Analysis, Score } from './matcher.ts';

/** How sure it is that a question is answered rightly by an entry, and what that was judged on. */
export interface Judgement {
  readonly score: Score;
  readonly confidence: number;
}

/**
 * Weights of the logistic regression from measurements to the probability of being right.
 * `npm run calibrate` fits and prints them; data, date and method stand in `bench/README.md`.
 */
const WEIGHTS = {
  bias: -3.2,
  support: 4.2,
  nearest: 3.4,
  lead: 0.8,
  coverage: 1.2,
  none: -2.5,
  fewWords: -0.3,
} as const;

export type Signals = Readonly<Record<Exclude<keyof typeof WEIGHTS, 'bias'>, number>>;

/** The measurements of one candidate that confidence is judged on; all 0..1. */
export function signals(analysis: Analysis, place: number, entries: readonly Entry[]): Signals {
  const score = analysis.scores[place];
  const first = analysis.scores.find((other) => other !== score);
  const none = analysis.scores.find(({ entry }) => entry === -1);
  if (score === undefined) return { support: 0, nearest: 0, lead: 0, coverage: 0, none: 0, fewWords: 0 };
  return {
    support: supportOf(score, analysis.scores, entries),
    nearest: score.nearest,
    lead: Math.max(0, score.rank - (first?.rank ?? 0)),
    coverage: analysis.coverage,
    none: none?.probability ?? 0,
    fewWords: analysis.contentWords <= 1 ? 1 : 0,
  };
}

/** The probability that a candidate is right, from its measurements. */
export function confidenceOf(found: Signals): number {
  let sum: number = WEIGHTS.bias;
  for (const [name, value] of Object.entries(found)) sum += WEIGHTS[name as keyof Signals] * value;
  return 1 / (1 + Math.exp(-sum));
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

/** Judges the candidates of a question, best first. */
export function judge(analysis: Analysis, entries: readonly Entry[]): Judgement[] {
  return analysis.scores
    .map((score, place) => ({ score, confidence: confidenceOf(signals(analysis, place, entries)) }))
    .filter(({ score }) => score.entry >= 0);
}
