import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createClassifier, fitClassifier, quantize } from '../../../src/core/match/classifier.ts';
import { hashWord } from '../../../src/core/match/feature-hash.ts';
import { featureId } from '../../../src/core/match/feature-ids.ts';
import { indexWords } from './word-index.ts';

describe('quantization', () => {
  const row = fc.array(
    fc.integer({ min: -20_000, max: 20_000 }).map((value) => value / 1_000),
    {
      minLength: 3,
      maxLength: 3,
    },
  );

  it('changes no weight by more than half a step, and uses the whole range for each row', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 5 }), (matrix) => {
        const { scales, levels } = quantize(Float32Array.from(matrix.flat()), matrix.length, 3);
        matrix.forEach((weights, at) => {
          const scale = scales[at] ?? 0;
          const own = levels.subarray(3 * at, 3 * at + 3);
          weights.forEach((weight, label) => {
            expect(Math.abs((own[label] ?? 0) * scale - weight)).toBeLessThanOrEqual(scale * 0.501);
          });
          const max = Math.max(...weights.map(Math.abs));
          if (max > 0) expect(Math.max(...own.map(Math.abs))).toBe(127);
          else expect(Array.from(own)).toEqual([0, 0, 0]);
        });
      }),
    );
  });
});

const CLASSES = ['fiets', 'trein', 'bus'];
const TEXTS = CLASSES.flatMap((word) =>
  Array.from({ length: 8 }, (_, place) => `mag ${word} extra${word}${place}`),
);
const classOf = TEXTS.map((_, document) => Math.floor(document / 8));
const { index, vectorOf } = indexWords(TEXTS);

describe('a classifier', () => {
  const weights = fitClassifier(index, classOf, CLASSES.length);
  if (weights === undefined) throw new TypeError('no classifier');
  const classify = createClassifier(weights);

  it.each(CLASSES.map((word, label) => [word, label] as const))(
    'finds the class of a text: %s',
    (word, label) => {
      const probabilities = classify(vectorOf(`mag ${word}`));
      expect(probabilities[label]).toBeGreaterThan(0.8);
      expect(probabilities.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 5);
    },
  );

  it('keeps the weights of words in several documents only, and prunes the small ones', () => {
    const kept = (word: string) => {
      const id = featureId(index, hashWord(word));
      return weights.weights.subarray(weights.offsets[id], weights.offsets[id + 1]);
    };
    expect(kept('extrabus0')).toHaveLength(0);
    expect(kept('bus')).toHaveLength(3);
    for (const level of weights.weights) expect(Math.abs(level)).toBeGreaterThanOrEqual(4);
  });

  it('is the bias alone for a text without a known word', () => {
    for (const probability of classify(vectorOf('vliegtuig'))) expect(probability).toBeCloseTo(1 / 3, 1);
  });

  it('is not fitted with a single class, or with too many weights', () => {
    expect(
      fitClassifier(
        index,
        TEXTS.map(() => 0),
        1,
      ),
    ).toBeUndefined();
    expect(fitClassifier(index, classOf, 20_000_000)).toBeUndefined();
  });
});
