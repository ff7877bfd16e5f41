import { documentVectors, WEIGHT_LEVELS } from './inverted-index.ts';
import type { InvertedIndex, SparseVector } from './inverted-index.ts';

/**
 * Returns the cosine similarity of a query with every document, in fixed point (`SIMILARITY_ONE`). The next call
 * overwrites the returned buffer.
 */
export type CosineSimilarity = (query: SparseVector) => Int32Array;

/** Fixed point, because integers add up twice as fast as floats. A similarity is at most 1, so no sum overflows 31 bits. */
const QUERY_ONE = 2 ** 22;
/** The fixed-point value of a similarity of 1. */
export const SIMILARITY_ONE = QUERY_ONE * WEIGHT_LEVELS;

/** Up to this number of postings any query is compared with all documents within 3 ms. Larger indexes are searched in two passes. */
const MAX_POSTINGS = 2_500_000;
/** Postings that the first pass may visit: about 1 ms. */
const FIRST_PASS_POSTINGS = 200_000;
/** Documents that the second pass compares exactly. */
const SECOND_PASS_DOCS = 300;
const HISTOGRAM_BUCKETS = 1_024;
/**
 * Features in more than 1/16 of the documents ("mag", "de", "en_") are skipped: two thirds of the work, 1/30 of the
 * similarity.
 */
const MAX_DOCUMENT_SHARE = 1 / 16;
/** Features with fewer postings are never skipped: a small index has no work to save. */
const MIN_SKIPPED_POSTINGS = 500;

/**
 * Creates the similarity function of the first `count` documents of an index: those after it are for the classifier only.
 * `maxPostings` is for tests.
 */
export function createSimilarity(
  index: InvertedIndex,
  count = index.documentCount,
  maxPostings = MAX_POSTINGS,
): CosineSimilarity {
  const scores = new Int32Array(count);
  let postings = 0;
  for (const document of index.postingDocs) if (document < count) postings += 1;
  if (postings > maxPostings) return createTwoPassSimilarity(index, scores);
  return (query) => {
    scores.fill(0);
    for (let at = 0; at < query.ids.length; at += 1)
      addPostings(index, scores, query.ids[at] ?? 0, query.values[at] ?? 0);
    return scores;
  };
}

/** Adds the postings of a feature to `scores`, up to the last document that has a score: documents are in order. */
function addPostings(
  { offsets, postingDocs, postingWeights, documentCount }: InvertedIndex,
  scores: Int32Array,
  id: number,
  value: number,
): void {
  const fixed = Math.round(value * QUERY_ONE);
  const begin = offsets[id]!;
  const end = offsets[id + 1]!;
  if (end - begin > Math.max(MIN_SKIPPED_POSTINGS, MAX_DOCUMENT_SHARE * documentCount)) return;
  for (let posting = begin; posting < end; posting += 1) {
    const document = postingDocs[posting]!;
    if (document >= scores.length) return;
    scores[document]! += Math.imul(fixed, postingWeights[posting]!);
  }
}

/**
 * The first pass visits the postings of the heaviest query features until the budget is spent; the second computes the
 * exact similarity of the best documents so far. The scores of all other documents stay too low.
 */
function createTwoPassSimilarity(index: InvertedIndex, scores: Int32Array): CosineSimilarity {
  const vectors = documentVectors(index);
  const dense = new Float32Array(index.offsets.length - 1);
  return ({ ids, values }) => {
    scores.fill(0);
    const order = Uint32Array.from(ids, (_, at) => at).sort(
      (a, b) => (values[b] ?? 0) - (values[a] ?? 0) || (ids[a] ?? 0) - (ids[b] ?? 0),
    );
    let visited = 0;
    for (const at of order) {
      const id = ids[at] ?? 0;
      visited += (index.offsets[id + 1] ?? 0) - (index.offsets[id] ?? 0);
      if (visited > FIRST_PASS_POSTINGS) break;
      addPostings(index, scores, id, values[at] ?? 0);
    }
    ids.forEach((id, at) => {
      dense[id] = values[at] ?? 0;
    });
    for (const document of topDocuments(scores, SECOND_PASS_DOCS)) {
      let sum = 0;
      const end = vectors.offsets[document + 1] ?? 0;
      for (let at = vectors.offsets[document] ?? 0; at < end; at += 1) {
        sum += (dense[vectors.ids[at] ?? 0] ?? 0) * (vectors.values[at] ?? 0);
      }
      scores[document] = Math.round(sum * QUERY_ONE);
    }
    for (const id of ids) dense[id] = 0;
    return scores;
  };
}

/**
 * Returns the `k` documents with the highest scores, in no order, without those that score 0. A histogram finds the
 * cut-off; among documents in its bucket the first ones win.
 */
function topDocuments(scores: Int32Array, k: number): number[] {
  const counts = new Uint32Array(HISTOGRAM_BUCKETS + 1);
  const scale = HISTOGRAM_BUCKETS / SIMILARITY_ONE;
  for (let document = 0; document < scores.length; document += 1) {
    const bucket = ((scores[document] ?? 0) * scale) | 0;
    counts[bucket] = (counts[bucket] ?? 0) + 1;
  }
  let cutOff = HISTOGRAM_BUCKETS;
  let found = counts[cutOff] ?? 0;
  while (cutOff > 1 && found + (counts[cutOff - 1] ?? 0) <= k) {
    cutOff -= 1;
    found += counts[cutOff] ?? 0;
  }
  const documents: number[] = [];
  let spare = k - found;
  for (let document = 0; document < scores.length; document += 1) {
    const bucket = ((scores[document] ?? 0) * scale) | 0;
    if (scores[document] === 0 || bucket < cutOff - 1) continue;
    if (bucket === cutOff - 1) spare -= 1;
    if (bucket >= cutOff || spare >= 0) documents.push(document);
  }
  return documents;
}
