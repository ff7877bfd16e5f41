import { createPseudoRandom } from './pseudo-random.ts';

/**
 * A class with fewer examples is seen as often as if it had so many: a quarter of what an entry of the shared small talk
 * has. Without it, 3 of 8 paraphrases of entries with three variants get no answer (`test/core/small-guidance.test.ts`).
 */
const MIN_EXAMPLES = 48;

/** The documents of an epoch: each once, those of a class with few examples more often. */
export function repeatRare(classOf: ArrayLike<number>, documents: number): Int32Array {
  const counts = new Map<number, number>();
  const labels = Array.from({ length: documents }, (_, document) => classOf[document] ?? 0);
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  const order = labels.flatMap((label, document) => {
    const times = Math.ceil(MIN_EXAMPLES / (counts.get(label) ?? MIN_EXAMPLES));
    return Array.from({ length: times }, () => document);
  });
  return Int32Array.from(order);
}

/** More than there are documents; two such numbers fit a double. */
const PLACES = 2 ** 24;

/** Shuffles documents, the same way each time; of two documents the same one comes first whatever the others are. */
export function shuffled(order: Int32Array, texts: readonly string[], epoch: number): Int32Array {
  let time = 0;
  const ranked = Float64Array.from(order, (document, at) => {
    time = document === order[at - 1] ? time + 1 : 0;
    const random = createPseudoRandom(`${texts[document] ?? ''} ${time} ${epoch}`)();
    return Math.floor(random * PLACES) * PLACES + at;
  });
  // Without a comparator ten times as fast.
  return Int32Array.from(ranked.sort(), (rank) => order[rank % PLACES] ?? 0);
}
