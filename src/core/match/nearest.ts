import { SIMILARITY_ONE } from './similarity.ts';
import type { CosineSimilarity } from './similarity.ts';
import type { SparseVector } from './inverted-index.ts';
import type { TrainingExample } from './training-set.ts';

/** The training example of an entry that is most like a question. */
export interface Nearest {
  readonly text: string;
  /** Cosine similarity, 0..1. */
  readonly similarity: number;
}

/**
 * Creates the function that returns the example of a class that is most similar to a vector; `undefined` when none is similar
 * at all. `examples` are the first documents that `compare` compares with.
 */
export function createNearest(
  examples: readonly TrainingExample[],
  compare: CosineSimilarity,
): (vector: SparseVector, label: number) => Nearest | undefined {
  return (vector, label) => {
    const similarities = compare(vector);
    const [best] = examples
      .flatMap(({ label: own, text }, at) =>
        own === label ? [{ text, similarity: Math.min(1, (similarities[at] ?? 0) / SIMILARITY_ONE) }] : [],
      )
      .sort((a, b) => b.similarity - a.similarity);
    return best !== undefined && best.similarity > 0 ? best : undefined;
  };
}
