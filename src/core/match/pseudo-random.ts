/** Returns a generator of pseudo-random numbers (0..1, exclusive), the same for every model: fitting is deterministic. */
export function createPseudoRandom(): () => number {
  let seed = 12_345;
  return () => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff;
    // The low bits of a linear congruential generator have short periods.
    return (seed >>> 7) / (1 << 24);
  };
}
