/** The z-score of a 95 % interval. */
const Z = 1.96;

/** Returns the 95 % Wilson score interval (0..1) of a share of `count` in `total`; 0 to 1 when nothing was counted. */
export function wilsonInterval(count: number, total: number): readonly [number, number] {
  if (total === 0) return [0, 1];
  const share = count / total;
  const scale = 1 + Z ** 2 / total;
  const center = (share + Z ** 2 / (2 * total)) / scale;
  const half = (Z * Math.sqrt((share * (1 - share)) / total + Z ** 2 / (4 * total ** 2))) / scale;
  return [Math.max(0, center - half), Math.min(1, center + half)];
}
