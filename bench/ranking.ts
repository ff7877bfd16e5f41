import { percent } from '../src/evaluation/report.ts';
import { quantile } from './timing.ts';

/** Share of the in-scope questions that must stay above the threshold of `recall at 95`. */
const KEPT = 0.95;

/** A labelled question with the best match of a system. */
export interface Ranked {
  /** The right entry; `null` when the question is out of scope. */
  readonly entry: string | null;
  readonly predicted: string | undefined;
  /** On the system's own scale; higher is better. */
  readonly confidence: number;
}

/** Headings of `rankingFigures`, after the name of the system. */
export const RANKING_HEAD = ['', 'first', 'AUROC', 'recall at 95', 'threshold'];

/**
 * How well a system ranks entries and rejects what is out of scope: share of the in-scope questions whose best match is
 * right; AUROC of the confidence, in scope against out of scope; share of the out-of-scope questions below the
 * confidence that keeps 95 % of those in scope; that confidence.
 */
export function rankingFigures(ranked: readonly Ranked[]): string[] {
  const inScope = ranked.filter(({ entry }) => entry !== null);
  const positives = inScope.map(({ confidence }) => confidence);
  const negatives = ranked.filter(({ entry }) => entry === null).map(({ confidence }) => confidence);
  const threshold = quantile(positives, 1 - KEPT);
  return [
    percent(share(inScope, ({ entry, predicted }) => entry === predicted)),
    auroc(positives, negatives).toFixed(3),
    percent(share(negatives, (confidence) => confidence < threshold)),
    threshold.toFixed(2),
  ];
}

/** The probability that a positive scores higher than a negative; a tie counts half. */
function auroc(positives: readonly number[], negatives: readonly number[]): number {
  let wins = 0;
  for (const one of positives)
    for (const other of negatives) wins += one > other ? 1 : one === other ? 0.5 : 0;
  return wins / (positives.length * negatives.length);
}

/** The share (0..1) of the items that pass; 0 when there are none. */
export function share<T>(items: readonly T[], passes: (item: T) => boolean): number {
  return items.length === 0 ? 0 : items.filter(passes).length / items.length;
}
