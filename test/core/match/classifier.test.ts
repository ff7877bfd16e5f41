import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createClassifier, fitClassifier, packWeights } from '../../../src/core/match/classifier.ts';
import { hashWord } from '../../../src/core/match/feature-hash.ts';
import { featureId } from '../../../src/core/match/feature-ids.ts';
import { documentVectors } from '../../../src/core/match/inverted-index.ts';
import { fitSoftmaxRegression, softmax } from '../../../src/core/match/softmax-regression.ts';
import { indexWords } from './word-index.ts';

describe('quantization', () => {
  const row = fc.array(
    fc.integer({ min: -20_000, max: 20_000 }).map((value) => value / 1_000),
    {
      minLength: 3,
      maxLength: 3,
    },
  );

  it('changes no weight by more than half a step, and prunes those of less than four', () => {
    fc.assert(
      fc.property(fc.array(fc.option(row, { nil: undefined }), { minLength: 1, maxLength: 5 }), (matrix) => {
        const packed = packWeights(matrix.length, new Float32Array(3), (feature) => {
          const weights = matrix[feature];
          return weights && Float32Array.from(weights);
        });
        matrix.forEach((weights = [0, 0, 0], feature) => {
          const scale = packed.scales[feature] ?? 0;
          const levels = [0, 0, 0];
          for (let at = packed.offsets[feature] ?? 0; at < (packed.offsets[feature + 1] ?? 0); at += 1)
            levels[packed.labels[at] ?? 0] = packed.weights[at] ?? 0;
          weights.forEach((weight, label) => {
            const level = levels[label] ?? 0;
            expect(Math.abs(level * scale - weight)).toBeLessThanOrEqual(
              scale * (level === 0 ? 3.501 : 0.501),
            );
          });
          const isAllZero = weights.every((weight) => weight === 0);
          expect(Math.max(...levels.map(Math.abs))).toBe(isAllZero ? 0 : 127);
        });
      }),
    );
  });
});

/** Many classes of six texts. Each has a word of its own, and shares one with the next class. */
const CLASSES = 120;
const TEXTS = Array.from(
  { length: 6 * CLASSES },
  (_, document) =>
    `eigen${document % CLASSES} buur${document % CLASSES} buur${(document + 1) % CLASSES} eenmaal${document}`,
);
const classOf = TEXTS.map((_, document) => document % CLASSES);
const { index, vectorOf } = indexWords(TEXTS);

describe('a classifier', () => {
  const weights = fitClassifier(index, TEXTS, classOf, CLASSES);
  if (weights === undefined) throw new TypeError('no classifier');
  const classify = createClassifier(weights);

  it.each([0, 60, 119])('finds the class of a text: %d', (label) => {
    const probabilities = classify(vectorOf(`eigen${label} buur${label}`));
    expect(probabilities.indexOf(Math.max(...probabilities))).toBe(label);
    expect(probabilities[label]).toBeGreaterThan(0.7);
    expect(probabilities.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 5);
  });

  it('keeps the weights of words in several documents only, and prunes the small ones', () => {
    const kept = (word: string) => {
      const id = featureId(index, hashWord(word));
      return weights.weights.subarray(weights.offsets[id], weights.offsets[id + 1]);
    };
    expect(kept('eenmaal0')).toHaveLength(0);
    expect(kept('buur3').length).toBeGreaterThanOrEqual(2);
    const rows = 2 * CLASSES;
    expect(weights.weights.length).toBeLessThan(rows * CLASSES);
    expect(weights.offsets.at(-1)).toBe(weights.weights.length);
    for (const level of weights.weights) expect(Math.abs(level)).toBeGreaterThanOrEqual(4);
  });

  it('differs little from the regression with all weights', () => {
    const texts = TEXTS.map((text) => text.replace(/ eenmaal\d+/, ''));
    const words = indexWords(texts);
    const dense = fitSoftmaxRegression({
      vectors: documentVectors(words.index),
      texts,
      classOf,
      rows: words.index.offsets.length - 1,
      classes: CLASSES,
    });
    const pruned = fitClassifier(words.index, texts, classOf, CLASSES);
    if (pruned === undefined) throw new TypeError('no classifier');
    const quick = createClassifier(pruned);
    for (const text of ['eigen0', 'buur3', 'eigen0 buur4', 'buur5 buur6 eigen5']) {
      const { ids, values } = words.vectorOf(text);
      const logits = dense.bias.map((own, label) =>
        Array.from(ids).reduce(
          (sum, id, at) => sum + (values[at] ?? 0) * (dense.weights[id * CLASSES + label] ?? 0),
          own,
        ),
      );
      const probabilities = quick({ ids, values });
      softmax(logits).forEach((value, label) => {
        expect(Math.abs((probabilities[label] ?? 0) - value)).toBeLessThan(0.05);
      });
    }
  });

  it('is the bias alone for a text without a known word', () => {
    for (const probability of classify(vectorOf('vliegtuig')))
      expect(probability).toBeCloseTo(1 / CLASSES, 1);
  });

  it('is not fitted with a single class, or with too many weights', () => {
    const single = TEXTS.map(() => 0);
    expect(fitClassifier(index, TEXTS, single, 1)).toBeUndefined();
    expect(fitClassifier(index, TEXTS, classOf, 20_000_000)).toBeUndefined();
  });
});
