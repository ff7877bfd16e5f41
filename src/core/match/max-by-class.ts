import { SIMILARITY_ONE } from './similarity.ts';

/** Returns the highest similarity (0..1) of the documents of each class, in a buffer that the next call overwrites. */
export type MaxByClass = (byDocument: Int32Array) => Float32Array;

/** Creates the function for documents of these classes. */
export function createMaxByClass(classOf: Uint32Array, classes: number): MaxByClass {
  const highest = new Int32Array(classes);
  return (byDocument) => {
    highest.fill(0);
    for (let document = 0; document < byDocument.length; document += 1) {
      const label = classOf[document]!;
      const similarity = byDocument[document]!;
      if (similarity > highest[label]!) highest[label] = similarity;
    }
    // Quantized weights can add up to a little more than 1.
    return Float32Array.from(highest, (similarity) => Math.min(1, similarity / SIMILARITY_ONE));
  };
}
