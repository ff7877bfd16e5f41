import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fitLogistic } from '../../src/evaluation/logistic.ts';
import type { Example } from '../../src/evaluation/logistic.ts';

const TIMES = 500;
const GRID = [-2, -1, 0, 1, 2];

/** Every point of a grid, as often right as the weights say: no chance, so that the fit must find the weights. */
function examplesOf(bias: number, weights: readonly number[]): Example[] {
  let points: number[][] = [[]];
  while ((points[0]?.length ?? 0) < weights.length)
    points = points.flatMap((point) => GRID.map((value) => [...point, value]));
  return points.flatMap((inputs) => {
    const sum = inputs.reduce((total, value, place) => total + value * (weights[place] ?? 0), bias);
    const right = Math.round(TIMES / (1 + Math.exp(-sum)));
    return Array.from({ length: TIMES }, (_, turn) => ({ inputs, right: turn < right }));
  });
}

describe('fitting a logistic regression', () => {
  it('recovers the weights that its examples were made with', () => {
    const weight = fc.double({ min: -1.5, max: 1.5, noNaN: true });
    fc.assert(
      fc.property(weight, weight, weight, (bias, first, second) => {
        const [foundBias, ...found] = fitLogistic(examplesOf(bias, [first, second]));
        expect(found).toHaveLength(2);
        expect(Math.abs((foundBias ?? NaN) - bias)).toBeLessThan(0.05);
        expect(Math.abs((found[0] ?? NaN) - first)).toBeLessThan(0.05);
        expect(Math.abs((found[1] ?? NaN) - second)).toBeLessThan(0.05);
      }),
      { numRuns: 6 },
    );
  }, 120_000);

  it('gives the log-odds as bias when there is nothing to measure', () => {
    const examples = [true, true, true, false].map((right) => ({ inputs: [], right }));
    const [bias, ...weights] = fitLogistic(examples);
    expect(bias).toBeCloseTo(Math.log(3), 6);
    expect(weights).toEqual([]);
  });

  it('gives no weight to what is the same whether right or wrong', () => {
    const examples = [-1, 1].flatMap((value) => [true, false].map((right) => ({ inputs: [value], right })));
    const [bias, weight] = fitLogistic(examples);
    expect(bias).toBeCloseTo(0, 9);
    expect(weight).toBeCloseTo(0, 9);
  });

  // Without the ridge these weights would grow without end.
  it('stays finite when an input separates right from wrong', () => {
    const examples = [-2, -1, 1, 2].map((value) => ({ inputs: [value, 0], right: value > 0 }));
    const [bias = NaN, weight = NaN, unused = NaN] = fitLogistic(examples);
    expect(bias).toBeCloseTo(0, 6);
    expect(weight).toBeGreaterThan(0.5);
    expect(weight).toBeLessThan(5);
    expect(unused).toBeCloseTo(0, 9);
  });

  it('stays finite when every example is right', () => {
    const examples = Array.from({ length: 20 }, (_, place) => ({ inputs: [place % 3], right: true }));
    for (const value of fitLogistic(examples)) expect(Number.isFinite(value)).toBe(true);
  });

  it('gives a bias of zero when there are no examples', () => {
    expect(fitLogistic([])).toEqual([0]);
  });
});
