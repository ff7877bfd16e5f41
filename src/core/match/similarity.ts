import { UNIT, vectorsOf } from './inverted-index.ts';
import type { Index, Vector } from './inverted-index.ts';

/** Likeness of a vector with each known question, in `WHOLE`s, in a buffer that the next call overwrites. */
export type Likeness = (query: Vector) => Int32Array;

/** Whole numbers add up twice as fast as fractions. Likenesses are 1 at most, so their sums stay below 2^31. */
const QUERY_UNIT = 2 ** 22;
/** What a likeness of 1 is. */
export const WHOLE = QUERY_UNIT * UNIT;

/**
 * With so many places in the index, one question after another can be compared with all of them in 3 ms, whatever was
 * typed. Above it a few features are looked at first.
 */
const MOST_PLACES = 2_500_000;
/** How many places are looked at first: about 1 ms. */
const BUDGET = 200_000;
/** So many of the likeliest questions are then compared exactly. */
const COMPARED = 300;
const BUCKETS = 1_024;
/**
 * What so many of the questions have ("mag", "de", "en_") is two thirds of the work and a thirtieth of the likeness: it
 * is left out.
 */
const COMMON = 1 / 16;
/** In a small index there is no work to save. */
const FEWEST_COMMON = 500;

export function createLikeness(index: Index, mostPlaces = MOST_PLACES): Likeness {
  const scores = new Int32Array(index.size);
  if (index.documents.length > mostPlaces) return createBounded(index, scores);
  return (query) => {
    scores.fill(0);
    for (let at = 0; at < query.ids.length; at += 1)
      addFeature(index, scores, query.ids[at] ?? 0, query.values[at] ?? 0);
    return scores;
  };
}

function addFeature(
  { starts, documents, values, size }: Index,
  scores: Int32Array,
  id: number,
  value: number,
): void {
  const whole = Math.round(value * QUERY_UNIT);
  const begin = starts[id]!;
  const end = starts[id + 1]!;
  if (end - begin > Math.max(FEWEST_COMMON, COMMON * size)) return;
  for (let place = begin; place < end; place += 1) {
    scores[documents[place]!]! += Math.imul(whole, values[place]!);
  }
}

/**
 * For large knowledge: the features that count most are looked at first, until the budget is spent; then the questions
 * that have most of these are compared exactly. The other questions keep too low a likeness.
 */
function createBounded(index: Index, scores: Int32Array): Likeness {
  const vectors = vectorsOf(index);
  const dense = new Float32Array(index.starts.length - 1);
  return ({ ids, values }) => {
    scores.fill(0);
    const order = Uint32Array.from(ids, (_, at) => at).sort(
      (a, b) => (values[b] ?? 0) - (values[a] ?? 0) || (ids[a] ?? 0) - (ids[b] ?? 0),
    );
    let spent = 0;
    for (const at of order) {
      const id = ids[at] ?? 0;
      spent += (index.starts[id + 1] ?? 0) - (index.starts[id] ?? 0);
      if (spent > BUDGET) break;
      addFeature(index, scores, id, values[at] ?? 0);
    }
    ids.forEach((id, at) => {
      dense[id] = values[at] ?? 0;
    });
    for (const document of highest(scores, COMPARED)) {
      let sum = 0;
      const end = vectors.starts[document + 1] ?? 0;
      for (let place = vectors.starts[document] ?? 0; place < end; place += 1) {
        sum += (dense[vectors.ids[place] ?? 0] ?? 0) * (vectors.values[place] ?? 0);
      }
      scores[document] = Math.round(sum * QUERY_UNIT);
    }
    for (const id of ids) dense[id] = 0;
    return scores;
  };
}

/** The places of so many of the highest scores at most, and of no score of nothing. */
function highest(scores: Int32Array, wanted: number): number[] {
  const counts = new Uint32Array(BUCKETS + 1);
  const share = BUCKETS / WHOLE;
  for (let place = 0; place < scores.length; place += 1) {
    const own = ((scores[place] ?? 0) * share) | 0;
    counts[own] = (counts[own] ?? 0) + 1;
  }
  let bucket = BUCKETS;
  let found = counts[bucket] ?? 0;
  while (bucket > 1 && found + (counts[bucket - 1] ?? 0) <= wanted) {
    bucket -= 1;
    found += counts[bucket] ?? 0;
  }
  // All that share the next bucket would be too many; the first of them fill what is left.
  const places: number[] = [];
  let spare = wanted - found;
  for (let place = 0; place < scores.length; place += 1) {
    const own = ((scores[place] ?? 0) * share) | 0;
    if (scores[place] === 0 || own < bucket - 1) continue;
    if (own === bucket - 1) spare -= 1;
    if (own >= bucket || spare >= 0) places.push(place);
  }
  return places;
}
