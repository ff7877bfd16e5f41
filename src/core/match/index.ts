import type { Features } from './features.ts';

/** How much each kind of feature counts, by the first letter of its name (measured: `bench/README.md`). */
const KIND_WEIGHT: Readonly<Record<string, number>> = { w: 1, p: 0.9, c: 0.9, g: 1 };
/** Share of the words (`w`, `p`, `c`) in the likeness of two texts; the rest is for letter groups (`g`). */
const WORD_SHARE = 0.7;

/** A sparse vector of length 1 or less: feature numbers and their values. */
export interface Vector {
  readonly ids: Int32Array;
  readonly values: Float32Array;
}

/** Every known question as a vector, and for each feature the questions that have it. */
export interface Index {
  readonly size: number;
  readonly features: number;
  readonly vectors: readonly Vector[];
  /** The vector of a new text; what no question has counts in its length only, so that it lowers every likeness. */
  readonly vectorize: (features: Features) => Vector;
  /** How rare a feature is; the highest value for one that no question has. */
  readonly rarity: (name: string) => number;
  readonly has: (name: string) => boolean;
  readonly idOf: (name: string) => number | undefined;
  /** Likeness (0..1) of a vector with each question, in a buffer that the next call overwrites. */
  readonly likeness: (query: Vector) => Float32Array;
}

/** Builds the index over the features of every known question. */
export function createIndex(documents: readonly Features[]): Index {
  const ids = new Map<string, number>();
  const counts: number[] = [];
  for (const { weights } of documents) {
    for (const name of weights.keys()) {
      let id = ids.get(name);
      if (id === undefined) {
        id = ids.size;
        ids.set(name, id);
        counts.push(0);
      }
      counts[id] = (counts[id] ?? 0) + 1;
    }
  }
  const highest = Math.log(1 + documents.length);
  const rarities = Float32Array.from(counts, (count) => Math.log(1 + documents.length / count));
  const rarity = (name: string) => {
    const id = ids.get(name);
    return id === undefined ? highest : (rarities[id] ?? highest);
  };
  const vectorize = ({ weights }: Features): Vector => {
    const known: [number, number, boolean][] = [];
    let wordLength = 0;
    let letterLength = 0;
    for (const [name, weight] of weights) {
      const letters = name.startsWith('g');
      const value = weight * (KIND_WEIGHT[name[0] ?? ''] ?? 1) * rarity(name);
      const id = ids.get(name);
      // Pairs and concepts of words that no question has say nothing that the words themselves do not.
      if (id === undefined && name.startsWith('p')) continue;
      if (letters) letterLength += value * value;
      else wordLength += value * value;
      if (id !== undefined) known.push([id, value, letters]);
    }
    const wordScale = wordLength === 0 ? 0 : Math.sqrt(WORD_SHARE / wordLength);
    const letterScale = letterLength === 0 ? 0 : Math.sqrt((1 - WORD_SHARE) / letterLength);
    known.sort((a, b) => a[0] - b[0]);
    return {
      ids: Int32Array.from(known, ([id]) => id),
      values: Float32Array.from(known, ([, value, letters]) => value * (letters ? letterScale : wordScale)),
    };
  };
  const vectors = documents.map(vectorize);
  const postings = invert(vectors, ids.size);
  const scores = new Float32Array(documents.length);
  return {
    size: documents.length,
    features: ids.size,
    vectors,
    vectorize,
    rarity,
    has: (name) => ids.has(name),
    idOf: (name) => ids.get(name),
    likeness: (query) => {
      scores.fill(0);
      for (let at = 0; at < query.ids.length; at += 1) {
        const id = query.ids[at] ?? 0;
        const value = query.values[at] ?? 0;
        const end = postings.starts[id + 1] ?? 0;
        for (let place = postings.starts[id] ?? 0; place < end; place += 1) {
          const document = postings.documents[place] ?? 0;
          scores[document] = (scores[document] ?? 0) + value * (postings.values[place] ?? 0);
        }
      }
      return scores;
    },
  };
}

function invert(vectors: readonly Vector[], features: number) {
  const starts = new Int32Array(features + 1);
  for (const { ids } of vectors) for (const id of ids) starts[id + 1] = (starts[id + 1] ?? 0) + 1;
  for (let id = 0; id < features; id += 1) starts[id + 1] = (starts[id + 1] ?? 0) + (starts[id] ?? 0);
  const total = starts[features] ?? 0;
  const next = starts.slice();
  const documents = new Int32Array(total);
  const values = new Float32Array(total);
  vectors.forEach((vector, document) => {
    vector.ids.forEach((id, at) => {
      const place = next[id] ?? 0;
      next[id] = place + 1;
      documents[place] = document;
      values[place] = vector.values[at] ?? 0;
    });
  });
  return { starts, documents, values };
}
