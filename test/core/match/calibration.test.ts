import { describe, expect, it } from '@jest/globals';
import { calibrate, calibrationInputs, isAboutNone } from '../../../src/core/match/calibration.ts';
import type { Analysis, EntryScore } from '../../../src/core/match/analysis.ts';
import type { Entry } from '../../../src/core/model.ts';

const quote = (text: string) => ({ text, paragraph: text, sentences: [] });
const entry = (kind: Entry['kind'], ...quotes: readonly string[]): Entry => ({
  id: `${kind} ${quotes.join(' ')}`,
  kind,
  quotes: quotes.map(quote),
  related: [],
  wording: {},
});
const score = (index: number, probability: number, similarity = 0.5): EntryScore => ({
  entry: index,
  similarity,
  probability,
  blended: probability,
  foreign: 0,
});
const analysis = (...scores: readonly EntryScore[]): Analysis => ({
  words: [],
  language: 'nl',
  vector: { ids: new Uint32Array(), values: new Float32Array() },
  scores,
  phrase: { kind: 'meer', score: 0 },
  isOnSubject: false,
  coverage: 1,
});

/** The confidence of the first entry, of this kind. */
function confidenceOf(kind: Entry['kind'], ...scores: readonly EntryScore[]): number {
  const found = calibrate(analysis(...scores), [entry(kind, 'a')]).find((one) => one.score.entry === 0);
  return found?.confidence ?? NaN;
}

describe('a calibrated confidence', () => {
  it('is a probability that grows with the probability and with the similarity', () => {
    const grid = [0, 0.1, 0.5, 0.9, 1];
    const byProbability = grid.map((value) => confidenceOf('answer', score(0, value)));
    const bySimilarity = grid.map((value) => confidenceOf('answer', score(0, 0.5, value)));
    for (const confidences of [byProbability, bySimilarity]) {
      expect(confidences).toEqual([...new Set(confidences)].sort((a, b) => a - b));
      expect(Math.min(...confidences)).toBeGreaterThan(0);
      expect(Math.max(...confidences)).toBeLessThan(1);
    }
  });

  it('does not tell 0.999 from 1: the training set is too small for that', () => {
    expect(confidenceOf('answer', score(0, 0.999))).toBe(confidenceOf('answer', score(0, 1)));
  });

  it('is lower when "out of scope" is likely', () => {
    expect(confidenceOf('answer', score(0, 0.5), score(-1, 0.4))).toBeLessThan(
      confidenceOf('answer', score(0, 0.5)),
    );
  });

  it('is none for small talk that the question is hardly similar to', () => {
    expect(confidenceOf('social', score(0, 0.9, 0.29))).toBeNaN();
    expect(confidenceOf('social', score(0, 0.9, 0.3))).toBeGreaterThan(0.5);
    expect(confidenceOf('answer', score(0, 0.9, 0.29))).toBeGreaterThan(0.5);
  });

  it('is lower when more of the words are foreign to the entry', () => {
    const byForeign = [0, 0.2, 1].map((foreign) => confidenceOf('answer', { ...score(0, 0.5), foreign }));
    expect(byForeign).toEqual([...new Set(byForeign)].sort((a, b) => b - a));
  });

  it('of answers with the same quotes is higher than of answers with other quotes', () => {
    const scores = analysis(score(0, 0.5), score(1, 0.4));
    const best = (...entries: readonly Entry[]) =>
      calibrate(scores, entries).find((one) => one.score.entry === 0)?.confidence ?? NaN;
    const [same, half, other] = [
      best(entry('answer', 'a'), entry('answer', 'a')),
      best(entry('answer', 'a'), entry('answer', 'a', 'b')),
      best(entry('answer', 'a'), entry('answer', 'b')),
    ];
    expect(same).toBeGreaterThan(half);
    expect(half).toBeGreaterThan(other);
    // A silent entry says something else, with whatever quotes.
    expect(best(entry('answer', 'a'), entry('silent', 'a'))).toBe(other);
  });

  it('ranks the entries, highest first, and leaves out "out of scope"', () => {
    const entries = [entry('answer', 'a'), entry('answer', 'b'), entry('answer', 'c')];
    const ranked = calibrate(analysis(score(-1, 0.4), score(2, 0.1), score(1, 0.3), score(0, 0.3)), entries);
    expect(ranked.map((one) => one.score.entry)).toEqual([0, 1, 2]);
  });

  it('has no inputs for a score that is not there', () => {
    expect(() => calibrationInputs(analysis(), 0, [])).toThrow(RangeError);
  });
});

describe('a question about none of the entries', () => {
  it.each([
    ['no score', [], false],
    ['an entry', [score(0, 0.5), score(-1, 0.49)], false],
    ['"out of scope"', [score(-1, 0.5), score(0, 0.49)], true],
    ['"out of scope", as unlikely as everything else', [score(-1, 0.1), score(0, 0.09)], false],
  ])('is told by the best score: %s', (_, scores, expected) => {
    expect(isAboutNone(analysis(...scores))).toBe(expected);
  });
});
