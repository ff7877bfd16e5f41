/**
 * How many times likelier a follow-up is about what the conversation was about. On the 150 follow-ups of rounds 9-23,
 * each left out: 4 gives 68 % right, 8 gives 72 %, 15 the same.
 */
const NEAR_ODDS = 8;

/** The places of the highest values, highest first; of equal ones the first. */
export function highestOf(values: Float64Array, most: number): number[] {
  const best: number[] = [];
  for (let at = 0; at < values.length; at += 1) {
    if (best.length === most && values[at]! <= values[best[most - 1]!]!) continue;
    let place = Math.min(best.length, most - 1);
    for (; place > 0 && values[best[place - 1]!]! < values[at]!; place -= 1) best[place] = best[place - 1]!;
    best[place] = at;
  }
  return best;
}

/** Raises the odds of some classes; what is a distribution stays one. */
export function favour(probabilities: Float32Array, near: ReadonlySet<number>): void {
  let total = 0;
  for (let label = 0; label < probabilities.length; label += 1) {
    const value = (probabilities[label] ?? 0) * (near.has(label) ? NEAR_ODDS : 1);
    probabilities[label] = value;
    total += value;
  }
  for (let label = 0; label < probabilities.length; label += 1) {
    probabilities[label] = (probabilities[label] ?? 0) / Math.max(total, 1);
  }
}
