import { adjustWeights } from './adjust.ts';
import type { WeightedExample } from './adjust.ts';
import { MIN_DOCUMENT_FREQUENCY, packWeights } from './classifier.ts';
import type { ClassifierWeights } from './classifier.ts';
import { repeatRare, shuffled } from './epoch.ts';
import { featureId } from './feature-ids.ts';
import type { FeatureTable } from './feature-ids.ts';
import { documentVectors, WEIGHT_LEVELS } from './inverted-index.ts';
import type { InvertedIndex } from './inverted-index.ts';
import { createSimilarity } from './similarity.ts';

/** The classifier of nearly the same training set. */
export interface NearClassifier {
  readonly index: FeatureTable;
  readonly classifier: ClassifierWeights;
  /** Names of its classes, by label. */
  readonly classNames: readonly string[];
  /** Class name and text of each of its examples, with a space between them. */
  readonly examples: ReadonlySet<string>;
}

/** The training set that a classifier is estimated for. */
export interface EstimatedSet {
  readonly index: InvertedIndex;
  readonly texts: readonly string[];
  readonly classOf: ArrayLike<number>;
  readonly classNames: readonly string[];
  /** How many documents are no examples in frames; the others come after them. */
  readonly comparable: number;
  /** How many documents editors wrote: those made from templates come after them. */
  readonly written: number;
}

/** Documents that are learned again for each new one: those most like it, which it could take questions from. */
const NEIGHBOURS = 25;

/**
 * Estimates the classifier of a changed training set from that of before: its weights, adjusted to the examples that are new
 * and to those most like them. Takes a third of the processor time of a fit (`bench/changes.ts`).
 */
export function estimateClassifier(set: EstimatedSet, near: NearClassifier): ClassifierWeights {
  const { index, texts, classOf, classNames, comparable, written } = set;
  const features = index.offsets.length - 1;
  const oldFeatures = oldFeaturesOf(index, near.index);
  const newLabels = near.classNames.map((name) => classNames.indexOf(name));
  const oldLabels = classNames.map((name) => near.classNames.indexOf(name));
  const rows = new Map<number, Float32Array>();
  const readOldRow = (feature: number, into: Float32Array) => {
    const old = oldFeatures[feature] ?? -1;
    const { offsets, labels, weights, scales } = near.classifier;
    for (let place = offsets[old] ?? 0; place < (offsets[old + 1] ?? 0); place += 1) {
      const label = newLabels[labels[place] ?? 0] ?? -1;
      if (label >= 0) into[label] = (weights[place] ?? 0) * (scales[old] ?? 0);
    }
    return into;
  };
  const row = (feature: number): Float32Array => {
    const known = rows.get(feature) ?? readOldRow(feature, new Float32Array(classNames.length));
    rows.set(feature, known);
    return known;
  };
  const bias = Float32Array.from(oldLabels, (old) => near.classifier.bias[old] ?? 0);
  adjustWeights({ row, bias }, newAndAlike(), (feature, label) => {
    return (oldFeatures[feature] ?? -1) < 0 || (oldLabels[label] ?? -1) < 0;
  });
  const unadjusted = new Float32Array(classNames.length);
  return packWeights(features, bias, (feature) => {
    const adjusted = rows.get(feature);
    if (adjusted !== undefined) return adjusted;
    return (oldFeatures[feature] ?? -1) < 0 ? undefined : readOldRow(feature, unadjusted.fill(0));
  });

  /** Every example that is new, as often as a fit sees it, and its neighbours. */
  function newAndAlike(): WeightedExample[] {
    const vectors = documentVectors(index);
    const hasWeights = (feature: number) =>
      (index.offsets[feature + 1] ?? 0) - (index.offsets[feature] ?? 0) >= MIN_DOCUMENT_FREQUENCY;
    const inputOf = (document: number, isKept: (feature: number) => boolean) => {
      const range = [vectors.offsets[document] ?? 0, vectors.offsets[document + 1] ?? 0] as const;
      const own = Array.from(vectors.ids.subarray(...range), (id, at) => ({
        id,
        value: (vectors.values[range[0] + at] ?? 0) / WEIGHT_LEVELS,
      })).filter(({ id }) => isKept(id));
      return {
        ids: Uint32Array.from(own, ({ id }) => id),
        values: Float32Array.from(own, ({ value }) => value),
      };
    };
    const added = texts
      .map((_, document) => document)
      .filter(
        (document) =>
          document < written &&
          !near.examples.has(`${classNames[classOf[document] ?? 0] ?? ''} ${texts[document] ?? ''}`),
      );
    const compare = createSimilarity(index, comparable);
    const alike = added.flatMap((document) => {
      const similarities = compare(inputOf(document, () => true));
      return Array.from(similarities, (similarity, other) => ({ similarity, other }))
        .filter(({ similarity }) => similarity > 0)
        .sort((a, b) => b.similarity - a.similarity)
        .slice(0, NEIGHBOURS)
        .map(({ other }) => other);
    });
    const framed = texts
      .map((_, document) => document)
      .slice(comparable)
      .filter((document) =>
        added.some(
          (one) => classOf[one] === classOf[document] && (texts[document] ?? '').includes(texts[one] ?? ''),
        ),
      );
    const chosen = [...new Set([...added, ...alike, ...framed])].sort((a, b) => a - b);
    const chosenLabels = chosen.map((document) => classOf[document] ?? 0);
    const isNew = (label: number) => (oldLabels[label] ?? -1) < 0;
    const repeated = repeatRare(
      chosenLabels.map((label) => (isNew(label) ? label : classNames.length)),
      chosen.length,
    );
    const order = shuffled(
      repeated,
      chosen.map((document) => texts[document] ?? ''),
      0,
    );
    return Array.from(order, (at) => ({
      input: inputOf(chosen[at] ?? 0, hasWeights),
      label: chosenLabels[at] ?? 0,
    }));
  }
}

/** The feature ids of `before`, by those of `now`; -1 for a feature that was not there. */
function oldFeaturesOf(now: InvertedIndex, before: FeatureTable): Int32Array {
  const old = new Int32Array(now.offsets.length - 1).fill(-1);
  for (let at = 0; at < now.slots.length; at += 2) {
    const id = (now.slots[at + 1] ?? 0) - 1;
    if (id >= 0) old[id] = featureId(before, now.slots[at] ?? 0);
  }
  return old;
}
