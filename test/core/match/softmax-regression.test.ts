import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { documentVectors } from '../../../src/core/match/inverted-index.ts';
import { fitSoftmaxRegression, softmax } from '../../../src/core/match/softmax-regression.ts';
import type { DenseWeights } from '../../../src/core/match/softmax-regression.ts';
import { indexWords } from './word-index.ts';

const logits = fc.array(fc.double({ min: -50, max: 50, noNaN: true }), { minLength: 1, maxLength: 10 });
const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0);

describe('softmax', () => {
  it('is a distribution in the order of the logits, whatever is added to all of them', () => {
    fc.assert(
      fc.property(logits, fc.double({ min: -500, max: 500, noNaN: true }), (values, shift) => {
        const own = Float32Array.from(values);
        const probabilities = softmax(own.slice());
        expect(sum(probabilities)).toBeCloseTo(1, 4);
        own.forEach((a, at) => {
          own.forEach((b, place) => {
            if (a > b) expect(probabilities[at]).toBeGreaterThanOrEqual(probabilities[place] ?? 1);
          });
        });
        softmax(own.map((value) => value + shift)).forEach((value, label) => {
          expect(value).toBeCloseTo(probabilities[label] ?? -1, 3);
        });
      }),
    );
  });
});

/** Three classes of ten texts; every class has a word of its own, and `mag` is in all of them. */
const CLASSES = ['fiets', 'trein', 'bus'];
const TEXTS = CLASSES.flatMap((word) =>
  Array.from({ length: 10 }, (_, place) => `mag ${word} extra${place}`),
);
const words = indexWords(TEXTS);
const vectors = documentVectors(words.index);
const classOf = TEXTS.map((_, document) => Math.floor(document / 10));
const rows = words.index.offsets.length - 1;
const fit = (labels: readonly number[]) =>
  fitSoftmaxRegression({ vectors, texts: TEXTS, classOf: labels, rows, classes: CLASSES.length });

/** The class probabilities of a text. */
function predict({ weights, bias }: DenseWeights, text: string, vectorOf = words.vectorOf): number[] {
  const { ids, values } = vectorOf(text);
  return Array.from(
    softmax(
      bias.map((own, label) =>
        Array.from(ids).reduce(
          (total, id, at) => total + (values[at] ?? 0) * (weights[id * bias.length + label] ?? 0),
          own,
        ),
      ),
    ),
  );
}

describe('a softmax regression', () => {
  const fitted = fit(classOf);

  it.each(CLASSES.map((word, label) => [word, label] as const))(
    'learns the word that tells a class from the others: %s',
    (word, label) => {
      expect(predict(fitted, word)[label]).toBeGreaterThan(0.8);
      expect(predict(fitted, `mag ${word}`)[label]).toBeGreaterThan(0.8);
    },
  );

  it('learns nothing from a word that all classes share', () => {
    for (const probability of predict(fitted, 'mag')) expect(probability).toBeCloseTo(1 / 3, 1);
  });

  it('learns a rare word less than a frequent one', () => {
    const [own = 0] = predict(fitted, 'extra0');
    const [frequent = 0] = predict(fitted, 'fiets');
    expect(own).toBeLessThan(frequent);
  });

  it('is the same every time, and another for other labels', () => {
    expect(fit(classOf)).toEqual(fitted);
    expect(fit(classOf.map((label) => (label + 1) % 3)).weights).not.toEqual(fitted.weights);
  });

  it('does not depend on where an example stands among the others', () => {
    const texts = TEXTS.toReversed();
    const reversed = indexWords(texts);
    const again = fitSoftmaxRegression({
      vectors: documentVectors(reversed.index),
      texts,
      classOf: classOf.toReversed(),
      rows,
      classes: CLASSES.length,
    });
    for (const text of ['fiets', 'mag trein', 'mag bus extra3'])
      predict(again, text, reversed.vectorOf).forEach((probability, label) => {
        expect(probability).toBeCloseTo(predict(fitted, text)[label] ?? 0, 5);
      });
  });
});

describe('a class with few examples', () => {
  it('is not outweighed by one with many', () => {
    const bicycles = Array.from({ length: 40 }, (_, place) => `mag fiets extra${place}`);
    const texts = [...bicycles, 'mag trein laat'];
    const { index, vectorOf } = indexWords(texts);
    const fitted = fitSoftmaxRegression({
      vectors: documentVectors(index),
      texts,
      classOf: [...bicycles.map(() => 0), 1],
      rows: index.offsets.length - 1,
      classes: 2,
    });
    const train = (text: string) => predict(fitted, text, vectorOf)[1] ?? 0;
    // 0.84 when each example is seen once.
    expect(train('trein')).toBeGreaterThan(0.95);
    expect(train('mag')).toBeLessThan(0.05);
  });
});
