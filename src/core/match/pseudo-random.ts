/**
 * Returns a generator of pseudo-random numbers (0..1, exclusive), always the same for a text: fitting is deterministic, and
 * what is chosen for one example does not depend on the others.
 */
export function createPseudoRandom(text: string): () => number {
  let state = hash(text) & 0x7fffffff;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    // The low bits of a linear congruential generator have short periods.
    return (state >>> 7) / (1 << 24);
  };
}

/** FNV-1a over UTF-16 units, with the final mix of MurmurHash3: texts that differ in one letter get unlike numbers. */
function hash(text: string): number {
  let mixed = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) mixed = Math.imul(mixed ^ text.charCodeAt(at), 0x01000193);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
