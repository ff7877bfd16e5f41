import { BIAS_LEARNING_RATE, INITIAL_ACCUMULATOR, MIN_RESIDUAL, softmax } from './softmax-regression.ts';
import type { SparseVector } from './inverted-index.ts';

/** An example that weights are adjusted to. */
export interface WeightedExample {
  readonly input: SparseVector;
  readonly label: number;
}

/** Weights that can be adjusted: a row of one weight for each class for every feature, made when it is first asked for. */
export interface AdjustableWeights {
  readonly row: (feature: number) => Float32Array;
  readonly bias: Float32Array;
}

const EPOCHS = 4;
/** Squared-gradient accumulator of weights that were fitted before: they move little. */
const FITTED_ACCUMULATOR = 3;

/**
 * Adjusts fitted weights to examples, in place: stochastic gradient descent with AdaGrad, as the fit itself, but over these
 * examples only. An estimate of fitting afresh with them. `isNew`: whether a feature, or a class, had no weights before.
 */
export function adjustWeights(
  { row, bias }: AdjustableWeights,
  examples: readonly WeightedExample[],
  isNew: (feature: number, label: number) => boolean,
): void {
  const accumulators = new Map<number, Float32Array>();
  const accumulatorsOf = (feature: number) => {
    const known = accumulators.get(feature);
    if (known !== undefined) return known;
    const made = Float32Array.from(bias, (_, label) =>
      isNew(feature, label) ? INITIAL_ACCUMULATOR : FITTED_ACCUMULATOR,
    );
    accumulators.set(feature, made);
    return made;
  };
  for (let epoch = 0; epoch < EPOCHS; epoch += 1)
    for (const { input, label } of examples) {
      const logits = Float32Array.from(bias);
      input.ids.forEach((feature, at) => {
        const value = input.values[at] ?? 0;
        row(feature).forEach((weight, other) => {
          logits[other] = (logits[other] ?? 0) + value * weight;
        });
      });
      const residuals = softmax(logits);
      residuals[label] = (residuals[label] ?? 0) - 1;
      const active = [...residuals.entries()].filter(([, residual]) => Math.abs(residual) >= MIN_RESIDUAL);
      for (const [other, residual] of active)
        bias[other] = (bias[other] ?? 0) - BIAS_LEARNING_RATE * residual;
      input.ids.forEach((feature, at) => {
        const [weights, squares] = [row(feature), accumulatorsOf(feature)];
        for (const [other, residual] of active) {
          const gradient = (input.values[at] ?? 0) * residual;
          squares[other] = (squares[other] ?? 0) + gradient * gradient;
          weights[other] = (weights[other] ?? 0) - gradient / Math.sqrt(squares[other] ?? 1);
        }
      });
    }
}
