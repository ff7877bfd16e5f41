/** Returns the indexes of the `k` highest values, highest first; equal values in the order of their indexes. */
export function topK(values: Float64Array, k: number): number[] {
  const best: number[] = [];
  for (let index = 0; index < values.length; index += 1) {
    if (best.length === k && values[index]! <= values[best[k - 1]!]!) continue;
    let rank = Math.min(best.length, k - 1);
    for (; rank > 0 && values[best[rank - 1]!]! < values[index]!; rank -= 1) best[rank] = best[rank - 1]!;
    best[rank] = index;
  }
  return best;
}
